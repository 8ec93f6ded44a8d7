package import Diagnostics
import Citations
import Provisions

/// A definition of which nothing makes use.
package enum UnusedDefinition: Rule {
  package static let info = RuleInfo(
    name: "unused-definition", family: .structure, severity: .note,
    summary: "A term is defined and used nowhere where the definition holds.",
    rationale: """
      A definition without a use is left behind by an amendment, or the text says another word where this one was meant. \
      Read are definitions that the markup marks, and those that follow the pattern of their language («"X" means …», \
      „X“ е …, «X – …»). Looked for is the term in any inflection, with other words between its own, anywhere in the \
      document or in the part or section that the words before the definition name ("In this Part"). In a language that \
      inflects, the longest word of the term is enough. Not flagged: definitions of which one of several terms is used, \
      definitions for another act or for a list of sections, short words (sell, sold), documents that were read only in \
      part, quoted law, what an amending act writes in quotation marks without marking it.
      """,
    example: "“data carrier” means … in an act that speaks of data carriers nowhere else",
    fix: "Delete the definition, or use the term where it is meant.",
    precision: """
      6 notes in 5 of 249 documents, all read, all right: the word does not stand in the document, or not in the part or section for which it is defined. A term that only by-laws of the act use would be flagged too; none was.
      """, isOnRequest: true)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard document.isComplete else { return [] }
    let definitions = subject.definitions[d]
    let usedGroups = Set(definitions.filter(\.isUsed).map(\.group))
    var out: [Diagnostic] = []
    for (k, definition) in definitions.enumerated() where definition.group == k && !usedGroups.contains(k) {
      guard !isOrdinaryWord(document.term(of: definition)) else { continue }
      // "For the purposes of section 5 of the Act, X means …": the term is used there.
      guard definition.scope.isCertain || document.provisions[definition.provision].kind == .definition else {
        continue
      }
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
    if words.count > 1 { return words[0].count == 1 }
    return term.count <= 2 || term.count <= 4 && !isAcronym
  }
}
