import Citations
import Provisions
import XMLReading

/// What the metadata of a consolidated Akoma Ntoso text says: of which date it is, and which provision wrote what.
extension AmendedText {
  /// Writes the date of the expression, an event and a temporal group for each date, and a passive modification for each
  /// instruction that was carried out. Without any the metadata stays as it is.
  mutating func writeMetadata(
    on date: LegalDate, applied amendments: Amendments, graph: CitationGraph, acts: [Int: MarkupTree]
  ) {
    let done = outcomes.filter { $0.value == .applied }.keys.sorted().map { amendments.instructions[Int($0)] }
    guard let latest = done.compactMap(\.effective.start).max(), let meta = find("meta"),
      let act = tree.firstElement(tree.root, named: documentName)
    else { return }
    let editor = MetadataEditor(space: tree.qualifiedName(tree.root).namespace)
    let times = periods.sorted { $0.key < $1.key }
    let end = end
    withTree { tree in
      tree.setAttribute(act, "contains", "singleVersion")
      editor.dateExpression(meta, latest, &tree)
      var sources: [Int] = []
      for instruction in done where !sources.contains(instruction.document) { sources.append(instruction.document) }
      for (k, source) in sources.enumerated() {
        editor.addReference(meta, "amending_\(k + 1)", graph.documents[source].identity, &tree)
        if let act = acts[source] { editor.addEntries(meta, from: act, &tree) }
      }
      var dates = Set(done.compactMap(\.effective.start))
      for day in dates.sorted() {
        let first = done.first { $0.effective.start == day }
        let source = first.flatMap { sources.firstIndex(of: $0.document) }.map { "#amending_\($0 + 1)" } ?? "#original"
        editor.addPeriod(meta, day, source, &tree)
      }
      dates.removeAll()
      for (period, time) in times {
        editor.addPeriod(meta, time.start, "#original", to: time.end, named: period, &tree)
      }
      if let end { editor.addEvent(meta, end, "#original", type: "repeal", &tree) }
      for (k, instruction) in done.enumerated() {
        editor.addModification(meta, k + 1, instruction, graph.documents[instruction.document].identity.work, &tree)
      }
    }
  }

  private var documentName: String {
    tree.children(tree.root).first { !tree.isText($0) }.map(tree.name) ?? "act"
  }

  private func find(_ name: String) -> MarkupTree.NodeID? {
    guard tree.root != MarkupTree.none, let document = tree.firstElement(tree.root, named: documentName) else {
      return nil
    }
    return tree.firstElement(document, named: name)
  }
}

/// Adds entries to the metadata, each where the schema has its place.
private struct MetadataEditor {
  let space: String

  /// The parts of `meta`, in the order of the schema.
  private static let parts = [
    "identification", "publication", "classification", "lifecycle", "workflow", "analysis", "temporalData",
    "references",
    "notes", "proprietary", "presentation",
  ]

  func name(_ local: String) -> QualifiedName { QualifiedName(namespace: space, local: local) }

  /// A part of `meta`, made where there is none.
  private func part(_ meta: MarkupTree.NodeID, _ wanted: String, _ tree: inout MarkupTree) -> MarkupTree.NodeID {
    if let known = tree.firstElement(meta, named: wanted) { return known }
    let made = tree.makeElement(name(wanted), [("source", "#editor")])
    let behind = Self.parts.firstIndex(of: wanted) ?? Self.parts.count
    let next = tree.children(meta).first { child in
      !tree.isText(child) && (Self.parts.firstIndex(of: tree.name(child)) ?? Self.parts.count) > behind
    }
    if let next { tree.insert(made, before: next) } else { tree.append(made, to: meta) }
    return made
  }

  func dateExpression(_ meta: MarkupTree.NodeID, _ date: LegalDate, _ tree: inout MarkupTree) {
    guard let identification = tree.firstElement(meta, named: "identification") else { return }
    for level in ["FRBRExpression", "FRBRManifestation"] {
      guard let expression = tree.firstElement(identification, named: level) else { continue }
      for address in ["FRBRthis", "FRBRuri"] {
        guard let node = tree.firstElement(expression, named: address), let value = tree.attribute(node, "value"),
          let at = value.firstIndex(of: "@")
        else { continue }
        let tail = value[value.index(after: at)...].drop { $0.isNumber || $0 == "-" }
        tree.setAttribute(node, "value", value[...at] + "\(date)" + tail)
      }
      if level == "FRBRExpression", let node = tree.firstElement(expression, named: "FRBRdate") {
        tree.setAttribute(node, "date", "\(date)")
        tree.setAttribute(node, "name", "consolidation")
      }
    }
  }

  func addReference(_ meta: MarkupTree.NodeID, _ id: String, _ identity: Identity, _ tree: inout MarkupTree) {
    let references = part(meta, "references", &tree)
    let made = tree.makeElement(
      name("passiveRef"), [("eId", id), ("href", identity.work + "/!main"), ("showAs", identity.displayTitle)])
    // Originals come first, entries of the ontology last.
    let behind = tree.children(references).last {
      !tree.isText($0) && ["original", "passiveRef", "activeRef"].contains(tree.name($0))
    }
    if let behind {
      tree.insert(made, behind: behind)
    } else {
      tree.insert(made, into: references, behind: MarkupTree.none)
    }
  }

