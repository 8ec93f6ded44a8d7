import Compiling
import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("schema-violation")
struct SchemaViolationTests {
  @Test("names the element, its place, its provision and the schema")
  func finding() async throws {
    let documents = try documents(inWhichFires: SchemaViolation.self)
    let found = try await onlyFinding(SchemaViolation.self)
    #expect(found.message == "<act>: the attribute 'name' is required but missing")
    #expect(try underlined(found, in: documents) == "<act")
    #expect(found.provision == "/akn/zz/act/2020-01-01/1")
    #expect(
      found.witness.map(\.text) == ["schema schema.xsd for http://docs.oasis-open.org/legaldocml/ns/akn/3.0"])
  }

  @Test("is silent without a schema, on a valid document and on one that is not well formed")
  func silent() async throws {
    let invalid = try documents(inWhichFires: SchemaViolation.self)
    #expect(try await findings(SchemaViolation.self, in: invalid).isEmpty)
    #expect(try await findings(SchemaViolation.self, in: [akomaNtoso(article("1"))], schema: smallSchema).isEmpty)
    let cut = invalid.map { String($0.dropLast(20)) }
    #expect(try await findings(SchemaViolation.self, in: cut, schema: smallSchema).isEmpty)
  }

  @Test("counts the documents that the schema does not describe")
  func otherNamespace() async throws {
    let documents = [akomaNtoso(article("1")), justiceCanadaAct(section("1")), "<notes/>"]
    let run = try await compilation(of: documents, rules: [SchemaViolation.self], schema: smallSchema)
    #expect(run.diagnostics.isEmpty)
    #expect(run.unvalidated?.count == 2)
    #expect(try await compilation(of: documents, rules: [SchemaViolation.self]).unvalidated == nil)
  }

  @Test("tells the first twenty violations of a document and counts the rest, the same at any number of workers")
  func cap() async throws {
    let schema = smallSchema.replacing(
      "</xs:schema>",
      with: """
        <xs:element name="num"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="2"/>\
        </xs:restriction></xs:simpleType></xs:element></xs:schema>
        """)
    let articles = (1...23).map { article("\($0)") }.joined()
    let documents = [akomaNtoso(articles), akomaNtoso(articles)]
    let one = try await compilation(of: documents, rules: [SchemaViolation.self], schema: schema).diagnostics
    #expect(one.count == 40)
    #expect(one.count { $0.witness.last?.text == "and 3 further violations in this file" } == 2)
    #expect(
      one.first?.message == "<num>: the value has a length of '9'; this exceeds the allowed maximum length of '2'")
    #expect(one.first?.provision == "/akn/zz/act/2020-01-01/1 ~ art_1")
    let three = try await compilation(of: documents, rules: [SchemaViolation.self], jobs: 3, schema: schema).diagnostics
    #expect(three.map { "\($0)" } == one.map { "\($0)" })
  }

  @Test("a schema that is none, or that needs a file which is not there, ends the run")
  func fault() async throws {
    let lacking = smallSchema.replacing(
      "<xs:element name=\"akomaNtoso\">",
      with: "<xs:import namespace=\"urn:x\" schemaLocation=\"x.xsd\"/><xs:element name=\"akomaNtoso\">")
    for (schema, words) in [
      ("<notes/>", "cannot use the schema"), ("<xs:schema", "cannot use the schema"),
      (lacking, "it needs x.xsd, which is not in its folder"),
    ] {
      let failure = await #expect(throws: FileFailure.self) {
        _ = try await compilation(of: [akomaNtoso(article("1"))], schema: schema)
      }
      #expect(failure?.message.contains(words) == true)
    }
  }
}
