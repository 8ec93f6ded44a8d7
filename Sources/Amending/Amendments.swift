package import Citations
package import Provisions
import XMLReading

/// All instructions of a framework, in the order in which they are carried out.
package struct Amendments: Sendable {
  /// By ``Instruction/id``.
  package private(set) var instructions: [Instruction] = []
  /// The markup of the acts that give instructions, by document.
  private var acts: [Int: MarkupTree] = [:]
  /// The markup of acts that were amended before they took effect, by the day on which their instructions count.
  private var editions: [AmendingActs.Edition: MarkupTree] = [:]
  /// Acts that amended documents name in their metadata and that are not loaded.
  package private(set) var unsupplied: [UnsuppliedAct] = []
  /// By amended document: its instructions, in order.
  private var byTarget: [Int: [Instruction.ID]] = [:]
  private let graph: CitationGraph

  /// - Parameters:
  ///   - graph: the documents, linked.
  ///   - view: by which time the instructions count, and which acts are known.
  ///   - markup: the markup of a document, read with all attributes; asked for only where the document amends others.
  package init(_ graph: CitationGraph, from view: PointOfView = PointOfView(), markup: (Int) -> MarkupTree?) {
    self.graph = graph
    let documents = graph.documents
    var readers: [Int: InstructionReader] = [:]
    func reader(_ d: Int) -> InstructionReader? {
      if let known = readers[d] { return known }
      guard let tree = acts[d] ?? markup(d) else { return nil }
      acts[d] = tree
      let made = InstructionReader(tree, document: d, adopted: documents[d].identity.adopted, by: view.axis) {
        Self.target($0, from: d, graph)
      }
      readers[d] = made
      return made
    }
    func collect() -> [Instruction] {
      var found: [Instruction] = []
      // What both acts record is one instruction; the amended act knows its own places best.
      var known: Set<Recorded> = []
      for (d, document) in documents.enumerated() where document.references.contains(where: { $0.role == .amendedBy }) {
        for instruction in reader(d)?.passiveInstructions(reader) ?? [] {
          known.insert(Recorded(act: d, giver: instruction.document, source: instruction.source))
          found.append(instruction)
        }
      }
      for (d, document) in documents.enumerated() where document.recordsChanges {
        // Of several texts of one amending act one gives the instructions, else they would be carried out twice.
        guard Self.isFirstText(d, graph) else { continue }
        for instruction in reader(d)?.instructions() ?? [] {
          let act = instruction.target.document ?? -1
          if !known.contains(Recorded(act: act, giver: d, source: instruction.source)) { found.append(instruction) }
        }
      }
      return found
    }
    var found = collect().filter { view.knows($0.adopted) }
    AmendingActs.reschedule(&found, acts, by: view.axis)
    editions = AmendingActs.rewrite(&found, acts) { act, tree in
      InstructionReader(
        tree, document: act, adopted: documents[act].identity.adopted, by: view.axis, isAmended: true
      ) { Self.target($0, from: act, graph) }.instructions()
    }
    AmendingActs.waitForTargets(&found, acts) { documents[$0].anchor(named: $1) != nil }
    for (d, document) in documents.enumerated() where document.references.contains(where: { $0.role == .amendedBy }) {
      unsupplied += readers[d]?.unsuppliedActs() ?? []
    }
    // The older act first, then in the order of the act: the total order in which amendments of one day are carried out.
    let order = found.indices.sorted { a, b in
      let (x, y) = (found[a], found[b])
      let (from, to) = (x.effective.start?.packed ?? .max, y.effective.start?.packed ?? .max)
      if from != to { return from < to }
      let (made, other) = (x.adopted?.packed ?? .max, y.adopted?.packed ?? .max)
      if made != other { return made < other }
      if x.document != y.document {
        // Acts of one day by their numbers: 9-L before 74-L.
        let (number, second) = (
          graph.documents[x.document].identity.number, graph.documents[y.document].identity.number
        )
        if let p = Self.leadingNumber(number), let q = Self.leadingNumber(second), p != q { return p < q }
        return graph.documents[x.document].identity.work < graph.documents[y.document].identity.work
      }
      return a < b
    }
    for k in order {
      var instruction = found[k]
      instruction.id = Instruction.ID(instructions.count)
      instructions.append(instruction)
      if let target = instruction.target.document { byTarget[target, default: []].append(instruction.id) }
    }
  }

  private static func leadingNumber(_ text: String) -> Int? {
    Int(text.drop { !$0.isNumber }.prefix(while: \.isNumber))
  }

  /// The words of an instruction: its act as it stood on the day from which it counts.
  private func giver(of instruction: Instruction) -> MarkupTree? {
    instruction.edition.flatMap { editions[AmendingActs.Edition(document: instruction.document, day: $0)] }
      ?? acts[instruction.document]
  }

  /// Whether a document is the text of its work that counts among those in its language.
  private static func isFirstText(_ d: Int, _ graph: CitationGraph) -> Bool {
    let identity = graph.documents[d].identity
    let texts = graph.works[TargetAddress.normalisedWork(identity.work)] ?? []
    return texts.first { graph.documents[$0].identity.language == identity.language } ?? d == d
  }

  /// An instruction by the act that it changes, the act that gives it, and its element there.
  private struct Recorded: Hashable {
    let act: Int
    let giver: Int
    let source: String
  }

  /// Documents that are amended.
  package var targets: [Int] { byTarget.keys.sorted() }

  /// The instructions on a document, in the order in which they are carried out.
  package func instructions(on document: Int) -> [Instruction] {
    (byTarget[document] ?? []).map { instructions[Int($0)] }
  }

  /// The dates on which the text of a document changes, in order.
  package func dates(of document: Int) -> [LegalDate] {
    var out: Set<LegalDate> = []
    for instruction in instructions(on: document) where !isContained(instruction, in: document) {
      switch instruction.effective {
      case .from(let date): out.insert(date)
      case .between(let start, let end): out.formUnion([start, end])
      case .undetermined: break
      }
    }
    return out.sorted()
  }

  /// The text of a document on a date, from its markup as it stands in the source.
  package func text(of document: Int, _ markup: MarkupTree, on date: LegalDate) -> AmendedText {
    var text = AmendedText(markup)
    for instruction in instructions(on: document) {
      if isContained(instruction, in: document) {
        text.note(.contained, of: instruction)
      } else if case .changeTime(let change) = instruction.operation, change.kind != .ends, change.kind != .beginsAgain,
        instruction.effective.start != nil, let act = giver(of: instruction)
      {
        // When a unit counts is known also on the days on which it does not.
        text.apply(instruction, from: act)
      } else if instruction.effective.holds(on: date), giver(of: instruction) != nil {
        carryOut(instruction, on: &text)
      } else if case .between(_, let end) = instruction.effective, end <= date {
        text.note(.lapsed, of: instruction)
      } else {
        text.note(.pending, of: instruction)
      }
    }
    text.selectVersions(on: date)
    text.writeMetadata(on: date, applied: self, graph: graph, acts: acts)
    return text
  }

  func carryOut(_ instruction: Instruction, on text: inout AmendedText) {
    if let act = giver(of: instruction) { text.apply(instruction, from: act) }
  }

  /// A source that is itself consolidated holds what took effect up to its date.
  func isContained(_ instruction: Instruction, in document: Int) -> Bool {
    guard let version = graph.documents[document].identity.versionDate,
      version != graph.documents[document].identity.adopted, let start = instruction.effective.start
    else { return false }
    return start <= version
  }

  private static func target(_ address: TargetAddress, from citing: Int, _ graph: CitationGraph) -> Instruction.Target {
    var target = Instruction.Target(document: nil, address: "", identifier: "")
    switch address {
    case .local(let name), .portion(let name): target.identifier = name
    case .placeholder, .web: break
    case .work(let work, let portion):
      target.identifier = portion
      var segments = work.split(separator: "/")
      while !segments.isEmpty {
        if let known = graph.works[segments.joined(separator: "/")] {
          let language = graph.documents[citing].identity.language
          target.document = known.first { graph.documents[$0].identity.language == language } ?? known.first
          break
        }
        let last = segments.removeLast()
        let plain = last.hasSuffix(".xml") ? last.dropLast(4) : last
        if let range = characters(plain) {
          target.characters = range
        } else if target.identifier.isEmpty, plain.contains("-"), plain.contains("_") || plain.contains("-1") {
          target.identifier = String(plain)
        }
      }
    }
    return target
  }

  /// "9-34": characters of a unit (LegalDocML.de 1.7, destination of a modification).
  static func characters(_ text: Substring) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let low = Int(parts[0]), let high = Int(parts[1]), low <= high else { return nil }
    return low..<high
  }
}
