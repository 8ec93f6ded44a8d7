import Provisions

/// Several units behind or before one word: ordinals, lists and ranges.
extension CitationParser {
  // MARK: Ordinals

  /// Ordinals before the word for a unit: "first", "first and second", "first to third".
  struct Ordinals {
    var items: [(range: Range<Int>, number: UInt8, isThrough: Bool)]
    var level: UnitLevel
    var end: Int
  }

  func ordinals(at start: Int) -> Ordinals? {
    var out = Ordinals(items: [], level: .unit, end: start)
    var i = start
    var isThrough = false
    for _ in 0..<16 {
      guard i < end, Letters.isStart(text, i) else { return nil }
      let word = word(at: i)
      switch word.entry {
      case .ordinal(let n):
        out.items.append((i..<word.end, n, isThrough))
        isThrough = false
      case .conjunction, .article: break
      case .through: isThrough = true
      case .unit(let level, _, let use):
        guard use != .withPoint || word.end < end && text[word.end] == UInt8(ascii: ".") else { return nil }
        out.level = language.style.plainLevels[word.hash] ?? level
        out.end = word.end
        // "и второй статьи 10": the word for the unit has a number of its own.
        let number = numberStart(i, word.end)
        if number < end, (0x30...0x39).contains(text[number]) { return nil }
        return out.items.isEmpty ? nil : out
      default: return nil
      }
      i = Letters.space(text, word.end, end)
      if i < end, text[i] == UInt8(ascii: ",") { i = Letters.space(text, i + 1, end) }
    }
    return nil
  }

  func add(
    _ ordinals: Ordinals, _ prefix: [UnitStep], refines: Bool, into chain: inout [TextCitation]
  ) -> Int {
    for (k, item) in ordinals.items.enumerated() {
      let number = CitationLanguage.number(ofOrdinal: item.number)
      let isLast = k == ordinals.items.count - 1
      let upper = isLast ? ordinals.end : item.range.upperBound
      let last = chain.count - 1
      if item.isThrough, k > 0 {
        chain[last].steps[chain[last].steps.count - 1].through = number
        chain[last].range = chain[last].range.lowerBound..<upper
      } else if k == 0, refines {
        chain[last].steps = prefix + [UnitStep(ordinals.level, number)]
        chain[last].range = chain[last].range.lowerBound..<upper
      } else {
        chain.append(
          TextCitation(
            range: item.range.lowerBound..<upper, steps: prefix + [UnitStep(ordinals.level, number)]))
      }
    }
    return ordinals.end
  }

  // MARK: Lists

  /// A number in a list of parts that goes on from the units above them: far behind the last part, and behind the unit.
  func resumed(
    _ next: Continuation, after previous: [UnitStep], _ above: [UnitStep], _ level: UnitLevel
  ) -> [UnitStep]? {
    func value(_ steps: [UnitStep]) -> Int? { steps.last.flatMap { Int(String(decoding: $0.number, as: UTF8.self)) } }
    guard let unit = above.first, unit.level == .unit, let outer = value([unit]), let number = value(next.steps),
      number > outer
    else { return nil }
    // Parts of the same level behind it say that it holds them: "чл. 17, ал. 3 и 18, ал. 3".
    let holdsParts = nextGroup(after: next.end).map { $0.joint != .conjunction && $0.level == level } ?? false
    guard holdsParts || value(previous).map({ number > $0 + 20 }) ?? false else { return nil }
    return [UnitStep(.unit, next.steps.last?.number ?? [])]
  }

