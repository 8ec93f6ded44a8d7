import Amending
import Provisions
import Testing

@Suite("Order, conditions and counts in a law library")
struct OpenLawOrderTests {
  private func replacing(_ old: String, by new: String, count: String = "1") -> String {
    """
    <section><num>2</num><codify:find-replace doc="Code" path="§1-101|(1)" count="\(count)">
    <find>\(old)</find><replace>\(new)</replace></codify:find-replace></section>
    """
  }

  @Test("the older date goes first, and then the older number, whatever the order of the files")
  func order() throws {
    let acts = [
      act("2-10", "2020-01-01", replacing("growl", by: "sing")),
      act("2-9", "2020-01-01", replacing("howl", by: "growl")),
      act("3-1", "2019-01-01", replacing("bark", by: "howl")),
    ]
    for acts in [acts, acts.reversed()] {
      let fixture = LawFixture(code: twoParagraphs, acts: acts)
      #expect(try fixture.sections()["1-101"]?.contains("text: sing at the postman; and") == true)
      #expect(try fixture.outcomes() == [.applied, .applied, .applied])
    }
  }

  @Test("an act that takes effect later waits")
  func later() throws {
    let fixture = LawFixture(code: twoParagraphs, acts: [act("2-1", "2025-01-01", replacing("bark", by: "howl"))])
    #expect(try fixture.sections().isEmpty)
    #expect(try fixture.outcomes() == [.pending])
  }

  @Test("acts amend the instructions of acts before these are carried out")
  func actsAmendActs() throws {
    let fixture = LawFixture(
      code: twoParagraphs,
      acts: [
        act("2-1", "2020-01-01", replacing("bark", by: "howl")),
        act("2-2", "2021-01-01", "<section><num>2</num><codify:repeal doc=\"Law 2-1\" path=\"§2\"/></section>"),
      ])
    #expect(try fixture.sections().isEmpty)
    #expect(try fixture.outcomes() == [.applied, .lapsed])
  }

  /// An act that inserts and replaces under a condition.
  private func conditional(_ more: String = "") -> LawFixture {
    let body = """
      <section codify:doc="Code" codify:path="§1-101"><num>2</num>
      <include><para><codify:insert/><num>(3)</num><text>fly.</text></para></include>
      <codify:find-replace path="(1)" count="1" find="bark" replace="howl"/></section>
      <section><num>3</num><text>Section 2 shall apply when there is money.</text>
      <codify:applicability path="§2" date="notfunded"/></section>
      """
    return LawFixture(
      code: twoParagraphs,
      acts: [act("2-1", "2020-01-01", body)] + (more.isEmpty ? [] : [act("2-2", "2021-01-01", more)]))
  }

  @Test("under an open condition a new paragraph is a number without words, and words stay")
  func notFunded() throws {
    let codification = try conditional().codified()
    let section = try #require(codification.changedSections.first)
    #expect(codification.lines(of: section.node).suffix(2) == ["num: (3)", "text: Not Funded."])
    #expect(codification.lines(of: section.node).contains("text: bark at the postman; and"))
    #expect(codification.outcomes == [.pending, .pending])
    #expect(codification.history(of: section.node).allSatisfy { $0.giver.condition == "notfunded" })
  }

  @Test("once the condition is repealed, the amendments apply as of the day of their act")
  func lifted() throws {
    let codification = try conditional(
      "<section><num>5</num><codify:repeal doc=\"Law 2-1\" path=\"§3\"/></section>"
    ).codified()
    let section = try #require(codification.changedSections.first)
    #expect(codification.lines(of: section.node).suffix(2) == ["num: (3)", "text: fly."])
    #expect(codification.lines(of: section.node).contains("text: howl at the postman; and"))
    #expect(codification.history(of: section.node).allSatisfy { $0.giver.application == LegalDate("2020-01-01") })
    #expect(codification.history(of: section.node).map(\.giver.provision) == ["§2"])
  }

  @Test(
    "words are found as the instruction counts them: loosely, as whole words, or not at all",
    arguments: [
      ("the dog, the dogs", "dog", "2", "the cat, the cats"),
      ("the dog, the dogs", "dog", "1", "the cat, the dogs"),
      ("a “dog”  is", "\"dog\" is", "1", "a cat"),
      ("the dog", "dog", "2", nil),
      ("the dog", "wolf", "1", nil),
    ] as [(String, String, String, String?)])
  func counts(text: String, old: String, count: String, result: String?) throws {
    let fixture = LawFixture(
      code: "<section><num>1-101</num><para><num>(1)</num><text>\(text)</text></para></section>",
      acts: [act("2-1", "2020-01-01", replacing(old, by: "cat", count: count))])
    #expect(try fixture.sections()["1-101"]?.last == result.map { "text: \($0)" })
    if result == nil, case .failed? = try fixture.outcomes().first {
      return
    }
    #expect(try fixture.outcomes() == [.applied])
  }

  @Test(
    "a position chooses one of several places",
    arguments: [("first", "cat dog dog"), ("last", "dog dog cat"), ("2", "dog cat dog")])
  func positions(position: String, result: String) throws {
    let fixture = LawFixture(
      code: "<section><num>1-101</num><text>dog dog dog</text></section>",
      acts: [
        act(
          "2-1", "2020-01-01",
          """
          <codify:find-replace doc="Code" path="§1-101" position="\(position)" find="dog" replace="cat"/>
          """)
      ])
    #expect(try fixture.sections()["1-101"]?.last == "text: \(result)")
  }

  @Test("instructions that are quoted for another act are carried out once, on the word of the act that quotes them")
  func quoted() throws {
    let quote = """
      <section><num>2</num><include><section><codify:insert doc="Law 2-1" after="§2"/><num>2a</num>
      <codify:find-replace doc="Code" path="§1-101|(1)" count="1" find="bark" replace="howl"/></section></include></section>
      """
    let codification = try LawFixture(
      code: twoParagraphs,
      acts: [
        act("2-1", "2020-01-01", "<section><num>2</num><text>Nothing.</text></section>"),
        act("2-2", "2021-01-01", quote),
      ]
    ).codified()
    #expect(codification.outcomes == [.applied, .applied])
    let section = try #require(codification.changedSections.first)
    #expect(codification.history(of: section.node).map(\.giver.act) == ["Law 2-2"])
    #expect(codification.history(of: section.node).map(\.giver.provision) == ["§2"])
  }
}
