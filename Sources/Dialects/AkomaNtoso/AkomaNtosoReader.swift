import Diagnostics
import Provisions
import XMLReading

/// One pass over the tree of an Akoma Ntoso document. The metadata is read first, as periods and roles depend on it.
struct AkomaNtosoReader: DocumentWalk {
  let tree: XMLTree
  let tables: ResolvedVocabulary
  let metadata: AkomaNtosoMetadata
  var builder: DocumentBuilder
  /// The region in which the walk is; references of a preamble are legal bases.
  var regionEnd = 0
  var region = Region.body
  /// Where the modification ends in which the walk is; references in it name what is amended.
  var modificationEnd = 0
  /// Where the place ends in which unmarked modifications stand; articles that follow them are what they insert.
  var insertionEnd = 0
  var metadataNotes: [Int] = []
  /// First printed title, short title and number, as content nodes.
  var titles: [String: String] = [:]
  var marksReferences = false
  let sectionsAreGroups: Bool

  init(tree: XMLTree, file: SourceFile, tables: ResolvedVocabulary) {
    self.tree = tree
    self.tables = tables
    metadata = AkomaNtosoMetadata(tree: tree, tables: tables)
    sectionsAreGroups = Self.sectionsHoldArticles(tree, tables)
    builder = DocumentBuilder(tree: tree, file: file, word: metadata.documentType)
  }

  mutating func read() -> LegalDocument {
    walk(0..<tree.nodes.count)
    for note in metadataNotes { readMetadataNote(note) }
    readMetadataReferences()
    builder.resolveMarks()
    var document = builder.finish(identity: identity(), dialect: AkomaNtoso.name)
    document.declared = metadata.declared
    document.events = metadata.time.events
    document.validity = document.provisions[0].validity
    document.recordsChanges = metadata.recordsChanges
    document.concepts = metadata.concepts
    if let repeal = metadata.time.repeal { document.validity.end = repeal }
    document.marksReferences = marksReferences
    return document
  }

  /// Treats one element and returns the index at which the walk goes on.
  mutating func element(_ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    switch tables.treatments[Int(node.name)] {
    case .ignored:
      return end
    case .transparent:
      anchors(node, ofProvision: false)
      noteTitle(i, node)
    case .region(let kind):
      region = kind
      regionEnd = end
      builder.open(ContentNode(kind: .region, offset: node.offset, start: kind.rawValue), treeEnd: end)
      anchors(node, ofProvision: false)
    case .provision(let kind):
      if kind == .article, end <= insertionEnd, builder.quotationDepth == 0 {
        builder.open(ContentNode(kind: .quotation, offset: node.offset), treeEnd: end)
      }
      provision(kind, node)
    case .content(let kind):
      content(kind, node)
      noteTitle(i, node)
    case .unmapped: unmapped(node)
    case .special(let special):
      return self.special(special, i, node)
    }
    return i + 1
  }

  mutating func special(_ special: Treatment.Special, _ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    switch special {
    case .metadata:
      collectNotes(i)
      attachedMetadata(i, node)
      return end
    case .documentType:
      // The document itself, or one that a component or attachment already stands for.
      if builder.provision == 0, builder.depth == 1 { anchors(node, ofProvision: true) }
    case .attached:
      provision(.component, node)
    case .section:
      provision(sectionsAreGroups ? .division : .section, node)
    case .namedContainer:
      let holderEnd = builder.top.treeEnd
      let name = attribute(.name, node).map(tree.string(of:))
      provision(name.flatMap { Self.namedKinds[$0.lowercased()] } ?? .other, node)
      if name == "modification", holderEnd != .max { insertionEnd = holderEnd }
      if name == "omitted" { builder.withProvision(Int(builder.provision)) { $0.traits.insert(.stretch) } }
    case .number:
      content(builder.top.kind == .provision ? .number : .inline, node)
    case .heading:
      content(.heading, node)
      if builder.provision == 0 { builder.withContent(Int(builder.top.node)) { $0.flags.insert(.header) } }
    case .quotedStructure:
      content(.quotation, node)
    case .foreign:
      content(builder.isInPhrase ? .inline : .block, node)
    case .cell:
      var cell = ContentNode(kind: .cell, offset: node.offset, start: span(node))
      if tree.names[Int(node.name)].local == "th" { cell.flags.insert(.header) }
      builder.open(cell, treeEnd: end)
      anchors(node, ofProvision: false)
    case .figure: builder.openFigure(node, source: attribute(.src, node))
    case .note:
      builder.openNote(node, identifier: identifierAttribute(node), isOfText: true)
      anchors(node, ofProvision: false)
    case .noteReference: builder.openNoteMark(node, target: attribute(.href, node))
    case .modification:
      // `mmod` holds several `mod`.
      modificationEnd = max(modificationEnd, end)
      anchors(node, ofProvision: false)
    case .reference:
      reference(node, end: end, target: attribute(.href, node))
    case .part: part(node)
    case .contentsEntry: contentsEntry(node)
    case .printBreak: lineBreak(node)
    case .mathToken: mathToken(node)
    case .mathScript: return mathScript(i, node)
    case .metadataEntry: unmapped(node)
    case .referenceRange:
      reference(node, end: end, target: attribute(.from, node))
      if let last = attribute(.upTo, node) {
        let role = builder.references[builder.references.count - 1].role
        appendReference(node, contentNode: builder.top.node, target: last, role: role)
      }
    case .anchorReference:
      reference(node, end: end, target: attribute(.href, node))
    default:
      builder.noteUnmapped(node)
    }
    return i + 1
  }

