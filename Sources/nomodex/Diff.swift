internal import ArgumentParser
import Amending
import Citations
import Codex
import Compiling
import Consolidation
import Diagnostics
import Provisions

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show how the text of an act differs between two dates.",
    discussion: """
      By provision, then by words, with the amending provision that made the change. Words that were taken out stand in \
      [-…-], new ones in {+…+}. The status is 0 whether there is a difference or not.

      \(AddressArgument.forms)
      """)

  @Argument(help: "The address of the act.")
  var address: String

  @Argument(help: "The earlier date, such as 2012-12-31.")
  var from: String

  @Argument(help: "The later date.")
  var to: String

  @Option(help: "How it is printed: human, markdown, html or json.")
  var report = "human"

  @OptionGroup var view: PointOfViewOptions

  @Argument(help: "Files and folders with documents.")
  var paths: [String] = ["."]

  func validate() throws {
    for date in [from, to] where LegalDate(date) == nil || date.utf8.count != 10 {
      throw ValidationError("\"\(date)\" is no day; write it as 2026-09-01.")
    }
    guard differenceFormats.contains(where: { $0.name == report }) else {
      throw ValidationError("--report takes one of: \(differenceFormats.map { $0.name }.joined(separator: ", ")).")
    }
    if from > to { throw ValidationError("\(from) is later than \(to).") }
  }

  func run() async throws {
    guard let first = LegalDate(from), let last = LegalDate(to),
      let format = differenceFormats.first(where: { $0.name == report })
    else { return }
    func options(_ date: LegalDate) -> CompileOptions {
      CompileOptions(paths: paths, date: date, jobs: processorCount, rules: [], showsProgress: false)
    }
    let compilation = try await AmendmentCommand.compile(options(last))
    let d = try AmendmentCommand.document(address, in: compilation)
    let amendments = compilation.amendments(from: view.pointOfView)
    let newer = compilation.document(d, on: last, amendments)
    let older = compilation.document(d, on: first, amendments)
    let differences = DateDifferences(from: (first, older), to: (last, newer))
    writeOut(format.print(differences))
    if !compilation.failures.isEmpty { leave(2) }
  }
}
