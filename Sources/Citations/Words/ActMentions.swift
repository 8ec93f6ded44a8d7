import Provisions

/// The act that a citation names behind its units: "of this Act", "от Закона за …", "des Onlinezugangsgesetzes".
extension CitationParser {
  /// The mention behind `position` and the end of its words, as far as that is certain.
  func actMention(after position: Int) -> (act: ActMention, end: Int)? {
    var i = Letters.space(text, position, end)
    var isBound = false
    var afterArticle = false
    if i < end, text[i] == UInt8(ascii: ",") { i = Letters.space(text, i + 1, end) }
    while i < end, Letters.isStart(text, i) {
      let word = Letters.word(text, i, end)
      let entry = language.entry(word.hash)
      // "от преходните и заключителните разпоредби на закона"
      let isBetween = entry == .conjunction && afterArticle
      guard entry == .of || entry == .article || isBetween else { break }
      afterArticle = entry == .article
      if entry == .of { isBound = true }
      i = Letters.space(text, word.end, end)
      if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
    }
    guard i < end, Letters.isStart(text, i) else { return nil }
    // Behind a comma only "of" binds an act: what follows may be the next thing in the sentence.
    let hasComma = Letters.space(text, position, end) < end && text[Letters.space(text, position, end)] == 0x2C
    if hasComma, !isBound { return nil }
    return determined(at: i) ?? title(at: i, isBound: isBound)
  }

  /// "this Act", "the said Law".
  private func determined(at start: Int) -> (act: ActMention, end: Int)? {
    let word = Letters.word(text, start, end)
    let act: ActMention
    switch language.entry(word.hash) {
    case .this: act = .this
    case .that: act = .preceding
    case .former:
      // "на предходната алинея": a place that is told by where it stands.
      return (.unclear, word.end)
    default: return nil
    }
    let next = Letters.space(text, word.end, end)
    guard next < end, Letters.isStart(text, next) else { return nil }
    let noun = Letters.word(text, next, end)
    guard isActWord(next, noun) else { return nil }
    return (act, noun.end)
  }

