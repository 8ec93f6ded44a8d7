import Provisions
import TestSupport
import Testing
import XMLReading

@testable import Citations

@Suite("Ends of titles, and what is counted")
struct TitlesInWordsTests {
  @Test("a citation reaches to the end of the loaded title that it names, and the text behind it stays whole")
  func titleEnds() throws {
    let water = bulgarian(body(5, "Текст."), work: "/akn/bg/act/2020/1", title: "Закон за водите")
    let words = "По чл. 5 от Закона за водите се издава заповед."
    let citing = bulgarian(body(1, words), work: "/akn/bg/act/2021/2", title: "Наредба за язовирите")
    let graph = link(try [water, citing].map(read))
    #expect(try cited(graph) == ["чл. 5 от Закона за водите"])
    #expect(graph.edges(of: 1).map(\.resolution) == [.resolved(Place(document: 0, provision: 1))])
    let texts = graph.documents[1].content.filter { $0.kind == .text }.map { graph.documents[1].string($0.textRange) }
    #expect(texts.joined().contains(words))
    let reference = graph.documents[1].references[0]
    let source = Array(citing.utf8)[Int(reference.start)..<Int(reference.end)]
    #expect(String(decoding: source, as: UTF8.self) == "чл. 5 от Закона за водите")
  }

  @Test("where the title is not loaded, the citation ends with the word for the act")
  func titleUnknown() throws {
    let citing = bulgarian(body(1, "По чл. 5 от Закона за водите се издава заповед."), work: "/akn/bg/act/2021/2")
    #expect(try cited(link([try read(citing)]), in: 0) == ["чл. 5 от Закона"])
  }

  @Test("words that stand in no document reach to the end of the title, too")
  func titleOfWords() throws {
    let water = bulgarian(body(5, "Текст."), work: "/akn/bg/act/2020/1", title: "Закон за водите")
    let text = "чл. 5 от Закона за водите, когато"
    let found = resolve(text, in: link([try read(water)]))
    #expect(
      found.map { String(decoding: Array(text.utf8)[$0.citation.range], as: UTF8.self) } == [
        "чл. 5 от Закона за водите"
      ])
    #expect(found.map(\.resolution) == [.resolved(Place(document: 0, provision: 1))])
  }

  @Test(
    "an act is found by what people call it, beyond its title as printed",
    arguments: [
      ("ru", "статья 5 Закона об обращениях граждан", "Закон Республики Беларусь «Об обращениях граждан»", true),
      (
        "ru", "статья 5 Закона Республики Беларусь «Об обращениях граждан»",
        "Закон Республики Беларусь «Об обращениях граждан»", true
      ),
      ("ru", "статья 5 Федерального закона «О связи людей»", "Федеральный закон &quot;О связи людей&quot;", true),
      ("ru", "статья 5 Закона о гражданстве", "Закон Республики Беларусь «Об обращениях граждан»", false),
      ("ru", "статья 5 Указа Президента Республики Беларусь «О связи людей»", "О связи людей", true),
      ("ru", "статья 5 Закона о почте и иных правил для граждан «О связи людей»", "О связи людей", false),
      ("de", "Artikel 5 OZG", "Onlinezugangsgesetz – OZG", true),
      ("de", "Artikel 5 des Onlinezugangsgesetzes", "Onlinezugangsgesetz – OZG", true),
      ("de", "Artikel 5 OWiG", "Gesetz (Gesetz über Ordnungswidrigkeiten - OWiG)", true),
      (
        "de", "Artikel 5 des Gesetzes über Ordnungswidrigkeiten", "Gesetz (Gesetz über Ordnungswidrigkeiten - OWiG)",
        true
      ),
      ("de", "Artikel 5 BGB", "Onlinezugangsgesetz – OZG", false),
      ("bg", "чл. 5 от ДВ", "Закон за водите (Загл. изм. - ДВ)", false),
    ])
  func commonNames(language: String, words: String, title: String, isFound: Bool) throws {
    let text = bulgarian(body(5, "Text."), work: "/akn/xx/act/2020/1", title: title)
      .replacing("language=\"bg\"", with: "language=\"\(language)\"")
      .replacing("language=\"bul\"", with: "language=\"\(language)\"")
    let graph = link([try read(text)])
    #expect(graph.documents[0].identity.language == language)
    let found = resolve(words, in: graph, language: language)
    #expect(!found.compactMap(\.resolution.place).isEmpty == isFound)
  }

  @Test(
    "what is counted and bears no number leads to what holds it, and what stands below it is found",
    arguments: [
      ("Article 5(1), first subparagraph, point (a)", "art_5__para_1__point_a"),
      ("the second sentence of Article 5(1)", "art_5__para_1"),
      ("Article 5(1), second subparagraph", "art_5__para_1"),
      ("Article 5(1)(a)", "art_5__para_1__point_a"),
    ])
  func counted(words: String, path: String) throws {
    let law = akomaNtoso(
      """
      <article eId="art_5"><num>Article 5</num><paragraph eId="art_5__para_1"><num>1.</num><list><intro><p>The:</p></intro>\
      <point eId="art_5__para_1__point_a"><num>(a)</num><content><p>First.</p></content></point></list></paragraph></article>
      """, title: "Example Act")
    let graph = link([try document(law)])
    let found = resolve("\(words) of the Example Act", in: graph, language: "en")
    #expect(found.compactMap(\.resolution.place).map { graph.id(of: $0).path } == [path])
  }

  @Test("a sentence is one of the paragraph in which it is cited, and no unit of that number")
  func sentences() throws {
    let law = akomaNtoso(
      article("1") + article("2", paragraph(1, "Text.") + paragraph(2, "In the second sentence, and Article 1.")))
    var document = try document(law)
    addCitations(to: &document, source: Span<UInt8>())
    let graph = link([document])
    #expect(graph.edges.compactMap(\.resolution.place).map { graph.id(of: $0).path } == ["art_2__para_2", "art_1"])
  }

  @Test("a provision that a sentence repeals is doubted, so that nothing is missing where it is gone")
  func amended() throws {
    let articles = (1...4).map { article("\($0)") }.joined()
    let law = akomaNtoso(
      articles + article("5", "<content><p>Article 9 is repealed. Article 8 applies.</p></content>"))
    var document = try document(law)
    addCitations(to: &document, source: Span<UInt8>())
    let resolutions = link([document]).edges.map(\.resolution)
    #expect(resolutions.count == 2)
    #expect(resolutions.first == .approximate(Place(document: 0, provision: 0)))
    #expect(resolutions.last == .provisionMissing("article 8", nearest: Place(document: 0, provision: 0)))
  }
}

private func paragraph(_ number: Int, _ words: String) -> String {
  "<paragraph eId=\"art_2__para_\(number)\"><num>\(number).</num><content><p>\(words)</p></content></paragraph>"
}

private func bulgarian(_ body: String, work: String, title: String = "") -> String {
  akomaNtoso(body, work: work, language: "bul", title: title)
}

private func body(_ number: Int, _ words: String) -> String {
  "<article eId=\"art_\(number)\"><num>Чл. \(number).</num><content><p>\(words)</p></content></article>"
}

/// A document with the citations in its words.
private func read(_ law: String) throws -> LegalDocument {
  var read = try document(law)
  let bytes = Array(law.utf8)
  addCitations(to: &read, source: bytes.span)
  return read
}

/// The words of the citations in a document.
private func cited(_ graph: CitationGraph, in d: Int = 1) throws -> [String] {
  graph.documents[d].references.map { graph.documents[d].plainText(Int($0.node), limit: 200) }
}
