import Dialects
import Provisions
import TestSupport
import Testing

@Suite("Identity and time of Justice Canada documents")
struct JusticeCanadaIdentityTests {
  @Test("an act is known by its catalogue number", arguments: [("en", "A-1"), ("fr", "A-1")])
  func act(language: String, number: String) throws {
    let identity = try document(justiceCanadaAct(section("1"), number: number, language: language)).identity
    #expect(identity.work == "/ca/act/A-1")
    #expect(identity.kind == "act")
    #expect(identity.rank == .law)
    #expect(identity.language == language)
    #expect(identity.displayTitle == "Example Act")
  }

  @Test(
    "a regulation is known by one number in both languages",
    arguments: [
      ("SOR/2004-308", "SOR-2004-308"), ("DORS/2004-308", "SOR-2004-308"), ("DORS-2004-308", "SOR-2004-308"),
      ("SI/2018-66", "SI-2018-66"), ("TR/2018-66", "SI-2018-66"), ("C.R.C., c. 1509", "CRC-1509"),
      ("C.R.C., ch. 1509", "CRC-1509"), ("C.R.C.,_c._1509", "CRC-1509"),
    ])
  func regulation(printed: String, number: String) throws {
    #expect(JusticeCanada.catalogueNumber(printed) == number)
    let identity = try document(justiceCanadaRegulation(section("1"), number: printed)).identity
    #expect(identity.work == "/ca/regulation/" + number)
    #expect(identity.number == printed)
    #expect(identity.kind == "regulation")
    #expect(identity.rank == .byLaw)
    #expect(identity.form == .act)
  }

  @Test("the day on which a regulation was registered is that of its adoption")
  func registration() throws {
    let date = "<RegistrationDate><Date><YYYY>1983</YYYY><MM>6</MM><DD>3</DD></Date></RegistrationDate>"
    let xml = justiceCanadaRegulation(section("1")).replacing("</InstrumentNumber>", with: "</InstrumentNumber>" + date)
    #expect(try document(xml).identity.adopted == LegalDate("1983-06-03"))
  }

  @Test("the year of an annual statute is that of its chapter, not that of its consolidation")
  func annualStatute() throws {
    let history = """
      <BillHistory><Stages stage="consolidation"><Date><YYYY>2025</YYYY><MM>6</MM><DD>15</DD></Date></Stages></BillHistory>
      """
    let chapter = "<AnnualStatuteId><AnnualStatuteNumber>20</AnnualStatuteNumber><YYYY>2017</YYYY></AnnualStatuteId>"
    let revised = justiceCanadaAct(section("1"), number: "S-8.4")
      .replacing("<Chapter>", with: history + "<Chapter>").replacing("</Chapter>", with: chapter + "</Chapter>")
    #expect(try document(revised).identity.work == "/ca/act/S-8.4")
    #expect(try document(revised).identity.aliases == ["/ca/act/2017_20"])
    let annual = revised.replacing("<ConsolidatedNumber>S-8.4</ConsolidatedNumber>", with: "")
    #expect(try document(annual).identity.work == "/ca/act/2017_20")
    #expect(try document(annual).identity.number == "2017, c. 20")
  }

  @Test("a bill is a draft of a law")
  func bill() throws {
    let identity = try document(
      """
      <Bill xml:lang="en"><Identification><BillNumber>C-58</BillNumber><Parliament><Session>1</Session>\
      <Number>42</Number></Parliament><LongTitle>An Act</LongTitle></Identification><Body/></Bill>
      """
    ).identity
    #expect(identity.form == .bill)
    #expect(identity.rank == .law)
    #expect(identity.number == "C-58")
    #expect(identity.work == "/ca/bill/1-42/C-58")
  }

  @Test("intervals date the wording, of sections and of the whole")
  func intervals() throws {
    let law = try document(
      justiceCanadaAct(
        """
        <Heading level="1" lims:inforce-start-date="2021-01-01"><TitleText>x</TitleText></Heading>\
        <Section lims:inforce-start-date="2022-02-02"><Label>1</Label><Subsection><Label>(1)</Label></Subsection></Section>
        """, attributes: " lims:inforce-start-date=\"2020-01-01\" lims:pit-date=\"2023-03-03\""))
    #expect(law.intervalsDateTheText)
    #expect(law.validity.start == LegalDate("2020-01-01"))
    let starts = law.provisions.dropFirst().map(\.validity.start)
    #expect(starts == [LegalDate("2021-01-01"), LegalDate("2022-02-02"), nil])
    #expect(law.identity.versionDate == LegalDate("2023-03-03"))
  }

  @Test("only an attribute of Justice Canada's namespace dates a section")
  func foreignAttribute() throws {
    let law = try document(
      justiceCanadaAct("<Section inforce-start-date='2022-02-02' xmlns:x='urn:x' x:inforce-start-date='2022-02-02'/>"))
    #expect(law.provisions[1].validity == .unknown)
  }

  @Test("a section or act that is marked as not in force has the trait", arguments: [("no", true), ("yes", false)])
  func notInForce(value: String, isNot: Bool) throws {
    let law = try document(
      justiceCanadaAct("<Section in-force='\(value)'><Label>1</Label></Section>", attributes: " in-force=\"\(value)\""))
    #expect(law.provisions.map { $0.traits.contains(.notInForce) } == [isNot, isNot])
  }
}
