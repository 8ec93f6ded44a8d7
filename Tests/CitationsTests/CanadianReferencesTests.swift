import Citations
import Provisions
import TestSupport
import Testing

@Suite("Resolution of Canadian references")
struct CanadianReferencesTests {
  @Test(
    "an act or regulation is found by its catalogue number, however it is written",
    arguments: ["SOR-2004-308", "SOR/2004-308", "DORS-2004-308", "DORS/2004-308", "sor-2004-308"])
  func catalogueNumbers(link written: String) throws {
    let graph = try linked([citing(act("link='\(written)'")), justiceCanadaRegulation("", number: "DORS/2004-308")])
    #expect(graph.edges.map(\.resolution) == [.resolved(Place(document: 1, provision: 0))])
  }

  @Test("an annual statute is found by year and chapter")
  func annualStatute() throws {
    let chapter = "<AnnualStatuteId><AnnualStatuteNumber>20</AnnualStatuteNumber><YYYY>2017</YYYY></AnnualStatuteId>"
    let statute = justiceCanadaAct("", number: "S-8.4").replacing("</Chapter>", with: chapter + "</Chapter>")
    let graph = try linked([citing(act("link='2017_20'")), statute])
    #expect(graph.edges.map(\.resolution) == [.resolved(Place(document: 1, provision: 0))])
  }