  /// Whether a word says that something is an act.
  func isActWord(_ start: Int, _ word: (end: Int, hash: UInt64)) -> Bool {
    if language.entry(word.hash) == .act { return true }
    guard !language.style.actSuffixes.isEmpty else { return false }
    let bytes = text[start..<word.end]
    return language.style.actSuffixes.contains {
      bytes.count > $0.utf8.count && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  func title(at start: Int, isBound: Bool) -> (act: ActMention, end: Int)? {
    let first = Letters.word(text, start, end)
    if let european = european(at: start, first.end) { return european }
    if language.style.endsWithAct, !isPlainAct(first.hash) { return titleBeforeAct(at: start) }
    if isAbbreviation(start, first.end), isBound || language.style.hasAbbreviations {
      return (.named(String(decoding: text[start..<first.end], as: UTF8.self)), first.end)
    }
    // Up to three words may stand before the word for the act: "Федерального закона", "Наказателния кодекс".
    var i = start
    for count in 0..<4 {
      guard i < end, Letters.isStart(text, i) else { return nil }
      let word = Letters.word(text, i, end)
      if isActWord(i, word) { return titleFromAct(start, word.end, isAlone: count == 0) }
      let entry = language.entry(word.hash)
      guard Letters.isCapital(text, start), entry == nil || entry == .conjunction else { return nil }
      i = Letters.space(text, word.end, end)
      // "des Justizvergütungs- und -entschädigungsgesetzes"
      if i < end, text[i] == UInt8(ascii: "-") { i = Letters.space(text, i + 1, end) }
      if i < end, text[i] == UInt8(ascii: "-") { i += 1 }
    }
    return nil
  }

  private func isPlainAct(_ hash: UInt64) -> Bool { language.entry(hash) == .act }

  /// A title that the word for the act begins, or words before it: only the loaded titles tell where it ends.
  private func titleFromAct(_ start: Int, _ actEnd: Int, isAlone: Bool) -> (act: ActMention, end: Int)? {
    let next = Letters.space(text, actEnd, end)
    let isCompound = isAlone && !language.style.actSuffixes.isEmpty && !isPlainAct(Letters.word(text, start, end).hash)
    if isCompound || next >= end { return certain(start, actEnd, isAlone: isAlone && !isCompound) }
    let goesOn =
      Letters.isStart(text, next) || text[next] == 0xC2 || text[next] == 0xE2 || text[next] == 0x22
      || text[next] == UInt8(ascii: "(") || (0x30...0x39).contains(text[next])
    guard goesOn, isAlone || !Letters.isStart(text, next) || titleGoesOn(next) else {
      return certain(start, actEnd, isAlone: isAlone)
    }
    if isAlone, Letters.isStart(text, next), !titleGoesOn(next) { return certain(start, actEnd, isAlone: true) }
    return (.titled(String(decoding: text[start..<sentenceEnd(from: start)], as: UTF8.self)), actEnd)
  }

  /// Words behind the word for an act that belong to its title: "of", "on", "за", "о", or a capital.
  private func titleGoesOn(_ i: Int) -> Bool {
    let word = Letters.word(text, i, end)
    if language.entry(word.hash) == .numero { return true }
    return language.style.titleWords.contains(word.hash) || Letters.isCapital(text, i)
  }

  private func certain(_ start: Int, _ actEnd: Int, isAlone: Bool) -> (act: ActMention, end: Int)? {
    let words = String(decoding: text[start..<actEnd], as: UTF8.self)
    if isAlone, !language.style.namesAlone.contains(where: { words.lowercased().hasPrefix($0) }) {
      return (.generic(words.lowercased()), actEnd)
    }
    return (.named(words), actEnd)
  }

  /// "Access to Information Act", "Companies Act 2006", with capitals up to the word for the act.
  private func titleBeforeAct(at start: Int) -> (act: ActMention, end: Int)? {
    guard Letters.isCapital(text, start) else { return nil }
    var i = start
    for _ in 0..<16 {
      guard i < end, Letters.isStart(text, i) else { return nil }
      let word = Letters.word(text, i, end)
      let isCapital = Letters.isCapital(text, i)
      if isCapital, language.entry(word.hash) == .act { return (named(start, word.end)) }
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
    return (.named(String(decoding: text[start..<last], as: UTF8.self)), last)
  }

  /// "Regulation (EU) No 910/2014", "Директива 95/46/ЕО": an act of the European Union, known by its number.
  private func european(at start: Int, _ wordEnd: Int) -> (act: ActMention, end: Int)? {
    guard isPlainAct(Letters.word(text, start, end).hash) else { return nil }
    var i = Letters.space(text, wordEnd, end)
    if i < end, text[i] == UInt8(ascii: "(") {
      while i < end, text[i] != UInt8(ascii: ")") { i += 1 }
      i = Letters.space(text, min(i + 1, end), end)
    }
    if i + 2 < end, text[i] == 0xE2, text[i + 1] == 0x84 { i = Letters.space(text, i + 3, end) }
    if i < end, Letters.isStart(text, i) {
      let word = Letters.word(text, i, end)
      guard language.entry(word.hash) == .numero else { return nil }
      i = word.end
      if i < end, text[i] == UInt8(ascii: ".") { i += 1 }
      if i + 1 < end, text[i] == 0xC2, text[i + 1] == 0xB0 { i += 2 }
      i = Letters.space(text, i, end)
    }
    let number = i
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    guard i > number, i + 1 < end, text[i] == UInt8(ascii: "/"), (0x30...0x39).contains(text[i + 1]) else { return nil }
    i += 1
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    let last = i
    // "95/46/EC"
    if i < end, text[i] == UInt8(ascii: "/"), i + 1 < end, Letters.isStart(text, i + 1) {
      i = Letters.word(text, i + 1, end).end
    }
    return (.named(String(decoding: text[number..<last], as: UTF8.self)), i)
  }

  func isAbbreviation(_ start: Int, _ wordEnd: Int) -> Bool {
    var letters = 0
    var i = start
    while i < wordEnd {
      guard Letters.isCapital(text, i) else { return false }
      letters += 1
      i += text[i] < 0x80 ? 1 : 2
    }
    return (2...8).contains(letters) && !(language.entry(Letters.word(text, start, end).hash) != nil)
  }

  /// Where the words of a title end at the latest: with the sentence, or after 240 bytes.
  private func sentenceEnd(from start: Int) -> Int {
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

  /// Gives the act to the citations of a chain that it holds: those that name a citable unit or a group. What is only part
  /// of a unit ("subsection (1) or section 12 of the Act") belongs to where it stands.
  mutating func name(_ act: ActMention, _ chain: inout [TextCitation], ownEnd: Int, actEnd: Int) {
    var act = act
    if act == .preceding, let last = lastAct { act = last }
    act = spelledOut(act)
    switch act {
    case .titled, .named:
      lastAct = act
      noteShortName(behind: actEnd, of: act)
    default: break
    }
    let whole = chain.indices.filter { chain[$0].steps[0].level <= .unit }
    for k in whole.isEmpty ? Array(chain.indices) : whole { chain[k].act = act }
    let last = chain.count - 1
    if act == .unclear { return }
    if chain[last].act == act { chain[last].range = chain[last].range.lowerBound..<actEnd }
  }
}
