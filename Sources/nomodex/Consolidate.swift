internal import ArgumentParser
import Amending
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions
import Reliance

struct Consolidate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consolidate",
    abstract: "Print an act as amended on a date.",
    discussion: """
      The amendments that the documents record in their metadata are carried out on the act, the older first. The result is \
      Akoma Ntoso; its metadata names each instruction that was carried out. An instruction that cannot be carried out \
      changes nothing and is reported; the status is then 1.

      \(AddressArgument.forms)
      """)

  @Argument(help: "The address of the act.")
  var address: String

  @Option(name: [.short, .long], help: "The file to write; without it the standard output.")
  var output: String?

  @OptionGroup var view: PointOfViewOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let compilation = try await AmendmentCommand.compile(common.compileOptions(rules: []))
    let document = try AmendmentCommand.document(address, in: compilation)
    let amendments = compilation.amendments(from: view.pointOfView)
    guard let text = compilation.text(of: document, on: common.legalDate, amendments) else {
      say("nomodex: the source of \(address.madeVisible) cannot be read any more\n")
      leave(2)
    }
    let xml = MarkupWriter.xml(text.tree)
    if let output {
      try write(xml, toFile: output)
    } else {
      writeOut(xml)
    }
    let report = AmendmentReport(compilation)
    var failures = 0
    var applied = 0
    for instruction in amendments.instructions(on: document) {
      switch text.outcomes[instruction.id] {
      case .applied: applied += 1
      case .failed(let failure):
        failures += 1
        say(report.failed(instruction, failure))
      default: break
      }
    }
    for act in amendments.unsupplied
    where act.target == document && act.from.map({ $0 <= common.legalDate }) ?? true { say(report.unsupplied(act)) }
    let title = compilation.framework.graph.documents[document].identity.displayTitle
    if let end = text.end { say("\(title.madeVisible) is no longer in force since \(end)\n") }
    say("\(title.madeVisible) as of \(common.legalDate): \(applied) carried out, \(failures) not\n")
    if !compilation.failures.isEmpty { leave(2) }
    if failures > 0 { leave(1) }
  }
}

struct Timeline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "List the dates on which the text of an act changes, and what changes it.",
    discussion: AddressArgument.forms)

  @Argument(help: "The address of the act.")
  var address: String

  @OptionGroup var view: PointOfViewOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let compilation = try await AmendmentCommand.compile(common.compileOptions(rules: []))
    let document = try AmendmentCommand.document(address, in: compilation)
    let amendments = compilation.amendments(from: view.pointOfView)
    let report = AmendmentReport(compilation)
    let identity = compilation.framework.graph.documents[document].identity
    var out = "\(identity.displayTitle.madeVisible)\n"
    if let adopted = identity.adopted { out += "\(adopted)  adopted\n" }
    let instructions = amendments.instructions(on: document)
    let versions = compilation.framework.graph.documents[document].unitVersions
    for date in Set(amendments.dates(of: document) + versions.map(\.date)).sorted() {
      var lines = versions.filter { $0.date == date }.map { report.version($0, of: document) }
      let own = instructions.filter { $0.effective.start == date }
      for act in own.map(\.document).uniqued() {
        lines.append(report.act(act))
        for instruction in own where instruction.document == act { lines.append("  " + report.change(instruction)) }
      }
      let ending = instructions.filter { if case .between(_, date) = $0.effective { true } else { false } }
      lines += ending.map { "no longer: " + report.change($0) }
      for (k, line) in lines.enumerated() { out += (k == 0 ? "\(date)  " : "            ") + line + "\n" }
    }
    for instruction in instructions where instruction.effective.start == nil {
      out += "no date     \(report.act(instruction.document))\n              \(report.change(instruction))\n"
      if case .undetermined(let why) = instruction.effective { out += "              pending: \(why.madeVisible)\n" }
    }
    writeOut(Array(out.utf8))
    if !compilation.failures.isEmpty { leave(2) }
  }
}

