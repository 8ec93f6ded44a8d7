/// The bytes of one file together with a cursor that turns offsets into lines and columns.
///
/// Laws stand on single lines of several megabytes, so nothing here goes back to the start of a line for every
/// question: offsets asked in ascending order cost one pass over the file altogether.
package struct SourceText: Sendable {
  /// The file, or its UTF-8 form.
  package let bytes: [UInt8]
  private var cursor = 0
  private var line = 1
  private var column = 1

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    cursor = contentStart
  }

  /// A one-based line and a one-based column counted in Unicode scalars; a byte-order mark has no column.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int
  }

  private var contentStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The position of a byte offset. An offset past the end gives the end.
  package mutating func position(_ offset: UInt32) -> Position {
    let target = min(Int(offset), bytes.count)
    if target < cursor {
      cursor = contentStart
      line = 1
      column = 1
    }
    (cursor, line, column) = advance(to: target)
    return Position(line: line, column: column)
  }

  private func advance(to target: Int) -> (cursor: Int, line: Int, column: Int) {
    // A byte-order mark stands before the first position.
    guard target > cursor else { return (cursor, line, column) }
    let stretch = bytes.span.extracting(cursor..<target)
    // Loops that the compiler can widen: scalars are all bytes but continuations.
    var (breaks, returns) = (0, 0)
    for k in stretch.indices {
      breaks += stretch[k] == 0x0A ? 1 : 0
      returns += stretch[k] == 0x0D ? 1 : 0
    }
    guard returns == 0 else { return advanceOverReturns(to: target) }
    var start = stretch.count
    if breaks > 0 {
      while stretch[start - 1] != 0x0A { start -= 1 }
    } else {
      start = 0
    }
    var scalars = 0
    for k in start..<stretch.count { scalars += stretch[k] & 0xC0 != 0x80 ? 1 : 0 }
    return (target, line + breaks, (breaks > 0 ? 1 : column) + scalars)
  }

  /// The same where carriage returns are among the line breaks.
  private func advanceOverReturns(to target: Int) -> (cursor: Int, line: Int, column: Int) {
    let span = bytes.span
    var (at, line, column) = (cursor, line, column)
    while at < target {
      let byte = span[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D else {
        if byte & 0xC0 != 0x80 { column += 1 }
        continue
      }
      // CR LF is one break, at the LF.
      if byte == 0x0D, at < span.count, span[at] == 0x0A {
        column += 1
      } else {
        line += 1
        column = 1
      }
    }
    return (at, line, column)
  }

  /// What a message shows of the source: a window of the line, never a line of several megabytes.
  package struct Excerpt: Sendable {
    /// Printable text; control and direction characters are shown as `␛`-like symbols or `U+XXXX`.
    package let text: String
    /// Columns of the underlined part within `text`, counted in characters.
    package let marked: Range<Int>
  }

  /// The window of at most `width` scalars around `start ..< end` on the line of `start`.
  package func excerpt(start: UInt32, end: UInt32, width: Int = 76) -> Excerpt {
    // Whole characters, whatever the range says.
    func boundary(_ offset: Int) -> Int {
      var i = min(offset, bytes.count)
      while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
      return i
    }
    let from = boundary(Int(start))
    let to = boundary(max(Int(end), from))
    var left = from
    var room = width / 3
    while left > contentStart, room > 0, !isBreak(bytes[left - 1]) {
      left -= 1
      if bytes[left] & 0xC0 != 0x80 { room -= 1 }
    }
    var right = from
    room = width - width / 3
    while right < bytes.count, room > 0, !isBreak(bytes[right]) {
      right += 1
      while right < bytes.count, bytes[right] & 0xC0 == 0x80 { right += 1 }
      room -= 1
    }
    let head = visible(bytes[left..<from])
    let body = visible(bytes[from..<min(to, right)])
    let tail = visible(bytes[min(to, right)..<max(right, min(to, right))])
    let dots = left > contentStart && !isBreak(bytes[left - 1]) ? "…" : ""
    let more = right < bytes.count && !isBreak(bytes[right]) ? "…" : ""
    // White space in front of the first word is layout, not evidence.
    let trimmed = dots.isEmpty ? String(head.drop { $0 == " " }) : head
    let lead = dots.count + trimmed.count
    return Excerpt(text: dots + trimmed + body + tail + more, marked: lead..<lead + max(1, body.count))
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func visible(_ slice: ArraySlice<UInt8>) -> String { String(decoding: slice, as: UTF8.self).madeVisible }
}

extension String {
  /// The same text with control, direction and other invisible characters shown, so that a document can neither
  /// drive a terminal nor make a message read otherwise than it is (Trojan Source, CVE-2021-42574).
  package var madeVisible: String {
    guard unicodeScalars.contains(where: \.isInvisibleControl) else { return self }
    var out = ""
    for scalar in unicodeScalars {
      if scalar == "\t" || scalar == "\n" || scalar == "\r" {
        out += " "
      } else if scalar.isInvisibleControl {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension Unicode.Scalar {
  /// C0 and C1 controls, direction controls, zero-width and other format characters that change what is seen.
  package var isInvisibleControl: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
