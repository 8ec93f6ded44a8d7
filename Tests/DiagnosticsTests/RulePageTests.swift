import Diagnostics
import Testing

@Suite("The page of a rule")
struct RulePageTests {
  private let rule = RuleInfo(
    name: "some-defect", family: .structure, severity: .warning, summary: "Something is wrong.",
    rationale: "It matters.\nNot flagged: what is right.", example: "<a>\n  <b/>\n</a>", fix: "Mend it.",
    precision: "2 of 2.")

  @Test("a page has name, summary with weight and family, rationale, example, fix and precision")
  func page() {
    #expect(
      RulePage.text(rule) == """
        # some-defect

        Something is wrong. (warning, family structure)

        It matters.
        Not flagged: what is right.

        Example:

            <a>
              <b/>
            </a>

        Fix: Mend it.

        Precision: 2 of 2.

        """)
  }

  @Test("the document of all pages has a chapter for each family, and each rule once below its own")
  func document() {
    let text = RulePage.document([rule])
    #expect(text.hasPrefix("# Rules\n"))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == [
        "# Rules", "## Family xml", "## Family structure", "### some-defect", "## Family references",
        "## Family delegation", "## Family legal-basis", "## Family state-centric",
      ])
  }
}
