import Citations
import Consolidation
import LegalBases
import Provisions
import TestSupport
import Testing

@Suite("Legal bases of by-laws")
struct EnablingChainTests {
  @Test(
    "a by-law rests on a basis that was found and is neither repealed nor expired",
    arguments: [
      ["/akn/zz/act/law~art_1"], ["/akn/zz/act/law~art_2"], ["/akn/zz/act/law~art_5"], ["/akn/zz/act/law"],
      ["/akn/zz/act/law~article1"], ["/akn/zz/act/law~art_3", "/akn/zz/act/law~art_1"],
      ["/akn/zz/act/absent", "/akn/zz/act/law~art_1"],
    ])
  func rests(bases: [String]) throws {
    #expect(try verdict(of: byLaw(restingOn: bases)) == .rests)
  }

  @Test(
    "a by-law has fallen when each basis that is known is missing, repealed or expired",
    arguments: [
      ["/akn/zz/act/law~art_3"], ["/akn/zz/act/law~art_4"], ["/akn/zz/act/law~art_99"], ["/akn/zz/act/ended~art_1"],
      ["/akn/zz/act/ended"], ["/akn/zz/act/law~art_3", "/akn/zz/act/law~art_99"],
      ["/akn/zz/act/absent", "/akn/zz/act/law~art_3"],
    ])
  func fallen(bases: [String]) throws {
    #expect(try verdict(of: byLaw(restingOn: bases)) == .fallen)
  }

  @Test(
    "nothing is held against a by-law whose bases lead to acts that were not read or are to be filled in",
    arguments: [["/akn/zz/act/absent"], ["TODO"], ["#"], ["/akn/zz/act/absent~art_1", "TODO"]])
  func notLoaded(bases: [String]) throws {
    #expect(try verdict(of: byLaw(restingOn: bases)) == .notLoaded)
  }

  @Test("a basis falls with the day on which it ends")
  func days() throws {
    let law = byLaw(restingOn: ["/akn/zz/act/law~art_4"])
    #expect(try verdict(of: law, on: "2022-06-29") == .rests)
    #expect(try verdict(of: law, on: "2022-06-30") == .fallen)
  }

  @Test("a delegation of the metadata is a basis")
  func delegation() throws {
    func law(_ target: String) -> String {
      let metadata = """
        <analysis source="#e"><passiveModifications><legalSystemMod type="legislativeDelegation"><source href="\(target)"/>\
        <destination href="#body"/></legalSystemMod></passiveModifications></analysis>
        """
      return akomaNtoso(article("1"), work: "/akn/zz/act/by-law", kind: "regulation", metadata: metadata)
    }
    #expect(try verdict(of: law("/akn/zz/act/law~art_1")) == .rests)
    #expect(try verdict(of: law("/akn/zz/act/law~art_3")) == .fallen)
  }

  @Test(
    "a by-law whose references are no bases has none",
    arguments: [
      akomaNtoso(reference, work: "/akn/zz/act/by-law", kind: "regulation"),
      akomaNtoso(
        reference, work: "/akn/zz/act/by-law", kind: "regulation",
        front: "<preamble><recitals><recital><p><ref href='/akn/zz/act/law'>x</ref></p></recital></recitals></preamble>"
      ),
      justiceCanadaRegulation(section("1")),
    ])
  func absent(law: String) throws {
    #expect(try verdict(of: law) == .absent)
  }

  @Test("a by-law does not empower itself", arguments: ["~art_1", "#art_1", "/akn/zz/act/by-law~art_1"])
  func itself(target: String) throws {
    #expect(try verdict(of: byLaw(restingOn: [target])) == .absent)
  }

  @Test("a by-law that marks no references, or was read only in part, is not judged")
  func unmarked() throws {
    let silent = akomaNtoso(article("1"), work: "/akn/zz/act/by-law", kind: "regulation")
    #expect(try verdict(of: silent) == .unmarked)
    let cut = akomaNtoso(reference, work: "/akn/zz/act/by-law", kind: "regulation")
      .replacing("</body>", with: "</bdy>")
    #expect(try verdict(of: cut) == .unmarked)
  }