  /// A further unit behind the parts of one: "articoli 117, quinto comma, e 120, secondo comma".
  ///
  /// - Returns: the end of its number, which begins a citation of its own in the chain.
  func nextUnit(after position: Int, to chain: inout [TextCitation]) -> Int? {
    let steps = chain[chain.count - 1].steps
    guard steps[0].level == .unit, steps.count > 1 || chain.count > 1,
      let outer = Int(String(decoding: steps[0].number, as: UTF8.self))
    else { return nil }
    var i = Letters.space(text, position, end)
    guard i < end, steps.count > 1 || text[i] == UInt8(ascii: ";") else { return nil }
    let (first, isWide) = (i, text[i] == UInt8(ascii: ";"))
    if i < end, text[i] == UInt8(ascii: ",") || text[i] == UInt8(ascii: ";") { i = Letters.space(text, i + 1, end) }
    if i < end, Letters.isStart(text, i), word(at: i).entry == .conjunction {
      i = Letters.space(text, word(at: i).end, end)
    }
    guard i > first, i < end, (0x30...0x39).contains(text[i]), let item = item(at: i, .unit, previous: []),
      item.steps.count == 1, let number = Int(String(decoding: item.steps[0].number, as: UTF8.self)), number > outer
    else { return nil }
    // "2, comma 1; 10; 36, commi 1": parts behind the number, or the next in a list of such.
    let parts = nextGroup(after: item.end)
    let holdsParts =
      parts.map { next in
        (next.joint == .comma || next.joint == .nothing) && steps.dropFirst().allSatisfy { $0.level >= next.level }
      } ?? false
    guard holdsParts || isWide && item.end < end && text[item.end] == UInt8(ascii: ";") else { return nil }
    chain.append(TextCitation(range: i..<item.end, steps: item.steps))
    return item.end
  }

  struct Continuation {
    var start: Int
    var end: Int
    var steps: [UnitStep]
    var isThrough: Bool
  }

  /// A further number of a list or the end of a range, behind one number.
  func continuation(
    after position: Int, _ level: UnitLevel, isList: Bool, previous: [UnitStep]
  ) -> Continuation? {
    var i = Letters.space(text, position, end)
    guard i < end else { return nil }
    if let dash = throughEnd(i) {
      let start = unitRepeated(at: Letters.space(text, dash, end), level)
      guard let item = item(at: start, level, previous: previous) else { return nil }
      return Continuation(start: start, end: item.end, steps: item.steps, isThrough: true)
    }
    var isSeparated = false
    if text[i] == UInt8(ascii: ",") {
      isSeparated = true
      i = Letters.space(text, i + 1, end)
    }
    if i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      // "e)" is a letter, "e" is "and".
      if word.entry == .conjunction, word.end >= end || text[word.end] != UInt8(ascii: ")") {
        isSeparated = true
        i = Letters.space(text, word.end, end)
      }
    }
    // "lett. b), n. 3"
    if i < end, Letters.isStart(text, i), case .unit = word(at: i).entry { return nil }
    guard isSeparated, i < end, bareLevel(at: i).map({ $0 == level || $0 == .letter }) ?? true, ordinals(at: i) == nil
    else {
      return nil
    }
    guard let item = item(at: i, level, previous: previous) else { return nil }
    // "sections 123 and 124, First Nation law": words go on with words.
    if Letters.isStart(text, i), case .ordinal = word(at: i).entry, !Letters.isStart(text, position - 1),
      text[position - 1] & 0xC0 != 0x80
    {
      return nil
    }
    // "section 5 or 2 years": a number that counts something is no unit.
    guard item.isBracketed || !isCount(after: item.end, isList: isList) else { return nil }
    return Continuation(start: i, end: item.end, steps: item.steps, isThrough: false)
  }

  /// Behind the word for a unit that stands again at the end of a range: "§ 3 bis § 5", "статьи 5 по статью 7".
  private func unitRepeated(at start: Int, _ level: UnitLevel) -> Int {
    guard start < end else { return start }
    if isSectionSign(start), level == .unit { return Letters.space(text, sectionSignEnd(start), end) }
    var i = start
    while i < end, Letters.isStart(text, i) {
      let word = word(at: i)
      switch word.entry {
      case .article: break
      case .unit(let own, _, _) where own == level: return numberStart(i, word.end)
      default: return start
      }
      i = Letters.space(text, word.end, end)
      if i < end, let apostrophe = apostropheEnd(i) { i = apostrophe }
    }
    return start
  }

  /// Whether what follows a number says that it counts days, years or money, or is the day of a date.
  private func isCount(after position: Int, isList: Bool) -> Bool {
    let next = Letters.space(text, position, end)
    guard next < end else { return false }
    if text[next] == UInt8(ascii: "%") { return true }
    guard Letters.isStart(text, next) else { return false }
    let entry = word(at: next).entry
    return entry == .month || entry == .measure && !isList
  }
}
