import Provisions

extension Substring {
  fileprivate func trimmingSuffix(_ end: Character) -> Substring { last == end ? dropLast() : self }
}

/// Finds the targets of references, one document after the other, and remembers what it looked up on the way. What it
/// finds does not depend on the documents that it saw before.
package struct Linker {
  private let documents: [LegalDocument]
  private let works: [String: [Int]]
  private let titles: [String: [Int]]
  private var indexes: [Int: DocumentIndex] = [:]
  /// For citations in words; made when the first one is met.
  private var resolver: WordsResolver?
  private let names: ActNames?
  private var bases: [Int: Int?] = [:]
  /// Works by catalogue number: a document cites the same act again and again.
  private var canadian: [String: [String]] = [:]
  /// Documents by title as it was written.
  private var asked: [String: [Int]?] = [:]
  /// What amending acts insert; made when the first provision is not found.
  private var insertions: Insertions?
  /// Documents by the path of their file; made when the first part is named by its file.
  private var files: [String: Int]?

  init(_ linking: Linking) {
    documents = linking.documents
    names = linking.names
    works = linking.works
    titles = linking.titles
  }

  /// The targets of the references of a document, in their order.
  package mutating func resolveReferences(of d: Int) -> [Resolution] {
    documents[d].references.indices.map {
      let found = resolve(documents[d].references[$0], in: d)
      guard case .ambiguous(let places) = found, let newest = newestVersion(of: places) else { return found }
      return .resolved(newest)
    }
  }

  /// Of the versions of one unit, which stand side by side with times of their own, the newest.
  private func newestVersion(of places: [Place]) -> Place? {
    guard let first = places.first else { return nil }
    let document = documents[first.document]
    let unit = document.provisions[first.provision]
    var newest: (start: LegalDate, place: Place)?
    for place in places {
      guard place.document == first.document else { return nil }
      let other = document.provisions[place.provision]
      // The versions of a part stand in different versions of what holds it.
      guard other.kind == unit.kind, document.number(of: place.provision) == document.number(of: first.provision),
        let start = document.start(of: place.provision)
      else { return nil }
      if let known = newest, known.start == start { return nil }
      if newest.map({ $0.start < start }) ?? true { newest = (start, place) }
    }
    return newest?.place
  }

  private mutating func resolve(_ reference: Reference, in d: Int) -> Resolution {
    // Documents are looked at in place: a copy of one counts up every array that it has.
    switch reference.form {
    case .none: return .external
    case .iri:
      let target = documents[d].attributeString(reference.target)
      let address = TargetAddress(target)
      if reference.role == .marker { return marker(address, in: d) }
      return iri(address, target, in: d, from: Int(reference.source))
    case .actNumber:
      let written = documents[d].attributeString(reference.target)
      return work(canadianWorks(written), written: written, for: d).map { .resolved(Place(document: $0, provision: 0)) }
        ?? .workNotLoaded(written)
    case .actTitle:
      let title = documents[d].attributeString(reference.target)
      guard let known = act(titled: title) else { return .workNotLoaded(title) }
      return .resolved(Place(document: choose(known, for: d), provision: 0))
    case .unitNumber:
      // A unit that stands in quoted text is numbered in another act.
      if documents[d].provisions[Int(reference.source)].traits.contains(.quoted) { return .external }
      return unit(documents[d].attributeString(reference.target), in: d, from: Int(reference.source))
    case .words:
      guard let citation = TextCitation(target: documents[d].attributeString(reference.target)) else {
        return .external
      }
      // No act rests on itself: the words that name the basis go on where they were not read.
      if reference.role == .basis, citation.act == .unnamed || citation.act == .unclear { return .external }
      // The basis may itself be read from words: it is looked up before the resolver is taken.
      let base = base(of: d)
      var resolver = self.resolver ?? WordsResolver(documents, names)
      self.resolver = nil
      defer { self.resolver = resolver }
      return resolver.resolve(citation, from: Place(document: d, provision: Int(reference.source)), base: base)
    case .unitOfAct:
      let parts = documents[d].attributeString(reference.target).split(separator: "\n")
      guard parts.count == 2 else { return .external }
      guard let target = work(canadianWorks(String(parts[0])), written: String(parts[0]), for: d) else {
        return .workNotLoaded(String(parts[0]))
      }
      return unit(String(parts[1]), in: target, from: 0)
    }
  }

  /// The act on which a document rests: the target of its first basis.
  private mutating func base(of d: Int) -> Int? {
    if let known = bases[d] { return known }
    bases[d] = .some(nil)
    let first = documents[d].references.first { $0.role == .basis }
    let found = first.flatMap { resolve($0, in: d).place?.document }
    bases[d] = .some(found)
    return found
  }

  private mutating func marker(_ address: TargetAddress, in d: Int) -> Resolution {
    guard case .local(let name) = address else { return .external }
    if documents[d].declared.contains(name) { return .external }
    if documents[d].anchors.isEmpty { return .provisionMissing(name, nearest: Place(document: d, provision: 0)) }
    switch index(d).find(name) {
    case .exactly(let place): return .resolved(Place(document: d, provision: place))
    case .several(let places): return .resolved(places[0])
    case .nearest, .nothing: break
    }
    return .provisionMissing(name, nearest: Place(document: d, provision: 0))
  }

  private mutating func iri(
    _ address: TargetAddress, _ target: String, in d: Int, from source: Int
  ) -> Resolution {
    switch address {
    case .placeholder: return .placeholder
    case .web(let text):
      if let known = works[TargetAddress.normalisedWork(text)] {
        return .resolved(Place(document: choose(known, for: d), provision: 0))
      }
      return .external
    case .local(let name):
      // An entry of the metadata stands for something to be filled in or looked up, not for a provision.
      if documents[d].declared.contains(name) { return .placeholder }
      return portion(name, in: d, from: source, citing: Place(document: d, provision: source))
    case .portion(let name):
      return portion(name, in: d, from: source, citing: Place(document: d, provision: source))
    case .work(let work, let portion):
      if let part = file(named: target, in: d) {
        return portion.isEmpty
          ? .resolved(Place(document: part, provision: 0))
          : self.portion(portion, in: part, from: 0, citing: Place(document: d, provision: source))
      }
      var head = Substring(work)
      var tail = portion
      var behind: [Substring] = []
      while true {
        if let known = works[String(head)] {
          let target = choose(known, for: d)
          var home = 0
          if !behind.isEmpty,
            case .exactly(let place) = index(target).find(alias: TargetAddress.componentName(behind))
          {
            if portion.isEmpty { return .resolved(Place(document: target, provision: place)) }
            home = place
          }
          return tail.isEmpty
            ? .resolved(Place(document: target, provision: 0))
            : self.portion(tail, in: target, from: home, citing: Place(document: d, provision: source))
        }
        guard let slash = head.lastIndex(of: "/"), head[..<slash].contains("/") else { return .workNotLoaded(work) }
        let last = head[head.index(after: slash)...]
        // An expression, a component, an identifier or a character range may stand behind the work.
        if tail.isEmpty, last.contains("_") || last.contains("art-") { tail = String(last) }
        behind.insert(last, at: 0)
        head = head[..<slash]
      }
    }
  }

  /// The document in the file that a target names from the folder of the one which cites: `annex.xml`, `../law.xml#art_2`.
  private mutating func file(named target: String, in d: Int) -> Int? {
    let name = target.prefix { $0 != "#" && $0 != "~" }.trimmingSuffix("/")
    guard name.hasSuffix(".xml") || name.hasSuffix(".akn"), !name.contains(":"), !name.hasPrefix("/") else {
      return nil
    }
    let files = self.files ?? Dictionary(documents.enumerated().map { ($1.path, $0) }) { first, _ in first }
    self.files = files
    var parts = documents[d].path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return files[parts.joined(separator: "/")]
  }

  /// Attached documents name their places for themselves: of several places of one name, the one in the document that holds
  /// `source` is meant, else the one in the next document around it.
  private mutating func portion(_ name: String, in d: Int, from source: Int, citing: Place? = nil) -> Resolution {
    let name = presentName(name, in: d, citing: citing)
    let found = index(d).find(name)
    guard case .several(let places) = found else {
      if case .exactly = found { return self.found(found, name, in: d) }
      return inserted(name, in: d).map { .resolved($0) } ?? self.found(found, name, in: d)
    }
    var home = documents[d].component(holding: source)
    while true {
      switch index(d).bearer(of: name, in: home) {
      case .one(let provision): return .resolved(Place(document: d, provision: provision))
      case .several: return .ambiguous(places)
      case nil where home == 0: return .ambiguous(places)
      case nil: home = documents[d].component(holding: Int(documents[d].provisions[home].parent))
      }
    }
  }

  /// The identifier that the cited unit bears now, where it has been renumbered since the citing words were written.
  private func presentName(_ name: String, in d: Int, citing: Place?) -> String {
    guard let citing, let consolidated = documents[d].consolidated, !consolidated.renumberings.isEmpty else {
      return name
    }
    let document = documents[citing.document]
    var written = document.identity.adopted
    var at = citing.provision
    while let own = document.consolidated, at != 0 {
      let dates = (own.changes[at] ?? []).filter { [.inserted, .replaced].contains($0.kind) }.map(\.date)
      if let last = dates.max() {
        written = last
        break
      }
      at = Int(document.provisions[at].parent)
    }
    return written.map { consolidated.presentIdentifier(of: name, on: $0) } ?? name
  }

  private mutating func inserted(_ name: String, in d: Int) -> Place? {
    let insertions =
      self.insertions
      ?? Insertions(documents) { reference, citing in
        guard case .work(let work, let portion) = TargetAddress(documents[citing].attributeString(reference.target)),
          let known = works[work]
        else { return nil }
        return (choose(known, for: citing), portion)
      }
    self.insertions = insertions
    return insertions.find(name, in: d)
  }

  private mutating func unit(_ number: String, in d: Int, from source: Int) -> Resolution {
    let found = index(d).find(unit: number, from: source)
    if case .nearest(let place, _) = found { return .approximate(Place(document: d, provision: place)) }
    return self.found(found, number, in: d)
  }

  private func found(_ found: DocumentIndex.Found, _ name: String, in d: Int) -> Resolution {
    switch found {
    case .exactly(let place): return .resolved(Place(document: d, provision: place))
    case .several(let places): return .ambiguous(places)
    case .nearest(let place, let isSameForm):
      let nearest = Place(document: d, provision: place)
      return documents[d].isComplete && isSameForm ? .provisionMissing(name, nearest: nearest) : .approximate(nearest)
    case .nothing:
      let whole = Place(document: d, provision: 0)
      return documents[d].isComplete ? .provisionMissing(name, nearest: whole) : .approximate(whole)
    }
  }

  private mutating func index(_ d: Int) -> DocumentIndex {
    if let known = indexes[d] { return known }
    let made = DocumentIndex(documents[d], number: d)
    indexes[d] = made
    return made
  }

  /// The documents that bear a title.
  private mutating func act(titled title: String) -> [Int]? {
    if let known = asked[title] { return known }
    let found = titles[TargetAddress.normalisedTitle(title)]
    asked[title] = .some(found)
    return found
  }

  /// The works that a catalogue number of Justice Canada may name.
  private mutating func canadianWorks(_ number: String) -> [String] {
    if let known = canadian[number] { return known }
    let key = Self.catalogueNumber(number)
    let made = ["ca/act/" + key, "ca/regulation/" + key]
    canadian[number] = made
    return made
  }

  private func work(_ candidates: [String], written: String, for d: Int) -> Int? {
    for candidate in candidates {
      if let known = works[candidate.lowercased()] { return choose(known, for: d) }
    }
    return nil
  }

  private static func catalogueNumber(_ written: String) -> String {
    var text = written.lowercased().replacing("/", with: "-")
    if text.hasPrefix("dors-") { text = "sor-" + text.dropFirst(5) }
    if text.hasPrefix("tr-") { text = "si-" + text.dropFirst(3) }
    if text.hasPrefix("c.r.c.") { text = "crc-" + String(text.reversed().prefix { $0.isNumber }.reversed()) }
    return text
  }

  /// The text of a work in the citing document's language, else the first.
  private func choose(_ list: [Int], for d: Int) -> Int {
    if list.contains(d) { return d }
    let language = documents[d].identity.language
    return list.first { documents[$0].identity.language == language } ?? list[0]
  }
}

extension LegalDocument {
  /// The day from which a unit, or the innermost dated one that holds it, is in force.
  fileprivate func start(of provision: Int) -> LegalDate? {
    var at = provision
    while at != 0 {
      if let start = provisions[at].validity.start { return start }
      at = Int(provisions[at].parent)
    }
    return nil
  }
}
