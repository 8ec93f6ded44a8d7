package import Diagnostics
import LegalBases

/// A by-law rests only on a general statement of the tasks of its maker.
package enum GenericCompetenceOnly: WordingRule {
  package static let info = RuleInfo(
    name: "generic-competence-only", family: .delegation, severity: .warning,
    summary: "A by-law rests only on a general statement of the tasks of its maker.",
    rationale: """
      A statute of a body says what it is for; it does not empower the body to bind persons. Looked at are \
      by-laws that name a statute, tasks or competence as their basis and no article, section or act in the same \
      sentence.
      """,
    example: "This Order is issued on the basis of the Statute of the Ministry of Culture.",
    fix: "Cite the clause that empowers the body, or move the rule to an act of higher rank.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: run it also over the enacting formula.
      """)

  package static let remedy = "cite the clause that empowers the body, or move the rule to an act of higher rank"

  package static func message(_ words: String) -> String {
    "“\(words)” names a general statement of tasks and no clause that empowers the maker of the act"
  }
}

/// A by-law demands fields or documents that its enabling clause does not speak of.
package enum OutsideDelegatedSubject: WordingRule {
  package static let info = RuleInfo(
    name: "outside-delegated-subject", family: .delegation, severity: .warning,
    summary: "A by-law demands fields or documents that its enabling clause does not speak of.",
    rationale: """
      An enabling clause that speaks of format, form or procedure does not cover further documents or data. The \
      rule knows the words only: whether the clause covers the demand has to be read.
      """,
    example:
      "This Order is issued on the basis of Article 8(2) of the Law on Permits.\nThe applicant shall attach the documents listed in Annex 3.",
    fix: "Trim the by-law to the delegated subject, or widen the clause.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: report only when the clause delegates layout, format, order or procedure, or forbids further \
      documents (graph reads the clause).
      """)

  package static let remedy = "trim the by-law to the delegated subject, or widen the clause"

  package static func message(_ words: String) -> String {
    "“\(words)” adds a demand beside what the cited clause delegates"
  }
}

/// A planning document gives rights to persons or puts duties on them.
package enum ProgrammeAsBasis: WordingRule {
  package static let info = RuleInfo(
    name: "programme-as-basis", family: .delegation, severity: .error,
    summary: "A planning document gives rights to persons or puts duties on them.",
    rationale: """
      A programme or strategy ends on a day and binds the bodies that carry it out. Whoever relies on it for a \
      right stands without one when it ends. Not flagged: orders to prepare a draft.
      """,
    example: "From 2028 applicants may file complaints through the system of the programme.",
    fix: "Adopt a norm; let the programme order its drafting only.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: words of description ("services that citizens may receive").
      """)

  package static let remedy = "adopt a norm; let the programme order its drafting only"

  package static func message(_ words: String) -> String {
    "a planning document says what persons may or must do: “\(words)”"
  }
}

/// An act of low rank leaves persons the electronic way only.
package enum RankTooLow: WordingRule {
  package static let info = RuleInfo(
    name: "rank-too-low", family: .delegation, severity: .error,
    summary: "An act of low rank leaves persons the electronic way only.",
    rationale: """
      Whether a person may act without electronic means decides whether a right can be used at all; that is for \
      a law. Looked at are acts of ministries and local bodies.
      """,
    example: "Applications for the permit are accepted only through the portal.",
    fix: "Move the duty to a law, and keep the details here.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: other positions of low rank (fees, blocking, final decisions) are not covered.
      """)

  package static let remedy = "move the duty to a law, and keep the details here"

  package static func message(_ words: String) -> String {
    "“\(words)” leaves one way only, in an act below the rank of a law"
  }
}
