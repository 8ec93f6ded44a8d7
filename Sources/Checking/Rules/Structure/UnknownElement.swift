package import Diagnostics
import Citations
import Provisions

/// An element for which the dialect has no treatment.
package enum UnknownElement: Rule {
  package static let info = RuleInfo(
    name: "unknown-element", family: .structure, severity: .warning,
    summary: "The dialect has no treatment for an element; its text is kept as it stands.",
    rationale: """
      Nothing is lost: the text of the element is in every edition, in its place. But the compiler does not know what the \
      element means, so a number, a reference or a date in it is not seen. Each kind of element is named once in a run, \
      where it first occurs, with the number of its occurrences. Islands of other vocabularies are named too, but for \
      XHTML and MathML, whose tables and signs are read.
      """,
    example: "<clauze>…</clauze>",
    fix: "Correct the name, or ask for a treatment of the element.",
    precision:
      "No finding in 249 documents of both dialects: every element that they use has a treatment.")

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    return document.unmapped.compactMap { element in
      let key = Subject.UnmappedKey(dialect: document.dialect, namespace: element.namespace, name: element.name)
      guard let use = subject.unmapped[key], use.first == d else { return nil }
      let times = use.count == 1 ? "once" : "\(use.count) times"
      let places = use.documents == 1 ? "in this document" : "in \(use.documents) documents"
      return finding(
        "element <\(element.name)> is not known; its text is kept",
        at: SourceRange(file: document.file, start: element.start, end: element.end),
        witness: [
          Witness(
            element.namespace.isEmpty
              ? "it occurs \(times) \(places)" : "it occurs \(times) \(places), in the namespace \(element.namespace)")
        ])
    }
  }
}

/// A document that no reader recognises. Found when the documents are read.
package enum UnknownDialect: ReadingRule {
  package static let info = RuleInfo(
    name: "unknown-dialect", family: .structure, severity: .warning,
    summary: "No reader knows the root element of the document, so it is neither checked nor published.",
    rationale: """
      The file is well-formed XML in a vocabulary that the compiler does not read, or in a namespace that only looks like \
      one that it reads.
      """,
    example: "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0/\"> (with a slash too many)",
    fix: "Correct the namespace, or leave the file out of the sources.",
    precision: "Every finding on the corpora is a document of a dialect that is not read yet.")
}
