import Foundation
import TestSupport
import Testing

@Suite("nomodex consolidate, timeline, diff and unapplied")
struct AmendmentCommandTests {
  static let transcripts: [Transcript] = [
    Transcript("consolidate", "consolidate Water@Act amended --on 2026-01-01"),
    Transcript(
      "consolidate-before", "consolidate amended/law.xml amended --on 2021-01-01 -o out.xml", prints: "out.xml"),
    Transcript("consolidate-unknown", "consolidate Air@Act amended --on 2026-01-01"),
    Transcript("consolidate-output", "consolidate Water@Act amended -o absent/out.xml --on 2026-01-01"),
    Transcript("timeline", "timeline Water@Act amended"), Transcript("timeline-none", "timeline Forest@Law chain"),
    Transcript("diff", "diff Water@Act 2021-01-01 2026-01-01 amended"),
    Transcript("diff-markdown", "diff Water@Act 2021-01-01 2026-01-01 amended --report markdown"),
    Transcript("diff-json", "diff Water@Act 2021-01-01 2026-01-01 amended --report json"),
    Transcript("diff-none", "diff Water@Act 2026-01-01 2026-01-01 amended"),
    Transcript("diff-backwards", "diff Water@Act 2026-01-01 2021-01-01 amended"),
    Transcript("diff-no-day", "diff Water@Act yesterday 2021-01-01 amended"),
    Transcript("diff-no-report", "diff Water@Act 2021-01-01 2026-01-01 amended --report pdf"),
    Transcript("unapplied", "unapplied amended --on 2026-01-01"),
    Transcript("unapplied-none", "unapplied chain --on 2026-01-01"),
    Transcript("help-consolidate", "consolidate --help"), Transcript("help-diff", "diff --help"),
    Transcript(
      "build-consolidated", "build amended --consolidated --on 2026-01-01 --format markdown",
      prints: "dist/acts/akn-zz-act-2020-01-01-1.en.md"),
  ]

  @Test("says what its transcript says", arguments: transcripts)
  func transcript(_ transcript: Transcript) throws { try transcript.verify() }

  @Test("diff as a page marks what was taken out and put in, names the amending provision, and needs no other file")
  func page() throws {
    let folder = try Workspace.make()
    let outcome = try Program.run(
      ["diff", "Water Act", "2021-01-01", "2026-01-01", "amended", "--report", "html"], in: folder.path)
    #expect(outcome.status == 0)
    let markdown = try Program.run(
      ["diff", "Water Act", "2021-01-01", "2026-01-01", "amended", "--report", "markdown"], in: folder.path)
    for mark in ["<ins>", "<del>"] {
      #expect(outcome.output.components(separatedBy: mark).count == markdown.output.components(separatedBy: mark).count)
    }
    #expect(outcome.output.components(separatedBy: "<ins>").count > 1)
    #expect(outcome.output.contains("class=\"cause\""))
    #expect(outcome.output.contains("--removed:") && !outcome.output.contains("<link"))
  }
}