  /// Entries of the ontology to which the marks of inserted text lead.
  func addEntries(_ meta: MarkupTree.NodeID, from act: borrowing MarkupTree, _ tree: inout MarkupTree) {
    let references = part(meta, "references", &tree)
    var known = Set(tree.children(references).compactMap { tree.attribute($0, "eId") })
    var found: [MarkupTree.NodeID] = []
    act.each(act.root) { node in
      guard !act.isText(node), act.name(node).hasPrefix("TLC"), let id = act.attribute(node, "eId"),
        known.insert(id).inserted
      else { return }
      found.append(node)
    }
    for node in found { tree.append(tree.copy(node, from: act, origin: -1), to: references) }
  }

  /// An event of the lifecycle on a day; one of that day and type that stands there already serves as well.
  ///
  /// - Returns: the identifier of the event.
  @discardableResult
  func addEvent(
    _ meta: MarkupTree.NodeID, _ date: LegalDate, _ source: String, type: String = "amendment", _ tree: inout MarkupTree
  ) -> String {
    let lifecycle = part(meta, "lifecycle", &tree)
    let identifier = (type == "amendment" ? "e_" : "e_\(type)_") + "\(date)"
    let isThere = tree.children(lifecycle).contains {
      tree.attribute($0, "eId") == identifier
        || type != "amendment" && tree.attribute($0, "type") == type && tree.attribute($0, "date") == "\(date)"
    }
    if !isThere {
      tree.append(
        tree.makeElement(
          name("eventRef"), [("eId", identifier), ("date", "\(date)"), ("source", source), ("type", type)]),
        to: lifecycle)
    }
    return identifier
  }

  func addPeriod(
    _ meta: MarkupTree.NodeID, _ date: LegalDate, _ source: String, to end: LegalDate? = nil, named: String? = nil,
    _ tree: inout MarkupTree
  ) {
    var interval = [("start", "#" + addEvent(meta, date, source, &tree))]
    if let end { interval.append(("end", "#" + addEvent(meta, end, source, &tree))) }
    let data = part(meta, "temporalData", &tree)
    let group = named ?? AmendedText.period(date)
    guard !tree.children(data).contains(where: { tree.attribute($0, "eId") == group }) else { return }
    let made = tree.makeElement(name("temporalGroup"), [("eId", group)])
    tree.append(tree.makeElement(name("timeInterval"), interval + [("refersTo", "#inForce")]), to: made)
    tree.append(made, to: data)
  }

  func addModification(
    _ meta: MarkupTree.NodeID, _ number: Int, _ instruction: Instruction, _ work: String, _ tree: inout MarkupTree
  ) {
    let analysis = part(meta, "analysis", &tree)
    let passive: MarkupTree.NodeID
    if let known = tree.firstElement(analysis, named: "passiveModifications") {
      passive = known
    } else {
      passive = tree.makeElement(name("passiveModifications"))
      if let active = tree.firstElement(analysis, named: "activeModifications") {
        tree.insert(passive, behind: active)
      } else {
        tree.insert(passive, into: analysis, behind: MarkupTree.none)
      }
    }
    let (element, type) = vocabulary(instruction.operation)
    let id = "passiveModifications__\(element)_\(number)"
    let made = tree.makeElement(name(element), [("eId", id), ("type", type)])
    // A renumbered unit is found under its new number; the old one stands beside it.
    var place = instruction.target.identifier
    if case .renumber(let identifier) = instruction.operation { place = identifier }
    var destination = [("eId", id + "__destination_1"), ("href", "#" + place)]
    if case .insert(_, let position) = instruction.operation { destination.append(("pos", position.rawValue)) }
    tree.append(
      tree.makeElement(name("source"), [("eId", id + "__source_1"), ("href", "\(work)/!main#\(instruction.source)")]),
      to: made)
    tree.append(tree.makeElement(name("destination"), destination), to: made)
    if let date = instruction.effective.start {
      var period = AmendedText.period(date)
      if case .between(_, let end) = instruction.effective {
        period += "_\(end)"
        addPeriod(meta, date, "#original", to: end, named: period, &tree)
      }
      tree.append(tree.makeElement(name("force"), [("period", "#" + period)]), to: made)
    }
    if case .renumber = instruction.operation {
      tree.append(
        tree.makeElement(
          name("previous"), [("eId", id + "__previous_1"), ("href", "#" + instruction.target.identifier)]),
        to: made)
    }
    // Modifications of the legal system come behind those of the text.
    tree.append(made, to: passive)
  }

  /// The element of a modification and its type.
  private func vocabulary(_ operation: Instruction.Operation) -> (element: String, type: String) {
    switch operation {
    case .replace, .replaceWords: ("textualMod", "substitution")
    case .insert, .insertWords: ("textualMod", "insertion")
    case .repeal: ("textualMod", "repeal")
    case .renumber: ("textualMod", "renumbering")
    case .changeTime(let change): (change.element, change.type)
    case .construe(let construction): (construction.element, construction.rawValue)
    case .unknown: ("textualMod", "substitution")
    }
  }
}
