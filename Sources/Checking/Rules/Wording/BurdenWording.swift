package import Diagnostics
import LegalBases

/// A person has to bring a document that an authority holds.
package enum AsksWhatStateHolds: WordingRule {
  package static let info = RuleInfo(
    name: "asks-what-state-holds", family: .stateCentric, severity: .error,
    summary: "A person has to bring a document that an authority holds.",
    rationale: """
      Certificates and extracts of registers are made by authorities; the body can obtain them itself. Silent \
      for foreign, medical, court and private documents, and where the norm is conditional.
      """,
    example: "The applicant shall submit with the application an extract from the register of real property.",
    fix: "Let the body obtain the document, and delete the demand.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: who holds the document is judged by words alone: confirm with the registers of the \
      framework.
      """)

  package static let remedy = "let the body obtain the document, and delete the demand"

  package static func message(_ words: String) -> String {
    "the person has to bring what an authority holds: “\(words)”"
  }
}

/// An authority “may” act towards persons, without criteria, duty or limit.
package enum BareDiscretion: WordingRule {
  package static let info = RuleInfo(
    name: "bare-discretion", family: .stateCentric, severity: .warning,
    summary: "An authority “may” act towards persons, without criteria, duty or limit.",
    rationale: """
      A power without criteria cannot be reviewed. Looked at are powers to hold discussions, correct entries, \
      publish, and accept or provide electronically; silent where the unit has a condition or criterion and \
      where the article adds a duty.
      """,
    example: "The Land Office may correct errors in the electronic register.",
    fix: "Write “shall”, or state when, on what criteria, and who reviews.",
    precision: """
      2 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      2 read, 2 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      "may hold a single hearing" and procedural powers of courts: excluded; conditions stated in another \
      section are not seen.
      """)

  package static let remedy = "write “shall”, or state when, on what criteria, and who reviews"

  package static func message(_ words: String) -> String {
    "“\(words)” leaves it to the authority; no criterion, duty or limit stands beside it"
  }
}

/// Time limits bind the person and not the authority.
package enum DeadlineAsymmetry: WordingRule {
  package static let info = RuleInfo(
    name: "deadline-asymmetry", family: .stateCentric, severity: .warning,
    summary: "Time limits bind the person and not the authority.",
    rationale: """
      Looked at are acts on applications considered by an authority in which only persons have time limits. A \
      time limit of another act has to be looked up.
      """,
    example:
      "The application sent through the portal is reviewed by the local executive body.\nThe applicant shall supply missing documents within three days.",
    fix: "Give the authority a time limit and say what its silence means.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: deadline of the authority in another act: graph.
      """)

  package static let remedy = "give the authority a time limit and say what its silence means"

  package static func message(_ words: String) -> String {
    "the person has a time limit: “\(words)”, the authority has none in this act"
  }
}

/// After an electronic act the same is demanded on paper.
package enum DoubleSubmission: WordingRule {
  package static let info = RuleInfo(
    name: "double-submission", family: .stateCentric, severity: .warning,
    summary: "After an electronic act the same is demanded on paper.",
    rationale: """
      The electronic act is then no act of its own. Silent where paper is a choice, is demanded on request only, \
      or is not required.
      """,
    example: "An application sent through the portal must also be submitted on paper within ten days.",
    fix: "Delete the duplicate, or let the person choose.",
    precision: """
      2 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      2 read, 2 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: a \
      paper follow-up sent BY the authority would look alike (sentence with notice is left out).
      """)

  package static let remedy = "delete the duplicate, or let the person choose"

  package static func message(_ words: String) -> String {
    "the same is demanded once more: “\(words)”"
  }
}

/// An application is left aside for a formal defect, without a chance to cure it.
package enum FormalRejection: WordingRule {
  package static let info = RuleInfo(
    name: "formal-rejection", family: .stateCentric, severity: .warning,
    summary: "An application is left aside for a formal defect, without a chance to cure it.",
    rationale: """
      Silent where the article speaks of notice, correction, supplement or a period to cure.
      """,
    example: "An application that does not contain the telephone number of the applicant is not considered.",
    fix: "Oblige the body to name every defect once and to give a period to cure.",
    precision: """
      1 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      1 read, 1 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      cure in another article of the act.
      """)

  package static let remedy = "oblige the body to name every defect once and to give a period to cure"

  package static func message(_ words: String) -> String {
    "a formal defect ends the matter: “\(words)”"
  }
}
