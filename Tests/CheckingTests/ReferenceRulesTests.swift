import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rules of the family references")
struct ReferenceRulesTests {
  @Test("ambiguous-reference: how many provisions fit, and which")
  func ambiguous() async throws {
    let documents = try documents(inWhichFires: AmbiguousReference.self)
    let found = try await onlyFinding(AmbiguousReference.self)
    #expect(found.message == "link fits 2 provisions")
    #expect(try underlined(found, in: documents) == "#four")
    #expect(found.witness.map(\.text) == ["article 4", "article 5"])
    #expect(try found.witness.map { try text(at: #require($0.range), in: documents) } == ["Article 4", "Article 5"])
  }

  @Test("ambiguous-reference: a section number of an act with two such sections")
  func ambiguousNumber() async throws {
    let act = justiceCanadaAct(
      section("1", "<Text>Under section <XRefInternal>4</XRefInternal>.</Text>") + section("4") + section("4"))
    let found = try await onlyFinding(AmbiguousReference.self, in: [act])
    #expect(try underlined(found, in: [act]) == "4")
  }

  @Test("dangling-target: the target that does not exist, at the link")
  func dangling() async throws {
    let documents = try documents(inWhichFires: DanglingTarget.self)
    let found = try await onlyFinding(DanglingTarget.self)
    #expect(found.message == "link goes to \"art_19\", which does not exist")
    #expect(try underlined(found, in: documents) == "#art_19")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1 ~ art_1")
    #expect(found.witness.isEmpty, "no provision is near")
  }

  @Test("dangling-target: the nearest provision that exists is shown")
  func nearest() async throws {
    let act = akomaNtoso(
      article("1", content(link("#art_2__para_9", "it")))
        + "<article eId=\"art_2\"><num>Article 2</num><heading>Fees</heading>\(content("Text."))</article>")
    let found = try await onlyFinding(DanglingTarget.self, in: [act])
    #expect(found.witness.map(\.text) == ["nearest that exists: article 2 “Fees”"])
    #expect(try text(at: #require(found.witness.first?.range), in: [act]) == "Article 2")
  }

  @Test("dangling-target: of another act, the act is named")
  func danglingElsewhere() async throws {
    let found = try await onlyFinding(
      DanglingTarget.self,
      in: [
        akomaNtoso(articles("1"), title: "Water Act"),
        akomaNtoso(
          article("1", content(link("/akn/zz/act/2020-01-01/1#art_9", "that article"))),
          work: "/akn/zz/act/2021-01-01/2"),
      ])
    #expect(found.message == "link goes to \"art_9\", which does not exist in “Water Act”")
    #expect(found.range.file == 1)
  }

  @Test("dangling-target: a section number that no section bears")
  func danglingNumber() async throws {
    let act = justiceCanadaAct(
      section("1", "<Text>Under section <XRefInternal>44</XRefInternal>.</Text>") + section("2"))
    let found = try await onlyFinding(DanglingTarget.self, in: [act])
    #expect(found.message == "\"44\" is the number of no section of this document")
    #expect(try underlined(found, in: [act]) == "44")
  }

  private static let fourOf = "<Text>Under section <XRefInternal>44</XRefInternal> "

