import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rules of the family delegation")
struct DelegationRulesTests {
  @Test("no-enabling-clause: the by-law by its own word, at the words of its preamble")
  func noEnablingClause() async throws {
    let documents = try documents(inWhichFires: NoEnablingClause.self)
    let found = try await onlyFinding(NoEnablingClause.self)
    #expect(found.message == "this ministerial order marks no clause of a higher act that empowers its maker")
    #expect(try underlined(found, in: documents) == "On the basis of the Statute of the Ministry, I order:")
    #expect(found.provision == "/akn/zz/act/ministerial-order/2021-01-01/7")
    #expect(
      found.witness.map(\.text) == ["the preamble says only “On the basis of the Statute of the Ministry, I order:”"])
  }

  @Test("no-enabling-clause: a by-law that rests on itself rests on nothing")
  func restsOnItself() async throws {
    let own = order(preamble: "On the basis of \(link("#art_2", "Article 2")), I order:")
    _ = try await onlyFinding(NoEnablingClause.self, in: [own])
  }

  @Test("no-enabling-clause: a reference of a recital is no basis")
  func recital() async throws {
    let front = "<preamble><recitals><recital>\(content("Having seen \(link("/akn/zz/act/2000-01-01/9", "that act"))"))"
    let act = akomaNtoso(articles("1"), kind: "regulation", front: front + "</recital></recitals></preamble>")
    _ = try await onlyFinding(NoEnablingClause.self, in: [act])
  }

  private static let cites = article("1", content("See \(link("#art_2", "Article 2")).")) + article("2")
  private static let delegation = """
    <analysis source="#e"><passiveModifications><legalSystemMod type="legislativeDelegation">\
    <source href="/akn/zz/act/2000-01-01/9#art_1"/><destination href="#art_1"/></legalSystemMod></passiveModifications>\
    </analysis>
    """

  @Test(
    "no-enabling-clause: what is not flagged",
    arguments: [
      Quiet("a document that marks no references", order(preamble: "On the basis of the Water Act, I order:")),
      Quiet(
        "a marked basis in the preamble",
        order(preamble: "On the basis of \(link("/akn/zz/act/2000-01-01/9#art_1", "Article 1")), I order:", cites)),
      Quiet("a legislative delegation in the metadata", order(preamble: "I order:", cites, metadata: delegation)),
      Quiet(
        "the enabling authority of a Canadian regulation",
        justiceCanadaRegulation(
          section("1"), authority: "<XRefExternal reference-type=\"act\" link=\"W-1\">Water Act</XRefExternal>")),
      Quiet(
        "an authority that is not statutory",
        justiceCanadaRegulation(section("1"), authority: "<OtherAuthority>the prerogative</OtherAuthority>")),
      Quiet("a law", akomaNtoso(cites, kind: "law")), Quiet("a decree", akomaNtoso(cites, kind: "decree")),
      Quiet("a document whose word for its kind says nothing", akomaNtoso(cites, kind: "notice")),
      Quiet(
        "a by-law that was read only in part",
        akomaNtoso(cites + "<article><b></article>", kind: "regulation")),
    ])
  func quietNoEnablingClause(quiet: Quiet) async throws {
    #expect(try await findings(NoEnablingClause.self, in: quiet.documents).isEmpty)
  }

  @Test(
    "no-enabling-clause: the word for the kind decides", arguments: ["regulation", "Resolution", "naredba", "rules"])
  func kinds(kind: String) async throws {
    let found = try await onlyFinding(NoEnablingClause.self, in: [akomaNtoso(Self.cites, kind: kind)])
    #expect(found.message.hasPrefix("this \(kind) marks no clause"))
  }

  @Test("orphan-by-law: the by-law, at its first basis, with what became of each")
  func orphan() async throws {
    let documents = try documents(inWhichFires: OrphanByLaw.self)
    let found = try await onlyFinding(OrphanByLaw.self)
    #expect(found.message == "the legal basis of this ministerial order is gone")
    #expect(found.range.file == 1)
    #expect(try underlined(found, in: documents) == "/akn/zz/act/2020-01-01/1#art_2")
    #expect(found.witness.map(\.text) == ["article 2 of “Water Act” is repealed"])
    #expect(try text(at: #require(found.witness.first?.range), in: documents) == "Article 2")
  }

  private static func resting(_ targets: String...) -> String {
    order(preamble: "On the basis of \(targets.map { link($0, "it") }.joined(separator: " and ")), I order:")
  }

  @Test("orphan-by-law: a basis that does not exist is gone as well, and one that is not loaded is named")
  func missing() async throws {
    let documents = [
      actWithRepealedArticle,
      Self.resting("/akn/zz/act/1990-01-01/5", "/akn/zz/act/2020-01-01/1#art_9", "/akn/zz/act/2020-01-01/1#art_2"),
    ]
    let found = try await onlyFinding(OrphanByLaw.self, in: documents)
    #expect(
      found.witness.map(\.text) == [
        "\"akn/zz/act/1990-01-01/5\" is not loaded: nothing is known about it",
        "\"art_9\" does not exist; nearest: “Water Act”", "article 2 of “Water Act” is repealed",
      ])
    #expect(try underlined(found, in: documents) == "/akn/zz/act/2020-01-01/1#art_9")
  }

  @Test("orphan-by-law: the state of the basis on the date counts")
  func date() async throws {
    let act = akomaNtoso(
      "<article eId=\"art_2\" period=\"#before\"><num>Article 2</num></article>", title: "Water Act", metadata: periods)
    let documents = [act, Self.resting("/akn/zz/act/2020-01-01/1#art_2")]
    let found = try await onlyFinding(OrphanByLaw.self, in: documents, on: "2022-01-01")
    #expect(found.witness.map(\.text) == ["article 2 of “Water Act” expired on 2022-01-01"])
    #expect(try await findings(OrphanByLaw.self, in: documents, on: "2021-12-31").isEmpty)
  }

  @Test(
    "orphan-by-law: what is not flagged",
    arguments: [
      Quiet("a basis whose act is not loaded", resting("/akn/zz/act/1990-01-01/5")),
      Quiet(
        "one basis in force among others", actWithRepealedArticle,
        resting("/akn/zz/act/2020-01-01/1#art_2", "/akn/zz/act/2020-01-01/1#art_1")),
      Quiet(
        "a basis in a document that was read only in part",
        akomaNtoso(articles("1") + "<article><b></article>"), resting("/akn/zz/act/2020-01-01/1#art_9")),
      Quiet(
        "a law that rests on what is repealed", actWithRepealedArticle,
        akomaNtoso(
          articles("1"), work: "/akn/zz/act/2021-01-01/2", kind: "law",
          front: "<preamble><p>\(link("/akn/zz/act/2020-01-01/1#art_2", "it"))</p></preamble>")),
    ])
  func quietOrphan(quiet: Quiet) async throws {
    #expect(try await findings(OrphanByLaw.self, in: quiet.documents).isEmpty)
  }
}