  // MARK: Parts

  mutating func provision(_ kind: ProvisionKind, _ node: XMLNode) {
    let index = builder.openProvision(
      kind, word: builder.word(ofName: node.name), offset: node.offset, treeEnd: Int(node.end))
    builder.withProvision(index) { $0.sourceEnd = node.endOffset }
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)] {
      switch tables.roles[Int(attribute.name)] {
      case .period:
        if let interval = metadata.time.interval(local(attribute), at: node.offset) {
          // A period that neither begins nor ends is one of which the beginning is not known.
          let isUndated = interval.start == nil && interval.end == nil
          builder.withProvision(index) {
            $0.validity = interval
            if isUndated { $0.traits.formUnion([.notInForce, .undated]) }
          }
        }
      case .start:
        if let date = metadata.time.date(of: tree.string(of: attribute), at: node.offset) {
          builder.withProvision(index) { $0.validity.start = date }
        }
      case .end:
        if let date = metadata.time.date(of: tree.string(of: attribute), at: node.offset) {
          builder.withProvision(index) { $0.validity.end = date }
        }
      case .status:
        if ["removed", "repealed"].contains(tree.string(of: attribute)) {
          builder.withProvision(index) { $0.traits.insert(.repealed) }
        }
      default: break
      }
    }
    anchors(node, ofProvision: true)
  }

  mutating func content(_ kind: ContentKind, _ node: XMLNode) {
    var item = ContentNode(kind: kind, word: builder.word(ofName: node.name), offset: node.offset)
    if kind == .list, tree.names[Int(node.name)].local == "ul" { item.flags.insert(.bulleted) }
    builder.open(item, treeEnd: Int(node.end))
    anchors(node, ofProvision: false)
  }

  func identifierAttribute(_ node: XMLNode) -> XMLAttribute? {
    var best: (rank: Int, attribute: XMLAttribute)?
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)] {
      let rank: Int
      switch tables.roles[Int(attribute.name)] {
      case .eId: rank = 4
      case .xmlId: rank = 3
      case .plainId: rank = 2
      case .currentId: rank = 1
      default: continue
      }
      if attribute.count > 0, rank > best?.rank ?? 0 { best = (rank, attribute) }
    }
    return best?.attribute
  }

  func local(_ attribute: XMLAttribute) -> String {
    let text = tree.string(of: attribute)
    return text.hasPrefix("#") ? String(text.dropFirst()) : text
  }

  func span(_ node: XMLNode) -> UInt32 {
    func number(_ role: AttributeRole) -> UInt32 {
      attribute(role, node).flatMap { UInt32(tree.string(of: $0)) }.map { min($0, 999) } ?? 0
    }
    return number(.columnSpan) | number(.rowSpan) << 16
  }

  /// In a document where some section holds articles, sections are groups of them; elsewhere they are themselves the units
  /// that are cited.
  static func sectionsHoldArticles(_ tree: XMLTree, _ tables: ResolvedVocabulary) -> Bool {
    var sectionEnd = 0
    for (i, node) in tree.nodes.enumerated() where !node.isText {
      switch tables.treatments[Int(node.name)] {
      case .special(.section): sectionEnd = max(sectionEnd, Int(node.end))
      case .provision(.article): if i < sectionEnd { return true }
      default: break
      }
    }
    return false
  }

  mutating func noteTitle(_ i: Int, _ node: XMLNode) {
    guard region == .preface || region == .cover || region == .preamble else { return }
    let word = tree.names[Int(node.name)].local
    guard ["docTitle", "longTitle", "shortTitle", "docNumber", "docType"].contains(word), titles[word] == nil else {
      return
    }
    titles[word] = tree.textContent(i).foldedWhitespace
  }

  mutating func collectNotes(_ meta: Int) {
    var i = meta + 1
    let end = Int(tree.nodes[meta].end)
    while i < end {
      let node = tree.nodes[i]
      if !node.isText, tree.names[Int(node.name)].local == "note" {
        metadataNotes.append(i)
        i = Int(node.end)
      } else {
        i += 1
      }
    }
  }

  /// A note of the metadata: not part of the text, but marks of the text point to it.
  mutating func readMetadataNote(_ i: Int) {
    let note = tree.nodes[i]
    builder.openNote(note, identifier: identifierAttribute(note), isOfText: false)
    walk(i + 1..<Int(note.end))
  }

  /// References that stand in the metadata: amendments and delegations of `analysis`.
  mutating func readMetadataReferences() {
    for item in metadata.modifications {
      var reference = Reference(
        role: item.role, form: .iri, source: 0, node: 0, target: builder.string(Array(item.target.utf8)),
        start: item.start, end: item.end)
      reference.targetStart = item.targetStart
      reference.targetEnd = item.targetEnd
      marksReferences = true
      builder.references.append(reference)
    }
  }

  func identity() -> Identity {
    var identity = metadata.identity
    if let title = titles["docTitle"] ?? titles["longTitle"], !title.isEmpty { identity.title = title }
    if let short = titles["shortTitle"], !short.isEmpty { identity.shortTitle = short }
    if identity.number.isEmpty { identity.number = titles["docNumber"] ?? "" }
    if identity.kind.isEmpty || identity.kind == metadata.documentType, let word = titles["docType"], !word.isEmpty,
      word.utf8.count < 60
    {
      identity.kind = word
    }
    if identity.work.isEmpty { identity.work = builder.file.fallbackWork }
    return identity
  }
}
