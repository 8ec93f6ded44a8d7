/// A generated citation whose words depend on where it stands.
struct OpenCitation: Sendable {
  /// The citation in the text.
  let node: MarkupTree.NodeID
  /// The citation in the act.
  let source: MarkupTree.NodeID
  let instruction: Instruction.ID
  /// What was written, if its target stood.
  var words: String?
}

/// Citations of acts as citations of the code: "this title" of an act is "this subchapter" of the code.
extension Codification {
  /// A citation for the text; its words are written when it stands in its place.
  mutating func citation(_ node: NodeID, _ value: String?, origin: Instruction.ID) -> NodeID {
    let cite = library.tree.makeElement(name("cite", like: node))
    library.classify()
    generated.insert(cite)
    let words = value ?? library.normalized(node)
    library.tree.append(library.tree.makeText(words.utf8, origin: origin), to: cite)
    if value?.contains("{{") ?? true {
      open.append(OpenCitation(node: cite, source: node, instruction: origin))
    }
    return cite
  }

  /// Writes the words of citations that an instruction put into the text, as far as their targets stand.
  mutating func writeCitations(from first: Int) {
    var left: [OpenCitation] = []
    for var citation in Array(open[first...]) {
      if write(citation) {
        citation.words = library.tree.text(citation.node)
        written.append(citation)
      } else {
        left.append(citation)
      }
    }
    open.replaceSubrange(first..., with: left)
  }

  /// Citations of what was made, moved or given another number later; those that were amended since stand as they are.
  mutating func closeCitations() {
    for citation in open + written where isAttached(citation.node) {
      if let words = citation.words, library.tree.text(citation.node) != words { continue }
      _ = write(citation)
    }
    open = []
    written = []
  }

  /// The words of a citation of an act as they would stand in a section of a code; `nil` where its target does not stand.
  func words(of citation: NodeID, in home: NodeID) -> String? {
    guard let found = citationTarget(citation) else { return nil }
    let words = words(for: found, in: home)
    return library.normalized(citation).hasPrefix("This ") ? words.prefix(1).uppercased() + words.dropFirst() : words
  }

  private mutating func write(_ citation: OpenCitation) -> Bool {
    guard let home = library.ancestor(citation.node, .section) else { return false }
    guard let found = citationTarget(citation.source) else { return false }
    var words = self.words(for: found, in: home)
    let original = library.normalized(citation.source)
    if let template = library.value(citation.source, .value) {
      words = fill(template, with: found)
    } else if startsSentence(citation.node) || original.hasPrefix("This ") {
      words = words.prefix(1).uppercased() + words.dropFirst()
    }
    if library.value(citation.source, .value) == nil, isEnacted(home) {
      words = "[" + words + "]"
    }
    for child in library.tree.children(citation.node) { library.tree.remove(child) }
    library.tree.append(library.tree.makeText(words.utf8, origin: citation.instruction), to: citation.node)
    library.tree.setAttribute(citation.node, "path", found.path)
    library.classify()
    return true
  }

  /// Words that the editors give, with what they take from the target.
  private func fill(_ template: String, with target: CitationTarget) -> String {
    let number: String
    var prefix = ""
    if let section = target.section {
      number = section.number + section.inner.joined()
      prefix = "§"
    } else if let node = target.node {
      number = library.label(node)
      prefix = printedPrefix(node)
    } else {
      number = target.path
    }
    return [("num", number), ("display_prefix", prefix)].reduce(template) { words, entry in
      words.replacing("{{ target.\(entry.0) }}", with: entry.1).replacing("{{target.\(entry.0)}}", with: entry.1)
    }
  }

  /// What kind of container it is, as a citation calls it: "subchapter", "Chapter".
  private func printedPrefix(_ container: NodeID) -> String {
    let prefix = library.child(container, .prefix).map { library.normalized($0) } ?? ""
    return ["Title", "Chapter", "Unit", "Subtitle", "Division"].contains(prefix) ? prefix : prefix.lowercased()
  }

  struct CitationTarget {
    /// The unit, if it stands.
    var node: NodeID?
    /// Its address in the code.
    var path: String
    var section: (number: String, inner: [String])?
  }

