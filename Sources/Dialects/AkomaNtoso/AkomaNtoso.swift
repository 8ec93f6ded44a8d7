package import Diagnostics
package import Provisions
package import XMLReading

/// Akoma Ntoso 3.0 (OASIS LegalDocML, 2018) and the forms of it that are found: working drafts, 2.0, LegalDocML.de.
///
/// Most real documents are not schema-valid, so elements are matched by local name within the namespaces that are known
/// to be Akoma Ntoso, and identifiers are taken from whichever attribute carries them.
package enum AkomaNtoso: Dialect {
  package static let name = "akoma-ntoso"
  package static let title = "Akoma Ntoso"

  package static func recognizes(_ root: QualifiedName) -> Bool {
    isAkomaNtoso(root.namespace) && (root.local == "akomaNtoso" || documentTypes.contains(root.local))
      || root.namespace.isEmpty && root.local == "akomaNtoso"
  }

  package static func read(
    _ tree: XMLTree, from file: SourceFile, using tables: ResolvedVocabulary
  ) -> LegalDocument {
    var reader = AkomaNtosoReader(tree: tree, file: file, tables: tables)
    return reader.read()
  }

  /// The namespaces by allow-list: a look-alike must be reported, not read in silence.
  static func isAkomaNtoso(_ namespace: String) -> Bool {
    namespace == standard
      || namespace.hasPrefix(standard + "/") && releases.contains(String(namespace.dropFirst(standard.count + 1)))
      || namespace == "http://www.akomantoso.org/2.0" || namespace == "http://www.akomantoso.org/1.0"
      || namespace.hasPrefix("http://Inhaltsdaten.LegalDocML.de/")
  }

  private static let standard = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
  private static let releases: Set<String> = [
    "WD17", "CSD02", "CSD03", "CSD04", "CSD05", "CSD06", "CSD07", "CSD08", "CSD09", "CSD10", "CSD11", "CSD12", "CSD13",
    "CSD14", "CSPRD02",
  ]

  static let documentTypes: Set<String> = [
    "act", "bill", "doc", "statement", "documentCollection", "officialGazette", "portion", "amendment",
    "amendmentList", "judgment", "debate", "debateReport",
    // Names of 1.0, 2.0 and the first drafts of 3.0.
    "judgement", "debateRecord", "report", "fragment",
  ]
}
