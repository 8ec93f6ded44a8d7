package import Citations
import Provisions

/// How one provision leads to another.
package struct Chains: Sendable {
  /// Shortest chains of references, all of the same length, in the order of the text from which they start: indices into
  /// ``CitationGraph/edges``. Empty where none leads there.
  package let chains: [[Int]]
  /// How many there are, with those that were not asked for.
  package let count: Int
  /// The documents that were reached from the start, without those in which it lies; all of them only where there is no
  /// chain, as the search ends with the first.
  package let reached: [Int]
}

/// The shortest chains of references from one addressee to another.
///
/// A chain is made of resolved references. What a provision holds counts for it: each reference stands in a part of what the
/// one before it leads to, and the last one leads to a part of the goal. Of several references from one provision to one
/// place, the first is taken.
///
/// - Parameter limit: how many chains are returned at most.
package func shortestChains(
  from start: Addressee, to goal: Addressee, in graph: CitationGraph, limit: Int
) -> Chains {
  var search = ChainSearch(graph: graph, goal: goal)
  return search.run(from: start.places, limit: limit)
}

private struct ChainSearch {
  let graph: CitationGraph
  let goal: Addressee
  private var outgoing: [Int: [Int]] = [:]
  /// By reference: how many of them a chain up to it has; `Int.max` where it was not reached.
  private var distance: [Int]
  private var taken: Set<Hop> = []
  /// By reference at its distance: how many chains go on from it to the goal.
  private var ways: [Int: Int] = [:]
  private var waysFrom: [Step: Int] = [:]

  private struct Hop: Hashable {
    let source: Place
    let target: Place
  }

  private struct Step: Hashable {
    let place: Place
    let distance: Int
  }

  init(graph: CitationGraph, goal: Addressee) {
    self.graph = graph
    self.goal = goal
    distance = Array(repeating: .max, count: graph.edges.count)
  }

  mutating func run(from places: [Place], limit: Int) -> Chains {
    var frontier = places
    var level = 0
    var isFound = false
    var reached: Set<Int> = []
    while !frontier.isEmpty, !isFound {
      level += 1
      var next: [Place] = []
      var queued: Set<Place> = []
      for place in frontier {
        for e in edges(in: place) where distance[e] == .max && isFirst(e) {
          distance[e] = level
          if isGoal(e) { isFound = true }
          guard let target = target(of: e) else { continue }
          reached.insert(target.document)
          if queued.insert(target).inserted { next.append(target) }
        }
      }
      frontier = next
    }
    reached.subtract(places.map(\.document))
    guard isFound else { return Chains(chains: [], count: 0, reached: reached.sorted()) }
    var chains: [[Int]] = []
    var count = 0
    for place in places {
      count = Self.sum(count, ways(from: place, at: 1, of: level))
      collect([], from: place, at: 1, of: level, &chains, limit)
    }
    return Chains(chains: chains, count: count, reached: reached.sorted())
  }

  /// Adds the chains that begin with a prefix, in the order of the text, until there are enough.
  private mutating func collect(
    _ prefix: [Int], from place: Place, at step: Int, of length: Int, _ chains: inout [[Int]], _ limit: Int
  ) {
    for e in edges(in: place) where distance[e] == step && ways(over: e, of: length) > 0 {
      if chains.count >= limit { return }
      if step == length {
        chains.append(prefix + [e])
      } else if let target = target(of: e) {
        collect(prefix + [e], from: target, at: step + 1, of: length, &chains, limit)
      }
    }
  }

  private mutating func ways(over e: Int, of length: Int) -> Int {
    if let known = ways[e] { return known }
    var count = 0
    if distance[e] == length {
      count = isGoal(e) ? 1 : 0
    } else if let target = target(of: e) {
      count = ways(from: target, at: distance[e] + 1, of: length)
    }
    ways[e] = count
    return count
  }

  private mutating func ways(from place: Place, at step: Int, of length: Int) -> Int {
    let key = Step(place: place, distance: step)
    if let known = waysFrom[key] { return known }
    var count = 0
    for e in edges(in: place) where distance[e] == step { count = Self.sum(count, ways(over: e, of: length)) }
    waysFrom[key] = count
    return count
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }

  private mutating func isFirst(_ e: Int) -> Bool {
    guard let target = target(of: e) else { return true }
    let source = Place(
      document: graph.edges[e].document, provision: Int(graph.reference(of: graph.edges[e]).source))
    return taken.insert(Hop(source: source, target: target)).inserted
  }

  private func target(of e: Int) -> Place? {
    if case .resolved(let place) = graph.edges[e].resolution { place } else { nil }
  }

  private func isGoal(_ e: Int) -> Bool {
    switch (goal, graph.edges[e].resolution) {
    case (.places(let places), .resolved(let target)): places.contains { graph.isInside(target, $0) }
    case (.notLoaded(let wanted), .workNotLoaded(let name)): CitationGraph.isSameWork(wanted, name)
    default: false
    }
  }

  /// The references that stand in a place, in the order of the provisions.
  private mutating func edges(in place: Place) -> ArraySlice<Int> {
    let all = edges(of: place.document)
    let references = graph.documents[place.document].references
    func source(_ e: Int) -> Int { Int(references[graph.edges[e].reference].source) }
    let end = Int(graph.documents[place.document].provisions[place.provision].subtreeEnd)
    return all[all.partitioning { source($0) >= place.provision }..<all.partitioning { source($0) >= end }]
  }

  /// The references of a document that may be part of a chain, by the provision in which they stand.
  private mutating func edges(of d: Int) -> [Int] {
    if let known = outgoing[d] { return known }
    let references = graph.documents[d].references
    let made = (graph.edgeStart[d]..<graph.edgeStart[d + 1]).filter { e in
      guard references[graph.edges[e].reference].role != .marker else { return false }
      switch graph.edges[e].resolution {
      case .resolved: return true
      case .workNotLoaded: return isGoal(e)
      default: return false
      }
    }.sorted { a, b in
      let (left, right) = (references[graph.edges[a].reference], references[graph.edges[b].reference])
      return (left.source, left.start, a) < (right.source, right.start, b)
    }
    outgoing[d] = made
    return made
  }
}

extension Array {
  /// The first index from which a condition holds, where it holds from some index to the end.
  fileprivate func partitioning(_ condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
