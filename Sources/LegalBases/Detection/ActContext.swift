import Provisions
import Wording

/// What the units of an act have in common: the terms that it defines as parties, how public its matter is, and the parts that
/// deal with private law.
struct ActContext {
  /// Side by the words of a term.
  private(set) var terms: [String: PartySide] = [:]
  /// The share of units that name an authority.
  private(set) var publicShare = 0.0
  /// Whether the act is one of rules of procedure.
  let isProcedure: Bool
  /// Groups whose clause of application takes documents sent to or issued by the authority out.
  private(set) var privateGroups: Set<String> = []

  private static let stops: Set = [
    "of", "by", "to", "under", "from", "in", "for", "issued", "that", "who", "which", "with", "referred", "made",
    "established", "if", "where",
  ]

  init(_ document: LegalDocument, _ units: [UnitText], _ tables: CueTables) {
    let title = document.identity.title.lowercased()
    isProcedure = title.contains("rules") || title.contains("procedure")
    terms = Self.terms(units, tables.sides)
    var (hits, total) = (0, 0)
    for unit in units where !unit.isDefinition {
      let tokens = Array(unit.root.linear.prefix(120))
      total += 1
      if PartySides.find(in: tokens, tables.sides, terms).contains(.authority) { hits += 1 }
      let words = Set(tokens.map(\.lower))
      if words.isSuperset(of: ["apply", "not", "sent", "issued"]), !words.isDisjoint(with: ["document", "information"])
      {
        privateGroups.insert(unit.group)
      }
    }
    publicShare = Double(hits) / Double(max(1, total))
  }

  /// The terms that the definitions of an act make a party, by their words.
  static func terms(_ units: [UnitText], _ parties: PatternIndex<PartySide>) -> [String: PartySide] {
    var terms: [String: PartySide] = [:]
    for unit in units where unit.isDefinition && !unit.term.isEmpty {
      let body = Array(unit.root.linear.dropFirst(unit.term.count))
      guard let verb = body.first?.lower, verb == "means" || verb == "includes" else { continue }
      let words = Array(body.dropFirst().prefix(13))
      let sides = PartySides.find(in: words, parties, [:])
      let term = unit.term.map(\.lower).joined(separator: " ")
      for (k, token) in words.enumerated() {
        if let side = sides[k] {
          if term != "send", term != "act" { terms[term] = side }
          break
        }
        if stops.contains(token.lower) { break }
      }
    }
    return terms
  }

  func isPrivate(_ unit: UnitText) -> Bool { privateGroups.contains(unit.group) }
}
