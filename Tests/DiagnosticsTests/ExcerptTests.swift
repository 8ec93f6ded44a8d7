import Diagnostics
import TestSupport
import Testing

@Suite("Excerpts of the source")
struct ExcerptTests {
  /// The excerpt around the first occurrence of some words, with the underlined part in brackets.
  private func excerpt(_ needle: String, in text: String, width: Int = 76) throws -> String {
    let start = try #require(offset(of: needle, in: text))
    let source = SourceText(Array(text.utf8))
    let found = source.excerpt(start: UInt32(start), end: UInt32(start + needle.utf8.count), width: width)
    var out = Array(found.text)
    try #require(found.marked.upperBound <= out.count)
    out.insert("]", at: found.marked.upperBound)
    out.insert("[", at: found.marked.lowerBound)
    return String(out)
  }

  @Test("a short line is shown whole, without the white space of its layout")
  func shortLine() throws {
    #expect(try excerpt("19", in: "<a>\n    <num>Article 19</num>\n</a>") == "<num>Article [19]</num>")
    #expect(try excerpt("a", in: "a") == "[a]")
  }

  @Test("the line ends at each kind of break", arguments: ["\n", "\r", "\r\n"])
  func breaks(lineBreak: String) throws {
    #expect(try excerpt("two", in: "one\(lineBreak)two\(lineBreak)three") == "[two]")
  }

  @Test("of a long line a window is shown, with an ellipsis where it is cut")
  func window() throws {
    let (a, b) = (String(repeating: "a", count: 500), String(repeating: "b", count: 500))
    let found = try excerpt("MARK", in: a + "MARK" + b)
    #expect(found == "…\(String(repeating: "a", count: 25))[MARK]\(String(repeating: "b", count: 47))…")
    #expect(try excerpt("MARK", in: a + "MARK") == "…\(String(repeating: "a", count: 25))[MARK]")
    #expect(try excerpt("MARK", in: "MARK" + b, width: 12) == "[MARK]bbbb…")
  }

  @Test("the window counts characters, and cuts none of them in two")
  func multiByteWindow() throws {
    let text = String(repeating: "ж", count: 100) + "€" + String(repeating: "😀", count: 100)
    #expect(try excerpt("€", in: text, width: 9) == "…жжж[€]😀😀😀😀😀…")
  }

  @Test("of a range that is longer than the window, the window is underlined")
  func longRange() throws {
    let words = String(repeating: "word ", count: 100)
    let found = try excerpt(words, in: "<p>" + words + "</p>", width: 30)
    #expect(found == "<p>[word word word word ]…")
  }

  @Test("a range over several lines is underlined to the end of its first")
  func severalLines() throws {
    #expect(try excerpt("two\nthree", in: "one two\nthree") == "one [two]")
  }

  @Test("an empty range underlines one character")
  func emptyRange() {
    let found = SourceText(Array("abc".utf8)).excerpt(start: 1, end: 1)
    #expect(found.text == "abc")
    #expect(found.marked == 1..<2)
  }

  @Test("a range at or past the end of the file is shown at its end")
  func pastTheEnd() {
    for start in [3, 4, UInt32.max] {
      let found = SourceText(Array("abc".utf8)).excerpt(start: start, end: .max)
      #expect(found.text == "abc")
      #expect(found.marked == 3..<4)
    }
    #expect(SourceText([]).excerpt(start: 0, end: 1).text.isEmpty)
  }

  @Test("a range that begins inside a character is moved to the next one")
  func insideACharacter() {
    let found = SourceText(Array("aжb".utf8)).excerpt(start: 2, end: 4)
    #expect(found.text == "aжb")
    #expect(found.marked == 2..<3)
  }

  @Test("a byte-order mark is not shown")
  func byteOrderMark() throws {
    #expect(try excerpt("b", in: "\u{FEFF}<a><b>") == "<a><[b]>")
  }

  @Test("bytes that are not UTF-8 are shown as replacement characters")
  func brokenUTF8() {
    let found = SourceText([0x61, 0xFF, 0x62]).excerpt(start: 2, end: 3)
    #expect(found.text == "a\u{FFFD}b")
    #expect(found.marked == 2..<3)
  }

  @Test("invisible characters are made visible, and the underline moves with them")
  func invisible() throws {
    #expect(try excerpt("001", in: "is \u{202E}001\u{202C} euro") == "is <U+202E>[001]<U+202C> euro")
    #expect(try excerpt("\u{200B}", in: "law\u{200B}ful") == "law[<U+200B>]ful")
  }

  @Test("tabs are one space each, so that the underline stands below its words")
  func tabs() throws {
    #expect(try excerpt("b", in: "a\t\tb") == "a  [b]")
    #expect(try excerpt("b", in: "\t\tb") == "[b]")
  }
}
