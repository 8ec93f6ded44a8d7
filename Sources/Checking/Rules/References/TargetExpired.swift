package import Diagnostics
import Citations
import Consolidation
import Provisions

/// Reliance on a provision whose time is over.
package enum TargetExpired: Rule {
  package static let info = RuleInfo(
    name: "target-expired", family: .references, severity: .error,
    summary: "A provision relies on one that was limited in time and has lapsed.",
    rationale: """
      A programme, a temporary act or a provision with an end of its own counts no more, though nobody repealed it; what rests \
      on it rests on nothing. Not flagged: citing provisions that are themselves repealed, lapsed or not in force, quoted law, \
      the acts that a document amends, and words that look back on purpose.
      """,
    example: "a procedure of 2011 in pursuance of a programme for 2003 to 2010",
    fix: "Move the norm into an act of unlimited duration, or name the successor.",
    precision: """
      No finding in 249 documents on ten dates from 1995 to 2026: of those, few record an end of their own. Its fixtures and the model framework are where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    subject.reliances(of: d, on: { if case .expired = $0 { true } else { false } }).compactMap { reliance in
      guard case .expired(let date) = subject.framework.state(of: reliance.target), !subject.looksBack(reliance, in: d)
      else { return nil }
      return finding(
        "\(subject.describe(reliance.target, from: d)) lapsed on \(date), and this provision still relies on it",
        at: subject.range(of: reliance.reference, in: d), in: subject.address(d, reliance.source.provision),
        witness: [subject.witness(of: reliance.target)],
        remedy: "move the norm into an act of unlimited duration, or name the successor")
    }
  }
}
