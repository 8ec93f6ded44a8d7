import Citations
import Consolidation
import Provisions
import TestSupport
import Testing

@Suite("State in force")
struct ForceStateTests {
  @Test("a document that says nothing of time is not known to be in force")
  func unknown() throws {
    let law = akomaNtoso(article("1"))
    #expect(try state(of: "art_1", in: law, on: "2026-01-01") == .unknown)
    #expect(try state(of: "sec_1", in: justiceCanadaRegulation(section("1")), on: "2026-01-01") == .unknown)
  }

  @Test(
    "an interval holds from its first day to the day before its end",
    arguments: [
      ("2019-12-31", .notYetInForce(LegalDate("2020-01-01"))), ("2020-01-01", .inForce), ("2022-06-29", .inForce),
      ("2022-06-30", .expiredIn2022), ("2030-01-01", .expiredIn2022),
    ] as [(String, ForceState)])
  func interval(day: String, expected: ForceState) throws {
    let law = akomaNtoso("<article start='2020-01-01' end='2022-06-30'><num>1</num></article>")
    #expect(try state(of: "art_1", in: law, on: day) == expected)
  }

  @Test("what holds a provision decides where the provision says nothing")
  func inherited() throws {
    let law = akomaNtoso("<chapter start='2020-01-01' end='2022-06-30'><num>1</num>\(article("1"))</chapter>")
    #expect(try state(of: "art_1", in: law, on: "2021-01-01") == .inForce)
    #expect(try state(of: "art_1", in: law, on: "2019-01-01") == .notYetInForce(LegalDate("2020-01-01")))
    #expect(try state(of: "art_1", in: law, on: "2023-01-01") == .expiredIn2022)
  }

