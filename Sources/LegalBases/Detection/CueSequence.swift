import Wording

/// Words with all cues that they hold, found once.
struct CueSequence {
  let tokens: [Token]
  /// By token: the side of the party whose name ends there.
  let sides: [PartySide?]
  /// Phrases that say that a site belongs to an authority.
  let sites: [Range<Int>]
  let channels: [PatternIndex<CueTables.ChannelCue>.Match]
  let acts: [PatternIndex<CueTables.ActCue>.Match]
  let moods: [PatternIndex<CueTables.Mood>.Match]
  /// Anti-cues that cost points.
  let penalties: [PatternIndex<CueTables.AntiCue>.Match]

  /// - Parameter terms: which side the terms are on that the act defines, by the words of the term.
  init(_ tokens: [Token], _ tables: CueTables, _ terms: [String: PartySide]) {
    self.tokens = tokens
    sides = PartySides.find(in: tokens, tables.sides, terms)
    let sides = sides
    sites = tables.sites.find(in: tokens, sides: sides).map(\.range)
    let anti = tables.anticues.find(in: tokens, sides: sides)
    let protected = Set(anti.filter { $0.value.effect == .protect }.flatMap(\.range))
    var blanked: Set<Int> = []
    for match in anti where match.value.effect == .blank && !match.range.contains(where: protected.contains) {
      blanked.formUnion(match.range)
    }
    penalties = anti.filter {
      switch $0.value.effect {
      case .sentence, .unit: true
      case .protect, .blank: false
      }
    }
    channels = tables.channels.find(in: tokens, sides: sides).filter { !$0.range.contains(where: blanked.contains) }
    acts = tables.acts.find(in: tokens, sides: sides)
    moods = tables.moods.find(in: tokens, sides: sides)
  }

  func words(_ range: Range<Int>) -> String { tokens[range].map(\.written).joined(separator: " ") }

  /// The tokens between the stops around a place.
  func sentence(around i: Int) -> Range<Int> {
    var start = i
    while start > 0, !tokens[start - 1].isStop { start -= 1 }
    var end = i
    while end < tokens.count, !tokens[end].isStop { end += 1 }
    return start..<end
  }

  func names(_ side: PartySide, in range: Range<Int>) -> Bool { sides[range].contains(side) }

  // MARK: Who acts, and towards whom

  private static let modals: Set = ["shall", "must", "may", "will", "can", "should"]

  /// The side of who does the act at a token: before the modal verb, or behind "by" in the passive.
  func agent(of act: Int) -> PartySide? {
    var start = act
    while start > 0, !tokens[start - 1].isStop { start -= 1 }
    let modal = (start..<act).last { Self.modals.contains(tokens[$0].lower) }
    let isPassive: Bool
    if let modal {
      isPassive = tokens[modal..<min(act + 1, modal + 6)].contains { ["be", "been", "being"].contains($0.lower) }
    } else {
      isPassive = act > 0 && ["is", "are", "was", "were", "be"].contains(tokens[act - 1].lower)
    }
    if let modal, !isPassive {
      return (max(start, modal - 39)..<modal).last { sides[$0] != nil }.flatMap { sides[$0] }
    }
    var end = act
    while end < tokens.count, !tokens[end].isStop, end < act + 10 { end += 1 }
    for k in act..<max(act, end - 1) where tokens[k].lower == "by" {
      if let j = (k + 1..<min(k + 5, end)).first(where: { sides[$0] != nil }) { return sides[j] }
    }
    if modal == nil, !isPassive {
      return (max(start, act - 11)..<act).last { sides[$0] != nil }.flatMap { sides[$0] }
    }
    return nil
  }

  /// The side of the party behind "to", "with", "on" and the like, or right behind the act.
  func recipient(of act: Int) -> PartySide? {
    var end = act
    while end < tokens.count, !tokens[end].isStop, end < act + 30 { end += 1 }
    for k in act..<end where ["to", "with", "on", "upon", "before", "at", "against"].contains(tokens[k].lower) {
      for j in k + 1..<max(k + 1, min(k + 7, end)) {
        if ["to", "with", "by", "of", "and", "that", "which"].contains(tokens[j].lower), j > k + 1 { break }
        if let side = sides[j] { return side }
      }
    }
    let near = act + 1..<max(act + 1, min(act + 5, end))
    return near.first { sides[$0] != nil }.flatMap { sides[$0] }
  }
}

/// Which tokens end the name of a party, and on which side it is.
enum PartySides {
  /// - Parameter terms: which side the terms are on that the act defines, by the words of the term.
  static func find(
    in tokens: [Token], _ parties: PatternIndex<PartySide>, _ terms: [String: PartySide]
  ) -> [PartySide?] {
    enum Mark { case side(PartySide), inner }
    var marks = [Mark?](repeating: nil, count: tokens.count)
    var lengths = [Int](repeating: 0, count: tokens.count)
    let none = [PartySide?](repeating: nil, count: tokens.count)
    for match in parties.find(in: tokens, sides: none) {
      let side = match.value
      let last = match.range.upperBound - 1
      // The longest name counts; of two of one length the authority.
      var isAuthority = false
      if case .side(.authority)? = marks[last] { isAuthority = true }
      if match.range.count < lengths[last] || match.range.count == lengths[last] && isAuthority { continue }
      marks[last] = .side(side)
      lengths[last] = match.range.count
      for k in match.range.lowerBound..<last {
        marks[k] = .inner
        lengths[k] = match.range.count
      }
    }
    if !terms.isEmpty {
      for i in tokens.indices {
        for length in [3, 2, 1] where i + length <= tokens.count {
          let key = tokens[i..<i + length].map(\.lower).joined(separator: " ")
          guard let side = terms[key] else { continue }
          if side == .authority || marks[i + length - 1] == nil { marks[i + length - 1] = .side(side) }
          break
        }
      }
    }
    return marks.map { mark in
      if case .side(let side)? = mark { return side }
      return nil
    }
  }

}
