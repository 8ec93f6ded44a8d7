package import Citations
package import Provisions
import XMLReading

/// Reads the instructions that an Akoma Ntoso document records in its metadata (`activeModifications`) and carries out in
/// its body (`mod`, `quotedText`, `quotedStructure`).
package struct InstructionReader {
  private let tree: MarkupTree
  private let document: Int
  private let adopted: LegalDate?
  private let axis: PointOfView.Axis
  /// Whether the act was amended: then an instruction whose words are gone is none any more.
  private let isAmended: Bool
  /// Elements by identifier.
  private let elements: [String: MarkupTree.NodeID]
  /// By identifier of a temporal group: its intervals.
  private let periods: [String: [Instruction.Effective]]
  private let resolve: (TargetAddress) -> Instruction.Target

  /// - Parameters:
  ///   - axis: by which of its times an instruction counts.
  ///   - isAmended: whether the markup is that of the act as amended.
  ///   - resolve: finds the document and the identifier that an address names.
  package init(
    _ tree: MarkupTree, document: Int, adopted: LegalDate?, by axis: PointOfView.Axis, isAmended: Bool = false,
    resolve: @escaping (TargetAddress) -> Instruction.Target
  ) {
    self.axis = axis
    self.isAmended = isAmended
    self.tree = tree
    self.document = document
    self.adopted = adopted
    self.resolve = resolve
    var elements: [String: MarkupTree.NodeID] = [:]
    if tree.root != MarkupTree.none {
      tree.each(tree.root) { node in
        if !tree.isText(node), let id = tree.attribute(node, "eId"), elements[id] == nil { elements[id] = node }
      }
    }
    self.elements = elements
    periods = NamedTimes(tree).periods
  }

  /// Whether a document records changes that it makes to others.
  package static func amends(_ tree: MarkupTree) -> Bool {
    tree.names.contains { $0.local == "activeModifications" }
  }

  package func instructions() -> [Instruction] {
    var out: [Instruction] = []
    guard tree.root != MarkupTree.none else { return [] }
    tree.each(tree.root) { node in
      guard !tree.isText(node), isActive(node), !isAmended || hasWords(node) else { return }
      switch tree.name(node) {
      case "textualMod": out += read(node)
      case "forceMod", "efficacyMod", "meaningMod", "scopeMod", "legalSystemMod": out += readUntextual(node)
      default: break
      }
    }
    return out
  }

  /// The instructions that the document records as carried out on itself, or to be carried out (`passiveModifications`).
  ///
  /// - Parameter reader: the reader of another document, whose words the instructions are.
  package func passiveInstructions(_ reader: (Int) -> InstructionReader?) -> [Instruction] {
    var out: [Instruction] = []
    guard tree.root != MarkupTree.none else { return [] }
    tree.each(tree.root) { node in
      guard !tree.isText(node), tree.name(node) == "textualMod", !isActive(node),
        let source = tree.firstElement(node, named: "source").flatMap({ tree.attribute($0, "href") }),
        let destination = tree.firstElement(node, named: "destination")
      else { return }
      let words = resolve(TargetAddress(source))
      guard let giver = words.document, giver != document, let other = reader(giver) else { return }
      let times = restriction(of: node).map { [$0] } ?? times(of: node)
      var target = resolve(TargetAddress(tree.attribute(destination, "href") ?? ""))
      if let slash = target.identifier.firstIndex(of: "/") {
        target.characters = Amendments.characters(target.identifier[target.identifier.index(after: slash)...])
        target.identifier = String(target.identifier[..<slash])
      }
      target.document = document
      target.address = tree.attribute(destination, "href") ?? ""
      target.upTo = tree.attribute(destination, "upTo").flatMap { resolve(TargetAddress($0)).identifier }
      let number = tree.firstElement(node, named: "new").flatMap { tree.attribute($0, "href") }
      out += times.map { effective in
        Instruction(
          operation: other.operation(
            tree.attribute(node, "type") ?? "",
            tree.attribute(destination, "pos").flatMap(Instruction.Position.init),
            isPlaced: tree.attribute(destination, "pos") != nil, number, old: [], new: [],
            inMod: other.elements[words.identifier].map(other.quotations) ?? []), target: target,
          effective: effective, document: giver, source: words.identifier,
          holders: other.holders(of: words.identifier), adopted: other.adopted)
      }
    }
    return out
  }

  /// Modifications that leave the words as they are.
  private func readUntextual(_ node: MarkupTree.NodeID) -> [Instruction] {
    let type = tree.attribute(node, "type") ?? ""
    // A relation between acts, such as the delegation on which one rests, changes nothing in the other.
    if tree.name(node) == "legalSystemMod", Self.relations.contains(type) { return [] }
    let operation: Instruction.Operation
    var times = times(of: node, by: tree.name(node) == "efficacyMod" ? .efficacy : axis)
    if let change = TimeChange(type: type) {
      operation = .changeTime(change)
    } else if let construction = Construction(rawValue: type), construction.element == tree.name(node) {
      operation = .construe(construction)
      if tree.firstElement(node, named: "force") == nil, let adopted { times = [.from(adopted)] }
    } else {
      operation = .unknown("a \(tree.name(node)) of the type “\(type)” is not known")
    }
    if let restriction = restriction(of: node) { times = [restriction] }
    let source = tree.firstElement(node, named: "source").flatMap { local(tree.attribute($0, "href")) } ?? ""
    return tree.elements(node, named: "destination").flatMap { destination in
      let written = tree.attribute(destination, "href") ?? ""
      var target = resolve(TargetAddress(written))
      // An act may set the time of its own provisions.
      if local(written) != nil { target.document = document }
      target.address = written
      target.upTo = tree.attribute(destination, "upTo").flatMap { resolve(TargetAddress($0)).identifier }
      return times.map { effective in
        Instruction(
          operation: operation, target: target, effective: effective, document: document, source: source,
          holders: holders(of: source), adopted: adopted)
      }
    }
  }

  private func hasWords(_ modification: MarkupTree.NodeID) -> Bool {
    let source = tree.firstElement(modification, named: "source").flatMap { local(tree.attribute($0, "href")) }
    return source.map { elements[$0] != nil } ?? true
  }

  /// Why a modification does not count in full although its day may have come: it depends on a condition, or is made for a
  /// part of the territory, of the persons or of the purposes. In force for a part is not in force.
  private func restriction(of modification: MarkupTree.NodeID) -> Instruction.Effective? {
    if let condition = tree.firstElement(modification, named: "condition") {
      let words = tree.text(condition).split { $0.isWhitespace }.joined(separator: " ")
      return .undetermined(words.isEmpty ? "it depends on a condition" : "on condition: \(words)")
    }
    guard let name = local(tree.attribute(modification, "refersTo")), let entry = elements[name],
      Self.parts.contains(tree.name(entry))
    else { return nil }
    return .undetermined("it is made for \(tree.attribute(entry, "showAs") ?? name) only")
  }

  private static let parts: Set<String> = [
    "TLCLocation", "TLCConcept", "TLCPerson", "TLCOrganization", "TLCRole", "TLCObject", "TLCProcess",
  ]

  private func holders(of source: String) -> [String] {
    guard var node = elements[source].map(tree.parent) else { return [] }
    var out: [String] = []
    while node != MarkupTree.none {
      if let id = tree.attribute(node, "eId") { out.append(id) }
      node = tree.parent(node)
    }
    return out
  }

  /// Types of `legalSystemMod` that are relations and no changes.
  private static let relations: Set<String> = [
    "staticReference", "implementation", "ratification", "legislativeDelegation", "reiteration", "republication",
    "coordination",
  ]

  /// Acts that the document records as having amended it, and that are not loaded.
  package func unsuppliedActs() -> [UnsuppliedAct] {
    var out: [UnsuppliedAct] = []
    tree.each(tree.root) { node in
      guard !tree.isText(node), tree.name(node) == "textualMod", !isActive(node),
        let source = tree.firstElement(node, named: "source").flatMap({ tree.attribute($0, "href") }),
        case .work(let work, _) = TargetAddress(source), resolve(TargetAddress(source)).document == nil
      else { return }
      let known = UnsuppliedAct(target: document, work: work, from: times(of: node).first?.start)
      if !out.contains(where: { $0.work == work }) { out.append(known) }
    }
    return out
  }

  /// The time of a modification on an axis; that of its force where it states none.
  private func times(
    of modification: MarkupTree.NodeID, by axis: PointOfView.Axis? = nil
  ) -> [Instruction.Effective] {
    for name in [(axis ?? self.axis).rawValue, PointOfView.Axis.force.rawValue] {
      guard let element = tree.firstElement(modification, named: name) else { continue }
      if let period = local(tree.attribute(element, "period")).flatMap({ periods[$0] }) { return period }
    }
    return [.undetermined("no period of force is given")]
  }

  private func isActive(_ node: MarkupTree.NodeID) -> Bool {
    let parent = tree.parent(node)
    return parent != MarkupTree.none && tree.name(parent) == "activeModifications"
  }

  private func read(_ node: MarkupTree.NodeID) -> [Instruction] {
    let source = tree.firstElement(node, named: "source").flatMap { local(tree.attribute($0, "href")) } ?? ""
    let times = restriction(of: node).map { [$0] } ?? times(of: node)
    let mod = elements[source]
    let old = quotations(node, "old")
    let new = quotations(node, "new")
    let inMod = mod.map(quotations) ?? []
    return tree.elements(node, named: "destination").flatMap { destination in
      let written = tree.attribute(destination, "href") ?? ""
      var target = resolve(TargetAddress(written))
      target.address = written
      target.upTo = tree.attribute(destination, "upTo").flatMap { resolve(TargetAddress($0)).identifier }
      let position = tree.attribute(destination, "pos").flatMap(Instruction.Position.init)
      let type = tree.attribute(node, "type") ?? ""
      let number = tree.firstElement(node, named: "new").flatMap { tree.attribute($0, "href") }
      let operation = operation(
        type, position, isPlaced: tree.attribute(destination, "pos") != nil, number, old: old, new: new, inMod: inMod)
      return times.map { effective in
        Instruction(
          operation: operation, target: target, effective: effective, document: document, source: source,
          holders: holders(of: source), adopted: adopted)
      }
    }
  }

  private func operation(
    _ type: String, _ position: Instruction.Position?, isPlaced: Bool, _ number: String?, old: [MarkupTree.NodeID],
    new: [MarkupTree.NodeID], inMod: [MarkupTree.NodeID]
  ) -> Instruction.Operation {
    let texts = inMod.filter { tree.name($0) == "quotedText" }
    let structure = (new + inMod).first { tree.name($0) == "quotedStructure" }
    switch type {
    case "repeal":
      if let words = (old + texts).first(where: { tree.name($0) == "quotedText" }) {
        return .replaceWords(old: quoted(words), new: "")
      }
      return .repeal
    case "renumbering":
      return .renumber(number.map { resolve(TargetAddress($0)).identifier } ?? "")
    case "insertion":
      // A container takes what is inserted without a place behind what it has; any other value names none.
      guard let place = position ?? (isPlaced ? nil : .end) else {
        return .unknown("the instruction does not say where its text goes")
      }
      if let structure { return .insert(payload(structure), place) }
      return .insertWords((new + texts).last.map(quoted) ?? "", place)
    default:
      if let structure { return .replace(payload(structure)) }
      let before = old.first.map(quoted) ?? (texts.count > 1 ? quoted(texts[0]) : "")
      return .replaceWords(old: before, new: (new.first ?? texts.last).map(quoted) ?? "")
    }
  }

  /// Quoted words. White space at their ends that holds a line break is layout of the source.
  private func quoted(_ node: MarkupTree.NodeID) -> String {
    let text = tree.text(node)
    func isLayout(_ space: Substring) -> Bool { space.contains { $0.isNewline } || space.count > 1 }
    var words = text[...]
    let head = words.prefix { $0.isWhitespace }
    if isLayout(head) { words = words.dropFirst(head.count) }
    let tail = words.reversed().prefix { $0.isWhitespace }.count
    if isLayout(words.suffix(tail)) { words = words.dropLast(tail) }
    return String(words)
  }

  private func payload(_ node: MarkupTree.NodeID) -> Instruction.Payload {
    Instruction.Payload(holder: node, identifier: tree.attribute(node, "eId") ?? "")
  }

  /// The quotations that entries such as `new` name.
  private func quotations(_ node: MarkupTree.NodeID, _ name: String) -> [MarkupTree.NodeID] {
    tree.elements(node, named: name).compactMap { local(tree.attribute($0, "href")).flatMap { elements[$0] } }
      .filter { ["quotedText", "quotedStructure"].contains(tree.name($0)) }
  }

  /// The quotations in the words of an instruction, without those inside others.
  private func quotations(_ mod: MarkupTree.NodeID) -> [MarkupTree.NodeID] {
    var out: [MarkupTree.NodeID] = []
    tree.each(mod) { node in
      guard !tree.isText(node), ["quotedText", "quotedStructure"].contains(tree.name(node)) else { return }
      if !out.contains(where: { tree.holds($0, node) }) { out.append(node) }
    }
    return out
  }

  private func local(_ reference: String?) -> String? { NamedTimes.local(reference) }
}
