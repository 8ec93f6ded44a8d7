import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rules of the family structure")
struct StructureRulesTests {
  @Test("duplicate-id: the second element, and where the first stands")
  func duplicateID() async throws {
    let documents = try documents(inWhichFires: DuplicateID.self)
    let found = try await onlyFinding(DuplicateID.self)
    #expect(found.message == "identifier \"art_5__para_1\" stands on a second element")
    #expect(try underlined(found, in: documents) == "art_5__para_1")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1 ~ art_5__para_2")
    let witness = try #require(found.witness.first)
    #expect(witness.text == "first on paragraph 1")
    let first = try #require(witness.range)
    #expect(first.start < found.range.start)
    #expect(try text(at: first, in: documents) == "art_5__para_1")
  }

  @Test("duplicate-id: ten identifiers are named, and the last finding says how many more repeat")
  func manyIdentifiers() async throws {
    let twice = (1...13).map { paragraph("\($0).", " eId=\"p\($0)\"") + paragraph("\($0)a.", " eId=\"p\($0)\"") }
    let found = try await findings(DuplicateID.self, in: [akomaNtoso(article("1", twice.joined()))])
    #expect(found.count == 10)
    #expect(found.last?.witness.last?.text == "and 3 further identifiers of this document repeat")
    #expect(found.dropLast().allSatisfy { $0.witness.count == 1 })
  }

  @Test("duplicate-id: an identifier that stands three times is named once")
  func threeTimes() async throws {
    let body = (1...3).map { article("\($0)", eId: "same") }.joined()
    _ = try await onlyFinding(DuplicateID.self, in: [akomaNtoso(body)])
  }

  @Test(
    "duplicate-id: what is not flagged",
    arguments: [
      Quiet(
        "attached documents number their identifiers for themselves",
        akomaNtoso(
          article("1"),
          back:
            "<attachments><attachment><doc name=\"a\"><meta/><mainBody>\(article("1"))</mainBody></doc></attachment>"
            + "<attachment><doc name=\"b\"><meta/><mainBody>\(article("1"))</mainBody></doc></attachment></attachments>"
        )),
      Quiet(
        "a publisher who repeats identifiers on purpose",
        justiceCanadaAct("<Section id=\"s1\"><Label>1</Label></Section><Section id=\"s1\"><Label>2</Label></Section>")),
      Quiet(
        "two documents have the same identifier", akomaNtoso(article("1")), akomaNtoso(article("1"), work: "/akn/b")),
    ])
  func quietDuplicateID(quiet: Quiet) async throws {
    #expect(try await findings(DuplicateID.self, in: quiet.documents).isEmpty)
  }

  @Test("duplicate-number: the second unit, and where the first stands")
  func duplicateNumber() async throws {
    let documents = try documents(inWhichFires: DuplicateNumber.self)
    let found = try await onlyFinding(DuplicateNumber.self)
    #expect(found.message == "a second point c")
    #expect(try underlined(found, in: documents) == "(c)")
    let witness = try #require(found.witness.first)
    #expect(witness.text == "the first point c stands here")
    #expect(try #require(witness.range).start < found.range.start)
  }

  @Test("duplicate-number: articles are compared through the document, whatever groups hold them")
  func throughTheDocument() async throws {
    let body =
      "<chapter><num>Chapter 1</num>\((1...12).map { article("\($0)") }.joined())</chapter>"
      + "<chapter><num>Chapter 2</num>\(article("12", eId: "other"))\(article("13"))</chapter>"
    let found = try await onlyFinding(DuplicateNumber.self, in: [akomaNtoso(body)])
    #expect(found.message == "a second article 12")
  }

  @Test(
    "duplicate-number: what is not flagged",
    arguments: [
      Quiet("units of quoted text", akomaNtoso(article("1", quoting(articles("5", "5"))))),
      Quiet(
        "two versions of one article whose times in force do not overlap",
        akomaNtoso(
          "<article period=\"#before\"><num>Article 3</num></article><article period=\"#after\"><num>Article 3</num></article>"
            + articles("4"), metadata: periods)),
      Quiet(
        "several lists in one article, each of which starts anew",
        akomaNtoso(article("1", point("a") + point("b") + point("a") + point("b")))),
      Quiet(
        "paragraphs of different articles",
        akomaNtoso(article("1", paragraph("1.") + paragraph("2.")) + article("2", paragraph("1.") + paragraph("2.")))),
    ])
  func quietDuplicateNumber(quiet: Quiet) async throws {
    #expect(try await findings(DuplicateNumber.self, in: quiet.documents).isEmpty)
  }

