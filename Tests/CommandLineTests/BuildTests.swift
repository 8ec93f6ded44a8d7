import Foundation
import TestSupport
import Testing

@Suite("nomodex build")
struct BuildTests {
  private static let on = "--on 2026-01-01"

  static let transcripts: [Transcript] = [
    Transcript("build", "build clean errors \(on)", lists: "dist", prints: "dist/index.md"),
    Transcript(
      "build-output", "build clean \(on) --output site/codex --title Laws@of@*Zalesia* --format markdown",
      lists: "site",
      prints: "site/codex/index.md"),
    Transcript("build-html", "build clean \(on) --format html", lists: "dist"),
    Transcript("build-unknown-format", "build clean --format markdwon", lists: "clean"),
    Transcript("build-no-format", "build clean --format ,", lists: "clean"),
    Transcript("build-foreign-folder", "build clean \(on) --output foreign", lists: "foreign"),
    Transcript("build-file", "build clean \(on) --output file", prints: "file"),
    Transcript("build-malformed", "build clean broken strange \(on)", lists: "dist"),
    Transcript("build-only-malformed", "build broken \(on) --format markdown", lists: "dist"),
    Transcript("build-unreadable", "build clean /proc/self/mem \(on) --output clean", lists: "clean"),
    Transcript("build-missing", "build missing \(on)"),
    Transcript("build-empty", "build empty \(on)", lists: "dist"),
    Transcript("build-errors", "build errors \(on) --format markdown", lists: "dist"),
  ]

  @Test("says what its transcript says, and leaves what it lists", arguments: transcripts)
  func transcript(_ transcript: Transcript) throws { try transcript.verify() }

  private func contents(_ folder: String) throws -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      out[path] = (try? bytes(ofFile: folder + "/" + path)) ?? []
    }
    return out
  }

  @Test("gives the same bytes at any number of workers and in any run")
  func jobs() throws {
    let folder = try Workspace.make()
    var all: [[String: [UInt8]]] = []
    for jobs in [1, 2, 8, 1] {
      let outcome = try Program.run(
        ["build", "clean", "errors/order.xml", "warnings", "--on", "2026-01-01", "--jobs", "\(jobs)"], in: folder.path)
      #expect(outcome.status == 0)
      all.append(try contents(folder.path + "/dist"))
    }
    #expect(all[0].count == 11)
    #expect(all.allSatisfy { $0 == all[0] })
  }

  @Test("publishes the model framework without a problem")
  func modelFramework() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["build"] + ["acts", "amending", "translations"].map { packageFolder + "/Corpus/" + $0 }
        + ["--on", "2026-01-01", "--output", "dist"], in: folder.path)
    #expect(
      outcome
        == Program.Outcome(
          output: "", errors: "47 documents as of 2026-01-01 published in dist: 97 files\n", status: 0))
  }

  @Test("publishes an index whose sections lie in other files")
  func index() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      <container xmlns="https://open.law/schemas/library" xmlns:xi="http://www.w3.org/2001/XInclude"
        containing-doc="Hill Code"><prefix>Title</prefix><num>2</num><heading>Filing</heading>
        <xi:include href="2-10.xml"/></container>
      """, to: "index.xml")
    let outcome = try Program.run(["build", "index.xml", "--on", "2026-01-01"], in: folder.path)
    #expect(outcome.errors == "1 document as of 2026-01-01 published in dist: 5 files\n")
    #expect(outcome.status == 0)
  }

  @Test("leaves the old pages where a source cannot be read")
  func unreadable() throws {
    let folder = try Workspace.make()
    #expect(try Program.run(["build", "clean"], in: folder.path).status == 0)
    let before = try contents(folder.path + "/dist")
    let outcome = try Program.run(["build", "errors", "/proc/self/mem"], in: folder.path)
    #expect(outcome.status == 2)
    #expect(try contents(folder.path + "/dist") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.contains(".nomodex-") })
  }
}
