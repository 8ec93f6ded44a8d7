import TestSupport

/// A page of ours, taken apart: just enough of HTML for what the program and a CommonMark reader write.
struct Page {
  /// In preorder, as in an XML tree.
  struct Node {
    /// Empty for a text.
    var name = ""
    var attributes: [String: String] = [:]
    var text: [UInt8] = []
    /// One past the last node below this one.
    var end = 0
    var parent: Int?
  }

  private(set) var nodes: [Node] = []
  /// Tags that do not nest, attributes that stand twice, a `<` that begins nothing.
  private(set) var faults: [String] = []
  private var open: [Int] = []

  private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "col", "input", "wbr"]

  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        add(Node(text: Self.unescaped(bytes[at..<end])))
        at = end
        continue
      }
      guard let end = Self.endOfTag(bytes, at) else {
        faults.append("a tag without end at \(at)")
        break
      }
      tag(String(decoding: bytes[at + 1..<end], as: UTF8.self))
      at = end + 1
    }
    for i in open { faults.append("<\(nodes[i].name)> is not closed") }
    while !open.isEmpty { close() }
  }

  /// The `>` that ends a tag: not one between quotes.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int? {
    var quote: UInt8 = 0
    for k in start..<bytes.count {
      let c = bytes[k]
      if quote != 0 {
        if c == quote { quote = 0 }
      } else if c == 0x22 || c == 0x27 {
        quote = c
      } else if c == UInt8(ascii: ">") {
        return k
      }
    }
    return nil
  }

  private mutating func add(_ node: Node) {
    var node = node
    node.end = nodes.count + 1
    node.parent = open.last
    nodes.append(node)
  }

  private mutating func close() { nodes[open.removeLast()].end = nodes.count }

  private mutating func tag(_ text: String) {
    guard let first = text.first else { return faults.append("<>") }
    if first == "!" { return }
    if first == "/" {
      let name = String(text.dropFirst())
      guard let top = open.last, nodes[top].name == name else {
        return faults.append("</\(name)> closes <\(open.last.map { nodes[$0].name } ?? "")>")
      }
      return close()
    }
    var rest = Substring(text)
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    guard !name.isEmpty else { return faults.append("<\(text)>") }
    rest = rest.dropFirst(name.count)
    var node = Node(name: name)
    while let start = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
      rest = rest[start...]
      let key = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.first == "=", rest.dropFirst().first == "\"" {
        rest = rest.dropFirst(2)
        let raw = rest.prefix { $0 != "\"" }
        value = String(decoding: Self.unescaped(Array(raw.utf8)[...]), as: UTF8.self)
        rest = rest[raw.endIndex...].dropFirst()
      } else if rest.first == "=" {
        faults.append("the attribute \(key) of <\(name)> has no quotes")
        rest = rest.drop { !$0.isWhitespace }
      }
      if node.attributes.updateValue(value, forKey: key) != nil { faults.append("\(key) twice on <\(name)>") }
    }
    add(node)
    if !Self.void.contains(name) { open.append(nodes.count - 1) }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard var k = bytes.firstIndex(of: UInt8(ascii: "&")) else { return Array(bytes) }
    var out = Array(bytes[..<k])
    while k < bytes.endIndex {
      if bytes[k] == UInt8(ascii: "&"), let end = bytes[k...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
        let character = named[String(decoding: bytes[k + 1..<end], as: UTF8.self)]
      {
        out.append(character)
        k = end + 1
      } else {
        out.append(bytes[k])
        k += 1
      }
    }
    return out
  }

  private static let named: [String: UInt8] = ["amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "#39": 0x27]
}

extension Page {
  /// The words of the law without white space: what lies inside `data-law`, less what lies inside `data-added`.
  var lawText: [UInt8] {
    var out: [UInt8] = []
    var i = 0
    var lawEnd = 0
    while i < nodes.count {
      let node = nodes[i]
      if node.attributes["data-added"] != nil {
        i = node.end
        continue
      }
      if node.attributes["data-law"] != nil { lawEnd = max(lawEnd, node.end) }
      if i < lawEnd { out += node.text }
      i += 1
    }
    return withoutWhiteSpace(out)
  }

  /// Indices of the elements with a name, and with an attribute where one is given.
  func all(_ name: String, _ key: String? = nil, _ value: String? = nil) -> [Int] {
    nodes.indices.filter { i in
      guard nodes[i].name == name else { return false }
      guard let key else { return true }
      return value == nil ? nodes[i].attributes[key] != nil : nodes[i].attributes[key] == value
    }
  }

  func element(id: String) -> Int? { nodes.indices.first { nodes[$0].attributes["id"] == id } }

  func attribute(_ name: String, of i: Int) -> String? { nodes[i].attributes[name] }

  /// The text below an element, with white space folded.
  func text(of i: Int) -> String {
    let bytes = nodes[i..<nodes[i].end].flatMap(\.text)
    return String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// Where the links of a page lead: words and address.
  var links: [String] {
    all("a", "href").map { "\(text(of: $0)) → \(nodes[$0].attributes["href"] ?? "")" }
  }

  /// The elements inside another one.
  func inside(_ i: Int, _ name: String) -> [Int] { all(name).filter { $0 > i && $0 < nodes[i].end } }
}
