/// What addresses lead to, in acts and from acts into codes.
extension Codification {
  /// Whether a paragraph has no number of its own in print, so that addresses pass through it.
  func isTransparent(_ node: NodeID) -> Bool {
    switch library.element(node) {
    case .inclusion: true
    case .paragraph:
      library.child(node, .number).map { library.value($0, .undesignated) == "true" } ?? true
    default: false
    }
  }

  /// The document and the place that an instruction names, with what its holders add.
  struct Addressee {
    var document: NodeID
    var address: LawAddress
  }

  /// What an instruction addresses: the first reading that leads somewhere, else the first.
  func addressee(of node: NodeID) -> Addressee? {
    let readings = readings(of: node)
    return readings.first { resolve($0.address, in: $0.document) != nil } ?? readings.first
  }

  /// How an address can be read, the likeliest first.
  private func readings(of node: NodeID) -> [Addressee] {
    let own = LawAddress(library.value(node, .path) ?? library.value(node, .targetPath) ?? "")
    if let id = library.value(node, .doc) ?? library.value(node, .targetDocument) {
      return library.documents[id].map { [Addressee(document: $0, address: own)] } ?? []
    }
    var out: [Addressee] = []
    var address = own
    // What stands in a part that was made a container of a code goes there.
    if own.steps.isEmpty, library.element(node) == .organic || library.value(node, .number) != nil,
      let container = home(of: node)
    {
      out.append(Addressee(document: library.top(container), address: path(of: container)))
    }
    for holder in library.ancestors(node).dropFirst() {
      let isInstruction = library.element(holder).isInstruction
      let path = library.value(holder, .targetPath) ?? (isInstruction ? library.value(holder, .path) : nil)
      if let path { address = address.below(LawAddress(path)) }
      let id = library.value(holder, .targetDocument) ?? (isInstruction ? library.value(holder, .doc) : nil)
      if let id, let document = library.documents[id] {
        out.append(Addressee(document: document, address: address))
        if !own.steps.isEmpty { out.append(Addressee(document: document, address: own)) }
        break
      }
    }
    return out + unsaid(node, own, address)
  }

  /// The container of a code that was made for the innermost part of an act around a node that says where it goes.
  private func home(of node: NodeID) -> NodeID? {
    for holder in library.ancestors(node).dropFirst() {
      if let container = made[holder] { return isAttached(container) ? container : nil }
      if library.child(holder, .place) != nil || library.value(holder, .targetPath) != nil { return nil }
    }
    return nil
  }

  /// Where an instruction goes whose holders do not say it, or not in so many words.
  private func unsaid(_ node: NodeID, _ own: LawAddress, _ address: LawAddress) -> [Addressee] {
    var out: [Addressee] = []
    let kind = library.element(node)
    if kind == .insert, let before = sibling(before: node), let id = library.value(before, .doc),
      let document = library.documents[id]
    {
      out.append(Addressee(document: document, address: address))
    }
    let isInsertion = kind == .insert || kind == .organic
    var inner = node
    for holder in library.ancestors(node).dropFirst() {
      // A container that the same provision inserts is the home of what it inserts next.
      let earlier = library.tree.children(holder).prefix { $0 != inner }.last {
        library.element($0) == .insert && library.child($0, .container) != nil
      }
      if out.isEmpty, let earlier, let outer = addressee(of: earlier),
        let container = library.child(earlier, .container)
      {
        let inside = LawAddress(outer.address.text + "|" + library.label(container))
        out.append(Addressee(document: outer.document, address: own.below(inside)))
        out.append(Addressee(document: outer.document, address: own.below(outer.address)))
      }
      inner = holder
      guard isInsertion else { continue }
      if let container = made[holder], isAttached(container) {
        out.append(Addressee(document: library.top(container), address: own.below(path(of: container))))
      }
      if let place = library.child(holder, .place), let id = library.value(place, .doc),
        let document = library.documents[id]
      {
        let outer = LawAddress(library.value(place, .path) ?? "")
        out.append(Addressee(document: document, address: own.below(outer)))
      }
    }
    out.append(Addressee(document: library.top(node), address: address))
    return out
  }

