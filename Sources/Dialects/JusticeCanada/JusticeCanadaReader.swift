import Diagnostics
import Provisions
import XMLReading

/// One pass over the tree of a Justice Canada document.
struct JusticeCanadaReader: DocumentWalk {
  let tree: XMLTree
  let tables: ResolvedVocabulary
  var builder: DocumentBuilder
  var columns: [String: UInt32] = [:]
  var isInAuthority = 0
  let isRegulation: Bool
  /// The act on which the regulation rests: what "the Act" means in it.
  var enablingAct: String?

  init(tree: XMLTree, file: SourceFile, tables: ResolvedVocabulary) {
    self.tree = tree
    self.tables = tables
    let root = tree.nodes.first.map { tree.names[Int($0.name)].local } ?? ""
    isRegulation = root == "Regulation"
    builder = DocumentBuilder(tree: tree, file: file, word: root)
  }

  mutating func read() -> LegalDocument {
    walk(0..<tree.nodes.count)
    builder.resolveMarks()
    // A document is recognised by its root element, so there is one.
    let root = tree.nodes[0]
    if attributeString(.inForce, root) == "no" { builder.withProvision(0) { $0.traits.insert(.notInForce) } }
    var document = builder.finish(identity: identity(root), dialect: JusticeCanada.name)
    document.marksReferences = true
    document.identifiersAreUnique = false
    document.intervalsDateTheText = true
    if let start = attributeString(.inForceStart, root).flatMap({ LegalDate($0) }) {
      document.validity.start = start
    }
    return document
  }

  mutating func element(_ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    switch tables.treatments[Int(node.name)] {
    case .ignored:
      // Column specifications name the columns that cells span.
      if let name = attributeString(.columnName, node) { columns[name] = UInt32(columns.count + 1) }
      return end
    case .transparent: break
    case .region(let kind):
      builder.open(ContentNode(kind: .region, offset: node.offset, start: kind.rawValue), treeEnd: end)
    case .provision(let kind):
      provision(kind, node)
    case .content(let kind):
      content(kind, i, node)
    case .unmapped:
      builder.noteUnmapped(node)
      builder.open(
        ContentNode(
          kind: builder.isInPhrase ? .inline : .unknown, word: builder.word(ofName: node.name), offset: node.offset),
        treeEnd: end)
    case .special(let special):
      return self.special(special, i, node)
    }
    return i + 1
  }

  mutating func special(_ special: Treatment.Special, _ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    switch special {
    case .flatBody: break
    case .groupHeading: groupHeading(i, node)
    case .schedule:
      builder.closeGroups(downTo: 1, at: node.offset)
      provision(.annex, node)
    case .definition:
      provision(.definition, node)
      nameDefinition(i)
    case .label:
      let isNumber = builder.top.kind == .provision && builder.provision != 0
      var item = ContentNode(
        kind: isNumber ? .number : .inline, word: builder.word(ofName: node.name), offset: node.offset)
      item.flags.insert(.spaced)
      builder.open(item, treeEnd: end)
    case .heading:
      var item = ContentNode(kind: .heading, offset: node.offset)
      if builder.top.kind != .provision || builder.provision == 0 { item.flags.insert(.header) }
      builder.open(item, treeEnd: end)
    case .relatedProvisions:
      builder.open(ContentNode(kind: .quotation, offset: node.offset), treeEnd: end)
    case .cell:
      builder.open(ContentNode(kind: .cell, offset: node.offset, start: span(node), count: column(node)), treeEnd: end)
    case .image: builder.openFigure(node, source: attribute(.src, node))
    case .note: builder.openNote(node, identifier: attribute(.plainId, node), isOfText: true)
    case .noteReference: builder.openNoteMark(node, target: attribute(.idref, node))
    case .language:
      let tag = attribute(.xmlLang, node).map { builder.string($0) } ?? .empty
      builder.open(
        ContentNode(kind: .foreignLanguage, offset: node.offset, start: tag.start, count: tag.count), treeEnd: end)
    case .foreign:
      let style = attributeString(.type, node) ?? ""
      let kind: ContentKind =
        style.hasPrefix("bold")
        ? .strong : style.hasPrefix("small") ? .smallCaps : style == "underline" ? .underline : .emphasis
      builder.open(ContentNode(kind: kind, offset: node.offset), treeEnd: end)
    case .enablingAuthority:
      isInAuthority = end
      builder.open(
        ContentNode(kind: .paragraph, word: builder.word(ofName: node.name), offset: node.offset), treeEnd: end)
    case .otherAuthority: open(node, role: .basis) { _ in (.none, .empty) }
    case .externalReference: externalReference(i, node)
    case .internalReference: internalReference(i, node)
    default: builder.noteUnmapped(node)
    }
    return i + 1
  }

  // MARK: Structure

  mutating func provision(_ kind: ProvisionKind, _ node: XMLNode) {
    let index = builder.openProvision(
      kind, word: builder.word(ofName: node.name), offset: node.offset, treeEnd: Int(node.end))
    builder.withProvision(index) { $0.sourceEnd = node.endOffset }
    setTime(index, node)
  }

