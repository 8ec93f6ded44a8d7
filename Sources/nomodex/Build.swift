internal import ArgumentParser
import Checking
import Codex
import Compiling
import Diagnostics

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Publish documents as a codex of HTML and Markdown.",
    discussion: """
      The output folder is replaced as a whole, in one step; a folder that nomodex did not make is never replaced. Documents \
      that are not well formed are reported and left out, the others are published, and the status is then 1. When a file cannot \
      be read from the disk nothing is published, and the status is 2.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The folder to make.")
  var output = "dist"

  @Option(help: "Formats, with commas between: html, markdown.")
  var format = "html,markdown"

  @Flag(help: "Publish each act as amended on the date, where amending acts record their instructions.")
  var consolidated = false

  @Option(help: "The name of the codex.")
  var title = "Codex"

  func run() async throws {
    var formats: [any OutputFormat.Type] = []
    for name in format.split(separator: ",") {
      guard let found = allFormats.first(where: { $0.name == name }) else {
        let near =
          RuleChoice.nearest(to: String(name), in: allFormats.map { $0.name }).map { " Did you mean \"\($0)\"?" } ?? ""
        throw ValidationError("--format \"\(name)\": there is no such format.\(near)")
      }
      formats.append(found)
    }
    if formats.isEmpty { throw ValidationError("--format names no format, and nothing would be published.") }
    // Publishing asks what can be read, not whether it is good law: that is what `check` is for.
    let rules = allRules.filter { $0 is any ReadingRule.Type }
    let sources = try await compile(common.compileOptions(rules: rules))
    let compilation = consolidated ? sources.consolidated() : sources
    let located = locate(compilation.diagnostics, excerpts: false) { compilation.source($0) }
    say(
      String(
        decoding: ConciseReporter.print(
          Report(
            files: compilation.files, diagnostics: located, rules: [], asOf: "\(common.legalDate)",
            toolVersion: toolVersion), style: .plain), as: UTF8.self))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    // A source that cannot be read is not a law that is gone: the pages that stand are better than pages without it.
    if !compilation.failures.isEmpty {
      say("nomodex: nothing was published; \(output) is as it was\n")
      leave(2)
    }
    if compilation.files.isEmpty { say(Summary.text(compilation, shown: .note, asOf: "\(common.legalDate)")) }
    let publication = Publication(
      framework: compilation.framework, title: title, generator: "nomodex \(toolVersion)",
      problems: compilation.problems)
    let written = try await publish(
      publication, formats: formats, to: output, jobs: common.jobs ?? processorCount,
      showsProgress: common.compileOptions(rules: []).showsProgress)
    let published = publication.slugs.count { $0 != nil }
    say(
      "\(published) \(published == 1 ? "document" : "documents") as of \(common.legalDate) published in \(output): "
        + "\(written) \(written == 1 ? "file" : "files")\n")
    if compilation.diagnostics.contains(where: { $0.severity == .error }) { leave(1) }
  }
}
