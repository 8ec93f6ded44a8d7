import Checking
import Diagnostics
import TestSupport
import Testing

@Suite("Rules about time and amendments")
struct TimeRulesTests {
  private static let programme = akomaNtoso(
    timed("1", from: "2010-01-01", to: "2015-01-01"), work: "/akn/zz/act/2010-01-01/9")

  private static func citing(_ words: String, _ more: String = "") -> String {
    akomaNtoso(
      "<article eId=\"art_1\" start=\"2012-01-01\"\(more)><num>Article 1</num>"
        + content("\(words) \(link("/akn/zz/act/2010-01-01/9#art_1", "that")).") + "</article>")
  }

  @Test("target-expired: from the day on which the time is over", arguments: [("2014-12-31", 0), ("2015-01-01", 1)])
  func expired(date: String, count: Int) async throws {
    let found = try await findings(TargetExpired.self, in: [Self.programme, Self.citing("In pursuance of")], on: date)
    #expect(found.count == count)
    if let finding = found.first {
      #expect(
        finding.message
          == "article 1 of “/akn/zz/act/2010-01-01/9” lapsed on 2015-01-01, and this provision still relies on it")
    }
  }

  @Test("target-expired: not flagged are words that look back, citing provisions that are over, and repeals")
  func quietExpired() async throws {
    #expect(try await findings(TargetExpired.self, in: [Self.programme, Self.citing("Under the former")]).isEmpty)
    #expect(
      try await findings(TargetExpired.self, in: [Self.programme, Self.citing("Under", " end=\"2016-01-01\"")]).isEmpty)
    #expect(try await findings(TargetExpired.self, in: documents(inWhichFires: TargetRepealed.self)).isEmpty)
  }

  @Test(
    "target-not-yet-in-force: until the target commences, and where both states are known",
    arguments: [("2026-12-31", 1), ("2027-01-01", 0), ("2019-12-31", 0)])
  func notYet(date: String, count: Int) async throws {
    let documents = try documents(inWhichFires: TargetNotYetInForce.self)
    #expect(try await findings(TargetNotYetInForce.self, in: documents, on: date).count == count)
  }

  @Test("target-not-yet-in-force: not flagged are clauses on commencement and provisions of unknown state")
  func quietNotYet() async throws {
    let law = akomaNtoso(timed("1", from: "2027-01-01"), work: "/akn/zz/act/2010-01-01/9")
    let words = "the Minister brings into force"
    #expect(try await findings(TargetNotYetInForce.self, in: [law, Self.citing(words)]).isEmpty)
    let undated = akomaNtoso(article("1", content("See \(link("/akn/zz/act/2010-01-01/9#art_1", "that")).")))
    #expect(try await findings(TargetNotYetInForce.self, in: [law, undated]).isEmpty)
  }

  @Test("validity-overlap: versions that follow each other are none, and one time for both is a doubled number")
  func overlaps() async throws {
    let following = akomaNtoso(
      timed("3", from: "2020-01-01", to: "2024-01-01") + timed("3", from: "2024-01-01", id: "later"))
    #expect(try await findings(ValidityOverlap.self, in: [following]).isEmpty)
    let same = akomaNtoso(timed("3", from: "2020-01-01") + timed("3", from: "2020-01-01", id: "later"))
    #expect(try await findings(ValidityOverlap.self, in: [same]).isEmpty)
    #expect(try await findings(DuplicateNumber.self, in: [same]).count == 1)
    let overlap = try documents(inWhichFires: ValidityOverlap.self)
    #expect(try await findings(DuplicateNumber.self, in: overlap).isEmpty)
  }

  @Test("amendment-target-mismatch: what is told, and that an instruction which fits is not flagged")
  func mismatch() async throws {
    let found = try await onlyFinding(AmendmentTargetMismatch.self)
    #expect(
      found.message
        == "cannot be carried out: in art_1 “twenty” is replaced by “thirty”, but the words “twenty” do not stand there"
    )
    #expect(try await findings(AmendmentTargetMismatch.self, in: amending(old: "ten", in: "The fee is ten.")).isEmpty)
  }

  @Test("amendment-order-conflict: two acts of one day that do not meet, and two of different days, are not flagged")
  func conflict() async throws {
    let documents = try documents(inWhichFires: AmendmentOrderConflict.self)
    let found = try await onlyFinding(AmendmentOrderConflict.self)
    #expect(
      found.message
        == "two acts that take effect on 2021-02-01 decide by their order what the text says: "
        + "here in art_1 “dollars” is replaced by “thirty”, there in art_1 “ten dollars” is replaced by “thirty”")
    #expect(found.range.file == 2)
    #expect(
      try await findings(AmendmentOrderConflict.self, in: amending(old: "fee", "ten", in: "The fee is ten.")).isEmpty)
    var later = documents
    later[2] = later[2].replacing("date=\"2021-02-01\"", with: "date=\"2021-02-02\"")
    #expect(try await findings(AmendmentOrderConflict.self, in: later).isEmpty)
  }

  @Test("commencement-unclear: a period with a day, and a unit without any, are not flagged")
  func commencement() async throws {
    let documents = try documents(inWhichFires: CommencementUnclear.self).map {
      $0.replacing("<timeInterval", with: "<timeInterval start=\"2020-01-01\"")
    }
    #expect(try await findings(CommencementUnclear.self, in: documents).isEmpty)
    #expect(try await findings(CommencementUnclear.self, in: [akomaNtoso(article("1"))]).isEmpty)
  }
}
