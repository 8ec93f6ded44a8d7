package import Diagnostics
package import Provisions
package import XMLReading
import Dialects

private let isLibraryReady: Bool = {
  XMLReader.prepareLibrary()
  return true
}()

/// The tree of a document and what there is to say about it.
package func read(_ xml: String) -> (XMLTree, [Diagnostic]) { read(Array(xml.utf8)) }

/// The same from bytes, for encodings and for what is no text.
package func read(_ bytes: [UInt8]) -> (XMLTree, [Diagnostic]) {
  precondition(isLibraryReady)
  var buffer = SourceBuffer()
  buffer.load(bytes)
  var reader = XMLReader()
  let result = reader.read(buffer, file: 0)
  return (result.value, result.diagnostics)
}

/// A fixture that no dialect knows: a mistake of the test.
package struct UnreadableFixture: Error {
  package let path: String
}

/// The law in a fixture. A fixture that is no document of any dialect throws.
package func document(_ xml: String, path: String = "act.xml", id: SourceFile.ID = 0) throws -> LegalDocument {
  precondition(isLibraryReady)
  var buffer = SourceBuffer()
  buffer.load(Array(xml.utf8))
  // With the filter of attributes that the program reads with: what it leaves out must not be missed.
  var xmlReader = XMLReader(keeping: isReadAttribute)
  var reader = DocumentReader()
  let tree = xmlReader.read(buffer, file: id).value
  guard let document = reader.readDocument(tree, from: SourceFile(id: id, path: path)) else {
    throw UnreadableFixture(path: path)
  }
  return document
}

/// The byte offset at which `needle` first stands in `text`; `nil` where it does not.
package func offset(of needle: String, in text: String, after start: Int = 0) -> Int? {
  let bytes = Array(text.utf8)
  let wanted = Array(needle.utf8)
  guard !wanted.isEmpty, start <= bytes.count else { return nil }
  return bytes.indices.dropFirst(start).first { bytes[$0...].starts(with: wanted) }
}

extension XMLTree {
  /// The first element with this local name.
  package func first(_ local: String) -> XMLNode? {
    nodes.first { !$0.isText && names[Int($0.name)].local == local }
  }

  /// The text nodes of the document as strings, in order.
  package var texts: [String] { nodes.filter(\.isText).map(string(ofText:)) }

  package func string(ofText node: XMLNode) -> String {
    String(decoding: text[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)], as: UTF8.self)
  }

  /// The attribute with this local name on the first element of that name.
  package func attribute(_ name: String, on element: String) -> XMLAttribute? {
    guard let node = first(element) else { return nil }
    return attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)].first {
      names[Int($0.name)].local == name
    }
  }
}
