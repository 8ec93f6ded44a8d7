package import Diagnostics
package import Provisions
package import XMLReading

/// The XML of the consolidated legislation of Spain, as the Boletín Oficial del Estado publishes it: a flat stream of blocks,
/// each with all versions that it has had.
///
/// Numbers stand in the words, groups are blocks of headings, and each version names the act that made it and the day from
/// which it counts. Source: Agencia Estatal Boletín Oficial del Estado, interface of open data, consolidated legislation.
package enum BOE: Dialect {
  package static let name = "boe"
  package static let title = "BOE (Spain, consolidated)"

  package static func recognizes(_ root: QualifiedName) -> Bool {
    root.namespace.isEmpty && root.local == "response"
  }

  /// An answer of the interface without a text, such as an analysis or an error, is no law.
  package static func recognizes(_ tree: XMLTree) -> Bool {
    guard let text = tree.nodes.indices.first(where: { tree.isElement($0, "texto") }) else { return false }
    return (text..<Int(tree.nodes[text].end)).contains { tree.isElement($0, "bloque") }
  }

  package static func read(
    _ tree: XMLTree, from file: SourceFile, using tables: ResolvedVocabulary
  ) -> LegalDocument {
    var reader = BOEReader(tree: tree, file: file, tables: tables)
    return reader.read()
  }

  package static let vocabulary = Vocabulary(owns: \.isEmpty, elements: elements, attributes: attributes)

  private static let elements: [String: Treatment] = {
    var table: [String: Treatment] = [:]
    func set(_ treatment: Treatment, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = treatment }
    }
    set(.transparent, "response data texto")
    set(.ignored, "status metadatos analisis metadata-eli")
    set(.special(.namedContainer), "bloque")
    set(.special(.section), "version")
    set(.special(.part), "p")
    set(.content(.history), "blockquote")
    set(.special(.reference), "a")
    set(.content(.strong), "strong b")
    set(.content(.emphasis), "em i cite")
    set(.content(.underline), "u")
    set(.content(.superscript), "sup")
    set(.content(.subscript), "sub")
    set(.content(.deletion), "del s")
    set(.content(.insertion), "ins")
    set(.content(.lineBreak), "br")
    set(.content(.inline), "span abbr acronym q dfn")
    set(.content(.block), "div")
    set(.content(.formula), "math pre")
    set(.content(.list), "ul ol dl")
    set(.content(.listItem), "li dt dd")
    set(.content(.table), "table")
    set(.content(.tableHead), "thead")
    set(.content(.tableBody), "tbody tfoot")
    set(.content(.caption), "caption")
    set(.content(.row), "tr")
    set(.ignored, "colgroup col")
    set(.special(.cell), "td th")
    set(.special(.image), "img")
    return table
  }()

  private static let attributes: [String: AttributeRole] = [
    "id": .plainId, "tipo": .type, "class": .style, "id_norma": .amender, "fecha_vigencia": .inForceStart,
    "href": .href, "colspan": .columnSpan, "rowspan": .rowSpan, "src": .src, "alt": .alt,
  ]

  /// The page of an act at the publisher, by its identifier: "BOE-A-2015-10565".
  static func address(ofNorm identifier: String) -> String {
    "https://www.boe.es/buscar/act.php?id=" + identifier
  }
}
