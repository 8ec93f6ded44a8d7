package import Diagnostics
import Citations
import Consolidation
import Provisions

/// Reliance of a provision in force on one that is not in force yet.
package enum TargetNotYetInForce: Rule {
  package static let info = RuleInfo(
    name: "target-not-yet-in-force", family: .references, severity: .warning,
    summary: "A provision in force relies on one that is not in force yet.",
    rationale: """
      Until the target commences, the provision that relies on it says nothing, or obliges to what is not law. Flagged only \
      where both states are known from the documents. Law that an amending act quotes counts as \
      that act does. Not flagged: the acts that a document amends, and clauses on commencement, which name what they bring into \
      force.
      """,
    example: "portal rules applied before the law on electronic identification starts",
    fix: "Align the commencement, or add a transitional clause.",
    precision: """
      No finding in 249 documents on ten dates from 1995 to 2026. Its fixtures and the model framework are where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    subject.reliances(of: d, withQuoted: true, on: { if case .notYetInForce = $0 { true } else { false } }).compactMap {
      reliance in
      guard case .notYetInForce(let date) = subject.framework.state(of: reliance.target),
        subject.framework.state(of: reliance.source) == .inForce,
        !subject.speaksOfCommencement(reliance, in: d)
      else { return nil }
      let name = subject.describe(reliance.target, from: d)
      let when = date.map { "enters into force on \($0) only" } ?? "is not in force, and no day is known"
      return finding(
        "\(name) \(when); this provision relies on it already",
        at: subject.range(of: reliance.reference, in: d), in: subject.address(d, reliance.source.provision),
        witness: [subject.witness(of: reliance.target)],
        remedy: "align the commencement, or add a transitional clause")
    }
  }
}

extension Subject {
  /// Whether the words around a reference are those of a clause on commencement.
  fileprivate func speaksOfCommencement(_ reliance: Reliance, in d: Int) -> Bool {
    guard reliance.reference.node != 0 else { return false }
    let (before, after) = graph.documents[d].words(around: Int(reliance.reference.node), limit: 240)
    return ["into force", "in force", "commence", "en vigueur", "в силу", "in kraft", "у сілу", "в сила"].contains {
      before.contains($0) || after.contains($0)
    }
  }
}
