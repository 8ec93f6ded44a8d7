import Provisions

/// Lines and words of the Markdown edition: where blocks begin, and what is escaped.
extension MarkdownWriter {
  /// Begins a block: on the line that waits for one, else on a line of its own behind an empty one.
  mutating func startBlock() {
    if inlineDepth > 0 {
      space()
      return
    }
    if line == .joinable || line == .bullet { return }
    newBlock()
    line = .joinable
  }

  /// Behind a bullet a block begins on the bullet's line: an empty line there would end the item.
  mutating func newBlock() {
    if line == .bullet { return }
    out.write("\n\n")
    for _ in 0..<indent { out.write(byte: 0x20) }
    endsInSpace = true
  }

  mutating func space() {
    guard !endsInSpace else { return }
    out.write(byte: 0x20)
    endsInSpace = true
  }

  /// Writes words: text at the start of a block is guarded against being read as a list, heading or quotation.
  mutating func words(_ range: Range<Int>) {
    let text = document.text
    if line == .closed, inlineDepth == 0 {
      // Text directly in a provision: a paragraph of its own.
      guard text[range].contains(where: { $0 > 0x20 }) else { return }
      startBlock()
    }
    let span = text.span
    var i = range.lowerBound
    var from = i
    let end = range.upperBound
    while i < end {
      let byte = span[i]
      if line == .text, !Self.mayNeedMarkdown(byte) {
        i += 1
        continue
      }
      if byte <= 0x20 {
        // One space between words is how most text stands.
        if byte == 0x20, i > from, i + 1 < end, span[i - 1] > 0x20, span[i + 1] > 0x20 {
          i += 1
          continue
        }
        out.write(text[from..<i])
        if i > from { endsInSpace = false }
        space()
        i += 1
        from = i
        continue
      }
      if line != .text {
        if Self.needsGuard(text[i]) {
          out.write(text[from..<i])
          out.write(byte: 0x5C)
          from = i
        } else if let dot = Self.listNumberEnd(text, i, end) {
          out.write(text[from..<dot])
          out.write(byte: 0x5C)
          from = dot
          i = dot
          endsInSpace = false
          line = .text
          i += 1
          continue
        }
        line = .text
        if from == i, out.last == 0x5C {
          i += 1
          continue
        }
      }
      // A line of a heading may end in "#" only with a backslash.
      if byte < 0x80, Self.isSpecial(text, i, end, isCell) || byte == 0x23 && inlineDepth > 0 {
        out.write(text[from..<i])
        out.write(byte: 0x5C)
        from = i
      }
      i += 1
    }
    if end > from {
      out.write(text[from..<end])
      endsInSpace = false
    }
  }

  /// Whether a byte is white space, or may be special in the middle of a line.
  @inline(__always)
  private static func mayNeedMarkdown(_ byte: UInt8) -> Bool {
    let low: UInt64 = ((1 << 0x21) - 1) | 1 << 0x23 | 1 << 0x26 | 1 << 0x2A | 1 << 0x2E | 1 << 0x3A | 1 << 0x3C
    let high: UInt64 = 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x1F | 1 << 0x20 | 1 << 0x3C | 1 << 0x3E
    if byte < 0x40 { return low >> UInt64(byte) & 1 != 0 }
    return byte < 0x80 && high >> UInt64(byte - 0x40) & 1 != 0
  }

  static func isSpecial(_ text: [UInt8], _ i: Int, _ end: Int, _ isCell: Bool) -> Bool {
    switch text[i] {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x26, 0x7E: true
    case 0x7C: isCell
    // GitHub links bare addresses, and would take the backslashes in them as letters.
    case 0x3A: i + 2 < end && text[i + 1] == 0x2F && text[i + 2] == 0x2F
    case 0x2E: i >= 3 && text[i - 1] | 0x20 == 0x77 && text[i - 2] | 0x20 == 0x77 && text[i - 3] | 0x20 == 0x77
    default: false
    }
  }

  static func needsGuard(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x2D, 0x2B, 0x3E, 0x3D, 0x7C, 0x3A: true
    default: false
    }
  }

  /// "12." or "12)" at the start of a block would open a list: the place of the mark.
  static func listNumberEnd(_ text: [UInt8], _ i: Int, _ end: Int) -> Int? {
    var k = i
    while k < end, (0x30...0x39).contains(text[k]), k - i < 10 { k += 1 }
    guard k > i, k < end, text[k] == 0x2E || text[k] == 0x29 else { return nil }
    return k
  }
}
