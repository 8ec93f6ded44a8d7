import Diagnostics
import Provisions
import XMLReading

/// One pass over the tree of a consolidated act of the BOE.
struct BOEReader: DocumentWalk {
  let tree: XMLTree
  let tables: ResolvedVocabulary
  var builder: DocumentBuilder
  /// Where the text ends: groups last until a heading of their level or above.
  private let textEnd: Int
  /// The kind of the block that is open.
  private var block = ""
  /// The versions of that block: where each stands and from when it counts.
  private var versions: [(node: Int, start: LegalDate?)] = []
  /// The act as it was enacted: what made the first version.
  private var enacted = ""

  init(tree: XMLTree, file: SourceFile, tables: ResolvedVocabulary) {
    self.tree = tree
    self.tables = tables
    builder = DocumentBuilder(tree: tree, file: file, word: "response")
    let text = tree.nodes.indices.first { tree.isElement($0, "texto") }
    textEnd = text.map { Int(tree.nodes[$0].end) } ?? tree.nodes.count
  }

  mutating func read() -> LegalDocument {
    walk(0..<tree.nodes.count)
    let identity = identity()
    var document = builder.finish(identity: identity, dialect: BOE.name)
    // The marks of the publisher stand in its notes; the citations of the law itself are words.
    document.marksReferences = false
    document.validity.start = document.provisions.dropFirst().compactMap(\.validity.start).min()
    return document
  }

  mutating func element(_ i: Int, _ node: XMLNode) -> Int {
    let end = Int(node.end)
    switch tables.treatments[Int(node.name)] {
    case .ignored: return end
    case .transparent: break
    case .content(let kind): open(kind, node)
    case .provision, .region: break
    case .unmapped:
      builder.noteUnmapped(node)
      open(builder.isInPhrase ? .inline : .unknown, node)
    case .special(let special): self.special(special, i, node)
    }
    return i + 1
  }

  private mutating func special(_ special: Treatment.Special, _ i: Int, _ node: XMLNode) {
    switch special {
    case .namedContainer: openBlock(i, node)
    case .section: openVersion(i, node)
    case .part: paragraph(i, node)
    case .reference: reference(i, node)
    case .cell:
      func span(_ role: AttributeRole) -> UInt32 {
        attributeString(role, node).flatMap { UInt32($0) }.map { min($0, 999) } ?? 0
      }
      var cell = ContentNode(kind: .cell, offset: node.offset, start: span(.columnSpan) | span(.rowSpan) << 16)
      if tree.names[Int(node.name)].local == "th" { cell.flags.insert(.header) }
      builder.open(cell, treeEnd: Int(node.end))
    case .image: builder.openFigure(node, source: attribute(.src, node))
    default: builder.noteUnmapped(node)
    }
  }

  private mutating func open(_ kind: ContentKind, _ node: XMLNode) {
    if kind == .history { closeUnits(at: node.offset) }
    builder.open(
      ContentNode(kind: kind, word: builder.word(ofName: node.name), offset: node.offset), treeEnd: Int(node.end))
  }

  // MARK: Blocks and their versions

  private mutating func openBlock(_ i: Int, _ node: XMLNode) {
    block = attributeString(.type, node) ?? ""
    versions = []
    var k = i + 1
    while k < Int(node.end) {
      if tree.isElement(k, "version") {
        versions.append((k, attributeString(.inForceStart, tree.nodes[k]).flatMap { LegalDate(basic: $0) }))
      }
      k = tree.nodes[k].isText ? k + 1 : Int(tree.nodes[k].end)
    }
    switch block {
    case "preambulo": region(.preamble, node)
    case "firma": region(.conclusions, node)
    case "encabezado": openGroup(i, node)
    default: break
    }
  }

  private mutating func region(_ region: Region, _ node: XMLNode) {
    builder.closeGroups(downTo: 1, at: node.offset)
    builder.open(ContentNode(kind: .region, offset: node.offset, start: region.rawValue), treeEnd: Int(node.end))
  }

