import Diagnostics
import Testing

@Suite("The report for people")
struct HumanReporterTests {
  @Test("a finding shows message, place, provision, date, excerpt, witness, remedy and where to read on")
  func wholeFinding() {
    #expect(
      ReportFixture.printed(by: HumanReporter.self) == """
        error: link goes to "art_19", which does not exist [dangling-target]
          --> acts/a.xml:2:14   /akn/zz/act/2020-01-01/1 ~ art_2   as of 2026-09-01
          |
        2 | <ref href="#art_19">Article 19</ref>
          |            ^^^^^^^
          | nearest that exists: article 17 (acts/b.xml:2:6)
          = correct the target, or add the provision
          = nomodex explain dangling-target


        """)
  }

  @Test("what a finding does not have is not printed")
  func bareFinding() {
    let finding = Diagnostic(
      rule: "r", severity: .note, message: "a fact", range: SourceRange(file: 1, start: 0, end: 4),
      witness: [Witness("used twice")])
    #expect(
      ReportFixture.printed(by: HumanReporter.self, [finding]) == """
        note: a fact [r]
          --> acts/b.xml:1:1   as of 2026-09-01
          |
        1 | <law>
          | ^^^^
          | used twice
          = nomodex explain r


        """)
  }

  @Test("the gutter is as wide as the number of the line")
  func gutter() {
    let finding = Diagnostic(
      rule: "r", severity: .warning, message: "m", range: SourceRange(file: 0, start: 11, end: 12))
    let text = ReportFixture.printed(
      by: HumanReporter.self, [finding], sources: [String(repeating: "\n", count: 11) + "x\n"])
    #expect(
      text == """
        warning: m [r]
          --> acts/a.xml:12:1   as of 2026-09-01
           |
        12 | x
           | ^
           = nomodex explain r


        """)
  }

  @Test("a file that cannot be read any more gives the first position and no excerpt")
  func lostSource() {
    #expect(
      ReportFixture.printed(by: HumanReporter.self, sources: []) == """
        error: link goes to "art_19", which does not exist [dangling-target]
          --> acts/a.xml:1:1   /akn/zz/act/2020-01-01/1 ~ art_2   as of 2026-09-01
          | nearest that exists: article 17
          = correct the target, or add the provision
          = nomodex explain dangling-target


        """)
  }

  @Test(
    "without findings there is no report", arguments: [HumanReporter.self, ConciseReporter.self] as [any Reporter.Type])
  func nothing(reporter: any Reporter.Type) {
    #expect(ReportFixture.printed(by: reporter, []).isEmpty)
  }

  @Test("colour adds escape sequences and changes no other character")
  func color() {
    let colored = ReportFixture.printed(by: HumanReporter.self, color: true)
    #expect(colored.hasPrefix("\u{1B}[1m\u{1B}[31merror\u{1B}[39m: link goes"))
    var plain = ""
    var isEscape = false
    for scalar in colored.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { plain.unicodeScalars.append(scalar) }
      if isEscape, scalar == "m" { isEscape = false }
    }
    #expect(plain == ReportFixture.printed(by: HumanReporter.self))
  }

  @Test("each weight has a colour of its own")
  func colors() {
    let texts = Severity.allCases.map { severity in
      ReportFixture.printed(
        by: HumanReporter.self,
        [Diagnostic(rule: "r", severity: severity, message: "m", range: SourceRange(file: 0, start: 0, end: 1))],
        color: true)
    }
    #expect(texts[0].contains("\u{1B}[36mnote\u{1B}[39m"))
    #expect(texts[1].contains("\u{1B}[33mwarning\u{1B}[39m"))
    #expect(texts[2].contains("\u{1B}[31merror\u{1B}[39m"))
  }

  @Test(
    "nothing from a document or a file name reaches the terminal as a control",
    arguments: [HumanReporter.self, ConciseReporter.self] as [any Reporter.Type])
  func hostile(reporter: any Reporter.Type) {
    let text = ReportFixture.printed(
      by: reporter, [ReportFixture.hostile], paths: [ReportFixture.hostileText + ".xml"],
      sources: [ReportFixture.hostileText])
    #expect(text.unicodeScalars.allSatisfy { !$0.isInvisibleControl || $0 == "\n" })
    #expect(text.contains("<U+001B>[31m<U+0007><U+009B>2J"))
    #expect(text.contains("<U+202E>"))
  }
}
