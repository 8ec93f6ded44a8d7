import Provisions
import TestSupport
import Testing

@Suite("Time in Akoma Ntoso")
struct AkomaNtosoTimeTests {
  @Test("events of the life cycle keep kind, date and source in order")
  func events() throws {
    let law = try document(akomaNtoso(article("1"), metadata: lifecycle))
    #expect(law.events.map(\.kind) == ["generation", "amendment"])
    #expect(law.events.map(\.date) == [LegalDate("2020-01-01"), LegalDate("2022-06-30")])
    #expect(law.events.map(\.source) == ["#original", "#amending"])
  }

  @Test("an event without a day of the calendar is left out")
  func badDate() throws {
    let metadata = "<lifecycle source='#e'><eventRef eId='x' date='2020-02-30' type='repeal' source='#y'/></lifecycle>"
    let law = try document(akomaNtoso(article("1"), metadata: metadata))
    #expect(law.events.isEmpty)
    #expect(law.validity == .unknown)
  }

  @Test("a period is the interval between its events, open where it names none")
  func intervals() throws {
    let body = "<chapter period='#p1'><num>1</num>\(article("1"))</chapter><chapter period='#p2'><num>2</num></chapter>"
    let law = try document(
      akomaNtoso(
        body,
        metadata: lifecycle + periods(("p1", [("#e1", "#e2")]), ("p2", [("#e2", nil)]))))
    let first = law.provisions[try law.index(of: "chp_1")].validity
    #expect(first == interval("2020-01-01", "2022-06-30"))
    #expect(law.provisions[try law.index(of: "art_1")].validity == .unknown)
    #expect(law.provisions[try law.index(of: "chp_2")].validity == interval("2022-06-30", nil))
  }

  @Test("several intervals of one period reach from the first start to the last end")
  func severalIntervals() throws {
    let law = try document(
      akomaNtoso(
        "<article period='#p1'><num>1</num></article><article period='#p2'><num>2</num></article>",
        metadata: lifecycle
          + periods(
            ("p1", [("2021-01-01", "2021-06-01"), ("#e1", "2020-09-01")]), ("p2", [("#e2", nil), ("#e1", "#e2")]))))
    #expect(law.provisions[1].validity == interval("2020-01-01", "2021-06-01"))
    #expect(law.provisions[2].validity == interval("2020-01-01", nil))
  }

  @Test("a provision may give its start and end itself, as events or as days")
  func ownInterval() throws {
    let law = try document(
      akomaNtoso(
        "<article start='#e1' end='2023-01-01'><num>1</num></article><article start='#nope'><num>2</num></article>",
        metadata: lifecycle))
    #expect(law.provisions[1].validity == interval("2020-01-01", "2023-01-01"))
    #expect(law.provisions[2].validity == .unknown)
  }

  @Test("a removed provision is repealed", arguments: [("removed", true), ("undefined", false), ("edited", false)])
  func status(status: String, isRepealed: Bool) throws {
    let law = try document(akomaNtoso("<article status='\(status)'><num>1</num></article>"))
    #expect(law.provisions[1].traits.contains(.repealed) == isRepealed)
  }

  @Test("a period on the body is that of the whole document")
  func wholeDocument() throws {
    let xml = akomaNtoso(article("1"), metadata: lifecycle + periods(("p1", [("#e1", "#e2")])))
      .replacing("<body>", with: "<body period=\"#p1\">")
    #expect(try document(xml).validity == interval("2020-01-01", "2022-06-30"))
  }

  @Test("a repeal in the life cycle ends the document")
  func repeal() throws {
    let law = try document(akomaNtoso(article("1"), metadata: repealed(on: "2023-01-01")))
    #expect(law.validity.end == LegalDate("2023-01-01"))
    #expect(law.provisions[1].validity == .unknown)
  }

  @Test("a repeal that ends the period of a part does not end the document")
  func partialRepeal() throws {
    let law = try document(
      akomaNtoso(
        "<article period='#p1'><num>1</num></article>\(article("2"))",
        metadata: repealed(on: "2023-01-01") + periods(("p1", [("2020-01-01", "#r")]))))
    #expect(law.validity.end == nil)
    #expect(law.provisions[1].validity.end == LegalDate("2023-01-01"))
  }

  @Test("the repeal of an attached document does not end the act")
  func repealOfAttachment() throws {
    let law = try document(
      akomaNtoso(
        article("1"),
        back: """
          <attachments><attachment><doc name="annex"><meta>\(repealed(on: "2023-01-01"))</meta><mainBody/></doc>\
          </attachment></attachments>
          """))
    #expect(law.validity.end == nil)
  }
}

private let lifecycle = """
  <lifecycle source="#e"><eventRef eId="e1" date="2020-01-01" type="generation" source="#original"/>\
  <eventRef eId="e2" date="2022-06-30" type="amendment" source="#amending"/></lifecycle>
  """

private func repealed(on date: String) -> String {
  "<lifecycle source=\"#e\"><eventRef eId=\"r\" date=\"\(date)\" type=\"repeal\" source=\"#x\"/></lifecycle>"
}

private func periods(_ groups: (name: String, intervals: [(start: String, end: String?)])...) -> String {
  let inner = groups.map { group in
    let intervals = group.intervals.map { interval in
      let end = interval.end.map { " end=\"\($0)\"" } ?? ""
      return "<timeInterval start=\"\(interval.start)\"\(end) refersTo=\"#f\"/>"
    }
    return "<temporalGroup eId=\"\(group.name)\">\(intervals.joined())</temporalGroup>"
  }
  return "<temporalData source=\"#e\">\(inner.joined())</temporalData>"
}

private func interval(_ start: String?, _ end: String?) -> ValidityInterval {
  ValidityInterval(start: start.flatMap { LegalDate($0) }, end: end.flatMap { LegalDate($0) })
}
