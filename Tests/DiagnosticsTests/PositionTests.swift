import Testing

@testable import Diagnostics

@Suite("Lines and columns")
struct PositionTests {
  private func positions(_ text: String, _ offsets: [UInt32]) -> [String] {
    var source = SourceText(Array(text.utf8))
    return offsets.map { offset in
      let position = source.position(offset)
      return "\(position.line):\(position.column)"
    }
  }

  @Test("the first byte is at 1:1, and an offset past the end gives the end")
  func ends() {
    #expect(positions("ab", [0, 1, 2, 3, .max]) == ["1:1", "1:2", "1:3", "1:3", "1:3"])
    #expect(positions("", [0, 7]) == ["1:1", "1:1"])
  }

  @Test(
    "each way of ending a line counts once",
    arguments: [
      ("a\nb\nc", [2, 4] as [UInt32]), ("a\rb\rc", [2, 4]), ("a\r\nb\r\nc", [3, 6]), ("a\r\nb\nc", [3, 5]),
      ("a\rb\r\nc", [2, 5]),
    ])
  func lineBreaks(text: String, starts: [UInt32]) {
    #expect(positions(text, starts) == ["2:1", "3:1"])
  }

  @Test("LF before CR are two breaks, and so are two CR")
  func mixedBreaks() {
    #expect(positions("a\n\rb", [3]) == ["3:1"])
    #expect(positions("a\r\rb", [3]) == ["3:1"])
    #expect(positions("\n\n\n", [3]) == ["4:1"])
  }

  @Test("the LF of a CR LF stands on the line that it ends")
  func insideABreak() {
    #expect(positions("ab\r\nc", [2, 3, 4]) == ["1:3", "1:4", "2:1"])
  }

  @Test("columns count characters of Unicode and not bytes")
  func multiByte() {
    // Bytes: ж 2, € 3, 😀 4; a combining accent counts for itself.
    #expect(positions("ж€😀x", [0, 2, 5, 9, 10]) == ["1:1", "1:2", "1:3", "1:4", "1:5"])
    #expect(positions("e\u{301}x", [1, 3]) == ["1:2", "1:3"])
    #expect(positions("Чл. 1\nЧл. 2", [8, 14]) == ["2:1", "2:5"])
  }

  @Test("a byte-order mark has no column")
  func byteOrderMark() {
    #expect(positions("\u{FEFF}<a>\n<b>", [3, 4, 7]) == ["1:1", "1:2", "2:1"])
  }

  @Test("characters that end a line elsewhere end none in XML", arguments: ["\u{85}", "\u{2028}", "\u{0B}", "\u{0C}"])
  func otherSeparators(separator: String) {
    let text = "a\(separator)b"
    #expect(positions(text, [UInt32(text.utf8.count - 1)]) == ["1:3"])
  }

  @Test("offsets may be asked in any order")
  func anyOrder() {
    let text = "ab\ncd\r\nef"
    #expect(positions(text, [8, 0, 4, 7, 3, 8]) == ["3:2", "1:1", "2:2", "3:1", "2:1", "3:2"])
  }

  @Test("every offset of a text gives what a count from the start gives")
  func countedFromTheStart() {
    let text = "\u{FEFF}a\r\nж€\r😀\n\n\rx\r\r\ny"
    let bytes = Array(text.utf8)
    var cursor = SourceText(bytes)
    for offset in 3...bytes.count {
      var line = 1
      var column = 1
      var k = 3
      while k < offset {
        let isBreak = bytes[k] == 0x0A || bytes[k] == 0x0D && !(k + 1 < bytes.count && bytes[k + 1] == 0x0A)
        if isBreak {
          line += 1
          column = 1
        } else if bytes[k] & 0xC0 != 0x80 {
          column += 1
        }
        k += 1
      }
      let position = cursor.position(UInt32(offset))
      #expect(position.line == line && position.column == column, "offset \(offset)")
    }
  }

  @Test("positions on a line of megabytes are found in one pass")
  func longLine() {
    let text = String(repeating: "слово, ", count: 200_000) + "\nx"
    var source = SourceText(Array(text.utf8))
    #expect(source.position(12 * 100_000) == SourceText.Position(line: 1, column: 700_001))
    #expect(source.position(12 * 200_000) == SourceText.Position(line: 1, column: 1_400_001))
    #expect(source.position(12 * 200_000 + 1) == SourceText.Position(line: 2, column: 1))
  }

  @Test("bytes that are not UTF-8 have positions too")
  func brokenUTF8() {
    var source = SourceText([0x61, 0xFF, 0xC3, 0x0A, 0xE9, 0x62])
    #expect(source.position(3) == SourceText.Position(line: 1, column: 4))
    #expect(source.position(5) == SourceText.Position(line: 2, column: 2))
  }
}
