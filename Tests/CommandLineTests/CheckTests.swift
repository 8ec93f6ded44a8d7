import Foundation
import TestSupport
import Testing

@Suite("nomodex check")
struct CheckTests {
  private static let on = "--on 2026-01-01"

  static let transcripts: [Transcript] = [
    // Reports
    Transcript("check-clean", "check clean \(on)"), Transcript("check-warnings", "check warnings \(on)"),
    Transcript("check-errors", "check errors \(on)"),
    Transcript("check-concise", "check errors warnings \(on) --report concise"),
    Transcript("check-json", "check errors warnings \(on) --report json"),
    Transcript("check-json-clean", "check clean \(on) --report json"),
    Transcript("check-sarif", "check errors \(on) --report sarif"),
    // Choice of rules
    Transcript("check-select-rule", "check errors \(on) --select dangling-target --report concise"),
    Transcript("check-select-family", "check errors warnings \(on) --select structure --report concise"),
    Transcript(
      "check-select-list",
      "check errors warnings \(on) --select structure,text-target-mismatch --select orphan-by-law --report concise"),
    Transcript("check-ignore", "check errors \(on) --ignore delegation --ignore dangling-target --report concise"),
    Transcript(
      "check-select-and-ignore", "check errors \(on) --select references --ignore dangling-target --report concise"),
    Transcript("check-unknown-rule", "check errors --select danglig-target"),
    Transcript("check-unknown-rule-far", "check errors --ignore everything"),
    // What is shown, and what fails
    Transcript("check-show-note", "check warnings \(on) --show note --report concise"),
    Transcript("check-show-error", "check errors warnings \(on) --show error --report concise"),
    Transcript("check-fail-level-warning", "check warnings \(on) --fail-level warning --report concise"),
    Transcript("check-fail-level-note", "check warnings \(on) --fail-level note --ignore numbering-gap"),
    Transcript("check-exit-zero", "check errors \(on) --exit-zero --report concise"),
    Transcript("check-date", "check clean --on 2019-12-31"),
    Transcript("check-no-day", "check clean --on 2026-02-30"),
    Transcript("check-no-date", "check clean --on yesterday"),
    // Validity
    Transcript("check-schema", "check errors strange \(on) --schema schema/act.xsd --select schema-violation"),
    Transcript("check-schema-json", "check errors/order.xml \(on) --schema schema/act.xsd --report json"),
    Transcript("check-schema-import", "check clean \(on) --schema schema/cut.xsd"),
    Transcript("check-schema-none", "check clean \(on) --schema clean/act.xml"),
    Transcript("check-schema-missing", "check clean \(on) --schema schema/none.xsd"),
    Transcript("check-schema-folder", "check clean \(on) --schema schema"),
    // Sources
    Transcript("check-here", "check \(on) --report concise"),
    Transcript("check-twice", "check errors/ errors/order.xml errors \(on) --report concise"),
    Transcript("check-file", "check errors/order.xml \(on)"),
    Transcript("check-input", "check - \(on)", input: "errors/order.xml"),
    Transcript("check-input-twice", "check - - \(on)", input: "errors/order.xml"),
    Transcript("check-missing", "check clean missing.xml \(on)"),
    Transcript("check-malformed", "check broken \(on)"), Transcript("check-empty", "check empty \(on)"),
    Transcript("check-empty-input", "check - \(on)"), Transcript("check-strange", "check strange \(on)"),
    Transcript("check-text-file", "check strange/readme.txt \(on)"),
    Transcript("check-device", "check /dev/null \(on)"),
    Transcript("check-unreadable", "check errors /proc/self/mem \(on) --report concise"),
    // Wrong command lines
    Transcript("check-no-jobs", "check clean --jobs 0"), Transcript("check-no-report", "check clean --report xml"),
    Transcript("check-no-option", "check clean --frobnicate"),
    Transcript("check-no-level", "check clean --show everything"),
  ]

  @Test("says what its transcript says", arguments: transcripts)
  func transcript(_ transcript: Transcript) throws { try transcript.verify() }

  @Test("gives the same bytes at any number of workers", arguments: ["human", "concise", "json", "sarif"])
  func jobs(report: String) throws {
    let folder = try Workspace.make()
    func outcome(_ jobs: Int) throws -> Program.Outcome {
      try Program.run(
        [
          "check", ".", "--on", "2026-01-01", "--report", report, "--show", "note", "--jobs", "\(jobs)", "--schema",
          "schema/act.xsd",
        ], in: folder.path)
    }
    let one = try outcome(1)
    #expect(!one.output.isEmpty && one.status == 1)
    #expect(try outcome(2) == one)
    #expect(try outcome(8) == one)
  }

  @Test("takes the day of SOURCE_DATE_EPOCH where no date is given, and otherwise today")
  func sourceDateEpoch() throws {
    let folder = try Workspace.make()
    let fixed = try Program.run(["check", "clean"], in: folder.path, environment: ["SOURCE_DATE_EPOCH": "1000000000"])
    #expect(fixed.errors.contains("as of 2001-09-09"))
    let today = try Program.run(["check", "clean"], in: folder.path)
    #expect(today.errors.contains("as of 2"))
    #expect(!today.errors.contains("2001-09-09"))
  }

  @Test("prints no colour where the output is no terminal")
  func noColor() throws {
    let folder = try Workspace.make()
    let outcome = try Program.run(
      ["check", "errors"], in: folder.path, environment: ["NO_COLOR": "", "TERM": "xterm-256color"])
    #expect(!outcome.output.contains("\u{1B}") && !outcome.errors.contains("\u{1B}"))
  }

  @Test("lets no file name and no document drive the terminal", arguments: ["human", "concise", "json", "sarif"])
  func hostile(report: String) throws {
    let folder = try Workspace.make()
    let name = "hostile/a\u{1B}[31m\u{202E}.xml"
    try folder.write(Workspace.clean.replacing("#art_2", with: "#art_9\u{9B}\u{202E}"), to: name)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/\u{1B}[2J.xml", withDestinationPath: "nowhere")
    for arguments in [["hostile"], [name], ["\u{1B}[2J.xml"], ["hostile", "hostile\u{1B}[2J"]] {
      let outcome = try Program.run(["check", "--report", report] + arguments, in: folder.path)
      #expect(outcome.status != 0)
      for text in [outcome.output, outcome.errors] {
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
      }
    }
  }

  @Test("reads one document from a pipe, and the report of it is that of the file but for the name")
  func pipe() throws {
    let folder = try Workspace.make()
    let file = try Program.run(["check", "errors/order.xml", "--on", "2026-01-01"], in: folder.path)
    let pipe = try Program.run(["check", "-", "--on", "2026-01-01"], in: folder.path, input: Workspace.order)
    #expect(pipe.output == file.output.replacing("errors/order.xml", with: "-"))
    #expect(pipe.status == file.status)
  }

  @Test("a rule on request runs when it or its family is chosen, and not otherwise")
  func onRequest() throws {
    let folder = try TemporaryFolder()
    let law = akomaNtoso(
      article("1", "<content><p>In this Act, “data carrier” means a thing that holds data.</p></content>")
        + article("2"))
    try folder.write(law, to: "act.xml")
    func output(_ arguments: [String]) throws -> String {
      try Program.run(["check", "act.xml", "--show", "note", "--report", "concise"] + arguments, in: folder.path).output
    }
    #expect(try !output([]).contains("unused-definition"))
    #expect(try output(["--select", "unused-definition"]).contains("[unused-definition]"))
    #expect(try output(["--select", "structure"]).contains("[unused-definition]"))
  }
}
