internal import Mustache
import Templates

/// A page shell: a Mustache template that is rendered around parts which are already bytes.
///
/// The bodies of laws are megabytes, so they never pass through the template engine: it sees a mark in their place.
struct Shell: Sendable {
  private let template: MustacheTemplate

  static let act = Shell(Template.act)
  static let index = Shell(Template.index)
  static let difference = Shell(Template.difference)

  private init(_ source: [UInt8]) {
    do {
      template = try MustacheTemplate(string: String(decoding: source, as: UTF8.self))
    } catch {
      preconditionFailure("a template built into the program is valid Mustache: \(error)")
    }
  }

  /// The page in pieces: values are escaped by the engine, raw parts are put in as they are.
  func fill(_ values: [String: Any], raw: [String: [UInt8]]) -> [[UInt8]] {
    var all = values.mapValues(Self.cleaned)
    // A control character that no value can hold: XML does not allow it, and the engine passes it through.
    for name in raw.keys { all[name] = "\u{1}\(name)\u{1}" }
    let pieces = template.render(all).utf8.split(separator: 1, omittingEmptySubsequences: false)
    return pieces.enumerated().map { k, piece in
      k % 2 == 0 ? Array(piece) : raw[String(decoding: piece, as: UTF8.self)] ?? []
    }
  }

  /// The values without the controls that HTML cannot hold, as ``ByteWriter/html(_:_:oneLine:)`` writes text.
  private static func cleaned(_ value: Any) -> Any {
    switch value {
    case let text as String:
      guard text.unicodeScalars.contains(where: isControl) else { return text }
      return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    case let list as [[String: Any]]: return list.map { $0.mapValues(cleaned) as [String: Any] }
    case let list as [[String: String]]: return list.map { $0.mapValues { cleaned($0) as Any } }
    default: return value
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
  }
}
