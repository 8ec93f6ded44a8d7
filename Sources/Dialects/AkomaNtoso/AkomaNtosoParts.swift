import Provisions
import XMLReading

/// What stands between the numbered text: other documents, tables of contents, breaks of the print, unknown elements.
extension AkomaNtosoReader {
  /// A document that stands elsewhere: in a file of its own, or among the components of this one.
  mutating func part(_ node: XMLNode) {
    reference(node, end: Int(node.end), target: attribute(.href, node) ?? attribute(.src, node))
  }

  /// A line of a table of contents, which leads to what it names. Such links are made by programs, so they do not tell that
  /// the document marks its references.
  mutating func contentsEntry(_ node: XMLNode) {
    content(.paragraph, node)
    guard let target = attribute(.href, node), target.count > 0 else { return }
    let marks = marksReferences
    let index = builder.references.count
    builder.open(
      ContentNode(kind: .reference, offset: node.offset, start: UInt32(index)), treeEnd: Int(node.end))
    appendReference(node, contentNode: builder.top.node, target: target, role: .cites)
    marksReferences = marks
  }

  /// The end of a printed line or page. It parts words, unless it says that it stands before a word which it breaks; between
  /// blocks there is nothing to part.
  mutating func lineBreak(_ node: XMLNode) {
    guard builder.isInPhrase, attribute(.breakAt, node) == nil else { return anchors(node, ofProvision: false) }
    content(.lineBreak, node)
  }

  /// Containers whose name tells a kind that the hierarchy has no element for: schedules number their units anew, cross-headings
  /// group what follows.
  static let namedKinds: [String: ProvisionKind] = [
    "schedule": .annex, "annex": .annex, "appendix": .annex, "attachment": .annex, "crossheading": .group,
  ]

  /// A sign of a formula, with a space behind it: in a fraction nothing else parts the numbers.
  mutating func mathToken(_ node: XMLNode) {
    var item = ContentNode(kind: .inline, word: builder.word(ofName: node.name), offset: node.offset)
    item.flags.insert(.spaced)
    builder.open(item, treeEnd: Int(node.end))
  }

  /// A base with its exponent or index, which is the second part.
  mutating func mathScript(_ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    let first = (i + 1..<end).first { !tree.nodes[$0].isText } ?? end
    let second = first < end ? (Int(tree.nodes[first].end)..<end).first { !tree.nodes[$0].isText } : nil
    guard let second else { return i + 1 }
    walk(i + 1..<second)
    let kind: ContentKind = tree.names[Int(node.name)].local == "msup" ? .superscript : .subscript
    builder.open(
      ContentNode(kind: kind, offset: tree.nodes[second].offset), treeEnd: Int(tree.nodes[second].end))
    return second
  }

  mutating func unmapped(_ node: XMLNode) {
    builder.noteUnmapped(node)
    let word = builder.word(ofName: node.name)
    let kind = builder.isInPhrase ? ContentKind.inline : .unknown
    builder.open(ContentNode(kind: kind, word: word, offset: node.offset), treeEnd: Int(node.end))
    anchors(node, ofProvision: false)
  }

  /// The metadata of an attached document: the day of its repeal, and the name by which others point to it.
  mutating func attachedMetadata(_ i: Int, _ node: XMLNode) {
    let index = Int(builder.provision)
    guard index > 0, builder.provisions[index].kind == .component else { return }
    if let repeal = metadata.time.repeal(at: node.offset) {
      builder.withProvision(index) { $0.validity.end = repeal }
    }
    guard let this = (i..<Int(node.end)).first(where: { tree.isElement($0, "FRBRthis") }),
      let name = componentName(tree.value("value", of: tree.nodes[this]) ?? "")
    else { return }
    builder.anchors.append(
      Anchor(
        name: builder.string(Array(name.utf8)), provision: UInt32(index), start: node.offset, end: node.offset,
        isOfProvision: false))
  }

  /// What the address of a component has behind that of the work, in one spelling: `!annex_1/schedule_2`.
  private func componentName(_ address: String) -> String? {
    var parts = address.split(separator: "/")
    let work = metadata.identity.work.split(separator: "/")
    if parts.starts(with: work) {
      parts.removeFirst(work.count)
    } else {
      parts = Array(parts.drop { !$0.hasPrefix("!") })
    }
    let names = parts.map { $0.lowercased().drop { $0 == "!" } }.filter { !$0.isEmpty && $0 != "main" }
    return names.isEmpty ? nil : "!" + names.joined(separator: "/")
  }
}
