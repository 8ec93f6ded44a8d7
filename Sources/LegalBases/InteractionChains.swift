package import Catalogue
package import Citations
package import Consolidation
import Diagnostics
import Provisions

/// How an interaction comes by a basis, the nearest first (reach R1, R2, R3, R5 and R4 of the model).
package enum Reach: Sendable, Equatable {
  /// The unit itself, what holds it or what it holds.
  case samePlace
  /// Over references, the places on the way, the basis last.
  case references([Place])
  case sameAct
  /// The act on which the by-law rests, directly or over others: documents, the last holds the basis.
  case enabling([Int])
  /// An act that covers the type of dealing by its own words, as the profile says.
  case generalAct

  fileprivate var rank: Int {
    switch self {
    case .samePlace: 0
    case .references: 1
    case .sameAct: 2
    case .enabling: 3
    case .generalAct: 4
    }
  }
}

/// One place in the chain of an interaction.
package struct InteractionBasis: Sendable {
  package let requirement: Requirement
  package let link: Link
  /// Under which condition it is needed; `nil` for always.
  package let condition: String?
  package let finding: Finding

  package enum Finding: Sendable, Equatable {
    case found(Place, Reach)
    /// The nearest candidate, and why it does not serve; out of reach where there is no other reason.
    case failed(Place, RequirementStatus.Reason?)
    /// No unit of the framework states it.
    case nowhere
  }

  package var isFound: Bool {
    if case .found = finding { return true }
    return false
  }
}

/// An interaction that an editor has marked, with the bases that its type needs.
package struct InteractionChain: Sendable {
  package let place: Place
  package let type: String
  /// In the order of the links.
  package let bases: [InteractionBasis]

  /// The places that are needed whatever the case.
  package var needed: [InteractionBasis] { bases.filter { $0.condition == nil } }

  /// The share of found bases in the weakest link, from 0 to 1.
  package var strength: Double {
    Link.allCases.compactMap { link -> Double? in
      let own = needed.filter { $0.link == link }
      return own.isEmpty ? nil : Double(own.count(where: \.isFound)) / Double(own.count)
    }.min() ?? 1
  }

  /// Links in which a needed basis is not found.
  package var brokenLinks: [Link] {
    Link.allCases.filter { link in needed.contains { $0.link == link && !$0.isFound } }
  }

  /// Whether it can be relied on: no weak link, and nothing absent whose absence is an error.
  package var isReady: Bool {
    strength >= 0.5 && !needed.contains { !$0.isFound && $0.requirement.severity == .error }
  }
}

