package import Amending
package import Provisions
import Citations
import Consolidation
import Diagnostics
import XMLReading

extension Compilation {
  /// The markup of a document as it stands in its source, with all attributes; `nil` if it cannot be read any more.
  package func markup(of document: Int) -> MarkupTree? {
    let file = framework.graph.documents[document].file
    var buffer = SourceBuffer()
    let path = files[Int(file)].path
    if path == "-" {
      guard let bytes = standardInput else { return nil }
      buffer.load(bytes)
    } else {
      guard (try? read(path, expecting: 1 << 16, into: &buffer)) != nil else { return nil }
    }
    var reader = XMLReader()
    let tree = reader.read(buffer, file: file).value
    return tree.nodes.isEmpty ? nil : MarkupTree(tree)
  }

  /// The instructions that the documents give to each other.
  package func amendments() -> Amendments { Amendments(framework.graph) { markup(of: $0) } }

  /// The text of a document on a date; `nil` if its source cannot be read any more.
  package func text(of document: Int, on date: LegalDate, _ amendments: Amendments) -> AmendedText? {
    markup(of: document).map { amendments.text(of: document, $0, on: date) }
  }
}