  /// A block of headings opens the group whose number and title it prints.
  private mutating func openGroup(_ i: Int, _ node: XMLNode) {
    let styles = (i..<Int(node.end)).compactMap { k in
      tree.isElement(k, "p") ? attributeString(.style, tree.nodes[k]) : nil
    }
    let (kind, level): (ProvisionKind, UInt8) =
      switch styles.first ?? "" {
      case "libro_num", "libro": (.book, 1)
      case "titulo_num", "titulo": (.title, 2)
      case "capitulo_num", "capitulo": (.chapter, 3)
      case "seccion", "seccion_num": (.division, 4)
      case "subseccion": (.group, 5)
      case "anexo_num", "anexo": (.annex, 1)
      default: (.group, 2)
      }
    builder.closeGroups(downTo: level, at: node.offset)
    let index = builder.openProvision(
      kind, word: builder.word(ofName: node.name), offset: node.offset, treeEnd: textEnd, level: level)
    builder.withProvision(index) { $0.sourceEnd = node.endOffset }
    anchor(i, index)
  }

  private mutating func anchor(_ block: Int, _ provision: Int) {
    guard let attribute = attribute(.plainId, tree.nodes[block]) else { return }
    builder.anchors.append(
      Anchor(
        name: builder.string(attribute), provision: UInt32(provision), start: tree.nodes[block].offset,
        end: tree.nodes[block].offset, isOfProvision: true))
  }

  /// Each version of a provision is a provision of its own, in force until the next one begins.
  private mutating func openVersion(_ i: Int, _ node: XMLNode) {
    let made = attributeString(.amender, node) ?? ""
    if enacted.isEmpty { enacted = made }
    guard block == "precepto" || block == "anexo" else { return }
    let index = builder.openProvision(
      block == "anexo" ? .annex : .article, word: builder.word(ofName: node.name), offset: node.offset,
      treeEnd: Int(node.end))
    // A version that stands elsewhere than in its block has no successor.
    let place = versions.firstIndex { $0.node == i }
    let next = place.map { $0 + 1 } ?? versions.count
    let start = attributeString(.inForceStart, node).flatMap { LegalDate(basic: $0) }
    let end = next < versions.count ? versions[next].start : nil
    builder.withProvision(index) {
      $0.sourceEnd = node.endOffset
      $0.validity = ValidityInterval(start: start, end: end)
    }
    if place == 0, let holder = holder(of: i) { anchor(holder, index) }
    guard made != enacted, !made.isEmpty else { return }
    let target = builder.string(Array(BOE.address(ofNorm: made).utf8))
    builder.references.append(
      Reference(
        role: .amendedBy, form: .iri, source: UInt32(index), node: 0, target: target, start: node.offset,
        end: node.endOffset))
  }

  /// The block of a version: the nearest one before it.
  private func holder(of version: Int) -> Int? {
    (0..<version).last { tree.isElement($0, "bloque") }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ i: Int, _ node: XMLNode) {
    let style = attributeString(.style, node) ?? ""
    let isInArticle = builder.provisions[Int(builder.provision)].kind != .document && block != "encabezado"
    let words = tree.textSlice(i)
    switch style {
    case "articulo" where isInArticle, "anexo", "anexo_num":
      open(.heading, node)
      if let number = headNumber(words) { builder.withProvision(Int(builder.provision)) { $0.number = number } }
    case _ where style.hasSuffix("_num") || block == "encabezado" && style != "parrafo" && !style.hasSuffix("_tit"):
      open(style.hasSuffix("_num") ? .number : .heading, node)
      if !style.hasSuffix("_num"), let number = headNumber(words) {
        builder.withProvision(Int(builder.provision)) { $0.number = number }
      }
    case _ where style.hasSuffix("_tit"): open(.heading, node)
    case "parrafo", "parrafo_2":
      if block == "precepto" { openUnit(words, node) }
      open(.paragraph, node)
    default: open(style.hasPrefix("nota_pie") || style.hasPrefix("firma") ? .paragraph : .continuation, node)
    }
  }

