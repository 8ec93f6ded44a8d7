internal import ArgumentParser
import Checking
import Compiling
import Diagnostics

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check documents and report what is wrong.",
    discussion: """
      Findings go to the standard output, the summary to the standard error output. Notes are counted and shown on \
      demand (--show note); reports for programs hold them all.
      """)

  @OptionGroup var common: CommonOptions

  @Option(parsing: .singleValue, help: "Run only this rule or family; repeatable, or names with commas between.")
  var select: [String] = []

  @Option(parsing: .singleValue, help: "Leave out this rule or family; repeatable, or names with commas between.")
  var ignore: [String] = []

  @Flag(help: "Check the texts as amended on the date; a finding then names the provision, and no line.")
  var consolidated = false

  @Option(help: "The profile of the legal order. Default: profile.yaml in one of the folders, else a built-in one.")
  var profile: String?

  @Option(help: "The lightest finding that fails the run.")
  var failLevel: Level = .error

  @Option(help: "The lightest finding that is shown in reports for people.")
  var show: Level = .warning

  @Flag(help: "Leave with status 0 whatever is found.")
  var exitZero = false

  @Option(
    help: ArgumentHelp("Report too where documents are not valid against this XML schema.", valueName: "file.xsd"))
  var schema: String?

  @Option(help: "How to print the findings.")
  var report: ReportName = .human

  enum Level: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note

    var severity: Severity {
      switch self {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }

  enum ReportName: String, ExpressibleByArgument, CaseIterable {
    case human, concise, json, sarif
  }

  func run() async throws {
    let rules = try RuleChoice.rules(select: select, ignore: ignore)
    var options = common.compileOptions(rules: rules)
    options.schema = schema
    options.isConsolidated = consolidated
    options.readsUnmarked = !select.isEmpty
    options.yardstick = try YardstickOption.read(catalogue: nil, profile: profile, beside: common.paths)
    let compilation = try await compile(options)
    guard let reporter = allReporters.first(where: { $0.name == report.rawValue }) else {
      preconditionFailure("every report name has a reporter")
    }
    let isForPeople = report == .human || report == .concise
    let shown = compilation.diagnostics.filter { !isForPeople || $0.severity >= show.severity }
    let located = locate(shown, excerpts: report == .human) { compilation.source($0) }
    let style = ReportStyle(
      color: report == .human && Terminal.isOutput && environment("NO_COLOR") == nil && environment("TERM") != "dumb",
      width: terminalWidth(environment("COLUMNS")))
    writeOut(
      reporter.print(
        Report(
          files: compilation.files, diagnostics: located, rules: allRules.map { $0.info },
          asOf: "\(common.legalDate)", toolVersion: toolVersion), style: style))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    if let schema { say(Summary.unvalidated(compilation, schema)) }
    say(Summary.text(compilation, shown: isForPeople ? show.severity : .note, asOf: "\(common.legalDate)"))
    if !compilation.failures.isEmpty { leave(2) }
    if !exitZero, compilation.diagnostics.contains(where: { $0.severity >= failLevel.severity }) { leave(1) }
  }
}

/// The line that ends a run.
enum Summary {
  /// How many documents the schema does not describe: said once, as they may be what was meant.
  static func unvalidated(_ compilation: Compilation, _ schema: String) -> String {
    guard let (count, namespace) = compilation.unvalidated, count > 0 else { return "" }
    let those = count == 1 ? "1 document is" : "\(count) documents are"
    let place = namespace.isEmpty ? "in no namespace" : "in \(namespace)"
    return "nomodex: \(those) not validated: \(schema) describes documents \(place)".madeVisible + "\n"
  }

  static func text(_ compilation: Compilation, shown: Severity, asOf: String) -> String {
    func count(_ severity: Severity) -> String {
      let n = compilation.diagnostics.count { $0.severity == severity }
      return "\(n) \(severity.name)\(n == 1 ? "" : "s")"
    }
    let documents = compilation.documentCount
    var text = "\(compilation.files.count) \(compilation.files.count == 1 ? "file" : "files"), "
    text += "\(documents) \(documents == 1 ? "document" : "documents"), as of \(asOf): "
    text += "\(count(.error)), \(count(.warning)), \(count(.note))"
    if compilation.files.isEmpty { return "no documents were found: folders are searched for .xml and .akn files\n" }
    let hidden = compilation.diagnostics.contains { $0.severity < shown }
    if hidden { text += " (--show \(shown == .error ? "warning" : "note") shows more)" }
    return text + "\n"
  }
}
