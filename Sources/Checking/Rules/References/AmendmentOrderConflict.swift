package import Diagnostics
import Citations
import Provisions

/// Amendments of one day whose order decides the text.
package enum AmendmentOrderConflict: Rule {
  package static let info = RuleInfo(
    name: "amendment-order-conflict", family: .references, severity: .warning,
    summary: "Two acts amend one text on one day, and it depends on the order what it says.",
    rationale: """
      Two acts that take effect together are consolidated in the order of their adoption; nothing in them says so, and another \
      publisher may do it the other way round. Both orders are carried out on the text of the day before; flagged is what makes \
      the results differ, at the younger act. Not flagged: amendments of one act among themselves, which go in its order, and \
      two acts of which each may go first.
      """,
    example: "Two laws that take effect on 1 January each insert an Article 14-1 after Article 14",
    fix: "Amend the text as the other act leaves it, or let one of the two take effect on another day.",
    precision: """
      No finding in 249 documents: none holds two acts that amend a third one on the same day. Its fixture is where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    subject.amendmentFaults.conflicts.filter { $0.second.document == d }.map { conflict in
      let place = subject.place(of: conflict.second)
      let other = subject.place(of: conflict.first)
      return finding(
        "two acts that take effect on \(conflict.date) decide by their order what the text says: here "
          + "\(conflict.second.change), there \(conflict.first.change)", at: place.range,
        in: subject.address(d, place.provision),
        witness: [
          Witness("the other amendment: \(subject.address(conflict.first.document, other.provision))", at: other.range)
        ],
        remedy: "amend the text as the other act leaves it")
    }
  }
}
