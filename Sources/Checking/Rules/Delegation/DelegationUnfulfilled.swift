package import Citations
package import Diagnostics
package import LegalBases
import Consolidation
import Provisions

/// A clause orders rules or a system, the day has passed, and nothing loaded rests on it.
package enum DelegationUnfulfilled: WordingRule {
  package static let info = RuleInfo(
    name: "delegation-unfulfilled", family: .delegation, severity: .warning,
    summary:
      "A clause orders rules, a list or a system by a day that has passed, and nothing that is loaded rests on it.",
    rationale: """
      What a law leaves to a by-law does not work before the by-law is there. The rule reads clauses that order a body to \
      adopt rules, a list, a procedure or a system by a day or within a time. It is silent before that day (where none is \
      named, twelve months after the clause came into force), and where a loaded by-law has the clause or its article as \
      its basis. A by-law that is not loaded may exist.
      """,
    example: "The Ministry of Finance shall adopt the procedure of electronic payment not later than 1 July 2020.",
    fix: "Adopt what the clause orders, load it, or repeal the order.",
    precision: """
      As a reading of clauses: 57 in 104,000 units of English law, all read, 56 right. Whether by-laws exist for them could not be \
      checked there, since they are not among the documents. In the model framework both seeded places are found and nothing else.
      """)

  package static let remedy = "adopt what the clause orders, load it, or repeal the order"

  package static func message(_ words: String) -> String {
    "what the clause orders is due, and nothing that is loaded rests on it: “\(words)”"
  }

  /// Before its day, and where a by-law rests on the clause.
  package static func isAnswered(_ found: WordingFinding, _ place: Place, _ subject: Subject) -> Bool {
    let document = subject.graph.documents[place.document]
    var at = place.provision
    var start: LegalDate?
    var article = place.provision
    while at != 0 {
      start = start ?? document.provisions[at].validity.start
      if document.provisions[at].kind.isCitableUnit { article = at }
      at = Int(document.provisions[at].parent)
    }
    let year = DateSpan("P12M")
    let due = found.day ?? (start ?? document.validity.start).flatMap { start in year.flatMap { start.adding($0) } }
    guard let due, due <= subject.framework.date else { return true }
    let unit = article..<Int(document.provisions[article].subtreeEnd)
    return subject.graph.incoming[place.document].contains { e in
      let edge = subject.graph.edges[e]
      guard subject.graph.reference(of: edge).role == .basis, let target = edge.resolution.place else { return false }
      return unit.contains(target.provision)
    }
  }
}