  @Test(
    "dangling-target: what is not flagged",
    arguments: [
      Quiet(
        "an act that is not loaded", akomaNtoso(article("1", content(link("/akn/zz/act/1999-01-01/3#art_9", "it"))))),
      Quiet(
        "a target that is repealed",
        akomaNtoso(
          article("1", content(link("#art_2", "it")))
            + "<article eId=\"art_2\" status=\"repealed\"><num>Article 2</num></article>")),
      Quiet(
        "a target that is to be filled in", akomaNtoso(article("1", content(link("TODO", "it") + link("#", "it"))))),
      Quiet(
        "a reference inside quoted text of another act",
        akomaNtoso(article("1", quoting(article("7", content("See \(link("#art_8", "Article 8")).")))))),
      Quiet(
        "a reference inside quoted words of another act",
        akomaNtoso(
          article("1", content("<mod>The words <quotedText>see \(link("#art_8", "Article 8"))</quotedText> go.</mod>")))
      ),
      Quiet(
        "a section number inside quoted text of another act",
        justiceCanadaAct(
          section("1", "<AmendedText><Section><Label>9</Label>\(fourOf) applies.</Text></Section></AmendedText>"))),
      Quiet(
        "a unit of an act that the words name by a link and that is not loaded",
        justiceCanadaAct(
          section(
            "1", fourOf + "of the <XRefExternal reference-type=\"act\" link=\"C-5\">Evidence Act</XRefExternal>.</Text>"
          ))),
      Quiet(
        "a unit of an act that the words name without a link",
        justiceCanadaAct(section("1", fourOf + "of the Canada Evidence Act applies.</Text>"))),
      Quiet(
        "a target in a document that was read only in part",
        akomaNtoso(articles("1") + "<article><b></article>"),
        akomaNtoso(
          article("1", content(link("/akn/zz/act/2020-01-01/1#art_9", "it"))), work: "/akn/zz/act/2021-01-01/2")),
      Quiet(
        "a target in a form that does not tell the unit",
        akomaNtoso(article("1", content(link("#Fees-and-costs", "it"))))),
    ])
  func quietDangling(quiet: Quiet) async throws {
    #expect(try await findings(DanglingTarget.self, in: quiet.documents).isEmpty)
  }

  @Test("document-not-loaded: the act by its words and its address, at the first citation")
  func notLoaded() async throws {
    let documents = try documents(inWhichFires: DocumentNotLoaded.self)
    let found = try await onlyFinding(DocumentNotLoaded.self)
    #expect(found.message == "the cited act “the Water Act” (akn/zz/act/2000-01-01/9) is not loaded")
    #expect(try underlined(found, in: documents) == "/akn/zz/act/2000-01-01/9")
  }

  @Test("document-not-loaded: one note for each act and document, with the number of citations")
  func notLoadedOnce() async throws {
    let cite = link("/akn/zz/act/2000-01-01/9", "the Water Act")
    let act = akomaNtoso(
      article("1", content(cite)) + article("2", content(cite + link("/akn/zz/act/2001-01-01/8", "the Air Act"))))
    let found = try await findings(
      DocumentNotLoaded.self, in: [act, akomaNtoso(article("1", content(cite)), work: "/b")])
    #expect(found.map(\.range.file) == [0, 0, 1])
    #expect(found.first?.witness.map(\.text) == ["cited 2 times in this document"])
    #expect(found.dropFirst().allSatisfy { $0.witness.isEmpty })
  }

  @Test("document-not-loaded: a legal basis is named as such, and its place is taken")
  func basisNotLoaded() async throws {
    let title = "<preface><p>Under \(link("/akn/zz/act/2000-01-01/9#art_1", "that act"))</p></preface>"
    let act = akomaNtoso(
      articles("1"), kind: "ministerial-order",
      front: title
        + "<preamble><p>On the basis of \(link("/akn/zz/act/2000-01-01/9#art_2", "Article 2")):</p></preamble>")
    let found = try await onlyFinding(DocumentNotLoaded.self, in: [act])
    #expect(found.message == "the legal basis “Article 2” (akn/zz/act/2000-01-01/9) is not loaded")
    #expect(try underlined(found, in: [act]) == "/akn/zz/act/2000-01-01/9#art_2")
  }

  @Test(
    "document-not-loaded: what is not flagged",
    arguments: [
      Quiet(
        "an act that is loaded", akomaNtoso(articles("1"), work: "/akn/zz/act/2000-01-01/9"),
        akomaNtoso(article("1", content(link("/akn/zz/act/2000-01-01/9", "it"))))),
      Quiet("a page of the web", akomaNtoso(article("1", content(link("https://example.org/water", "it"))))),
      Quiet("a provision of the same act", akomaNtoso(article("1", content(link("#art_1", "it"))))),
    ])
  func quietNotLoaded(quiet: Quiet) async throws {
    #expect(try await findings(DocumentNotLoaded.self, in: quiet.documents).isEmpty)
  }

  @Test("placeholder-target: one note for a document, at the first")
  func placeholder() async throws {
    let documents = try documents(inWhichFires: PlaceholderTarget.self)
    let found = try await onlyFinding(PlaceholderTarget.self)
    #expect(found.message == "a link is still a placeholder")
    #expect(try underlined(found, in: documents) == "TODO")
    let act = akomaNtoso(article("1", content(link("TBD", "one") + link("#", "two") + link("TODO", "three"))))
    let several = try await onlyFinding(PlaceholderTarget.self, in: [act])
    #expect(several.message == "3 links are still placeholders")
    #expect(try underlined(several, in: [act]) == "TBD")
  }

  @Test("placeholder-target: an entry of the metadata that stands for something to be filled in")
  func variable() async throws {
    let act = akomaNtoso(
      article("1", content(link("#varSINo", "this instrument"))),
      metadata:
        "<references source=\"#e\"><TLCReference eId=\"varSINo\" name=\"n\" href=\"#\" showAs=\"n\"/></references>")
    let found = try await onlyFinding(PlaceholderTarget.self, in: [act])
    #expect(try underlined(found, in: [act]) == "#varSINo")
  }

  @Test("a link that calls an act by another name is told with the name that it bears")
  func staleCitation() async throws {
    let found = try await onlyFinding(StaleCitation.self)
    #expect(found.message == "the act is called “Law on Rivers and Lakes”, not “Old Water Management Law”")
    #expect(try underlined(found, in: documents(inWhichFires: StaleCitation.self)) == "/akn/zz/act/2000-01-01/9")
  }

  @Test(
    "words of a link that are no other name",
    arguments: [
      "the Law", "Law on Rivers", "Law No. 9 of 2000", "the said Law of Waters", "Law on Rivers and Lakes, as amended",
    ])
  func currentNames(words: String) async throws {
    let documents = [
      akomaNtoso(article("1", content(link("/akn/zz/act/2000-01-01/9", words)))),
      akomaNtoso(article("1"), work: "/akn/zz/act/2000-01-01/9", title: "Law on Rivers and Lakes"),
    ]
    #expect(try await findings(StaleCitation.self, in: documents).isEmpty)
  }

  @Test("a citation with the number of one act and the title of another is told with both")
  func identityMismatch() async throws {
    let found = try await onlyFinding(IdentityMismatch.self)
    #expect(
      found.message
        == "the number 266-З is that of “Об основах административных процедур”, the title that of another act")
    #expect(found.witness.map(\.text) == ["the number", "the title"])
    #expect(try await findings(AmbiguousReference.self, in: documents(inWhichFires: IdentityMismatch.self)).isEmpty)
  }

  /// A link to act 904 of 2010 with these words.
  private static func linked(_ words: String) -> [String] {
    [
      akomaNtoso(article("1", content("In pursuance of the \(link("/akn/zz/act/2010-08-09/904", words)).")))
        .replacing("2020-01-01/1", with: "2020-01-01/940"),
      akomaNtoso(article("1"), work: "/akn/zz/act/2010-08-09/904", title: "Strategy of the Information Society")
        .replacing("</FRBRWork>", with: "<FRBRnumber value=\"904\"/></FRBRWork>"),
    ]
  }

  @Test(
    "a link whose words give the number of another act is told with the act to which it goes",
    arguments: ["Strategy approved by Resolution No. 940 of 2010", "Decree No. 940", "Act No. 940-L"])
  func otherNumber(words: String) async throws {
    let found = try await findings(IdentityMismatch.self, in: Self.linked(words))
    #expect(found.count == 1)
    #expect(found.first?.message.contains("but the link goes to No. 904") ?? false)
  }

  @Test(
    "a link whose words give its own number, none, several, or a number of something else",
    arguments: [
      "Strategy approved by Resolution No. 904 of 2010", "Strategy of 2010", "Resolutions No. 904 and No. 940",
      "Decree No. 3, amended by Decree No. 5", "room No. 940", "Resolution No. 00904",
    ])
  func sameNumber(words: String) async throws {
    #expect(try await findings(IdentityMismatch.self, in: Self.linked(words)).isEmpty)
  }

  @Test(
    "a citation whose number and title agree, or whose title no loaded act bears",
    arguments: ["Об основах административных процедур", "О пчеловодстве и мёде"])
  func identities(title: String) async throws {
    #expect(try await findings(IdentityMismatch.self, in: mixedUp(title)).isEmpty)
  }
}
