import Citations
import Compiling
import Consolidation
import Provisions
import TestSupport
import Testing

/// Citations that are read from the words of a whole document: their places, targets and doubts.
@Suite("Citations in the words of documents")
struct WordsInDocumentsTests {
  /// An English law of the given articles, whose title is "Law on Applications".
  private func law(_ articles: String, title: String = "Law on Applications") -> String {
    akomaNtoso(articles, kind: "law", title: title)
  }

  /// Where the citations of the first document lead, with the words that are underlined.
  private func targets(_ documents: [String]) async throws -> [(words: String, resolution: String)] {
    let graph = try await compilation(of: documents, rules: []).framework.graph
    let document = graph.documents[0]
    return graph.edges(of: 0).map { edge in
      let reference = document.references[edge.reference]
      let words = document.plainText(Int(reference.node))
      switch edge.resolution {
      case .resolved(let place): return (words, graph.id(of: place).path)
      case .approximate(let place): return (words, "near \(graph.id(of: place).path)")
      case .provisionMissing: return (words, "missing")
      case .workNotLoaded(let act): return (words, "not loaded: \(act)")
      case .ambiguous: return (words, "ambiguous")
      case .external: return (words, "external")
      case .placeholder: return (words, "placeholder")
      }
    }
  }

  private func paragraphs(_ texts: String...) -> String {
    texts.enumerated().map { i, text in
      "<paragraph><num>\(i + 1).</num><content><p>\(text)</p></content></paragraph>"
    }.joined()
  }

  @Test("a citation leads to the unit, its paragraph, and a part seen from inside the unit")
  func ownAct() async throws {
    let found = try await targets([
      law(
        article("1", paragraphs("See Article 2(1).", "As in paragraph 1 and articles 2 and 3."))
          + article("2", paragraphs("A.", "B.")) + article("3"))
    ])
    #expect(found.map(\.words) == ["Article 2(1)", "paragraph 1", "articles 2", "3"])
    #expect(found.map(\.resolution) == ["art_2__para_1", "art_1__para_1", "art_2", "art_3"])
  }

  @Test("an act is found by its title, its short title, and its number with the year")
  func otherAct() async throws {
    let other = akomaNtoso(
      article("5"), work: "/akn/zz/act/law/2011-07-18/300-l", kind: "law",
      title: "Law on Appeals of Citizens and Legal Entities")
    let words = """
      Article 5 of the Law on Appeals of Citizens and Legal Entities applies. Article 9 of the Law on Bees is not loaded.
      """
    let found = try await targets([law(article("1", "<content><p>\(words)</p></content>")), other])
    #expect(found.map(\.resolution) == ["art_5", "not loaded: Law on Bees"])
  }

  @Test(
    "a short name that the document gives to an act stands for it",
    arguments: [
      "As Article 5 of the Law on Bees (hereinafter – the Code) says, article 6 of the Code applies.",
      "As the Law on Bees (hereinafter the Code) says, article 6 of the Code applies.",
    ])
  func shortName(words: String) async throws {
    let bees = akomaNtoso(
      article("5") + article("6"), work: "/akn/zz/act/law/2012-01-01/1-l", kind: "law", title: "Law on Bees")
    let found = try await targets([law(article("1", "<content><p>\(words)</p></content>")), bees])
    #expect(found.last?.resolution == "art_6")
  }

  @Test("only what the act surely does not have is missing")
  func missing() async throws {
    let found = try await targets([
      law(
        article("1", "<content><p>See Article 19. See article 2(7). See Article 3(2).</p></content>")
          + article("2", paragraphs("A.", "B.")) + article("3"))
    ])
    // Article 3 has no paragraphs in the markup: its text may number them.
    #expect(found.map(\.resolution) == ["missing", "missing", "near art_3"])
  }

  @Test("behind the name of another act a citation without an act is doubted, not missing")
  func doubted() async throws {
    let words = "Under the Penal Code, Article 77 applies."
    let found = try await targets([
      law(article("1", "<content><p>\(words)</p></content>") + article("2") + article("3"))
    ])
    #expect(found.map(\.resolution) == ["not loaded: Penal Code", "near "])
  }

  @Test("what an amending act, a memorandum or a quotation says belongs to another text")
  func others() async throws {
    let text = "<content><p>In Article 77 the words are replaced.</p></content>"
    let amending = law(article("1", text) + article("2") + article("3"), title: "Applications Amendment Act")
    #expect(try await targets([amending]).map(\.resolution) == ["external"])
    let quoting = law(article("1", "<content><p>The words “in Article 77” stay.</p></content>") + article("2"))
    #expect(try await targets([quoting]).map(\.resolution) == ["external"])
    let quoted = law(
      article("1", "<content><p><mod><quotedText>see Article 77</quotedText></mod></p></content>") + article("2"))
    #expect(try await targets([quoted]).isEmpty)
  }

  @Test(
    "the place is exact whatever stands before it in the source",
    arguments: [
      "R&amp;D under ", "&#1046;&#x44F; ", "<![CDATA[<a>]]> and ", "a<!-- no words: Article 2 -->b ", "line\r\nline ",
      "a<?p Article 2?>b ",
    ])
  func places(before: String) async throws {
    let xml = law(article("1", "<content><p>\(before)Article 2 applies.</p></content>") + article("2"))
    let compilation = try await compilation(of: [xml], rules: [])
    let document = compilation.framework.graph.documents[0]
    let reference = try #require(document.references.first { $0.form == .words })
    let start = try #require(offset(of: "Article 2 applies", in: xml))
    #expect(Int(reference.start) == start)
    #expect(Int(reference.end) == start + "Article 2".utf8.count)
  }

  @Test("words in elements are one sentence, and no word is lost around them")
  func markup() async throws {
    let xml = law(
      article("1", "<content><p>See <b>Article</b> 2 and <i>Article 3</i>, and on.</p></content>") + article("2")
        + article("3"))
    let document = try await compilation(of: [xml], rules: []).framework.graph.documents[0]
    let text = document.content.filter { $0.kind == .text }.map { document.string($0.textRange) }.joined()
    #expect(text.hasSuffix("See Article 2 and Article 3, and on.Article 2Text.Article 3Text."))
    #expect(document.references.count == 2)
    for (i, node) in document.content.enumerated() {
      #expect(Int(node.end) > i)
      #expect(Int(node.end) <= document.content.count)
    }
  }

  @Test("a document that marks its references is left to its marks")
  func marked() async throws {
    let xml = law(
      article("1", "<content><p><ref href=\"#art_2\">Article 2</ref> and Article 3.</p></content>") + article("2")
        + article("3"))
    let document = try await compilation(of: [xml], rules: []).framework.graph.documents[0]
    #expect(document.references.map(\.form) == [.iri])
  }
}
