package import Provisions

extension AmendedText {
  /// A change of the text, at the identifier of what it wrote or where it wrote.
  package struct Trace: Sendable {
    package let identifier: String
    package let instruction: Instruction.ID
    package let kind: Consolidated.Change.Kind
  }

  /// What the instructions wrote, in the order of the text: units at their own identifiers, words at that of what holds them.
  package func traces(_ instructions: [Instruction]) -> [Trace] {
    guard tree.root != MarkupTree.none else { return [] }
    let operations = Dictionary(uniqueKeysWithValues: instructions.map { ($0.id, $0.operation) })
    var out: [Trace] = []
    func add(_ node: MarkupTree.NodeID, _ id: Instruction.ID) {
      guard let operation = operations[id], let identifier = identifier(around: node) else { return }
      let trace = Trace(identifier: identifier, instruction: id, kind: operation.kind)
      if !out.contains(where: { $0.identifier == identifier && $0.instruction == id }) { out.append(trace) }
    }
    tree.each(tree.root) { node in
      let origin = tree.origin(node)
      let parent = tree.parent(node)
      guard origin >= 0, parent == MarkupTree.none || tree.origin(parent) != origin else { return }
      add(node, origin)
    }
    // Words that were taken out have left nothing behind but the place, and so does what changes no word, and words over
    // which a later instruction wrote.
    let left = Set(out.map(\.instruction))
    for instruction in instructions where outcomes[instruction.id] == .applied && !left.contains(instruction.id) {
      guard !instruction.target.identifier.isEmpty, !instruction.movesUnits,
        let node = place(instruction.target.identifier)
      else { continue }
      add(node, instruction.id)
    }
    return out
  }

  private func identifier(around node: MarkupTree.NodeID) -> String? {
    var at = node
    while at != MarkupTree.none {
      if !tree.isText(at), let id = tree.attribute(at, "eId") { return id }
      at = tree.parent(at)
    }
    return nil
  }
}

extension Instruction {
  package var kind: Consolidated.Change.Kind { operation.kind }

  /// Whether units may go from the place where they stood.
  package var movesUnits: Bool {
    switch operation {
    case .replace, .renumber, .repeal: true
    case .changeTime(let change): change.kind == .ends
    case .insert, .replaceWords, .insertWords, .construe, .unknown: false
    }
  }
}

extension Instruction.Operation {
  fileprivate var kind: Consolidated.Change.Kind {
    switch self {
    case .replace: .replaced
    case .insert: .inserted
    case .replaceWords, .insertWords: .amended
    case .repeal: .repealed
    case .renumber: .renumbered
    case .changeTime(let change): change.kind == .ends ? .ended : .timed
    case .construe, .unknown: .construed
    }
  }
}
