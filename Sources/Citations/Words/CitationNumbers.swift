import Provisions

/// Numbers of units as they stand in citations: "12a", "2-bis", "12(3)(a)", "„б“", "IV", "второй".
extension CitationParser {
  struct Item {
    var end: Int
    var steps: [UnitStep]
    /// Whether brackets stand in it, as they do in numbers of units only.
    var isBracketed = false
  }

  /// The number at `start`, with the brackets behind it as steps below it.
  ///
  /// - Parameters:
  ///   - level: what the word before says.
  ///   - previous: the steps of the number before it in a list; a bracket alone takes the place of its like in them.
  func item(at start: Int, _ level: UnitLevel, previous: [UnitStep]) -> Item? {
    guard start < end else { return nil }
    if text[start] == UInt8(ascii: "(") {
      guard let inner = bracket(at: start) else { return nil }
      return brackets(from: inner.end, [step(level, inner.number, previous)], previous)
    }
    if let quoted = quoted(at: start) { return Item(end: quoted.end, steps: [UnitStep(level, quoted.number)]) }
    guard var plain = plain(at: start, level) else { return nil }
    if language.style.pointGoesDown, level == .unit || previous.first?.level == .unit,
      plain.number.contains(UInt8(ascii: "."))
    {
      return pointed(plain.end, plain.number)
    }
    // A bracket that only closes: "c) del apartado 1", "number 1)".
    if level > .unit, previous.isEmpty || level < .point, plain.end < end, text[plain.end] == UInt8(ascii: ")"),
      (0x30...0x39).contains(text[plain.end - 1]), !isBracketOpen(before: start)
    {
      plain.end += 1
    }
    // A year is no further number of a list, but behind numbers as high.
    if let year = Int(String(decoding: plain.number, as: UTF8.self)), (1000...9999).contains(year),
      let before = previous.last, before.number.count < 4
    {
      return nil
    }
    // "paragraph 12(1)(a)" names all from the section down.
    let isFull =
      language.style.hasFullNumbers && level > .unit && level < .sentence && plain.end < end
      && text[plain.end] == UInt8(ascii: "(") && plain.number.first.map { (0x30...0x39).contains($0) } ?? false
    // "12(1)a) et b)"
    let isLetter = !(0x30...0x39).contains(plain.number[0])
    let like = isLetter && (language.style.hasBareNumbers || language.style.pointGoesDown) ? previous : []
    return brackets(from: plain.end, [UnitStep(isFull ? .unit : level, plain.number)], like)
  }

  /// Whether a bracket opens not far before a number, which one behind it may close: "(§ 18 Satz 2)".
  private func isBracketOpen(before start: Int) -> Bool {
    var depth = 0
    for i in text[max(0, start - 200)..<start].indices.reversed() {
      if text[i] == UInt8(ascii: ")") { depth += 1 }
      if text[i] == UInt8(ascii: "(") { depth -= 1 }
      if depth < 0 { return true }
    }
    return false
  }

  /// "5.2.a)": article, paragraph and letter.
  private func pointed(_ numberEnd: Int, _ number: [UInt8]) -> Item {
    var steps: [UnitStep] = []
    for part in number.split(separator: UInt8(ascii: ".")) {
      steps.append(UnitStep(steps.last?.level.below ?? .unit, Array(part)))
    }
    if numberEnd + 2 < end, text[numberEnd] == UInt8(ascii: "."), Letters.isStart(text, numberEnd + 1) {
      let letter = Letters.word(text, numberEnd + 1, end)
      if letter.end == numberEnd + 2, letter.end < end, text[letter.end] == UInt8(ascii: ")") {
        steps.append(UnitStep(.letter, normalisedNumber(text[numberEnd + 1..<letter.end])))
        return Item(end: letter.end + 1, steps: steps, isBracketed: true)
      }
    }
    return Item(end: numberEnd, steps: steps)
  }

