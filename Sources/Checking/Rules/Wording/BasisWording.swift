package import Diagnostics
package import LegalBases
package import Citations
import Provisions

/// A goal of the State has no addressee, no duty and no time.
package enum DeclaredOnly: WordingRule {
  package static let info = RuleInfo(
    name: "declared-only", family: .legalBasis, severity: .warning,
    summary: "A goal of the State has no addressee, no duty and no time.",
    rationale: """
      Nobody can rely on such a norm, and nobody can be held to it. Looked at are goals about electronic \
      matters, information, openness and participation; silent where a day or time limit is set.
      """,
    example: "The State supports the spread of electronic services in rural areas.",
    fix: "Name who must do what, by when, and what a person can do if it is not done.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: report only while no operative provision for the same requirement is in force (graph): const \
      art_34 ends on 2009-05-27.
      """)

  package static let remedy = "name who must do what, by when, and what a person can do if it is not done"

  package static func message(_ words: String) -> String {
    "“\(words)” states a goal without addressee, duty and time"
  }

  /// Where another provision in force makes the requirement more than a goal.
  package static func isAnswered(_ found: WordingFinding, _ place: Place, _ subject: Subject) -> Bool {
    guard let status = subject.status else { return false }
    let document = subject.graph.documents[place.document]
    let unit = place.provision..<Int(document.provisions[place.provision].subtreeEnd)
    let ids = subject.marks.all.compactMap { mark -> String? in
      guard mark.place.document == place.document, case .requirement(let id, _) = mark.subject else { return nil }
      let marked = mark.place.provision..<Int(document.provisions[mark.place.provision].subtreeEnd)
      return unit.contains(mark.place.provision) || marked.contains(place.provision) ? id : nil
    }
    return !ids.isEmpty && ids.allSatisfy { id in status[id].map { $0.fulfilment > .declared } ?? false }
  }
}

/// A time limit runs through a system, and nothing is said of its outage.
package enum OutageRuleMissing: WordingRule {
  package static let info = RuleInfo(
    name: "outage-rule-missing", family: .legalBasis, severity: .error,
    summary: "A time limit runs through a system, and nothing is said of its outage.",
    rationale: """
      A system may be down on the last day. Silent where the act speaks of outage, malfunction or \
      unavailability, and where another way is open; a rule of another act has to be looked up.
      """,
    example: "The applicant shall file the appeal through the portal not later than the tenth day after service.",
    fix: "Extend the time limit where the system is not available, or cite the rule that does.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: rule on outage in another act that reaches the provision: graph.
      """)

  package static let remedy = "extend the time limit where the system is not available, or cite the rule that does"

  package static func message(_ words: String) -> String {
    "a time limit runs against the person through a system: “\(words)”, and the act says nothing of outages"
  }
}

/// Comments are invited, and nobody has to consider them.
package enum ParticipationWithoutFeedback: WordingRule {
  package static let info = RuleInfo(
    name: "participation-without-feedback", family: .legalBasis, severity: .warning,
    summary: "Comments are invited, and nobody has to consider them.",
    rationale: """
      Silent where the article speaks of considering, taking into account, a summary, reasons or a reply; a \
      general law on consultation has to be looked up.
      """,
    example: "Any interested person may submit comments on the draft regulation to the Ministry.",
    fix: "Oblige the body to consider the comments and to publish a summary with its reasons.",
    precision: """
      3 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      3 read, 3 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      duty to consider in another section or in a general law (Statutory Instruments Act): graph.
      """)

  package static let remedy = "oblige the body to consider the comments and to publish a summary with its reasons"

  package static func message(_ words: String) -> String {
    "comments are invited: “\(words)”, and the article obliges nobody to consider them or to report"
  }
}

/// A system is used, and the act names no establishment, owner or operator of it.
package enum SystemWithoutStatus: WordingRule {
  package static let info = RuleInfo(
    name: "system-without-status", family: .legalBasis, severity: .warning,
    summary: "A system is used, and the act names no establishment, owner or operator of it.",
    rationale: """
      Who answers for the system, and which data it may hold, follows from the act that establishes it. An act \
      that establishes it elsewhere has to be looked up.
      """,
    example: "The application is entered in the information system of the Treasury.",
    fix: "Cite or add the act that establishes the system, with its owner and operator.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: establishment in another act: graph must look up {system}.
      """)

  package static let remedy = "cite or add the act that establishes the system, with its owner and operator"

  package static func message(_ words: String) -> String {
    "“\(words)” names a system that this act does not establish"
  }
}

/// A notice has effect electronically without consent, rebuttal or another way.
package enum UnsafeEService: WordingRule {
  package static let info = RuleInfo(
    name: "unsafe-e-service", family: .legalBasis, severity: .error,
    summary: "A notice has effect electronically without consent, rebuttal or another way.",
    rationale: """
      Time limits begin with such a notice. Looked at are notices, decisions and documents that count as served \
      by being placed or sent; silent where the article speaks of consent, choice, proof to the contrary, \
      failure or another way.
      """,
    example: "A decision placed in the electronic account is deemed to have been served on the day of its placing.",
    fix: "Add consent or a class of persons, the moment, a rebuttal and a way on paper.",
    precision: """
      2 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      3 read, 2 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      rebuttal in the next subsection in other words.
      """)

  package static let remedy = "add consent or a class of persons, the moment, a rebuttal and a way on paper"

  package static func message(_ words: String) -> String {
    "notice has effect by electronic placing or sending alone: “\(words)”"
  }
}
