package import Citations
import Provisions

/// Finds what someone means who types an address: "work ~ path" as reports print it, a work alone, a file with or without an
/// identifier behind `#`, the title or number of an act, or a citation in words.
///
/// - Parameter paths: the path of each file, by its id.
package func lookUp(_ address: String, in graph: CitationGraph, paths: [String]) -> Lookup {
  let search = AddressSearch(graph: graph, paths: paths)
  let text = AddressSearch.trimmed(address)
  if text.isEmpty { return .unknown("") }
  return search.whole(text) ?? search.portion(text) ?? search.notLoaded(text) ?? search.titled(text)
    ?? search.words(text)
}

private struct AddressSearch {
  let graph: CitationGraph
  let paths: [String]

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace ?? false { rest = rest.dropFirst() }
    while rest.last?.isWhitespace ?? false { rest = rest.dropLast() }
    return String(rest)
  }

  /// A file or a work without anything behind it.
  func whole(_ text: String) -> Lookup? {
    guard let documents = documents(text) else { return nil }
    return found(documents.map { Place(document: $0, provision: 0) })
  }

  /// A file or a work with a path or an identifier behind it.
  func portion(_ text: String) -> Lookup? {
    guard let mark = text.firstIndex(where: { $0 == "~" || $0 == "#" }) else { return nil }
    let head = Self.trimmed(text[..<mark])
    let name = Self.trimmed(text[text.index(after: mark)...].drop { $0 == "~" || $0 == "#" })
    let documents = documents(head) ?? titledDocuments(head)
    guard !documents.isEmpty else { return nil }
    if name.isEmpty { return found(documents.map { Place(document: $0, provision: 0) }) }
    let answers = documents.map { find(name, inDocument: $0, of: graph) }
    let places = answers.compactMap { if case .resolved(let place) = $0 { place } else { nil } }
    if !places.isEmpty { return found(places) }
    for case .ambiguous(let places) in answers { return .ambiguous(places) }
    for case .provisionMissing(_, let nearest) in answers { return .missing(name, nearest: nearest) }
    return nil
  }

  /// An act that references name and that was not read.
  func notLoaded(_ text: String) -> Lookup? {
    var seen: Set<String> = []
    for case .workNotLoaded(let name) in graph.edges.lazy.map(\.resolution) where seen.insert(name).inserted {
      if CitationGraph.isSameWork(name, text) { return .found(.notLoaded(name)) }
    }
    return nil
  }

  /// The title, short title or number of an act, whole, or the last part of its address.
  func titled(_ text: String) -> Lookup? {
    let named = titledDocuments(text)
    return named.isEmpty ? nil : found(named.map { Place(document: $0, provision: 0) })
  }

  private func titledDocuments(_ text: String) -> [Int] {
    let wanted = TargetAddress.normalisedTitle(text)
    guard !wanted.isEmpty else { return [] }
    return graph.documents.indices.filter { d in
      let identity = graph.documents[d].identity
      let last = identity.work.split(separator: "/").last.map(String.init) ?? ""
      return ([identity.title, identity.shortTitle, identity.number, last] + identity.aliases).contains {
        TargetAddress.normalisedTitle($0) == wanted
      }
    }
  }

  /// A citation in words, or words that name an act.
  func words(_ text: String) -> Lookup {
    let results = resolve(text, in: graph)
    if results.isEmpty {
      let named = Citations.documents(named: text, in: graph)
      if !named.isEmpty { return found(named.map { Place(document: $0, provision: 0) }) }
    }
    var places: [Place] = []
    for result in results {
      switch result.resolution {
      case .resolved(let place): places.append(place)
      case .ambiguous(let several): places += several
      case .approximate(let place) where results.count == 1:
        return .missing(result.citation.label, nearest: place)
      case .provisionMissing(let name, let nearest) where results.count == 1: return .missing(name, nearest: nearest)
      case .workNotLoaded(let name) where results.count == 1: return notLoaded(name) ?? .unknown(name)
      default: break
      }
    }
    if places.isEmpty { return .unknown(Self.trimmed(text.prefix { $0 != "~" && $0 != "#" })) }
    return found(places.flatMap(inAllTexts))
  }

  /// The documents of a file path, or of a work by its address or an alias; the newest text first.
  private func documents(_ name: String) -> [Int]? {
    let path = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    let files = graph.documents.indices.filter { d in
      let known = paths[Int(graph.documents[d].file)]
      return known == name || known == path || known == "./" + path
    }
    if !files.isEmpty { return files }
    guard case .work(let work, "") = TargetAddress(name), !work.isEmpty else { return nil }
    // An expression may stand behind the work: "/eng@2020-01-01/!main".
    var parts = work.split(separator: "/")
    while let last = parts.last {
      if let known = graph.works[parts.joined(separator: "/")] {
        let own = known.filter { TargetAddress.normalisedWork(graph.documents[$0].identity.work) == work }
        return own.isEmpty ? known : own
      }
      guard last.contains("@") || last.hasPrefix("!") else { return nil }
      parts.removeLast()
    }
    return nil
  }

  /// One provision of one work, or several.
  private func found(_ places: [Place]) -> Lookup {
    var distinct: [Place] = []
    for place in places where !distinct.contains(place) { distinct.append(place) }
    // The key is the hash of work and path.
    let keys = Set(distinct.map { graph.documents[$0.document].provisions[$0.provision].key })
    guard keys.count == 1 else { return .ambiguous(distinct) }
    return .found(.places(distinct.sorted { $0.document < $1.document }))
  }

  /// The same provision in every text of its work.
  private func inAllTexts(_ place: Place) -> [Place] {
    let document = graph.documents[place.document]
    let key = document.provisions[place.provision].key
    return graph.documents.indices.compactMap { d in
      guard graph.documents[d].identity.work == document.identity.work else { return nil }
      return graph.documents[d].provisions.firstIndex { $0.key == key }.map { Place(document: d, provision: $0) }
    }
  }
}
