package import Provisions

/// Links every reference of every document to its target. Says nothing to the user: see ``Resolution``.
///
/// - Parameter documents: sorted by file.
package func link(_ documents: consuming [LegalDocument]) -> CitationGraph {
  let linking = Linking(documents)
  var linker = linking.makeLinker()
  return linking.graph(linking.documents.indices.map { linker.resolveReferences(of: $0) })
}

/// Linking in parts: what has to be known of all documents, after which each can be resolved by any ``Linker``.
package struct Linking: Sendable {
  package let documents: [LegalDocument]
  let works: [String: [Int]]
  let names: ActNames?
  /// Documents by normalised title.
  let titles: [String: [Int]]

  /// - Parameter documents: sorted by file.
  package init(_ documents: consuming [LegalDocument]) {
    var documents = documents
    names = reachTitles(&documents)
    works = indexWorks(documents)
    var titles: [String: [Int]] = [:]
    for (d, document) in documents.enumerated() {
      let names = [document.identity.title, document.identity.shortTitle] + document.identity.aliases
      for title in Set(names.map(TargetAddress.normalisedTitle)) where title.contains(" ") {
        titles[title, default: []].append(d)
      }
    }
    self.titles = titles
    self.documents = documents
  }

  /// One for each worker.
  package func makeLinker() -> Linker { Linker(self) }

  /// - Parameter resolutions: by document, those of its references.
  package func graph(_ resolutions: [[Resolution]]) -> CitationGraph {
    var edges: [Edge] = []
    edges.reserveCapacity(resolutions.reduce(0) { $0 + $1.count })
    var edgeStart = [0]
    var incoming = Array(repeating: [Int](), count: documents.count)
    for d in documents.indices {
      for (r, resolution) in resolutions[d].enumerated() {
        if let place = resolution.place, documents[d].references[r].role != .marker {
          incoming[place.document].append(edges.count)
        }
        edges.append(Edge(document: d, reference: r, resolution: resolution))
      }
      edgeStart.append(edges.count)
    }
    return CitationGraph(documents: documents, edges: edges, edgeStart: edgeStart, works: works, incoming: incoming)
  }
}

/// Documents by work and alias. The newest text of a work comes first; the file order decides between equals.
private func indexWorks(_ documents: [LegalDocument]) -> [String: [Int]] {
  var works: [String: [Int]] = [:]
  for (d, document) in documents.enumerated() {
    var names: [String] = []
    for name in [document.identity.work] + document.identity.aliases {
      let key = TargetAddress.normalisedWork(name)
      if !key.isEmpty, !names.contains(key) { names.append(key) }
    }
    for name in names { works[name, default: []].append(d) }
  }
  for (name, list) in works where list.count > 1 {
    works[name] = list.sorted {
      let a = documents[$0].identity.versionDate?.packed ?? 0
      let b = documents[$1].identity.versionDate?.packed ?? 0
      return a != b ? a > b : $0 < $1
    }
  }
  return works
}
