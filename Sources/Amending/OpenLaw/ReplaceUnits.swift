/// Replacements of units and of the parts of a unit.
extension Codification {
  mutating func replace(_ target: NodeID, _ instruction: LawInstruction) throws(Failure) {
    guard library.tree.parent(target) != MarkupTree.none else {
      throw .notUnderstood("no part of the document is named")
    }
    let isAct = settled.contains(instruction.node)
    var payload = payload(of: instruction, forAct: isAct)
    let element = library.element(target)
    if element.isLeaf, let holder = payload.first, payload.count == 1, library.element(holder).isUnit {
      // The provision itself quotes only a part of a unit.
      guard let part = library.child(holder, element) else { throw .payloadMissing }
      payload = [part]
    }
    guard let first = payload.first else { throw .payloadMissing }
    let firstCitation = open.count
    if element == .section, library.element(first) == .section, !isAct {
      rewrite(target, by: first, instruction)
      record(instruction, at: target)
      writeCitations(from: firstCitation)
      return
    }
    record(instruction, at: target)
    var behind = target
    for unit in payload {
      let nodes = isAct ? [carry(unit, instruction)] : render(unit, instruction)
      for node in nodes {
        library.tree.insert(node, behind: behind)
        behind = node
        if let number = library.value(instruction.node, .number), library.element(node).isUnit {
          setLabel(node, number, instruction)
        }
      }
    }
    let made = library.tree.next(target)
    library.tree.remove(target)
    library.classify()
    if made != MarkupTree.none { noteNumber(of: made) }
    if isAct, library.element(target) == .section, library.element(made) == .section { index(section: made) }
    if library.value(instruction.node, .after) != nil, behind != target, let home = moveTarget(made, instruction) {
      library.tree.remove(made)
      library.tree.insert(made, into: home.parent, behind: home.behind)
    }
    writeCitations(from: firstCitation)
  }

  private func moveTarget(_ node: NodeID, _ instruction: LawInstruction) -> (parent: NodeID, behind: NodeID)? {
    let parent = library.tree.parent(node)
    guard let home = try? place(for: library.element(node), in: parent, instruction) else { return nil }
    return home.behind == node ? nil : home
  }

  /// Gives a section other words. It stays the section that it was: its number, its history, its place.
  private mutating func rewrite(_ section: NodeID, by source: NodeID, _ instruction: LawInstruction) {
    let oldNumber = library.child(section, .number)
    var prefix = library.child(section, .prefix)
    for child in library.tree.children(section) where library.element(child) != .annotations {
      library.tree.remove(child)
    }
    library.tree.setAttribute(section, "placeholder", nil)
    let notes = library.child(section, .annotations)
    var made: [NodeID] = []
    for node in renderChildren(source, instruction) where library.element(node) != .annotations {
      switch library.element(node) {
      case .number: continue
      case .prefix: prefix = node
      case .heading where library.normalized(node).isEmpty: continue
      default: made.append(node)
      }
    }
    if let oldNumber { made.insert(oldNumber, at: 0) }
    if let prefix { made.insert(prefix, at: 0) }
    for node in made {
      if let notes { library.tree.insert(node, before: notes) } else { library.tree.append(node, to: section) }
    }
    if let number = library.value(instruction.node, .number), number != library.label(section) {
      setLabel(section, number, instruction)
      index(section: section)
    }
    setHeading(section, instruction)
    library.classify()
  }
}