  @Test("an act without a link is found by its title, in any case and spacing")
  func titles() throws {
    let target = justiceCanadaAct("", number: "P-21", title: "Privacy Act")
    let mark = "<XRefExternal reference-type='act'>PRIVACY  ACT</XRefExternal>"
    #expect(
      try linked([citing(mark), target]).edges.map(\.resolution) == [.resolved(Place(document: 1, provision: 0))])
    #expect(try linked([citing(mark)]).edges.map(\.resolution) == [.workNotLoaded("PRIVACY ACT")])
  }

  @Test("an act that was not read is not loaded, and what is no law is external")
  func notLoaded() throws {
    #expect(try linked([citing(act("link='C-46'"))]).edges.map(\.resolution) == [.workNotLoaded("C-46")])
    let standard = "<XRefExternal reference-type='standard'>ISO 1</XRefExternal>"
    #expect(try linked([citing(standard)]).edges.map(\.resolution) == [.external])
  }

  @Test(
    "a section number is followed into its inner units as far as they are there",
    arguments: [
      ("2", "sec_2", true), ("2(1)", "sec_2__subsec_1", true), ("2(1)(a)", "sec_2__subsec_1__para_a", true),
      ("2(1)(z)", "sec_2", false), ("2(9)", "sec_2", false), ("2.1", "sec_2.1", true), ("12 (1)", "sec_12", false),
    ])
  func units(printed: String, path: String, isExact: Bool) throws {
    let body = section("2", inner) + section("2.1") + section("12")
    let graph = try linked([justiceCanadaAct(section("1", "<Text>see \(unit(printed))</Text>") + body)])
    switch (graph.edges.first?.resolution, isExact) {
    case (.resolved(let place)?, true): #expect(graph.id(of: place).path == path)
    case (.approximate(let place)?, false): #expect(graph.id(of: place).path.hasPrefix(path))
    default: Issue.record("\(graph.edges)")
    }
  }

  @Test("a section that is not there is missing, in a document that was read whole")
  func missing() throws {
    let law = justiceCanadaAct(section("1", "<Text>see \(unit("77"))</Text>"))
    let whole = Place(document: 0, provision: 0)
    #expect(try linked([law]).edges.map(\.resolution) == [.provisionMissing("77", nearest: whole)])
    let cut = law.replacing("</Statute>", with: "</Statut>")
    #expect(try linked([cut]).edges.map(\.resolution) == [.approximate(whole)])
  }

  @Test("in a schedule, its own sections come before those of the act")
  func schedules() throws {
    let cite = section("1", "<Text>see \(unit("2"))</Text>")
    let schedule = "<Schedule><ScheduleFormHeading><Label>SCHEDULE</Label></ScheduleFormHeading>"
    let graph = try linked([
      justiceCanadaAct(
        cite + section("2"), back: schedule + cite + section("2") + "</Schedule>" + schedule + cite + "</Schedule>")
    ])
    let found = graph.edges.compactMap { $0.resolution.place.map { graph.id(of: $0).path } }
    #expect(found == ["sec_2", "sched_n1__sec_2", "sec_2"])
  }

  @Test("where sections are numbered anew in each part, those of the citing part come first")
  func restartingSections() throws {
    func part(_ number: Int, citing: String) -> String {
      "<Heading level='1'><Label>PART \(number)</Label></Heading>\(section("1", "<Text>see \(unit(citing))</Text>"))"
        + section("2")
    }
    let graph = try linked([justiceCanadaAct(part(1, citing: "2") + part(2, citing: "2(1)") + section("3", inner))])
    let found = graph.edges.compactMap { $0.resolution.place.map { graph.id(of: $0).path } }
    #expect(found == ["part_1__sec_2", "part_2__sec_2"])
    #expect(graph.edges.first?.resolution == .resolved(Place(document: 0, provision: 3)))
  }

  @Test("where sections are numbered anew, a number of other parts only is found there, or in several")
  func otherParts() throws {
    func part(_ number: Int, _ sections: String) -> String {
      "<Heading level='1'><Label>PART \(number)</Label></Heading>\(section("1"))\(section("2"))\(sections)"
    }
    let cite = section("8", "<Text>see \(unit("6")) and \(unit("7"))</Text>")
    let graph = try linked([
      justiceCanadaAct(part(1, cite) + part(2, section("6") + section("7")) + part(3, section("7")))
    ])
    let sixth = try #require(graph.documents.first).index(of: "part_2__sec_6")
    #expect(graph.edges.first?.resolution == .resolved(Place(document: 0, provision: sixth)))
    guard case .ambiguous(let places)? = graph.edges.last?.resolution else {
      Issue.record("\(graph.edges)")
      return
    }
    #expect(places.map { graph.id(of: $0).path } == ["part_2__sec_7", "part_3__sec_7"])
  }

  @Test("a number that only quoted text of another act bears is missing here")
  func quotedSection() throws {
    let law = justiceCanadaAct(
      section("1", "<Text>see \(unit("39"))</Text>"),
      back: "<RelatedOrNotInForce>\(section("39"))</RelatedOrNotInForce>")
    let whole = Place(document: 0, provision: 0)
    #expect(try linked([law]).edges.map(\.resolution) == [.provisionMissing("39", nearest: whole)])
  }

  @Test("a section of a linked act is looked for there")
  func unitOfAct() throws {
    let target = justiceCanadaAct(section("2", inner), number: "P-21")
    func resolution(_ number: String) throws -> Resolution? {
      try linked([citing("section \(unit(number)) of the " + act("link='P-21'")), target]).edges.first?.resolution
    }
    #expect(try resolution("2(1)") == .resolved(Place(document: 1, provision: 2)))
    #expect(try resolution("3") == .provisionMissing("3", nearest: Place(document: 1, provision: 0)))
    let absent = "section \(unit("2")) of the " + act("link='C-46'")
    #expect(try linked([citing(absent), target]).edges.first?.resolution == .workNotLoaded("C-46"))
  }

  @Test("a section number in quoted text of another act, or of an act without a link, is external")
  func withoutHome() throws {
    let quoted = justiceCanadaAct(
      section("1", "<AmendedText>\(section("9", "<Text>\(unit("1"))</Text>"))</AmendedText>"))
    #expect(try linked([quoted]).edges.map(\.resolution) == [.external])
    let unlinked = citing("section \(unit("1")) of that Act")
    #expect(try linked([unlinked]).edges.map(\.resolution) == [.external])
  }

  @Test("the enabling authority leads to its act, and sections of the Act to their place in it")
  func enablingAuthority() throws {
    let target = justiceCanadaAct(section("2", inner), number: "P-21")
    let regulation = justiceCanadaRegulation(
      section("1", "<Text>under section \(unit("2")) of the Act</Text>"),
      authority: act("link='P-21'") + "<OtherAuthority>Prerogative</OtherAuthority>")
    #expect(
      try linked([target, regulation]).edges.map(\.resolution) == [
        .resolved(Place(document: 0, provision: 0)), .external, .resolved(Place(document: 0, provision: 1)),
      ])
  }
}

private let inner = """
  <Subsection><Label>(1)</Label><Text>x</Text><Paragraph><Label>(a)</Label><Text>y</Text></Paragraph></Subsection>
  """

private func unit(_ number: String) -> String { "<XRefInternal>\(number)</XRefInternal>" }

private func act(_ attributes: String) -> String {
  "<XRefExternal reference-type=\"act\" \(attributes)>Some Act</XRefExternal>"
}

private func citing(_ words: String) -> String {
  justiceCanadaAct(section("1", "<Text>\(words)</Text>"), number: "A-1", title: "Citing Act")
}
