import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rules on definitions")
struct DefinitionRulesTests {
  @Test("unused-definition: the term, and where it holds")
  func unused() async throws {
    let documents = try documents(inWhichFires: UnusedDefinition.self)
    let found = try await onlyFinding(UnusedDefinition.self)
    #expect(found.message == "“data carrier” is defined and used nowhere in this document")
    #expect(try underlined(found, in: documents) == "data carrier")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1 ~ art_1__para_n1")
  }

  @Test("unused-definition: a use outside the section for which the term is defined is none")
  func outsideItsScope() async throws {
    let act = justiceCanadaAct(
      section(
        "1",
        "<Text>In this section,</Text>\(definition("warrant", "means an order of a court"))")
        + section("2", "<Text>A warrant is in writing.</Text>"))
    let found = try await onlyFinding(UnusedDefinition.self, in: [act])
    #expect(found.message == "“warrant” is defined and used nowhere in section 1")
    #expect(try underlined(found, in: [act]) == "warrant")
  }

  @Test("unused-definition: the term of the other language is no use, and neither is a heading that names the term")
  func otherLanguage() async throws {
    let act = justiceCanadaAct(
      section(
        "1",
        """
        <MarginalNote>Definition of <DefinedTermEn>convention</DefinedTermEn></MarginalNote><Text>In this Act,</Text>\
        \(definition("convention", "means a treaty", french: "convention"))
        """))
    _ = try await onlyFinding(UnusedDefinition.self, in: [act])
  }

