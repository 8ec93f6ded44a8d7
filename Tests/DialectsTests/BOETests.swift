import Diagnostics
import Provisions
import TestSupport
import Testing

@testable import Dialects

@Suite("Consolidated acts of the BOE")
struct BOETests {
  static func version(_ date: String, _ paragraphs: String, by norm: String = "BOE-A-2015-1") -> String {
    "<version id_norma=\"\(norm)\" fecha_publicacion=\"\(date)\" fecha_vigencia=\"\(date)\">\(paragraphs)</version>"
  }

  static func article(_ number: String, _ versions: String) -> String {
    "<bloque id=\"a\(number)\" tipo=\"precepto\" titulo=\"Artículo \(number)\">\(versions)</bloque>"
  }

  static func heading(_ id: String, _ style: String, _ words: String) -> String {
    """
    <bloque id="\(id)" tipo="encabezado">\(version("20160101", "<p class=\"\(style)\">\(words)</p>"))</bloque>
    """
  }

  static func act(_ blocks: String, metadata: String = "") -> String {
    "<response><status><code>200</code></status><data>\(metadata)<texto>\(blocks)</texto></data></response>"
  }

  static let words = """
    <p class="articulo">Artículo 2. Plazos.</p><p class="parrafo">1. El plazo es de diez días.</p>\
    <p class="parrafo_2">a) Hábiles.</p><p class="parrafo">b)\u{A0}Naturales.</p><p class="parrafo">2. No se prorroga.</p>
    """

  static let law = act(
    heading("ti", "titulo_num", "TÍTULO I") + heading("ci", "capitulo_num", "CAPÍTULO I")
      + article("1", version("20160101", "<p class=\"articulo\">Artículo 1. Objeto.</p>"))
      + article(
        "2",
        version("20160101", words)
          + version(
            "20200701", "<p class=\"articulo\">Artículo 2. Plazos.</p><p class=\"parrafo\">Veinte días.</p>",
            by: "BOE-A-2020-7"))
      + heading("cii", "capitulo_num", "CAPÍTULO II")
      + article("3", version("20160101", "<p class=\"articulo\">Artículo\u{A0}3. Recursos.</p>")))

  @Test("groups last until the next heading of their level, and units are told by their words")
  func structure() throws {
    let read = try document(Self.law)
    let units = read.provisions.indices.dropFirst().map { i in
      "\(read.path(of: i)) in \(read.provisions[i].parent == 0 ? "-" : read.path(of: Int(read.provisions[i].parent)))"
    }
    #expect(
      units == [
        "title_i in -", "chp_i in title_i", "art_1 in chp_i", "art_2 in chp_i", "art_2__para_1 in art_2",
        "art_2__para_1__point_a in art_2__para_1", "art_2__para_1__point_b in art_2__para_1",
        "art_2__para_2 in art_2", "art_2-2 in chp_i", "chp_ii in title_i", "art_3 in chp_ii",
      ])
    #expect(read.unmapped.isEmpty)
  }

  @Test("each version is in force until the next one begins, and names the act that made it")
  func versions() throws {
    let read = try document(Self.law)
    let all = read.provisions.filter { $0.kind == .article }.map(\.validity)
    let (first, second) = (LegalDate("2016-01-01"), LegalDate("2020-07-01"))
    #expect(
      all == [
        ValidityInterval(start: first), ValidityInterval(start: first, end: second), ValidityInterval(start: second),
        ValidityInterval(start: first),
      ])
    #expect(read.unitVersions == [UnitVersion(date: try #require(second), kind: .changes, provision: 9)])
    let amending = read.references.filter { $0.role == .amendedBy }
    #expect(amending.map { read.attributeString($0.target) } == ["https://www.boe.es/buscar/act.php?id=BOE-A-2020-7"])
  }

  @Test("the metadata name the act; without them the act that enacted the first version does")
  func identity() throws {
    #expect(try document(Self.law).identity.work == "/boe/boe-a-2015-1")
    let metadata = """
      <metadatos><identificador>BOE-A-2015-9</identificador><rango codigo="1300">Ley</rango>\
      <fecha_disposicion>20151001</fecha_disposicion><numero_oficial>39/2015</numero_oficial><titulo>Ley 39/2015</titulo>\
      <url_eli>https://www.boe.es/eli/es/l/2015/10/01/39</url_eli></metadatos>
      """
    let identity = try document(
      Self.act(Self.article("1", Self.version("20160101", "<p class=\"articulo\">Artículo 1.</p>")), metadata: metadata)
    ).identity
    #expect(identity.work == "/boe/boe-a-2015-9" && identity.title == "Ley 39/2015" && identity.rank == .law)
    #expect(identity.adopted == LegalDate("2015-10-01") && identity.language == "es" && identity.number == "39/2015")
  }

  @Test(
    "versions in odd places are read and lose no text",
    arguments: [
      "<bloque id='a1' tipo='precepto'><x><version fecha_vigencia='20160101'><p class='parrafo'>Uno.</p></version></x></bloque>",
      "<bloque id='a1' tipo='precepto'><bloque/><version><p class='parrafo'>Uno.</p></version></bloque>",
      "<bloque id='a1' tipo='precepto'><p class='parrafo'>Uno.</p></bloque>",
    ])
  func odd(block: String) throws {
    let read = try document(Self.act(block))
    #expect(String(decoding: read.text, as: UTF8.self).contains("Uno."))
    #expect(read.content.contains { $0.kind == .text && read.string($0.textRange) == "Uno." })
  }

  @Test("an answer without a text is no law")
  func otherAnswers() {
    let tree = read("<response><data><analisis><materias/></analisis></data></response>").0
    var reader = DocumentReader()
    #expect(reader.readDocument(tree, from: SourceFile(id: 0, path: "a.xml")) == nil)
  }
}
