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
  package func amendments() -> Amendments { Amendments(framework.graph) { markup(of: $0) } }

  /// The text of a document on a date; `nil` if its source cannot be read any more.
  package func text(of document: Int, on date: LegalDate, _ amendments: Amendments) -> AmendedText? {
    markup(of: document).map { amendments.text(of: document, $0, on: date) }
  }
}

extension Compilation {
  /// The instructions that cannot be carried out, those of later dates included, in the order of the amending documents.
  func failedInstructions() -> [FailedInstruction] {
    let documents = framework.graph.documents
    guard documents.contains(where: { $0.references.contains { $0.role == .amends || $0.role == .amendedBy } }),
      let last = LegalDate(year: 9999, month: 12, day: 31)
    else { return [] }
    let amendments = amendments()
    var out: [FailedInstruction] = []
    for target in amendments.targets {
      guard let text = text(of: target, on: last, amendments) else { continue }
      for instruction in amendments.instructions(on: target) {
        guard case .failed(let failure) = text.outcomes[instruction.id] else { continue }
        out.append(
          FailedInstruction(
            document: instruction.document, source: instruction.source, change: instruction.words,
            reason: failure.words, target: target))
      }
    }
    return out
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
    for d in amendments.targets {
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
    guard !done.isEmpty || !failed.isEmpty else { return nil }
    var buffer = SourceBuffer()
    buffer.load(MarkupWriter.xml(text.tree))
    var xml = XMLReader(keeping: isReadAttribute)
    var reader = DocumentReader()
    let source = files[Int(old.file)]
    guard var made = reader.readDocument(xml.read(buffer, file: old.file).value, from: source) else { return nil }
    let works = framework.graph.documents.map(\.identity.work)
    var homes: [String: Int] = [:]
    for anchor in made.anchors { homes[made.attributeString(anchor.name)] = Int(anchor.provision) }
    var changes: [Int: [Consolidated.Change]] = [:]
    for trace in text.traces(done) {
      guard let instruction = done.first(where: { $0.id == trace.instruction }), let date = instruction.effective.start,
        let provision = homes[trace.identifier]
      else { continue }
      let change = Consolidated.Change(
        kind: trace.kind, work: works[instruction.document], source: instruction.source, date: date)
      if !(changes[provision]?.contains(change) ?? false) { changes[provision, default: []].append(change) }
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
      }, changes: changes)
    return made
  }
}
