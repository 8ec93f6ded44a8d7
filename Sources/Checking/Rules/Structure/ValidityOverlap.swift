package import Diagnostics
import Citations
import Provisions

/// Two versions of a provision that are in force on one day.
package enum ValidityOverlap: Rule {
  package static let info = RuleInfo(
    name: "validity-overlap", family: .structure, severity: .error,
    summary: "Two versions of a provision are in force on one day.",
    rationale: """
      Of two versions one counts on each day, or nobody can say what the law is. Flagged are two units of one kind and number in \
      one place, each with a time in force of its own, whose times overlap. Not flagged: units with the same time or without \
      any, which `duplicate-number` flags, and versions that follow each other.
      """,
    example: "Article 3 from 1 January to 31 December 2027, and another Article 3 from 1 July 2027",
    fix: "Let the first version end on the day on which the second begins.",
    precision: """
      No finding in 249 documents: few hold several versions of a unit. Its fixture and the model framework are where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard document.provisions.contains(where: { $0.validity.start != nil }) else { return [] }
    return DuplicateNumber.doubled(in: document).filter(\.isVersion).map { pair in
      let starts = [pair.first, pair.second].compactMap { document.provisions[$0].validity.start }
      return finding(
        "two versions of \(document.label(of: pair.second)) are in force\(starts.max().map { " on \($0)" } ?? "")",
        at: document.numberRange(of: pair.second), in: subject.address(d, pair.second),
        witness: [Witness("the other version stands here", at: document.numberRange(of: pair.first))],
        remedy: "let the first version end on the day on which the second begins")
    }
  }
}
