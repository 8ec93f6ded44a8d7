import Provisions
import TestSupport
import Testing

@Suite("Structure of Justice Canada")
struct JusticeCanadaStructureTests {
  @Test("headings become groups that last until a heading of their level or above")
  func headings() throws {
    let law = try document(
      justiceCanadaAct(
        heading(1, "PART I", "General") + section("1") + heading(2, nil, "Aim") + section("2")
          + heading(2, nil, "Scope") + section("3") + heading(1, "PART II", "Rest") + section("4")))
    #expect(
      law.provisions.map(\.kind) == [
        .document, .part, .section, .group, .section, .group, .section, .part, .section,
      ])
    #expect(law.provisions.map(\.parent) == [0, 0, 1, 1, 3, 1, 5, 0, 7])
    #expect(law.number(of: 1) == "I")
    #expect(law.heading(of: 1) == "General")
    #expect(law.heading(of: 3) == "Aim")
    #expect(law.paths.filter { $0.hasPrefix("sec") } == ["sec_1", "sec_2", "sec_3", "sec_4"])
  }

  @Test("a group ends in the source where the heading after it begins")
  func groupRange() throws {
    let xml = justiceCanadaAct(heading(1, "PART 1", "A") + section("1") + heading(1, "PART 2", "B") + section("2"))
    let law = try document(xml)
    let first = law.provisions[try law.index(of: "part_1")]
    let second = law.provisions[try law.index(of: "part_2")]
    #expect(Int(first.sourceStart) == offset(of: "<Heading", in: xml))
    #expect(first.sourceEnd == second.sourceStart)
  }

  @Test(
    "the label of a heading names its kind, in English and French",
    arguments: [
      ("PART I", .part), ("PARTIE I", .part), ("DIVISION 1", .division), ("SECTION 1", .division),
      ("SUBDIVISION A", .group), ("SOUS-SECTION A", .group), ("CHAPTER 2", .chapter), ("CHAPITRE 2", .chapter),
      ("TITLE I", .title), ("TITRE I", .title),
    ] as [(String, ProvisionKind)])
  func headingKinds(label: String, kind: ProvisionKind) throws {
    let law = try document(justiceCanadaAct(heading(1, label, "x") + section("1")))
    #expect(law.provisions.map(\.kind) == [.document, kind, .section])
    #expect(!law.number(of: 1).isEmpty)
  }

  @Test("the levels below a section nest")
  func levels() throws {
    let law = try document(
      justiceCanadaAct(
        section(
          "2",
          """
          <MarginalNote>Fees</MarginalNote><Subsection><Label>(1)</Label><Text>One</Text><Paragraph><Label>(a)</Label>\
          <Text>two</Text><Subparagraph><Label>(i)</Label><Text>three</Text><Clause><Label>(A)</Label><Text>four</Text>\
          <Subclause><Label>(I)</Label><Text>five</Text></Subclause></Clause></Subparagraph></Paragraph>\
          <ContinuedSectionSubsection><Text>six.</Text></ContinuedSectionSubsection></Subsection>
          """)))
    #expect(
      law.paths == [
        "sec_2", "sec_2__subsec_1", "sec_2__subsec_1__para_a", "sec_2__subsec_1__para_a__subpara_i",
        "sec_2__subsec_1__para_a__subpara_i__cl_a", "sec_2__subsec_1__para_a__subpara_i__cl_a__subcl_i",
      ])
    #expect(law.heading(of: 1) == "Fees")
    #expect(law.texts(of: .continuation) == ["six."])
  }

  @Test("a definition is cited by its term, in the language of the text")
  func definitions() throws {
    let english = section(
      "2",
      """
      <Text>In this Act,</Text><Definition><Text><DefinedTermEn>government institution</DefinedTermEn> means X; \
      (<DefinedTermFr>institution fédérale</DefinedTermFr>)</Text></Definition>\
      <Definition><Text><DefinedTermEn>Minister</DefinedTermEn> means Y.</Text></Definition>
      """)
    #expect(
      try document(justiceCanadaAct(english)).paths
        == ["sec_2", "sec_2__def_government-institution", "sec_2__def_minister"])
    let french = section(
      "2", "<Definition><Text><DefinedTermFr>Économie</DefinedTermFr> X.</Text></Definition>")
    #expect(
      try document(justiceCanadaAct(french, language: "fr")).paths == ["sec_2", "sec_2__def_économie"])
  }

  @Test("schedules are annexes, each with a numbering of its own, in English and French")
  func schedules() throws {
    func schedule(_ label: String) -> String {
      """
      <Schedule><ScheduleFormHeading><Label>\(label)</Label><TitleText>Fees</TitleText></ScheduleFormHeading>\
      \(section("1"))</Schedule>
      """
    }
    let english = try document(
      justiceCanadaAct(
        heading(1, "PART I", "x") + section("1"), back: schedule("SCHEDULE I") + schedule("SCHEDULE II")))
    #expect(
      english.paths == ["part_i", "sec_1", "sched_i", "sched_i__sec_1", "sched_ii", "sched_ii__sec_1"])
    #expect(english.heading(of: 3) == "Fees")
    let french = try document(justiceCanadaAct(section("1"), language: "fr", back: schedule("ANNEXE A")))
    #expect(french.paths == ["sec_1", "sched_a", "sched_a__sec_1"])
  }

  @Test("the schedule of one act and the headings in it stay in the schedule")
  func headingsOfSchedules() throws {
    let law = try document(
      justiceCanadaAct(
        heading(2, nil, "Last") + section("1"),
        back: """
          <Schedule><ScheduleFormHeading><Label>SCHEDULE</Label></ScheduleFormHeading>\(heading(1, "PART 1", "x"))\
          <List><Item><Label>1</Label><Text>one</Text></Item></List></Schedule>
          """))
    #expect(law.provisions.map(\.kind) == [.document, .group, .section, .annex, .part])
    #expect(law.provisions.map(\.parent) == [0, 0, 1, 0, 3])
  }

  @Test("a schedule behind the sections of a body is in none of its groups")
  func scheduleInBody() throws {
    let schedule = "<Schedule><ScheduleFormHeading><Label>SCHEDULE 1</Label></ScheduleFormHeading></Schedule>"
    let law = try document(
      justiceCanadaAct(heading(1, "PART 1", "x") + heading(2, nil, "y") + section("1") + schedule + section("2")))
    #expect(law.provisions.map(\.kind) == [.document, .part, .group, .section, .annex, .section])
    #expect(law.provisions.map(\.parent) == [0, 0, 1, 2, 0, 0])
  }

  @Test("tables know the columns that their cells span")
  func tables() throws {
    let law = try document(
      justiceCanadaAct(
        section(
          "1",
          """
          <TableGroup><table><title>Fees</title><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/>\
          <colspec colname="c"/><thead><row><entry namest="a" nameend="b">Head</entry><entry colname="c">x</entry></row>\
          </thead><tbody><row><entry colname="a" morerows="1">1</entry><entry colname="b">2</entry>\
          <entry colname="c">3</entry></row><row><entry colname="b">4</entry></row></tbody></tgroup></table></TableGroup>
          """)))
    let cells = law.nodes(of: .cell)
    #expect(cells.map { $0.start & 0xFFFF } == [2, 0, 0, 0, 0, 0])
    #expect(cells.map { $0.start >> 16 } == [0, 0, 2, 0, 0, 0])
    #expect(cells.map(\.count) == [1, 3, 1, 2, 3, 2])
    #expect(law.texts(of: .cell) == ["Head", "x", "1", "2", "3", "4"])
    #expect(law.lawText.suffix(7) == ["Fees", "Head", "x", "1", "2", "3", "4"])
    #expect(law.unmapped.isEmpty)
  }

  @Test("amended text and related provisions are quotations: their units belong to another act")
  func quotations() throws {
    let law = try document(
      justiceCanadaAct(
        section("1", "<Text>x</Text><AmendedText>\(section("77"))</AmendedText>"),
        back: "<RelatedOrNotInForce>\(heading(1, nil, "Related"))\(section("5"))</RelatedOrNotInForce>"))
    #expect(law.provisions.map(\.kind) == [.document, .section, .section, .section])
    #expect(law.provisions.map { $0.traits.contains(.quoted) } == [false, false, true, true])
    #expect(law.paths.prefix(2) == ["sec_1", "sec_1__sec_77"])
  }

  @Test("a section whose only words say so is repealed, one with other words is not")
  func repealed() throws {
    let law = try document(
      justiceCanadaAct(
        section("1", "<Text><Repealed>[Repealed, 2001, c. 1, s. 1]</Repealed></Text>")
          + section(
            "2",
            "<Text>Stands.</Text><Paragraph><Label>(a)</Label><Text><Repealed>[Repealed]</Repealed></Text></Paragraph>")
          + section("3", "<Text>Stands. <Repealed>[Repealed]</Repealed></Text>")))
    #expect(
      law.provisions.indices.filter { law.provisions[$0].traits.contains(.repealed) }.map(law.path(of:))
        == ["sec_1", "sec_2__para_a"])
  }

  @Test("a footnote is found by its mark and stands in its place")
  func footnotes() throws {
    let law = try document(
      justiceCanadaAct(
        section(
          "1",
          "<Text>One<FootnoteRef idref='f1'>*</FootnoteRef></Text><Footnote id='f1'><Label>*</Label><Text>Small.</Text></Footnote>"
        )))
    #expect(law.nodes(of: .noteMark).map(\.start) == [0])
    #expect(try #require(law.notes.first).isOfText)
    #expect(law.lawText.suffix(5) == ["1", "One", "*", "*", "Small."])
  }

  @Test("an unknown element keeps its text and is reported")
  func unknownElement() throws {
    let law = try document(justiceCanadaAct(section("1", "<Text>a<Wobble>b</Wobble>c</Text>")))
    #expect(law.lawText.suffix(4) == ["1", "a", "b", "c"])
    #expect(law.unmapped.map(\.name) == ["Wobble"])
  }
}

private func heading(_ level: Int, _ label: String?, _ title: String) -> String {
  let number = label.map { "<Label>\($0)</Label>" } ?? ""
  return "<Heading level=\"\(level)\">\(number)<TitleText>\(title)</TitleText></Heading>"
}
