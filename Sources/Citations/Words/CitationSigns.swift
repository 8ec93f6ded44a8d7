import Provisions

/// Signs, words and dates at a place in the words.
extension CitationParser {
  /// The word at `i` with what it is: with what a hyphen joins to it where the language knows them as one.
  func word(at i: Int) -> (end: Int, hash: UInt64, entry: CitationLanguage.Entry?) {
    let plain = Letters.word(text, i, end)
    if plain.end + 1 < end, text[plain.end] == UInt8(ascii: "-"), Letters.isStart(text, plain.end + 1) {
      let joined = Letters.word(text, i, end, joined: true)
      if let entry = language.entry(joined.hash) { return (joined.end, joined.hash, entry) }
    }
    return (plain.end, plain.hash, language.entry(plain.hash))
  }

  /// The level of a number without a word, by its form: "1°" is a point, "II" a paragraph, "a)" a letter.
  func bareLevel(at i: Int) -> UnitLevel? {
    guard language.style.hasBareNumbers, i < end else { return nil }
    if (0x30...0x39).contains(text[i]) {
      var k = i
      while k < end, (0x30...0x39).contains(text[k]) { k += 1 }
      return k + 1 < end && k - i <= 2 && text[k] == 0xC2 && text[k + 1] == 0xB0 ? .point : nil
    }
    guard Letters.isStart(text, i) else { return nil }
    let wordEnd = Letters.word(text, i, end).end
    let isClosed = wordEnd < end && text[wordEnd] == UInt8(ascii: ")")
    if wordEnd - i == 1, text[i] > 0x60 {
      if isClosed { return .letter }
      // "le b du 1°"
      let next = Letters.space(text, wordEnd, end)
      guard next > wordEnd, next < end, Letters.isStart(text, next) else { return nil }
      let of = word(at: next)
      return of.entry == .of && [.point, .paragraph].contains(bareLevel(at: Letters.space(text, of.end, end)))
        ? .letter : nil
    }
    let isAlone = !isClosed && (wordEnd >= end || text[wordEnd] != UInt8(ascii: "."))
    return isAlone && isRoman(text[i..<wordEnd]) && text[i] < 0x60 ? .paragraph : nil
  }
  func isSectionSign(_ i: Int) -> Bool { text[i] == 0xC2 && i + 1 < end && text[i + 1] == 0xA7 }

  /// Behind "§" or "§§".
  func sectionSignEnd(_ i: Int) -> Int { i + 2 < end && isSectionSign(i + 2) ? i + 4 : i + 2 }

  /// Behind an apostrophe at `i`.
  func apostropheEnd(_ i: Int) -> Int? {
    if text[i] == UInt8(ascii: "'") { return i + 1 }
    return text[i] == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x99 ? i + 3 : nil
  }

  func isApostrophe(before i: Int) -> Bool {
    text[i - 1] == UInt8(ascii: "'") || i > 2 && text[i - 3] == 0xE2 && text[i - 2] == 0x80 && text[i - 1] == 0x99
  }

  /// Behind a dash or a word that joins the ends of a range.
  func throughEnd(_ i: Int) -> Int? {
    if text[i] == UInt8(ascii: "-") { return i + 1 }
    if text[i] == 0xE2, i + 2 < end, text[i + 1] == 0x80, (0x90...0x95).contains(text[i + 2]) { return i + 3 }
    guard Letters.isStart(text, i) else { return nil }
    let word = word(at: i)
    guard word.entry == .through else { return nil }
    return word.end < end ? apostropheEnd(word.end) ?? word.end : word.end
  }

