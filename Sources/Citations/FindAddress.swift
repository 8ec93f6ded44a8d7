import Provisions

/// The place that a stable path or an identifier of the markup names in one document.
///
/// - Returns: ``Resolution/resolved(_:)``, ``Resolution/ambiguous(_:)``, or ``Resolution/provisionMissing(_:nearest:)`` with
///   the document itself where no beginning of the path is known.
package func find(_ portion: String, inDocument d: Int, of graph: CitationGraph) -> Resolution {
  let document = graph.documents[d]
  if let index = document.provisions.indices.dropFirst().first(where: { document.path(of: $0) == portion }) {
    return .resolved(Place(document: d, provision: index))
  }
  switch DocumentIndex(document, number: d).find(portion) {
  case .exactly(let index): return .resolved(Place(document: d, provision: index))
  case .several(let places): return .ambiguous(places)
  case .nearest(let index, _): return .provisionMissing(portion, nearest: Place(document: d, provision: index))
  case .nothing: return .provisionMissing(portion, nearest: Place(document: d, provision: 0))
  }
}

/// The documents of the act that words name by its title, its number or its initials; of several texts of it, all.
package func documents(named words: String, in graph: CitationGraph) -> [Int] {
  ActNames(graph.documents).find(words)
}
