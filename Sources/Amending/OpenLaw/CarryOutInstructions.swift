import Provisions
import XMLReading

/// What each instruction does to the text.
extension Codification {
  /// - Returns: whether the text was changed; `false` where a condition is open and the change has to wait.
  mutating func carryOut(_ instruction: LawInstruction) throws(Failure) -> Bool {
    let isWaiting = instruction.giver.condition != nil || (instruction.giver.application ?? date) > date
    switch instruction.kind {
    case .insert, .organic:
      return try insert(instruction, isWaiting: isWaiting)
    case .createContainer:
      try createContainer(instruction)
      return true
    case .recodify:
      try recodify(instruction)
      return true
    case .remark:
      try remark(instruction)
      return true
    default: break
    }
    guard let target = target(of: instruction) else {
      if instruction.kind == .replaceOrInsert { return try insert(instruction, isWaiting: isWaiting) }
      throw missing(instruction)
    }
    if isWaiting {
      record(instruction, at: target, changes: false)
      return false
    }
    switch instruction.kind {
    case .findReplace: try replaceWords(instruction, in: target)
    case .replace, .replaceOrInsert: try replace(target, instruction)
    case .repeal: repeal(target, instruction)
    case .redesignate: try redesignate(target, instruction)
    case .remove:
      record(instruction, at: target)
      library.tree.remove(target)
    case .expire: expire(target, instruction)
    case .reserve: try reserve(target, instruction)
    default: throw .notUnderstood("an instruction of this kind is not known")
    }
    return true
  }

  /// The title, or other outermost container, enacted as law in itself shows the editors' words between brackets.
  func isEnacted(_ node: NodeID) -> Bool {
    library.ancestors(node).contains { library.value($0, .enacted) == "true" }
  }

  func name(_ local: String, like node: NodeID) -> QualifiedName {
    QualifiedName(namespace: library.tree.qualifiedName(node).namespace, local: local)
  }

  /// An element of the library's vocabulary that holds words; nobody's child yet.
  mutating func make(_ local: String, _ words: String, like node: NodeID, by instruction: LawInstruction) -> NodeID {
    let made = library.tree.makeElement(name(local, like: node))
    library.tree.append(library.tree.makeText(words.utf8, origin: instruction.id), to: made)
    library.classify()
    return made
  }

  /// What the editors say of a section: its history tells of it, whether or not the amendments apply yet.
  private mutating func remark(_ instruction: LawInstruction) throws(Failure) {
    var said = instruction
    said.giver.application = instruction.giver.effective
    said.giver.condition = nil
    let isBare = library.value(instruction.node, .path) == nil && library.value(instruction.node, .doc) == nil
    // Without an address it speaks of what the provision around it inserts.
    let units = isBare ? library.ancestors(instruction.node).compactMap { placed[$0] } : []
    let inserted = units.first { isAttached($0) }
    guard let target = inserted ?? target(of: instruction) else {
      throw missing(instruction)
    }
    remember(said, of: target)
  }

  // MARK: Repeal

  private mutating func repeal(_ target: NodeID, _ instruction: LawInstruction) {
    if suspended.contains(target), let to = addressee(of: instruction.node), !library.codes.contains(to.document),
      !to.address.steps.isEmpty
    {
      // The act takes back what never began to apply: the note that it did not stays.
      record(instruction, at: target)
      return
    }
    switch library.element(target) {
    case .section:
      record(instruction, at: target)
      retire(target, "Repealed", instruction)
    case .container, .document:
      let inAct = !library.codes.contains(library.top(target))
      let heirs = inAct ? [] : all(.section, below: target)
      for section in heirs {
        record(instruction, at: section)
        retire(section, "Repealed", instruction)
      }
      if inAct { repealCodified(target, instruction) }
    case .paragraph:
      record(instruction, at: target)
      retire(target, "Repealed", instruction)
    default:
      record(instruction, at: target)
      library.tree.remove(target)
    }
  }

  /// Repeals the sections of a code that an act, or a part of it, stands for.
  private mutating func repealCodified(_ part: NodeID, _ instruction: LawInstruction) {
    let document = library.top(part)
    var places: [NodeID] = []
    for section in all(.section, below: part) {
      guard let place = self.section(library.label(section), in: document, within: part), place != section else {
        retire(section, "Repealed", instruction)
        continue
      }
      places.append(place)
    }
    for place in places where library.element(place) == .section || library.element(place) == .paragraph {
      repeal(place, instruction)
    }
  }

  func all(_ element: OpenLawElement, below node: NodeID) -> [NodeID] {
    var out: [NodeID] = []
    var open = [node]
    while let at = open.popLast() {
      if at != node, library.element(at) == element {
        out.append(at)
        continue
      }
      for child in library.tree.children(at).reversed()
      where !library.tree.isText(child) && library.element(child) != .inclusion && !library.element(child).isForeign {
        open.append(child)
      }
    }
    return out
  }

  /// Takes the words of a unit away; its number, and its heading, stay with the reason.
  mutating func retire(_ node: NodeID, _ reason: String, _ instruction: LawInstruction, words: String? = nil) {
    for child in library.tree.children(node) {
      switch library.element(child) {
      case .number, .heading, .annotations: break
      default: library.tree.remove(child)
      }
    }
    let printed = words ?? (isEnacted(node) ? "[\(reason)]." : "\(reason).")
    library.tree.setAttribute(node, "placeholder", reason)
    let text = make("text", printed, like: node, by: instruction)
    if let notes = library.child(node, .annotations) {
      library.tree.insert(text, before: notes)
    } else {
      library.tree.append(text, to: node)
    }
    if library.element(node) == .section {
      library.tree.insert(make("reason", reason, like: node, by: instruction), into: node, behind: MarkupTree.none)
    }
    library.classify()
  }