  private func sibling(before node: NodeID) -> NodeID? {
    library.tree.children(library.tree.parent(node)).prefix { $0 != node }.last { library.element($0) == .insert }
  }

  /// The address of a container, from the root of its document.
  func path(of container: NodeID) -> LawAddress {
    let numbers = library.ancestors(container).filter { library.element($0) == .container }.map { library.label($0) }
    return LawAddress("|" + numbers.reversed().joined(separator: "|"))
  }

  /// What an instruction addresses, as the text stands.
  func target(of instruction: LawInstruction) -> NodeID? {
    addressee(of: instruction.node).flatMap { resolve($0.address, in: $0.document) }
  }

  /// What is said of an instruction whose target does not stand.
  func missing(_ instruction: LawInstruction) -> Failure {
    if let to = addressee(of: instruction.node) { return .targetMissing(to.address.text) }
    return .targetMissing(
      library.value(instruction.node, .doc) ?? library.value(instruction.node, .targetDocument) ?? "")
  }

  /// - Parameter withinAct: whether the provision of the act is meant, even where the act is part of a code.
  func resolve(_ address: LawAddress, in document: NodeID, withinAct: Bool = false) -> NodeID? {
    if let exact = walk(address.steps, document, withinAct) { return exact }
    let unfolded = address.unfolded
    return unfolded == address ? nil : walk(unfolded.steps, document, withinAct)
  }

  private func walk(_ steps: [LawAddress.Step], _ document: NodeID, _ withinAct: Bool) -> NodeID? {
    var at = document
    for step in steps {
      let next =
        switch step {
        case .section(let number): section(number, in: document, within: at, withinAct: withinAct)
        case .child(let label): child(label, of: at, withinAct: withinAct)
        }
      guard let next else { return nil }
      at = next
    }
    return at
  }

  /// A section of a document by its number; where an act is part of a code, that of the code.
  func section(_ number: String, in document: NodeID, within home: NodeID, withinAct: Bool = false) -> NodeID? {
    if !withinAct, let known = aliases[document]?[number], isAttached(known) { return current(known) }
    let index = sections[document]?[number] ?? []
    let standing = index.filter { library.top($0) == document && library.label($0) == number }
    guard let found = standing.first(where: { library.ancestors($0).contains(home) }) ?? standing.first else {
      let bare = number.filter { $0 != "[" && $0 != "]" }
      if bare != number { return section(bare, in: document, within: home, withinAct: withinAct) }
      let marked = "[" + number + "]"
      return sections[document]?[marked] == nil
        ? nil : section(marked, within: home, in: document, withinAct: withinAct)
    }
    return withinAct ? found : inCode(found)
  }

  /// A section whose number the editors put between brackets.
  private func section(_ marked: String, within home: NodeID, in document: NodeID, withinAct: Bool) -> NodeID? {
    let found = (sections[document]?[marked] ?? []).first {
      library.top($0) == document && library.label($0) == marked
    }
    guard let found else { return nil }
    return withinAct ? found : inCode(found)
  }

  /// Where a section of an act stands in a code; itself where it stands in none.
  private func inCode(_ found: NodeID) -> NodeID {
    if let stub = library.child(found, .stub), let id = library.value(stub, .doc), let code = library.documents[id],
      library.codes.contains(code), let place = resolve(LawAddress(library.value(stub, .path) ?? ""), in: code)
    {
      return current(place)
    }
    return found
  }

  /// A section, or the one that took its place under another number.
  func current(_ section: NodeID) -> NodeID {
    var at = section
    while let next = successors[at], next != section { at = next }
    return at
  }

  func child(_ label: String, of node: NodeID, withinAct: Bool = false) -> NodeID? {
    switch label {
    case "num": return library.child(node, .number)
    case "heading": return library.child(node, .heading)
    case "text": return library.child(node, .text)
    case "aftertext": return library.child(node, .afterText)
    default: break
    }
    let wanted = Array(label.utf8.filter { $0 > 0x20 })
    if let found = unit(wanted, in: node) ?? bracketed(wanted, in: node) {
      return library.element(found) == .section && !withinAct ? inCode(found) : found
    }
    if !withinAct, let place = codePlace(node), place != node { return child(label, of: place) }
    // The sign of a section may be missing.
    guard library.element(node) == .document, label.first?.isNumber == true else { return nil }
    return section(label, in: node, within: node, withinAct: withinAct)
  }

