package import Diagnostics
import Citations
import Provisions

/// A provision that is to come into force on no day that can be known.
package enum CommencementUnclear: Rule {
  package static let info = RuleInfo(
    name: "commencement-unclear", family: .structure, severity: .warning,
    summary: "A provision has a time in force, and no day on which it begins.",
    rationale: """
      "After the system is put into operation" is no day that an addressee can learn from the law. Flagged where the markup gives \
      a unit a period of which it states neither the beginning nor the end. Not flagged: units without any period, of which \
      the markup says nothing, and quoted law.
      """,
    example:
      "Article 6, whose period is a temporal group without dates, as it starts \"after the component is put into operation\"",
    fix: "Give the date; or make known, by whom and where, the event that starts it.",
    precision: """
      No finding in 249 documents: none gives a unit a period without dates. Its fixture and the model framework are where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    return document.provisions.indices.compactMap { i in
      let provision = document.provisions[i]
      guard provision.traits.contains(.undated), !provision.traits.contains(.quoted),
        !document.provisions[Int(provision.parent)].traits.contains(.undated) || i == 0
      else { return nil }
      return finding(
        "no day is known on which \(i == 0 ? "this act" : document.label(of: i)) enters into force",
        at: document.numberRange(of: i), in: subject.address(d, i),
        remedy: "add the date, or make known the event that starts it")
    }
  }
}
