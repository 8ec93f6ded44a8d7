import Citations
import Provisions
import TestSupport
import Testing

@Suite("Collections, components and further names")
struct CollectionTests {
  private func graph(_ documents: [(path: String, text: String)]) throws -> CitationGraph {
    link(try documents.enumerated().map { try document($1.text, path: $1.path, id: UInt32($0)) })
  }

  private func collection(_ parts: String...) -> String {
    """
    <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="x"><meta/>\
    <collectionBody>\(parts.map { "<component>\($0)</component>" }.joined())</collectionBody></documentCollection>\
    </akomaNtoso>
    """
  }

  @Test("parts in files of their own are found from the folder of the collection; one that is not there is not loaded")
  func files() throws {
    let parts = ["act.xml", "./annexes/one.xml", "../law/act.xml#art_1", "missing.xml", "../act.xml"]
    let graph = try graph([
      ("law/all.xml", collection(parts.map { "<documentRef href=\"\($0)\"/>" }.joined())),
      ("law/act.xml", akomaNtoso(article("1"), work: "/akn/zz/act/2020-01-01/1")),
      ("law/annexes/one.xml", akomaNtoso(article("2"), work: "/akn/zz/act/2020-01-01/2")),
    ])
    let places = graph.edges(of: 0).map { $0.resolution.place }
    #expect(places.map { $0?.document } == [1, 2, 1, nil, nil])
    #expect(try places.map { $0?.provision } == [0, 0, graph.documents[1].index(of: "art_1"), nil, nil])
    for edge in graph.edges(of: 0).suffix(2) {
      guard case .workNotLoaded = edge.resolution else {
        Issue.record("\(edge.resolution)")
        continue
      }
    }
  }

  @Test("a component of the same file is found by its identifier and by its address")
  func components() throws {
    let annex = """
      <attachments><attachment eId="att_1"><doc name="annex"><meta><identification><FRBRWork>\
      <FRBRthis value="/akn/zz/act/2020-01-01/1/!annex_1"/></FRBRWork></identification></meta><mainBody>\
      \(article("9"))</mainBody></doc></attachment></attachments>
      """
    for target in ["#att_1", "/akn/zz/act/2020-01-01/1/!annex_1", "~att_1"] {
      let graph = try graph([
        (
          "a.xml",
          akomaNtoso(
            article("1", "<content><p><ref href=\"\(target)\">the annex</ref></p></content>"), back: annex)
        )
      ])
      let place = try #require(graph.edges(of: 0).first?.resolution.place)
      #expect(graph.documents[0].provisions[place.provision].kind == .component)
    }
  }

  @Test(
    "a component within a component is found by its address",
    arguments: [
      ("!annex_1/schedule_2", "/akn/zz/act/2020-01-01/1/!annex_1/schedule_2"),
      ("!main/annesso_2", "/akn/zz/act/2020-01-01/1/!main/annesso_2"),
      ("annex/1", "/akn/zz/act/2020-01-01/1/annex/1"), ("!annex_1", "/akn/zz/act/2020-01-01/1/eng@2020-01-01/!annex_1"),
      ("!Annex_1", "/akn/zz/act/2020-01-01/1/eng/!annex_1"),
    ])
  func inner(name: String, target: String) throws {
    let annex = """
      <attachments><attachment><doc name="annex"><meta/><mainBody/><attachments><attachment><doc name="schedule"><meta>\
      <identification><FRBRWork><FRBRthis value="/akn/zz/act/2020-01-01/1/\(name)"/></FRBRWork></identification></meta>\
      <mainBody>\(article("9"))</mainBody></doc></attachment></attachments></doc></attachment></attachments>
      """
    let graph = try graph([
      ("a.xml", akomaNtoso(article("1", "<content><p><ref href=\"\(target)\">it</ref></p></content>"), back: annex))
    ])
    let place = try #require(graph.edges(of: 0).first?.resolution.place)
    #expect(place.provision == 3)
  }

  @Test(
    "of places that bear one name in several attached documents, the one at home where the reference stands is meant",
    arguments: [
      ("#art_1", [1, 4, 6]), ("~art_1", [1, 4, 6]), ("/akn/zz/act/2020-01-01/1#art_1", [1, 1, 1]),
      ("/akn/zz/act/2020-01-01/1/!annex_1#art_1", [4, 4, 4]), ("#art_2", [2, 2, 2]),
    ])
  func homes(target: String, provisions: [Int]) throws {
    let citing = article("1", "<content><p><ref href=\"\(target)\">it</ref></p></content>")
    func annex(_ number: Int, _ inner: String) -> String {
      """
      <attachments><attachment><doc name="annex"><meta><identification><FRBRWork>\
      <FRBRthis value="/akn/zz/act/2020-01-01/1/!annex_\(number)"/></FRBRWork></identification></meta><mainBody>\
      \(citing)</mainBody>\(inner)</doc></attachment></attachments>
      """
    }
    let graph = try graph([("a.xml", akomaNtoso(citing + article("2"), back: annex(1, annex(2, ""))))])
    #expect(graph.edges(of: 0).map { $0.resolution.place?.provision } == provisions)
  }

  @Test(
    "a place is found by its further names, after the identifiers of others", arguments: ["wId", "GUID", "originalId"])
  func aliases(attribute: String) throws {
    let body = """
      \(article("1", "<content><p><ref href=\"#art_4\">it</ref> <ref href=\"#art_5\">that</ref></p></content>"))
      <article eId="art_6" \(attribute)="art_5"><num>6</num></article>
      <article eId="art_5" \(attribute)="art_4"><num>5</num></article>
      """
    let graph = try graph([("a.xml", akomaNtoso(body))])
    let law = graph.documents[0]
    #expect(graph.edges(of: 0).compactMap { $0.resolution.place?.provision }.map(law.number(of:)) == ["5", "5"])
  }
}
