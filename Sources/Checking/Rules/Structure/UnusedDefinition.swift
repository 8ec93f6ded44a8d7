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
      guard !isOrdinaryWord(document.term(of: definition)) else { continue }
      out.append(
        finding(
          "\(subject.term(k, in: d)) is defined and used nowhere in \(subject.scopeWords(k, in: d))",
          at: subject.range(ofDefinition: k, in: d), in: subject.address(d, definition.provision),
          remedy: "delete the definition, or use the term where it is meant"))
    }
    return out
  }

  /// Whether a term may stand in a form that is not recognised: a short word ("sell", "sold"), or one that is broken in the
  /// source ("b rowser").
  private static func isOrdinaryWord(_ term: String) -> Bool {
    let words = term.split(separator: " ")
    let isAcronym = term.uppercased() == term
    return words.count == 1 && term.count <= 4 && !isAcronym || words.count > 1 && words[0].count == 1
  }
}
