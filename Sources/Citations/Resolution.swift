package import Provisions

/// A place in the graph: a provision of a document, by indices.
package struct Place: Hashable, Sendable, BitwiseCopyable {
  /// Index into ``CitationGraph/documents``.
  package let document: Int
  /// Index into the document's provisions; 0 is the document as a whole.
  package let provision: Int

  package init(document: Int, provision: Int) {
    self.document = document
    self.provision = provision
  }
}

/// Where a reference leads. A reference that leads nowhere is data: rules turn it into words.
package enum Resolution: Sendable, Equatable {
  case resolved(Place)
  /// The place is the nearest one known: the rest of the target is written in a form that does not say which unit, or the
  /// target document was read only in part.
  case approximate(Place)
  /// The act is not among the documents that were read. That is all that is known.
  case workNotLoaded(String)
  /// The act is there, the provision is not; the nearest place that exists.
  case provisionMissing(String, nearest: Place)
  /// Several places have this address.
  case ambiguous([Place])
  /// Written to be filled in later.
  case placeholder
  /// Not an address of law that could be loaded: a web page, a standard, words without target.
  case external

  /// The place that a reader is led to, if any.
  package var place: Place? {
    switch self {
    case .resolved(let place), .approximate(let place): place
    case .ambiguous(let places): places.first
    default: nil
    }
  }

  /// One or two words for lists and graphs: "resolved", "not loaded".
  package var word: String {
    switch self {
    case .resolved: "resolved"
    case .approximate: "approximate"
    case .workNotLoaded: "not loaded"
    case .provisionMissing: "missing"
    case .ambiguous: "ambiguous"
    case .placeholder: "placeholder"
    case .external: "external"
    }
  }
}

/// A reference of a document together with where it leads.
package struct Edge: Sendable {
  /// Index of the citing document.
  package let document: Int
  /// Index into the document's references.
  package let reference: Int
  package let resolution: Resolution

  package init(document: Int, reference: Int, resolution: Resolution) {
    self.document = document
    self.reference = reference
    self.resolution = resolution
  }
}

/// Who refers to whom: all documents, all references with their resolution, and the way back.
package struct CitationGraph: Sendable {
  /// Sorted by file.
  package let documents: [LegalDocument]
  /// By document, then in the order of its references.
  package let edges: [Edge]
  /// `edges[edgeStart[d] ..< edgeStart[d + 1]]` are those of document `d`.
  package let edgeStart: [Int]
  /// Indices of documents by normalised work and alias, each list sorted with the preferred text first.
  package let works: [String: [Int]]
  /// Edges that lead to a document, by target document, in the order of `edges`.
  package let incoming: [[Int]]

  package func edges(of document: Int) -> ArraySlice<Edge> { edges[edgeStart[document]..<edgeStart[document + 1]] }

  package func reference(of edge: Edge) -> Reference { documents[edge.document].references[edge.reference] }

  /// The address of a place.
  package func id(of place: Place) -> ProvisionID { documents[place.document].id(of: place.provision) }
}
