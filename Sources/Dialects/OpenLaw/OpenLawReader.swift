import Diagnostics
import Provisions
import XMLReading

/// One pass over the tree of an Open Law document.
struct OpenLawReader: DocumentWalk {
  let tree: XMLTree
  let tables: ResolvedVocabulary
  var builder: DocumentBuilder
  /// The names of the engine for this document, and for the one that it is a part of.
  private let id: String
  private let container: String
  /// Whether all of the text stands in this file: an index of a code includes the files of its sections, and of an act that
  /// is codified a library may hold the numbers of its sections only.
  private var isWhole = true
  /// By unit: the kind of its parts that have letters for numbers.
  private var lettered: [UInt32: (kind: ProvisionKind, isLowercase: Bool)] = [:]
  /// When an act took effect.
  private var effective: LegalDate?

  init(tree: XMLTree, file: SourceFile, tables: ResolvedVocabulary) {
    self.tree = tree
    self.tables = tables
    let root = tree.nodes.first
    builder = DocumentBuilder(tree: tree, file: file, word: root.map { tree.names[Int($0.name)].local } ?? "")
    func value(_ role: AttributeRole) -> String {
      guard let root else { return "" }
      return tree.attributes[Int(root.dataStart)..<Int(root.dataStart + root.dataCount)]
        .first { tables.roles[Int($0.name)] == role }.map(tree.string(of:)) ?? ""
    }
    id = value(.plainId)
    container = value(.otherName)
  }

  mutating func read() -> LegalDocument {
    walk(0..<tree.nodes.count)
    builder.resolveMarks()
    nameUnits()
    let identity = identity()
    var document = builder.finish(identity: identity, dialect: OpenLaw.name, isWhole: isWhole)
    document.validity.start = effective
    document.marksReferences = true
    return document
  }

  mutating func element(_ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    switch tables.treatments[Int(node.name)] {
    case .ignored: return end
    case .transparent: break
    case .content(let kind): open(kind, node)
    case .provision(let kind): provision(kind, node)
    case .region(let region):
      builder.open(ContentNode(kind: .region, offset: node.offset, start: region.rawValue), treeEnd: end)
    case .unmapped:
      builder.noteUnmapped(node)
      open(builder.isInPhrase ? .inline : .unknown, node)
    case .special(let special): self.special(special, i, node)
    }
    return i + 1
  }

  private mutating func special(_ special: Treatment.Special, _ i: Int, _ node: XMLNode) {
    switch special {
    // What is the root is the document itself.
    case .documentType: break
    case .namedContainer: if i > 0 { provision(containerKind(i), node) }
    case .section: if i > 0 { provision(.section, node) }
    case .part: provision(paragraphKind(i), node)
    case .number:
      // Acts bear three numbers: as law, as act and as bill.
      let isOfUnit = builder.top.kind == .provision && builder.provision != 0
      open(isOfUnit ? .number : .paragraph, node)
    case .heading:
      open(.heading, node)
      if builder.provision == 0 { builder.withContent(Int(builder.top.node)) { $0.flags.insert(.header) } }
    case .label: open(builder.provision == 0 ? .paragraph : .inline, node)
    case .cell:
      func span(_ role: AttributeRole) -> UInt32 {
        attributeString(role, node).flatMap { UInt32($0) }.map { min($0, 999) } ?? 0
      }
      var cell = ContentNode(kind: .cell, offset: node.offset, start: span(.columnSpan) | span(.rowSpan) << 16)
      if tree.names[Int(node.name)].local == "th" { cell.flags.insert(.header) }
      builder.open(cell, treeEnd: Int(node.end))
    case .image: builder.openFigure(node, source: attribute(.src, node))
    case .reference: reference(node)
    case .attached: isWhole = false
    default: builder.noteUnmapped(node)
    }
  }

  private mutating func open(_ kind: ContentKind, _ node: XMLNode) {
    var item = ContentNode(kind: kind, word: builder.word(ofName: node.name), offset: node.offset)
    if tables.spaced[Int(node.name)] { item.flags.insert(.spaced) }
    builder.open(item, treeEnd: Int(node.end))
  }

  private mutating func provision(_ kind: ProvisionKind, _ node: XMLNode) {
    let index = builder.openProvision(
      kind, word: builder.word(ofName: node.name), offset: node.offset, treeEnd: Int(node.end))
    let status = attributeString(.status, node)?.lowercased() ?? ""
    builder.withProvision(index) {
      $0.sourceEnd = node.endOffset
      if status == "repealed" { $0.traits.insert(.repealed) }
    }
  }

  // MARK: Units

  /// Children of an element with a name.
  private func child(_ i: Int, _ name: String) -> Int? {
    let end = Int(tree.nodes[i].end)
    var k = i + 1
    while k < end {
      if tree.isElement(k, name) { return k }
      k = tree.nodes[k].isText ? k + 1 : Int(tree.nodes[k].end)
    }
    return nil
  }

  private func words(_ i: Int, _ name: String) -> String {
    child(i, name).map { tree.textContent($0).foldedWhitespace } ?? ""
  }

  /// By the word before the number: "Subchapter II".
  private func containerKind(_ i: Int) -> ProvisionKind {
    switch words(i, "prefix").lowercased() {
    case "title": .title
    case "chapter": .chapter
    case "part": .part
    case "division": .division
    case "article": .article
    default: .group
    }
  }

