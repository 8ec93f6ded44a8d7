package import Provisions

/// A path that a fixture was expected to have.
package struct MissingProvision: Error {
  package let path: String
  package let present: [String]
}

extension LegalDocument {
  /// The stable paths of all provisions below the document, in order.
  package var paths: [String] { provisions.indices.dropFirst().map(path(of:)) }

  /// The index of the provision with this path. A path that is not there throws.
  package func index(of path: String) throws -> Int {
    guard let index = provisions.indices.dropFirst().first(where: { self.path(of: $0) == path }) else {
      throw MissingProvision(path: path, present: paths)
    }
    return index
  }

  /// The text of the law, piece by piece: that of the notes of the metadata is left out.
  package var lawText: [String] {
    var out: [String] = []
    var i = 0
    while i < content.count {
      let node = content[i]
      if node.kind == .note, !notes[Int(node.start)].isOfText {
        i = Int(node.end)
        continue
      }
      if node.kind == .text { out.append(string(node.textRange)) }
      i += 1
    }
    return out
  }

  /// The texts of all content nodes of a kind, in order, with white space folded.
  package func texts(of kind: ContentKind) -> [String] {
    content.indices.filter { content[$0].kind == kind }.map { plainText($0) }
  }

  /// The content nodes of a kind, in order.
  package func nodes(of kind: ContentKind) -> [ContentNode] { content.filter { $0.kind == kind } }

  /// The target of a reference as written.
  package func target(_ reference: Reference) -> String { attributeString(reference.target) }
}
