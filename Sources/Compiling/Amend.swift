package import Amending
package import Provisions
import Checking
import Citations
import Consolidation
import Diagnostics
import Dialects
import XMLReading

extension Compilation {
  /// The markup of a document as it stands in its source, with all attributes; `nil` if it cannot be read any more.
  package func markup(of document: Int) -> MarkupTree? {
    let file = framework.graph.documents[document].file
    var buffer = SourceBuffer()
    let path = files[Int(file)].path
    if path == "-" {
      guard let bytes = standardInput else { return nil }
      buffer.load(bytes)
    } else {
      guard (try? read(path, expecting: 1 << 16, into: &buffer)) != nil else { return nil }
    }
    var reader = XMLReader()
    let tree = reader.read(buffer, file: file).value
    return tree.nodes.isEmpty ? nil : MarkupTree(tree)
  }

  /// The instructions that the documents give to each other.
  package func amendments(from view: PointOfView = PointOfView()) -> Amendments {
    Amendments(framework.graph, from: view) { markup(of: $0) }
  }

  /// The text of a document on a date; `nil` if its source cannot be read any more.
  package func text(of document: Int, on date: LegalDate, _ amendments: Amendments) -> AmendedText? {
    markup(of: document).map { amendments.text(of: document, $0, on: date) }
  }
}

extension Compilation {
  /// What is wrong with the instructions, those of later dates included, in the order of the amended documents.
  func amendmentFaults() -> AmendmentFaults {
    var out = AmendmentFaults()
    let documents = framework.graph.documents
    guard documents.contains(where: { $0.references.contains { $0.role == .amends || $0.role == .amendedBy } }),
      let last = LegalDate(year: 9999, month: 12, day: 31)
    else { return out }
    let amendments = amendments()
    for target in amendments.targets {
      guard let markup = markup(of: target) else { continue }
      func given(_ instruction: Instruction) -> GivenInstruction {
        GivenInstruction(
          document: instruction.document, source: instruction.source, change: instruction.words, target: target)
      }
      for conflict in amendments.orderConflicts(on: target, markup) {
        out.conflicts.append(
          InstructionConflict(
            given(amendments.instructions[Int(conflict.first)]), given(amendments.instructions[Int(conflict.second)]),
            date: "\(conflict.date)"))
      }
      // What lasts for a time only has no outcome on the last day.
      let instructions = amendments.instructions(on: target)
      let isLimited = instructions.contains { if case .between = $0.effective { true } else { false } }
      var failures: [Instruction.ID: Failure] = [:]
      var done: Set<Instruction.ID> = []
      // Enough to meet every instruction in laws as they are; thousands of days would take as many consolidations.
      for day in (isLimited ? Array(amendments.dates(of: target).prefix(64)) : []) + [last] {
        for (id, outcome) in amendments.text(of: target, markup, on: day).outcomes {
          if case .failed(let failure) = outcome, failures[id] == nil { failures[id] = failure }
          if outcome == .applied { done.insert(id) }
        }
      }
      for instruction in instructions {
        guard let failure = failures[instruction.id] else {
          if done.contains(instruction.id) {
            out.carriedOut[instruction.document, default: []].insert(instruction.target.address)
          }
          continue
        }
        out.failures.append(FailedInstruction(given(instruction), reason: failure.words))
      }
    }
    return out
  }
}

extension LegalDocument {
  /// Whether two units side by side have one number and times in force of their own.
  fileprivate var holdsVersions: Bool {
    provisions.contains { $0.occurrence > 0 && ($0.validity.start != nil || $0.validity.end != nil) }
  }
}

extension Compilation {
  /// The same framework with each amended document as its text stands on the date.
  ///
  /// A document whose source cannot be read any more, or on which nothing was carried out, stays as it is.
  package func consolidated() -> Compilation {
    let amendments = amendments()
    var documents = framework.graph.documents
    var hasChanged = false
    let amended = Set(amendments.targets)
    for d in documents.indices where amended.contains(d) || documents[d].holdsVersions {
      guard let text = text(of: d, on: framework.date, amendments),
        let made = document(d, text, amendments.instructions(on: d))
      else { continue }
      documents[d] = made
      hasChanged = true
    }
    guard hasChanged else { return self }
    return Compilation(
      files: files, framework: consolidate(link(documents)).on(framework.date), diagnostics: diagnostics,
      failures: failures, problems: problems, unvalidated: unvalidated, standardInput: standardInput)
  }

  /// A document as its text stands on a date; as its source has it where nothing was carried out.
  package func document(_ d: Int, on date: LegalDate, _ amendments: Amendments) -> LegalDocument {
    text(of: d, on: date, amendments).flatMap { document(d, $0, amendments.instructions(on: d)) }
      ?? framework.graph.documents[d]
  }

  /// The document that an amended text is, read like any other.
  private func document(_ d: Int, _ text: AmendedText, _ instructions: [Instruction]) -> LegalDocument? {
    let old = framework.graph.documents[d]
    let done = instructions.filter { text.outcomes[$0.id] == .applied }
    let failed = instructions.filter {
      if case .failed = text.outcomes[$0.id] { return true }
      return false
    }
    guard !done.isEmpty || !failed.isEmpty || text.hasSelectedVersions else { return nil }
    var buffer = SourceBuffer()
    buffer.load(MarkupWriter.xml(text.tree))
    var xml = XMLReader(keeping: isReadAttribute)
    var reader = DocumentReader()
    let source = files[Int(old.file)]
    guard var made = reader.readDocument(xml.read(buffer, file: old.file).value, from: source) else { return nil }
    let works = framework.graph.documents.map(\.identity.work)
    var homes: [String: Int] = [:]
    for anchor in made.anchors where !anchor.isAlias {
      homes[made.attributeString(anchor.name)] = Int(anchor.provision)
    }
    func change(_ instruction: Instruction, _ kind: Consolidated.Change.Kind) -> Consolidated.Change? {
      instruction.effective.start.map {
        Consolidated.Change(kind: kind, work: works[instruction.document], source: instruction.source, date: $0)
      }
    }
    var changes: [Int: [Consolidated.Change]] = [:]
    for trace in text.traces(done) {
      guard let instruction = done.first(where: { $0.id == trace.instruction }),
        let change = change(instruction, trace.kind), let provision = homes[trace.identifier]
      else { continue }
      if !(changes[provision]?.contains(change) ?? false) { changes[provision, default: []].append(change) }
    }
    var departures: [Consolidated.Departure] = []
    for instruction in done where instruction.movesUnits {
      guard let change = change(instruction, instruction.kind) else { continue }
      for identifier in [instruction.target.identifier, instruction.target.upTo ?? ""] where !identifier.isEmpty {
        departures.append(Consolidated.Departure(identifier: identifier, change: change))
      }
    }
    var acts: [String] = []
    for instruction in done where !acts.contains(works[instruction.document]) {
      acts.append(works[instruction.document])
    }
    made.consolidated = Consolidated(
      acts: acts,
      failures: failed.map { instruction in
        guard case .failed(let failure) = text.outcomes[instruction.id] else { return "" }
        return "\(works[instruction.document]) ~ \(instruction.source): \(failure.words)"
      }, changes: changes, departures: departures,
      renumberings: done.compactMap { instruction in
        guard case .renumber(let identifier) = instruction.operation else { return nil }
        return instruction.effective.start.map {
          Consolidated.Renumbering(from: instruction.target.identifier, to: identifier, date: $0)
        }
      })
    return made
  }
}
