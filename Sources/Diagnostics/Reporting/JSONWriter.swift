/// Writes JSON in the order of the calls; strings enter through one escape.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let pretty: Bool
  private var depth = 0

  package init(pretty: Bool = true) { self.pretty = pretty }

  package mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) { nest(key, "{", "}", body) }

  package mutating func array(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) { nest(key, "[", "]", body) }

  package mutating func string(_ key: String? = nil, _ value: String) {
    begin(key)
    quoted(value)
    needsComma = true
  }

  package mutating func number(_ key: String? = nil, _ value: Int) {
    begin(key)
    bytes += Array(String(value).utf8)
    needsComma = true
  }

  package mutating func bool(_ key: String? = nil, _ value: Bool) {
    begin(key)
    bytes += Array((value ? "true" : "false").utf8)
    needsComma = true
  }

  private mutating func nest(_ key: String?, _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    begin(key)
    bytes += Array(open.utf8)
    needsComma = false
    depth += 1
    let before = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > before { newline() }
    bytes += Array(close.utf8)
    needsComma = true
  }

  private mutating func begin(_ key: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newline() }
    if let key {
      quoted(key)
      bytes += Array((pretty ? ": " : ":").utf8)
    }
  }

  private mutating func newline() {
    guard pretty else { return }
    bytes.append(0x0A)
    bytes += Array(repeating: 0x20, count: depth * 2)
  }

  private mutating func quoted(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += Array("\\\"".utf8)
      case "\\": bytes += Array("\\\\".utf8)
      case "\n": bytes += Array("\\n".utf8)
      case "\t": bytes += Array("\\t".utf8)
      default:
        // Controls, and what browsers, terminals and old JavaScript read otherwise than JSON does.
        if scalar.isInvisibleControl || scalar == "<" || scalar == ">" || scalar == "&" {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
          }
        } else {
          bytes += Array(String(scalar).utf8)
        }
      }
    }
    bytes.append(0x22)
  }
}
