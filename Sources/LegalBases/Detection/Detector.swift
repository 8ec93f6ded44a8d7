package import Provisions
import Wording

/// What the words of a unit propose: an interaction, and requirements that it may state. A proposal fulfils nothing until an
/// editor confirms it.
package struct Proposal: Sendable {
  /// Index into the provisions.
  package let provision: Int
  /// The types of the interaction, the likeliest first; empty where the unit is about none.
  package let types: [String]
  /// Points of the best channel; from ``Detector/threshold`` on the unit is an interaction.
  package let points: Int
  /// An order between 0 and 1, and no probability.
  package let confidence: Double
  /// The words that name the channel.
  package let channel: String
  /// What gave or took points.
  package let reasons: [String]
  /// Requirements with the words that propose them, by name.
  package let requirements: [(id: String, words: String)]

  package var isInteraction: Bool { !types.isEmpty }
}

/// Finds interactions and legal bases in unmarked text. Deterministic: tables of cues, windows, points.
package struct Detector {
  package static let threshold = 7
  /// How many words a unit may have.
  package static let longestUnit = 4000

  /// The proposals of a document, in its order; empty where there are no tables for its language.
  package static func proposals(in document: LegalDocument) -> [Proposal] {
    guard let tables = CueTables.of(document.identity.language) else { return [] }
    // What no markup divides is no unit: points could not be given to its sentences.
    let units = UnitReader(document).units().filter { $0.root.linear.count <= longestUnit }
    let context = ActContext(document, units, tables)
    return units.compactMap { unit in
      let found = UnitAnalysis(unit, context, tables).proposal
      return found.isInteraction || !found.requirements.isEmpty ? found : nil
    }
  }
}

/// The analysis of one unit.
private struct UnitAnalysis {
  let unit: UnitText
  let context: ActContext
  let tables: CueTables
  private let whole: CueSequence
  private let unitPenalties: [(points: Int, kind: String, words: String)]

  init(_ unit: UnitText, _ context: ActContext, _ tables: CueTables) {
    self.unit = unit
    self.context = context
    self.tables = tables
    let whole = CueSequence(unit.root.linear, tables, context.terms)
    self.whole = whole
    unitPenalties = whole.penalties.compactMap { match in
      guard case .unit(let points) = match.value.effect else { return nil }
      return (points, match.value.kind, whole.words(match.range))
    }
  }

  var proposal: Proposal {
    var scores: [ChannelScore] = []
    let scorer = ChannelScorer(
      unit: unit, context: context, tables: tables, unitNamesAuthority: whole.sides.contains(.authority),
      unitPenalties: unitPenalties)
    if !whole.channels.isEmpty { visit(unit.root, before: [], after: [], scorer, &scores) }
    // Stable: of equal points the first in the text.
    let order = scores.indices.sorted {
      scores[$0].points != scores[$1].points ? scores[$0].points > scores[$1].points : $0 < $1
    }
    let best = order.first.map { scores[$0] }
    let points = best?.points ?? 0
    let types = points >= Detector.threshold ? InteractionTypes(order.map { scores[$0] }).found : []
    return Proposal(
      provision: unit.provision, types: types, points: points,
      confidence: best == nil ? 0 : max(0, min(1, 0.5 + (Double(points - Detector.threshold) + 0.5) / 12)),
      channel: best.map { $0.sequence.words($0.channel.range) } ?? "", reasons: best?.reasons ?? [],
      requirements: requirements(types))
  }

  /// A channel in a point is read with what stands before and behind all its points; one in a chapeau with all below it.
  private func visit(
    _ block: UnitText.Block, before: [Token], after: [Token], _ scorer: ChannelScorer, _ scores: inout [ChannelScore]
  ) {
    let inner = block.inner.isEmpty ? block.own + block.tail : block.linear
    let sequence = CueSequence(before + inner + after, tables, context.terms)
    let start = before.count
    for channel in sequence.channels {
      let i = channel.range.lowerBound
      let isOwn =
        block.inner.isEmpty
        ? i >= start && i < start + inner.count
        : i >= start && i < start + block.own.count || i >= sequence.tokens.count - after.count - block.tail.count
      guard isOwn else { continue }
      scores.append(scorer.score(channel, in: sequence, chapeau: before.count))
    }
    for child in block.inner {
      visit(child, before: before + block.own, after: block.tail + after, scorer, &scores)
    }
  }

