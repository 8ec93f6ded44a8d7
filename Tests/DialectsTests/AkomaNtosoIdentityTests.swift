import Provisions
import TestSupport
import Testing

@Suite("Identity of Akoma Ntoso documents")
struct AkomaNtosoIdentityTests {
  @Test("the work, its version, language and kind come from the FRBR metadata")
  func whole() throws {
    let identity = try document(
      akomaNtoso(
        article("1"), work: "/akn/zz/act/law/2008-10-28/266-l", kind: "law", version: "2024-05-01", language: "bul",
        title: "Act on Bridges")
    ).identity
    #expect(identity.work == "/akn/zz/act/law/2008-10-28/266-l")
    #expect(identity.versionDate == LegalDate("2024-05-01"))
    #expect(identity.language == "bg")
    #expect(identity.kind == "law")
    #expect(identity.title == "Act on Bridges")
    #expect(identity.adopted == LegalDate("2020-01-01"))
    #expect(identity.form == .act)
    #expect(
      identity.aliases == [
        "/akn/zz/act/law/2008-10-28/266-l/!main", "/akn/zz/act/law/2008-10-28/266-l/bul@2024-05-01",
      ])
  }

  @Test(
    "a language is written as BCP 47, whatever list the document uses",
    arguments: [
      ("eng", "en"), ("fra", "fr"), ("fre", "fr"), ("deu", "de"), ("ger", "de"), ("ell", "el"), ("bul", "bg"),
      ("en", "en"), ("de-DE", "de"), ("EN", "en"), ("abc", "abc"), ("", "und"), ("english", "und"),
      ("http://publications.europa.eu/resource/authority/language/SPA", "es"),
    ])
  func language(written: String, tag: String) throws {
    #expect(try document(akomaNtoso(article("1"), language: written)).identity.language == tag)
  }

  @Test(
    "the rank of an act is what the word for its kind says",
    arguments: [
      ("law", .law), ("zakon", .law), ("constitution", .constitution), ("decree", .decree), ("ukaz", .decree),
      ("regulation", .byLaw), ("ministerial-order", .byLaw), ("naredba", .byLaw), ("Verordnung", .byLaw),
      ("strategy", .programme), ("letter", .unknown), ("lawful-thing", .unknown),
    ] as [(String, Rank)])
  func rank(kind: String, rank: Rank) throws {
    let identity = try document(akomaNtoso(article("1"), kind: kind)).identity
    #expect(identity.kind == kind)
    #expect(identity.rank == rank)
  }

  @Test(
    "the document type tells norms from drafts and from texts about norms",
    arguments: [
      ("act", .act, "body"), ("bill", .bill, "body"), ("doc", .document, "mainBody"),
      ("judgment", .record, "judgmentBody"), ("statement", .document, "mainBody"),
    ] as [(String, DocumentForm, String)])
  func form(type: String, form: DocumentForm, body: String) throws {
    let law = try document(
      """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><\(type) name="law"><meta/><\(body)/>\
      </\(type)></akomaNtoso>
      """)
    #expect(law.identity.form == form)
    // Only acts and drafts of acts have a rank among acts.
    #expect(law.identity.rank == (form == .act || form == .bill ? .law : .unknown))
  }

  @Test("a part of a work with a document of its own is the part, and the work is an alias")
  func component() throws {
    let xml = akomaNtoso(article("1"), work: "/akn/zz/act/2020/1")
      .replacing(
        "<FRBRthis value=\"/akn/zz/act/2020/1/!main\"/>", with: "<FRBRthis value=\"/akn/zz/act/2020/1/!annex\"/>")
    let identity = try document(xml).identity
    #expect(identity.work == "/akn/zz/act/2020/1/!annex")
    #expect(identity.aliases.contains("/akn/zz/act/2020/1"))
  }

  @Test("an alias that is an address is another name of the work, one that is words is its title")
  func aliases() throws {
    let identity = try document(
      identified(
        """
        <FRBRuri value="/akn/zz/act/1"/><FRBRalias name="eli" value="http://example.org/eli/act/1"/>
        <FRBRalias name="shortTitle" value="Bridges Act"/><FRBRalias name="title" value="An  Act on\nBridges"/>
        """)
    ).identity
    #expect(identity.aliases.contains("http://example.org/eli/act/1"))
    #expect(identity.shortTitle == "Bridges Act")
    #expect(identity.displayTitle == "Bridges Act")
  }

  @Test(
    "the kind comes from the type in an ELI where nothing else tells it, and with it the rank",
    arguments: [
      ("/eli/bg/naredba/2006/1", "naredba", Rank.byLaw), ("/eli/bg/zakon/2007/2", "zakon", .law),
      ("/eli/bg/_other/2007/2", "act", .law), ("/eli/bg/2007/2/x", "act", .law),
    ])
  func kindOfELI(address: String, kind: String, rank: Rank) throws {
    let identity = try document(
      identified(
        "<FRBRuri value=\"/akn/bg/act/1\"/><FRBRalias name=\"eli\" value=\"Some Title\" other=\"\(address)\"/>")
    ).identity
    #expect(identity.aliases.contains(address))
    #expect(identity.kind == kind)
    #expect(identity.rank == rank)
  }

  @Test("number, name and authority come from the metadata")
  func details() throws {
    let identity = try document(
      identified(
        """
        <FRBRuri value="/akn/zz/act/1"/><FRBRauthor href="#parliament"/><FRBRnumber value="266-L"/>
        <FRBRname value="Law on Roads"/>
        """,
        "<references source='#e'><TLCOrganization eId='parliament' href='/x' showAs='The Parliament'/></references>")
    ).identity
    #expect(identity.number == "266-L")
    #expect(identity.shortTitle == "Law on Roads")
    #expect(identity.authority == "The Parliament")
  }

  @Test("printed titles come before those of the metadata")
  func printedTitle() throws {
    let identity = try document(
      akomaNtoso(
        article("1"), title: "Title of the metadata",
        front: "<preface><p><docTitle>Printed\n title</docTitle> No <docNumber>12</docNumber></p></preface>")
    ).identity
    #expect(identity.title == "Printed title")
    #expect(identity.number == "12")
  }

  @Test("without an IRI the file name stands in, marked as such", arguments: [("a/b/law-1.eng.xml", "file:law-1")])
  func fallback(path: String, work: String) throws {
    let xml = "<akomaNtoso><act><meta/><body>\(article("1"))</body></act></akomaNtoso>"
    #expect(try document(xml, path: path).identity.work == work)
  }

  @Test("without a date in the IRI of the expression, its own date is that of the version")
  func versionDate() throws {
    let xml = "<FRBRuri value=\"/akn/zz/act/1\"/>"
    let expression = "<FRBRuri value=\"/akn/zz/act/1/eng\"/><FRBRdate date=\"2021-03-04\" name=\"\"/>"
    #expect(try document(identified(xml, "", expression)).identity.versionDate == LegalDate("2021-03-04"))
    let dated = "<FRBRuri value=\"/akn/zz/act/1/eng@2022-05-06\"/><FRBRdate date=\"2021-03-04\" name=\"\"/>"
    #expect(try document(identified(xml, "", dated)).identity.versionDate == LegalDate("2022-05-06"))
  }
}

/// An act with the metadata of its work as markup.
private func identified(_ work: String, _ metadata: String = "", _ expression: String = "") -> String {
  """
  <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification source="#e"><FRBRWork>\
  \(work)</FRBRWork><FRBRExpression>\(expression)</FRBRExpression></identification>\(metadata)</meta>\
  <body>\(article("1"))</body></act></akomaNtoso>
  """
}
