package import Checking
package import Consolidation
package import Diagnostics
package import Provisions
import Citations
import Dialects
import Catalogue
import LegalBases
import XMLReading

/// What a run is asked to do, whatever the command.
package struct CompileOptions: Sendable {
  /// Files and folders; "-" is the standard input.
  package var paths: [String]
  /// The date on which the framework is seen.
  package var date: LegalDate
  /// How many workers read, check and write.
  package var jobs: Int
  /// The rules that run.
  package var rules: [any Rule.Type]
  /// Whether progress is told on a terminal.
  package var showsProgress: Bool
  /// The schema against which documents are validated, if any.
  package var schema: String?
  /// Whether texts are checked as amended on the date.
  package var isConsolidated = false
  /// Whether rules on wording read documents in which nobody has marked a provision.
  package var readsUnmarked = false
  /// What is asked of the framework, and what its legal order is like.
  package var yardstick = Yardstick()

  package init(
    paths: [String], date: LegalDate, jobs: Int, rules: [any Rule.Type], showsProgress: Bool, schema: String? = nil
  ) {
    self.paths = paths
    self.date = date
    self.jobs = jobs
    self.rules = rules
    self.showsProgress = showsProgress
    self.schema = schema
  }
}

/// What a run found out.
package struct Compilation: Sendable {
  /// Inputs by id.
  package let files: [SourceFile]
  package let framework: Framework
  /// In report order, of the chosen rules.
  package let diagnostics: [Diagnostic]
  /// Files that could not be read at all: the world, not the law.
  package let failures: [FileFailure]
  /// Documents that were read but cannot be published, with the reason.
  package let problems: [(path: String, message: String)]
  /// How many documents the schema does not describe, and which namespace it does; `nil` without a schema.
  package let unvalidated: (count: Int, namespace: String)?
  /// The standard input, which cannot be read twice.
  let standardInput: [UInt8]?

  /// The same with findings.
  func with(_ diagnostics: [Diagnostic]) -> Compilation {
    Compilation(
      files: files, framework: framework, diagnostics: diagnostics, failures: failures, problems: problems,
      unvalidated: unvalidated, standardInput: standardInput)
  }

  /// How many documents a reader knew.
  package var documentCount: Int { framework.graph.documents.count }
}

/// The whole pipeline: files, trees, documents, graph, timeline, framework, assessment, findings.
package func compile(_ options: CompileOptions) async throws(FileFailure) -> Compilation {
  let (sources, unseen) = try findSources(options.paths)
  XMLReader.prepareLibrary()
  let schema = try options.schema.map { path throws(FileFailure) in try readSchema(path) }
  var results = await readAll(sources, options, schema)
  var files: [SourceFile] = []
  var documents: [LegalDocument] = []
  var diagnostics: [Diagnostic] = []
  var failures = unseen
  var problems: [(path: String, message: String)] = []
  var standardInput: [UInt8]?
  var unvalidated = 0
  files.reserveCapacity(sources.count)
  for (i, source) in sources.enumerated() {
    guard let result = results[i] else { continue }
    // Held in one place only, a document can be changed in place.
    results[i] = nil
    files.append(SourceFile(id: source.file.id, path: source.file.path, encoding: result.encoding))
    if let failure = result.failure { failures.append(failure) }
    if let document = result.document { documents.append(document) }
    if let first = result.diagnostics.first {
      problems.append((source.file.path.madeVisible, first.message.madeVisible))
    }
    diagnostics += result.diagnostics + result.violations
    if result.isUnvalidated { unvalidated += 1 }
    if let bytes = result.kept { standardInput = bytes }
  }
  let linking = Linking(consume documents)
  let resolutions = await inParallel(
    count: linking.documents.count, jobs: options.jobs, order: linking.documents.indicesByWork { $0.references.count }
  ) { take, put in
    var linker = linking.makeLinker()
    while let d = take() { put(d, linker.resolveReferences(of: d)) }
  }
  let framework = consolidate(linking.graph(resolutions.map { $0 ?? [] })).on(options.date)
  let chosen = Set(options.rules.map { $0.info.name })
  diagnostics.removeAll { !chosen.contains($0.rule) }
  let read = Compilation(
    files: files, framework: framework, diagnostics: [], failures: failures, problems: problems,
    unvalidated: schema.map { (unvalidated, $0.namespace) }, standardInput: standardInput)
  let checked = options.isConsolidated ? read.consolidated() : read
  diagnostics += checked.placed(await findings(checked, options, enacted: read))
  diagnostics.sort(by: Diagnostic.isOrderedBefore)
  return checked.with(diagnostics)
}

/// What reading one file gave.
private struct Reading: Sendable {
  var document: LegalDocument?
  var diagnostics: [Diagnostic] = []
  /// What the schema does not allow.
  var violations: [Diagnostic] = []
  /// Whether there is a schema, but not for this document.
  var isUnvalidated = false
  var encoding: String?
  var failure: FileFailure?
  var kept: [UInt8]?
}

extension Reading {
  /// Adds the citations in the words of the document.
  fileprivate mutating func readWords(_ buffer: borrowing SourceBuffer) {
    guard var read = document else { return }
    // The offsets of a document in another encoding refer to its UTF-8 form, which is gone.
    if encoding == nil {
      buffer.withBytes { addCitations(to: &read, source: $0) }
    } else {
      addCitations(to: &read, source: Span<UInt8>())
    }
    document = read
  }
}

