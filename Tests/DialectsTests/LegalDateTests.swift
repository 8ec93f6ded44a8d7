import Provisions
import Testing

@Suite("Days")
struct LegalDateTests {
  @Test(
    "a day of the calendar is read, also as the start of a time",
    arguments: [
      ("2026-09-01", "2026-09-01"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
      ("1867-07-01", "1867-07-01"), ("2026-09-01T00:00:00Z", "2026-09-01"), ("0001-01-01", "0001-01-01"),
      ("9999-12-31", "9999-12-31"),
    ])
  func days(written: String, day: String) throws {
    #expect(try #require(LegalDate(written)).description == day)
  }

  @Test(
    "anything else is no day",
    arguments: [
      "", "2026", "2026-09", "2026-9-1", "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29", "1900-02-29",
      "0000-01-01", "2026-09-00", "2026-09-32", "2026/09/01", "01-09-2026", "2026-09-01x", "2026-09-01 ", " 2026-09-01",
      "２０２６-09-01", "+026-09-01", "2026-09-1a",
    ])
  func noDays(written: String) {
    #expect(LegalDate(written) == nil)
  }

  @Test("the order of days is order in time")
  func order() {
    let days = ["1999-12-31", "2000-01-01", "2000-01-31", "2000-02-01", "2000-12-31", "2001-01-01"]
    #expect(days.reversed().compactMap { LegalDate($0) }.sorted().map(\.description) == days)
  }
}
