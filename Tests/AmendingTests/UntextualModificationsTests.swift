import Citations
import Provisions
import TestSupport
import Testing

@testable import Amending

/// Modifications that leave the words: of force, efficacy, meaning, scope and the legal system.
@Suite("Modifications that change no word")
struct UntextualModificationsTests {
  static let base = akomaNtoso(article("1") + article("2"))

  /// An act of 2021 with modifications of the base in its Article 1, each in force as a period says.
  static func giver(
    _ modifications: String, work: String = "/akn/zz/act/2021-01-01/2", body: String = article("1"),
    day: String = "2021"
  ) -> String {
    akomaNtoso(
      body, work: work,
      metadata: """
        <lifecycle source="#e"><eventRef eId="e1" date="2022-01-01" source="#o" type="amendment"/>\
        <eventRef eId="e2" date="2023-01-01" source="#o" type="amendment"/>\
        <eventRef eId="e3" date="2024-01-01" source="#o" type="amendment"/></lifecycle>\
        <analysis source="#e"><activeModifications>\(modifications)</activeModifications></analysis>\
        <temporalData source="#e"><temporalGroup eId="p1"><timeInterval start="#e1" refersTo="#f"/></temporalGroup>\
        <temporalGroup eId="p2"><timeInterval start="#e2" refersTo="#f"/></temporalGroup>\
        <temporalGroup eId="p3"><timeInterval start="#e3" refersTo="#f"/></temporalGroup>\
        <temporalGroup eId="p12"><timeInterval start="#e1" end="#e2" refersTo="#f"/></temporalGroup></temporalData>
        """
    ).replacing("<FRBRdate date=\"2020-01-01\"", with: "<FRBRdate date=\"\(day)-01-01\"")
  }

  static func modification(
    _ element: String, _ type: String, source: String = "art_1", on target: String = "#art_1",
    of act: String = "/akn/zz/act/2020-01-01/1", _ time: String
  ) -> String {
    """
    <\(element) type="\(type)"><source href="#\(source)"/><destination href="\(act)\(target)"/>\(time)</\(element)>
    """
  }

  static func force(_ period: String) -> String { "<force period=\"#\(period)\"/>" }

  static func replacement(_ period: String, source: String = "m") -> String {
    modification("textualMod", "substitution", source: source, on: "#art_2", force(period))
  }

  static let replacing = article(
    "1",
    """
    <content><p><mod eId="m">“<quotedText eId="q1">Text.</quotedText>” is replaced by “<quotedText eId="q2">Words.\
    </quotedText>”</mod></p></content>
    """)

  /// The amendments of a framework and the base's text on a day.
  static func text(
    _ acts: [String], on day: String, by axis: PointOfView.Axis = .force
  ) throws -> (amendments: Amendments, text: AmendedText) {
    let documents = try acts.map { try document($0) }
    let amendments = Amendments(link(documents), from: PointOfView(by: axis)) { MarkupTree(read(acts[$0]).0) }
    let date = try #require(LegalDate(day))
    return (amendments, amendments.text(of: 0, MarkupTree(read(acts[0]).0), on: date))
  }

