import XMLReading

/// Insertions, and the place of what is inserted.
extension Codification {
  mutating func insert(_ instruction: LawInstruction, isWaiting: Bool) throws(Failure) -> Bool {
    guard let to = addressee(of: instruction.node) else {
      throw missing(instruction)
    }
    guard var target = resolve(to.address, in: to.document) else { throw missing(instruction) }
    let isAct = !library.codes.contains(to.document) && settled.contains(instruction.node)
    if !isAct, library.element(target) == .container || library.element(target) == .document,
      let place = codePlace(target)
    {
      target = place
    }
    if isWaiting, isAct { return false }
    if instruction.kind == .organic, library.value(instruction.node, .prefix) != nil {
      let container = makeContainer(instruction, like: target)
      let home = try place(for: .container, in: target, instruction)
      library.tree.insert(container, into: home.parent, behind: home.behind)
      made[library.tree.parent(instruction.node)] = container
      return true
    }
    let payload = payload(of: instruction, forAct: isAct)
    guard let first = payload.first else {
      // It only holds instructions of its own, which are carried out by themselves.
      if library.tree.children(instruction.node).contains(where: { library.element($0).isInstruction }) { return true }
      throw .payloadMissing
    }
    let kind = library.element(first)
    let home = try place(for: kind, in: target, instruction)
    var behind = home.behind
    var inserted: [NodeID] = []
    let firstCitation = open.count
    for unit in payload {
      let nodes = isAct ? [carry(unit, instruction)] : render(unit, instruction)
      for node in nodes {
        library.tree.insert(node, into: home.parent, behind: behind)
        behind = node
        inserted.append(node)
      }
    }
    library.classify()
    for (node, source) in zip(inserted, payload) {
      if let number = library.value(instruction.node, .number), library.element(node).isUnit {
        setLabel(node, number, instruction)
      }
      setHeading(node, instruction)
      placed[source] = node
      if library.element(node) == .section {
        index(section: node)
        if !isAct { note(node, source, to.document) }
      }
      if library.element(node) == .container {
        made[source] = node
        for section in all(.section, below: node) {
          index(section: section)
          record(instruction, at: section)
        }
      }
      if isWaiting, kind == .paragraph || kind == .section { suspend(node, instruction) }
      record(instruction, at: node, changes: true)
    }
    writeCitations(from: firstCitation)
    return !isWaiting
  }

  /// Gives a unit the heading that an instruction says, if it says one.
  mutating func setHeading(_ node: NodeID, _ instruction: LawInstruction) {
    guard library.element(node).isUnit, let words = library.value(instruction.node, .headingText) else { return }
    let heading = make("heading", words, like: node, by: instruction)
    if let old = library.child(node, .heading) {
      library.tree.insert(heading, before: old)
      library.tree.remove(old)
    } else {
      library.tree.insert(heading, into: node, behind: library.child(node, .number) ?? MarkupTree.none)
    }
  }

  /// A section of a code is found under the number, too, that it has in its act.
  private mutating func note(_ section: NodeID, _ source: NodeID, _ document: NodeID) {
    let number = library.label(source)
    let own = library.top(source)
    if !library.codes.contains(document) { aliases[document, default: [:]][number] = section }
    let isQuoted = library.ancestors(source).contains { library.element($0) == .inclusion }
    if !isQuoted, own != library.top(section) { aliases[own, default: [:]][number] = section }
  }

  /// What was inserted under a condition that is open: its number stands, its words do not.
  mutating func suspend(_ node: NodeID, _ instruction: LawInstruction) {
    let words = Self.placeholder(instruction.giver.condition ?? "")
    retire(node, words, instruction, words: words + ".")
    suspended.insert(node)
    if library.element(node) == .paragraph, let heading = library.child(node, .heading) { library.tree.remove(heading) }
  }

  static func placeholder(_ condition: String) -> String {
    condition == "notfunded" ? "Not Funded" : "Not Applicable"
  }

  func place(
    for kind: OpenLawElement, in target: NodeID, _ instruction: LawInstruction
  ) throws(Failure) -> (parent: NodeID, behind: NodeID) {
    let home = try home(for: kind, in: target, instruction)
    guard home.parent != MarkupTree.none else { throw .targetMissing(library.value(instruction.node, .after) ?? "") }
    return home
  }

  /// Where an instruction puts a unit: beside the one that it names, else behind the last of its kind.
  private func home(
    for kind: OpenLawElement, in target: NodeID, _ instruction: LawInstruction
  ) throws(Failure) -> (parent: NodeID, behind: NodeID) {
    let withinAct = settled.contains(instruction.node)
    if let label = library.value(instruction.node, .after) {
      guard let anchor = anchor(label, in: target, withinAct) ?? anchorOfAct(label, instruction) else {
        throw .targetMissing(label)
      }
      return (library.tree.parent(anchor), anchor)
    }
    if let label = library.value(instruction.node, .before) {
      guard let anchor = anchor(label, in: target, withinAct) ?? anchorOfAct(label, instruction) else {
        throw .targetMissing(label)
      }
      return (library.tree.parent(anchor), library.tree.nodes[Int(anchor)].previous)
    }
    let element = library.element(target)
    // Beside what is no home for it.
    if element.isLeaf || (element == .section && (kind == .section || kind == .container)) {
      return (library.tree.parent(target), target)
    }
    let children = library.tree.children(target)
    if let last = children.last(where: { library.element($0) == kind }) { return (target, last) }
    let home = children.last {
      switch library.element($0) {
      case .number, .heading, .prefix, .reason, .text, .paragraph, .section, .container, .inclusion, .tableCell: true
      case .annotations, .afterText, .annotation: false
      default: !library.tree.isText($0) && !library.element($0).isForeign
      }
    }
    return (target, home ?? MarkupTree.none)
  }

  /// A section that the addressed act numbers so, or a code of which the act is part.
  private func anchorOfAct(_ label: String, _ instruction: LawInstruction) -> NodeID? {
    guard let to = addressee(of: instruction.node), !library.codes.contains(to.document),
      case .section(let number)? = LawAddress(label).steps.first
    else { return nil }
    if LawAddress(label).steps.count > 1 { return resolve(LawAddress(label), in: to.document) }
    if let own = section(number, in: to.document, within: to.document) { return own }
    for known in (sections[to.document] ?? [:]).values.joined() {
      guard let stub = library.child(known, .stub), let id = library.value(stub, .doc),
        let code = library.documents[id]
      else { continue }
      return section(number, in: code, within: code)
    }
    return nil
  }

  private func anchor(_ label: String, in target: NodeID, _ withinAct: Bool) -> NodeID? {
    let address = LawAddress(label)
    let document = library.top(target)
    if case .section(let number)? = address.steps.first {
      if address.steps.count > 1 { return resolve(address, in: document, withinAct: withinAct) }
      if let found = section(number, in: document, within: target, withinAct: withinAct) { return found }
      // The act's own section, or one that bears the editors' number between brackets.
      return section("[" + number + "]", in: document, within: target, withinAct: withinAct)
    }
    if let child = child(label.trimmed.description, of: target, withinAct: withinAct) { return child }
    if let child = resolve(address, in: document, withinAct: withinAct) { return child }
    // A section may be named without its sign.
    if library.element(target) == .container || library.element(target) == .document {
      return section(String(label.trimmed), in: document, within: target, withinAct: withinAct)
    }
    return nil
  }
}
