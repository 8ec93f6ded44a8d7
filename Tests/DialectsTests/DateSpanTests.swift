import Provisions
import Testing

@Suite("Spans of time")
struct DateSpanTests {
  @Test(
    "are added as laws count them",
    arguments: [
      ("2021-06-01", "P3M", "2021-09-01"), ("2021-01-31", "P1M", "2021-02-28"), ("2024-02-29", "P1Y", "2025-02-28"),
      ("2023-12-31", "P1D", "2024-01-01"), ("2024-02-28", "P1D", "2024-02-29"),
      ("2020-01-15", "P1Y6M2W3D", "2021-08-01"),
      ("1999-12-31", "P366D", "2000-12-31"), ("9998-01-01", "P1Y", "9999-01-01"),
    ])
  func adding(start: String, span: String, end: String) throws {
    let (first, last) = (try #require(LegalDate(start)), try #require(LegalDate(end)))
    #expect(first.adding(try #require(DateSpan(span))) == last)
  }

  @Test(
    "in days lead there and back, over leap years and centuries",
    arguments: ["1600-02-28", "1900-03-01", "2000-02-29"])
  func days(start: String) throws {
    let first = try #require(LegalDate(start))
    for count in stride(from: 1, to: 100_000, by: 997) {
      let span = try #require(DateSpan("P\(count)D"))
      let later = try #require(first.adding(span))
      #expect(later > first && later.adding(span.negated) == first)
    }
  }

  @Test(
    "of other forms, and beyond all bounds, are none",
    arguments: ["", "P", "3M", "PT5H", "P-1D", "P1.5Y", "PM", "P999999999D"])
  func none(text: String) { #expect(DateSpan(text) == nil) }

  @Test("do not leave the calendar")
  func bounds() throws {
    let day = try #require(DateSpan("P1D"))
    #expect(try #require(LegalDate("9999-12-31")).adding(day) == nil)
    #expect(try #require(LegalDate("0001-01-01")).adding(day.negated) == nil)
  }
}
