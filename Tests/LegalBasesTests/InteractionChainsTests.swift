import Catalogue
import Citations
import Consolidation
import LegalBases
import Provisions
import TestSupport
import Testing

@Suite("Chains of legal bases")
struct InteractionChainsTests {
  /// Entries for marks.
  private static let entries = """
    <references source="#e"><TLCProcess eId="it.submit" href="/akn/ontology/process/nomodex/submit" showAs="s"/>\
    <TLCConcept eId="req.time-filing" href="/akn/ontology/concept/nomodex/requirement/time-filing" showAs="t"/></references>
    """

  private static func unit(_ number: String, _ mark: String, _ words: String = "Text.") -> String {
    let refers = mark.isEmpty ? "" : " refersTo='\(mark)'"
    return
      "<article eId='art_\(number)'\(refers)><num>Article \(number)</num><content><p>\(words)</p></content></article>"
  }

  private static func law(_ body: String, _ number: String = "1", kind: String = "law", front: String = "") -> String {
    akomaNtoso(body, work: "/akn/zz/act/\(kind)/2020-01-01/\(number)", kind: kind, metadata: entries, front: front)
  }

  private static let interaction = unit("1", "#it.submit")
  private static let basis = unit("2", "#req.time-filing")

  /// What is found for the moment of filing, for the one interaction of a framework.
  private static func filing(_ acts: [String], profile: String = "profile: 1") throws -> InteractionBasis.Finding {
    let documents = try acts.enumerated().map { try document($1, path: "\($0).xml", id: UInt32($0)) }
    let graph = link(documents)
    let framework = consolidate(graph).on(try #require(LegalDate("2026-01-01")))
    let catalogue = Catalogue.builtIn
    let ranks = """

      ranks:
        - {kind: law, rank: law}
        - {kind: ministerial-order, rank: ministerial-order}
      """
    let finder = ChainFinder(
      framework, catalogue, try Profile.read(profile + ranks, path: "p").get(), LegalMarks(graph, catalogue))
    let chains = finder.chains(LegalMarks(graph, catalogue))
    #expect(chains.count == 1)
    let chain = try #require(chains.first)
    #expect(!chain.isReady && chain.brokenLinks.contains(.remedy))
    return try #require(chain.bases.first { $0.requirement.id == "time-filing" }).finding
  }

  private static func place(_ document: Int, _ provision: Int) -> Place {
    Place(document: document, provision: provision)
  }

  @Test("reach the same place, the same act, and what is cited")
  func near() throws {
    #expect(
      try Self.filing([Self.law(Self.unit("1", "#it.submit #req.time-filing"))]) == .found(Self.place(0, 1), .samePlace)
    )
    #expect(try Self.filing([Self.law(Self.interaction + Self.basis)]) == .found(Self.place(0, 2), .sameAct))
    let citing = Self.unit("1", "#it.submit", "See <ref href='/akn/zz/act/law/2020-01-01/2#art_2'>it</ref>.")
    #expect(
      try Self.filing([Self.law(citing), Self.law(Self.unit("1", "") + Self.basis, "2")])
        == .found(Self.place(1, 2), .references([Self.place(1, 2)])))
  }

  @Test("reach over references as far as the profile says")
  func far() throws {
    func citing(_ number: Int) -> String {
      "See <ref href='/akn/zz/act/law/2020-01-01/\(number)#art_2'>it</ref>."
    }
    let acts = [
      Self.law(Self.unit("1", "#it.submit", citing(2))), Self.law(Self.unit("2", "", citing(3)), "2"),
      Self.law(Self.basis, "3"),
    ]
    #expect(
      try Self.filing(acts) == .found(Self.place(2, 1), .references([Self.place(1, 1), Self.place(2, 1)])))
    #expect(
      try Self.filing(acts, profile: "profile: 1\nreach: {longest-path: 1}") == .failed(Self.place(2, 1), nil))
  }

  @Test("reach up to the enabling act and never down to a by-law")
  func enabling() throws {
    let front = "<preamble><p>On the basis of <ref href='/akn/zz/act/law/2020-01-01/2#art_1'>it</ref>:</p></preamble>"
    let order = Self.law(Self.interaction, "9", kind: "ministerial-order", front: front)
    #expect(
      try Self.filing([order, Self.law(Self.unit("1", "") + Self.basis, "2")])
        == .found(Self.place(1, 2), .enabling([1])))
    let low = Self.law(Self.basis, "9", kind: "ministerial-order", front: front)
    #expect(
      try Self.filing([low, Self.law(Self.interaction, "2")])
        == .failed(Self.place(0, 1), .rankTooLow("ministerial-order", needed: "law")))
  }

  @Test("reach a general act only for what it covers")
  func general() throws {
    let acts = [Self.law(Self.interaction), Self.law(Self.basis, "2")]
    #expect(try Self.filing(acts) == .failed(Self.place(1, 1), nil))
    func profile(_ dealings: String) -> String {
      "profile: 1\ngeneral-acts:\n  - {act: /akn/zz/act/law/2020-01-01/2, covers: {dealings: \(dealings)}}"
    }
    #expect(try Self.filing(acts, profile: profile("[submit]")) == .found(Self.place(1, 1), .generalAct))
    #expect(try Self.filing(acts, profile: profile("all")) == .found(Self.place(1, 1), .generalAct))
    #expect(try Self.filing(acts, profile: profile("[pay]")) == .failed(Self.place(1, 1), nil))
  }

  @Test("say why the nearest does not serve, and where there is none")
  func failures() throws {
    #expect(try Self.filing([Self.law(Self.interaction)]) == .nowhere)
    let repealed = Self.basis.replacing("<article", with: "<article status='repealed'")
    #expect(try Self.filing([Self.law(Self.interaction + repealed)]) == .failed(Self.place(0, 2), .repealed(nil)))
    let later = Self.basis.replacing("<article", with: "<article start='2027-01-01'")
    let day = try #require(LegalDate("2027-01-01"))
    #expect(try Self.filing([Self.law(Self.interaction + later)]) == .failed(Self.place(0, 2), .notYetInForce(day)))
  }
}
