import Diagnostics
import Testing

@Suite("Invisible characters made visible")
struct VisibleTextTests {
  @Test(
    "a character that cannot be seen is written as its number",
    arguments: [
      ("\u{0}", "<U+0000>"), ("\u{7}", "<U+0007>"), ("\u{8}", "<U+0008>"), ("\u{1B}", "<U+001B>"),
      ("\u{7F}", "<U+007F>"), ("\u{85}", "<U+0085>"), ("\u{9B}", "<U+009B>"), ("\u{AD}", "<U+00AD>"),
      ("\u{61C}", "<U+061C>"), ("\u{200B}", "<U+200B>"), ("\u{200F}", "<U+200F>"), ("\u{2028}", "<U+2028>"),
      ("\u{202E}", "<U+202E>"), ("\u{2066}", "<U+2066>"), ("\u{FEFF}", "<U+FEFF>"), ("\u{FFF9}", "<U+FFF9>"),
      ("\u{E0041}", "<U+E0041>"),
    ])
  func numbers(character: String, written: String) {
    #expect("a\(character)b".madeVisible == "a\(written)b")
  }

  @Test("a line break or tab becomes a space, so that a message is one line", arguments: ["\n", "\r", "\t"])
  func breaks(character: String) {
    #expect("a\(character)b".madeVisible == "a b")
  }

  @Test(
    "text that can be seen stays as it is",
    arguments: ["", "Чл. 5, ал. 2", "caf\u{E9} e\u{301} €", "日本語 عربى עברית", "a\u{A0}b", "<U+0007>", "👩🏽"])
  func plain(text: String) {
    #expect(text.madeVisible == text)
  }

  @Test("no sequence drives a terminal")
  func terminal() {
    let attack = "\u{1B}[2J\u{1B}]0;title\u{7}\u{9B}31m\r\u{8}\u{1B}P"
    let shown = attack.madeVisible
    #expect(shown.unicodeScalars.allSatisfy { !$0.isInvisibleControl })
    #expect(shown == "<U+001B>[2J<U+001B>]0;title<U+0007><U+009B>31m <U+0008><U+001B>P")
  }
}