  @Test("a power that is no act's is another one, unless an act is named with it")
  func nonStatutory() throws {
    let prerogative = "<OtherAuthority>Prerogative</OtherAuthority>"
    #expect(try verdict(of: justiceCanadaRegulation(section("1"), authority: prerogative)) == .nonStatutory)
    let act = "<XRefExternal reference-type='act' link='C-46'>Code</XRefExternal>"
    #expect(try verdict(of: justiceCanadaRegulation(section("1"), authority: prerogative + act)) == .notLoaded)
    let other = justiceCanadaAct(section("1"), number: "C-46")
    let framework = try seen([justiceCanadaRegulation(section("1"), authority: prerogative + act), other])
    #expect(assess(framework).enablingChains.map(\.verdict) == [.rests])
  }

  @Test("only enacted by-laws have a chain", arguments: ["law", "decree", "", "programme"])
  func otherRanks(kind: String) throws {
    let framework = try seen([akomaNtoso(reference, kind: kind)])
    #expect(assess(framework).enablingChains.isEmpty)
  }

  @Test("a draft of a by-law has no chain")
  func drafts() throws {
    let draft = byLaw(restingOn: ["/akn/zz/act/law"])
      .replacing("<act ", with: "<bill ").replacing("</act>", with: "</bill>")
    #expect(try assess(seen([draft])).enablingChains.isEmpty)
  }

  @Test("each basis carries where it leads and the state of the place on the day")
  func bases() throws {
    let law = byLaw(restingOn: ["/akn/zz/act/law~art_4", "/akn/zz/act/absent", "/akn/zz/act/law~art_99"])
    let framework = try seen([law] + acts)
    let chain = try #require(assess(framework).enablingChains.first)
    #expect(chain.document == 0)
    #expect(chain.bases.map(\.edge) == [0, 1, 2])
    #expect(chain.bases.map(\.resolution) == framework.graph.edges.map(\.resolution))
    let end = try #require(LegalDate("2022-06-30"))
    #expect(chain.bases.map(\.state) == [.expired(end), nil, nil])
  }
}

private let reference = article("1", "<content><p><ref href='/akn/zz/act/law'>x</ref></p></content>")

private func byLaw(restingOn bases: [String]) -> String {
  let clause = bases.map { "<citation><p>under <ref href=\"\($0)\">x</ref></p></citation>" }.joined()
  return akomaNtoso(
    article("1"), work: "/akn/zz/act/by-law", kind: "regulation",
    front: "<preamble><citations>\(clause)</citations></preamble>")
}

/// A law in which article 2 is in force, 3 is repealed, 4 is over on 30 June 2022 and 5 is not yet in force; and a law that
/// was repealed as a whole.
private let acts = [
  akomaNtoso(
    """
    <article><num>1</num></article><article start="2020-01-01"><num>2</num></article>\
    <article status="removed"><num>3</num></article><article end="2022-06-30"><num>4</num></article>\
    <article start="2030-01-01"><num>5</num></article>
    """, work: "/akn/zz/act/law", kind: "law"),
  akomaNtoso(
    article("1"), work: "/akn/zz/act/ended", kind: "law",
    metadata: "<lifecycle source='#e'><eventRef eId='r' date='2021-01-01' type='repeal' source='#x'/></lifecycle>"),
]

private func seen(_ laws: [String], on day: String = "2026-01-01") throws -> Framework {
  try consolidate(link(laws.map { try document($0) })).on(#require(LegalDate(day)))
}

/// The verdict on a by-law beside the acts.
private func verdict(of law: String, on day: String = "2026-01-01") throws -> EnablingChain.Verdict? {
  try assess(seen([law] + acts, on: day)).enablingChains.first { $0.document == 0 }?.verdict
}