  private func citationTarget(_ source: NodeID) -> CitationTarget? {
    let written = LawAddress(library.value(source, .path) ?? library.value(source, .targetPath) ?? "")
    let own = library.top(source)
    if let id = library.value(source, .doc) ?? library.value(source, .targetDocument) {
      return library.documents[id].flatMap { citationTarget(written, in: $0) }
    }
    // Without a document it cites the act that its provision amends, or else its own.
    if let (document, outer) = amended(by: source) {
      if !written.steps.isEmpty, let inner = citationTarget(written.below(outer), in: document) { return inner }
      if let found = citationTarget(written, in: document) { return found }
    }
    if let found = citationTarget(written, in: own) { return found }
    // An act that numbers its own provisions otherwise can only mean a code.
    guard written.section != nil else { return nil }
    return library.documentOrder.lazy.filter { library.codes.contains($0) && resolve(written, in: $0) != nil }
      .compactMap { citationTarget(written, in: $0) }.first
  }

  /// The document that the provision around a node amends, and the place there.
  private func amended(by node: NodeID) -> (NodeID, LawAddress)? {
    var outer = LawAddress("")
    for holder in library.ancestors(node).dropFirst() {
      for child in library.tree.children(holder) where library.element(child) == .insert {
        if let id = library.value(child, .doc), let document = library.documents[id], !library.codes.contains(document)
        {
          return (document, LawAddress(library.value(child, .path) ?? ""))
        }
      }
      if let path = library.value(holder, .targetPath) { outer = outer.below(LawAddress(path)) }
      if library.element(holder).isInstruction, let path = library.value(holder, .path) {
        outer = outer.below(LawAddress(path))
      }
      let id =
        library.value(holder, .targetDocument)
        ?? (library.element(holder).isInstruction ? library.value(holder, .doc) : nil)
      if let id, let document = library.documents[id] { return (document, outer) }
    }
    return nil
  }

  private func citationTarget(_ written: LawAddress, in document: NodeID) -> CitationTarget? {
    let isCode = library.codes.contains(document)
    if let node = resolve(written, in: document), let target = target(node) { return target }
    guard let section = written.unfolded.section else { return nil }
    if isCode { return CitationTarget(node: nil, path: written.text, section: section) }
    guard let home = self.section(section.number, in: document, within: document), let target = target(home),
      let outer = target.section
    else { return nil }
    return CitationTarget(
      node: nil, path: ([target.path] + section.inner).joined(separator: "|"),
      section: (outer.number, outer.inner + section.inner))
  }

  /// A place of a code as it is cited; `nil` for a place of an act that is no part of a code.
  private func target(_ node: NodeID) -> CitationTarget? {
    var place = node
    if !library.codes.contains(library.top(node)) {
      guard let container = codePlace(node) else { return nil }
      place = container
    }
    if let section = library.ancestor(place, .section) {
      let inner = library.ancestors(place).prefix { $0 != section }
        .filter { library.element($0) == .paragraph && !isTransparent($0) }.map { library.label($0) }.reversed()
      let number = library.label(section)
      return CitationTarget(
        node: place, path: (["§" + number] + inner).joined(separator: "|"), section: (number, Array(inner)))
    }
    guard library.element(place) == .container else { return nil }
    return CitationTarget(node: place, path: path(of: place).text, section: nil)
  }

  private func words(for target: CitationTarget, in home: NodeID) -> String {
    if let section = target.section {
      if section.inner.isEmpty, section.number == library.label(home) { return "this section" }
      return "§ " + section.number + section.inner.joined()
    }
    guard let node = target.node else { return target.path }
    let homes = Set(library.ancestors(home))
    var parts: [String] = []
    for container in library.ancestors(node) where library.element(container) == .container {
      let prefix = library.child(container, .prefix).map { library.normalized($0) } ?? ""
      if homes.contains(container) {
        parts.append("this " + prefix.lowercased())
        break
      }
      parts.append(printedPrefix(container) + " " + library.label(container))
    }
    return parts.joined(separator: " of ")
  }

  /// Whether a citation is the first word of a sentence.
  private func startsSentence(_ cite: NodeID) -> Bool {
    guard let leaf = library.ancestors(cite).first(where: { library.element($0).isLeaf }) else { return false }
    var before: [UInt8] = []
    for piece in library.tree.texts(leaf) {
      if library.tree.holds(cite, piece) { break }
      before += library.tree.bytes[library.tree.textRange(piece)]
    }
    guard let last = before.last(where: { $0 > 0x20 }) else { return true }
    return last == 0x2E
  }
}
