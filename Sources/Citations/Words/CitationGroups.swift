import Provisions

/// Groups of a chain: a word for a unit with its numbers, and what joins it to the group before.
extension CitationParser {
  struct NextGroup {
    var joint: Joint
    var start: Int
    var wordEnd: Int
    var entry: CitationLanguage.Entry
    var level: UnitLevel
  }

  /// The word for a unit behind a group, with what joins the two.
  func nextGroup(after position: Int) -> NextGroup? {
    var joint = Joint.nothing
    var i = Letters.space(text, position, end)
    if i < end, text[i] == UInt8(ascii: ",") || text[i] == UInt8(ascii: ";") {
      joint = text[i] == UInt8(ascii: ",") ? .comma : .conjunction
      i = Letters.space(text, i + 1, end)
    }
    while i < end {
      if isSectionSign(i) {
        return NextGroup(
          joint: joint, start: i, wordEnd: sectionSignEnd(i), entry: .unit(.unit, isList: true), level: .unit)
      }
      if joint != .conjunction, let level = bareLevel(at: i) {
        return NextGroup(joint: joint, start: i, wordEnd: i, entry: .bare(level), level: level)
      }
      guard Letters.isStart(text, i) else { return nil }
      let word = word(at: i)
      switch word.entry {
      case .conjunction where joint != .of: joint = .conjunction
      case .bridge: joint = .bridge
      // "ou des alinéas a) et b)": what follows "or" stands beside.
      case .of: joint = joint == .conjunction ? .conjunction : .of
      case .article: break
      // "di cui al comma 2"
      case .through where joint == .of: break
      case .unit(let level, let isList, let use):
        guard use != .withPoint || word.end < end && text[word.end] == UInt8(ascii: ".") else { return nil }
        return NextGroup(
          joint: joint, start: i, wordEnd: word.end, entry: .unit(level, isList: isList),
          level: self.level(of: word.hash, level, at: numberStart(i, word.end)))
      case .ordinal(let n):
        guard let ordinals = ordinals(at: i) else { return nil }
        return NextGroup(joint: joint, start: i, wordEnd: word.end, entry: .ordinal(n), level: ordinals.level)
      default: return nil
      }
      i = Letters.space(text, word.end, end)
      // An elided article: "l'article", "dell'articolo".
      if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
    }
    return nil
  }

