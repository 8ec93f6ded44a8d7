import Diagnostics
import TestSupport
import Testing

@testable import XMLReading

@Suite("Validation against a schema")
struct SchemaValidatorTests {
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:law" elementFormDefault="qualified"
      xmlns="urn:law"><xs:include schemaLocation="./parts/text.xsd"/>
    <xs:element name="law"><xs:complexType><xs:sequence><xs:element ref="p" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element></xs:schema>
    """
  private static let text = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:law" elementFormDefault="qualified">
    <xs:element name="p" type="xs:string"/></xs:schema>
    """
  private static let source = SchemaSource(
    main: "law.xsd", files: ["law.xsd": Array(schema.utf8), "parts/text.xsd": Array(text.utf8)])

  private func verdict(_ xml: [UInt8]) throws -> SchemaVerdict {
    let (tree, _) = read(xml)
    var buffer = SourceBuffer()
    buffer.load(xml)
    let validator = try SchemaValidator(Self.source)
    let describes = validator.describes(tree)
    #expect(describes)
    return validator.validate(buffer, tree)
  }

  @Test("a valid document has no violation")
  func valid() throws {
    #expect(try verdict(Array("<law xmlns='urn:law' n='1'><p>a</p></law>".utf8)).violations.isEmpty)
  }

  @Test("a violation lies on the tag of its element, behind comments, references and text")
  func places() throws {
    let xml = """
      <!DOCTYPE law [<!ENTITY e 'x'>]><x:law xmlns:x='urn:law' n='one'><!-- é --><x:p>é&e;</x:p><x:q/><x:p/></x:law>
      """
    let found = try verdict(Array(xml.utf8)).violations
    #expect(
      found.map(\.message) == [
        "<law>, attribute n: 'one' is not a valid value of the atomic type 'xs:integer'",
        "<q>: this element is not expected; expected is p",
      ])
    #expect(found.map { Int($0.start) } == [offset(of: "<x:law", in: xml), offset(of: "<x:q", in: xml)])
  }

  @Test("a document in another encoding is validated in its UTF-8 form")
  func encoding() throws {
    let xml = "<?xml version='1.0' encoding='UTF-16'?><law xmlns='urn:law'><p>é</p><q/></law>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in xml.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let found = try verdict(bytes).violations
    #expect(found.map { Int($0.start) } == [offset(of: "<q/>", in: xml)])
  }

  @Test("a schema sees the files that were handed over, and names those that it misses")
  func missing() {
    let alone = SchemaSource(main: "law.xsd", files: ["law.xsd": Array(Self.schema.utf8)])
    #expect(throws: SchemaFault.missing(["parts/text.xsd"])) { _ = try SchemaValidator(alone) }
    for location in ["/etc/passwd", "../secret.xsd"] {
      let schema = Self.schema.replacing("./parts/text.xsd", with: location)
      #expect(throws: SchemaFault.missing([location])) {
        _ = try SchemaValidator(SchemaSource(main: "law.xsd", files: ["law.xsd": Array(schema.utf8)]))
      }
    }
  }

  @Test("what is no schema says so", arguments: ["<notes/>", "<a", ""])
  func invalid(text: String) {
    let source = SchemaSource(main: "a.xsd", files: ["a.xsd": Array(text.utf8)])
    #expect(throws: SchemaFault.self) { _ = try SchemaValidator(source) }
  }

  @Test("messages are plain")
  func plain() {
    func plain(_ text: String) -> String { plainMessage(text, targetNamespace: "urn:law") }
    #expect(
      plain("Element '{urn:law}a', attribute 'b': The attribute 'b' is not allowed.\n")
        == "<a>: the attribute 'b' is not allowed")
    #expect(
      plain("Element '{urn:law}a': Missing child element(s). Expected is one of ( {urn:law}b, {urn:law}c ).\n")
        == "<a>: child elements are missing; expected is one of b, c")
    #expect(
      plain("Element 'a': [facet 'pattern'] The value '' is not accepted by the pattern '[^\\s]+'.\n")
        == "<a>: the value '' is not accepted by the pattern '[^\\s]+'")
    #expect(plain(String(repeating: "x", count: 500)).unicodeScalars.count == 241)
    #expect(plain("Element '\(String(repeating: "x", count: 500))': No.").unicodeScalars.count == 241)
  }

  @Test("a location is a path below the folder of the schema, or nothing")
  func locations() {
    #expect(SchemaSource.path(ofLocation: "./a/../b.xsd") == nil)
    #expect(SchemaSource.path(ofLocation: "./a/b.xsd") == "a/b.xsd")
    #expect(SchemaSource.path(ofLocation: "http://www.w3.org/2001/xml.xsd") == "xml.xsd")
    #expect(SchemaSource.path(ofLocation: "/b.xsd") == nil)
  }
}