  private func unit(_ label: [UInt8], in node: NodeID) -> NodeID? {
    let children = library.tree.children(node)
    for child in children where library.element(child).isUnit && library.hasLabel(child, label) { return child }
    for child in children where isTransparent(child) {
      if let inner = unit(label, in: child) { return inner }
    }
    return nil
  }

  /// The same where either side writes the number between brackets, which mark it as the editors'.
  private func bracketed(_ label: [UInt8], in node: NodeID) -> NodeID? {
    let bare = label.filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x2E }
    let (open, close) = ([UInt8](arrayLiteral: 0x5B), [UInt8](arrayLiteral: 0x5D))
    var inside = bare
    if bare.count > 2, bare.first == 0x28, bare.last == 0x29 {
      inside = [0x28] + open + bare.dropFirst().dropLast() + close + [0x29]
    }
    for form in [bare, open + bare + close, inside, bare + [0x2E]] where form != label {
      if let found = unit(form, in: node) { return found }
    }
    return nil
  }

  /// Where a container of an act, or the act as a whole, stands in a code.
  func codePlace(_ node: NodeID) -> NodeID? {
    if let container = made[node], isAttached(container) { return container }
    guard let place = library.child(node, .place), let id = library.value(place, .doc),
      let document = library.documents[id], library.codes.contains(document)
    else { return nil }
    return resolve(LawAddress(library.value(place, .path) ?? ""), in: document)
  }

  // MARK: The index of sections

  mutating func index(_ document: NodeID) {
    var found: [String: [NodeID]] = [:]
    var open = [document]
    while let node = open.popLast() {
      for child in library.tree.children(node).reversed() {
        switch library.element(child) {
        case .section: break
        case .container, .document, .other: if !library.tree.isText(child) { open.append(child) }
        default: break
        }
      }
      for child in library.children(node, .section) { found[library.label(child), default: []].append(child) }
    }
    sections[document] = found
  }

  /// Makes a section findable under its number.
  mutating func index(section: NodeID) {
    let document = library.top(section)
    sections[document, default: [:]][library.label(section), default: []].append(section)
  }

  /// Whether an instruction changes an act, and not a code.
  func amendsAct(_ instruction: LawInstruction) -> Bool {
    guard let to = addressee(of: instruction.node), !library.codes.contains(to.document) else { return false }
    if instruction.kind == .organic || instruction.kind == .recodify || instruction.kind == .createContainer {
      return false
    }
    let siblings = library.tree.children(library.tree.parent(instruction.node))
    let isCodifiedBesides = siblings.contains { sibling in
      guard sibling != instruction.node else { return false }
      if library.element(sibling) == .organic { return true }
      guard library.element(sibling) == .insert, let id = library.value(sibling, .doc) else { return false }
      return library.documents[id].map { library.codes.contains($0) } ?? false
    }
    if library.value(instruction.node, .number) != nil, instruction.kind == .insert, !isCodifiedBesides { return false }
    guard let target = resolve(to.address, in: to.document), library.top(target) == to.document else { return false }
    if instruction.kind == .repeal, target == to.document {
      return !isPartOfCode(to.document)
    }
    // A section that its act puts into a code is meant there.
    if let section = library.ancestor(target, .section), isCodified(section) { return false }
    return true
  }

  private func isCodified(_ section: NodeID) -> Bool {
    library.tree.children(section).contains {
      (library.element($0) == .insert || library.element($0) == .organic) && library.value($0, .number) != nil
    }
  }

  private func isPartOfCode(_ document: NodeID) -> Bool {
    if library.child(document, .place) != nil { return true }
    return (sections[document] ?? [:]).values.contains {
      $0.contains { library.child($0, .stub) != nil || isCodified($0) }
    }
  }
}
