package import Diagnostics
import Citations
import Consolidation
import Provisions

/// Reliance on a provision that is repealed.
package enum TargetRepealed: Rule {
  package static let info = RuleInfo(
    name: "target-repealed", family: .references, severity: .error,
    summary: "A provision relies on one that is repealed.",
    rationale: """
      The target exists as a place and says only that it is repealed, or its time in force is over on the date of the \
      check. Not flagged: citing provisions that are themselves repealed or not in force, the acts that a document amends, \
      and words that look back on purpose ("the former section 5", "as it read before", "section 7 is repealed").
      """,
    example: "a resolution of 2012 that cites the law of 2000 repealed in 2010",
    fix: "Cite the successor, or delete the reliance.",
    precision: """
      2 findings in 249 documents, both read, both right: a Canadian act relies on its section 51, which was repealed before it came into force, and another on a designation order that is repealed.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    subject.reliances(of: d, on: { if case .repealed = $0 { true } else { false } }).compactMap { reliance in
      guard case .repealed(let date) = subject.framework.state(of: reliance.target),
        !subject.looksBack(reliance, in: d)
      else { return nil }
      let name = subject.describe(reliance.target, from: d)
      return finding(
        "\(name) is repealed\(date.map { " since \($0)" } ?? ""), and this provision still relies on it",
        at: subject.range(of: reliance.reference, in: d), in: subject.address(d, reliance.source.provision),
        witness: [subject.witness(of: reliance.target)], remedy: "cite the successor, or delete the reliance")
    }
  }
}