  /// The number behind the word for the unit, up to the point: "9" in "Artículo 9. Sistemas", "adicional primera" in
  /// "Disposición adicional primera. Especialidades".
  private func headNumber(_ words: ArraySlice<UInt8>) -> TextRange? {
    // A space, or the second byte of a no-break space.
    func isSpace(_ k: Int) -> Bool {
      words[k] <= 0x20 || words[k] == 0xA0 && k > words.startIndex && words[k - 1] == 0xC2
    }
    guard let first = words.indices.first(where: isSpace) else { return nil }
    var start = first
    while start < words.endIndex, isSpace(start) { start += 1 }
    var end = start
    while end < words.endIndex, words[end] != UInt8(ascii: ".") { end += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    guard end > start, end - start <= 60 else { return nil }
    return TextRange(start: UInt32(start), count: UInt32(end - start))
  }

  private static let numbered: UInt8 = 20
  private static let lettered: UInt8 = 21

  private mutating func closeUnits(at offset: UInt32) { builder.closeGroups(downTo: Self.numbered, at: offset) }

  /// A paragraph that begins with "1." or "a)" is a unit: it lasts until the next of its kind. In quoted text it is none.
  private mutating func openUnit(_ words: ArraySlice<UInt8>, _ node: XMLNode) {
    guard let first = words.first else { return }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let digits = words.prefix(while: isDigit)
    let (number, level): (ArraySlice<UInt8>, UInt8)
    // A space, a tab or a no-break space, which begins with 0xC2.
    let isSpace = { (byte: UInt8?) in byte.map { $0 <= 0x20 || $0 == 0xC2 } ?? false }
    let behind = words[digits.endIndex...]
    if !digits.isEmpty, digits.count <= 3, behind.first == UInt8(ascii: "."), isSpace(behind.dropFirst().first) {
      (number, level) = (digits, Self.numbered)
    } else if (0x61...0x7A).contains(first), words.dropFirst().first == UInt8(ascii: ")"),
      isSpace(words.dropFirst(2).first)
    {
      (number, level) = (words.prefix(1), Self.lettered)
    } else {
      return
    }
    builder.closeGroups(downTo: level, at: node.offset)
    let index = builder.openProvision(
      level == Self.numbered ? .paragraph : .point, word: 0, offset: node.offset, treeEnd: builder.top.treeEnd,
      level: level)
    builder.withProvision(index) {
      $0.number = TextRange(start: UInt32(number.startIndex), count: UInt32(number.count))
      $0.sourceEnd = node.endOffset
    }
  }

  // MARK: References

  /// "Ref. BOE-A-2019-15790#a3": the publisher's note of the act that made or concerns a version.
  private mutating func reference(_ i: Int, _ node: XMLNode) {
    let index = builder.references.count
    builder.open(ContentNode(kind: .reference, offset: node.offset, start: UInt32(index)), treeEnd: Int(node.end))
    var target = attributeString(.href, node) ?? ""
    if target.isEmpty, let name = tree.textContent(i).foldedWhitespace.split(separator: " ").last,
      name.hasPrefix("BOE-")
    {
      target = BOE.address(ofNorm: String(name))
    }
    builder.references.append(
      Reference(
        role: .cites, form: target.isEmpty ? .none : .iri, source: builder.provision, node: builder.top.node,
        target: builder.string(Array(target.utf8)), start: node.offset, end: node.endOffset))
  }

  // MARK: Identity

  private func metadata(_ name: String) -> String {
    guard let data = tree.nodes.indices.first(where: { tree.isElement($0, "metadatos") }) else { return "" }
    let found = (data..<Int(tree.nodes[data].end)).first { tree.isElement($0, name) }
    return found.map { tree.textContent($0).foldedWhitespace } ?? ""
  }

  private func identity() -> Identity {
    let identifier = metadata("identificador").isEmpty ? enacted : metadata("identificador")
    var identity = Identity(work: identifier.isEmpty ? builder.file.fallbackWork : "/boe/" + identifier.lowercased())
    identity.language = "es"
    identity.kind = metadata("rango").lowercased()
    identity.number = metadata("numero_oficial")
    identity.title = metadata("titulo")
    if identity.title.isEmpty { identity.title = identifier }
    identity.authority = metadata("departamento")
    identity.adopted = LegalDate(basic: metadata("fecha_disposicion"))
    identity.rank = Self.rank(identity.kind)
    identity.aliases = [metadata("url_eli"), BOE.address(ofNorm: identifier)].filter { !$0.isEmpty }
    return identity
  }

  private static func rank(_ kind: String) -> Rank {
    switch kind {
    case "": .unknown
    case "constitución": .constitution
    case _ where kind.hasPrefix("ley") || kind.hasPrefix("real decreto-ley") || kind.contains("legislativo"): .law
    default: .byLaw
    }
  }
}
