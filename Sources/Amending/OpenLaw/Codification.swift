package import Provisions

/// The instructions of a library carried out on its codes.
///
/// Acts amend acts first, with the instructions and conditions that they hold; what stands in the acts then is carried out
/// on the codes, in one total order.
package struct Codification: Sendable {
  typealias NodeID = MarkupTree.NodeID

  package internal(set) var library: OpenLawLibrary
  let date: LegalDate
  /// All instructions that were carried out, wait or failed, in order; by ``LawInstruction/id``.
  package internal(set) var instructions: [LawInstruction] = []
  /// What became of each.
  package internal(set) var outcomes: [Outcome] = []
  /// Sections that an instruction changed, with what their history tells.
  var histories: [NodeID: [LawHistory]] = [:]
  /// Sections in the order in which they were first changed.
  var touched: [NodeID] = []
  var touchedSet: Set<NodeID> = []

  /// Units that stand under a condition that is open, as numbers without words.
  var suspended: Set<NodeID> = []
  /// Sections that got another number.
  var renumbered: Set<NodeID> = []
  /// Sections by document and number.
  var sections: [NodeID: [String: [NodeID]]] = [:]
  /// Sections of a code by the number that they bear in an act.
  var aliases: [NodeID: [String: NodeID]] = [:]
  /// Where a section went that was given another number.
  var successors: [NodeID: NodeID] = [:]
  /// Containers of a code that were made for an element of an act.
  var made: [NodeID: NodeID] = [:]
  /// What was inserted for a unit that an act quotes or enacts.
  var placed: [NodeID: NodeID] = [:]
  /// Provisions of acts whose amendments wait or apply from another day: the elements that say so.
  var applicability: [NodeID: [NodeID]] = [:]
  /// Sections of acts that hold conditions, by the number that they get in a code.
  var codified: [String: NodeID] = [:]
  /// Elements that were carried into another act and are carried out there.
  var moved: Set<NodeID> = []
  /// Instructions that were dealt with while acts amended acts.
  var settled: Set<NodeID> = []
  /// Citations that were generated, and those among them whose target did not stand yet.
  var generated: Set<NodeID> = []
  var open: [OpenCitation] = []
  var written: [OpenCitation] = []

  package init(_ library: OpenLawLibrary, on date: LegalDate) {
    self.library = library
    self.date = date
    for document in library.documentOrder { index(document) }
    fillInValues()
    let given = amendActs()
    amendCodes()
    noteLapsed(given)
    closeCitations()
    writeHistories()
  }

  /// - Returns: the instructions that the acts held as they were made.
  private mutating func amendActs() -> [LawInstruction] {
    applicability = [:]
    var queue = collect(library.documentOrder.filter { library.acts.contains($0) })
    noteApplicability()
    for instruction in queue where instruction.kind == .insert || instruction.kind == .organic {
      let holder = library.tree.parent(instruction.node)
      guard library.element(holder) == .section, let number = library.value(instruction.node, .number) else { continue }
      if codified[number] == nil { codified[number] = holder }
    }
    queue.sort { $0.order < $1.order }
    for instruction in queue { amendAct(instruction) }
    return queue
  }

  /// Carries an instruction out if it amends an act, and then those that it brought there.
  private mutating func amendAct(_ instruction: LawInstruction) {
    guard isAttached(instruction.node), !moved.contains(instruction.node) else { return }
    guard amendsAct(instruction) else {
      liftClauses(instruction)
      return
    }
    settled.insert(instruction.node)
    let first = library.tree.nodes.count
    perform(instruction)
    guard case .applied? = outcomes.last else { return }
    let brought = (first..<library.tree.nodes.count).contains {
      let element = library.elements[Int(library.tree.nodes[$0].name)]
      return element.isInstruction || element == .applicability
    }
    guard brought else { return }
    var inner: [LawInstruction] = []
    for node in first..<library.tree.nodes.count where isAttached(NodeID(node)) {
      let document = library.top(NodeID(node))
      if library.element(document) == .document { library.markAct(document) }
      if let instruction = self.instruction(NodeID(node)) { inner.append(instruction) }
    }
    noteApplicability(from: first)
    for instruction in inner { amendAct(instruction) }
  }

  private mutating func amendCodes() {
    applicability = [:]
    noteApplicability()
    let all = collect(library.documentOrder.filter { library.acts.contains($0) })
    for instruction in all.sorted(by: { $0.order < $1.order }) where !settled.contains(instruction.node) {
      perform(instruction)
    }
  }

  /// Instructions that other acts took away before they were carried out.
  private mutating func noteLapsed(_ given: [LawInstruction]) {
    for var instruction in given
    where !settled.contains(instruction.node) && !moved.contains(instruction.node) && !isAttached(instruction.node) {
      instruction.id = Instruction.ID(instructions.count)
      instructions.append(instruction)
      outcomes.append(.lapsed)
    }
  }

  /// Carries an instruction out, or says why it waits or cannot be done, and leaves the text as it was.
  private mutating func perform(_ given: LawInstruction) {
    var instruction = given
    instruction.id = Instruction.ID(instructions.count)
    instructions.append(instruction)
    outcomes.append(.pending)
    if instruction.giver.effective > date { return }
    do throws(Failure) {
      outcomes[Int(instruction.id)] = try carryOut(instruction) ? .applied : .pending
    } catch {
      outcomes[Int(instruction.id)] = .failed(error)
    }
  }

  /// Makes a section findable under the number that an instruction gave it, if it did.
  mutating func noteNumber(of node: NodeID) {
    guard library.element(node) == .number else { return }
    let section = library.tree.parent(node)
    guard library.element(section) == .section else { return }
    index(section: section)
    renumbered.insert(section)
  }

  /// Whether a node still stands in a document.
  func isAttached(_ node: NodeID) -> Bool { library.element(library.top(node)) == .document }

  /// The code sections that were changed or made, with the paths of their files.
  package var changedSections: [(path: String, node: MarkupTree.NodeID)] {
    touched.filter { isAttached($0) }.map { (path(of: $0), $0) }.sorted { $0.0 < $1.0 }
  }

  /// A section as a document of its own.
  package func xml(of section: MarkupTree.NodeID) -> [UInt8] { MarkupWriter.xml(library.tree, of: section) }

  /// The words of a section, a line for each number, heading, text and cell, such as "num: (a)"; annotations are left out.
  package func lines(of section: MarkupTree.NodeID) -> [String] {
    var out: [String] = []
    var open = library.tree.children(section).reversed() as [NodeID]
    while let node = open.popLast() {
      let element = library.element(node)
      if library.tree.isText(node) || element.isForeign { continue }
      if element.isLeaf {
        let words = library.normalized(node)
        if !words.isEmpty { out.append("\(library.tree.name(node)): \(words)") }
      } else {
        open.append(contentsOf: library.tree.children(node).reversed())
      }
    }
    return out
  }

  /// What the history of a section tells, in order.
  package func history(of section: MarkupTree.NodeID) -> [LawHistory] { histories[section] ?? [] }

  /// The file of a section: its own, or one beside the other sections of its title.
  private func path(of section: NodeID) -> String {
    let name = library.label(section).replacing(":", with: "~") + ".xml"
    if let own = library.files[section] {
      guard renumbered.contains(section) else { return own }
      return own.split(separator: "/").dropLast().joined(separator: "/") + "/" + name
    }
    let home = library.ancestors(section).first { $0 != section && library.files[$0] != nil }
    guard let home, let file = library.files[home] else { return "sections/" + name }
    var folder = file.split(separator: "/").dropLast().map(String.init)
    // A title that was made has no file: it gets one beside the others.
    if library.element(home) == .document,
      let title = library.ancestors(section).first(where: { library.tree.parent($0) == home }),
      let other = library.children(home, .container).first(where: { library.files[$0] != nil }),
      let place = library.files[other]
    {
      folder = place.split(separator: "/").dropLast().map {
        $0 == library.label(other) ? library.label(title) : String($0)
      }
    }
    return (folder + ["sections", name]).joined(separator: "/")
  }
}
