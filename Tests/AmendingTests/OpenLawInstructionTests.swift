import Amending
import Testing

@Suite("Instructions of a law library")
struct OpenLawInstructionTests {
  private func section(_ number: String = "1-101", after instruction: String, enacted: Bool = false) throws -> [String]
  {
    let fixture = LawFixture(
      code: twoParagraphs, isEnacted: enacted,
      acts: [act("2-1", "2020-01-01", "<section codify:doc=\"Code\"><num>2</num>\(instruction)</section>")])
    return try fixture.sections()[number] ?? []
  }

  @Test("replace words, and keep what stands around them")
  func findReplace() throws {
    let lines = try section(
      after: "<codify:find-replace path=\"§1-101|(1)\" count=\"1\" find=\"at the postman\" replace=\"softly\"/>")
    #expect(lines.contains("text: bark softly; and"))
    #expect(lines.contains("text: sleep in the house."))
  }

  @Test("insert a paragraph behind the one that they name, else behind the last")
  func insert() throws {
    let after = try section(
      after: """
        <include><para><codify:insert path="§1-101" after="(1)"/><num>(1A)</num><text>eat;</text></para></include>
        """)
    #expect(
      after == [
        "num: 1-101", "heading: Dogs.", "text: A dog must:", "num: (1)", "text: bark at the postman; and", "num: (1A)",
        "text: eat;", "num: (2)", "text: sleep in the house.",
      ])
    let last = try section(
      after: "<include><para><codify:insert path=\"§1-101\"/><num>(3)</num><text>eat.</text></para></include>")
    #expect(last.suffix(2) == ["num: (3)", "text: eat."])
    let before = try section(
      after: "<codify:insert path=\"§1-101\" before=\"heading\"><text>Note.</text></codify:insert>")
    #expect(before.prefix(3) == ["num: 1-101", "text: Note.", "heading: Dogs."])
  }

  @Test("insert a section under its number in the code, and find it under that of its act, too")
  func insertSection() throws {
    let fixture = LawFixture(
      code: twoParagraphs,
      acts: [
        act("1-1", "1990-01-01", "<section><num>7</num><codified:stub doc=\"Code\" path=\"§1-101\"/></section>"),
        act(
          "2-1", "2020-01-01",
          """
          <section><num>2</num><include><section>
          <codify:insert doc="Law 1-1" after="§7" num-value="1-101.01"/><num>7a</num><heading>Cats.</heading>
          <text>A cat need not.</text></section></include></section>
          """),
        act(
          "2-2", "2021-01-01",
          """
          <section codify:doc="Law 1-1" codify:path="§7a"><num>2</num>
          <codify:find-replace path="text" count="1" find="need not" replace="may"/></section>
          """),
      ])
    #expect(try fixture.sections()["1-101.01"] == ["num: 1-101.01", "heading: Cats.", "text: A cat may."])
  }

  @Test("replace a paragraph, and a section whose number stays")
  func replace() throws {
    let paragraph = try section(
      after: "<include><para><codify:replace path=\"§1-101|(2)\"/><num>(2)</num><text>run.</text></para></include>")
    #expect(paragraph.suffix(2) == ["num: (2)", "text: run."])
    let whole = try section(
      after: """
        <include><section><codify:replace path="§1-101"/><num>7</num><heading>Hounds.</heading><text>Free.</text>
        </section></include>
        """)
    #expect(whole == ["num: 1-101", "heading: Hounds.", "text: Free."])
  }

  @Test("repeal and leave the number, in an enacted title between brackets")
  func repeal() throws {
    #expect(
      try section(after: "<codify:repeal path=\"§1-101|(2)\"/>").suffix(2) == ["num: (2)", "text: Repealed."])
    #expect(
      try section(after: "<codify:repeal path=\"1|1\"/>", enacted: true)
        == ["reason: Repealed", "num: 1-101", "heading: Dogs.", "text: [Repealed]."])
  }

  @Test("repeal an act by each section of the code that it is")
  func repealAct() throws {
    let fixture = LawFixture(
      code: twoParagraphs,
      acts: [
        act("1-1", "1990-01-01", "<section><num>7</num><codified:stub doc=\"Code\" path=\"§1-101\"/></section>"),
        act("2-1", "2020-01-01", "<section><num>2</num><codify:repeal doc=\"Law 1-1\"/></section>"),
      ])
    #expect(try fixture.sections()["1-101"]?.last == "text: Repealed.")
  }

  @Test("make the words of a section its first subsection")
  func redesignate() throws {
    #expect(
      try section(after: "<codify:redesignate-para path=\"§1-101\" num-value=\"(a)\"/>").prefix(4)
        == ["num: 1-101", "heading: Dogs.", "num: (a)", "text: A dog must:"])
  }

  @Test("move a section and leave a note where it stood")
  func recodify() throws {
    let fixture = LawFixture(
      code: twoParagraphs, rest: "<container><prefix>Chapter</prefix><num>2</num></container>",
      acts: [
        act(
          "2-1", "2020-01-01",
          "<codify:recodify-section doc=\"Code\" path=\"§1-101\" num-value=\"1-201\" destination-path=\"1|2\"/>")
      ])
    let sections = try fixture.sections()
    #expect(sections["1-201"]?.first == "num: 1-201")
    #expect(sections["1-101"]?.last == "text: Recodified as § 1-201.")
  }

  @Test("make containers, and put into them what the act puts nowhere else")
  func containers() throws {
    let fixture = LawFixture(
      code: twoParagraphs,
      acts: [
        act(
          "2-1", "2020-01-01",
          """
          <container><codify:organic doc="Code" path="1" num-value="2" prefix-value="Chapter" heading-value="Of cats."/>
          <num>I</num><section><codify:organic num-value="1-201"/><num>2</num><heading>Cats.</heading>
          <text>In <code-cite doc="Code" path="1|2">this title</code-cite> and <code-cite path="§2">section 2</code-cite>:
          see <code-cite doc="Code" path="1|1">chapter one</code-cite>.</text></section></container>
          """)
      ])
    #expect(
      try fixture.sections()["1-201"]?.last == "text: In this chapter and this section: see Chapter 1 of this title.")
  }

  @Test("give the editors' words in place of those of the act")
  func values() throws {
    let lines = try section(
      after: """
        <include><para><codify:insert path="§1-101"/><num codify:value="(3)">(9)</num>
        <text>after <span codify:value="January 1, 2020">the effective date of this act</span>, by
        <code-cite doc="Code" path="§1-101|(1)">section 1(1)</code-cite>.</text></para></include>
        """)
    #expect(lines.suffix(2) == ["num: (3)", "text: after January 1, 2020, by § 1-101(1)."])
  }

  @Test("do the same in the vocabulary of any other jurisdiction")
  func otherJurisdiction() throws {
    let fixture = LawFixture(
      code: twoParagraphs,
      acts: [
        act("2-1", "2020-01-01", "<section><num>2</num><codify:repeal doc=\"Code\" path=\"§1-101|(2)\"/></section>")
      ],
      home: (
        "https://open.law/schemas/library", "https://open.law/schemas/codify", "https://open.law/schemas/codified"
      ))
    #expect(try fixture.sections()["1-101"]?.last == "text: Repealed.")
  }
}
