package import Diagnostics
import Citations
import Provisions

/// A definition of which nothing makes use.
package enum UnusedDefinition: Rule {
  package static let info = RuleInfo(
    name: "unused-definition", family: .structure, severity: .note,
    summary: "A term is defined and used nowhere where the definition holds.",
    rationale: """
      TODO
      """,
    example: "“data carrier” means … in an act that speaks of data carriers nowhere else",
    fix: "Delete the definition, or use the term where it is meant.",
    precision: """
      TODO
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard document.isComplete else { return [] }
    let definitions = subject.definitions[d]
    let usedGroups = Set(definitions.filter(\.isUsed).map(\.group))
    var out: [Diagnostic] = []
    for (k, definition) in definitions.enumerated() where definition.group == k && !usedGroups.contains(k) {
      guard definition.length > 0 else { continue }
      out.append(
        finding(
          "\(subject.term(k, in: d)) is defined and used nowhere in \(subject.scopeWords(k, in: d))",
          at: subject.range(ofDefinition: k, in: d), in: subject.address(d, definition.provision),
          remedy: "delete the definition, or use the term where it is meant"))
    }
    return out
  }
}
