import Diagnostics
import Testing

@Suite("The report of one line a finding")
struct ConciseReporterTests {
  @Test("a finding is one line that editors understand: path, line, column, weight, message, rule")
  func oneLine() {
    #expect(
      ReportFixture.printed(by: ConciseReporter.self)
        == "acts/a.xml:2:14: error: link goes to \"art_19\", which does not exist [dangling-target]\n")
  }

  @Test("a message with line breaks is one line all the same")
  func lineBreaks() {
    let finding = Diagnostic(
      rule: "r", severity: .note, message: "one\ntwo\r\nthree", range: SourceRange(file: 0, start: 0, end: 1))
    let text = ReportFixture.printed(by: ConciseReporter.self, [finding], paths: ["a\nb.xml"])
    #expect(text == "a b.xml:1:1: note: one two  three [r]\n")
  }

  @Test("findings are printed in the order in which they come")
  func order() {
    let findings = (0..<3).map {
      Diagnostic(rule: "r", severity: .note, message: "\($0)", range: SourceRange(file: 0, start: UInt32($0), end: 9))
    }
    let lines = ReportFixture.printed(by: ConciseReporter.self, findings).split(separator: "\n")
    #expect(
      lines == [
        "acts/a.xml:1:1: note: 0 [r]", "acts/a.xml:1:2: note: 1 [r]", "acts/a.xml:1:3: note: 2 [r]",
      ])
  }

  @Test("colour is for the report for people only")
  func noColor() {
    #expect(!ReportFixture.printed(by: ConciseReporter.self, color: true).contains("\u{1B}"))
  }
}