  private func requirements(_ types: [String]) -> [(id: String, words: String)] {
    let namesChannel = whole.channels.contains { $0.value.strength >= 2 }
    let isPrivate = context.isPrivate(unit)
    if types.isEmpty, unitPenalties.contains(where: { $0.kind == "private" }) { return [] }
    var found: [String: String] = [:]
    for match in tables.requirements.find(in: whole.tokens, sides: whole.sides) {
      switch match.value.gate {
      case .none: break
      case .channel: if !namesChannel || isPrivate { continue }
      case .interaction(let wanted):
        if types.isEmpty || !wanted.isEmpty && Set(wanted).isDisjoint(with: types) { continue }
      }
      if found[match.value.requirement] == nil { found[match.value.requirement] = whole.words(match.range) }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// The types of an interaction, from the channels that speak for one.
private struct InteractionTypes {
  private(set) var found: [String] = []

  private static let order = [
    "submit", "receive", "notified", "identify", "sign", "pay", "consult", "petition", "appeal", "inspect", "decided",
    "represent", "attend", "produce",
  ]
  private static let outcomes: Set = [
    "copy", "copies", "list", "lists", "statement", "statements", "certificate", "certificates", "licence", "permit",
    "information", "data", "report", "results", "form", "software", "records",
  ]

  init(_ scores: [ChannelScore]) {
    var points: [String: Int] = [:]
    for score in scores where score.points >= Detector.threshold {
      for (type, act) in score.acts {
        if act.weight >= 6 {
          raise(&points, type, act.weight * 4 - min(act.distance, 10))
          continue
        }
        let (resolved, value) = Self.value(type, act, score)
        raise(&points, resolved, value)
      }
    }
    let ranked = points.sorted { a, b in
      a.value != b.value ? a.value > b.value : Self.rank(a.key) < Self.rank(b.key)
    }
    if let first = ranked.first { found = [first.key] }
    if ranked.count > 1, ranked[1].value >= ranked[0].value - 1, ranked[1].value > 10 { found.append(ranked[1].key) }
  }

  private func raise(_ points: inout [String: Int], _ type: String, _ value: Int) {
    points[type] = max(points[type] ?? .min, value)
  }

  private static func rank(_ type: String) -> Int { order.firstIndex(of: type) ?? order.count }

  private static func value(
    _ written: String, _ act: ChannelScore.Act, _ score: ChannelScore
  ) -> (type: String, value: Int) {
    var type = written
    let furthest = ["appeal", "pay", "petition", "consult"].contains(type) ? 8 : 40
    var value = act.weight * 4 - min(act.distance, furthest)
    let tokens = score.sequence.tokens
    if type == "dir" {
      value += 1
      type = score.direction == .toPerson ? "notified" : "submit"
      let announces = tokens.contains { token in
        ["notice", "notif", "decision", "order", "summons"].contains { token.lower.hasPrefix($0) }
      }
      let around = tokens[max(0, act.range.lowerBound - 8)..<min(tokens.count, act.range.lowerBound + 14)]
      if type == "notified", !announces, around.contains(where: { outcomes.contains($0.lower) }) { type = "receive" }
    }
    if act.agent == "authority", score.direction == .toAuthority { value -= 6 }
    if act.agent == "person", score.direction == .toPerson, type == "submit" || type == "produce" { value -= 6 }
    let kind = score.channel.value.kind
    switch type {
    case "inspect": value += kind == "site" ? 6 : -3
    case "attend": value += kind == "video" ? 8 : -8
    case "decided": value += kind == "system" ? 6 : -10
    case "produce": value += kind == "keep" ? 4 : 0
    default: break
    }
    return (type, value)
  }
}
