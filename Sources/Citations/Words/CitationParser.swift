import Provisions

/// Reads citations from the words of one document: a scan over bytes that stops at words for units.
///
/// A citation is a chain of groups, each a word for a unit with its numbers. What joins two groups, and which of them lies
/// deeper, tells how they belong together: "чл. 20, ал. 1" goes down, "пункт 3 статьи 17" goes up, "articles 5 and 7" goes
/// on beside.
package struct CitationParser {
  let text: [UInt8]
  let language: CitationLanguage
  /// Whether the block stands in the front of the document: its preface or preamble.
  var isFront = false
  /// Where the block begins and ends that is read.
  var block = 0
  var end = 0
  /// Acts by the short name that the document gave them.
  var shortNames: [String: ActMention] = [:]
  /// The act that was named last in the block, which "that Act" means.
  var lastAct: ActMention?
  /// Where the quotation ends in which the scan is, or has been.
  private(set) var quotation = 0
  /// How many citations were found before the block.
  private(set) var firstOfBlock = 0
  package var found: [TextCitation] = []
  /// Where words for acts stand that name no unit's home: "the Act", "Datenschutzgesetz".
  private(set) var actWords: [Int] = []

  package init(_ text: [UInt8], _ language: CitationLanguage) {
    self.text = text
    self.language = language
  }

  /// Reads one block of text: a paragraph, a heading, a cell. Citations do not cross blocks.
  package mutating func read(_ block: Range<Int>) {
    end = block.upperBound
    self.block = block.lowerBound
    lastAct = nil
    firstOfBlock = found.count
    let first = Letters.space(text, block.lowerBound, end)
    var i = first
    quotation = 0
    while i < end {
      let byte = text[i]
      if i >= quotation, let closing = quotationEnd(i) {
        quotation = closing
        i += 1
      } else if Letters.isStart(text, i) {
        let word = word(at: i)
        if let entry = word.entry, begins(entry, i, word.end, first: first),
          let next = chain(at: i, word.end, entry, isFirst: i == first)
        {
          i = next
        } else if let next = bareChain(at: i) {
          i = next
        } else if word.entry == .former {
          i = skipFormer(word.end)
        } else {
          i = pass(i, word.end, word.hash)
        }
      } else if isSectionSign(i) {
        i = chain(at: i, sectionSignEnd(i), .unit(.unit, isList: true), isFirst: i == first) ?? i + 2
      } else if let next = bareChain(at: i) {
        i = next
      } else if (0x30...0x39).contains(byte) {
        // Letters right behind a number are part of it.
        while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
        if i < end, Letters.isStart(text, i) { i = max(i + 1, Letters.word(text, i, end).end) }
      } else {
        i += 1
      }
    }
  }

  /// Whether a word may begin a citation where it stands.
  private func begins(_ entry: CitationLanguage.Entry, _ start: Int, _ wordEnd: Int, first: Int) -> Bool {
    let letters = text[start..<wordEnd].count { $0 & 0xC0 != 0x80 }
    // The "s" of "Canada's 10 provinces" is no section.
    if letters == 1, start > first, isApostrophe(before: start) { return false }
    guard case .unit(_, _, let use) = entry else { return true }
    switch use {
    case .inChain: return false
    case .withPoint: guard wordEnd < end, text[wordEnd] == UInt8(ascii: ".") else { return false }
    case .anywhere: break
    }
    guard letters <= 2, start > first else { return true }
    var i = start - 1
    // "в т.ч. 20 рублей"
    if text[i] == UInt8(ascii: "."), i > first, text[i - 1] >= 0x80 || Letters.isStart(text, i - 1) { return false }
    // "в 5 ч. 30 мин.": what a number counts.
    while i > first, text[i] == 0x20 || text[i] == 0xA0 || text[i] == 0xC2 { i -= 1 }
    return !(0x30...0x39).contains(text[i])
  }

  /// A chain that begins with a number without a word: "le 2° du II de l'article 3". Only the unit at its end tells what it is.
  private mutating func bareChain(at start: Int) -> Int? {
    guard let level = bareLevel(at: start) else { return nil }
    return chain(at: start, start, .bare(level), isFirst: false)
  }

  /// Behind a word that begins no citation: behind all words of an act that is named by its number.
  private mutating func pass(_ start: Int, _ wordEnd: Int, _ hash: UInt64) -> Int {
    guard isActWord(start, (wordEnd, hash)) else { return wordEnd }
    actWords.append(start)
    if let end = wholeAct(at: start, (wordEnd, hash)) { return end }
    guard let (act, end) = numbered(start, wordEnd) else { return wordEnd }
    lastAct = act
    return end
  }

  /// Behind the citation that a word such as "former" takes back.
  private mutating func skipFormer(_ wordEnd: Int) -> Int {
    let next = Letters.space(text, wordEnd, end)
    guard next < end, Letters.isStart(text, next) else { return wordEnd }
    let word = word(at: next)
    guard let entry = word.entry else { return wordEnd }
    var dropped: [TextCitation] = []
    return group(at: next, word.end, entry, prefix: [], refines: false, into: &dropped) ?? wordEnd
  }

  /// Behind a quotation that opens at `i` and closes in the block.
  func quotationEnd(_ i: Int) -> Int? {
    let isLow = text[i] == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x9E
    let isAngled = text[i] == 0xC2 && i + 1 < end && text[i + 1] == 0xAB
    let isHigh = text[i] == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x9C
    guard isLow || isAngled || isHigh else { return nil }
    var k = i + 2
    while k < end {
      if text[k] == 0xE2, k + 2 < end, text[k + 1] == 0x80 {
        if isLow, text[k + 2] == 0x9C || text[k + 2] == 0x9D { return k + 3 }
        if isHigh, text[k + 2] == 0x9D { return k + 3 }
      }
      if isAngled, text[k] == 0xC2, k + 1 < end, text[k + 1] == 0xBB { return k + 2 }
      k += 1
    }
    return nil
  }

  // MARK: Chains

  /// What joins a group to the one before it.
  enum Joint { case nothing, comma, conjunction, bridge, of }

  /// Reads the chain of groups that begins at `start`, and returns its end; `nil` where no citation begins there.
  private mutating func chain(
    at start: Int, _ wordEnd: Int, _ entry: CitationLanguage.Entry, isFirst: Bool
  ) -> Int? {
    var chain: [TextCitation] = []
    guard var position = group(at: start, wordEnd, entry, prefix: [], refines: false, into: &chain) else { return nil }
    if isLabel(start, chain, isFirst: isFirst) { return position }
    while true {
      if let next = nextGroup(after: position), let end = join(next, to: &chain) {
        position = end
      } else if let end = nextUnit(after: position, to: &chain) {
        position = end
      } else {
        break
      }
    }
    if let end = followingEnd(position) {
      position = end
      chain[chain.count - 1].range = chain[chain.count - 1].range.lowerBound..<end
    }
    if case .bare = entry, chain[0].steps[0].level > .unit { return nil }
    let ownEnd = position
    if let outer = placeBefore(position, in: chain) {
      position = outer.end
      for k in chain.indices { chain[k].steps = outer.steps + chain[k].steps.filter { $0.level > outer.level } }
      chain[chain.count - 1].range = chain[chain.count - 1].range.lowerBound..<position
      for k in chain.indices { chain[k].act = outer.act }
    } else if let (act, actEnd) = actMention(after: position) {
      position = actEnd
      name(act, &chain, ownEnd: ownEnd, actEnd: actEnd)
    }
    if isOrdinary(entry, start, chain, isFirst: isFirst) { return position }
    let isAmended = chain.contains { $0.act == .unnamed } && isAmended(after: position)
    let role = role(of: start..<position)
    for k in chain.indices {
      chain[k].role = role
      if isAmended, chain[k].act == .unnamed { chain[k].act = .unclear }
      // Between quotation marks stand the words of another text: its acts are meant.
      guard start < quotation else { continue }
      switch chain[k].act {
      case .unnamed, .this, .generic, .unclear: chain[k].act = .preceding
      default: break
      }
    }
    found += chain
    return position
  }

  /// Whether the sentence goes on to say that a unit is repealed, replaced or added to.
  private func isAmended(after position: Int) -> Bool {
    var i = position
    let limit = min(end, position + 120)
    while i < limit {
      if text[i] == UInt8(ascii: ";") { return false }
      guard Letters.isStart(text, i) else {
        i += 1
        continue
      }
      let word = Letters.word(text, i, end)
      if language.style.amending.contains(word.hash) { return true }
      i = word.end
    }
    return false
  }

  /// Whether an ordinal and a word for a unit are words like others: "the first part", "my second point".
  private func isOrdinary(
    _ entry: CitationLanguage.Entry, _ start: Int, _ chain: [TextCitation], isFirst: Bool
  ) -> Bool {
    guard case .ordinal = entry, chain[0].steps.count == 1, chain[0].act == .unnamed else { return false }
    let level = chain[0].steps[0].level
    guard level <= .unit || level == .point || language.style.ordinalsFollow else { return false }
    return !Letters.isCapital(text, start) || isFirst || endsSentence(before: start)
  }

  /// A unit's own number at the head of its text, which some publishers leave there: "Чл. 60а. (1) …", "§ 1. …",
  /// "Раздел I Общи положения".
  private func isLabel(_ start: Int, _ chain: [TextCitation], isFirst: Bool) -> Bool {
    guard chain.count == 1, Letters.isCapital(text, start) || isSectionSign(start) else { return false }
    guard isFirst || endsSentence(before: start) else { return false }
    let after = chain[0].range.upperBound
    if chain[0].steps[0].level >= .unit, goesOn(after, below: chain[0].steps[0].level) { return false }
    if after >= end || text[after] == UInt8(ascii: ".") || text[after] == UInt8(ascii: ":") { return true }
    let next = Letters.space(text, after, end)
    let isHead = isFirst || chain[0].steps[0].level < .unit || isCapital(before: start)
    return next >= end || isHead && Letters.isCapital(text, next)
  }

  /// Whether parts of the unit or the abbreviation of an act follow at once: "§ 3 Absatz 1", "Article 6 TEU".
  private func goesOn(_ after: Int, below outer: UnitLevel) -> Bool {
    let next = Letters.space(text, after, end)
    guard next < end, Letters.isStart(text, next) else { return false }
    let word = word(at: next)
    if case .unit(let level, _, _) = word.entry {
      let number = numberStart(next, word.end)
      return level > outer && number < end && item(at: number, level, previous: []) != nil
    }
    return word.entry == .name || language.style.hasAbbreviations && isAbbreviation(next, word.end)
  }

  /// Whether the word before ends in a capital, as a heading in capitals does.
  private func isCapital(before start: Int) -> Bool {
    var i = start - 1
    while i > 0, text[i] == 0x20 || text[i] == 0x0A { i -= 1 }
    while i > 0, text[i] & 0xC0 == 0x80 { i -= 1 }
    return i >= 0 && Letters.isCapital(text, i)
  }

  /// Whether a sentence or a quotation ends, or a line begins, before a word.
  func endsSentence(before start: Int) -> Bool {
    var i = start - 1
    while i > 0, text[i] == 0x20 || text[i] == 0x09 { i -= 1 }
    guard i > 0 else { return true }
    switch text[i] {
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), 0x0A, 0x0D, UInt8(ascii: "\""):
      return true
    case _ where isCapital(before: start): return true
    // An opening quotation mark, as before law that is put in the place of other law.
    case 0xAB where text[i - 1] == 0xC2: return true
    // A closing quotation mark.
    default: return i > 1 && text[i - 2] == 0xE2 && text[i - 1] == 0x80 && (0x9C...0x9E).contains(text[i])
    }
  }
}
