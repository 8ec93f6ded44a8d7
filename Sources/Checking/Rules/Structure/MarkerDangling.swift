package import Diagnostics
import Citations
import Provisions

/// A mark that names an entry which does not exist.
package enum MarkerDangling: Rule {
  package static let info = RuleInfo(
    name: "marker-dangling", family: .structure, severity: .warning,
    summary: "A mark such as refersTo, period, as or by names an entry that the document does not have.",
    rationale: """
      Marks connect the words of the law with concepts, roles and periods of the metadata. A schema does not see a name \
      that leads nowhere, and the meaning of the mark is lost without a trace. Each name is reported once for a document, \
      with the number of its uses.
      """,
    example: "<paragraph refersTo=\"#req.chan-rigth\">",
    fix: "Add the entry to the references of the metadata, or correct the name.",
    precision: """
      14 findings in 8 of 138 documents of Akoma Ntoso, all read, all right: no entry of that name stands in the document.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard document.isComplete else { return [] }
    var uses: [String: (edge: Edge, count: Int)] = [:]
    for edge in subject.graph.edges(of: d) where document.references[edge.reference].role == .marker {
      guard case .provisionMissing(let name, _) = edge.resolution else { continue }
      uses[name, default: (edge, 0)].count += 1
    }
    return uses.sorted { $0.value.edge.reference < $1.value.edge.reference }.map { name, use in
      let reference = document.references[use.edge.reference]
      return finding(
        "mark \"#\(name.clipped(to: 60))\" names no entry of this document",
        at: subject.range(of: reference, in: d), in: subject.address(d, Int(reference.source)),
        witness: use.count > 1 ? [Witness("used \(use.count) times in this document")] : [],
        remedy: "add the entry to the references, or correct the name")
    }
  }
}
