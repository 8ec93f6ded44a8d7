package import Citations
package import Consolidation
import Provisions

/// One legal basis on which a by-law says it rests.
package struct LegalBasis: Sendable {
  /// Index into ``CitationGraph/edges``.
  package let edge: Int
  package let resolution: Resolution
  /// The state of the enabling provision on the date; `nil` when there is no place to ask about.
  package let state: ForceState?
}

/// On what a by-law rests: the chain from the by-law to the clause of a higher act that empowers its maker.
package struct EnablingChain: Sendable {
  /// Index of the by-law.
  package let document: Int
  package let bases: [LegalBasis]
  package let verdict: Verdict

  package enum Verdict: Sendable, Equatable {
    /// At least one marked basis exists and is in force, or nothing speaks against it.
    case rests
    /// Every basis that is loaded was repealed, has lapsed or does not exist.
    case fallen
    /// Bases are marked, none of their acts is loaded.
    case notLoaded
    /// The document says that it rests on another power than that of an act, such as the prerogative.
    case nonStatutory
    /// The document marks its references, and none of them is a basis of higher rank.
    case absent
    /// The document marks no references at all: nothing can be said.
    case unmarked
  }
}

/// What the framework rests on, on one date.
package struct Assessment: Sendable {
  /// By document.
  package let enablingChains: [EnablingChain]
}

/// Assesses the legal bases of every by-law of the framework.
package func assess(_ framework: Framework) -> Assessment {
  let graph = framework.graph
  var chains: [EnablingChain] = []
  for (d, document) in graph.documents.enumerated()
  where document.identity.rank == .byLaw && document.identity.form == .act {
    var bases: [LegalBasis] = []
    var isNonStatutory = false
    for e in graph.edgeStart[d]..<graph.edgeStart[d + 1] where graph.reference(of: graph.edges[e]).role == .basis {
      let resolution = graph.edges[e].resolution
      // A by-law does not empower itself.
      if let place = resolution.place, place.document == d { continue }
      if resolution == .external {
        isNonStatutory = isNonStatutory || graph.reference(of: graph.edges[e]).form == .none
        continue
      }
      bases.append(
        LegalBasis(edge: e, resolution: resolution, state: resolution.place.map { framework.state(of: $0) }))
    }
    chains.append(
      EnablingChain(
        document: d, bases: bases, verdict: bases.isEmpty && isNonStatutory ? .nonStatutory : verdict(bases, document)))
  }
  return Assessment(enablingChains: chains)
}

private func verdict(_ bases: [LegalBasis], _ document: LegalDocument) -> EnablingChain.Verdict {
  if bases.isEmpty { return document.marksReferences && document.isComplete ? .absent : .unmarked }
  var fallen = false
  for basis in bases {
    switch (basis.resolution, basis.state) {
    case (.provisionMissing, _), (_, .repealed?), (_, .expired?): fallen = true
    case (.workNotLoaded, _), (.placeholder, _): break
    default: return .rests
    }
  }
  return fallen ? .fallen : .notLoaded
}
