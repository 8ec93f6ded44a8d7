import Provisions
import XMLReading

/// The metadata of an Akoma Ntoso document: identification, life cycle, periods, modifications, declared entries.
///
/// Metadata is small, so it is read by name, with strings.
struct AkomaNtosoMetadata {
  /// The root's own word: "act", "bill", "documentCollection".
  private(set) var documentType = "act"
  private(set) var identity = Identity(work: "")
  private(set) var events: [LifecycleEvent] = []
  /// Intervals by the identifier of their temporal group.
  private(set) var intervals: [String: ValidityInterval] = [:]
  /// Identifiers of entries of the metadata.
  private(set) var declared: Set<String> = []
  private(set) var modifications: [Modification] = []
  /// The day on which the whole document was repealed. A repeal that ends the period of a part is the part's.
  private(set) var repeal: LegalDate?
  private var eventDates: [String: LegalDate] = [:]

  /// A modification that `analysis` records, as a reference without words.
  struct Modification {
    var role: ReferenceRole
    var target: String
    var start: UInt32
    var end: UInt32
    var targetStart: UInt32
    var targetEnd: UInt32
  }

  init(tree: XMLTree, tables: ResolvedVocabulary) {
    var main: Int?
    var isOfMain = true
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      let treatment = tables.treatments[Int(node.name)]
      if main == nil, treatment == .special(.documentType) {
        main = i
        documentType = tree.names[Int(node.name)].local
      }
      guard treatment == .special(.metadata) else { continue }
      declare(tree, i)
      readTime(tree, i, isOfMain: isOfMain)
      isOfMain = false
      if main != nil, identity.work.isEmpty, identity.number.isEmpty { readIdentification(tree, i) }
      if modifications.isEmpty { readModifications(tree, i) }
    }
    if identity.kind.isEmpty {
      let name = main.flatMap { Self.value("name", of: tree.nodes[$0], in: tree) } ?? ""
      identity.kind = name.isEmpty || name.hasPrefix("/") || name.hasPrefix("http") ? documentType : name
    }
    identity.form =
      switch documentType {
      case "act": .act
      case "bill": .bill
      case "judgment", "debate", "debateReport": .record
      default: .document
      }
    identity.rank = identity.form == .act || identity.form == .bill ? Vocabularies.rank(identity.kind) : .unknown
  }

  /// The day of an event reference ("#e2") or of a plain date.
  func date(of text: String) -> LegalDate? {
    eventDates[text.hasPrefix("#") ? String(text.dropFirst()) : text] ?? LegalDate(text)
  }

  private mutating func declare(_ tree: XMLTree, _ meta: Int) {
    for node in tree.nodes[meta..<Int(tree.nodes[meta].end)] where !node.isText {
      for key in ["eId", "id", "currentId", "wId"] {
        if let value = Self.value(key, of: node, in: tree), !value.isEmpty { declared.insert(value) }
      }
    }
  }

  /// The first metadata are those of the document itself, further ones those of attached documents, which end alone.
  private mutating func readTime(_ tree: XMLTree, _ meta: Int, isOfMain: Bool) {
    let range = meta..<Int(tree.nodes[meta].end)
    for i in range where tree.isElement(i, "eventRef") {
      let node = tree.nodes[i]
      guard let text = Self.value("date", of: node, in: tree), let date = LegalDate(text) else { continue }
      for key in ["eId", "id", "currentId"] {
        if let identifier = Self.value(key, of: node, in: tree) { eventDates[identifier] = date }
      }
      events.append(
        LifecycleEvent(
          kind: Self.value("type", of: node, in: tree) ?? "", date: date,
          source: Self.value("source", of: node, in: tree) ?? ""))
    }
    var ofPeriods: Set<LegalDate> = []
    defer {
      if isOfMain { repeal = events.last { $0.kind == "repeal" && !ofPeriods.contains($0.date) }?.date }
    }
    for i in range where tree.isElement(i, "temporalGroup") {
      let node = tree.nodes[i]
      var interval: ValidityInterval?
      for k in i..<Int(node.end) where tree.isElement(k, "timeInterval") {
        let start = Self.value("start", of: tree.nodes[k], in: tree).flatMap(date(of:))
        let end = Self.value("end", of: tree.nodes[k], in: tree).flatMap(date(of:))
        if let end { ofPeriods.insert(end) }
        // Several intervals of one group: the text is in force from the first start to the last end.
        if let known = interval {
          interval?.start = [known.start, start].compactMap { $0 }.min()
          interval?.end = known.end == nil || end == nil ? nil : [known.end, end].compactMap { $0 }.max()
        } else {
          interval = ValidityInterval(start: start, end: end)
        }
      }
      guard let interval else { continue }
      for key in ["eId", "id", "currentId"] {
        if let identifier = Self.value(key, of: node, in: tree) { intervals[identifier] = interval }
      }
    }
  }

  private mutating func readModifications(_ tree: XMLTree, _ meta: Int) {
    var i = meta
    let end = Int(tree.nodes[meta].end)
    var active = false
    while i < end {
      let node = tree.nodes[i]
      guard !node.isText else {
        i += 1
        continue
      }
      switch tree.names[Int(node.name)].local {
      case "activeModifications": active = true
      case "passiveModifications": active = false
      case "textualMod", "meaningMod", "scopeMod", "forceMod", "efficacyMod":
        addModification(tree, i, wanted: active ? "destination" : "source", role: active ? .amends : .amendedBy)
        i = Int(node.end)
        continue
      case "legalSystemMod":
        if Self.value("type", of: node, in: tree) == "legislativeDelegation", !active {
          addModification(tree, i, wanted: "source", role: .basis)
        }
        i = Int(node.end)
        continue
      default: break
      }
      i += 1
    }
  }

  private mutating func addModification(_ tree: XMLTree, _ i: Int, wanted: String, role: ReferenceRole) {
    for k in i..<Int(tree.nodes[i].end) where tree.isElement(k, wanted) {
      let node = tree.nodes[k]
      for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
      where tree.names[Int(attribute.name)].local == "href" {
        let target = tree.string(of: attribute)
        // A local target names the place in this document that makes the change, not the law that is changed.
        guard !target.isEmpty, !target.hasPrefix("#") else { continue }
        let known = attribute.offset != .max
        modifications.append(
          Modification(
            role: role, target: target, start: node.offset, end: node.endOffset,
            targetStart: known ? attribute.offset : 0, targetEnd: known ? attribute.offset + attribute.count : 0))
      }
    }
  }

  private mutating func readIdentification(_ tree: XMLTree, _ meta: Int) {
    let nodes = tree.nodes
    func all(_ name: String, in scope: Int) -> [Int] {
      (scope..<Int(nodes[scope].end)).filter { tree.isElement($0, name) }
    }
    func first(_ name: String, in scope: Int, _ key: String = "value") -> String {
      for i in scope..<Int(nodes[scope].end) where tree.isElement(i, name) {
        return Self.value(key, of: nodes[i], in: tree) ?? ""
      }
      return ""
    }
    guard let work = all("FRBRWork", in: meta).first else { return }
    let uri = first("FRBRuri", in: work)
    let this = first("FRBRthis", in: work)
    identity.work = uri.isEmpty ? this : uri
    if !this.isEmpty, this != uri, !isMain(this, of: uri) {
      // A part of a work that has documents of its own: the part is the address, the work an alias.
      identity.work = this
      if !uri.isEmpty { identity.aliases.append(uri) }
    } else if !this.isEmpty, this != uri {
      identity.aliases.append(this)
    }
    identity.kind = first("FRBRsubtype", in: work)
    identity.number = first("FRBRnumber", in: work)
    identity.adopted = LegalDate(first("FRBRdate", in: work, "date"))
    let names = all("FRBRname", in: work).compactMap { Self.value("value", of: nodes[$0], in: tree) }
    if let name = names.first { identity.shortTitle = name.contains(" ") ? name : "" }
    for i in all("FRBRalias", in: work) {
      guard let value = Self.value("value", of: nodes[i], in: tree), !value.isEmpty else { continue }
      let name = Self.value("name", of: nodes[i], in: tree) ?? ""
      if value.contains(" "), !value.hasPrefix("/"), !value.contains("://") {
        if identity.title.isEmpty { identity.title = value.foldedWhitespace }
        if name.lowercased().hasPrefix("short"), value.utf8.count < 160 { identity.shortTitle = value.foldedWhitespace }
      } else if name != "UUID", !name.contains("uebergreifende-id") {
        identity.aliases.append(value)
      }
    }
    let author = first("FRBRauthor", in: work, "href")
    if author.hasPrefix("#") {
      let id = author.dropFirst()
      for i in meta..<Int(nodes[meta].end) where !nodes[i].isText {
        let own = Self.value("eId", of: nodes[i], in: tree) ?? Self.value("id", of: nodes[i], in: tree)
        guard own == String(id) else { continue }
        if let shown = Self.value("showAs", of: nodes[i], in: tree) { identity.authority = shown }
        break
      }
    }
    guard let expression = all("FRBRExpression", in: meta).first else { return }
    identity.language = Vocabularies.language(first("FRBRlanguage", in: expression, "language"))
    let expressionIRI = first("FRBRuri", in: expression)
    if !expressionIRI.isEmpty { identity.aliases.append(expressionIRI) }
    if let at = expressionIRI.lastIndex(of: "@"),
      let date = LegalDate(expressionIRI[expressionIRI.index(after: at)...].prefix(10))
    {
      identity.versionDate = date
    } else {
      identity.versionDate = LegalDate(first("FRBRdate", in: expression, "date"))
    }
  }

  private func isMain(_ this: String, of uri: String) -> Bool {
    guard this.hasPrefix(uri) else { return false }
    let rest = this.dropFirst(uri.count).drop { $0 == "/" }
    return rest.isEmpty || rest == "!main" || rest == "main" || rest == "!" || rest == "doc"
  }

  private static func value(_ name: String, of node: XMLNode, in tree: XMLTree) -> String? {
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
    where tree.names[Int(attribute.name)].local == name { return tree.string(of: attribute) }
    return nil
  }
}

extension XMLTree {
  /// Whether node `i` is an element with this local name.
  func isElement(_ i: Int, _ local: String) -> Bool {
    !nodes[i].isText && names[Int(nodes[i].name)].local == local
  }
}