  /// By the form of the number, as American drafting has it: (a), (1), (A), (i), (I).
  ///
  /// (i) is a letter behind (h) and a Roman number at the head of a list: parts of one unit are of the kind of the first.
  private mutating func paragraphKind(_ i: Int) -> ProvisionKind {
    let number = words(i, "num").filter { $0.isLetter || $0.isNumber }
    let outer = builder.provisions[Int(builder.provision)].kind
    guard let first = number.first else { return .level }
    if first.isNumber { return .paragraph }
    if let known = lettered[builder.provision], known.isLowercase == first.isLowercase { return known.kind }
    let kind = letteredKind(number, first, in: outer)
    lettered[builder.provision] = (kind, first.isLowercase)
    return kind
  }

  private func letteredKind(_ number: String, _ first: Character, in outer: ProvisionKind) -> ProvisionKind {
    let isRoman = number.lowercased().allSatisfy { "ivxl".contains($0) }
    if isRoman, first.isLowercase, [.subparagraph, .clause].contains(outer) { return .clause }
    if isRoman, first.isUppercase, [.clause, .subclause].contains(outer) { return .subclause }
    return first.isLowercase ? .subsection : .subparagraph
  }

  /// Names units by the paths with which others point to them: "§3|(a)|(1)" in an act, "(a)|(1)" in a section of a code.
  private mutating func nameUnits() {
    var names: [String] = [""]
    for i in builder.provisions.indices.dropFirst() {
      let provision = builder.provisions[i]
      let outer = names[Int(provision.parent)]
      guard !provision.traits.contains(.quoted), provision.numberNode != 0,
        [.section, .subsection, .paragraph, .subparagraph, .clause, .subclause, .level].contains(provision.kind)
      else {
        names.append(outer)
        continue
      }
      let node = Int(provision.numberNode)
      let texts = builder.content[node..<Int(builder.content[node].end)].filter { $0.kind == .text }
      let number = texts.map { String(decoding: tree.text[$0.textRange.indices], as: UTF8.self) }.joined()
        .foldedWhitespace
      let step = provision.kind == .section ? "§" + number.trimmingPrefix("§").trimmingPrefix { $0 == " " } : number
      let name = outer.isEmpty ? step : outer + "|" + step
      names.append(name)
      // No identifier of the source: two units with one number are found by other rules.
      builder.anchors.append(
        Anchor(
          name: builder.string(Array(name.utf8)), provision: UInt32(i), start: provision.sourceStart,
          end: provision.sourceStart, isOfProvision: true))
    }
  }

  // MARK: References

  /// `doc` and `path`; without `doc` a place in the code that holds the document, or in the document itself.
  private mutating func reference(_ node: XMLNode) {
    let index = builder.references.count
    builder.open(
      ContentNode(kind: .reference, offset: node.offset, start: UInt32(index)), treeEnd: Int(node.end))
    let path = attributeString(.href, node) ?? ""
    let named = attributeString(.name, node) ?? ""
    let home = named.isEmpty ? container : named
    let isCode = named.isEmpty ? !container.isEmpty : named == container || named.hasSuffix("Code")
    // A code is not told by its name alone: an act that names none leaves it open.
    let target = home.isEmpty ? "" : OpenLaw.address(document: home, path: path, isCode: isCode)
    builder.references.append(
      Reference(
        role: .cites, form: target.isEmpty ? .none : .iri, source: builder.provision, node: builder.top.node,
        target: builder.string(Array(target.utf8)), start: node.offset, end: node.endOffset))
  }

  // MARK: Identity

  private mutating func identity() -> Identity {
    var identity = Identity(work: "")
    identity.language = attributeString(.xmlLang, tree.nodes[0]).map(Vocabularies.language) ?? "und"
    identity.rank = .law
    let number = words(0, "num").trimmingPrefix("§").trimmingPrefix { $0 == " " }
    let heading = words(0, "heading")
    if tree.isElement(0, "document") {
      readAct(&identity)
    } else if !container.isEmpty, !number.isEmpty {
      let isSection = tree.isElement(0, "section")
      identity.kind = isSection ? "section" : words(0, "prefix").lowercased()
      identity.number = String(number)
      let name = isSection ? "§ \(number)" : "\(words(0, "prefix")) \(number)"
      identity.title = heading.isEmpty ? "\(container), \(name)" : "\(container), \(name). \(heading)"
      identity.work =
        OpenLaw.work(ofDocument: container) + (isSection ? "/sec-" : "/\(identity.kind)-") + number.lowercased()
    }
    if identity.work.isEmpty { identity.work = builder.file.fallbackWork }
    return identity
  }

  private mutating func readAct(_ identity: inout Identity) {
    if !id.isEmpty { identity.work = OpenLaw.work(ofDocument: id) }
    let end = Int(tree.nodes[0].end)
    var k = 1
    while k < end {
      let node = tree.nodes[k]
      let type = node.isText ? "" : attributeString(.type, node) ?? ""
      let words = node.isText ? "" : tree.textContent(k).foldedWhitespace
      if tree.isElement(k, "num"), identity.number.isEmpty || type == "law" {
        identity.number = words
        identity.kind = type
        if type == "bill" { identity.form = .bill }
        if type == "law" || type == "act" { identity.form = .act }
      } else if tree.isElement(k, "heading") {
        if type == "short" { identity.shortTitle = words } else { identity.title = words }
      } else if tree.isElement(k, "meta") {
        readDates(k, &identity)
      }
      k = node.isText ? k + 1 : Int(node.end)
    }
    if identity.title.isEmpty, identity.shortTitle.isEmpty { identity.title = id }
  }

  private mutating func readDates(_ meta: Int, _ identity: inout Identity) {
    for k in meta..<Int(tree.nodes[meta].end) {
      func date() -> LegalDate? { LegalDate(tree.textContent(k).foldedWhitespace) }
      if tree.isElement(k, "stub") { isWhole = false }
      if tree.isElement(k, "enacted") { identity.adopted = date() ?? identity.adopted }
      if tree.isElement(k, "effective") { effective = date() ?? effective }
    }
  }
}
