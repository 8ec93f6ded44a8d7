package import Provisions
import Wording

/// Whether a unit orders or allows, as far as the words of its language tell.
package enum UnitMood: Sendable {
  case duty, power

  private static let negations: Set = [
    "not", "no", "nobody", "neither", "nor", "without", "only", "не", "ни", "никто", "нет", "без", "нельзя", "только",
  ]

  /// The mood of a unit without parts of its own; `nil` where it has both moods or none, where it denies anything ("shall not"
  /// and "is not entitled" say the same), and in languages without a table.
  package static func of(_ provision: Int, in document: LegalDocument) -> UnitMood? {
    guard let tables = CueTables.of(document.identity.language) else { return nil }
    let own = document.provisions[provision]
    guard Int(own.subtreeEnd) == provision + 1 else { return nil }
    let tokens = Tokenizer.tokens(document.plainText(Int(own.contentStart)))
    guard !tokens.contains(where: { negations.contains($0.lower) }) else { return nil }
    let found = Set(
      tables.moods.find(in: tokens, sides: Array(repeating: nil, count: tokens.count)).map(\.value))
    switch (found.contains(.duty), found.contains(.power)) {
    case (true, false): return .duty
    case (false, true): return .power
    default: return nil
    }
  }
}