  @Test("duplicate-number: two versions of one article whose times overlap are flagged")
  func overlappingVersions() async throws {
    let versions = "<article period=\"#after\"><num>Article 3</num></article>"
    let act = akomaNtoso(
      versions + versions + (4...20).map { article("\($0)") }.joined(), metadata: periods)
    _ = try await onlyFinding(DuplicateNumber.self, in: [act])
  }

  @Test("hidden-character: the character and its number")
  func hiddenCharacter() async throws {
    let documents = try documents(inWhichFires: HiddenCharacter.self)
    let found = try await onlyFinding(HiddenCharacter.self)
    #expect(found.message == "the text holds the invisible character U+200B")
    #expect(try underlined(found, in: documents) == "\u{200B}")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1 ~ art_1")
  }

  @Test(
    "hidden-character: controls, direction and zero-width characters, each in its place behind other text",
    arguments: [
      "\u{80}", "\u{85}", "\u{9F}", "\u{61C}", "\u{200B}", "\u{200E}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{FEFF}",
      "\u{FFF9}",
    ])
  func hiddenCharacters(character: String) async throws {
    let act = akomaNtoso(article("1", content("Чл. 5 € and a longer text before it \(character)end")))
    let found = try await onlyFinding(HiddenCharacter.self, in: [act])
    #expect(try underlined(found, in: [act]) == character)
  }

