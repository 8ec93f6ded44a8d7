import Citations
import Diagnostics
import Provisions

extension Subject {
  /// A term as messages quote it.
  func term(_ k: Int, in d: Int) -> String { "“\(graph.documents[d].term(of: definitions[d][k]).clipped(to: 60))”" }

  /// The term of a definition, which a reader would underline.
  func range(ofDefinition k: Int, in d: Int) -> SourceRange {
    let range = graph.documents[d].sourceRange(of: definitions[d][k])
    return SourceRange(file: graph.documents[d].file, start: range.start, end: range.end)
  }

  /// Where a definition holds, in words: "this document", "part 3".
  func scopeWords(_ k: Int, in d: Int) -> String {
    let root = definitions[d][k].scope.root
    return root == 0 ? "this document" : graph.documents[d].label(of: root)
  }

  /// The unit in which a definition stands, as evidence: "section 2", with the act where it is another one.
  func homeWords(_ k: Int, in d: Int, from: Int) -> String {
    return describe(Place(document: d, provision: graph.documents[d].unit(of: definitions[d][k])), from: from)
  }
}
