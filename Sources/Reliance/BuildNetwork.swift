package import Citations
package import Consolidation
import Provisions

/// Draws the citation graph of a framework at one level.
///
/// - Parameter places: become nodes even where nothing leads to or from them or their parts.
package func network(of framework: Framework, at level: Network.Level, including places: [Place] = []) -> Network {
  let graph = framework.graph
  var counts: [LinkKey: Int] = [:]
  var names = UnreadNames()
  var ends: Set<NodeKey> = []
  if level == .act { ends.formUnion(graph.documents.indices.map { .place(Place(document: $0, provision: 0)) }) }
  for edge in graph.edges {
    let reference = graph.reference(of: edge)
    guard reference.role != .marker, let target = end(of: edge.resolution, in: graph, at: level, &names) else {
      continue
    }
    let source = graph.rolledUp(Place(document: edge.document, provision: Int(reference.source)), to: level)
    let key = LinkKey(
      source: .place(source), target: target, role: reference.role, isRead: reference.form == .words,
      resolution: edge.resolution.word)
    counts[key, default: 0] += 1
    ends.insert(key.source)
    ends.insert(target)
  }
  for place in places where !ends.contains(where: { $0.isInside(place, graph) }) {
    ends.insert(.place(graph.rolledUp(place, to: level)))
  }
  let keys = ends.sorted()
  let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  let links = counts.compactMap { key, count -> Network.Link? in
    guard let source = numbers[key.source], let target = numbers[key.target] else { return nil }
    return Network.Link(
      source: source, target: target, role: key.role, isRead: key.isRead, resolution: key.resolution, count: count)
  }.sorted(by: isOrderedBefore)
  return Network(level: level, date: framework.date, nodes: nodes(keys, framework), links: links)
}

private enum NodeKey: Hashable, Comparable {
  case place(Place)
  case notLoaded(String)

  func isInside(_ holder: Place, _ graph: CitationGraph) -> Bool {
    if case .place(let place) = self { graph.isInside(place, holder) } else { false }
  }

  static func < (a: NodeKey, b: NodeKey) -> Bool {
    switch (a, b) {
    case (.place(let a), .place(let b)): (a.document, a.provision) < (b.document, b.provision)
    case (.place, .notLoaded): true
    case (.notLoaded, .place): false
    case (.notLoaded(let a), .notLoaded(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    }
  }
}

private struct LinkKey: Hashable {
  let source: NodeKey
  let target: NodeKey
  let role: ReferenceRole
  let isRead: Bool
  let resolution: String
}

/// The names of acts that were not read, each in the spelling that stands first.
private struct UnreadNames {
  private var first: [String: String] = [:]

  mutating func name(_ written: String) -> String {
    let spelling = CitationGraph.spelling(written)
    if let known = first[spelling] { return known }
    let name = CitationGraph.trimmed(written)
    first[spelling] = name
    return name
  }
}

private func end(
  of resolution: Resolution, in graph: CitationGraph, at level: Network.Level, _ names: inout UnreadNames
) -> NodeKey? {
  switch resolution {
  case .workNotLoaded(let name): .notLoaded(names.name(name))
  case .provisionMissing(_, let nearest): .place(graph.rolledUp(nearest, to: level))
  default: resolution.place.map { .place(graph.rolledUp($0, to: level)) }
  }
}

private func isOrderedBefore(_ a: Network.Link, _ b: Network.Link) -> Bool {
  let (left, right) = ((a.source, a.target, a.role.rawValue), (b.source, b.target, b.role.rawValue))
  if left != right { return left < right }
  return a.isRead != b.isRead ? b.isRead : a.resolution < b.resolution
}

private func nodes(_ keys: [NodeKey], _ framework: Framework) -> [Network.Node] {
  let documents = framework.graph.documents
  var texts: [String: Int] = [:]
  for document in documents { texts[document.identity.work, default: 0] += 1 }
  var taken: Set<String> = []
  func unique(_ id: String) -> String {
    var candidate = id
    var n = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id) (\(n))"
      n += 1
    }
    return candidate
  }
  return keys.map { key in
    switch key {
    case .notLoaded(let name):
      return Network.Node(
        id: unique(name), address: name, label: name, act: "", kind: "", rank: .unknown, state: nil, place: nil)
    case .place(let place):
      let document = documents[place.document]
      let identity = document.identity
      let address = document.id(of: place.provision)
      var work = address.work
      if texts[work, default: 0] > 1 {
        work += "/\(identity.language)" + (identity.versionDate.map { "@\($0)" } ?? "")
      }
      let isAct = place.provision == 0
      return Network.Node(
        id: unique(ProvisionID(work: work, path: address.path).description), address: address.description,
        label: document.fullLabel(of: place.provision), act: identity.displayTitle,
        kind: isAct ? identity.kind : document.provisions[place.provision].kind.word, rank: identity.rank,
        state: isAct ? framework.state(ofDocument: place.document) : framework.state(of: place), place: place)
    }
  }
}
