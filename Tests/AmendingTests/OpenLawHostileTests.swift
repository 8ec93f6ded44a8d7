import Amending
import Testing

@Suite("A law library that leads in circles")
struct OpenLawHostileTests {
  private func outcomes(_ instruction: String, code: String = twoParagraphs) throws -> [Outcome] {
    try LawFixture(
      code: code, acts: [act("2-1", "2020-01-01", "<section><num>2</num>\(instruction)</section>")]
    ).outcomes()
  }

  @Test(
    "is told what cannot be done, and nothing is changed",
    arguments: [
      "<codify:replace doc=\"Code\"><section><num>1</num></section></codify:replace>",
      "<codify:find-replace doc=\"Code\" find=\"dog\" replace=\"cat\"/>",
      "<codify:insert doc=\"Code\" path=\"§1-101\" after=\"\"><para><num>(3)</num></para></codify:insert>",
      "<codify:insert doc=\"Code\" path=\"§1-101\" after=\"(9)\"><para><num>(3)</num></para></codify:insert>",
      "<codify:recodify-section doc=\"Code\" path=\"§1-101\" num-value=\"1-9\" destination-path=\"§1-101|(1)|num\"/>",
      "<codify:recodify-section doc=\"Code\" path=\"§1-101\" destination-path=\"1\"/>",
      "<codify:redesignate-para doc=\"Code\" path=\"§1-101\"/>",
      "<codify:repeal doc=\"Nowhere\" path=\"§1\"/>",
      "<codify:repeal doc=\"Code\" path=\"§9-999\"/>",
    ])
  func refused(instruction: String) throws {
    guard case .failed? = try outcomes(instruction).first else {
      Issue.record("carried out: \(instruction)")
      return
    }
  }

  @Test("does not keep the program busy with a template that fills itself in")
  func template() throws {
    let code = "<section><num>{{ target.num }}</num><para><num>(1)</num><text>one</text></para></section>"
    let instruction = """
      <codify:find-replace doc="Code" path="1|1" find="one"><find>one</find><replace><em>{{ target.num }}</em></replace>
      </codify:find-replace>
      """
    #expect(try outcomes(instruction, code: code) == [.applied])
  }

  @Test("does not keep it busy with acts that are parts of each other")
  func stubs() throws {
    let fixture = LawFixture(
      code: twoParagraphs,
      acts: [
        act("1-1", "1990-01-01", "<section><num>1</num><codified:stub doc=\"Law 1-2\" path=\"§1\"/></section>"),
        act("1-2", "1990-01-01", "<section><num>1</num><codified:stub doc=\"Law 1-1\" path=\"§1\"/></section>"),
        act("2-1", "2020-01-01", "<section><num>2</num><codify:repeal doc=\"Law 1-1\" path=\"§1|(a)\"/></section>"),
      ])
    guard case .failed? = try fixture.outcomes().first else {
      Issue.record("there is no such paragraph")
      return
    }
  }
}
