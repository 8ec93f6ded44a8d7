import Provisions

/// Bytes on their way to a file. Text enters through one escape for each context and in no other way.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }
  var last: UInt8? { bytes.last }

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(_ slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }

  /// Puts a backslash before the last byte: what follows would give it a meaning.
  mutating func escapeLast() {
    guard let last = bytes.popLast() else { return }
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(last)
  }

  /// Character data of HTML. Controls that HTML cannot hold become U+FFFD; rule `hidden-character` reports them.
  mutating func html(_ text: [UInt8], _ range: Range<Int>, oneLine: Bool = false) {
    let span = text.span
    var from = range.lowerBound
    var i = from
    let end = range.upperBound
    while i < end {
      let byte = span[i]
      if !Self.mayNeedHTML(byte) {
        i += 1
        continue
      }
      let replacement: String
      var width = 1
      switch byte {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x7F: replacement = "\u{FFFD}"
      case 0x0A, 0x0D:
        guard oneLine else {
          i += 1
          continue
        }
        replacement = " "
      case 0xC2 where i + 1 < end && span[i + 1] < 0xA0:
        replacement = "\u{FFFD}"
        width = 2
      case 0xEF where i + 2 < end && span[i + 1] == 0xB7 && (0x90...0xAF).contains(span[i + 2]):
        replacement = "\u{FFFD}"
        width = 3
      default:
        i += 1
        continue
      }
      bytes.append(contentsOf: text[from..<i])
      bytes.append(contentsOf: replacement.utf8)
      i += width
      from = i
    }
    bytes.append(contentsOf: text[from..<end])
  }

  /// Whether a byte is, or may begin, what ``html(_:_:oneLine:)`` does not write as it stands.
  @inline(__always)
  private static func mayNeedHTML(_ byte: UInt8) -> Bool {
    let marks: UInt64 = 1 << 0x0A | 1 << 0x0D | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    return byte < 0x40 ? marks >> UInt64(byte) & 1 != 0 : byte == 0x7F || byte == 0xC2 || byte == 0xEF
  }

  /// The same for a string.
  mutating func html(_ text: String) {
    let utf8 = Array(text.utf8)
    html(utf8, 0..<utf8.count)
  }

  /// The stable path of a provision as the value of an attribute.
  mutating func path(of index: Int, in document: LegalDocument) {
    let start = bytes.count
    document.appendPath(of: index, to: &bytes)
    for byte in bytes[start...] where byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte < 0x20 {
      bytes.removeSubrange(start...)
      attribute(document.path(of: index))
      return
    }
  }

  /// The value of an attribute between double quotes.
  mutating func attribute(_ text: String) {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E
    }
    if isPlain { return write(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "\n", "\r", "\t": write(byte: 0x20)
      default:
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        write(isControl ? "\u{FFFD}" : String(scalar))
      }
    }
  }
}