  /// Adds a group to the chain; `nil` where it begins a citation of its own or none.
  func join(_ next: NextGroup, to chain: inout [TextCitation]) -> Int? {
    var next = next
    let last = chain.count - 1
    let isBeside = next.joint == .nothing || next.joint == .comma
    // "параграф 1, първа алинея": what is counted inside a paragraph.
    if isBeside, case .ordinal = next.entry, next.level == .paragraph, chain[last].steps.last?.level == .paragraph {
      next.level = .subparagraph
    }
    // "чл. 12 във връзка с ал. 4": the article as a whole, and then a part of it.
    if next.joint == .bridge, let deepest = chain[last].steps.last, deepest.level < next.level {
      let prefix = chain[last].steps
      return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: false, into: &chain)
    }
    // A sentence holds what follows and is held by what stands before, whatever their levels; so does an annex its parts.
    let isHeld =
      chain[last].steps.last.map { $0.level == .sentence || $0.level == .annex && next.level < .annex } ?? false
    if isBeside, isHeld, next.level > .unit && next.level < .sentence || next.level < .annex {
      let prefix = chain[last].steps
      return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: true, into: &chain)
    }
    let base = chain[last].steps.filter { $0.level != .sentence || next.level >= .sentence }
    guard let outer = base.first else { return joinAbove(next, chain[last].steps, to: &chain) }
    let prefix = Array(base.prefix { $0.level < next.level })
    if prefix.count == base.count, next.joint != .of || next.level != .annex || outer.level == .annex {
      guard isBeside else { return nil }
      guard case .ordinal = next.entry, var ordinals = ordinals(at: next.start) else {
        return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: true, into: &chain)
      }
      ordinals.level = next.level
      return add(ordinals, prefix, refines: true, into: &chain)
    }
    let isAbove = prefix.isEmpty && next.level < outer.level || next.level == .annex && outer.level < .annex
    guard isAbove, next.joint == .of || next.joint == .nothing else {
      guard next.joint != .of, next.joint != .nothing || !prefix.isEmpty else { return nil }
      return group(at: next.start, next.wordEnd, next.entry, prefix: prefix, refines: false, into: &chain)
    }
    return joinAbove(next, base, to: &chain)
  }

  /// Puts what holds a chain above it: "пункта 1 статьи 5".
  private func joinAbove(_ next: NextGroup, _ base: [UnitStep], to chain: inout [TextCitation]) -> Int? {
    guard next.joint == .of || next.joint == .nothing else { return nil }
    var holders: [TextCitation] = []
    guard let end = group(at: next.start, next.wordEnd, next.entry, prefix: [], refines: false, into: &holders) else {
      return nil
    }
    for k in chain.indices {
      let first = chain[k].steps[0].level
      guard first > next.level || next.level == .annex && first < .annex else { continue }
      chain[k].steps = holders[0].steps + chain[k].steps
    }
    let last = chain.count - 1
    chain[last].range = chain[last].range.lowerBound..<holders[0].range.upperBound
    for holder in holders.dropFirst() {
      chain.append(TextCitation(range: holder.range, steps: holder.steps + base))
    }
    return end
  }

  /// Reads a word for a unit with its numbers.
  ///
  /// - Parameters:
  ///   - prefix: the steps above the group.
  ///   - refines: whether the first number goes on from the last citation of the chain instead of beginning one.
  func group(
    at start: Int, _ wordEnd: Int, _ entry: CitationLanguage.Entry, prefix: [UnitStep], refines: Bool,
    into chain: inout [TextCitation]
  ) -> Int? {
    var position: Int
    var steps: [UnitStep]
    var level: UnitLevel
    let isList: Bool
    switch entry {
    case .ordinal:
      guard let ordinals = ordinals(at: start) else { return nil }
      return add(ordinals, prefix, refines: refines, into: &chain)
    case .bare(let of):
      guard let first = item(at: start, of, previous: []) else { return nil }
      (level, isList, position, steps) = (of, true, first.end, first.steps)
    case .unit(let of, let list, _):
      let qualifier = qualifier(wordEnd)
      let number = afterFrom(numberStart(start, qualifier?.end ?? wordEnd), isList: list)
      let hash = Letters.word(text, start, wordEnd, joined: true).hash
      level = self.level(of: hash, of, at: number)
      guard number < end, var first = item(at: number, level, previous: []) else { return nil }
      if let qualifier {
        first.steps[0].number = qualifier.number + [UInt8(ascii: "-")] + first.steps[0].number
      } else if language.style.qualified.contains(hash) {
        return nil
      }
      guard isPlausible(first, level, start: start, word: hash) else { return nil }
      (isList, position, steps) = (list, first.end, first.steps)
    default: return nil
    }
    // A number that names all from the unit down stands for itself.
    var above = prefix
    if let first = steps.first, let outer = above.last, first.level <= outer.level, first.level == .unit { above = [] }
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

  /// Whether a word and a number are a unit: not the number of an act, of a page, of a year, of hours.
  private func isPlausible(_ item: Item, _ level: UnitLevel, start: Int, word: UInt64) -> Bool {
    // "Artikel 10-Gesetz" is the name of an act.
    if item.end + 1 < end, text[item.end] == UInt8(ascii: "-"), Letters.isCapital(text, item.end + 1) { return false }
    let isFigure = item.steps.first?.number.first.map { (0x30...0x39).contains($0) } ?? false
    if isPlainAct(word) {
      // "Regulation 2016/679", "Regulation (EU)", "Order 1987".
      guard isFigure, item.end >= end || text[item.end] != UInt8(ascii: "/") else { return false }
      let year = Int(String(decoding: item.steps[0].number, as: UTF8.self)) ?? 0
      guard !(1800...2099).contains(year) else { return false }
    }
    // A part of a unit bears no number in the thousands: it is a year.
    if level != .unit, isFigure, item.steps[0].number.count >= 4,
      item.steps[0].number.prefix(4).allSatisfy({ (0x30...0x39).contains($0) })
    {
      return false
    }
    // "the part I took"
    if level < .unit, item.end > start, !Letters.isCapital(text, start), item.steps[0].number.count == 1,
      language.style.letterWords.contains(Letters.word(item.steps[0].number, 0, 1).hash)
    {
      return false
    }
    return true
  }

  /// The word that tells kinds of a unit apart which count for themselves: "disposición adicional primera".
  private func qualifier(_ wordEnd: Int) -> (number: [UInt8], end: Int)? {
    guard !language.style.qualifiers.isEmpty else { return nil }
    let i = Letters.space(text, wordEnd, end)
    guard i < end, Letters.isStart(text, i) else { return nil }
    let word = Letters.word(text, i, end)
    return language.style.qualifiers.contains(word.hash) ? (normalisedNumber(text[i..<word.end]), word.end) : nil
  }

  /// Behind the word that begins a range: "articoli da 5 a 9".
  private func afterFrom(_ start: Int, isList: Bool) -> Int {
    guard isList, start < end, Letters.isStart(text, start) else { return start }
    let word = Letters.word(text, start, end)
    let next = Letters.space(text, word.end, end)
    guard language.style.from.contains(word.hash), next < end, (0x30...0x39).contains(text[next]) else { return start }
    return next
  }

  /// The level of a word for a unit with the number at `number`.
  func level(of word: UInt64, _ level: UnitLevel, at number: Int) -> UnitLevel {
    guard number < end else { return level }
    // "paragraph 12(1)(a)" names all from the section down.
    if language.style.hasFullNumbers, level > .unit, level < .sentence, (0x30...0x39).contains(text[number]),
      let figure = digits(at: number), figure.end < end, text[figure.end] == UInt8(ascii: "(")
    {
      return .unit
    }
    // "subsection (2), paragraph (b)"
    if language.style.hasFullNumbers, level == .paragraph, text[number] == UInt8(ascii: "("), number + 1 < end,
      Letters.isStart(text, number + 1)
    {
      return .point
    }
    guard let plain = language.style.plainLevels[word] else { return level }
    if (0x30...0x39).contains(text[number]) {
      guard let digits = digits(at: number) else { return level }
      let next = digits.end < end ? text[digits.end] : 0
      return next == UInt8(ascii: "(") || next == UInt8(ascii: ")") ? level : plain
    }
    guard Letters.isStart(text, number), case .ordinal = self.word(at: number).entry else { return level }
    return plain
  }
}