  /// The steps of a list's further number: what stands above its like in the number before, then itself.
  private func step(_ level: UnitLevel, _ number: [UInt8], _ previous: [UnitStep]) -> UnitStep {
    let isLetter = number.first.map { !(0x30...0x39).contains($0) } ?? false
    // "alinéa (2)d)": French counts from the paragraph down.
    if language.style.hasBareNumbers, level > .paragraph, level < .sentence, !isLetter {
      return UnitStep(.paragraph, number)
    }
    let deeper = language.style.hasFullNumbers && level == .paragraph && isLetter
    return UnitStep(deeper ? .point : level, number)
  }

  private func brackets(from start: Int, _ steps: [UnitStep], _ previous: [UnitStep]) -> Item {
    var steps = steps
    if let own = steps.first, let like = previous.lastIndex(where: { Self.isAlike($0.number, own.number) }), like > 0 {
      steps = Array(previous[..<like]) + [UnitStep(previous[like].level, own.number)]
    }
    var position = start
    while position < end, text[position] == UInt8(ascii: "("), let inner = bracket(at: position) {
      var level = (steps.last?.level ?? .unit).below
      // "paragraph 17(b)": letters lie below paragraphs.
      if level == .paragraph, language.style.hasFullNumbers, !(0x30...0x39).contains(inner.number[0]) { level = .point }
      steps.append(UnitStep(level, inner.number))
      position = inner.end
    }
    // French closes a letter only: "12(1)a)", "7(3)c.1)".
    if position > 0, position < end, text[position - 1] == UInt8(ascii: ")"), text[position] &- 0x61 < 26 {
      var i = position + 1
      while i < end, text[i] == UInt8(ascii: ".") || (0x30...0x39).contains(text[i]) { i += 1 }
      if i < end, text[i] == UInt8(ascii: ")") {
        steps.append(UnitStep((steps.last?.level ?? .unit).below, normalisedNumber(text[position..<i])))
        return brackets(from: i + 1, steps, [])
      }
    }
    return Item(end: position, steps: steps, isBracketed: text[position - 1] == UInt8(ascii: ")"))
  }

