import Wording

/// How much one channel in a unit speaks for an interaction between a person and an authority.
struct ChannelScore {
  /// Who acts towards whom.
  enum Direction { case toAuthority, toPerson, betweenAuthorities, betweenPersons }

  struct Act {
    let distance: Int
    let range: Range<Int>
    let agent: String
    let weight: Int
  }

  var points: Int
  var direction: Direction?
  /// By type: the act that counts.
  var acts: [String: Act]
  let sequence: CueSequence
  let channel: PatternIndex<CueTables.ChannelCue>.Match
  /// What gave or took points, in the order in which it did.
  var reasons: [String]

  mutating func add(_ points: Int, _ reason: String) {
    self.points += points
    reasons.append("\(points > 0 ? "+" : "")\(points) \(reason)")
  }
}

/// Gives points to the channels of one unit.
struct ChannelScorer {
  let unit: UnitText
  let context: ActContext
  let tables: CueTables
  /// Whether the unit names an authority anywhere.
  let unitNamesAuthority: Bool
  /// Anti-cues of the whole unit.
  let unitPenalties: [(points: Int, kind: String, words: String)]

  private static let inChannel: Set = ["attend", "decided", "pay", "sign", "appeal", "represent", "identify", "submit"]

  /// - Parameter chapeau: how many tokens of the sequence stand before the block of the channel.
  func score(
    _ channel: PatternIndex<CueTables.ChannelCue>.Match, in sequence: CueSequence, chapeau: Int
  ) -> ChannelScore {
    let (i, e) = (channel.range.lowerBound, channel.range.upperBound)
    let sentence = sequence.sentence(around: i)
    var score = ChannelScore(
      points: channel.value.strength, direction: nil, acts: [:], sequence: sequence, channel: channel,
      reasons: ["+\(channel.value.strength) channel “\(sequence.words(channel.range))”"])
    var nearest: ChannelScore.Act?
    var byType: [String: [ChannelScore.Act]] = [:]
    for match in sequence.acts where sentence.contains(match.range.lowerBound) {
      let (a, ae) = (match.range.lowerBound, match.range.upperBound)
      if a >= i, ae <= e, !Self.inChannel.contains(match.value.type) { continue }
      let distance = a < e && ae > i ? 0 : min(abs(a - e), abs(i - ae))
      let act = ChannelScore.Act(
        distance: distance, range: match.range, agent: match.value.agent, weight: match.value.weight)
      byType[match.value.type, default: []].append(act)
      if nearest.map({ Self.isBefore(act, $0) }) ?? true { nearest = act }
    }
    for (type, acts) in byType {
      // The first of those with the best value.
      score.acts[type] = acts.min { Self.value($0) < Self.value($1) }
    }
    let hasConstitutive = moods(of: sequence, in: sentence).contains(.constitutive)
    if let nearest {
      score.add(2, "act “\(sequence.words(nearest.range))”")
      switch nearest.distance {
      case ...8: score.add(1, "near")
      case ...15: score.add(-1, "not near")
      default: score.add(-3, "far")
      }
      scoreSides(&score, nearest, sentence, hasConstitutive)
      if sequence.names(.person, in: sentence) || channel.value.kind == "site" {
        score.add(1, "a person, or the public")
      }
    } else {
      score.add(-2, "no act")
    }
    let moods = moods(of: sequence, in: sentence)
    if moods.contains(where: { $0 != .definition && $0 != .escape }) {
      score.add(1, "a duty or a power")
    } else if !unit.isDefinition, tables.language == "en" {
      score.add(-2, "neither duty nor power")
    }
    if let nearest, isParticiple(nearest.range.lowerBound, sequence), !hasConstitutive { score.add(-2, "a participle") }
    for penalty in sequence.penalties {
      guard case .sentence(let points) = penalty.value.effect, sentence.contains(penalty.range.lowerBound) else {
        continue
      }
      if penalty.value.kind == "field", !(penalty.range.lowerBound < i && chapeau >= penalty.range.upperBound) {
        continue
      }
      score.add(points, "\(penalty.value.kind) “\(sequence.words(penalty.range))”")
    }
    var seen: Set<String> = []
    let agent = nearest.flatMap { sequence.agent(of: $0.range.lowerBound) }
    let recipient = nearest.flatMap { sequence.recipient(of: $0.range.lowerBound) }
    for penalty in unitPenalties where seen.insert(penalty.kind).inserted {
      var points = penalty.points
      if penalty.kind == "private", score.direction == .toPerson || score.direction == .toAuthority,
        agent == .authority || recipient == .authority
      {
        points = -((1 - points) / 2)
      }
      score.add(points, "\(penalty.kind) “\(penalty.words)”")
    }
    if unit.isDefinition || Self.defines(sequence) { score.add(-6, "a definition") }
    if context.isPrivate(unit) { score.add(-6, "a part on private law") }
    return score
  }

  private static func value(_ act: ChannelScore.Act) -> Int { min(act.distance, 40) - 4 * act.weight }

  /// The order in which acts compete for being the nearest.
  private static func isBefore(_ a: ChannelScore.Act, _ b: ChannelScore.Act) -> Bool {
    (a.distance, a.range.lowerBound, a.range.upperBound, a.weight)
      < (b.distance, b.range.lowerBound, b.range.upperBound, b.weight)
  }