  @Test(
    "unused-definition: what is not flagged",
    arguments: [
      Quiet("another form of the term", unusedAct(defining("dwelling", "means a house"), "Dwellings are dry.")),
      Quiet(
        "other words between those of the term",
        unusedAct(defining("domestic goods", "means goods made here"), "Domestic and imported goods are taxed.")),
      Quiet("one of several terms is used", severalTerms),
      Quiet(
        "a definition for another act",
        unusedAct("", "For the purposes of section 5 of the Water Act, “takeover” means a purchase.")),
      Quiet("short words", unusedAct(defining("sell", "means to offer for money"), "What is sold is taxed.")),
      Quiet("the document was read only in part", unusedAct(defining("dwelling", "means a house"), "<b>")),
      Quiet("quoted law", akomaNtoso(article("1", quoting(article("5", defining("dwelling", "means a house")))))),
      Quiet("a repealed definition", repealedDefinition),
      Quiet(
        "a Bulgarian term of which the longest word is used",
        bulgarian("“Профил на достъп” е описание на правата.", "Определят се профили за достъпа.")),
    ])
  func quietUnused(quiet: Quiet) async throws {
    let found = try await findings(UnusedDefinition.self, in: quiet.documents)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test(
    "unused-definition: definitions are read from the words of a language",
    arguments: [
      (bulgarian("“Браузър” е приложение.", "Текст."), "Браузър"),
      (german("„Portalverbund“ ist eine Verknüpfung von Portalen."), "Portalverbund"),
      (russian("электронное обращение – обращение, поданное через портал;"), "электронное обращение"),
    ])
  func languages(document: String, term: String) async throws {
    let found = try await onlyFinding(UnusedDefinition.self, in: [document])
    #expect(found.message == "“\(term)” is defined and used nowhere in this document")
    #expect(try underlined(found, in: [document]) == term)
  }

  @Test("shadowed-definition: the second definition, and where the first stands")
  func shadowed() async throws {
    let documents = try documents(inWhichFires: ShadowedDefinition.self)
    let found = try await onlyFinding(ShadowedDefinition.self)
    #expect(found.message == "“vessel” is defined a second time for this document, in other words")
    #expect(try underlined(found, in: documents) == "vessel")
    let witness = try #require(found.witness.first)
    #expect(witness.text == "also defined in article 2")
    #expect(try text(at: try #require(witness.range), in: documents) == "vessel")
    #expect(found.remedy == "keep one of the two definitions")
  }

  @Test("shadowed-definition: a narrower scope is a note")
  func narrower() async throws {
    let act = akomaNtoso(
      article("2", defining("vessel", "means a ship"))
        + article("9", defining("vessel", "means a boat", for: "In this Article")))
    let found = try await onlyFinding(ShadowedDefinition.self, in: [act])
    #expect(found.message == "“vessel” is defined in other words for article 9 than for this document")
    #expect(found.severity == .note)
  }

  @Test(
    "shadowed-definition: what is not flagged",
    arguments: [
      Quiet("the same words twice", twice("means a ship.", "means a ship")),
      Quiet("one sends the reader elsewhere", twice("means a ship", "has the same meaning as in the Water Act")),
      Quiet(
        "different cases of one article",
        akomaNtoso(
          article(
            "2",
            defining("record", "means a paper", for: "In the case of a company, in this Act")
              + defining("record", "means a file", for: "In the case of a partnership, in this Act")))),
      Quiet("another case after the term", twice("means a ship", ", in respect of a lake, means a raft")),
      Quiet(
        "scopes that do not overlap",
        akomaNtoso(
          article("2", defining("vessel", "means a ship", for: "In this Article"))
            + article("9", defining("vessel", "means a boat", for: "In this Article")))),
      Quiet(
        "a list of sections",
        akomaNtoso(
          article("2", defining("vessel", "means a ship"))
            + article("9", defining("vessel", "means a boat", for: "In this Article and Article 12")))),
      Quiet(
        "a capital tells two terms apart",
        akomaNtoso(
          article("2", defining("Director", "means the head of the registry"))
            + article("9", defining("director", "means a member of a board")))),
    ])
  func quietShadowed(quiet: Quiet) async throws {
    let found = try await findings(ShadowedDefinition.self, in: quiet.documents)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test("circular-definition: the circle, and each step of it")
  func circular() async throws {
    let documents = try documents(inWhichFires: CircularDefinition.self)
    let found = try await onlyFinding(CircularDefinition.self)
    #expect(found.message == "“portal” and “service” are defined by each other")
    #expect(try underlined(found, in: documents) == "portal")
    let witness = try #require(found.witness.first)
    #expect(witness.text == "“service” is defined by “portal”")
    #expect(try text(at: try #require(witness.range), in: documents) == "service")
  }

  @Test("circular-definition: a circle of three is reported once")
  func three() async throws {
    let act = akomaNtoso(
      article(
        "1",
        defining("key", "means one half of a pair") + defining("pair", "means what a method of ciphering needs")
          + defining("method of ciphering", "means a use of a key")))
    let found = try await onlyFinding(CircularDefinition.self, in: [act])
    #expect(found.message == "“key”, “pair” and “method of ciphering” are defined in a circle")
  }

  @Test(
    "circular-definition: what is not flagged",
    arguments: [
      Quiet(
        "a kind and its genus", circle("share", "means a voting share", "voting share", "means a share with a vote")),
      Quiet(
        "what is taken out",
        circle(
          "retailer", "means a seller other than a distributor", "distributor", "means one who sells to a retailer")),
      Quiet(
        "what is added", circle("court", "means the Court and includes a judge", "judge", "means a member of a court")),
      Quiet(
        "a term that is named",
        circle("creditor", "means one who has an interest", "interest", "means, in the definition “creditor”, a right")),
      Quiet("an addition", circle("ship", "includes a vessel", "vessel", "means a boat or ship")),
      Quiet(
        "a definition elsewhere", circle("ship", "has the meaning of vessel in the Water Act", "vessel", "means a ship")
      ),
      Quiet(
        "a longer term",
        circle("parole", "means a release on parole board terms", "parole board", "means a body of the state")),
    ])
  func quietCircular(quiet: Quiet) async throws {
    let found = try await findings(CircularDefinition.self, in: quiet.documents)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test("diverging-definition: the later act, and where the earlier one defines the term")
  func diverging() async throws {
    let documents = try documents(inWhichFires: DivergingDefinition.self)
    let found = try await onlyFinding(DivergingDefinition.self)
    #expect(found.message == "“document” is defined in other words in another act")
    #expect(found.range.file == 1)
    #expect(try underlined(found, in: documents) == "document")
    let witness = try #require(found.witness.first)
    #expect(witness.text == "article 1 of “Water Act”")
    #expect(try text(at: try #require(witness.range), in: documents) == "document")
  }

  @Test("diverging-definition: five other places are named, and the last says how many more there are")
  func manyActs() async throws {
    let acts = (1...8).map { n in
      akomaNtoso(article("1", defining("document", "means record \(n)")), work: "/akn/zz/act/2020-01-01/\(n)")
    }
    let last = try await findings(DivergingDefinition.self, in: acts).last
    #expect(last?.message == "“document” is defined in other words in 7 other acts")
    #expect(last?.witness.count == 5)
    #expect(last?.witness.last?.text.hasSuffix(", and 2 more") == true)
  }

  @Test(
    "diverging-definition: what is not flagged",
    arguments: [
      Quiet("the same words", first, second(defining("document", "means any record"))),
      Quiet("a definition elsewhere", first, second(defining("document", "has the same meaning as in the Water Act"))),
      Quiet(
        "a definition for one article", first, second(defining("document", "means a paper", for: "In this Article"))),
      Quiet(
        "another language", akomaNtoso(article("1", defining("document", "means any record"))),
        akomaNtoso(
          article("1", content("Dans la présente loi, « document » désigne un papier.")), work: "/akn/b",
          language: "fra")),
      Quiet(
        "names", akomaNtoso(article("1", defining("Minister", "means the Minister of Health"))),
        akomaNtoso(article("1", defining("Minister", "means the Minister of Finance")), work: "/akn/b")),
      Quiet(
        "two texts of one act", akomaNtoso(article("1", defining("document", "means any record"))),
        akomaNtoso(article("1", defining("document", "means a paper")), version: "2022-01-01")),
    ])
  func quietDiverging(quiet: Quiet) async throws {
    let found = try await findings(DivergingDefinition.self, in: quiet.documents)
    #expect(found.isEmpty, "\(found.map(\.message))")
  }
}

private func definition(_ term: String, _ words: String, french: String = "terme") -> String {
  "<Definition><Text><DefinedTermEn>\(term)</DefinedTermEn> \(words); (<DefinedTermFr>\(french)</DefinedTermFr>)</Text></Definition>"
}

private func unusedAct(_ definitions: String, _ sentence: String) -> String {
  akomaNtoso(article("1", definitions + "<paragraph>\(content(sentence))</paragraph>"))
}

private let severalTerms = justiceCanadaAct(
  section(
    "1",
    """
    <Text>In this Act,</Text><Definition><Text><DefinedTermEn>barrister</DefinedTermEn> or \
    <DefinedTermEn>advocate</DefinedTermEn> means a lawyer.</Text></Definition>
    """) + section("2", "<Text>An advocate is heard.</Text>"))

private let repealedDefinition = justiceCanadaAct(
  section(
    "1",
    """
    <Text>In this Act,</Text><Definition><Text><DefinedTermEn>barrister</DefinedTermEn>\
    <Repealed>[Repealed, 2001, c. 9]</Repealed></Text></Definition>
    """))

private func bulgarian(_ definition: String, _ sentence: String) -> String {
  akomaNtoso(
    article("1", content(sentence))
      + article(
        "2", "<intro><p>По смисъла на този закон:</p></intro><point><num>1.</num>\(content(definition))</point>"),
    language: "bul")
}

private func german(_ sentence: String) -> String {
  akomaNtoso(article("1", content("Text.")) + article("2", content(sentence)), language: "deu")
}

private func russian(_ item: String) -> String {
  akomaNtoso(
    article(
      "1",
      "<intro><p>Для целей настоящего Закона используются следующие термины:</p></intro><point>\(content(item))</point>"
    ),
    language: "rus")
}

private func twice(_ one: String, _ two: String) -> String {
  akomaNtoso(article("2", defining("vessel", one)) + article("9", defining("vessel", two)))
}

private func circle(_ one: String, _ is1: String, _ two: String, _ is2: String) -> String {
  akomaNtoso(article("1", defining(one, is1) + defining(two, is2)))
}

private let first = akomaNtoso(article("1", defining("document", "means any record")))

private func second(_ definition: String) -> String {
  akomaNtoso(article("1", definition), work: "/akn/zz/act/2021-01-01/2")
}