private func readAll(
  _ sources: [SizedSource], _ options: CompileOptions, _ schema: Schema?
) async -> [Reading?] {
  let order = sources.indicesByWork { $0.size }
  let progress = Progress(total: sources.count, verb: "reading", isShown: options.showsProgress)
  defer { progress.end() }
  return await inParallel(count: sources.count, jobs: options.jobs, order: order) { take, put in
    var buffer = SourceBuffer()
    var xml = XMLReader(keeping: isReadAttribute)
    var dialects = DocumentReader()
    let validation = Validation(schema)
    while let i = take() {
      let file = sources[i].file
      var reading = Reading()
      do throws(FileFailure) {
        try read(file.path, expecting: sources[i].size, into: &buffer)
        let tree = xml.read(buffer, file: file.id)
        reading.diagnostics = tree.diagnostics
        reading.encoding = tree.value.encoding
        if file.path == "-" { reading.kept = buffer.copy() }
        reading.document = dialects.readDocument(tree.value, from: file)
        // Where a publisher marks references, the marks are the better source.
        if reading.document?.marksReferences == false { reading.readWords(buffer) }
        if reading.document == nil, tree.value.isWellFormed {
          reading.diagnostics.append(unknownDialect(tree.value, file))
        }
        if let verdict = validation.validate(buffer, tree.value, file, reading.document) {
          reading.violations = verdict.diagnostics
          reading.isUnvalidated = !verdict.value
        }
      } catch {
        reading.failure = error
      }
      put(i, reading)
      progress.step()
    }
  }
}

private func unknownDialect(_ tree: XMLTree, _ file: SourceFile) -> Diagnostic {
  let root = tree.nodes[0]
  let name = tree.names[Int(root.name)]
  return Diagnostic(
    rule: UnknownDialect.info.name, severity: UnknownDialect.info.severity,
    message: "no reader knows documents with the root element <\(name.local)>",
    range: SourceRange(file: file.id, start: root.offset, end: root.offset + 1 + UInt32(name.local.utf8.count)),
    witness: [Witness(name.namespace.isEmpty ? "it is in no namespace" : "its namespace is \(name.namespace)")],
    remedy: "correct the namespace, or leave the file out of the sources")
}

/// - Parameter enacted: the documents as they stand in their sources, on which amendments are carried out.
private func findings(
  _ read: Compilation, _ options: CompileOptions, enacted: Compilation
) async -> [Diagnostic] {
  let rules = options.rules.filter { !($0 is any ReadingRule.Type) }
  guard !rules.isEmpty else { return [] }
  let framework = read.framework
  let documents = framework.graph.documents
  let order = documents.indicesByWork { $0.content.count }
  let countsUses = rules.contains { $0 == UnusedDefinition.self }
  let definitions = await inParallel(count: documents.count, jobs: options.jobs, order: order) { take, put in
    while let d = take() { put(d, readDefinitions(in: documents[d], countingUses: countsUses)) }
  }
  let wording = await readWording(documents, options, order)
  let isMarked = documents.contains { !$0.concepts.isEmpty }
  let marks = isMarked ? LegalMarks(framework.graph, options.yardstick.catalogue) : LegalMarks()
  let asksStatus = isMarked && rules.contains { $0 == DeclaredOnly.self }
  let finder = asksStatus ? StatusFinder(framework, options.yardstick.catalogue, options.yardstick.profile) : nil
  let subject = Subject(
    framework: framework, assessment: assess(framework), definitions: definitions.map { $0 ?? [] },
    amendmentFaults: rules.contains {
      $0 == AmendmentTargetMismatch.self || $0 == AmendmentOrderConflict.self || $0 == DanglingTarget.self
    }
      ? enacted.amendmentFaults() : AmendmentFaults(), wording: wording, marks: marks,
    status: finder?.status(marks))
  let parts = await inParallel(count: documents.count, jobs: options.jobs, order: order) { take, put in
    while let d = take() { put(d, check(d, of: subject, rules: rules)) }
  }
  return parts.flatMap { $0 ?? [] }
}

/// What the rules on wording find, by document; nothing where none of them runs.
private func readWording(
  _ documents: [LegalDocument], _ options: CompileOptions, _ order: [Int]
) async -> [[WordingFinding]]? {
  let rules = Set(options.rules.filter { $0 is any WordingRule.Type }.map { $0.info.name })
  guard !rules.isEmpty else { return nil }
  let found = await inParallel(count: documents.count, jobs: options.jobs, order: order) { take, put in
    while let d = take() {
      guard options.readsUnmarked || !documents[d].concepts.isEmpty else { continue }
      let rank = options.yardstick.profile.rank(of: RankEvidence(documents[d]))
      put(d, WordingReader.findings(in: documents[d], rank: rank, rules: rules))
    }
  }
  return found.map { $0 ?? [] }
}

extension Compilation {
  /// Findings in amended texts without their offsets: those count in a text that stands in no file.
  fileprivate func placed(_ findings: [Diagnostic]) -> [Diagnostic] {
    let amended = Set(framework.graph.documents.filter { $0.consolidated != nil }.map(\.file))
    guard !amended.isEmpty else { return findings }
    func placed(_ range: SourceRange) -> SourceRange {
      amended.contains(range.file) ? SourceRange(file: range.file, start: 0, end: 0) : range
    }
    return findings.map { finding in
      Diagnostic(
        rule: finding.rule, severity: finding.severity, message: finding.message, range: placed(finding.range),
        provision: finding.provision,
        witness: finding.witness.map { Witness($0.text, at: $0.range.map(placed)) }, remedy: finding.remedy)
    }
  }

  /// The bytes of a file as a message needs them, or `nil` if it cannot be read any more.
  package func source(_ id: SourceFile.ID) -> SourceText? {
    var buffer = SourceBuffer()
    let path = files[Int(id)].path
    if path == "-" {
      guard let bytes = standardInput else { return nil }
      buffer.load(bytes)
    } else {
      guard (try? read(path, expecting: 1 << 16, into: &buffer)) != nil else { return nil }
    }
    return sourceText(buffer)
  }
}
