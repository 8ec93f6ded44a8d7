import Provisions

/// What the history of a section tells of the instructions that changed it.
extension Codification {
  /// Notes that an instruction changes, or under a condition will change, the section that holds a node.
  mutating func record(_ instruction: LawInstruction, at node: NodeID, changes: Bool = true) {
    guard let section = library.ancestor(node, .section), library.codes.contains(library.top(section)) else { return }
    if changes { touch(section) }
    var waiting = instruction
    if !changes, instruction.giver.condition == nil { waiting.giver.condition = "pending" }
    remember(changes ? instruction : waiting, of: section)
  }

  /// Adds to the history of the section of a code that holds a node.
  mutating func remember(_ instruction: LawInstruction, of node: NodeID) {
    guard let section = library.ancestor(node, .section), library.codes.contains(library.top(section)) else { return }
    let entry = LawHistory(
      giver: instruction.giver, prefix: library.value(instruction.node, .historyPrefix),
      isShown: library.value(instruction.node, .history) != "false")
    if histories[section]?.contains(entry) != true { histories[section, default: []].append(entry) }
  }

  mutating func touch(_ section: NodeID) {
    if !touchedSet.contains(section) {
      touchedSet.insert(section)
      touched.append(section)
    }
  }

  /// Writes the histories into the annotations of the sections.
  mutating func writeHistories() {
    for section in touched where isAttached(section) {
      let notes: NodeID
      if let own = library.child(section, .annotations) {
        notes = own
      } else {
        notes = library.tree.makeElement(name("annotations", like: section))
        library.tree.append(notes, to: section)
      }
      for entry in histories[section] ?? [] {
        var values = [
          ("type", "History"), ("doc", entry.giver.act), ("path", entry.giver.provision),
          ("eff", "\(entry.giver.effective)"),
          ("app", entry.giver.condition ?? entry.giver.application.map { "\($0)" } ?? ""),
        ]
        if let prefix = entry.prefix { values.append(("prefix", prefix)) }
        if !entry.isShown { values.append(("display", "false")) }
        library.tree.append(library.tree.makeElement(name("annotation", like: section), values), to: notes)
      }
      library.classify()
    }
  }
}
