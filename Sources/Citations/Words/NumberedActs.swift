import Provisions

/// Acts by number, by date and by abbreviation, whose mention ends where these end.
extension CitationParser {
  /// "d.lgs. n. 165/2001", "c.c.": an abbreviation with points.
  func pointedAct(at start: Int) -> (act: ActMention, end: Int)? {
    for name in language.style.pointedActs where start + name.count <= end {
      guard zip(name, text[start...]).allSatisfy({ $0 == $1 || (0x41...0x5A).contains($1) && $0 == $1 | 0x20 }) else {
        continue
      }
      return numbered(start, start + name.count, isEuropean: false) ?? (
        .named(words(start, start + name.count)), start + name.count
      )
    }
    return nil
  }

  /// Behind the parts of an abbreviation: "ГК РФ", "SGB X".
  func abbreviationEnd(_ wordEnd: Int) -> Int {
    let next = Letters.space(text, wordEnd, end)
    guard next < end, Letters.isStart(text, next), Letters.isCapital(text, next) else { return wordEnd }
    let word = word(at: next)
    return word.entry == nil && (isAbbreviation(next, word.end) || isRoman(text[next..<word.end])) ? word.end : wordEnd
  }

  /// An act that its number or its date tells, with all that belongs to it: "Закона Республики Беларусь от 18 июля 2011 г.
  /// № 300-З «О …»", "legge 7 agosto 1990, n. 241", "Regulation (EU) No 910/2014".
  func numbered(_ start: Int, _ actEnd: Int, isEuropean: Bool = true) -> (act: ActMention, end: Int)? {
    var i = Letters.space(text, actEnd, end)
    var last: Int?
    var isNumbered = false
    var european: String?
    var others = 0
    while i < end {
      if !isNumbered, let number = numberEnd(i) {
        if isEuropean, number.isEuropean { european = words(number.start, number.key) }
        (last, isNumbered) = (number.end, true)
        i = number.end
      } else if let date = dateEnd(i) {
        last = date
        i = date
      } else if !language.style.endsWithAct, let title = quotedEnd(i) {
        // A title between quotation marks ends the mention; where titles end with the word, it is a term that is defined.
        return (.named(words(start, title)), title)
      } else if text[i] == UInt8(ascii: ",") {
        guard let own = leadEnd(Letters.space(text, i + 1, end)) else { break }
        i = own
        continue
      } else if text[i] == UInt8(ascii: "("), last == nil, let close = shortBracketEnd(i) {
        i = close
      } else if Letters.isStart(text, i) {
        if let own = leadEnd(i) {
          i = own
          continue
        }
        if isNumbered, let year = yearEnd(i) {
          last = year
          i = year
          continue
        }
        let word = word(at: i)
        let isElided = word.end < end && apostropheEnd(word.end) != nil
        let isTitle =
          isElided || Letters.isCapital(text, i) || language.style.titleWords.contains(word.hash)
          || isPlainAct(word.hash)
        if case .unit = word.entry { break }
        guard last == nil, isTitle, others < 8 else { break }
        others += 1
        i = word.end
        if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
      } else {
        break
      }
      i = Letters.space(text, i, end)
    }
    guard let last else { return nil }
    return (.named(european ?? words(start, last)), last)
  }

  /// Behind words such as "от", "du", "vom" where a date or a number follows.
  func leadEnd(_ start: Int) -> Int? {
    var i = start
    while i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      let isLead = word.entry == .of || word.entry == .article || language.style.dated.contains(word.hash)
      guard isLead else { break }
      i = Letters.space(text, word.end, end)
    }
    guard i < end else { return nil }
    return dateEnd(i) != nil || numeroEnd(i) != nil && numberEnd(i) != nil ? i : nil
  }

  /// The number of an act at `start`: behind a word or sign for "number", or two figures with a slash between.
  func numberEnd(_ start: Int) -> (start: Int, key: Int, end: Int, isEuropean: Bool)? {
    let numero = numeroEnd(start)
    let first = numero ?? start
    var i = first
    var hasSlash = false
    while i < end {
      if (0x30...0x39).contains(text[i]) {
        i += 1
      } else if i > first, text[i] == UInt8(ascii: "/") || text[i] == UInt8(ascii: "-"), i + 1 < end,
        (0x30...0x39).contains(text[i + 1]) || Letters.isStart(text, i + 1)
      {
        hasSlash = hasSlash || text[i] == UInt8(ascii: "/")
        i += 1
      } else if i > first, text[i] == UInt8(ascii: "."), thousands(at: i + 1) {
        // "Ley 21.610"
        i += 4
      } else if Letters.isStart(text, i), i > first || numero != nil {
        let word = Letters.word(text, i, end)
        guard word.end - i <= 8 else { break }
        i = word.end
      } else {
        break
      }
    }
    guard i > first, text[first..<i].contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    guard numero != nil || hasSlash && (0x30...0x39).contains(text[first]) else { return nil }
    // "95/46/EC": the number proper ends before the letters.
    var key = first
    var slashes = 0
    while key < i, (0x30...0x39).contains(text[key]) || text[key] == UInt8(ascii: "/") {
      if text[key] == UInt8(ascii: "/") {
        guard slashes == 0, key + 1 < i, (0x30...0x39).contains(text[key + 1]) else { break }
        slashes += 1
      }
      key += 1
    }
    return (first, key, i, slashes == 1)
  }

  /// Behind "(EU)", "(EU, Euratom)", "(ЕС)".
  func shortBracketEnd(_ start: Int) -> Int? {
    var i = start + 1
    while i < end, i - start <= 20, text[i] != UInt8(ascii: ")") { i += 1 }
    guard i < end, text[i] == UInt8(ascii: ")"), i > start + 1, Letters.isCapital(text, start + 1) else { return nil }
    return numberEnd(Letters.space(text, i + 1, end)) == nil ? nil : i + 1
  }

  /// Behind a quotation that opens at `i` and closes soon.
  func quotedEnd(_ i: Int) -> Int? {
    guard let close = quotationEnd(i), close - i <= 600 else { return nil }
    return close
  }

  func isAbbreviation(_ start: Int, _ wordEnd: Int) -> Bool {
    var (letters, capitals) = (0, 0)
    var isLastCapital = false
    var i = start
    while i < wordEnd {
      isLastCapital = Letters.isCapital(text, i)
      if isLastCapital { capitals += 1 }
      letters += 1
      i += text[i] < 0x80 ? 1 : text[i] < 0xE0 ? 2 : 3
    }
    // "BGB", "ЗЕУ"; "StGB", "BetrVG".
    guard capitals == letters || language.style.mixesAbbreviations && capitals >= 2 && isLastCapital else {
      return false
    }
    guard Letters.isCapital(text, start), (2...10).contains(letters) else { return false }
    // "MAD-Gesetzes" is a word of its own.
    if wordEnd + 1 < end, text[wordEnd] == UInt8(ascii: "-"), Letters.isStart(text, wordEnd + 1) { return false }
    return language.entry(Letters.word(text, start, end).hash) == nil
  }

  /// Whether three figures and no more stand at a place.
  private func thousands(at i: Int) -> Bool {
    func isFigure(_ k: Int) -> Bool { k < end && (0x30...0x39).contains(text[k]) }
    return isFigure(i) && isFigure(i + 1) && isFigure(i + 2) && !isFigure(i + 3)
  }
}
