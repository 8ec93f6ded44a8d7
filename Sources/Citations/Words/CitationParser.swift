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
  private var quotation = 0
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
    let first = Letters.space(text, block.lowerBound, end)
    var i = first
    quotation = 0
    while i < end {
      let byte = text[i]
      if i >= quotation, let closing = quotationEnd(i) {
        quotation = closing
        i += 1
      } else if Letters.isStart(text, i) {
        let word = Letters.word(text, i, end)
        // The "s" of "Canada's 10 provinces" is no section.
        let isEnding = word.end == i + 1 && i > first && isApostrophe(before: i)
        if !isEnding, let entry = language.entry(word.hash),
          let next = chain(at: i, word.end, entry, isFirst: i == first)
        {
          i = next
        } else if language.entry(word.hash) == .former {
          i = skipFormer(word.end)
        } else {
          var next = word.end
          if isActWord(i, word) {
            actWords.append(i)
            next = wholeAct(at: i, word) ?? next
          }
          i = next
        }
      } else if isSectionSign(i) {
        i = chain(at: i, sectionSignEnd(i), .unit(.unit, isList: true), isFirst: i == first) ?? i + 2
      } else if (0x30...0x39).contains(byte) {
        // Letters right behind a number are part of it.
        while i < end, (0x30...0x39).contains(text[i]) { i += 1 }
        if i < end, Letters.isStart(text, i) { i = max(i + 1, Letters.word(text, i, end).end) }
      } else {
        i += 1
      }
    }
  }

  /// Behind the citation that a word such as "former" takes back.
  private mutating func skipFormer(_ wordEnd: Int) -> Int {
    let next = Letters.space(text, wordEnd, end)
    guard next < end, Letters.isStart(text, next) else { return wordEnd }
    let word = Letters.word(text, next, end)
    guard let entry = language.entry(word.hash) else { return wordEnd }
    var dropped: [TextCitation] = []
    return group(at: next, word.end, entry, prefix: [], refines: false, into: &dropped) ?? wordEnd
  }

  /// Behind a quotation that opens at `i` and closes in the block.
  private func quotationEnd(_ i: Int) -> Int? {
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
  private enum Joint { case nothing, comma, conjunction, bridge, of }

  /// Reads the chain of groups that begins at `start`, and returns its end; `nil` where no citation begins there.
  private mutating func chain(
    at start: Int, _ wordEnd: Int, _ entry: CitationLanguage.Entry, isFirst: Bool
  ) -> Int? {
    var chain: [TextCitation] = []
    guard var position = group(at: start, wordEnd, entry, prefix: [], refines: false, into: &chain) else { return nil }
    if isLabel(start, chain, isFirst: isFirst) { return position }
    while let next = nextGroup(after: position), let end = join(next, to: &chain) { position = end }
    let ownEnd = position
    if let (act, actEnd) = actMention(after: position) {
      position = actEnd
      name(act, &chain, ownEnd: ownEnd, actEnd: actEnd)
    }
    let role = role(of: start..<position)
    for k in chain.indices {
      chain[k].role = role
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

  /// A unit's own number at the head of its text, which some publishers leave there: "Чл. 60а. (1) …", "§ 1. …",
  /// "Раздел I Общи положения".
  private func isLabel(_ start: Int, _ chain: [TextCitation], isFirst: Bool) -> Bool {
    guard chain.count == 1, Letters.isCapital(text, start) || isSectionSign(start) else { return false }
    guard isFirst || endsSentence(before: start) else { return false }
    let after = chain[0].range.upperBound
    if after >= end || text[after] == UInt8(ascii: ".") || text[after] == UInt8(ascii: ":") { return true }
    let next = Letters.space(text, after, end)
    let isHead = isFirst || chain[0].steps[0].level < .unit || isCapital(before: start)
    return next >= end || isHead && Letters.isCapital(text, next) && nextGroup(after: after) == nil
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
    // A closing quotation mark.
    default: return i > 1 && text[i - 2] == 0xE2 && text[i - 1] == 0x80 && (0x9C...0x9E).contains(text[i])
    }
  }

  private struct NextGroup {
    var joint: Joint
    var start: Int
    var wordEnd: Int
    var entry: CitationLanguage.Entry
    var level: UnitLevel
  }

  /// The word for a unit behind a group, with what joins the two.
  private func nextGroup(after position: Int) -> NextGroup? {
    var joint = Joint.nothing
    var i = Letters.space(text, position, end)
    if i < end, text[i] == UInt8(ascii: ",") || text[i] == UInt8(ascii: ";") {
      joint = .comma
      i = Letters.space(text, i + 1, end)
    }
    while i < end {
      if isSectionSign(i) {
        return NextGroup(
          joint: joint, start: i, wordEnd: sectionSignEnd(i), entry: .unit(.unit, isList: true), level: .unit)
      }
      guard Letters.isStart(text, i) else { return nil }
      let word = Letters.word(text, i, end)
      switch language.entry(word.hash) {
      case .conjunction where joint != .of: joint = .conjunction
      case .bridge: joint = .bridge
      case .of: joint = .of
      case .article: break
      case .unit(let level, let isList):
        return NextGroup(
          joint: joint, start: i, wordEnd: word.end, entry: .unit(level, isList: isList), level: level)
      case .ordinal(let n):
        let unit = Letters.space(text, word.end, end)
        guard unit < end, Letters.isStart(text, unit) else { return nil }
        guard case .unit(let level, _) = language.entry(Letters.word(text, unit, end).hash) else { return nil }
        return NextGroup(joint: joint, start: i, wordEnd: word.end, entry: .ordinal(n), level: level)
      default: return nil
      }
      i = Letters.space(text, word.end, end)
      // An elided article: "l'article", "dell'articolo".
      if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
    }
    return nil
  }

  /// Adds a group to the chain; `nil` where it begins a citation of its own or none.
  private func join(_ next: NextGroup, to chain: inout [TextCitation]) -> Int? {
    // A sentence holds what follows and is held by what stands before, whatever their levels: it orders nothing.
    let base = chain[chain.count - 1].steps.filter { $0.level != .sentence || next.level == .sentence }
    guard !base.isEmpty else { return nil }
    let prefix = Array(base.prefix { $0.level < next.level })
    if prefix.count == base.count {
      // "чл. 12 във връзка с ал. 4": the article as a whole, and then a part of it.
      if next.joint == .bridge {
        return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: false, into: &chain)
      }
      guard next.joint == .nothing || next.joint == .comma else { return nil }
      return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: true, into: &chain)
    }
    let isAbove = prefix.isEmpty && next.level < base[0].level
    guard isAbove, next.joint == .of || next.joint == .nothing else {
      guard next.joint != .of, next.joint != .nothing || !prefix.isEmpty else { return nil }
      return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: false, into: &chain)
    }
    var holders: [TextCitation] = []
    guard let end = group(at: next.start, next.wordEnd, next.entry, prefix: [], refines: false, into: &holders) else {
      return nil
    }
    for k in chain.indices where chain[k].steps[0].level > next.level {
      chain[k].steps = holders[0].steps + chain[k].steps
    }
    let last = chain.count - 1
    chain[last].range = chain[last].range.lowerBound..<holders[0].range.upperBound
    for holder in holders.dropFirst() {
      chain.append(TextCitation(range: holder.range, steps: holder.steps + base))
    }
    return end
  }

  // MARK: Groups

  /// Reads a word for a unit with its numbers.
  ///
  /// - Parameters:
  ///   - prefix: the steps above the group.
  ///   - refines: whether the first number goes on from the last citation of the chain instead of beginning one.
  private func group(
    at start: Int, _ wordEnd: Int, _ entry: CitationLanguage.Entry, prefix: [UnitStep], refines: Bool,
    into chain: inout [TextCitation]
  ) -> Int? {
    var position: Int
    var steps: [UnitStep]
    var level: UnitLevel
    let isList: Bool
    switch entry {
    case .ordinal(let n):
      let unit = Letters.space(text, wordEnd, end)
      guard unit < end, Letters.isStart(text, unit) else { return nil }
      let word = Letters.word(text, unit, end)
      guard case .unit(let of, _) = language.entry(word.hash) else { return nil }
      (level, isList, position) = (of, false, word.end)
      steps = [UnitStep(level, Array(String(n).utf8))]
    case .unit(let of, let list):
      guard let first = item(at: numberStart(start, wordEnd), of, previous: []) else { return nil }
      (level, isList, position, steps) = (of, list, first.end, first.steps)
    default: return nil
    }
    // A number that names all from the unit down stands for itself.
    var above = prefix
    if let first = steps.first, let outer = above.last, first.level <= outer.level { above = [] }
    if refines, above.count == prefix.count {
      let last = chain.count - 1
      chain[last].steps = above + steps
      chain[last].range = chain[last].range.lowerBound..<position
    } else {
      chain.append(TextCitation(range: start..<position, steps: above + steps))
    }
    level = steps.last?.level ?? level
    while let next = continuation(after: position, level, isList: isList, previous: steps) {
      position = next.end
      if next.isThrough {
        let last = chain.count - 1
        let step = chain[last].steps.count - 1
        chain[last].steps[step].through = next.steps.last?.number ?? []
        chain[last].range = chain[last].range.lowerBound..<position
      } else if let outer = resumed(next, after: steps, above, level) {
        // "чл. 372, ал. 2 и 3, 387, ал. 2": the list of articles goes on.
        (steps, above, level) = (outer, [], .unit)
        chain.append(TextCitation(range: next.start..<position, steps: steps))
      } else {
        steps = next.steps
        chain.append(TextCitation(range: next.start..<position, steps: above + steps))
      }
    }
    return position
  }

  /// A number in a list of parts that goes on from the units above them: far behind the last part, and behind the unit.
  private func resumed(
    _ next: Continuation, after previous: [UnitStep], _ above: [UnitStep], _ level: UnitLevel
  ) -> [UnitStep]? {
    func value(_ steps: [UnitStep]) -> Int? { steps.last.flatMap { Int(String(decoding: $0.number, as: UTF8.self)) } }
    guard let unit = above.first, unit.level == .unit, let outer = value([unit]), let number = value(next.steps),
      let last = value(previous), number > outer
    else { return nil }
    // Parts of the same level behind it say that it holds them: "чл. 17, ал. 3 и 18, ал. 3".
    let holdsParts = nextGroup(after: next.end).map { $0.joint == .comma && $0.level == level } ?? false
    guard holdsParts || number > last + 20 else { return nil }
    return [UnitStep(.unit, next.steps.last?.number ?? [])]
  }

  private struct Continuation {
    var start: Int
    var end: Int
    var steps: [UnitStep]
    var isThrough: Bool
  }

  /// A further number of a list or the end of a range, behind one number.
  private func continuation(
    after position: Int, _ level: UnitLevel, isList: Bool, previous: [UnitStep]
  ) -> Continuation? {
    var i = Letters.space(text, position, end)
    guard i < end else { return nil }
    if let dash = throughEnd(i) {
      let start = Letters.space(text, dash, end)
      guard let item = item(at: start, level, previous: previous) else { return nil }
      return Continuation(start: start, end: item.end, steps: item.steps, isThrough: true)
    }
    var isSeparated = false
    if text[i] == UInt8(ascii: ",") {
      isSeparated = true
      i = Letters.space(text, i + 1, end)
    }
    if i < end, Letters.isStart(text, i) {
      let word = Letters.word(text, i, end)
      if language.entry(word.hash) == .conjunction {
        isSeparated = true
        i = Letters.space(text, word.end, end)
      }
    }
    guard isSeparated, i < end, let item = item(at: i, level, previous: previous) else { return nil }
    // "section 5 or 2 years": a number that counts something is no unit.
    guard isList || item.isBracketed || !isCount(after: item.end) else { return nil }
    return Continuation(start: i, end: item.end, steps: item.steps, isThrough: false)
  }

  /// Whether what follows a number says that it counts days, years or money.
  private func isCount(after position: Int) -> Bool {
    let next = Letters.space(text, position, end)
    guard next < end else { return false }
    if text[next] == UInt8(ascii: "%") { return true }
    return Letters.isStart(text, next) && language.entry(Letters.word(text, next, end).hash) == .measure
  }

  // MARK: Signs

  func isSectionSign(_ i: Int) -> Bool { text[i] == 0xC2 && i + 1 < end && text[i + 1] == 0xA7 }

  /// Behind "§" or "§§".
  private func sectionSignEnd(_ i: Int) -> Int { i + 2 < end && isSectionSign(i + 2) ? i + 4 : i + 2 }

  /// Behind an apostrophe at `i`.
  func apostropheEnd(_ i: Int) -> Int? {
    if text[i] == UInt8(ascii: "'") { return i + 1 }
    return text[i] == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x99 ? i + 3 : nil
  }

  private func isApostrophe(before i: Int) -> Bool {
    text[i - 1] == UInt8(ascii: "'") || i > 2 && text[i - 3] == 0xE2 && text[i - 2] == 0x80 && text[i - 1] == 0x99
  }

  /// Behind a dash or a word that joins the ends of a range.
  private func throughEnd(_ i: Int) -> Int? {
    if text[i] == UInt8(ascii: "-") { return i + 1 }
    if text[i] == 0xE2, i + 2 < end, text[i + 1] == 0x80, (0x90...0x95).contains(text[i + 2]) { return i + 3 }
    guard Letters.isStart(text, i) else { return nil }
    let word = Letters.word(text, i, end)
    return language.entry(word.hash) == .through ? word.end : nil
  }

  /// Where the number stands behind a word: over the point of an abbreviation, spaces and a number sign.
  private func numberStart(_ start: Int, _ wordEnd: Int) -> Int {
    var i = wordEnd
    // Behind a word that is written out a point ends the sentence.
    let isShort = text[start..<wordEnd].count { $0 & 0xC0 != 0x80 } <= 6
    if i < end, text[i] == UInt8(ascii: "."), isShort { i += 1 }
    i = Letters.space(text, i, end)
    if i + 2 < end, text[i] == 0xE2, text[i + 1] == 0x84, text[i + 2] == 0x96 {
      return Letters.space(text, i + 3, end)
    }
    guard i < end, Letters.isStart(text, i) else { return i }
    let word = Letters.word(text, i, end)
    guard language.entry(word.hash) == .numero else { return i }
    i = word.end
    if i < end, text[i] == UInt8(ascii: ".") { i += 1 }
    if i + 1 < end, text[i] == 0xC2, text[i + 1] == 0xB0 { i += 2 }
    return Letters.space(text, i, end)
  }
}