  /// Where the number stands behind a word: over the point of an abbreviation, spaces and a number sign.
  func numberStart(_ start: Int, _ wordEnd: Int) -> Int {
    var i = wordEnd
    // Behind a word that is written out a point ends the sentence.
    let isShort = text[start..<wordEnd].count { $0 & 0xC0 != 0x80 } <= 6
    if i < end, text[i] == UInt8(ascii: "."), isShort { i += 1 }
    i = Letters.space(text, i, end)
    // "ст. ст. 5, 6", "§ § 5, 6"
    let length = wordEnd - start
    if i + length < end, text[i..<i + length].elementsEqual(text[start..<wordEnd]) {
      i += length
      if i < end, text[i] == UInt8(ascii: ".") { i += 1 }
      i = Letters.space(text, i, end)
    }
    if i + 2 < end, text[i] == 0xE2, text[i + 1] == 0x84, text[i + 2] == 0x96 {
      return Letters.space(text, i + 3, end)
    }
    guard i < end, Letters.isStart(text, i) else { return i }
    return numeroEnd(i) ?? i
  }

  /// Behind a sign or a word for "number" and the space behind it.
  func numeroEnd(_ start: Int) -> Int? {
    var i = start
    if i + 2 < end, text[i] == 0xE2, text[i + 1] == 0x84, text[i + 2] == 0x96 { return Letters.space(text, i + 3, end) }
    guard i < end, Letters.isStart(text, i) else { return nil }
    let word = Letters.word(text, i, end)
    guard language.style.numeros.contains(word.hash) else { return nil }
    i = word.end
    if i < end, text[i] == UInt8(ascii: ".") { i += 1 }
    if i + 1 < end, text[i] == 0xC2, text[i + 1] == 0xB0 || text[i + 1] == 0xBA { i += 2 }
    return Letters.space(text, i, end)
  }

  /// Behind "seqq.", "e seguenti".
  func followingEnd(_ position: Int) -> Int? {
    var i = Letters.space(text, position, end)
    var last: Int?
    var isJoined = false
    while i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      // A word written out follows "and", else it goes on with the sentence.
      if word.entry == .conjunction { isJoined = true }
      if word.entry == .following, isJoined || word.end - i <= 4 {
        last = word.end < end && text[word.end] == UInt8(ascii: ".") && word.end - i <= 4 ? word.end + 1 : word.end
      } else if word.entry != .conjunction || last != nil {
        break
      }
      i = Letters.space(text, word.end, end)
    }
    return last
  }

  /// Behind a date: "18 июля 2011 г.", "3. Mai 2013", "1er janvier 2020", "1 de octubre", "16.04.2013".
  func dateEnd(_ start: Int) -> Int? {
    var i = start
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    guard i > start, i - start <= 2, i < end else { return nil }
    if text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: "/"), i + 1 < end, (0x30...0x39).contains(text[i + 1]) {
      var k = i
      while k < end, (0x30...0x39).contains(text[k]) || text[k] == text[i] && k + 1 < end { k += 1 }
      if text[k - 1] == text[i] { k -= 1 }
      return k - start >= 8 ? k : nil
    }
    while i < end, [0x2E, 0xC2, 0xB0, 0xBA].contains(text[i]) || text[i] == 0x65 || text[i] == 0x72 { i += 1 }
    i = Letters.space(text, i, end)
    guard let month = monthEnd(i) else { return nil }
    return yearEnd(month) ?? month
  }

  private func monthEnd(_ start: Int) -> Int? {
    var i = start
    while i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      if word.entry == .month { return word.end }
      guard word.entry == .of else { return nil }
      i = Letters.space(text, word.end, end)
    }
    return nil
  }

  /// Behind a year, with a word for it: "2011 г.", "de 2015".
  func yearEnd(_ start: Int) -> Int? {
    var i = Letters.space(text, start, end)
    while i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      guard word.entry == .of else { return nil }
      i = Letters.space(text, word.end, end)
    }
    let year = i
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    guard i - year == 4 else { return nil }
    let next = Letters.space(text, i, end)
    guard next < end, Letters.isStart(text, next) else { return i }
    let word = word(at: next)
    guard word.entry == .measure else { return i }
    return word.end < end && text[word.end] == UInt8(ascii: ".") ? word.end + 1 : word.end
  }
}