  @Test("a provision in force is not, where what holds it is over, repealed or not there yet")
  func outerEnds() throws {
    func law(_ outer: String) -> String {
      akomaNtoso("<chapter \(outer)><num>1</num><article start='2020-01-01'><num>1</num></article></chapter>")
    }
    #expect(try state(of: "art_1", in: law("end='2022-06-30'"), on: "2023-01-01") == .expiredIn2022)
    #expect(try state(of: "art_1", in: law("status='removed'"), on: "2023-01-01") == .repealed(nil))
    #expect(
      try state(of: "art_1", in: law("start='2025-01-01'"), on: "2023-01-01")
        == .notYetInForce(LegalDate("2025-01-01")))
    #expect(try state(of: "art_1", in: law("start='2022-01-01'"), on: "2023-01-01") == .inForce)
  }

  @Test("a repealed provision names the day where its interval has an end")
  func repealed() throws {
    let law = akomaNtoso("<article status='removed' end='2022-06-30'><num>1</num></article>\(article("2"))")
    #expect(try state(of: "art_1", in: law, on: "2023-01-01") == .repealed(LegalDate("2022-06-30")))
    #expect(try state(of: "art_2", in: law, on: "2023-01-01") == .unknown)
  }

  @Test(
    "the repeal of a document ends all that it holds, on its day",
    arguments: [("2022-12-31", .inForce), ("2023-01-01", .repealedIn2023), ("2024-01-01", .repealedIn2023)]
      as [(String, ForceState)])
  func repealedDocument(day: String, expected: ForceState) throws {
    let event = "<lifecycle source='#e'><eventRef eId='r' date='2023-01-01' type='repeal' source='#x'/></lifecycle>"
    let law = akomaNtoso("<article start='2020-01-01'><num>1</num></article>", metadata: event)
    #expect(try state(of: "art_1", in: law, on: day) == expected)
  }

  @Test(
    "an interval that dates the wording speaks of another wording before its first day",
    arguments: [("2019-12-31", .otherWordingIn2020), ("2020-01-01", .inForce)] as [(String, ForceState)])
  func wording(day: String, expected: ForceState) throws {
    let law = justiceCanadaAct("<Section lims:inforce-start-date='2020-01-01'><Label>1</Label></Section>")
    #expect(try state(of: "sec_1", in: law, on: day) == expected)
  }

  @Test("the innermost later wording decides, and an outer one that holds the day says in force")
  func innermostWording() throws {
    func law(_ outer: String) -> String {
      justiceCanadaAct(
        """
        <Section lims:inforce-start-date="\(outer)"><Label>1</Label>\
        <Subsection lims:inforce-start-date="2020-01-01"><Label>(2)</Label></Subsection></Section>
        """)
    }
    #expect(try state(of: "sec_1__subsec_2", in: law("2024-01-01"), on: "2015-01-01") == .otherWordingIn2020)
    #expect(try state(of: "sec_1__subsec_2", in: law("2024-01-01"), on: "2021-01-01") == .inForce)
    #expect(try state(of: "sec_1__subsec_2", in: law("2010-01-01"), on: "2015-01-01") == .inForce)
  }

  @Test("markup that says not in force is not yet in force, on an unknown day")
  func notInForce() throws {
    let law = justiceCanadaAct(
      "<Section in-force='no' lims:inforce-start-date='2020-01-01'><Label>1</Label></Section>" + section("2"))
    #expect(try state(of: "sec_1", in: law, on: "2026-01-01") == .notYetInForce(nil))
    #expect(try state(of: "sec_2", in: law, on: "2026-01-01") == .unknown)
    let whole = justiceCanadaAct(section("1"), attributes: " in-force=\"no\"")
    #expect(try state(of: "sec_1", in: whole, on: "2026-01-01") == .notYetInForce(nil))
  }

  @Test("the interval of the whole document comes last")
  func wholeDocument() throws {
    let law = justiceCanadaAct(
      section("1") + "<Section lims:inforce-start-date='2024-01-01'><Label>2</Label></Section>",
      attributes: " lims:inforce-start-date=\"2020-01-01\"")
    #expect(try state(of: "sec_1", in: law, on: "2021-01-01") == .inForce)
    #expect(try state(of: "sec_1", in: law, on: "2015-01-01") == .otherWordingIn2020)
    let since = try #require(LegalDate("2024-01-01"))
    #expect(try state(of: "sec_2", in: law, on: "2021-01-01") == .otherWording(since: since))
  }

  @Test(
    "a document that says nothing of itself is in force as soon as one of its provisions is",
    arguments: [
      ("2019-01-01", .notYetInForce(LegalDate("2020-01-01"))), ("2020-01-01", .inForce), ("2025-01-01", .inForce),
    ] as [(String, ForceState)])
  func documentState(day: String, expected: ForceState) throws {
    let law = akomaNtoso(
      """
      <article start="2023-01-01"><num>1</num></article><article start="2020-01-01"><num>2</num></article>\
      <article start="2020-01-01" end="2022-06-30"><num>3</num></article>
      """)
    #expect(try framework([law], on: day).state(ofDocument: 0) == expected)
  }

  @Test("a document with a unit without dates is not said to be to come or over")
  func partlyDated() throws {
    let law = akomaNtoso("<article start=\"2020-01-01\" end=\"2022-06-30\"><num>1</num></article>" + article("2"))
    #expect(try framework([law], on: "2019-01-01").state(ofDocument: 0) == .unknown)
    #expect(try framework([law], on: "2021-01-01").state(ofDocument: 0) == .inForce)
    #expect(try framework([law], on: "2023-01-01").state(ofDocument: 0) == .unknown)
  }

  @Test("a document whose every dated provision is over has expired, and quoted units do not count")
  func expiredDocument() throws {
    let law = akomaNtoso(
      """
      <article start="2020-01-01" end="2022-06-30"><num>1</num><content><p><quotedStructure>\
      <article start="2020-01-01"><num>9</num></article></quotedStructure></p></content></article>
      """)
    #expect(try framework([law], on: "2023-01-01").state(ofDocument: 0) == .expiredIn2022)
    #expect(try framework([akomaNtoso(article("1"))], on: "2023-01-01").state(ofDocument: 0) == .unknown)
  }
}

extension ForceState {
  fileprivate static let expiredIn2022 = LegalDate("2022-06-30").map(ForceState.expired) ?? .unknown
  fileprivate static let repealedIn2023 = ForceState.repealed(LegalDate("2023-01-01"))
  fileprivate static let otherWordingIn2020 = LegalDate("2020-01-01").map(ForceState.otherWording) ?? .unknown
}

private func framework(_ laws: [String], on day: String) throws -> Framework {
  let date = try #require(LegalDate(day))
  return consolidate(link(try laws.map { try document($0) })).on(date)
}

private func state(of path: String, in law: String, on day: String) throws -> ForceState {
  let seen = try framework([law], on: day)
  let index = try #require(seen.graph.documents.first).index(of: path)
  return seen.state(of: Place(document: 0, provision: index))
}
