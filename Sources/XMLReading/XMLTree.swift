/// A qualified name: what the document means by a tag, whatever prefix it used.
package struct QualifiedName: Hashable, Sendable {
  /// The namespace IRI; empty when the name is in no namespace.
  package let namespace: String
  package let local: String

  package init(namespace: String, local: String) {
    self.namespace = namespace
    self.local = local
  }
}

/// An element or a text of a document. See ``XMLTree`` for how nodes lie.
package struct XMLNode: Sendable, BitwiseCopyable {
  /// Index into ``XMLTree/names``; zero is text.
  package var name: UInt32
  /// One past the last descendant: the next sibling, if any, starts there.
  package var end: UInt32
  /// Byte offset in the source: of `<` for an element, of the first byte for a text.
  package var offset: UInt32
  /// Byte offset one past the element's end tag. For a text, the same as `offset`: its source length is found by
  /// decoding, as one character may be written as a reference.
  package var endOffset: UInt32
  /// Text: its bytes in ``XMLTree/text``. Element: its attributes in ``XMLTree/attributes``.
  package var dataStart: UInt32
  package var dataCount: UInt32

  package var isText: Bool { name == 0 }
}

/// An attribute that the reader was asked to keep; namespace declarations are not among them.
package struct XMLAttribute: Sendable, BitwiseCopyable {
  /// Index into ``XMLTree/names``.
  package var name: UInt32
  /// The normalised value: its bytes in ``XMLTree/values``.
  package var start: UInt32
  package var count: UInt32
  /// Byte offset of the first byte of the value in the source; `UInt32.max` where the value came from a document type
  /// declaration or was written with references, so that its bytes do not stand in the source as they are.
  package var offset: UInt32
}

/// A processing instruction, such as `<?nomodex ignore … ?>`.
package struct XMLInstruction: Sendable {
  package let target: String
  package let data: String
  /// Bytes of the whole instruction.
  package let range: Range<UInt32>
  /// The node before which it stands, as an index into ``XMLTree/nodes``.
  package let node: UInt32
}

/// A parsed document as flat arrays in document order.
///
/// The first child of element `i` is `i + 1` when `nodes[i].end > i + 1`; the next sibling of `i` is `nodes[i].end`.
/// Text is kept exactly, adjacent pieces joined. Comments are counted, not kept.
package struct XMLTree: Sendable {
  package let nodes: [XMLNode]
  package let attributes: [XMLAttribute]
  /// All character data of the document, UTF-8.
  package let text: [UInt8]
  /// All attribute values, UTF-8.
  package let values: [UInt8]
  /// Names by index; `names[0]` stands for text.
  package let names: [QualifiedName]
  package let instructions: [XMLInstruction]
  package let commentCount: Int
  /// `false` when the document is not well formed: the tree then holds what was read before the fault.
  package let isWellFormed: Bool
  /// The encoding's label when the source was not UTF-8; offsets then refer to its UTF-8 form.
  package let encoding: String?

  /// Bytes of a text node, or of an attribute's value, as a string.
  package func string(of attribute: XMLAttribute) -> String {
    String(decoding: values[Int(attribute.start)..<Int(attribute.start + attribute.count)], as: UTF8.self)
  }

  /// The attribute of an element by its name index.
  package func attribute(_ name: UInt32, of node: XMLNode) -> XMLAttribute? {
    for i in Int(node.dataStart)..<Int(node.dataStart + node.dataCount) where attributes[i].name == name {
      return attributes[i]
    }
    return nil
  }

  /// All text below an element, in order, as it stands: it lies together in ``text``.
  package func textSlice(_ index: Int) -> ArraySlice<UInt8> {
    let inside = nodes[index..<Int(nodes[index].end)]
    guard let first = inside.first(where: \.isText), let last = inside.last(where: \.isText) else { return [] }
    return text[Int(first.dataStart)..<Int(last.dataStart + last.dataCount)]
  }

  /// The same as a string.
  package func textContent(_ index: Int) -> String { String(decoding: textSlice(index), as: UTF8.self) }

  /// A document without nodes: what a file gives that could not be read at all.
  package static let empty = XMLTree(
    nodes: [], attributes: [], text: [], values: [], names: [QualifiedName(namespace: "", local: "#text")],
    instructions: [], commentCount: 0, isWellFormed: false, encoding: nil)
}
