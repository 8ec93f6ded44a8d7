import Provisions

/// Titles of acts, and where they end as far as their words tell.
extension CitationParser {
  /// A title that the word for the act begins, or words before it: only the loaded titles tell where it ends.
  func titleFromAct(_ start: Int, _ actEnd: Int, isAlone: Bool) -> (act: ActMention, end: Int)? {
    let next = Letters.space(text, actEnd, end)
    let isCompound = isAlone && !language.style.actSuffixes.isEmpty && !isPlainAct(Letters.word(text, start, end).hash)
    if isCompound || next >= end { return certain(start, actEnd, isAlone: isAlone && !isCompound) }
    if isAlone, Letters.isStart(text, next) {
      // "la loi précitée"
      let last = Letters.word(text, next, end)
      if language.style.thatBehind.contains(last.hash) { return (.preceding, last.end) }
    }
    let goesOn =
      Letters.isStart(text, next) || text[next] == 0xC2 || numeroEnd(next) != nil || quotationEnd(next) != nil
      || text[next] == 0x22
      || text[next] == UInt8(ascii: "(") || (0x30...0x39).contains(text[next])
    guard goesOn, isAlone || !Letters.isStart(text, next) || titleGoesOn(next) else {
      return certain(start, actEnd, isAlone: isAlone)
    }
    if isAlone, Letters.isStart(text, next), !titleGoesOn(next) { return certain(start, actEnd, isAlone: true) }
    if language.style.endsWithAct {
      let last = capitalsEnd(next)
      return last > next ? (.named(words(start, last)), last) : certain(start, actEnd, isAlone: true)
    }
    let closing = Letters.word(text, next, end)
    if language.style.closing.contains(closing.hash) { return (.named(words(start, closing.end)), closing.end) }
    return (.titled(words(start, sentenceEnd(from: start))), actEnd)
  }

  /// Where words with capitals end, with the small ones between them: "on the Functioning of the European Union".
  func capitalsEnd(_ start: Int) -> Int {
    var (i, last) = (start, start)
    while i < end, Letters.isStart(text, i) {
      let word = Letters.word(text, i, end)
      let isCapital = Letters.isCapital(text, i)
      guard isCapital || word.end - i <= 3 else { break }
      if isCapital { last = word.end }
      i = Letters.space(text, word.end, end)
    }
    return last
  }

  /// Words behind the word for an act that belong to its title: "of", "on", "за", "о", or a capital.
  func titleGoesOn(_ i: Int) -> Bool {
    let word = Letters.word(text, i, end)
    if language.style.numeros.contains(word.hash) { return true }
    // "Accordo di cui all'articolo 1"
    let next = Letters.space(text, word.end, end)
    if next < end, Letters.isStart(text, next),
      language.style.relatives.contains(Letters.word(text, next, end).hash)
    {
      return false
    }
    return language.style.titleWords.contains(word.hash) || Letters.isCapital(text, i)
  }

  func certain(_ start: Int, _ actEnd: Int, isAlone: Bool) -> (act: ActMention, end: Int)? {
    let words = words(start, actEnd)
    if isAlone, !language.style.namesAlone.contains(where: { words.lowercased().hasPrefix($0) }) {
      return (.generic(words.lowercased()), actEnd)
    }
    return (.named(words), actEnd)
  }

  /// "Access to Information Act", "Companies Act 2006", with capitals up to the word for the act.
  func titleBeforeAct(at start: Int) -> (act: ActMention, end: Int)? {
    guard Letters.isCapital(text, start) else { return nil }
    var i = start
    for _ in 0..<24 {
      guard i < end else { return nil }
      // "Town and Country Planning (Use Classes) Order 1987"
      if text[i] == UInt8(ascii: "("), i + 1 < end, Letters.isCapital(text, i + 1), i > start {
        while i < end, text[i] != UInt8(ascii: ")") { i += 1 }
        i = Letters.space(text, min(i + 1, end), end)
        continue
      }
      guard Letters.isStart(text, i) else { return nil }
      let word = Letters.word(text, i, end)
      let isCapital = Letters.isCapital(text, i)
      if isCapital, isPlainAct(word.hash), i > start { return named(start, word.end) }
      let isSmall = word.end - i <= 4
      guard isCapital || isSmall else { return nil }
      i = Letters.space(text, word.end, end)
      if i < end, text[i] == UInt8(ascii: ","), i + 1 < end { i = Letters.space(text, i + 1, end) }
      if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
    }
    return nil
  }

  /// With the year that follows, also behind a comma: "Regulations, 1985".
  func named(_ start: Int, _ actEnd: Int) -> (act: ActMention, end: Int) {
    let hasComma = actEnd < end && text[actEnd] == UInt8(ascii: ",")
    let year = Letters.space(text, hasComma ? actEnd + 1 : actEnd, end)
    var i = year
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    let last = i - year == 4 ? i : actEnd
    // An act that carries another in its name: "Data Protection Act 2018 (Commencement No. 1) Regulations 2018".
    let next = Letters.space(text, last, end)
    if next < end, text[next] == UInt8(ascii: "("), next + 1 < end, Letters.isCapital(text, next + 1) {
      var close = next
      while close < end, text[close] != UInt8(ascii: ")") { close += 1 }
      let noun = Letters.space(text, min(close + 1, end), end)
      if noun < end, Letters.isCapital(text, noun) {
        let word = Letters.word(text, noun, end)
        if isPlainAct(word.hash) { return named(start, word.end) }
      }
    }
    return (.named(words(start, last)), last)
  }

  /// Where the words of a title end at the latest: with the sentence, or after 240 bytes.
  func sentenceEnd(from start: Int) -> Int {
    var i = start
    let limit = min(end, start + 240)
    var depth = 0
    while i < limit {
      switch text[i] {
      case UInt8(ascii: ";"): return i
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return i }
        depth -= 1
      case UInt8(ascii: "."):
        let next = Letters.space(text, i + 1, end)
        if next > i + 1, next < end, Letters.isCapital(text, next) || next >= end { return i }
      default: break
      }
      i += 1
    }
    while i < end, i > start, text[i] & 0xC0 == 0x80 { i -= 1 }
    return i
  }
}
