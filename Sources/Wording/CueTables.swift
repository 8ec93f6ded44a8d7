/// The tables of cues of a language: which words speak of a channel, an act, a party, a mood or a requirement.
package struct CueTables: Sendable {
  package let language: String
  package let sides: PatternIndex<PartySide>
  /// Phrases that say that a site belongs to an authority.
  package let sites: PatternIndex<Bool>
  package let channels: PatternIndex<ChannelCue>
  package let anticues: PatternIndex<AntiCue>
  package let acts: PatternIndex<ActCue>
  package let moods: PatternIndex<Mood>
  package let requirements: PatternIndex<RequirementCue>

  package struct ChannelCue: Sendable {
    /// 1 to 3.
    package let strength: Int
    /// "generic", "email", "site", "portal", "video", "system", "keep", "weak".
    package let kind: String
  }

  package struct AntiCue: Sendable {
    package enum Effect: Sendable, Equatable {
      /// The words may not be blanked.
      case protect
      /// A channel in these words is none.
      case blank
      /// Points where they stand in the sentence of the channel.
      case sentence(Int)
      /// Points where they stand anywhere in the unit.
      case unit(Int)
    }

    package let effect: Effect
    package let kind: String
  }

  package struct ActCue: Sendable {
    /// A type of interaction, or "dir": a neutral verb, typed by its direction.
    package let type: String
    /// Who acts: "person", "authority", "any".
    package let agent: String
    /// 6 decides the type.
    package let weight: Int
  }

  package enum Mood: String, Sendable {
    case duty, power, prohibition, privilege, constitutive, definition, escape
  }

  package struct RequirementCue: Sendable {
    package let requirement: String
    package let gate: Gate

    package enum Gate: Sendable, Equatable {
      case none
      /// Only in a unit that names a channel.
      case channel
      /// Only in an interaction, of one of these types where some are named.
      case interaction([String])
    }
  }

  /// The tables of a language; `nil` where there are none.
  package static func of(_ language: String) -> CueTables? {
    switch language {
    case "en": english
    case "ru": russian
    default: nil
    }
  }

  private static let english = CueTables("en")
  private static let russian = CueTables("ru")

  private init(_ language: String) {
    self.language = language
    func index<Value>(_ bytes: [UInt8], _ value: ([String]) -> Value?) -> PatternIndex<Value> {
      PatternIndex(
        TableRows.rows(bytes).compactMap { row in
          guard row.first == language, let pattern = row.last.flatMap({ WordPattern($0) }), let value = value(row)
          else {
            return nil
          }
          return (pattern, value)
        })
    }
    sides = index(PackageResources.parties_tsv) { PartySide(rawValue: $0[1]) }
    sites = index(PackageResources.parties_tsv) { $0[1] == "site" ? true : nil }
    channels = index(PackageResources.channels_tsv) { row in
      Int(row[1]).map { ChannelCue(strength: $0, kind: row[2]) }
    }
    anticues = index(PackageResources.anticues_tsv) { row in
      Self.effect(row[1]).map { AntiCue(effect: $0, kind: row[2]) }
    }
    acts = index(PackageResources.acts_tsv) { row in
      Int(row[3]).map { ActCue(type: row[1], agent: row[2], weight: $0) }
    }
    moods = index(PackageResources.modality_tsv) { Mood(rawValue: $0[1]) }
    requirements = index(PackageResources.requirements_tsv) { row in
      Self.gate(row[2]).map { RequirementCue(requirement: row[1], gate: $0) }
    }
  }

  private static func effect(_ text: String) -> AntiCue.Effect? {
    let parts = text.split(separator: ":")
    switch parts.first {
    case "protect": return .protect
    case "blank": return .blank
    case "frame": return parts.count > 1 ? Int(parts[1]).map { .sentence($0) } : nil
    case "unit": return parts.count > 1 ? Int(parts[1]).map { .unit($0) } : nil
    default: return nil
    }
  }

  private static func gate(_ text: String) -> RequirementCue.Gate? {
    let parts = text.split(separator: ":", maxSplits: 1)
    switch parts.first {
    case "none": return RequirementCue.Gate.none
    case "channel": return .channel
    case "t1": return .interaction(parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : [])
    default: return nil
    }
  }
}
