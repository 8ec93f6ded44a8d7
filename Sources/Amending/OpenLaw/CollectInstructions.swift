import Provisions

/// Which instructions acts hold, who gives them, and when they count.
extension Codification {
  /// The instructions of some acts, in the order of their documents.
  func collect(_ documents: [NodeID]) -> [LawInstruction] {
    var out: [LawInstruction] = []
    for document in documents {
      library.tree.each(document) { node in
        if let instruction = instruction(node) { out.append(instruction) }
      }
    }
    return out
  }

  /// The instruction that an element is; `nil` for any other element.
  func instruction(_ node: NodeID) -> LawInstruction? {
    let kind = library.element(node)
    guard kind.isInstruction, !moved.contains(node) else { return nil }
    let origin = library.tree.origin(node)
    let document = library.top(node)
    var giver: LawInstruction.Giver
    var place = node
    if origin >= 0 {
      let outer = instructions[Int(origin)]
      giver = outer.giver
      place = outer.order.place
    } else {
      guard let id = library.value(document, .id) else { return nil }
      let effective = library.effective(document) ?? LawInstruction.unknownDay
      giver = LawInstruction.Giver(
        act: id, provision: provision(of: node), effective: effective, application: effective, condition: nil)
    }
    guard let act = library.documents[giver.act] else { return nil }
    switch commencement(of: node) {
    case .date(let day): giver.application = day
    case .condition(let words):
      giver.application = nil
      giver.condition = words
    case nil: break
    }
    return LawInstruction(
      node: node, kind: kind, giver: giver,
      order: LawInstruction.Order(
        date: giver.application ?? giver.effective, rank: rank(act), numbers: Self.numbers(giver.act), act: Int(act),
        place: place, inner: node))
  }

  /// Acts of parliament have a number as a law; what has one only as an act was not (yet) made one.
  private func rank(_ document: NodeID) -> Int {
    let types = library.children(document, .number).compactMap { library.value($0, .type) }
    return types.contains("act") && !types.contains("law") ? 1 : 0
  }

  /// The numbers in the identifier of an act, such as 24 and 72 in "D.C. Law 24-72".
  private static func numbers(_ id: String) -> [Int] {
    id.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }

  /// The path of the provision of an act that holds a node; what the provision quotes does not count.
  func provision(of node: NodeID) -> String {
    var steps: [String] = []
    for holder in library.ancestors(node).dropFirst() {
      switch library.element(holder) {
      case .section:
        steps.append("§" + library.label(holder))
      case .paragraph where !isTransparent(holder):
        if !library.label(holder).isEmpty { steps.append(library.label(holder)) }
      case .inclusion: steps = []
      case let element where element.isInstruction: steps = []
      default: break
      }
    }
    return steps.reversed().joined(separator: "|")
  }

  // MARK: When amendments begin to apply

  enum Commencement {
    case date(LegalDate)
    case condition(String)

    init?(_ words: String) {
      if let day = LegalDate(words) {
        self = .date(day)
      } else if words.isEmpty || words == "effective" {
        return nil
      } else {
        self = .condition(words)
      }
    }
  }

  /// What the act says of the innermost provision that holds a node and of which it says something.
  private func commencement(of node: NodeID) -> Commencement? {
    for holder in library.ancestors(node) {
      if let words = library.value(holder, .applicability), let own = Commencement(words) { return own }
      for clause in (applicability[holder] ?? []).reversed() where isAttached(clause) {
        if let own = Commencement(library.value(clause, .date) ?? "") { return own }
      }
    }
    return nil
  }

  /// Takes the clauses away that a section of an act holds which is part of a code, too, and is repealed or replaced there.
  mutating func liftClauses(_ instruction: LawInstruction) {
    guard instruction.kind == .repeal || instruction.kind == .replace, instruction.giver.effective <= date,
      instruction.giver.condition == nil, let to = addressee(of: instruction.node)
    else { return }
    let source: NodeID?
    if !library.codes.contains(to.document) {
      source = resolve(to.address, in: to.document, withinAct: true)
    } else if instruction.kind == .repeal, let (number, inner) = to.address.section, inner.isEmpty {
      source = codified[number]
    } else {
      source = nil
    }
    guard let source else { return }
    var clauses: [NodeID] = []
    library.tree.each(source) { if library.element($0) == .applicability { clauses.append($0) } }
    for clause in clauses { library.tree.remove(clause) }
  }

  /// Reads which provisions wait, from the clauses of the acts as they stand.
  mutating func noteApplicability(from first: Int = 0) {
    for node in first..<library.tree.nodes.count
    where library.elements[Int(library.tree.nodes[node].name)] == .applicability && isAttached(NodeID(node)) {
      let clause = NodeID(node)
      if moved.contains(clause) { continue }
      let own = library.top(clause)
      // A clause without a document speaks of its own act.
      let document = library.value(clause, .doc).flatMap { library.documents[$0] } ?? own
      if let giver = library.effective(own), giver > date { continue }
      let address = LawAddress(library.value(clause, .path) ?? "")
      guard let target = resolve(address, in: document, withinAct: true) else { continue }
      applicability[target, default: []].append(clause)
    }
  }
}
