/// The number of an act that words give behind a word for acts: "266-L" in "Law No. 266-L of 28 October 2008".
///
/// - Parameter language: BCP 47.
/// - Returns: `nil` where there is none, where there are several, and where the language has no table.
package func actNumber(in words: String, language: String) -> String? {
  guard let table = CitationLanguage.of(language) else { return nil }
  var parser = CitationParser(Array(words.utf8), table)
  parser.end = parser.text.count
  var found: Range<Int>?
  var i = 0
  while i < parser.end {
    guard Letters.isStart(parser.text, i) else {
      i += 1
      continue
    }
    let word = parser.word(at: i)
    i = word.end
    let next = Letters.space(parser.text, word.end, parser.end)
    guard parser.isPlainAct(word.hash), parser.numeroEnd(next) != nil, let number = parser.numberEnd(next) else {
      continue
    }
    if found != nil { return nil }
    found = number.start..<number.key
    i = number.end
  }
  return found.map { String(decoding: parser.text[$0], as: UTF8.self) }
}
