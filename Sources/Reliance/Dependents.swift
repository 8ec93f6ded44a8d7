package import Citations
import Provisions

/// Who relies on a provision or an act.
package struct Dependents: Sendable {
  /// What of the thing a reference names.
  package enum Relation: Sendable {
    case itself
    /// A part of it, also one that does not exist.
    case part
    /// What holds it: its chapter, its act.
    case holder
  }

  /// A reference that relies on it.
  package struct Citation: Sendable {
    /// Index into ``CitationGraph/edges``.
    package let edge: Int
    package let relation: Relation
    /// What it names; `nil` for an act that was not read.
    package let target: Place?
  }

  /// A by-law that names it as a legal basis.
  package struct ByLaw: Sendable {
    /// Index of the by-law.
    package let document: Int
    /// In the order of its references.
    package let bases: [Citation]
    /// How many other bases the by-law names.
    package let otherBases: Int
  }

  /// In the order of the documents.
  package let byLaws: [ByLaw]
  /// By level; each in the order of the documents and of their text. Level 0 names the thing, level 1 what names it, and so
  /// on. Bases of by-laws stand in ``byLaws`` only.
  package let levels: [[Citation]]
}

/// Who relies on an addressee, directly and over others.
///
/// References inside the addressee go with it and are left out, as are those inside what is known to rely on it. A reference to what holds it is listed and not followed, and
/// beyond the first level only what holds it within its article counts, else each citation of an act would rely on each of
/// its provisions. A document that relies on it as a whole is followed as a whole where it rests on it.
///
/// - Parameter depth: how many levels are looked at.
package func dependents(of addressee: Addressee, in graph: CitationGraph, depth: Int) -> Dependents {
  var isSeen = Array(repeating: false, count: graph.edges.count)
  var reach = Reach(addressee.places, upTo: .document, graph)
  var known = reach
  var name: String?
  if case .notLoaded(let work) = addressee { name = work }
  var levels: [[Dependents.Citation]] = []
  for level in 0..<max(depth, 1) {
    var found: [Dependents.Citation] = []
    for e in graph.edges.indices where !isSeen[e] {
      let reference = graph.reference(of: graph.edges[e])
      guard reference.role != .marker else { continue }
      guard let citation = reach.citation(e, name, graph) else { continue }
      let source = Place(document: graph.edges[e].document, provision: Int(reference.source))
      if known.holds(source, graph) { continue }
      isSeen[e] = true
      found.append(citation)
    }
    if found.isEmpty { break }
    levels.append(found)
    if level + 1 == depth { break }
    reach = Reach(found.flatMap { sources(of: $0, graph) }, upTo: .article, graph)
    known.add(reach)
    name = nil
  }
  let byLaws = byLaws(levels.first ?? [], graph)
  let bases = Set(byLaws.flatMap { $0.bases.map(\.edge) })
  if !levels.isEmpty { levels[0].removeAll { bases.contains($0.edge) } }
  return Dependents(
    byLaws: byLaws,
    levels: levels.map { level in
      level.sorted { isOrderedBefore(graph.edges[$0.edge], graph.edges[$1.edge], graph) }
    })
}

private func isOrderedBefore(_ a: Edge, _ b: Edge, _ graph: CitationGraph) -> Bool {
  (a.document, graph.reference(of: a).start, a.reference) < (b.document, graph.reference(of: b).start, b.reference)
}

/// What relies on the addressee by one reference.
private func sources(of citation: Dependents.Citation, _ graph: CitationGraph) -> [Place] {
  let edge = graph.edges[citation.edge]
  let reference = graph.reference(of: edge)
  if citation.relation == .holder { return [] }
  let whole = Place(document: edge.document, provision: 0)
  if reference.role == .basis { return [whole] }
  // A reference of the metadata, of the title or of a footer: no provision relies on its target.
  return reference.source == 0 ? [] : [Place(document: edge.document, provision: Int(reference.source))]
}

private func byLaws(_ citations: [Dependents.Citation], _ graph: CitationGraph) -> [Dependents.ByLaw] {
  var byDocument: [Int: [Dependents.Citation]] = [:]
  for citation in citations {
    let edge = graph.edges[citation.edge]
    let identity = graph.documents[edge.document].identity
    guard graph.reference(of: edge).role == .basis, identity.rank == .byLaw, identity.form == .act else { continue }
    byDocument[edge.document, default: []].append(citation)
  }
  return byDocument.keys.sorted().map { d in
    let bases = byDocument[d] ?? []
    let own = Set(bases.map(\.edge))
    let others = (graph.edgeStart[d]..<graph.edgeStart[d + 1]).filter { e in
      guard !own.contains(e), graph.reference(of: graph.edges[e]).role == .basis else { return false }
      // A by-law does not empower itself, and words without a target are no act.
      return graph.edges[e].resolution != .external && graph.edges[e].resolution.place?.document != d
    }
    return Dependents.ByLaw(document: d, bases: bases, otherBases: others.count)
  }
}

/// Places that are relied on, with what holds them.
private struct Reach {
  private var exact: Set<Place>
  private let holders: Set<Place>

  enum Height { case article, document }

  init(_ places: [Place], upTo height: Height, _ graph: CitationGraph) {
    exact = Set(places)
    var holders: Set<Place> = []
    for place in exact {
      let provisions = graph.documents[place.document].provisions
      var index = place.provision
      while index != 0, height == .document || !provisions[index].kind.isCitableUnit {
        index = Int(provisions[index].parent)
        if height == .article, !provisions[index].kind.isInner, !provisions[index].kind.isCitableUnit { break }
        holders.insert(Place(document: place.document, provision: index))
      }
    }
    self.holders = holders
  }

  mutating func add(_ other: Reach) { exact.formUnion(other.exact) }

  /// Whether a place is one of them or a part of one.
  func holds(_ place: Place, _ graph: CitationGraph) -> Bool {
    relation(of: place, graph).map { $0 != .holder } ?? false
  }

  func relation(of place: Place, _ graph: CitationGraph) -> Dependents.Relation? {
    if exact.contains(place) { return .itself }
    var index = place.provision
    while index != 0 {
      index = Int(graph.documents[place.document].provisions[index].parent)
      if exact.contains(Place(document: place.document, provision: index)) { return .part }
    }
    return holders.contains(place) ? .holder : nil
  }

  /// - Parameter name: an act that was not read and is relied on.
  func citation(_ e: Int, _ name: String?, _ graph: CitationGraph) -> Dependents.Citation? {
    switch graph.edges[e].resolution {
    case .resolved(let place), .approximate(let place):
      return relation(of: place, graph).map { Dependents.Citation(edge: e, relation: $0, target: place) }
    case .ambiguous(let places):
      for place in places {
        if let relation = relation(of: place, graph) {
          return Dependents.Citation(edge: e, relation: relation, target: place)
        }
      }
      return nil
    case .provisionMissing(_, let nearest):
      guard let relation = relation(of: nearest, graph), relation != .holder else { return nil }
      return Dependents.Citation(edge: e, relation: .part, target: nearest)
    case .workNotLoaded(let work):
      guard let name, CitationGraph.isSameWork(work, name) else { return nil }
      return Dependents.Citation(edge: e, relation: .itself, target: nil)
    case .placeholder, .external: return nil
    }
  }
}
