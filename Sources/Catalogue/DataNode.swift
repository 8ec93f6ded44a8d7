internal import Yams

/// Something wrong in a file of data, with its place.
package struct DataFault: Error, Sendable, Equatable {
  /// The file, as the user named it; what is built in is "(built in)".
  package let path: String
  /// From 1.
  package let line: Int
  package let column: Int
  package let message: String

  /// "catalogue.yaml:12:5: there is no area “TIME”".
  package var description: String { "\(path):\(line):\(column): \(message)" }
}

/// A node of a file of data that collects faults while it is read.
struct DataNode {
  private let node: Node
  let faults: DataFaults

  /// - Throws: the one fault of a file that is no YAML.
  init(_ text: String, path: String) throws(DataFault) {
    faults = DataFaults(path: path)
    let text = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    if let place = Self.alias(in: text) {
      throw DataFault(
        path: path, line: place.line, column: place.column, message: "anchors and aliases are not used in this file")
    }
    do {
      guard let root = try Yams.compose(yaml: text) else {
        throw DataFault(path: path, line: 1, column: 1, message: "the file is empty")
      }
      node = root
    } catch let fault as DataFault {
      throw fault
    } catch let error as YamlError {
      throw Self.fault(error, path)
    } catch {
      throw DataFault(path: path, line: 1, column: 1, message: "\(error)")
    }
  }

  /// Where an anchor or an alias stands outside quotation marks and comments: a few lines of them can stand for gigabytes.
  private static func alias(in text: String) -> (line: Int, column: Int)? {
    var (line, column) = (1, 0)
    var quote: UInt8?
    var isComment = false
    var last: UInt8 = 0x0A
    let bytes = Array(text.utf8)
    for (k, byte) in bytes.enumerated() {
      column += 1
      let isFirst = [0x0A, 0x20, 0x09, 0x5B, 0x7B, 0x2C].contains(last)
      if byte == 0x0A {
        (line, column) = (line + 1, 0)
        isComment = false
      } else if isComment {
        continue
      } else if let open = quote {
        if byte == open, !(open == 0x22 && last == 0x5C) { quote = nil }
      } else if isFirst, byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if isFirst, byte == 0x23 {
        isComment = true
      } else if isFirst, byte == 0x26 || byte == 0x2A, k + 1 < bytes.count, bytes[k + 1] > 0x20 {
        return (line, column)
      }
      last = byte
    }
    return nil
  }

  private init(_ node: Node, _ faults: DataFaults) {
    self.node = node
    self.faults = faults
  }

  private static func fault(_ error: YamlError, _ path: String) -> DataFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return DataFault(path: path, line: mark.line, column: mark.column, message: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      let words = keys.map { "“\($0)”" }.joined(separator: ", ")
      return DataFault(
        path: path, line: context.mark.line, column: context.mark.column, message: "\(words) stands there twice")
    default: return DataFault(path: path, line: 1, column: 1, message: "the file is no YAML")
    }
  }

  func fault(_ message: String) {
    faults.add(
      DataFault(path: faults.path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message))
  }

  var string: String? { node.scalar?.string }

  /// The value of a key; `nil` where the key is absent.
  subscript(key: String) -> DataNode? {
    guard let value = node.mapping?[key] else { return nil }
    return DataNode(value, faults)
  }

  /// Keys and values, in the order of the file.
  var pairs: [(key: String, keyNode: DataNode, value: DataNode)] {
    guard let mapping = node.mapping else { return [] }
    return mapping.compactMap { key, value in
      key.scalar.map { ($0.string, DataNode(key, faults), DataNode(value, faults)) }
    }
  }

  var elements: [DataNode] { (node.sequence ?? []).map { DataNode($0, faults) } }

  var isMapping: Bool { node.mapping != nil }

  /// The elements of a list; a missing key is an empty one, anything else a fault.
  func list(_ key: String) -> [DataNode] {
    guard let value = self[key] else { return [] }
    if !value.isSequence { value.fault("“\(key)” takes a list") }
    return value.elements
  }

  /// The same of keys with values.
  func table(_ key: String) -> [(key: String, keyNode: DataNode, value: DataNode)] {
    guard let value = self[key] else { return [] }
    if !value.isMapping { value.fault("“\(key)” takes keys with values") }
    return value.pairs
  }

  func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = self[key] else { return nil }
    if let number = value.string.flatMap({ Int($0) }), range.contains(number) { return number }
    value.fault("“\(key)” takes a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  // MARK: Values that have to be there

  func text(_ key: String) -> String {
    guard let value = self[key] else {
      fault("“\(key)” is missing")
      return ""
    }
    guard let text = value.string, !text.isEmpty else {
      value.fault("“\(key)” takes a text")
      return ""
    }
    value.refuseControls(in: text)
    return text
  }

  /// Control characters would reach terminals and pages.
  private func refuseControls(in text: String) {
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      fault("the text holds a line break or a control character")
    }
  }

  func optionalText(_ key: String) -> String {
    guard let value = self[key], let text = value.string else { return "" }
    value.refuseControls(in: text)
    return text
  }

  /// A name in kebab case.
  func name(_ key: String) -> String {
    let name = text(key)
    if !name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }) {
      self[key]?.fault("“\(key)” takes small letters, digits and hyphens")
    }
    return name
  }

  /// A list of texts; a missing key is an empty list.
  func texts(_ key: String) -> [String] {
    guard let value = self[key] else { return [] }
    let out = value.elements.compactMap(\.string)
    if !value.isSequence { value.fault("“\(key)” takes a list") }
    for text in out { value.refuseControls(in: text) }
    return out
  }

  var isSequence: Bool { node.sequence != nil }

  /// A text that is one of a closed list.
  func choice<Value: RawRepresentable>(_ key: String, _ type: Value.Type, else fallback: Value) -> Value
  where Value.RawValue == String, Value: CaseIterable {
    let text = text(key)
    if let value = Value(rawValue: text) { return value }
    if !text.isEmpty {
      let all = Value.allCases.map { $0.rawValue }.joined(separator: ", ")
      self[key]?.fault("“\(text)” is none of: \(all)")
    }
    return fallback
  }

  /// Reports keys that nothing reads: a slip in one would go unseen.
  func allow(_ keys: Set<String>) {
    for (key, keyNode, _) in pairs where !keys.contains(key) {
      keyNode.fault("“\(key)” is not known here")
    }
  }
}

/// The faults of one file.
final class DataFaults {
  let path: String
  private var found: [DataFault] = []

  /// In the order of the file.
  var all: [DataFault] {
    found.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (x.line, x.column, a.offset) < (y.line, y.column, b.offset)
    }.map(\.element)
  }

  func add(_ fault: DataFault) { found.append(fault) }

  init(path: String) { self.path = path }
}
