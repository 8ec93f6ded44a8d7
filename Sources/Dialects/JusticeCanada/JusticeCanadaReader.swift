import Diagnostics
import Provisions
import XMLReading

/// One pass over the tree of a Justice Canada document.
struct JusticeCanadaReader {
  let tree: XMLTree
  let tables: ResolvedVocabulary
  var builder: DocumentBuilder
  private var columns: [String: UInt32] = [:]
  private var isInAuthority = 0
  private var pendingMarks: [(node: UInt32, name: TextRange)] = []
  /// By name index: whether a space is due behind the element.
  private let spaced: [Bool]
  private let isRegulation: Bool
  /// The act on which the regulation rests: what "the Act" means in it.
  private var enablingAct: String?

  init(tree: XMLTree, file: SourceFile, tables: ResolvedVocabulary) {
    self.tree = tree
    self.tables = tables
    let root = tree.nodes.first.map { tree.names[Int($0.name)].local } ?? ""
    isRegulation = root == "Regulation"
    builder = DocumentBuilder(tree: tree, file: file, word: root)
    spaced = tree.names.map { JusticeCanada.spacedElements.contains($0.local) }
  }

  mutating func read() -> LegalDocument {
    let count = tree.nodes.count
    var i = 0
    while i < count {
      builder.close(before: i)
      let node = tree.nodes[i]
      if node.isText {
        builder.text(node)
        i += 1
      } else {
        i = element(i, node)
      }
    }
    builder.close(before: count)
    resolveMarks()
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

  private mutating func element(_ i: Int, _ node: XMLNode) -> Int {
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

  private mutating func special(_ special: Treatment.Special, _ i: Int, _ node: XMLNode) -> Int {
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
      var item = ContentNode(kind: isNumber ? .number : .inline, word: builder.word(ofName: node.name), offset: node.offset)
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
    case .image:
      let source = attribute(.src, node).map { builder.string($0) } ?? .empty
      builder.open(
        ContentNode(kind: .figure, offset: node.offset, start: source.start, count: source.count), treeEnd: end)
    case .note:
      let identifier = attribute(.plainId, node).map { builder.string($0) } ?? .empty
      let index = UInt32(builder.notes.count)
      builder.notes.append(Note(node: builder.nextNode, identifier: identifier, isOfText: true))
      builder.open(ContentNode(kind: .note, offset: node.offset, start: index), treeEnd: end)
    case .noteReference:
      builder.open(ContentNode(kind: .noteMark, offset: node.offset, start: .max), treeEnd: end)
      if let target = attribute(.idref, node) {
        let range = builder.string(target)
        pendingMarks.append((node: builder.top.node, name: range))
      }
    case .language:
      let tag = attribute(.xmlLang, node).map { builder.string($0) } ?? .empty
      builder.open(
        ContentNode(kind: .foreignLanguage, offset: node.offset, start: tag.start, count: tag.count), treeEnd: end)
    case .foreign:
      let style = attributeString(.type, node) ?? ""
      let kind: ContentKind =
        style.hasPrefix("bold") ? .strong : style.hasPrefix("small") ? .smallCaps : style == "underline" ? .underline : .emphasis
      builder.open(ContentNode(kind: kind, offset: node.offset), treeEnd: end)
    case .enablingAuthority:
      isInAuthority = end
      builder.open(ContentNode(kind: .paragraph, offset: node.offset), treeEnd: end)
    case .otherAuthority: open(node, role: .basis) { _ in (.none, .empty) }
    case .externalReference: externalReference(i, node)
    case .internalReference: internalReference(i, node)
    default: builder.noteUnmapped(node)
    }
    return i + 1
  }

  // MARK: Structure

  private mutating func provision(_ kind: ProvisionKind, _ node: XMLNode) {
    let index = builder.openProvision(
      kind, word: builder.word(ofName: node.name), offset: node.offset, treeEnd: Int(node.end))
    builder.withProvision(index) { $0.sourceEnd = node.endOffset }
    setTime(index, node)
  }

  private mutating func setTime(_ index: Int, _ node: XMLNode) {
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
  private mutating func groupHeading(_ i: Int, _ node: XMLNode) {
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
    let title = tree.textContent(i)
    if title.contains("[Repealed") || title.contains("[Abrog") { builder.withProvision(index) { $0.traits.insert(.repealed) } }
  }

  /// Where the element ends that holds node `i`: groups never outlive it.
  private func bodyEnd(_ i: Int) -> Int {
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

  private func groupKind(_ heading: Int) -> ProvisionKind {
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
  private mutating func nameDefinition(_ i: Int) {
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

  private mutating func content(_ kind: ContentKind, _ i: Int, _ node: XMLNode) {
    let element = kind == .history && builder.isInPhrase ? .inline : kind
    var item = ContentNode(kind: element, word: builder.word(ofName: node.name), offset: node.offset)
    if spaced[Int(node.name)] { item.flags.insert(.spaced) }
    if kind == .table { columns = [:] }
    if kind == .repealed { markRepealed(i, node) }
    builder.open(item, treeEnd: Int(node.end))
  }

  /// A provision whose only words say that it is repealed.
  private mutating func markRepealed(_ i: Int, _ node: XMLNode) {
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

  private func span(_ node: XMLNode) -> UInt32 {
    var columnSpan: UInt32 = 0
    if let first = attributeString(.nameStart, node), let last = attributeString(.nameEnd, node),
      let a = columns[first], let b = columns[last], b > a
    {
      columnSpan = min(b - a + 1, 999)
    }
    let rows = attributeString(.moreRows, node).flatMap { UInt32($0) }.map { min($0, 998) + 1 } ?? 0
    return columnSpan | (rows > 1 ? rows : 0) << 16
  }

  private func column(_ node: XMLNode) -> UInt32 {
    let name = attributeString(.nameStart, node) ?? attributeString(.columnName, node)
    return name.flatMap { columns[$0] } ?? 0
  }

  // MARK: References

  private mutating func externalReference(_ i: Int, _ node: XMLNode) {
    let type = attributeString(.referenceType, node) ?? ""
    let isLaw = type == "act" || type == "regulation" || type.isEmpty
    let link = attribute(.link, node)
    let role: ReferenceRole = i < isInAuthority ? .basis : .cites
    let title = isLaw && link == nil ? tree.textContent(i).foldedWhitespace : ""
    open(node, role: role) { builder in
      guard isLaw else { return (.none, .empty) }
      if let link, link.count > 0 { return (.actNumber, builder.string(link)) }
      return title.isEmpty ? (.none, .empty) : (.actTitle, builder.string(Array(title.utf8)))
    }
    if role == .basis, enablingAct == nil, let link, isLaw { enablingAct = tree.string(of: link) }
    if let link, link.offset != .max { setTargetRange(link.offset, link.count) }
  }

  private mutating func internalReference(_ i: Int, _ node: XMLNode) {
    let number = Array(tree.textContent(i).foldedWhitespace.utf8)
    let home = UnitHome.find(after: i, in: tree, tables: tables)
    // "The Act" of a regulation is the one on which it rests.
    let theAct = isRegulation ? enablingAct : nil
    open(node, role: .cites) { builder in
      if number.isEmpty { return (.none, .empty) }
      switch home {
      case .here: return (.unitNumber, builder.string(number))
      case .named(let link): return (.unitOfAct, builder.string(Array(link.utf8) + [0x0A] + number))
      case .theAct:
        guard let theAct else { return (.none, .empty) }
        return (.unitOfAct, builder.string(Array(theAct.utf8) + [0x0A] + number))
      case .elsewhere: return (.none, .empty)
      }
    }
  }

  private mutating func open(
    _ node: XMLNode, role: ReferenceRole, target: (inout DocumentBuilder) -> (TargetForm, TextRange)
  ) {
    let index = builder.references.count
    builder.open(ContentNode(kind: .reference, offset: node.offset, start: UInt32(index)), treeEnd: Int(node.end))
    let (form, range) = target(&builder)
    builder.references.append(
      Reference(
        role: role, form: form, source: builder.provision, node: builder.top.node, target: range, start: node.offset,
        end: node.endOffset))
  }

  private mutating func setTargetRange(_ offset: UInt32, _ count: UInt32) {
    let last = builder.references.count - 1
    builder.references[last].targetStart = offset
    builder.references[last].targetEnd = offset + count
  }

  private mutating func resolveMarks() {
    guard !pendingMarks.isEmpty else { return }
    var byName: [String: UInt32] = [:]
    for (index, note) in builder.notes.enumerated() where !note.identifier.isEmpty {
      byName[String(decoding: builder.strings[note.identifier.indices], as: UTF8.self)] = UInt32(index)
    }
    for mark in pendingMarks {
      guard let index = byName[String(decoding: builder.strings[mark.name.indices], as: UTF8.self)] else { continue }
      builder.withContent(Int(mark.node)) { $0.start = index }
      if builder.notes[Int(index)].mark == 0 { builder.notes[Int(index)].mark = mark.node }
    }
  }

  // MARK: Identity

  private func identity(_ root: XMLNode) -> Identity {
    let kind = tree.names[Int(root.name)].local
    var found: [String: String] = [:]
    var authority = ""
    if let identification = tree.nodes.indices.first(where: { tree.isElement($0, "Identification") }) {
      for k in identification..<Int(tree.nodes[identification].end) where !tree.nodes[k].isText {
        let name = tree.names[Int(tree.nodes[k].name)].local
        if found[name] == nil { found[name] = tree.textContent(k).foldedWhitespace }
        if name == "RegulationMaker" { authority = found[name] ?? "" }
      }
    }
    var identity = Identity(work: "")
    identity.language = attributeString(.xmlLang, root).map(Vocabularies.language) ?? "und"
    identity.versionDate = attributeString(.date, root).flatMap { LegalDate($0) }
    identity.title = found["LongTitle"] ?? ""
    identity.shortTitle = found["ShortTitle"] ?? ""
    if let head = found["RunningHead"], head != identity.shortTitle, !head.isEmpty { identity.aliases.append(head) }
    identity.authority = authority
    switch kind {
    case "Regulation":
      identity.kind = "regulation"
      identity.rank = .byLaw
      identity.number = found["InstrumentNumber"] ?? ""
      if !identity.number.isEmpty {
        identity.work = "/ca/regulation/" + JusticeCanada.catalogueNumber(identity.number)
      }
    case "Bill":
      identity.kind = "bill"
      identity.form = .bill
      identity.rank = .law
      identity.number = found["BillNumber"] ?? ""
      let session = (found["Session"] ?? "") + "-" + (found["Number"] ?? "")
      if !identity.number.isEmpty { identity.work = "/ca/bill/\(session)/\(identity.number)".replacing(" ", with: "_") }
    default:
      identity.kind = "act"
      identity.rank = .law
      if let number = found["ConsolidatedNumber"], !number.isEmpty {
        identity.number = number
        identity.work = "/ca/act/" + JusticeCanada.catalogueNumber(number)
      } else if let year = found["YYYY"], let number = found["AnnualStatuteNumber"] {
        identity.number = "\(year), c. \(number)"
        identity.work = "/ca/act/\(year)_\(number)"
      }
    }
    if let year = found["YYYY"], let number = found["AnnualStatuteNumber"] {
      identity.aliases.append("/ca/act/\(year)_\(number)")
    }
    if let date = found["RegistrationDate"] {
      let parts = date.split(separator: " ").compactMap { Int($0) }
      if parts.count == 3 { identity.adopted = LegalDate(year: parts[0], month: parts[1], day: parts[2]) }
    }
    if identity.work.isEmpty { identity.work = builder.file.fallbackWork }
    return identity
  }

  private func attribute(_ role: AttributeRole, _ node: XMLNode) -> XMLAttribute? {
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
    where tables.roles[Int(attribute.name)] == role { return attribute }
    return nil
  }

  private func attributeString(_ role: AttributeRole, _ node: XMLNode) -> String? {
    attribute(role, node).map(tree.string(of:))
  }
}
