import Dialects
import Diagnostics
import Provisions
import TestSupport
import Testing
import XMLReading

@Suite("Recognition of dialects")
struct DialectRecognitionTests {
  @Test(
    "Akoma Ntoso is read in the namespaces of its releases and drafts",
    arguments: [
      "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17",
      "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD06", "http://www.akomantoso.org/2.0",
      "http://www.akomantoso.org/1.0", "http://Inhaltsdaten.LegalDocML.de/1.6/", "",
    ])
  func akomaNtosoNamespaces(namespace: String) throws {
    let law = try document(akomaNtoso(article("1"), namespace: namespace))
    #expect(law.dialect == "akoma-ntoso")
    #expect(law.paths == ["art_1"])
  }

  @Test(
    "a namespace that only looks like Akoma Ntoso is refused",
    arguments: [
      "http://docs.oasis-open.org/legaldocml/ns/akn/3.0evil", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0.1",
      "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD99",
      "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17/x", "http://docs.oasis-open.org/legaldocml/ns/akn",
      "HTTP://docs.oasis-open.org/legaldocml/ns/akn/3.0", "http://www.akomantoso.org/2.0x", "urn:akomaNtoso",
      "http://Inhaltsdaten.LegalDocML.de.example.org/1.6/",
    ])
  func lookAlikes(namespace: String) {
    #expect(throws: UnreadableFixture.self) { try document(akomaNtoso(article("1"), namespace: namespace)) }
  }

  @Test("a document type of Akoma Ntoso may be the root", arguments: ["act", "bill", "doc", "judgment", "statement"])
  func bareRoot(name: String) throws {
    let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    let law = try document("<\(name) xmlns='\(namespace)'><body>\(article("1"))</body></\(name)>")
    #expect(law.dialect == "akoma-ntoso")
    #expect(throws: UnreadableFixture.self) { try document("<\(name)><body/></\(name)>") }
  }

  @Test("Justice Canada is read without a namespace only", arguments: ["Statute", "Regulation", "Bill"])
  func justiceCanada(name: String) throws {
    #expect(try document("<\(name)><Body>\(section("1"))</Body></\(name)>").dialect == "justice-canada")
    #expect(throws: UnreadableFixture.self) { try document("<\(name) xmlns='urn:x'><Body/></\(name)>") }
  }

  @Test("an unknown vocabulary has no document", arguments: ["<html><body/></html>", "<lawdoc/>", "<article/>"])
  func unknown(xml: String) {
    #expect(throws: UnreadableFixture.self) { try document(xml) }
  }

  @Test("one reader reads documents of several dialects, one after the other")
  func mixture() throws {
    XMLReader.prepareLibrary()
    var reader = DocumentReader()
    var xmlReader = XMLReader(keeping: isReadAttribute)
    var found: [[String]] = []
    for xml in [
      akomaNtoso(article("1")), justiceCanadaAct(section("1")),
      akomaNtoso("<chapter><num>1</num><article><num>2</num></article></chapter>"), justiceCanadaAct(section("2")),
    ] {
      var buffer = SourceBuffer()
      buffer.load(Array(xml.utf8))
      let tree = xmlReader.read(buffer, file: 0).value
      let law = reader.readDocument(tree, from: SourceFile(id: 0, path: "x.xml"))
      found.append(law?.paths ?? [])
    }
    #expect(found == [["art_1"], ["sec_1"], ["chp_1", "art_2"], ["sec_2"]])
  }

  @Test("a document that a fault cuts is read as far as the fault and says so")
  func cut() throws {
    let whole = akomaNtoso(article("1") + article("2"))
    #expect(try document(whole).isComplete)
    let law = try document(whole.replacing("</article></body>", with: "</artcle></body>"))
    #expect(!law.isComplete)
    #expect(law.paths == ["art_1", "art_2"])
    #expect(law.lawText == ["Article 1", "Text.", "Article 2", "Text."])
  }
}
