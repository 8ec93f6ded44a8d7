package import Catalogue
package import Provisions
import Wording

/// A unit whose own words call for a rule, with the words that do.
package struct WordingFinding: Sendable, Equatable {
  /// The rule, such as "open-document-list".
  package let rule: String
  /// Index into the provisions.
  package let provision: Int
  /// The words, as they are written.
  package let words: String
  /// The day that stands in the sentence, if there is one.
  package let day: LegalDate?
}

/// Finds what the rules on wording look for: words that trigger a rule, without those beside them that take it back.
///
/// Definitions are left out, and so are units of more than 1,200 words, which no markup divides.
package struct WordingReader {
  /// The findings of a document, in its order; empty where there are no tables for its language.
  ///
  /// - Parameters:
  ///   - rank: the rank of the act, as the catalogue names ranks.
  ///   - rules: those that are wanted.
  package static func findings(
    in document: LegalDocument, rank: ActRank?, rules: Set<String>
  ) -> [WordingFinding] {
    guard let tables = WordingTables.of(document.identity.language) else { return [] }
    let reader = WordingReader(document, tables, kind: kind(rank), rules)
    return reader.findings()
  }

  private struct Unit {
    let provision: Int
    /// The section or article that holds it.
    let article: Int
    let tokens: [Token]
    let sides: [PartySide?]
    let isDefinition: Bool
  }

  private let tables: WordingTables
  private let kind: String
  private let wanted: Set<String>
  private let units: [Unit]
  private let byArticle: [Int: [Int]]

  /// The words of the tables for the kind of an act.
  private static func kind(_ rank: ActRank?) -> String {
    switch rank?.rank {
    case "programme": "programme"
    case "ministerial-order", "local-act": "ministerial"
    case "gov-resolution": "by-law"
    default: "law"
    }
  }

  private init(_ document: LegalDocument, _ tables: WordingTables, kind: String, _ wanted: Set<String>) {
    self.tables = tables
    self.kind = kind
    self.wanted = wanted
    let texts = UnitReader(document).units()
    let terms = ActContext.terms(texts, tables.parties)
    units = texts.map { text in
      var tokens = Self.withoutAbbreviations(text.root.linear)
      if tokens.last?.isStop != true { tokens.append(.stop) }
      let heading = document.heading(of: document.citable(text.provision)).lowercased()
      return Unit(
        provision: text.provision, article: document.citable(text.provision), tokens: tokens,
        sides: PartySides.find(in: tokens, tables.parties, terms),
        isDefinition: text.isDefinition || Self.defines(tokens)
          || Self.definitionHeadings.contains { heading.hasPrefix($0) })
    }
    var byArticle: [Int: [Int]] = [:]
    for (k, unit) in units.enumerated() { byArticle[unit.article, default: []].append(k) }
    self.byArticle = byArticle
  }

  /// The stop behind "No." and "г." ends no sentence.
  private static func withoutAbbreviations(_ tokens: [Token]) -> [Token] {
    tokens.indices.filter { k in
      guard tokens[k].isStop, k > 0 else { return true }
      let before = tokens[k - 1].lower
      return !(before == "г" || before == "no" && k + 1 < tokens.count && tokens[k + 1].isNumber)
    }.map { tokens[$0] }
  }

  private static let definitionHeadings = [
    "definition", "terms", "interpretation", "термин", "определени", "основные термин", "основные понят", "тэрмін",
    "азначэнн", "асноўныя тэрм", "вызначэнн",
  ]
  private static let notDefined: Set = ["by", "electronic", "other", "such", "any", "the", "of"]

  private static func defines(_ tokens: [Token]) -> Bool {
    for (k, token) in tokens.prefix(18).enumerated() {
      if ["shall", "must", "may", "."].contains(token.lower) { return false }
      if ["means", "означает"].contains(token.lower), k > 0, !notDefined.contains(tokens[k - 1].lower) { return true }
    }
    return false
  }

  /// Rules that speak once of an article.
  private static let onceAnArticle: Set = [
    "technocratic-goal", "decision-limit-missing", "system-without-status", "declared-only", "sub-delegation",
    "deadline-asymmetry", "data-basis-missing", "rank-too-low",
  ]

  private struct Once: Hashable {
    let rule: String
    let article: Int
  }

  private func findings() -> [WordingFinding] {
    var out: [WordingFinding] = []
    var said: Set<Once> = []
    for unit in units where !unit.isDefinition && unit.tokens.count <= 1200 {
      var done: Set<String> = []
      for match in tables.triggers.find(in: unit.tokens, sides: unit.sides) {
        let rule = match.value
        guard wanted.contains(rule), !done.contains(rule), applies(rule) else { continue }
        let once = Once(rule: rule, article: unit.article)
        if Self.onceAnArticle.contains(rule), said.contains(once) { continue }
        let sentence = Self.sentence(unit.tokens, around: match.range.lowerBound)
        guard holds(rule, unit, sentence) else { continue }
        done.insert(rule)
        said.insert(once)
        out.append(
          WordingFinding(
            rule: rule, provision: unit.provision,
            words: unit.tokens[match.range].map(\.written).joined(separator: " "),
            day: SentenceDate.find(in: unit.tokens[sentence])))
      }
    }
    return out
  }

  private func applies(_ rule: String) -> Bool {
    guard let kinds = tables.kinds[rule] else { return true }
    return kinds.contains(kind) || kind == "ministerial" && kinds.contains("by-law")
  }

  private static func sentence(_ tokens: [Token], around i: Int) -> Range<Int> {
    var start = i
    while start > 0, !tokens[start - 1].isStop { start -= 1 }
    var end = i
    while end < tokens.count - 1, !tokens[end].isStop { end += 1 }
    return start..<end + 1
  }

  /// Whether the words that have to stand beside a trigger do, and those that must not do not.
  private func holds(_ rule: String, _ unit: Unit, _ sentence: Range<Int>) -> Bool {
    (tables.rules[rule] ?? []).allSatisfy { companion in
      let places: [(Unit, Range<Int>)] =
        switch companion.place {
        case .sentence: [(unit, sentence)]
        case .unit: [(unit, unit.tokens.indices)]
        case .article: (byArticle[unit.article] ?? []).map { (units[$0], units[$0].tokens.indices) }
        case .act: units.map { ($0, $0.tokens.indices) }
        }
      return companion.isForbidden
        ? !places.contains { stands(companion.words, $0.0, $0.1, negatable: true) }
        : places.contains { stands(companion.words, $0.0, $0.1, negatable: false) }
    }
  }

  private static let negations: Set = [
    "neither", "nor", "not", "no", "without", "need", "cannot", "ни", "не", "без", "нет",
  ]

  /// Whether words stand in a part of a unit; where they can be negated, not behind a "not" or "without".
  private func stands(_ words: PatternIndex<Bool>, _ unit: Unit, _ range: Range<Int>, negatable: Bool) -> Bool {
    let tokens = Array(unit.tokens[range])
    return words.find(in: tokens, sides: Array(unit.sides[range])).contains { match in
      guard negatable, !tokens[match.range].contains(where: { Self.negations.contains($0.lower) }) else { return true }
      let before = tokens[max(0, match.range.lowerBound - 3)..<match.range.lowerBound]
      let clause = before.lastIndex(where: \.isStop).map { before[($0 + 1)...] } ?? before
      return !clause.contains { Self.negations.contains($0.lower) }
    }
  }
}

extension LegalDocument {
  /// The section or article that holds a provision; itself where none does.
  fileprivate func citable(_ provision: Int) -> Int {
    var at = provision
    while at != 0, !provisions[at].kind.isCitableUnit { at = Int(provisions[at].parent) }
    return at == 0 ? provision : at
  }
}
