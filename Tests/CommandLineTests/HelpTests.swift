import Foundation
import TestSupport
import Testing

@Suite("What the program says of itself")
struct HelpTests {
  static let transcripts: [Transcript] = [
    Transcript("help", "--help"), Transcript("help-check", "help check"), Transcript("help-build", "build --help"),
    Transcript("help-graph", "graph --help"), Transcript("help-why", "why --help"),
    Transcript("help-impact", "impact --help"),
    Transcript("no-command", ""), Transcript("version", "--version"), Transcript("rules", "rules"),
    Transcript("dialects", "dialects"), Transcript("explain", "explain dangling-target"),
    Transcript("explain-unknown", "explain dangling-targte"), Transcript("explain-unknown-far", "explain nothing"),
    Transcript("explain-nothing", "explain"), Transcript("unknown-command", "chekc acts"),
    Transcript("unknown-command-far", "frobnicate"), Transcript("unknown-option", "--frobnicate"),
    Transcript("rules-option", "rules --frobnicate"),
  ]

  @Test("is what its transcript says", arguments: transcripts)
  func transcript(_ transcript: Transcript) throws { try transcript.verify() }

  @Test("every transcript is that of one command of these tests")
  func noneIsLeft() throws {
    let all =
      CheckTests.transcripts + BuildTests.transcripts + RelianceCommandTests.transcripts
      + AmendmentCommandTests.transcripts + CoverageTests.transcripts + Self.transcripts
    let names = all.map { $0.name + ".txt" }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: packageFolder + "/Tests/CommandLineTests/transcripts")
    #expect(names.sorted() == files.sorted())
  }

  @Test(
    "the generated pages are those that the program prints",
    arguments: [
      ("rules --pages", "Rules.md"), ("dialects --pages", "Dialects.md"), ("explain requirements", "Requirements.md"),
      ("explain amendments", "Amendments.md"),
    ])
  func pages(command: String, file: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(command.split(separator: " ").map(String.init), in: folder.path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(Array(outcome.output.utf8) == (try bytes(ofFile: packageFolder + "/Documentation/" + file)))
  }

  @Test("every rule that is listed is explained, and its page is part of the document of all pages")
  func everyRule() throws {
    let folder = try TemporaryFolder()
    let list = try Program.run(["rules"], in: folder.path).output
    let names = list.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count == 64)
    for name in names {
      let page = try Program.run(["explain", name], in: folder.path)
      #expect(page.status == 0)
      #expect(page.output.hasPrefix("# \(name)\n"))
    }
  }
}
