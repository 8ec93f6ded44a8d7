/// The words of a term as letters in lower case, to be found in a text in their inflected forms.
struct TermWords: Sendable {
  private(set) var words: [[UInt32]] = []
  /// By word: where it stands in the term as printed.
  private(set) var ranges: [Range<Int>] = []
  /// Whether the term is a name by its capital.
  private var isCapital = false
  private(set) var slot = 0

  init(_ text: [UInt8], _ range: Range<Int>, leaving isLeft: (UInt64) -> Bool) {
    var i = range.lowerBound
    while i < range.upperBound {
      guard Letters.isStart(text, i) else {
        i += 1
        continue
      }
      let end = Letters.word(text, i, range.upperBound)
      if words.isEmpty, isLeft(end.hash) {
        i = end.end
        continue
      }
      if words.isEmpty {
        isCapital = Letters.isCapital(text, i)
        slot = Self.slot(text, i, range.upperBound)
      }
      ranges.append(i..<end.end)
      var letters: [UInt32] = []
      while i < end.end {
        let letter = Self.letter(text, i, end.end)
        letters.append(letter.code)
        i = letter.end
      }
      words.append(letters)
    }
  }

  /// The words by which a use is recognised: the longer ones, and in a language that inflects, where the same may be said in
  /// many ways, the longest one alone.
  func recognisable(_ isInflected: Bool) -> TermWords {
    var kept = words.indices.filter { words[$0].count > 3 }
    if isInflected, let longest = kept.max(by: { words[$0].count < words[$1].count }) { kept = [longest] }
    guard !kept.isEmpty, kept.count < words.count else { return self }
    var out = self
    out.words = kept.map { words[$0] }
    out.ranges = kept.map { ranges[$0] }
    return out
  }

  /// The letter at `i` in lower case.
  @inline(__always)
  static func letter(_ text: [UInt8], _ i: Int, _ end: Int) -> (code: UInt32, end: Int) {
    let byte = text[i]
    if byte < 0x80 { return (UInt32(byte | 0x20), i + 1) }
    if byte < 0xE0, i + 1 < end {
      var code = UInt32(byte & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
      if code >= 0xC0, code < 0xDF, code != 0xD7 { code += 0x20 }
      if code >= 0x400, code < 0x410 { code += 0x50 }
      if code >= 0x410, code < 0x430 { code += 0x20 }
      return (code, i + 2)
    }
    var code = UInt32(byte)
    var k = i + 1
    while k < end, text[k] & 0xC0 == 0x80 {
      code = code << 8 | UInt32(text[k])
      k += 1
    }
    return (code, k)
  }

  /// The number of a slot for words that begin with the same three letters.
  @inline(__always)
  static func slot(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var hash: UInt32 = 0
    var i = start
    for _ in 0..<3 {
      guard i < end, Letters.isStart(text, i) else { break }
      let letter = letter(text, i, end)
      hash = hash &* 67 &+ letter.code
      i = letter.end
    }
    return Int(hash & 4095)
  }

  /// Whether the term may stand at a byte: its words in order, each with another end or not, with a few others between.
  func mayStand(at start: Int, in text: [UInt8], _ end: Int) -> Bool {
    guard var i = looseEnd(words[0], start, text, end) else { return false }
    var found = 1
    var skipped = 0
    while found < words.count, i < end, skipped < 8 {
      guard Letters.isStart(text, i) else {
        i += 1
        continue
      }
      if let next = looseEnd(words[found], i, text, end) {
        found += 1
        i = next
      } else {
        skipped += 1
        i = Letters.word(text, i, end).end
      }
    }
    return found == words.count
  }

  /// The end of a word of the text that begins as one of the term does.
  private func looseEnd(_ word: [UInt32], _ start: Int, _ text: [UInt8], _ end: Int) -> Int? {
    let (same, rest, last) = compare(word, start, text, end)
    if word.count < 3 { return same == word.count && rest == 0 ? last : nil }
    return same >= 3 && word.count - same <= 3 && rest <= 4 && same * 2 >= word.count ? last : nil
  }

  /// How many letters agree, how many more the text has, and where its word ends.
  private func compare(_ word: [UInt32], _ start: Int, _ text: [UInt8], _ end: Int) -> (same: Int, rest: Int, end: Int)
  {
    var i = start
    var same = 0
    while i < end, same < word.count {
      // "Web-Dienst" and "Webdienst"
      if text[i] == UInt8(ascii: "-"), same > 0, i + 1 < end, Letters.isStart(text, i + 1) { i += 1 }
      guard Letters.isStart(text, i) else { break }
      let letter = Self.letter(text, i, end)
      guard letter.code == word[same] else { break }
      same += 1
      i = letter.end
    }
    var rest = 0
    while i < end, Letters.isStart(text, i) {
      rest += 1
      i = Self.letter(text, i, end).end
    }
    return (same, rest, i)
  }

  /// The end of the term where it stands itself at a byte: its words side by side, in the singular or plural; a name with
  /// its capital and not as part of a longer name.
  func end(at start: Int, in text: [UInt8], _ range: Range<Int>, _ language: DefinitionLanguage) -> Int? {
    var i = start
    for (n, word) in words.enumerated() {
      if n > 0 { i = gapEnd(i, text, range.upperBound) }
      guard i < range.upperBound, Letters.isStart(text, i) else { return nil }
      let (same, rest, last) = compare(word, i, text, range.upperBound)
      let lost = word.count - same
      let isForm =
        language.isInflected
        ? lost == 0 && rest == 0 || same >= 4 && lost <= 2 && rest <= 3
        : lost == 0 && (rest == 0 || rest <= 2 && endsInS(last, text))
          || lost == 1 && rest == 3 && endsInS(last, text) && same >= 3
      guard isForm else { return nil }
      i = last
    }
    guard language.capitalsAreNames else { return i }
    guard Letters.isCapital(text, start) == isCapital else { return nil }
    return isCapital && isPartOfName(start..<i, text, range) ? nil : i
  }

  /// Whether a capital stands on the word before a place or behind it.
  private func isPartOfName(_ place: Range<Int>, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    let after = Letters.space(text, place.upperBound, range.upperBound)
    if after > place.upperBound, after < range.upperBound, Letters.isCapital(text, after) { return true }
    guard place.lowerBound >= range.lowerBound + 2, text[place.lowerBound - 1] == 0x20 else { return false }
    var k = place.lowerBound - 2
    while k > range.lowerBound, text[k - 1] != 0x20 { k -= 1 }
    return k > range.lowerBound && Letters.isCapital(text, k)
  }

  private func endsInS(_ end: Int, _ text: [UInt8]) -> Bool {
    text[end - 1] | 0x20 == UInt8(ascii: "s") || text[end - 1] | 0x20 == UInt8(ascii: "x")
  }

  /// What may stand between two words of a term: space, hyphens, quotation marks.
  private func gapEnd(_ start: Int, _ text: [UInt8], _ end: Int) -> Int {
    var i = Letters.space(text, start, end)
    while i < end, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "'") { i += 1 }
    if i + 2 < end, text[i] == 0xE2, text[i + 1] == 0x80, text[i + 2] == 0x99 { i += 3 }
    return i
  }
}