  private func moods(of sequence: CueSequence, in sentence: Range<Int>) -> [CueTables.Mood] {
    sequence.moods.filter { sentence.contains($0.range.lowerBound) }.map(\.value)
  }

  private func scoreSides(
    _ score: inout ChannelScore, _ nearest: ChannelScore.Act, _ sentence: Range<Int>, _ hasConstitutive: Bool
  ) {
    let sequence = score.sequence
    let (agent, recipient) = (
      sequence.agent(of: nearest.range.lowerBound), sequence.recipient(of: nearest.range.lowerBound)
    )
    let kind = score.channel.value.kind
    let isSite = kind == "site"
    let hasOwner = sequence.sites.contains { sentence.contains($0.lowerBound) }
    let inspects = score.acts["inspect"]
    let publishes = inspects.map { act in
      act.distance <= 10
        && ["publish", "post"].contains { sequence.tokens[act.range.lowerBound].lower.hasPrefix($0) }
    }
    switch (agent, recipient) {
    case (.person, _) where isSite && !hasOwner && publishes == true:
      score.direction = .betweenPersons
      score.add(-3, "a private person publishes")
    case (.authority, .person):
      score.direction = .toPerson
      score.add(3, "an authority acts towards a person")
    case (.person, .authority):
      score.direction = .toAuthority
      score.add(3, "a person acts towards an authority")
    case (nil, .authority):
      score.direction = .toAuthority
      score.add(3, "towards an authority")
    case (.authority, .authority):
      score.direction = .betweenAuthorities
      let concernsPersons = sequence.names(.person, in: sentence) || isSite || kind == "portal"
      score.add(concernsPersons ? 2 : 0, "between authorities")
    case (.authority, _):
      score.direction = .toPerson
      score.add(3, "an authority acts")
    case (.person, _) where isSite && !hasOwner && inspects != nil:
      score.direction = .betweenPersons
      score.add(-3, "a private person publishes")
    default:
      if hasOwner {
        score.direction = .toPerson
        score.add(3, "the site of an authority")
      } else if sequence.names(.authority, in: sentence) {
        score.direction = agent == .person ? .toAuthority : recipient == .person ? .toPerson : nil
        score.add(2, "an authority in the sentence")
      } else if unitNamesAuthority {
        score.direction = recipient == .person ? .toPerson : nil
        score.add(1, "an authority in the unit")
      } else if isImplied(score, sentence, hasConstitutive) {
        score.direction = recipient == .person ? .toPerson : nil
        score.add(context.isProcedure ? 2 : 1, "the act implies an authority")
      } else {
        score.add(-2, "no authority")
      }
    }
  }

  private static let publicActs: Set = [
    "submit", "appeal", "attend", "notified", "pay", "sign", "represent", "petition", "decided",
  ]

  /// Whether the act as a whole implies that an authority is the other side.
  private func isImplied(_ score: ChannelScore, _ sentence: Range<Int>, _ hasConstitutive: Bool) -> Bool {
    let isDemanded = isDemanded(score.sequence, sentence)
    guard context.publicShare >= 0.3 || context.isProcedure || context.publicShare >= 0.15 && isDemanded else {
      return false
    }
    var implied = !Self.publicActs.isDisjoint(with: score.acts.keys)
    if score.acts["dir"] != nil {
      implied = implied || context.isProcedure || context.publicShare >= 0.45 || hasConstitutive || isDemanded
    }
    if score.acts["produce"] != nil {
      implied = implied || score.sequence.tokens[sentence].contains { $0.lower == "required" }
    }
    return implied && unitPenalties.isEmpty
  }

  /// "required by these Regulations": the counterpart is the authority that administers the act.
  private func isDemanded(_ sequence: CueSequence, _ sentence: Range<Int>) -> Bool {
    let words = sequence.tokens[sentence].map(\.lower)
    guard words.count > 3 else { return false }
    return (0..<words.count - 3).contains { k in
      words[k] == "required" && ["by", "under"].contains(words[k + 1])
        && ["this", "these", "the"].contains(words[k + 2])
        && ["act", "regulations", "section", "subsection", "rules", "part"].contains(words[k + 3])
    }
  }

  private static let auxiliaries: Set = [
    "be", "been", "being", "is", "are", "was", "were", "has", "have", "had", "or", "and", "not", "by", "also",
    "electronically", "may", "shall", "must",
  ]

  /// "a listing submitted in electronic form": a past participle that no auxiliary makes a verb.
  private func isParticiple(_ i: Int, _ sequence: CueSequence) -> Bool {
    let word = sequence.tokens[i].lower
    guard word.hasSuffix("ed") || ["sent", "made", "paid", "given", "kept"].contains(word), i > 0 else { return false }
    return !sequence.tokens[max(0, i - 3)..<i].contains { Self.auxiliaries.contains($0.lower) }
  }

  private static let notDefined: Set = ["by", "electronic", "other", "such", "any", "the", "of"]

  private static func defines(_ sequence: CueSequence) -> Bool {
    for (k, token) in sequence.tokens.prefix(18).enumerated() {
      if ["shall", "must", "may", "."].contains(token.lower) { return false }
      if token.lower == "means", k > 0, !notDefined.contains(sequence.tokens[k - 1].lower) { return true }
    }
    return false
  }
}