  @Test("hidden-character: one finding for each kind and document, with the number")
  func hiddenTwice() async throws {
    let act = akomaNtoso(article("1", content("is \u{202E}001\u{202C} and \u{202E}002\u{202C} euro")))
    let found = try await findings(HiddenCharacter.self, in: [act, act])
    #expect(found.map(\.range.file) == [0, 0, 1, 1])
    #expect(
      Set(found.map(\.message)) == [
        "the text holds the invisible character U+202E, 2 times",
        "the text holds the invisible character U+202C, 2 times",
      ])
  }

  @Test(
    "hidden-character: soft hyphens, joiners and visible characters are not flagged",
    arguments: ["\u{AD}", "\u{200C}", "\u{200D}", "\u{A0}", "\u{2003}", "\u{2014}", "Ø", "ﷲ", "😀", "\u{FE0F}"])
  func quietHidden(character: String) async throws {
    let act = akomaNtoso(article("1", content("a\(character)b")))
    #expect(try await findings(HiddenCharacter.self, in: [act]).isEmpty)
  }

  @Test("marker-dangling: the name in its attribute")
  func markerDangling() async throws {
    let documents = try documents(inWhichFires: MarkerDangling.self)
    let found = try await onlyFinding(MarkerDangling.self)
    #expect(found.message == "mark \"#req.chan-rigth\" names no entry of this document")
    #expect(try underlined(found, in: documents) == "#req.chan-rigth")
    #expect(found.witness.isEmpty)
  }

  @Test("marker-dangling: each name once, with the number of its uses", arguments: ["refersTo", "period", "as", "by"])
  func markerUses(attribute: String) async throws {
    let mark = " \(attribute)=\"#gone\""
    let act = akomaNtoso(article("1", paragraph("1.", mark) + paragraph("2.", mark)))
    let found = try await onlyFinding(MarkerDangling.self, in: [act])
    #expect(found.witness.map(\.text) == ["used 2 times in this document"])
  }

  @Test("marker-dangling: of several names in one attribute, the one that is not there is underlined")
  func severalNames() async throws {
    let act = akomaNtoso(
      article("1", paragraph("1.", " refersTo=\"#here #gone #here\"")),
      metadata: "<references source=\"#e\"><TLCConcept eId=\"here\" href=\"/c\" showAs=\"c\"/></references>")
    let found = try await onlyFinding(MarkerDangling.self, in: [act])
    #expect(try underlined(found, in: [act]) == "#gone")
  }

  @Test(
    "marker-dangling: what is not flagged",
    arguments: [
      Quiet(
        "a mark that names an entry of the metadata",
        akomaNtoso(
          article("1", paragraph("1.", " refersTo=\"#c\"")),
          metadata: "<references source=\"#e\"><TLCConcept eId=\"c\" href=\"/c\" showAs=\"c\"/></references>")),
      Quiet(
        "a mark that names a period",
        akomaNtoso(article("1", paragraph("1.", " period=\"#after\"")), metadata: periods)),
      Quiet("a mark that names a provision", akomaNtoso(article("1", paragraph("1.", " refersTo=\"#art_1\"")))),
    ])
  func quietMarker(quiet: Quiet) async throws {
    #expect(try await findings(MarkerDangling.self, in: quiet.documents).isEmpty)
  }

  @Test("unknown-dialect: the root element, with its namespace as evidence")
  func unknownDialect() async throws {
    let documents = try documents(inWhichFires: UnknownDialect.self)
    let found = try await onlyFinding(UnknownDialect.self)
    #expect(found.message == "no reader knows documents with the root element <akomaNtoso>")
    #expect(try underlined(found, in: documents) == "<akomaNtoso")
    #expect(
      found.witness.map(\.text) == ["its namespace is http://docs.oasis-open.org/legaldocml/ns/akn/3.0/"])
    let other = try await onlyFinding(UnknownDialect.self, in: ["<law/>"])
    #expect(other.witness.map(\.text) == ["it is in no namespace"])
  }

  @Test("unknown-element: the first occurrence, and how often there are more in the run")
  func unknownElement() async throws {
    let documents = try documents(inWhichFires: UnknownElement.self)
    let found = try await onlyFinding(UnknownElement.self)
    #expect(found.message == "element <clauze> is not known; its text is kept")
    #expect(try underlined(found, in: documents) == "<clauze")
    #expect(
      found.witness.map(\.text) == [
        "it occurs once in this document, in the namespace http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
      ])
    let act = akomaNtoso(article("1", "<clauze>One.</clauze><clauze>Two.</clauze>"))
    let inTwo = try await onlyFinding(UnknownElement.self, in: [act, act])
    #expect(inTwo.range.file == 0)
    #expect(inTwo.witness.first?.text.hasPrefix("it occurs 4 times in 2 documents") == true)
  }

  @Test("unknown-element: islands are named too, but for those of XHTML and MathML")
  func islands() async throws {
    let math = "<foreign><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math></foreign>"
    #expect(try await findings(UnknownElement.self, in: [akomaNtoso(article("1", content(math)))]).isEmpty)
    let chart = math.replacing("http://www.w3.org/1998/Math/MathML", with: "http://www.w3.org/2000/svg")
    let found = try await findings(UnknownElement.self, in: [akomaNtoso(article("1", content(chart)))])
    #expect(
      found.map(\.message) == [
        "element <math> is not known; its text is kept", "element <mi> is not known; its text is kept",
      ])
  }

  @Test("a unit that the other language version lacks is told once, at its number")
  func languageVersions() async throws {
    let found = try await onlyFinding(LanguageVersionsApart.self)
    #expect(found.message == "the version in \"fr\" has no such unit: art_5")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1 ~ art_5")
    let documents = try documents(inWhichFires: LanguageVersionsApart.self)
    #expect(try underlined(found, in: documents) == "Article 5")
  }

  @Test(
    "language versions are not apart",
    arguments: [
      Quiet(
        "in parts that are numbered by letters", akomaNtoso(article("1", point("a") + point("b")) + article("2")),
        akomaNtoso(article("1") + article("2"), language: "fra")),
      Quiet(
        "where their dates differ", akomaNtoso(article("1") + article("2") + article("3") + article("4")),
        akomaNtoso(article("1") + article("2") + article("3"), version: "2021-01-01", language: "fra")),
      Quiet(
        "where each numbers in its own way", akomaNtoso(article("1") + article("2")),
        akomaNtoso(article("1") + article("7"), language: "fra")),
    ])
  func languageVersionsAlike(_ quiet: Quiet) async throws {
    #expect(try await findings(LanguageVersionsApart.self, in: quiet.documents).isEmpty)
  }
}
