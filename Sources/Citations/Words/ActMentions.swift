import Provisions

/// The act that a citation names behind its units: "of this Act", "от Закона за …", "des Onlinezugangsgesetzes".
extension CitationParser {
  /// The mention behind `position` and the end of its words, as far as that is certain.
  func actMention(after position: Int) -> (act: ActMention, end: Int)? {
    var i = Letters.space(text, position, end)
    var isBound = false
    var afterArticle = false
    if i < end, text[i] == UInt8(ascii: ",") { i = Letters.space(text, i + 1, end) }
    while i < end, Letters.isStart(text, i), pointedAct(at: i) == nil {
      let word = word(at: i)
      let entry = word.entry
      // "от преходните и заключителните разпоредби на закона"
      let isBetween = entry == .conjunction && afterArticle
      // "Schedule 3 to the Act"
      let isBinding = entry == .of || entry == .through
      guard isBinding || entry == .article || isBetween else { break }
      afterArticle = entry == .article
      if isBinding { isBound = true }
      i = Letters.space(text, word.end, end)
      if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
    }
    if isBound, let yearly = actOfYear(at: i) { return yearly }
    guard i < end, Letters.isStart(text, i) else { return nil }
    // Behind a comma only "of" binds an act: what follows may be the next thing in the sentence.
    let hasComma = Letters.space(text, position, end) < end && text[Letters.space(text, position, end)] == 0x2C
    if hasComma, !isBound { return pointedAct(at: i) }
    return determined(at: i) ?? title(at: i, isBound: isBound)
  }

  /// A unit that is told by where it stands: "of this section", "of that article", "настоящей статьи".
  ///
  /// - Returns: its steps where they are known, the level, the act and the end of the words.
  func placeBefore(_ position: Int, in chain: [TextCitation]) -> (
    steps: [UnitStep], level: UnitLevel, act: ActMention, end: Int
  )? {
    var i = Letters.space(text, position, end)
    while i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      if word.entry == .of || word.entry == .article {
        i = Letters.space(text, word.end, end)
        if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
        continue
      }
      guard word.entry == .this || word.entry == .that else { return nil }
      let next = Letters.space(text, word.end, end)
      guard next < end, Letters.isStart(text, next) else { return nil }
      let noun = self.word(at: next)
      guard case .unit(let level, _, _) = noun.entry, !isPlainAct(noun.hash) else { return nil }
      if noun.end + 1 < end, item(at: Letters.space(text, noun.end, end), level, previous: []) != nil { return nil }
      if word.entry == .this { return ([], .book, .this, noun.end) }
      let before = found[firstOfBlock...] + chain.prefix { $0.steps[0].level == level }
      guard let last = before.last, last.steps.contains(where: { $0.level == level }) else {
        return ([], .book, .unclear, noun.end)
      }
      return (Array(last.steps.prefix { $0.level <= level }), level, last.act, noun.end)
    }
    return nil
  }

  /// "this Act", "the said Law".
  private func determined(at start: Int) -> (act: ActMention, end: Int)? {
    let word = word(at: start)
    let act: ActMention
    switch word.entry {
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
    if isPlainAct(word.hash) { return true }
    guard !language.style.actSuffixes.isEmpty else { return false }
    let bytes = text[start..<word.end]
    return language.style.actSuffixes.contains {
      bytes.count > $0.utf8.count && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  func title(at start: Int, isBound: Bool) -> (act: ActMention, end: Int)? {
    let first = word(at: start)
    if case .unit = first.entry, let name = numberedName(at: start, first.end) { return name }
    if let pointed = pointedAct(at: start) { return pointed }
    if first.entry == .name { return (.named(words(start, first.end)), first.end) }
    if isAbbreviation(start, first.end), isBound || language.style.hasAbbreviations {
      return (.named(words(start, abbreviationEnd(first.end))), abbreviationEnd(first.end))
    }
    // Some words may stand before the word for the act: "Федерального закона", "Commission Implementing Regulation".
    var i = start
    for count in 0..<5 {
      guard i < end, Letters.isStart(text, i) else { break }
      let word = word(at: i)
      if isActWord(i, (word.end, word.hash)) {
        if let numbered = numbered(start, word.end) { return numbered }
        // Where the title goes before, the word for the act may also be its first.
        guard !language.style.endsWithAct || count == 0 else { break }
        return titleFromAct(start, word.end, isAlone: count == 0)
      }
      guard Letters.isCapital(text, start), word.entry == nil || word.entry == .conjunction else { break }
      i = Letters.space(text, word.end, end)
      // "des Justizvergütungs- und -entschädigungsgesetzes"
      if i < end, text[i] == UInt8(ascii: "-") { i = Letters.space(text, i + 1, end) }
      if i < end, text[i] == UInt8(ascii: "-") { i += 1 }
    }
    return language.style.endsWithAct ? titleBeforeAct(at: start) : nil
  }

  /// "the 2015 Regulations"
  private func actOfYear(at start: Int) -> (act: ActMention, end: Int)? {
    var i = start
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    guard i - start == 4 else { return nil }
    i = Letters.space(text, i, end)
    guard i < end, Letters.isCapital(text, i), Letters.isStart(text, i) else { return nil }
    let noun = Letters.word(text, i, end)
    return isPlainAct(noun.hash) ? (.named(words(start, noun.end)), noun.end) : nil
  }

  /// "Artikel 10-Gesetz"
  private func numberedName(at start: Int, _ wordEnd: Int) -> (act: ActMention, end: Int)? {
    var i = Letters.space(text, wordEnd, end)
    while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
    guard i + 1 < end, text[i] == UInt8(ascii: "-"), Letters.isStart(text, i + 1) else { return nil }
    let noun = Letters.word(text, i + 1, end)
    return isActWord(i + 1, noun) ? (.named(words(start, noun.end)), noun.end) : nil
  }

  func words(_ start: Int, _ until: Int) -> String { String(decoding: text[start..<until], as: UTF8.self) }

  func isPlainAct(_ hash: UInt64) -> Bool { language.style.acts.find(hash) != nil }

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