/// Follows the graph from each marked interaction to the bases that it needs.
package struct ChainFinder {
  private let framework: Framework
  private let catalogue: Catalogue
  private let profile: Profile
  private let finder: StatusFinder
  /// By requirement: the units that state it or an element of it.
  private let candidates: [String: [Place]]
  private let enabling: [Int: EnablingChain]
  private let generalActs: [String: [Profile.GeneralAct]]

  package init(_ framework: Framework, _ catalogue: Catalogue, _ profile: Profile, _ marks: LegalMarks) {
    self.framework = framework
    self.catalogue = catalogue
    self.profile = profile
    finder = StatusFinder(framework, catalogue, profile)
    var candidates: [String: [Place]] = [:]
    for mark in marks.all {
      guard case .requirement(let id, let part) = mark.subject, part != .declared else { continue }
      let provision = framework.graph.documents[mark.place.document].provisions[mark.place.provision]
      if !provision.traits.contains(.quoted) { candidates[id, default: []].append(mark.place) }
    }
    self.candidates = candidates
    enabling = Dictionary(assess(framework).enablingChains.map { ($0.document, $0) }) { first, _ in first }
    generalActs = Dictionary(grouping: profile.generalActs) { TargetAddress.normalisedWork($0.work) }
  }

  /// The chains of the interactions that are in force, in the order of the documents. Of several texts of an act the first counts.
  package func chains(_ marks: LegalMarks) -> [InteractionChain] {
    var works: [String: Int] = [:]
    for (d, document) in framework.graph.documents.enumerated() where works[document.identity.work] == nil {
      works[document.identity.work] = d
    }
    return marks.all.compactMap { mark in
      guard case .interaction(let type) = mark.subject else { return nil }
      let document = framework.graph.documents[mark.place.document]
      guard works[document.identity.work] == mark.place.document,
        !document.provisions[mark.place.provision].traits.contains(.quoted), isInForce(mark.place)
      else { return nil }
      return chain(type, at: mark.place)
    }
  }

  private func isInForce(_ place: Place) -> Bool {
    switch framework.state(of: place) {
    case .repealed, .expired, .notYetInForce: false
    default: true
    }
  }

  private func chain(_ type: String, at place: Place) -> InteractionChain {
    let ways = ways(from: place)
    let acts = enablingActs(of: place.document)
    let bases = (catalogue.chains[type] ?? []).compactMap { position -> InteractionBasis? in
      guard let requirement = catalogue.requirement(position.requirement) else { return nil }
      return InteractionBasis(
        requirement: requirement, link: position.link, condition: position.condition,
        finding: basis(of: requirement, for: place, type, ways, acts))
    }
    return InteractionChain(place: place, type: type, bases: bases)
  }

  private func basis(
    of requirement: Requirement, for place: Place, _ type: String, _ ways: [Place: [Place]], _ acts: [Int: [Int]]
  ) -> InteractionBasis.Finding {
    var best: (place: Place, reach: Reach)?
    var nearest: (place: Place, reason: RequirementStatus.Reason?)?
    for candidate in candidates[requirement.id] ?? [] {
      let objection = finder.objection(to: candidate, for: requirement)
      guard objection == nil, let reach = reach(from: place, to: candidate, type, ways, acts) else {
        if nearest.map({ Self.weight(objection) > Self.weight($0.reason) }) ?? true { nearest = (candidate, objection) }
        continue
      }
      if best.map({ reach.rank < $0.reach.rank }) ?? true { best = (candidate, reach) }
    }
    if let best { return .found(best.place, best.reach) }
    return nearest.map { .failed($0.place, $0.reason) } ?? .nowhere
  }

  /// How much a reason tells: one that would serve but for its date or rank says more than one that is out of reach, and a
  /// draft says least.
  private static func weight(_ reason: RequirementStatus.Reason?) -> Int {
    switch reason {
    case .draft?: 0
    case nil: 1
    default: 2
    }
  }

  private func reach(
    from place: Place, to target: Place, _ type: String, _ ways: [Place: [Place]], _ acts: [Int: [Int]]
  ) -> Reach? {
    let document = framework.graph.documents[target.document]
    if place.document == target.document, document.holds(place.provision, target.provision) {
      return .samePlace
    }
    // A reference to what holds the basis, or to a part of it, leads to it.
    let over = ways.filter { way in
      way.key.document == target.document && way.key.provision != 0
        && document.holds(way.key.provision, target.provision)
    }.values.min { $0.count < $1.count }
    if let over { return .references(over + [target]) }
    if place.document == target.document { return .sameAct }
    if let way = acts[target.document] { return .enabling(way) }
    let covering = generalActs[TargetAddress.normalisedWork(document.identity.work)] ?? []
    return covering.contains { $0.covers(type) } ? .generalAct : nil
  }

  /// Places that can be reached over references in force, each with the way to it; at most as far as the profile says.
  private func ways(from place: Place) -> [Place: [Place]] {
    let graph = framework.graph
    var out: [Place: [Place]] = [:]
    var frontier: [(place: Place, way: [Place])] = [(place, [])]
    for _ in 0..<max(0, profile.longestPath) {
      var next: [(place: Place, way: [Place])] = []
      for (at, way) in frontier {
        let document = graph.documents[at.document]
        let unit = at.provision..<Int(document.provisions[at.provision].subtreeEnd)
        for edge in graph.edges(of: at.document) {
          let reference = document.references[edge.reference]
          guard reference.role == .cites, unit.contains(Int(reference.source)), let target = edge.resolution.place,
            out[target] == nil, target != place, isInForce(target)
          else { continue }
          out[target] = way + [target]
          // A reference to an act as a whole names the act; it does not lead into each of its provisions.
          if target.provision != 0 { next.append((target, way + [target])) }
        }
      }
      frontier = next
    }
    return out.mapValues { $0.dropLast() }
  }

  /// The acts on which a by-law rests, each with the way to it.
  private func enablingActs(of d: Int) -> [Int: [Int]] {
    var out: [Int: [Int]] = [:]
    var frontier: [(document: Int, way: [Int])] = [(d, [])]
    while !frontier.isEmpty {
      var next: [(document: Int, way: [Int])] = []
      for (at, way) in frontier {
        for basis in enabling[at]?.bases ?? [] {
          guard let target = basis.resolution.place, target.document != d, out[target.document] == nil,
            isInForce(target)
          else { continue }
          out[target.document] = way + [target.document]
          next.append((target.document, way + [target.document]))
        }
      }
      frontier = next
    }
    return out
  }
}

extension LegalDocument {
  /// Whether one of two provisions holds the other.
  fileprivate func holds(_ a: Int, _ b: Int) -> Bool {
    (a..<Int(provisions[a].subtreeEnd)).contains(b) || (b..<Int(provisions[b].subtreeEnd)).contains(a)
  }
}
