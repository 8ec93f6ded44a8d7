import Compiling
import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rules of the family xml")
struct XMLRulesTests {
  @Test("encoding-mismatch: a declaration that the bytes contradict")
  func encodingMismatch() async throws {
    let found = try await onlyFinding(EncodingMismatch.self)
    #expect(found.message == "the declaration says \"UTF-16\", the bytes are not in it")
    #expect(found.range == SourceRange(file: 0, start: 0, end: 1))
  }

  @Test(
    "encoding-mismatch: encodings that are read are not flagged",
    arguments: [
      "UTF-8", "utf-8", "US-ASCII", "ISO-8859-1", "iso-8859-15", "windows-1251", "KOI8-R", "Shift_JIS", "Big5",
      "GB18030",
    ])
  func readEncodings(label: String) async throws {
    let act = "<?xml version=\"1.0\" encoding=\"\(label)\"?>" + akomaNtoso(article("1"))
    let compilation = try await compilation(of: [act])
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.documentCount == 1)
  }

  @Test("limit-exceeded: more attributes than any tag of a law, at the tag")
  func attributes() async throws {
    let found = try await onlyFinding(LimitExceeded.self)
    #expect(found.message == "a start tag holds more than 1000 attributes")
    #expect(try underlined(found, in: documents(inWhichFires: LimitExceeded.self)) == "<")
  }

  @Test("limit-exceeded: an element that is nested deeper than any law")
  func depth() async throws {
    let act = akomaNtoso(article("1", nested(300)))
    let found = try await onlyFinding(LimitExceeded.self, in: [act])
    #expect(found.message == "elements are nested more than 256 deep")
    #expect(found.range.start > 0)
  }

  @Test(
    "limit-exceeded: several times what real law needs is not flagged",
    arguments: [
      akomaNtoso(article("1", nested(200))),
      akomaNtoso("<article \((0..<990).map { "a\($0)='v'" }.joined(separator: " "))><num>Article 1</num></article>"),
      akomaNtoso(article("1", content(String(repeating: "word ", count: 900_000)))),
    ])
  func withinLimits(act: String) async throws {
    #expect(try await findings(LimitExceeded.self, in: [act]).isEmpty)
  }

  @Test("malformed-xml: the first fault, at its place")
  func malformed() async throws {
    let found = try await onlyFinding(MalformedXML.self)
    #expect(found.message == "opening and ending tag mismatch: b line 1 and p")
    let act = try #require(documents(inWhichFires: MalformedXML.self).first)
    #expect(offset(of: "</p></content>", in: act) == Int(found.range.start))
  }

  @Test("malformed-xml: one finding a file, with the number of further faults")
  func oneFinding() async throws {
    let act = akomaNtoso(article("1", "<content><p>&one; &two; &three;</p></content>"))
    let found = try await onlyFinding(MalformedXML.self, in: [act])
    #expect(found.witness.map(\.text) == ["and 2 further faults in this file"])
  }

  @Test("malformed-xml: an undeclared prefix and a character that XML does not allow are faults")
  func namespacesAndControls() async throws {
    for inner in ["<x:p>Text.</x:p>", "<p>A\u{1}B</p>", "<p>A\u{0}B</p>"] {
      _ = try await onlyFinding(MalformedXML.self, in: [akomaNtoso(article("1", inner))])
    }
  }

  @Test("malformed-xml: the document is not checked further, and nothing that is missing in it is held against others")
  func notHeldAgainst() async throws {
    let broken = akomaNtoso(articles("1", "1") + article("4", content("\(link("#art_77", "it")) <b>")))
    let citing = akomaNtoso(
      article("1", content(link("/akn/zz/act/2020-01-01/1#art_9", "that article"))), work: "/akn/zz/act/2021-01-01/2")
    let found = try await compilation(of: [broken, citing]).diagnostics
    #expect(found.map(\.rule) == ["malformed-xml"])
  }

  @Test(
    "malformed-xml: what only a schema forbids is not flagged",
    arguments: [
      akomaNtoso("<article><p>no number, no identifier</p><num>1</num></article><p/>"),
      akomaNtoso("<section><chapter><heading/><heading/></chapter></section>"),
      "<act xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>",
    ])
  func schemaIsNoCondition(act: String) async throws {
    let compilation = try await compilation(of: [act])
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.documentCount == 1)
  }

  @Test(
    "not-xml: archives, compressed files and PDF are named by their first bytes",
    arguments: [
      ("%PDF-1.7 a statute", "a PDF"), ("PK\u{3}\u{4}...", "a ZIP archive"), ("BZh91AY", "bzip2 data"),
    ])
  func notXML(file: String, name: String) async throws {
    let found = try await compilation(of: [file]).diagnostics
    #expect(found.map(\.rule) == ["not-xml"], "and nothing else")
    #expect(found.first?.message == "this is \(name), not XML: unpack or convert it first")
    #expect(found.first?.range == SourceRange(file: 0, start: 0, end: 1))
  }

  @Test("refused-entity: an entity outside the document, where it is declared")
  func refusedEntity() async throws {
    let found = try await onlyFinding(RefusedEntity.self)
    #expect(found.message == "external entity \"x\" is refused: a document is read from its own bytes only")
    let act = try #require(documents(inWhichFires: RefusedEntity.self).first)
    #expect(Int(found.range.start) < (offset(of: "]>", in: act) ?? 0))
  }

  @Test("refused-entity: entities that grow beyond the document")
  func growth() async throws {
    let entity = "<!ENTITY e \"\(String(repeating: "word ", count: 600))\">"
    let act =
      "<!DOCTYPE akomaNtoso [\(entity)]>"
      + akomaNtoso(article("1", content(String(repeating: "&e;", count: 100))))
    let found = try await onlyFinding(RefusedEntity.self, in: [act])
    #expect(found.message == "entities expand to more than the document itself")
  }

  @Test(
    "refused-entity: a document type and entities that the document declares for itself are not flagged",
    arguments: [
      "<!DOCTYPE akomaNtoso>", "<!DOCTYPE akomaNtoso SYSTEM \"http://example.org/akn.dtd\">",
      "<!DOCTYPE akomaNtoso [<!ENTITY min \"Ministry of Water\">]>",
    ])
  func ownEntities(type: String) async throws {
    let act = type + akomaNtoso(article("1", content(type.contains("min") ? "&min;" : "Text.")))
    let compilation = try await compilation(of: [act])
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.documentCount == 1)
  }
}

private func nested(_ levels: Int) -> String {
  String(repeating: "<div>", count: levels) + "x" + String(repeating: "</div>", count: levels)
}
