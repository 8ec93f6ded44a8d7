import Provisions
import XMLReading

/// The metadata of an Akoma Ntoso document: identification, life cycle, periods, modifications, declared entries.
///
/// Metadata is small, so it is read by name, with strings.
struct AkomaNtosoMetadata {
  /// The root's own word: "act", "bill", "documentCollection".
  private(set) var documentType = "act"
  private(set) var identity = Identity(work: "")
  /// Events and periods, by the part of the document that declares them.
  private(set) var time = AkomaNtosoTime()
  /// Identifiers of entries of the metadata.
  private(set) var declared: Set<String> = []
  private(set) var modifications: [Modification] = []
  /// Entries of the project's own ontology, by identifier: their addresses.
  private(set) var concepts: [String: String] = [:]
  /// Whether changes are recorded that the document makes.
  private(set) var recordsChanges = false

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
    // Documents within which the scan is, innermost last: each has metadata of its own.
    var open: [Int] = []
    var scopes: [(meta: Int, owner: XMLNode)] = []
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      let treatment = tables.treatments[Int(node.name)]
      if treatment == .special(.documentType) {
        while let last = open.last, Int(tree.nodes[last].end) <= i { open.removeLast() }
        open.append(i)
        if main == nil {
          main = i
          documentType = tree.names[Int(node.name)].local
        }
      }
      guard treatment == .special(.metadata) else { continue }
      declare(tree, i)
      while let last = open.last, Int(tree.nodes[last].end) <= i { open.removeLast() }
      scopes.append((meta: i, owner: tree.nodes[open.last ?? 0]))
      if main != nil, identity.work.isEmpty, identity.number.isEmpty { readIdentification(tree, i) }
      if modifications.isEmpty { readModifications(tree, i) }
    }
    time = AkomaNtosoTime(tree: tree, scopes: scopes)
    if identity.kind.isEmpty { identity.kind = Self.kind(ofELI: identity.aliases) ?? "" }
    if identity.kind.isEmpty {
      let name = main.flatMap { tree.value("name", of: tree.nodes[$0]) } ?? ""
      identity.kind = name.isEmpty || name.hasPrefix("/") || name.hasPrefix("http") ? documentType : name
    }
    identity.form =
      switch documentType {
      case "act": .act
      case "bill": .bill
      case "judgment", "judgement", "debate", "debateReport", "debateRecord": .record
      default: .document
      }
    identity.rank = identity.form == .act || identity.form == .bill ? Vocabularies.rank(identity.kind) : .unknown
  }

  private mutating func declare(_ tree: XMLTree, _ meta: Int) {
    for node in tree.nodes[meta..<Int(tree.nodes[meta].end)] where !node.isText {
      if tree.names[Int(node.name)].local.hasPrefix("TLC"), let href = tree.value("href", of: node),
        href.contains("/nomodex/"), let name = tree.value("eId", of: node) ?? tree.value("id", of: node)
      {
        concepts[name] = href
      }
      for key in ["eId", "id", "currentId", "wId"] {
        if let value = tree.value(key, of: node), !value.isEmpty { declared.insert(value) }
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
        if active { recordsChanges = true }
        addModification(tree, i, wanted: active ? "destination" : "source", role: active ? .amends : .amendedBy)
        i = Int(node.end)
        continue
      case "legalSystemMod":
        if active { recordsChanges = true }
        if tree.value("type", of: node) == "legislativeDelegation", !active {
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

  /// The type of document in an ELI: `/eli/{jurisdiction}/{type}/{year}/…` (ELI, pillar 1, URI template).
  private static func kind(ofELI aliases: [String]) -> String? {
    for alias in aliases where alias.hasPrefix("/eli/") {
      let parts = alias.split(separator: "/")
      if parts.count >= 4, parts[2].contains(where: \.isLetter), !parts[2].hasPrefix("_") { return String(parts[2]) }
    }
    return nil
  }

  private mutating func readIdentification(_ tree: XMLTree, _ meta: Int) {
    let nodes = tree.nodes
    func all(_ name: String, in scope: Int) -> [Int] {
      (scope..<Int(nodes[scope].end)).filter { tree.isElement($0, name) }
    }
    func first(_ name: String, in scope: Int, _ key: String = "value") -> String {
      for i in scope..<Int(nodes[scope].end) where tree.isElement(i, name) {
        return tree.value(key, of: nodes[i]) ?? ""
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
    let names = all("FRBRname", in: work).compactMap { tree.value("value", of: nodes[$0]) }
    if let name = names.first { identity.shortTitle = name.contains(" ") ? name : "" }
    for i in all("FRBRalias", in: work) {
      guard let value = tree.value("value", of: nodes[i]), !value.isEmpty else { continue }
      let name = tree.value("name", of: nodes[i]) ?? ""
      // Bulgaria's publisher writes the address beside the title, where no schema has it.
      if let other = tree.value("other", of: nodes[i]), other.hasPrefix("/") { identity.aliases.append(other) }
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
        let own = tree.value("eId", of: nodes[i]) ?? tree.value("id", of: nodes[i])
        guard own == String(id) else { continue }
        if let shown = tree.value("showAs", of: nodes[i]) { identity.authority = shown }
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
}

extension XMLTree {
  /// The value of an attribute of an element by its local name.
  func value(_ name: String, of node: XMLNode) -> String? {
    for attribute in attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
    where names[Int(attribute.name)].local == name { return string(of: attribute) }
    return nil
  }

  /// Whether node `i` is an element with this local name.
  func isElement(_ i: Int, _ local: String) -> Bool {
    !nodes[i].isText && names[Int(nodes[i].name)].local == local
  }
}
