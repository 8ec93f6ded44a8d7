/// The tables of rules on wording, for a language: which words trigger a rule, and which beside them take it back.
package struct WordingTables: Sendable {
  package let parties: PatternIndex<PartySide>
  /// By the rule that a pattern triggers.
  package let triggers: PatternIndex<String>
  /// By rule.
  package let rules: [String: [Companion]]
  /// By rule: the kinds of acts that it looks at; all where there is none.
  package let kinds: [String: Set<String>]

  /// Words that have to stand, or must not stand, somewhere beside a trigger.
  package struct Companion: Sendable {
    package enum Place: String, Sendable {
      case sentence, unit, article, act
    }

    package let place: Place
    package let isForbidden: Bool
    package let words: PatternIndex<Bool>
  }

  /// The tables of a language; `nil` where there are none.
  package static func of(_ language: String) -> WordingTables? {
    switch language {
    case "en": english
    case "ru": russian
    case "be": belarusian
    default: nil
    }
  }

  private static let english = WordingTables("en")
  private static let russian = WordingTables("ru")
  private static let belarusian = WordingTables("be")

  private init(_ language: String) {
    var parties: [(pattern: WordPattern, value: PartySide)] = []
    for bytes in [PackageResources.parties_tsv, PackageResources.bodies_tsv] {
      for row in TableRows.rows(bytes) where row[0] == language {
        if let side = PartySide(rawValue: row[1]), let pattern = WordPattern(row[2]) { parties.append((pattern, side)) }
      }
    }
    self.parties = PatternIndex(parties)
    var triggers: [(pattern: WordPattern, value: String)] = []
    var companions: [String: [String: [(pattern: WordPattern, value: Bool)]]] = [:]
    for row in TableRows.rows(PackageResources.rules_tsv) where row.count >= 4 && row[1] == language {
      guard let pattern = WordPattern(row[3]) else { continue }
      if row[2] == "trigger" {
        triggers.append((pattern, row[0]))
      } else {
        companions[row[0], default: [:]][row[2], default: []].append((pattern, true))
      }
    }
    self.triggers = PatternIndex(triggers)
    rules = companions.mapValues { roles in
      roles.sorted { $0.key < $1.key }.compactMap { Self.companion($0.key, $0.value) }
    }
    var kinds: [String: Set<String>] = [:]
    for row in TableRows.rows(PackageResources.scope_tsv) where row.count >= 3 && row[1] == "kinds" {
      kinds[row[0]] = Set(row[2].split(separator: ",").map(String.init))
    }
    self.kinds = kinds
  }

  /// "with", "with.2": in the sentence; "with-unit.2", "without-article" and so on.
  private static func companion(
    _ role: String, _ patterns: [(pattern: WordPattern, value: Bool)]
  ) -> Companion? {
    let name = role.split(separator: ".").first.map(String.init) ?? role
    let parts = name.split(separator: "-")
    guard let first = parts.first, first == "with" || first == "without" else { return nil }
    let place = parts.count > 1 ? Companion.Place(rawValue: String(parts[1])) : .sentence
    return place.map { Companion(place: $0, isForbidden: first == "without", words: PatternIndex(patterns)) }
  }
}

/// Rows of a table with tabs.
enum TableRows {
  /// The fields of the rows below the first, which names the columns.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }.filter { $0.count >= 3 }
  }
}
