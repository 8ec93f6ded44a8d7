import XMLReading

/// What acts quote, as it stands in the text that they amend.
extension Codification {
  /// The units that an instruction puts into the text: what it holds, else what holds it.
  func payload(of instruction: LawInstruction, forAct: Bool) -> [NodeID] {
    let own = library.tree.children(instruction.node).filter { isPayload($0, forAct: forAct) }
    if !own.isEmpty { return own }
    let holder = library.tree.parent(instruction.node)
    switch library.element(holder) {
    case .inclusion: return library.tree.children(holder).filter { isPayload($0, forAct: forAct) }
    case .document: return []
    default: return [holder]
    }
  }

  private func isPayload(_ node: NodeID, forAct: Bool) -> Bool {
    guard !library.tree.isText(node) else { return false }
    let element = library.element(node)
    if forAct { return element != .find && element != .replacement }
    return !element.isForeign && element != .find && element != .replacement
  }

  /// A copy for an act: with all that it holds, instructions too, which are carried out there.
  mutating func carry(_ node: NodeID, _ instruction: LawInstruction) -> NodeID {
    let copy = library.tree.copy(node, origin: instruction.id, without: instruction.node)
    library.tree.each(node) { inner in
      if inner != instruction.node, library.element(inner).isInstruction || library.element(inner) == .applicability {
        moved.insert(inner)
      }
    }
    return copy
  }

  /// A copy for a code: words that the editors give in place of those enacted, citations of the code, no instructions.
  mutating func render(_ node: NodeID, _ instruction: LawInstruction) -> [NodeID] {
    if library.tree.isText(node) {
      let text = fill(Array(library.tree.bytes[library.tree.textRange(node)]), instruction)
      return [library.tree.makeText(text, origin: instruction.id)]
    }
    let element = library.element(node)
    if element.isForeign, element != .annotation, element != .annotations { return [] }
    let value = library.value(node, .value)
    switch element {
    case .span:
      if let value { return [library.tree.makeText(value.utf8, origin: instruction.id)] }
      return renderChildren(node, instruction)
    case .codeCitation:
      return [citation(node, value, origin: instruction.id)]
    default: break
    }
    if element == .paragraph || element == .section, let words = waiting(node) {
      let rest = library.tree.copy(node, origin: instruction.id)
      retire(rest, words, instruction)
      return [rest]
    }
    let copy = library.tree.makeElement(like: node, origin: instruction.id) { name in
      let key = library.attributes[Int(name)]
      return key == .other || !key.isForEngine
    }
    if let value, element != .citation || !value.isEmpty {
      library.tree.append(library.tree.makeText(value.utf8, origin: instruction.id), to: copy)
    } else {
      for child in renderChildren(node, instruction) { library.tree.append(child, to: copy) }
    }
    return [copy]
  }

  /// What stands for a unit of the payload whose own application is open.
  private func waiting(_ node: NodeID) -> String? {
    for clause in (applicability[node] ?? []).reversed() where isAttached(clause) {
      guard case .condition(let words)? = Commencement(library.value(clause, .date) ?? "") else { continue }
      return Self.placeholder(words)
    }
    return nil
  }

  mutating func renderChildren(_ node: NodeID, _ instruction: LawInstruction) -> [NodeID] {
    library.tree.children(node).flatMap { render($0, instruction) }
  }

  /// Fills a template in with what the target says.
  private func fill(_ text: [UInt8], _ instruction: LawInstruction) -> [UInt8] {
    guard text.contains(0x7B), let target = target(of: instruction) else { return text }
    var words = String(decoding: text, as: UTF8.self)
    let unit = library.ancestors(target).first { library.element($0).isUnit } ?? target
    for (name, value) in [
      ("num", library.label(unit)), ("heading", library.child(unit, .heading).map { library.normalized($0) } ?? ""),
    ] {
      words = words.replacing("{{ target.\(name) }}", with: value).replacing("{{target.\(name)}}", with: value)
    }
    return Array(words.utf8)
  }
}

extension OpenLawAttribute {
  /// Whether it is left behind when text moves into a code.
  fileprivate var isForEngine: Bool {
    switch self {
    case .targetDocument, .targetPath, .value, .applicability, .engine: true
    default: false
    }
  }
}

extension MarkupTree {
  /// An element with the name and some of the attributes of another; nobody's child yet.
  mutating func makeElement(like node: NodeID, origin: Int32, keeping: (UInt32) -> Bool) -> NodeID {
    let source = nodes[Int(node)]
    let first = UInt32(attributes.count)
    for k in Int(source.start)..<Int(source.start + source.count) where keeping(attributes[k].name) {
      attributes.append(attributes[k])
    }
    nodes.append(Node(name: source.name, start: first, count: UInt32(attributes.count) - first, origin: origin))
    return NodeID(nodes.count - 1)
  }

  /// A copy of a node with all that is below it but one element; nobody's child yet.
  mutating func copy(_ node: NodeID, origin: Int32, without left: NodeID = MarkupTree.none) -> NodeID {
    var source = nodes[Int(node)]
    source.parent = Self.none
    source.first = Self.none
    source.last = Self.none
    source.previous = Self.none
    source.next = Self.none
    source.origin = origin
    if source.name != 0 {
      // Attributes are changed in place, so each element has its own.
      let own = Array(attributes[Int(source.start)..<Int(source.start + source.count)])
      source.start = UInt32(attributes.count)
      attributes.append(contentsOf: own)
    }
    nodes.append(source)
    let made = NodeID(nodes.count - 1)
    for child in children(node) where child != left { append(copy(child, origin: origin, without: left), to: made) }
    return made
  }
}