  private mutating func expire(_ target: NodeID, _ instruction: LawInstruction) {
    let units: [NodeID] =
      switch library.element(target) {
      case .container, .document: !library.codes.contains(library.top(target)) ? [] : all(.section, below: target)
      default: [target]
      }
    // What has expired is left to the editors: the engine marks it, and its words stand.
    for unit in units { record(instruction, at: unit) }
  }

  // MARK: Designations

  /// Makes the words of a unit a paragraph of it.
  private mutating func redesignate(_ target: NodeID, _ instruction: LawInstruction) throws(Failure) {
    guard let number = library.value(instruction.node, .number) else { throw .notUnderstood("no number is given") }
    record(instruction, at: target)
    let paragraph = library.tree.makeElement(name("para", like: target))
    library.tree.append(make("num", number, like: target, by: instruction), to: paragraph)
    var last = MarkupTree.none
    for child in library.tree.children(target) {
      switch library.element(child) {
      case .number, .prefix, .reason: last = child
      case .heading where library.element(target) == .section: last = child
      case .annotations: break
      default:
        library.tree.remove(child)
        library.tree.append(child, to: paragraph)
      }
    }
    library.tree.insert(paragraph, into: target, behind: last)
    library.classify()
  }

  private mutating func reserve(_ target: NodeID, _ instruction: LawInstruction) throws(Failure) {
    guard let number = library.value(instruction.node, .number) else { throw .notUnderstood("no number is given") }
    let local = library.value(instruction.node, .tag) ?? "para"
    let unit = library.tree.makeElement(name(local, like: target))
    library.tree.append(make("num", number, like: target, by: instruction), to: unit)
    library.classify()
    let home = try place(for: library.element(unit), in: target, instruction)
    library.tree.insert(unit, into: home.parent, behind: home.behind)
    retire(unit, "Reserved", instruction)
    record(instruction, at: unit)
  }

  // MARK: Moving

  private mutating func recodify(_ instruction: LawInstruction) throws(Failure) {
    guard let to = addressee(of: instruction.node), let section = target(of: instruction),
      library.element(section) == .section
    else { throw missing(instruction) }
    guard let number = library.value(instruction.node, .number) else { throw .notUnderstood("no number is given") }
    let old = library.label(section)
    let rest = library.tree.copy(section, origin: instruction.id)
    for child in library.tree.children(rest) where library.element(child) == .annotations { library.tree.remove(child) }
    var home = (parent: library.tree.parent(section), behind: section)
    if library.value(instruction.node, .after) != nil || library.value(instruction.node, .before) != nil
      || library.value(instruction.node, .destination) != nil
    {
      let path = LawAddress(library.value(instruction.node, .destination) ?? "")
      let container = path.steps.isEmpty ? library.tree.parent(section) : resolve(path, in: to.document)
      guard let container else { throw .targetMissing(path.text) }
      home = try place(for: .section, in: container, instruction)
      guard !library.tree.holds(section, home.parent) else { throw .targetMissing(path.text) }
    }
    library.tree.insert(rest, behind: section)
    if home.behind == section { home.behind = rest }
    library.tree.remove(section)
    library.tree.insert(section, into: home.parent, behind: home.behind)
    setLabel(section, number, instruction)
    retire(rest, "Recodified", instruction, words: "")
    if let text = library.child(rest, .text) {
      for child in library.tree.children(text) { library.tree.remove(child) }
      library.tree.append(library.tree.makeText("Recodified as ".utf8, origin: instruction.id), to: text)
      let cite = library.tree.makeElement(name("cite", like: section), [("path", "§" + number)])
      library.tree.append(library.tree.makeText("§ \(number)".utf8, origin: instruction.id), to: cite)
      library.tree.append(cite, to: text)
      library.tree.append(library.tree.makeText(".".utf8, origin: instruction.id), to: text)
    }
    library.classify()
    if let path = library.files[section] { library.moveFile(path, from: section, to: rest) }
    successors[rest] = section
    index(section: section)
    sections[to.document]?[old]?.insert(rest, at: 0)
    record(instruction, at: section)
    touch(rest)
  }

  mutating func setLabel(_ node: NodeID, _ number: String, _ instruction: LawInstruction) {
    let label = make("num", number, like: node, by: instruction)
    if let old = library.child(node, .number) {
      library.tree.insert(label, before: old)
      library.tree.remove(old)
    } else {
      library.tree.insert(label, into: node, behind: MarkupTree.none)
    }
  }

  /// Puts a container around what another one holds.
  private mutating func createContainer(_ instruction: LawInstruction) throws(Failure) {
    guard let target = target(of: instruction) else {
      throw missing(instruction)
    }
    let container = makeContainer(instruction, like: target)
    var last = MarkupTree.none
    for child in library.tree.children(target) {
      switch library.element(child) {
      case .prefix, .number, .heading, .reason: last = child
      case .annotations: break
      default:
        library.tree.remove(child)
        library.tree.append(child, to: container)
      }
    }
    library.tree.insert(container, into: target, behind: last)
    made[library.tree.parent(instruction.node)] = container
  }

  /// A container with the numbers and headings that an instruction gives; nobody's child yet.
  mutating func makeContainer(_ instruction: LawInstruction, like node: NodeID) -> NodeID {
    let container = library.tree.makeElement(name("container", like: node))
    for (local, key) in [
      ("prefix", OpenLawAttribute.prefix), ("num", .number), ("heading", .headingText),
    ] {
      guard let words = library.value(instruction.node, key) else { continue }
      library.tree.append(make(local, words, like: node, by: instruction), to: container)
    }
    library.classify()
    return container
  }
}