  private static func isAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard let x = a.first, let y = b.first else { return false }
    return (0x30...0x39).contains(x) == (0x30...0x39).contains(y)
  }

  /// "(3)", "(a)", "(iv)", "(2.1)".
  private func bracket(at start: Int) -> (end: Int, number: [UInt8])? {
    var i = start + 1
    while i < end, i - start <= 9, text[i] != UInt8(ascii: ")") {
      let byte = text[i]
      guard byte >= 0x80 || byte == 0x2E || (0x30...0x39).contains(byte) || (byte | 0x20) &- 0x61 < 26 else {
        return nil
      }
      i += 1
    }
    guard i < end, text[i] == UInt8(ascii: ")"), i > start + 1 else { return nil }
    let inner = text[start + 1..<i]
    // A word in brackets is no number.
    guard
      inner.first.map({ (0x30...0x39).contains($0) }) ?? false || inner.count <= 2 || isRoman(inner)
        || inner.dropFirst().first == UInt8(ascii: ".")
    else {
      return nil
    }
    let number = normalisedNumber(inner)
    return number.isEmpty ? nil : (i + 1, number)
  }

  /// "IV", "xii": small or capital, but not mixed, as "Civil" is.
  func isRoman(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return bytes.allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x63].contains($0 | 0x20) && $0 & 0x20 == first & 0x20 }
  }

  /// A letter between quotation marks: "„б“", "«а»", "\"a\"".
  private func quoted(at start: Int) -> (end: Int, number: [UInt8])? {
    guard let open = quoteEnd(start) else { return nil }
    var i = open
    var letters = 0
    while i < end, letters <= 2, Letters.isStart(text, i) || (0x30...0x39).contains(text[i]) {
      i += text[i] < 0x80 ? 1 : text[i] < 0xE0 ? 2 : 3
      letters += 1
    }
    guard (1...2).contains(letters), i < end, let close = quoteEnd(i) else { return nil }
    return (close, normalisedNumber(text[open..<i]))
  }

  private func quoteEnd(_ i: Int) -> Int? {
    switch text[i] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): i + 1
    case 0xC2 where i + 1 < end && (text[i + 1] == 0xAB || text[i + 1] == 0xBB): i + 2
    case 0xE2 where i + 2 < end && text[i + 1] == 0x80 && (0x98...0x9F).contains(text[i + 2]): i + 3
    default: nil
    }
  }

  /// A number without brackets or quotation marks.
  private func plain(at start: Int, _ level: UnitLevel) -> (end: Int, number: [UInt8])? {
    if (0x30...0x39).contains(text[start]) { return digits(at: start) }
    guard Letters.isStart(text, start) else { return nil }
    let word = Letters.word(text, start, end)
    if case .ordinal(let n) = language.entry(word.hash) { return (word.end, CitationLanguage.number(ofOrdinal: n)) }
    let bytes = text[start..<word.end]
    if level == .unit, let prefixed = prefixed(at: start, word.end) { return prefixed }
    if isRoman(bytes), text[start] < 0x60 { return (word.end, normalisedNumber(bytes)) }
    let letters = bytes.count { $0 & 0xC0 != 0x80 }
    // "aa"
    let isDoubled = level >= .letter && letters == 2 && bytes.first == bytes.last
    guard letters == 1 || isDoubled else { return nil }
    let last = letterEnd(word.end)
    let isClosed = last < end && text[last] == UInt8(ascii: ")")
    // One letter alone may be a word: it counts where its level is written so, and closed by a bracket anywhere.
    switch level {
    case .annex, .part, .division: guard Letters.isCapital(text, start) else { return nil }
    case .point, .letter, .indent:
      let isWord = text[start] >= 0x80 || language.style.letterWords.contains(word.hash) || isElided(word.end)
      guard isClosed || !isWord else { return nil }
    default: return nil
    }
    return (isClosed ? last + 1 : last, normalisedNumber(text[start..<last]))
  }

  /// Behind a Latin suffix that a hyphen joins to a letter: "a-bis)".
  private func letterEnd(_ wordEnd: Int) -> Int {
    guard wordEnd + 1 < end, text[wordEnd] == UInt8(ascii: "-"), Letters.isStart(text, wordEnd + 1) else {
      return wordEnd
    }
    let suffix = Letters.word(text, wordEnd + 1, end)
    return Self.latin.contains(String(decoding: text[wordEnd + 1..<suffix.end], as: UTF8.self)) ? suffix.end : wordEnd
  }

  /// "L. 123-4", "R.* 421-1", "L123-4".
  private func prefixed(at start: Int, _ wordEnd: Int) -> (end: Int, number: [UInt8])? {
    guard wordEnd - start <= 2, language.style.numberPrefixes.contains(text[start]) else { return nil }
    var i = wordEnd
    if i < end, text[i] == UInt8(ascii: ".") { i += 1 }
    if i < end, text[i] == UInt8(ascii: "*") { i += 1 }
    i = Letters.space(text, i, end)
    guard i < end, (0x30...0x39).contains(text[i]), let figure = digits(at: i) else { return nil }
    return (figure.end, normalisedNumber(text[start..<wordEnd]) + figure.number)
  }

  /// Whether an apostrophe stands behind a letter: "l'article".
  private func isElided(_ wordEnd: Int) -> Bool { wordEnd < end && apostropheEnd(wordEnd) != nil }

  func digits(at start: Int) -> (end: Int, number: [UInt8])? {
    var i = start
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    while i + 1 < end, text[i] == UInt8(ascii: "."), (0x30...0x39).contains(text[i + 1]) {
      i += 1
      while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    }
    let figures = i
    if let ordinal = ordinalEnd(i) {
      i = ordinal
    } else if i < end, Letters.isStart(text, i) {
      let word = Letters.word(text, i, end)
      let letters = text[i..<word.end].count { $0 & 0xC0 != 0x80 }
      guard letters <= 2 || Self.latin.contains(String(decoding: text[i..<word.end], as: UTF8.self)) else { return nil }
      i = word.end
    } else if i + 1 < end, text[i] == UInt8(ascii: "-"), Letters.isStart(text, i + 1) {
      let word = Letters.word(text, i + 1, end)
      if Self.latin.contains(String(decoding: text[i + 1..<word.end], as: UTF8.self)) { i = word.end }
    } else if i + 1 < end, text[i] == UInt8(ascii: "-"), (0x30...0x39).contains(text[i + 1]) {
      // "17-1" is an inserted article, "13-17" a range.
      var k = i + 1
      while k < end, (0x30...0x39).contains(text[k]) { k += 1 }
      if let first = Int(String(decoding: text[start..<i], as: UTF8.self)),
        let second = Int(String(decoding: text[i + 1..<k], as: UTF8.self)), second <= first
      {
        i = k
        while i + 1 < end, text[i] == UInt8(ascii: "-"), (0x30...0x39).contains(text[i + 1]) {
          i += 1
          while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
        }
      }
    }
    if let latin = latinEnd(i) ?? letterApart(i) { i = latin }
    // Superior figures: "17¹".
    while i + 1 < end, text[i] == 0xC2, [0xB9, 0xB2, 0xB3].contains(text[i + 1]) { i += 2 }
    if ordinalEnd(figures) == i { return (i, normalisedNumber(text[start..<figures])) }
    return (i, language.withoutEnding(normalisedNumber(text[start..<i])))
  }

  /// Behind what makes an ordinal of a figure: "1er", "1.º", "2-го".
  private func ordinalEnd(_ start: Int) -> Int? {
    var i = start
    if i < end, text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: "-") { i += 1 }
    if i + 1 < end, text[i] == 0xC2, [0xB0, 0xBA, 0xAA].contains(text[i + 1]) { return i + 2 }
    guard i < end, Letters.isStart(text, i), i == start || text[i - 1] == UInt8(ascii: "-") else { return nil }
    let word = Letters.word(text, i, end)
    return language.style.numberEndings.contains(word.hash) ? word.end : nil
  }

  /// Behind a Latin suffix that stands apart: "12 bis".
  private func latinEnd(_ start: Int) -> Int? {
    let i = Letters.space(text, start, end)
    guard i > start, i < end, Letters.isStart(text, i) else { return nil }
    let word = word(at: i)
    let suffix = String(decoding: text[i..<word.end], as: UTF8.self).lowercased()
    return word.entry == nil && Self.latin.contains(suffix) ? word.end : nil
  }

  /// Behind the letter of a number that stands apart: "§ 90 a Abs. 5", but not "§ 90 a)".
  private func letterApart(_ start: Int) -> Int? {
    guard language.style.letterStandsApart else { return nil }
    let i = Letters.space(text, start, end)
    guard i > start, i < end, text[i] &- 0x61 < 26, Letters.word(text, i, end).end == i + 1 else { return nil }
    return i + 1 < end && [UInt8(ascii: ")"), UInt8(ascii: ".")].contains(text[i + 1]) || word(at: i).entry != nil
      ? nil : i + 1
  }

  private static let latin: Set = [
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies",
  ]
}

extension CitationLanguage {
  /// The number of an ordinal in words.
  static func number(ofOrdinal n: UInt8) -> [UInt8] { Array((n == 0 ? "last" : String(n)).utf8) }

  /// A number in normal form without the ending of an ordinal, and with a letter that stands apart: "1er" is "1", "90 a" is
  /// "90a".
  func withoutEnding(_ number: [UInt8]) -> [UInt8] {
    if style.letterStandsApart, number.count > 2, number[number.count - 2] == UInt8(ascii: "-"),
      number[number.count - 1] > 0x60
    {
      return number.dropLast(2) + number.suffix(1)
    }
    guard !style.numberEndings.isEmpty else { return number }
    let figures = number.prefix { (0x30...0x39).contains($0) }
    guard !figures.isEmpty, figures.count < number.count else { return number }
    let rest = number[figures.count...].drop { $0 == UInt8(ascii: "-") }
    let word = Letters.word(number, rest.startIndex, number.count)
    return word.end == number.count && style.numberEndings.contains(word.hash) ? Array(figures) : number
  }
}