  static func words(_ text: AmendedText, _ unit: String) throws -> String {
    text.tree.text(try #require(text.place(unit)))
  }

  @Test("a unit that is no longer in force keeps its number and a note, from that day on")
  func end() throws {
    let acts = [Self.base, Self.giver(Self.modification("forceMod", "endOfEnactment", Self.force("p1")))]
    #expect(try Self.words(Self.text(acts, on: "2021-12-31").text, "art_1") == "Article 1Text.")
    let (amendments, text) = try Self.text(acts, on: "2022-01-01")
    #expect(try Self.words(text, "art_1") == "Article 1(No longer in force.)")
    #expect(amendments.instructions.map(\.words) == ["art_1 is no longer in force"])
    #expect(text.traces(amendments.instructions).map(\.kind) == [.ended])
  }

  @Test("a later beginning is written at the unit, also for days before it")
  func beginning() throws {
    let acts = [Self.base, Self.giver(Self.modification("forceMod", "entryIntoForce", Self.force("p2")))]
    for day in ["2021-06-01", "2023-06-01"] {
      let text = try Self.text(acts, on: day).text
      #expect(try Self.words(text, "art_1") == "Article 1Text.")
      #expect(text.tree.attribute(try #require(text.place("art_1")), "period") == "#tg_2023-01-01")
      let made = try document(String(decoding: MarkupWriter.xml(text.tree), as: UTF8.self))
      #expect(made.provisions[1].validity.start == LegalDate("2023-01-01"))
    }
  }

  @Test("a change of efficacy counts on its own axis only")
  func efficacy() throws {
    let time = "<efficacy period=\"#p1\"/>"
    let acts = [Self.base, Self.giver(Self.modification("efficacyMod", "endOfEfficacy", time))]
    let (amendments, text) = try Self.text(acts, on: "2025-01-01")
    #expect(try Self.words(text, "art_1") == "Article 1Text.")
    #expect(text.outcomes == [0: .applied])
    #expect(amendments.instructions.map(\.words) == ["art_1 is no longer effective"])
  }

  @Test(
    "a change of meaning or scope is noted at its target and leaves the text",
    arguments: [("meaningMod", "authenticInterpretation"), ("scopeMod", "exceptionOfScope")])
  func construction(element: String, type: String) throws {
    let acts = [Self.base, Self.giver(Self.modification(element, type, Self.force("p1")))]
    let (amendments, text) = try Self.text(acts, on: "2022-01-01")
    #expect(text.traces(amendments.instructions).map(\.identifier) == ["art_1"])
    #expect(text.traces(amendments.instructions).map(\.kind) == [.construed])
    #expect(try Self.words(text, "art_1") == "Article 1Text.")
    #expect(String(decoding: MarkupWriter.xml(text.tree), as: UTF8.self).contains("<\(element) "))
  }

  @Test("an unknown type and a missing target are told, a mere relation is none")
  func faults() throws {
    let acts = [
      Self.base,
      Self.giver(
        Self.modification("forceMod", "haste", Self.force("p1"))
          + Self.modification("forceMod", "endOfEnactment", on: "#art_9", Self.force("p1"))
          + Self.modification("legalSystemMod", "legislativeDelegation", Self.force("p1"))),
    ]
    let outcomes = try Self.text(acts, on: "2022-01-01").text.outcomes
    #expect(outcomes.count == 2)
    #expect(outcomes[0] == .failed(.notUnderstood("a forceMod of the type “haste” is not known")))
    #expect(outcomes[1] == .failed(.targetMissing("art_9")))
  }

  /// An act of 2021 that replaces words from 2022 on, and an act of 2022 that changes the time of that act.
  static func rescheduled(_ type: String, _ period: String, on day: String) throws -> AmendedText {
    try text(
      [
        base, giver(replacement("p1"), body: replacing),
        giver(
          modification("forceMod", type, on: "#art_1", of: "/akn/zz/act/2021-01-01/2", force(period)),
          work: "/akn/zz/act/2021-06-01/3"),
      ], on: day
    ).text
  }

  @Test(
    "the time of an amending act is the time of its instructions",
    arguments: [
      ("postponementOfEntryIntoForce", "p2", "2022-06-01", "Text."),
      ("postponementOfEntryIntoForce", "p2", "2023-06-01", "Words."),
      ("endOfEnactment", "p2", "2022-06-01", "Words."), ("endOfEnactment", "p2", "2023-06-01", "Words."),
      ("prorogationOfForce", "p12", "2022-06-01", "Words."), ("prorogationOfForce", "p12", "2023-06-01", "Words."),
    ])
  func schedule(type: String, period: String, day: String, words: String) throws {
    #expect(try Self.words(Self.rescheduled(type, period, on: day), "art_2") == "Article 2" + words)
  }

  @Test(
    "an amending act that is amended before it counts says what it says then",
    arguments: [("p1", "Other."), ("p2", "Words.")])
  func amendedAmendment(period: String, words: String) throws {
    let second = article(
      "1",
      """
      <content><p><mod eId="m">“<quotedText eId="q1">Words</quotedText>” is replaced by “<quotedText eId="q2">Other\
      </quotedText>”</mod></p></content>
      """)
    let acts = [
      Self.base, Self.giver(Self.replacement("p1"), body: Self.replacing),
      Self.giver(
        Self.modification(
          "textualMod", "substitution", source: "m", on: "#q2", of: "/akn/zz/act/2021-01-01/2", Self.force(period)),
        work: "/akn/zz/act/2021-06-01/3", body: second, day: "2022"),
    ]
    #expect(try Self.words(Self.text(acts, on: "2025-01-01").text, "art_2") == "Article 2" + words)
  }

  @Test("a prolonged unit ends on the later day")
  func prolongation() throws {
    let acts = [
      Self.base, Self.giver(Self.modification("forceMod", "endOfEnactment", Self.force("p1"))),
      Self.giver(
        Self.modification("forceMod", "prorogationOfForce", Self.force("p3")), work: "/akn/zz/act/2021-06-01/3",
        day: "2022"),
    ]
    #expect(try Self.words(Self.text(acts, on: "2023-06-01").text, "art_1") == "Article 1Text.")
    #expect(try Self.words(Self.text(acts, on: "2024-06-01").text, "art_1") == "Article 1(No longer in force.)")
  }

  // MARK: Times and parts

  /// The base's Article 2 on a day, after an act that replaces its words in a period which `timeData` declares as "px".
  static func limited(_ timeData: String, attributes: String = "", references: String = "", on day: String) throws
    -> String
  {
    let amending = giver(
      replacement("px").replacing("<textualMod ", with: "<textualMod \(attributes) "), body: replacing
    )
    .replacing("<temporalData source=\"#e\">", with: "<temporalData source=\"#e\">\(timeData)")
    .replacing("</meta>", with: "<references source=\"#e\">\(references)</references></meta>")
    return try words(text([base, amending], on: day).text, "art_2")
  }

  static let year =
    "<temporalGroup eId=\"px\"><timeInterval start=\"#e1\" duration=\"P3M\" refersTo=\"#f\"/></temporalGroup>"

  @Test(
    "a duration ends what it measures, and each interval of a group counts",
    arguments: [
      (year, "2022-03-31", "Words."), (year, "2022-04-01", "Text."),
      (
        """
        <temporalGroup eId="px"><timeInterval start="#e1" duration="P1M" refersTo="#f"/>\
        <timeInterval start="#e2" duration="P1M" refersTo="#f"/></temporalGroup>
        """, "2023-01-15", "Words."
      ),
      (
        "<temporalGroup eId=\"px\"><timeInterval end=\"#e2\" duration=\"P1M\" refersTo=\"#f\"/></temporalGroup>",
        "2022-12-15",
        "Words."
      ),
      (
        "<temporalGroup eId=\"px\"><timeInterval start=\"#e2\" end=\"#e1\" refersTo=\"#f\"/></temporalGroup>",
        "2024-06-01",
        "Text."
      ),
      (
        "<temporalGroup eId=\"px\"><timeInterval start=\"#gone\" refersTo=\"#f\"/></temporalGroup>", "2024-06-01",
        "Text."
      ),
    ])
  func intervals(timeData: String, day: String, words: String) throws {
    #expect(try Self.limited(timeData, on: day) == "Article 2" + words)
  }

  @Test("what is made for a part or on a condition waits, and says so")
  func parts() throws {
    let period = "<temporalGroup eId=\"px\"><timeInterval start=\"#e1\" refersTo=\"#f\"/></temporalGroup>"
    let north = "<TLCLocation eId=\"north\" href=\"/n\" showAs=\"the Northern Province\"/>"
    let text = try Self.limited(period, attributes: "refersTo=\"#north\"", references: north, on: "2024-01-01")
    #expect(text == "Article 2Text.")
    let condition = Self.replacement("p1").replacing(
      "</textualMod>", with: "<condition><t xmlns=\"x\">once a port is built</t></condition></textualMod>")
    let amendments = try Self.text([Self.base, Self.giver(condition, body: Self.replacing)], on: "2024-01-01")
      .amendments
    #expect(amendments.instructions.map(\.effective) == [.undetermined("on condition: once a port is built")])
  }

  @Test("an amendment of a unit to come takes effect with it")
  func unitToCome() throws {
    let inserting = article(
      "1",
      """
      <content><p><mod eId="m"><quotedStructure eId="q"><article eId="q__art_3"><num>Article 3</num><content><p>Ten.</p>\
      </content></article></quotedStructure></mod></p></content>
      """)
    let correcting = article(
      "1",
      """
      <content><p><mod eId="m">“<quotedText eId="q1">Ten</quotedText>” is replaced by “<quotedText eId="q2">Six\
      </quotedText>”</mod></p></content>
      """)
    let acts = [
      Self.base,
      Self.giver(
        Self.modification("textualMod", "insertion", source: "m", on: "#art_2\" pos=\"after", Self.force("p3")),
        body: inserting),
      Self.giver(
        Self.modification("textualMod", "substitution", source: "m", on: "#art_3", Self.force("p1")),
        work: "/akn/zz/act/2021-06-01/3", body: correcting, day: "2022"),
    ]
    let (amendments, before) = try Self.text(acts, on: "2023-06-01")
    #expect(before.outcomes.values.allSatisfy { $0 == .pending })
    #expect(amendments.instructions.map(\.effective.start) == [LegalDate("2024-01-01"), LegalDate("2024-01-01")])
    let text = try Self.text(acts, on: "2024-01-01").text
    #expect(text.outcomes.values.allSatisfy { $0 == .applied })
    #expect(try Self.words(text, "art_3") == "Article 3Six.")
  }

  @Test("an act that an amended document names and that is not loaded is told")
  func unsupplied() throws {
    let base = akomaNtoso(
      article("1"),
      metadata: """
        <analysis source="#e"><passiveModifications><textualMod type="substitution">\
        <source href="/akn/zz/act/2019-01-01/45#art_1"/><destination href="#art_1"/></textualMod></passiveModifications></analysis>
        """)
    let amendments = try Self.text([base], on: "2024-01-01").amendments
    #expect(amendments.unsupplied == [UnsuppliedAct(target: 0, work: "akn/zz/act/2019-01-01/45", from: nil)])
  }

  // MARK: Orders on the time of acts

  /// The base's Article 2 on a day, after an act that replaces its words from a period on, and orders on that act.
  static func ordered(_ orders: [(adopted: String, modification: String)], own: String = "p1", on day: String) throws
    -> String
  {
    let given = orders.enumerated().map { k, order in
      giver(order.modification, work: "/akn/zz/act/2021-06-01/\(k + 3)")
        .replacing("<FRBRdate date=\"2021-01-01\"", with: "<FRBRdate date=\"\(order.adopted)\"")
    }
    return try words(text([base, giver(replacement(own), body: replacing)] + given, on: day).text, "art_2")
  }

  static func order(_ type: String, _ period: String, on unit: String = "", attributes: String = "") -> String {
    modification("forceMod", type, on: unit, of: "/akn/zz/act/2021-01-01/2", force(period))
      .replacing("<forceMod ", with: "<forceMod \(attributes) ")
  }

  @Test("what has begun does not begin again, is not postponed, and keeps a closer commencement")
  func begun() throws {
    let rest = Self.order("entryIntoForce", "p3")
    #expect(try Self.ordered([("2022-06-01", rest)], on: "2023-06-01") == "Article 2Words.")
    #expect(
      try Self.ordered([("2022-06-01", Self.order("postponementOfEntryIntoForce", "p3"))], on: "2023-06-01")
        == "Article 2Words.")
    #expect(try Self.ordered([("2021-06-01", rest)], on: "2023-06-01") == "Article 2Text.")
    let close = Self.order("entryIntoForce", "p2", on: "#art_1")
    #expect(
      try Self.ordered([("2021-06-01", close), ("2021-07-01", rest)], own: "none", on: "2023-06-01")
        == "Article 2Words.")
  }

  @Test("a commencement for a purpose says nothing against a day, and a range is commenced whole")
  func purposes() throws {
    let purpose = Self.giver(
      Self.order("entryIntoForce", "p2", attributes: "refersTo=\"#byLaws\""), work: "/akn/zz/act/2021-06-01/3"
    ).replacing(
      "</meta>",
      with: "<references source=\"#e\"><TLCConcept eId=\"byLaws\" href=\"/c\" showAs=\"by-laws\"/></references></meta>")
    let acts = [Self.base, Self.giver(Self.replacement("p1"), body: Self.replacing), purpose]
    #expect(try Self.words(Self.text(acts, on: "2022-06-01").text, "art_2") == "Article 2Words.")
    let second = article("0") + Self.replacing
    let range = Self.modification(
      "forceMod", "entryIntoForce", on: "#art_0\" upTo=\"#art_1", of: "/akn/zz/act/2021-01-01/2", Self.force("p1"))
    let ordered = [
      Self.base, Self.giver(Self.replacement("none"), body: second),
      Self.giver(range, work: "/akn/zz/act/2021-06-01/3"),
    ]
    #expect(try Self.words(Self.text(ordered, on: "2022-06-01").text, "art_2") == "Article 2Words.")
  }

  @Test("a change of time of a range is one of its units")
  func rangeOfUnits() throws {
    let range = Self.modification("forceMod", "endOfEnactment", on: "#art_1\" upTo=\"#art_2", Self.force("p1"))
    let base = Self.base.replacing("</article>", with: "</article>\n  ")
    let text = try Self.text([base, Self.giver(range)], on: "2022-06-01").text
    #expect(try Self.words(text, "art_2") == "Article 2(No longer in force.)")
    #expect(text.outcomes == [0: .applied])
  }

  @Test("a prolongation gives no end to what has none, and comes too late for what has ended")
  func prolongations() throws {
    let longer = Self.order("prorogationOfForce", "p12")
    #expect(try Self.ordered([("2021-06-01", longer)], on: "2024-06-01") == "Article 2Words.")
    let ended = Self.modification("forceMod", "endOfEnactment", Self.force("p1"))
    let acts = [
      Self.base, Self.giver(ended),
      Self.giver(
        Self.modification("forceMod", "prorogationOfForce", Self.force("p3")), work: "/akn/zz/act/2021-06-01/3",
        day: "2023"),
    ]
    #expect(try Self.words(Self.text(acts, on: "2023-06-01").text, "art_1") == "Article 1(No longer in force.)")
  }

  @Test(
    "numbers are found whole, and words where they are whole before others",
    arguments: [
      ("The fare is 15 crowns.", "5 crowns", []), ("It is 5.50 or 5.", "5", [14..<15]),
      ("At 40, and 400.", "40", [3..<5]),
      ("A registered register.", "register", [13..<21]), ("They are registered.", "register", [9..<17]),
      ("Артикул 5а, 5.", "5", [15..<16, 20..<21]), ("5", "5", [0..<1]),
    ])
  func wholeWords(text: String, words: String, places: [Range<Int>]) throws {
    let tree = MarkupTree(read("<p>\(text)</p>").0)
    #expect(tree.findWhole(words, in: tree.root) == places)
  }

  @Test("links of the text follow a renumbering, in the text as well")
  func redirected() throws {
    let base = akomaNtoso(
      article("1", "<content><p>See <ref href='#art_2'>Article 2</ref>.</p></content>") + article("2"))
    let renumbering = Self.modification("textualMod", "renumbering", on: "#art_2", Self.force("p1"))
      .replacing("</textualMod>", with: "<new href=\"/akn/zz/act/2020-01-01/1#art_3\"/></textualMod>")
    let text = try Self.text([base, Self.giver(renumbering)], on: "2022-06-01").text
    let written = String(decoding: MarkupWriter.xml(text.tree), as: UTF8.self)
    #expect(written.contains("<ref href=\"#art_3\">Article 2</ref>"), "\(written)")
  }
}
