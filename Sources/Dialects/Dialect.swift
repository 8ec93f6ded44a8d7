package import Diagnostics
package import Provisions
package import XMLReading

/// A way of writing law in XML: an element table and its quirks.
///
/// Reading never fails: a document that is broken, cut or odd yields what could be read. Validity against a schema is no
/// condition. Text of an element without treatment is kept, and the element is noted once a kind.
package protocol Dialect: Sendable {
  /// In kebab case: "akoma-ntoso".
  static var name: String { get }
  /// What a person calls it: "Akoma Ntoso".
  static var title: String { get }
  static var vocabulary: Vocabulary { get }
  /// Whether a document with this root element is written in the dialect.
  static func recognizes(_ root: QualifiedName) -> Bool
  /// Whether a document with such a root element is law at all; asked only where the root is known.
  static func recognizes(_ tree: XMLTree) -> Bool
  static func read(_ tree: XMLTree, from file: SourceFile, using tables: ResolvedVocabulary) -> LegalDocument
}

extension Dialect {
  package static func recognizes(_ tree: XMLTree) -> Bool { true }
}

/// Every dialect that the compiler reads.
package let allDialects: [any Dialect.Type] = [
  AkomaNtoso.self,
  JusticeCanada.self,
  OpenLaw.self,
  BOE.self,
]

/// Reads documents of every dialect: one value for each worker, as names are numbered by worker.
package struct DocumentReader: ~Copyable {
  private var tables: [String: ResolvedVocabulary] = [:]

  package init() {}

  /// The document in a tree, or `nil` when no dialect knows its root element.
  package mutating func readDocument(_ tree: XMLTree, from file: SourceFile) -> LegalDocument? {
    guard let root = tree.nodes.first else { return nil }
    let rootName = tree.names[Int(root.name)]
    guard let dialect = allDialects.first(where: { $0.recognizes(rootName) && $0.recognizes(tree) }) else { return nil }
    var resolved = tables[dialect.name] ?? ResolvedVocabulary()
    tables[dialect.name] = nil
    resolved.extend(dialect.vocabulary, to: tree.names)
    let document = dialect.read(tree, from: file, using: resolved)
    tables[dialect.name] = resolved
    return document
  }
}
