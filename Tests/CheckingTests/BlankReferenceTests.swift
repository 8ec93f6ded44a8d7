import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("The rule blank-reference")
struct BlankReferenceTests {
  @Test("blank-reference: the phrase")
  func phrase() async throws {
    let documents = try documents(inWhichFires: BlankReference.self)
    let found = try await onlyFinding(BlankReference.self)
    #expect(found.message == "“in the manner prescribed by legislation” names no act")
    #expect(try underlined(found, in: documents) == "in the manner prescribed by legislation")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1 ~ art_1")
    #expect(found.remedy == "name the act, or the body and the kind of act")
  }

  @Test(
    "blank-reference: phrases of other languages",
    arguments: [
      ("bul", "Жалбата се подава по ред, определен със закон.", "по ред, определен със закон"),
      ("rus", "Обращения рассматриваются в установленном порядке.", "в установленном порядке"),
      ("bel", "Звароты разглядаюцца ва ўстаноўленым парадку.", "ва ўстаноўленым парадку"),
      ("deu", "Der Antrag wird nach den gesetzlichen Vorschriften gestellt.", "nach den gesetzlichen Vorschriften"),
    ])
  func languages(language: String, sentence: String, phrase: String) async throws {
    let act = akomaNtoso(article("1", content(sentence)), language: language)
    let found = try await onlyFinding(BlankReference.self, in: [act])
    #expect(found.message == "“\(phrase)” names no act")
    #expect(try underlined(found, in: [act]) == phrase)
  }

  @Test("blank-reference: once for each unit")
  func once() async throws {
    let sentence = "Appeals are filed in accordance with the legislation."
    let act = akomaNtoso(article("1", content(sentence + " " + sentence)) + article("2", content(sentence)))
    #expect(try await findings(BlankReference.self, in: [act]).count == 2)
  }

  @Test(
    "blank-reference: what is not flagged",
    arguments: [
      Quiet(
        "the act follows",
        akomaNtoso(
          article("1", content("Обращения рассматриваются в соответствии с законодательством об обращениях.")),
          language: "rus")),
      Quiet(
        "an act is named near by",
        akomaNtoso(
          article(
            "1",
            content(
              "Under \(link("/akn/zz/act/2000-01-01/9", "the Water Act")) appeals are filed in accordance with the legislation."
            )))),
      Quiet(
        "quoted law",
        akomaNtoso(
          article("1", quoting(article("5", content("Appeals are filed in accordance with the legislation.")))))),
      Quiet(
        "a recital",
        akomaNtoso(
          article("1"),
          front:
            "<preamble><recitals><recital><p>Acting in accordance with the legislation,</p></recital></recitals></preamble>"
        )),
    ])
  func quiet(quiet: Quiet) async throws {
    let found = try await findings(BlankReference.self, in: quiet.documents)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }
}
