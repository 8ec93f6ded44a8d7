internal import Mustache
import Templates

/// A page shell: a Mustache template that is rendered around parts which are already bytes.
///
/// The bodies of laws are megabytes, so they never pass through the template engine: it sees a mark in their place.
struct Shell: Sendable {
  private let template: MustacheTemplate

  static let act = Shell(Template.act)
  static let index = Shell(Template.index)

  private init(_ source: [UInt8]) {
    do {
      template = try MustacheTemplate(string: String(decoding: source, as: UTF8.self))
    } catch {
      preconditionFailure("a template built into the program is valid Mustache: \(error)")
    }
  }

  /// The page: values are escaped by the engine, raw parts are put in as they are.
  func fill(_ values: [String: Any], raw: [String: [UInt8]]) -> [UInt8] {
    var all = values
    // A control character that no value can hold: XML does not allow it, and the engine passes it through.
    for name in raw.keys { all[name] = "\u{1}\(name)\u{1}" }
    let text = template.render(all)
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + raw.values.reduce(0) { $0 + $1.count })
    var isName = false
    for piece in text.utf8.split(separator: 1, omittingEmptySubsequences: false) {
      if isName {
        out += raw[String(decoding: piece, as: UTF8.self)] ?? []
      } else {
        out.append(contentsOf: piece)
      }
      isName.toggle()
    }
    return out
  }
}
