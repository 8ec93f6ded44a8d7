import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rules about what a link relies on and what it says")
struct RelianceRulesTests {
  @Test("target-repealed: what is repealed, at the link, with the target's place")
  func repealed() async throws {
    let documents = try documents(inWhichFires: TargetRepealed.self)
    let found = try await onlyFinding(TargetRepealed.self)
    #expect(found.message == "article 2 of “Water Act” is repealed, and this provision still relies on it")
    #expect(found.range.file == 1)
    #expect(try underlined(found, in: documents) == "/akn/zz/act/2020-01-01/1#art_2")
    #expect(found.witness.map(\.text) == ["the target: /akn/zz/act/2020-01-01/1 ~ art_2"])
    #expect(try text(at: #require(found.witness.first?.range), in: documents) == "Article 2")
  }

  private static func citing(
    _ words: String, attributes: String = "", before: String = "", metadata: String = repealing
  ) -> String {
    akomaNtoso(
      before + "<article\(attributes)><num>Article 1</num>\(content(words))</article>",
      work: "/akn/zz/act/2021-01-01/2",
      metadata: metadata)
  }

  private static let target = link("/akn/zz/act/2020-01-01/1#art_2", "that article")
  /// The periods of the fixtures, where the event of 2022 is a repeal.
  private static let repealing = periods.replacing(
    "date=\"2022-01-01\" type=\"amendment\"", with: "date=\"2022-01-01\" type=\"repeal\"")
  private static let ended = akomaNtoso(
    "<article eId=\"art_2\" period=\"#before\"><num>Article 2</num>\(content("Text."))</article>", metadata: repealing)

  @Test("target-repealed: a time in force that a repeal has ended counts from its end on, and not before")
  func date() async throws {
    let documents = [Self.ended, Self.citing("See \(Self.target).")]
    let found = try await onlyFinding(TargetRepealed.self, in: documents, on: "2022-01-01")
    #expect(
      found.message
        == "article 2 of “/akn/zz/act/2020-01-01/1” is repealed since 2022-01-01, and this provision still relies on it"
    )
    #expect(try await findings(TargetRepealed.self, in: documents, on: "2021-12-31").isEmpty)
  }

  @Test(
    "target-repealed: what is not flagged",
    arguments: [
      Quiet("the citing provision is itself repealed", ended, citing(target, attributes: " status=\"repealed\"")),
      Quiet("the citing provision is over", ended, citing(target, attributes: " period=\"#before\"")),
      Quiet("the citing provision is not yet in force", ended, citing(target, attributes: " period=\"#later\"")),
      Quiet(
        "the act that the document amends", ended,
        citing(
          target,
          before: article(
            "9", content("<mod>In \(link("/akn/zz/act/2020-01-01/1#art_2", "Article 2")) a word is deleted.</mod>")))),
      Quiet(
        "the act in which the document inserts what is not there yet", ended,
        citing(
          target,
          before: article(
            "9", content("<mod>In \(link("/akn/zz/act/2020-01-01/1#art_1", "Article 1")) a word is deleted.</mod>")))),
      Quiet(
        "the act that the metadata says it amends", ended,
        citing(
          target,
          metadata: "<analysis source=\"#e\"><activeModifications><textualMod type=\"repeal\"><source href=\"#art_1\"/>"
            + "<destination href=\"/akn/zz/act/2020-01-01/1#art_2\"/></textualMod></activeModifications></analysis>")),
      Quiet("the former section 5", ended, citing("under the former \(target)")),
      Quiet("as it read before", ended, citing("under \(target), as it read before that day")),
      Quiet("section 7 is repealed", ended, citing("\(target) is repealed.")),
      Quiet("l’ancien article", ended, citing("selon l’ancien \(target)")),
    ])
  func quietRepealed(quiet: Quiet) async throws {
    #expect(try await findings(TargetRepealed.self, in: quiet.documents).isEmpty)
  }

  @Test("text-target-mismatch: what the words name and where the link goes")
  func mismatch() async throws {
    let documents = try documents(inWhichFires: TextTargetMismatch.self)
    let found = try await onlyFinding(TextTargetMismatch.self)
    #expect(found.message == "link goes to article 2, but the text names article 20")
    #expect(try underlined(found, in: documents) == "#art_2")
    #expect(found.witness.map(\.text) == ["goes to article 2", "the words are “Article 20”"])
  }

  @Test(
    "text-target-mismatch: words for a unit in several languages",
    arguments: [
      "Article 20", "article 20 of this act", "art. 20", "Art. 20", "чл. 20", "Чл. 20, ал. а", "§ 20", "§20",
      "section 20",
      "Article 20(1)", "Artikel 20", "artículo 20", "статья 20",
    ])
  func unitWords(words: String) async throws {
    let act = akomaNtoso(article("1", content(link("#art_2", words))) + article("2"))
    #expect(try await findings(TextTargetMismatch.self, in: [act]).count == 1)
    let right = akomaNtoso(article("1", content(link("#art_20", words))) + article("20"))
    #expect(try await findings(TextTargetMismatch.self, in: [right]).isEmpty)
  }

  private static func saying(_ words: String, to target: String = "#art_2") -> String {
    akomaNtoso(
      article("1", content(link(target, words)))
        + article("2", "<paragraph eId=\"art_2__para_1\"><num>1.</num>\(content("Text."))</paragraph>")
        + "<chapter eId=\"chp_3\"><num>Chapter 3</num>\(article("4"))</chapter>", title: "Water Act")
  }

  /// Article 1 of an amending act quotes a paragraph of article 20 of another act.
  private static let quotedForArticle20 = akomaNtoso(
    article("3", content(link("#quoted", "Article 20(5)")))
      + article(
        "1",
        """
        <content><p><mod eId="m"><quotedStructure eId="q"><paragraph eId="quoted"><num>5.</num>\
        <content><p>New.</p></content></paragraph></quotedStructure></mod></p></content>
        """))

  @Test(
    "text-target-mismatch: what is not flagged",
    arguments: [
      Quiet("several numbers", saying("Articles 19 and 20")),
      Quiet("a number and a date", saying("Article 20 of 2010")),
      Quiet("a run of numbers", saying("Article 5–7")), Quiet("no number", saying("the article above")),
      Quiet("a number without a unit", saying("20")),
      Quiet("a whole act", saying("Article 20", to: "/akn/zz/act/2020-01-01/1")),
      Quiet("a unit that the target is not and does not lie in", saying("Article 20", to: "#chp_3")),
      Quiet("a lower unit that the words do not name", saying("paragraph 3")),
      Quiet("a paragraph of the article that the words name", saying("Article 2", to: "#art_2__para_1")),
      Quiet("the number of a lower unit in brackets", saying("Article 2(1)", to: "#art_2__para_1")),
      Quiet("a paragraph that an amending act quotes for the article that the words name", quotedForArticle20),
    ])
  func quietMismatch(quiet: Quiet) async throws {
    #expect(try await findings(TextTargetMismatch.self, in: quiet.documents).isEmpty)
  }
}
