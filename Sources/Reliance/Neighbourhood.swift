package import Citations

extension Network {
  /// The part around an address: what is reached over at most `depth` links, whichever way they lead, with all links between
  /// the nodes that are kept. An act stands for all its provisions.
  package func neighbourhood(of addressee: Addressee, depth: Int, in graph: CitationGraph) -> Network {
    var reached: Set<Int> = []
    for (i, node) in nodes.enumerated() where isStart(node, addressee, graph) { reached.insert(i) }
    var neighbours = Array(repeating: [Int](), count: nodes.count)
    for link in links {
      neighbours[link.source].append(link.target)
      neighbours[link.target].append(link.source)
    }
    var frontier = Array(reached)
    for _ in 0..<depth where !frontier.isEmpty {
      frontier = frontier.flatMap { neighbours[$0] }.filter { reached.insert($0).inserted }
    }
    let kept = reached.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let inside = links.compactMap { link -> Link? in
      guard let source = numbers[link.source], let target = numbers[link.target] else { return nil }
      return Link(
        source: source, target: target, role: link.role, isRead: link.isRead, resolution: link.resolution,
        count: link.count)
    }
    return Network(level: level, date: date, nodes: kept.map { nodes[$0] }, links: inside)
  }

  private func isStart(_ node: Node, _ addressee: Addressee, _ graph: CitationGraph) -> Bool {
    switch addressee {
    case .notLoaded(let name): return node.place == nil && CitationGraph.isSameWork(node.address, name)
    case .places(let places):
      guard let place = node.place else { return false }
      return places.contains { graph.isInside(place, $0) || graph.rolledUp($0, to: level) == place }
    }
  }
}
