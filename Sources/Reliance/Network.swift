package import Citations
package import Consolidation
package import Provisions

/// The citation graph as it is drawn: units of law as nodes, and what leads from one to another as links that are counted.
///
/// The marks of editors, placeholders and what names no law are left out.
package struct Network: Sendable {
  /// What the nodes are.
  package enum Level: String, Sendable, CaseIterable {
    /// Whole documents; each of them is a node, whether it is linked or not.
    case act
    /// Articles, sections and rules, and what stands beside them: recitals, paragraphs that no article holds, annexes, the
    /// document as a whole.
    case article
    /// The exact provisions between which references lead.
    case provision
  }

  /// A unit of law.
  package struct Node: Sendable {
    /// Unique: the address, with language and version date behind the work where several texts of it were read.
    package let id: String
    /// "work ~ path"; of an act that was not read, its name as references give it.
    package let address: String
    /// The title of a document, the kind, number and heading of a provision.
    package let label: String
    /// The title of the act to which it belongs; empty for an act that was not read.
    package let act: String
    /// The document's own word for its kind, or the level of a provision; empty where nothing is known.
    package let kind: String
    /// The rank of the act.
    package let rank: Rank
    /// `nil` for an act that was not read.
    package let state: ForceState?
    /// `nil` for an act that was not read.
    package let place: Place?

    /// Whether the text of the act was read.
    package var isLoaded: Bool { place != nil }
  }

  /// All references of one role that lead from one node to another, were found in the same way and resolved alike.
  package struct Link: Sendable {
    /// Index into ``Network/nodes``.
    package let source: Int
    /// Index into ``Network/nodes``; where the reference names a provision that does not exist, the nearest one that does.
    package let target: Int
    package let role: ReferenceRole
    /// Whether the references were read from the words and not marked.
    package let isRead: Bool
    /// See ``Resolution/word``.
    package let resolution: String
    package let count: Int
  }

  package let level: Level
  package let date: LegalDate
  /// In the order of the documents and of their text; acts that were not read come last, by name.
  package let nodes: [Node]
  /// By source, target, role, how they were found, and resolution.
  package let links: [Link]
}

extension Rank {
  /// The word for lists and graphs: "law", "by-law".
  package var word: String {
    switch self {
    case .unknown: "unknown"
    case .constitution: "constitution"
    case .law: "law"
    case .decree: "decree"
    case .byLaw: "by-law"
    case .programme: "programme"
    }
  }
}

extension CitationGraph {
  /// The provision that stands for a place among the nodes of a level.
  func rolledUp(_ place: Place, to level: Network.Level) -> Place {
    switch level {
    case .act: return Place(document: place.document, provision: 0)
    case .provision: return place
    case .article:
      let provisions = documents[place.document].provisions
      var index = place.provision
      // The unit of quoted text belongs to another act; the unit that quotes it is cited.
      while provisions[index].traits.contains(.quoted) { index = Int(provisions[index].parent) }
      var outermost = index
      while index != 0, provisions[index].kind.isInner {
        outermost = index
        index = Int(provisions[index].parent)
      }
      if provisions[index].kind.isCitableUnit { return Place(document: place.document, provision: index) }
      // Of an annex without articles, the annex is cited; elsewhere the paragraph or recital is.
      return Place(document: place.document, provision: provisions[index].kind == .annex ? index : outermost)
    }
  }
}
