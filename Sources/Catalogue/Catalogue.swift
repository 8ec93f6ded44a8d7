package import Diagnostics

/// What an electronic interaction between a person and a public authority needs: requirements, and the chain of them for each
/// type of interaction. Data, of which a user may add more.
package struct Catalogue: Sendable {
  package internal(set) var version = ""
  /// Force of each rank; a higher number is a higher force.
  package internal(set) var ranks: [String: Int] = [:]
  package internal(set) var interactionTypes: [Named] = []
  package internal(set) var principles: [Named] = []
  package internal(set) var indicators: [Named] = []
  package internal(set) var instruments: [Named] = []
  package internal(set) var areas: [Named] = []
  /// Conditions under which a place of a chain is needed.
  package internal(set) var conditions: [Named] = []
  package internal(set) var requirements: [Requirement] = []
  /// By type of interaction.
  package internal(set) var chains: [String: [ChainPlace]] = [:]
  private(set) var indexByID: [String: Int] = [:]

  /// An entry of a closed list.
  package struct Named: Sendable, Equatable {
    package let id: String
    package let title: String
  }

  /// A requirement in the chain of a type of interaction.
  package struct ChainPlace: Sendable, Equatable {
    package let link: Link
    package let requirement: String
    /// Only where this holds; `nil` for always.
    package let condition: String?
  }

  package func requirement(_ id: String) -> Requirement? { indexByID[id].map { requirements[$0] } }

  package func isInteractionType(_ id: String) -> Bool { interactionTypes.contains { $0.id == id } }

  mutating func add(_ requirement: Requirement) {
    if let known = indexByID[requirement.id] {
      requirements[known] = requirement
    } else {
      indexByID[requirement.id] = requirements.count
      requirements.append(requirement)
    }
  }
}

/// The links of a chain of legal bases, in the order in which they are shown.
package enum Link: String, Sendable, CaseIterable {
  case competence, channel, identity, form, data, time, effect, remedy, alternative, special
}

/// A question that a lawyer would ask of a framework, and the elements of the law that answer it.
package struct Requirement: Sendable {
  package let id: String
  package let title: String
  package let area: String
  package let link: Link
  package let scope: Scope
  /// Types of interaction that call for it.
  package let triggers: [String]
  package let question: String
  /// What a reader of the law must be able to find.
  package let plain: String
  /// How to supply what is missing.
  package let remedy: String
  /// "a rule on the moment of electronic filing".
  package let absent: String
  package let rightHolder: String
  package let dutyBearer: String
  package let elements: [Element]
  /// The lowest rank at which a provision counts.
  package let minimumRank: String
  package let rankReason: String
  /// While one of these is absent, the requirement is fulfilled in part at most.
  package let companions: [String]
  /// How much its absence weighs.
  package let severity: Severity
  /// Locators of instruments; those that are not verified end in a question mark and are shown to nobody.
  let sources: [String]
  package let indicators: [String]
  package let principles: [String]

  /// A rule that the provisions have to contain.
  package struct Element: Sendable, Equatable {
    /// Unique within the requirement; empty where elements are told apart by nothing.
    package let id: String
    package let text: String
    /// Its absence does not count: it is needed only where the case that it speaks of arises.
    package let isConditional: Bool
  }

  package enum Scope: String, Sendable, CaseIterable {
    /// Fulfilled once by the framework.
    case framework
    /// Reachable from every interaction.
    case interaction
    /// Reachable from every information system.
    case system
    /// A property of each act.
    case act
  }

  /// "UNCITRAL Model Law …, 15": the verified locators only.
  package func sourceLines(_ catalogue: Catalogue) -> [String] {
    sources.compactMap { source in
      guard !source.hasSuffix("?"), let colon = source.firstIndex(of: ":") else { return nil }
      let instrument = String(source[..<colon])
      let name = catalogue.instruments.first { $0.id == instrument }?.title ?? instrument
      return "\(name): \(source[source.index(after: colon)...])"
    }
  }

  /// The weight of the requirement in a share.
  package var weight: Int {
    switch severity {
    case .error: 3
    case .warning: 2
    case .note: 1
    }
  }
}