  mutating func setTime(_ index: Int, _ node: XMLNode) {
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)] {
      let role = tables.roles[Int(attribute.name)]
      guard role == .inForceStart || role == .inForce else { continue }
      let value = tree.values[Int(attribute.start)..<Int(attribute.start + attribute.count)]
      if role == .inForceStart {
        let date = LegalDate(bytes: value)
        builder.withProvision(index) { $0.validity.start = date }
      } else if value.elementsEqual("no".utf8) {
        builder.withProvision(index) { $0.traits.insert(.notInForce) }
      }
    }
  }

  /// Opens the group that a heading begins: it lasts until the next heading of its level or above, or until what holds
  /// the heading ends.
  mutating func groupHeading(_ i: Int, _ node: XMLNode) {
    let frame = builder.top
    let level = attributeString(.level, node).flatMap { UInt8($0) } ?? 1
    // Elsewhere than in a body or schedule a heading orders nothing that is cited.
    let holder = frame.level > 0 || frame.kind == .provision
    guard holder, builder.quotationDepth == 0 else {
      builder.open(ContentNode(kind: .block, offset: node.offset), treeEnd: Int(node.end))
      return
    }
    builder.closeGroups(downTo: max(level, 1), at: node.offset)
    let outer = builder.top
    let end = outer.treeEnd == .max ? bodyEnd(i) : outer.treeEnd
    let index = builder.openProvision(
      groupKind(i), word: builder.word(ofName: node.name), offset: node.offset, treeEnd: end, level: max(level, 1))
    builder.withProvision(index) { $0.sourceEnd = node.endOffset }
    setTime(index, node)
    let title = tree.textSlice(i)
    if title.contains("[Repealed".utf8) || title.contains("[Abrog".utf8) {
      builder.withProvision(index) { $0.traits.insert(.repealed) }
    }
  }

  /// Where the element ends that holds node `i`: groups never outlive it.
  func bodyEnd(_ i: Int) -> Int {
    var holder = 0
    var k = 0
    while k < i {
      let end = Int(tree.nodes[k].end)
      if end > i {
        holder = end
        k += 1
      } else {
        k = end
      }
    }
    return holder
  }

  func groupKind(_ heading: Int) -> ProvisionKind {
    for k in heading..<Int(tree.nodes[heading].end) where tree.isElement(k, "Label") {
      let label = tree.textContent(k).lowercased()
      if label.hasPrefix("part") { return .part }
      if label.hasPrefix("division") || label.hasPrefix("section") { return .division }
      if label.hasPrefix("subdivision") || label.hasPrefix("sous-section") { return .group }
      if label.hasPrefix("chapter") || label.hasPrefix("chapitre") { return .chapter }
      if label.hasPrefix("title") || label.hasPrefix("titre") { return .title }
      if label.hasPrefix("schedule") || label.hasPrefix("annexe") { return .annex }
    }
    return .group
  }

  /// A definition is cited by its term: the term is the number of its path.
  mutating func nameDefinition(_ i: Int) {
    let end = Int(tree.nodes[i].end)
    for k in i..<end where tree.isElement(k, "DefinedTermEn") || tree.isElement(k, "DefinedTermFr") {
      let last = Int(tree.nodes[k].end)
      guard let text = tree.nodes[k..<last].first(where: \.isText), text.dataCount > 0, text.dataCount < 120 else {
        return
      }
      builder.withProvision(Int(builder.provision)) {
        $0.number = TextRange(start: text.dataStart, count: text.dataCount)
      }
      return
    }
  }

  mutating func content(_ kind: ContentKind, _ i: Int, _ node: XMLNode) {
    let element = kind == .history && builder.isInPhrase ? .inline : kind
    var item = ContentNode(kind: element, word: builder.word(ofName: node.name), offset: node.offset)
    if tables.spaced[Int(node.name)] { item.flags.insert(.spaced) }
    if kind == .table { columns = [:] }
    if kind == .repealed { markRepealed(i, node) }
    builder.open(item, treeEnd: Int(node.end))
  }

  /// A provision whose only words say that it is repealed.
  mutating func markRepealed(_ i: Int, _ node: XMLNode) {
    let index = Int(builder.provision)
    let provision = builder.provisions[index]
    let isOnlyText = builder.top.kind == .paragraph && !builder.top.holdsText
    guard provision.kind != .annex || builder.top.kind == .provision || isOnlyText else { return }
    let from = Int(provision.contentStart)
    var k = from + 1
    while k < builder.content.count {
      let item = builder.content[k]
      if item.kind == .number || item.kind == .heading {
        k = Int(item.end)
        continue
      }
      if item.kind == .text, !item.flags.contains(.blank), index != 0 { return }
      if item.kind == .provision { return }
      k += 1
    }
    builder.withProvision(index) { $0.traits.insert(.repealed) }
  }

  func span(_ node: XMLNode) -> UInt32 {
    var columnSpan: UInt32 = 0
    if let first = attributeString(.nameStart, node), let last = attributeString(.nameEnd, node),
      let a = columns[first], let b = columns[last], b > a
    {
      columnSpan = min(b - a + 1, 999)
    }
    let rows = attributeString(.moreRows, node).flatMap { UInt32($0) }.map { min($0, 998) + 1 } ?? 0
    return columnSpan | (rows > 1 ? rows : 0) << 16
  }

  func column(_ node: XMLNode) -> UInt32 {
    let name = attributeString(.nameStart, node) ?? attributeString(.columnName, node)
    return name.flatMap { columns[$0] } ?? 0
  }
}