struct Unapplied: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unapplied",
    abstract: "List the amendments that are not part of the texts on a date, with the reason.",
    discussion: """
      Those that take effect later or on no known date, those whose act is not loaded, and those that cannot be carried \
      out. The status is 1 when there is one of the last kind.
      """)

  @OptionGroup var view: PointOfViewOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let compilation = try await AmendmentCommand.compile(common.compileOptions(rules: []))
    let amendments = compilation.amendments(from: view.pointOfView)
    let report = AmendmentReport(compilation)
    var out = ""
    var (applied, pending, absent, failed) = (0, 0, 0, 0)
    for document in amendments.targets {
      guard let text = compilation.text(of: document, on: common.legalDate, amendments) else { continue }
      for instruction in amendments.instructions(on: document) {
        switch text.outcomes[instruction.id] {
        case .failed(let failure):
          failed += 1
          out += report.failed(instruction, failure)
        case .pending:
          pending += 1
          out += report.pending(instruction)
        case .applied, .contained: applied += 1
        case .lapsed, nil: break
        }
      }
    }
    for instruction in amendments.instructions where instruction.target.document == nil {
      absent += 1
      out += report.absent(instruction)
    }
    var unsupplied = 0
    for act in amendments.unsupplied where act.from.map({ $0 <= common.legalDate }) ?? true {
      unsupplied += 1
      out += report.unsupplied(act)
    }
    writeOut(Array(out.utf8))
    say(
      "as of \(common.legalDate): \(applied) carried out, \(pending) pending, \(absent) on acts that are not loaded, "
        + "\(unsupplied) amending acts not loaded, \(failed) cannot be carried out\n")
    if !compilation.failures.isEmpty { leave(2) }
    if failed > 0 { leave(1) }
  }
}

/// What the commands on amendments have in common.
enum AmendmentCommand {
  /// The framework; what could not be read is told.
  static func compile(_ options: CompileOptions) async throws -> Compilation {
    let compilation = try await Compiling.compile(options)
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    return compilation
  }

  /// The document that an address names as a whole.
  static func document(_ address: String, in compilation: Compilation) throws -> Int {
    let addressee = AddressArgument.find(address, in: compilation)
    guard let place = addressee.places.first else {
      say("nomodex: \(address.madeVisible) is not loaded\n")
      leave(1)
    }
    return place.document
  }
}

/// Amendments in words.
struct AmendmentReport {
  private let compilation: Compilation
  private var graph: CitationGraph { compilation.framework.graph }

  init(_ compilation: Compilation) { self.compilation = compilation }

  /// The act that gives an instruction: title, number, date.
  func act(_ document: Int) -> String {
    let identity = graph.documents[document].identity
    let number = identity.number.isEmpty ? "" : ", No. \(identity.number)"
    let date = identity.adopted.map { ", of \($0)" } ?? ""
    return (identity.displayTitle + number + date).madeVisible
  }

  /// What a version of a unit brings: "article 9 reads otherwise (BOE-A-2022-10757)".
  func version(_ version: UnitVersion, of document: Int) -> String {
    let law = graph.documents[document]
    let unit = law.label(of: version.provision).madeVisible
    let act = law.references.first { $0.role == .amendedBy && Int($0.source) == version.provision }
    let by = act.map { " (\(law.attributeString($0.target).madeVisible))" } ?? ""
    switch version.kind {
    case .begins: return "\(unit) enters into force\(by)"
    case .changes: return "\(unit) reads otherwise\(by)"
    case .ends: return "\(unit) is no longer in force"
    }
  }

  func change(_ instruction: Instruction) -> String {
    let adopted = instruction.isRetroactive ? instruction.adopted.map { " (by an act of \($0))" } : nil
    return instruction.words.madeVisible + (adopted ?? "")
  }

  func failed(_ instruction: Instruction, _ failure: Failure) -> String {
    "\(source(instruction)): cannot be carried out: \(change(instruction)), but \(failure.words.madeVisible)\n"
  }

  func pending(_ instruction: Instruction) -> String {
    let when =
      switch instruction.effective {
      case .from(let date), .between(let date, _): "from \(date)"
      case .undetermined(let why): "pending: \(why.madeVisible)"
      }
    return "\(source(instruction)): \(when): \(change(instruction))\n"
  }

  func absent(_ instruction: Instruction) -> String {
    "\(source(instruction)): \(instruction.target.address.madeVisible) is not loaded: \(change(instruction))\n"
  }

  func unsupplied(_ act: UnsuppliedAct) -> String {
    let since = act.from.map { " from \($0) on" } ?? ""
    let target = graph.documents[act.target].identity.work.madeVisible
    return "\(target): amended by \(act.work.madeVisible), which is not loaded: the text may be incomplete\(since)\n"
  }

  private func source(_ instruction: Instruction) -> String {
    let document = graph.documents[instruction.document]
    return "\(document.identity.work) ~ \(instruction.source)".madeVisible
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
