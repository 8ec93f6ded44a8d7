package import Diagnostics
import LegalBases

/// Identification is demanded for what is open to everyone.
package enum NeedlessIdentification: WordingRule {
  package static let info = RuleInfo(
    name: "needless-identification", family: .stateCentric, severity: .warning,
    summary: "Identification is demanded for what is open to everyone.",
    rationale: """
      Reading and commenting drafts and public documents need no name. Silent for one’s own data, confidential \
      matters, votes and licences.
      """,
    example: "The drafts under public discussion are accessible only to users who have logged in.",
    fix: "Drop the demand.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: restricted registers; sites that ask registration without identity.
      """)

  package static let remedy = "drop the demand"

  package static func message(_ words: String) -> String {
    "identification is demanded for something public: “\(words)”"
  }
}

/// A list of documents has no end.
package enum OpenDocumentList: WordingRule {
  package static let info = RuleInfo(
    name: "open-document-list", family: .stateCentric, severity: .warning,
    summary: "A list of documents has no end.",
    rationale: """
      The person cannot know when the application is complete. Looked at are units on applications; silent on \
      inspections, hearings and documents that another provision names.
      """,
    example:
      "The applicant attaches to the application a plan of the plot, a power of attorney and other necessary documents.",
    fix: "Close the list, or refer to a public catalogue of what is required.",
    precision: """
      31 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      31 read, 27 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      reports and plans of bodies that also speak of applications (3).
      """)

  package static let remedy = "close the list, or refer to a public catalogue of what is required"

  package static func message(_ words: String) -> String {
    "the list of documents ends with “\(words)”"
  }
}

/// The risk of the system is put on the user.
package enum RiskShiftedToUser: WordingRule {
  package static let info = RuleInfo(
    name: "risk-shifted-to-user", family: .stateCentric, severity: .warning,
    summary: "The risk of the system is put on the user.",
    rationale: """
      Who runs a system can prevent its failures, the user cannot. Silent on clauses of good faith and on \
      private contracts.
      """,
    example: "The Agency is not responsible for losses caused by failures of the electronic system.",
    fix: "Delete the clause, and let a law state who answers for failures.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: good-faith immunity clauses: not matched.
      """)

  package static let remedy = "delete the clause, and let a law state who answers for failures"

  package static func message(_ words: String) -> String {
    "“\(words)” puts the risk of the system on the user"
  }
}

/// A right holds only where it is technically possible.
package enum TechnicalPossibilityEscape: WordingRule {
  package static let info = RuleInfo(
    name: "technical-possibility-escape", family: .stateCentric, severity: .warning,
    summary: "A right holds only where it is technically possible.",
    rationale: """
      Whether it is possible is for the authority alone to say. Looked at are rights to data, information, \
      documents and notices; silent on engineering.
      """,
    example: "Everyone may obtain the data in machine-readable form, so far as technically feasible.",
    fix: "Name the day by which the possibility must exist, and what is done until then.",
    precision: """
      6 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      6 read, 6 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      duties between private parties (data holder and user) are found too: true to the words, outside citizen \
      and state.
      """)

  package static let remedy = "name the day by which the possibility must exist, and what is done until then"

  package static func message(_ words: String) -> String {
    "the right holds only “\(words)”"
  }
}

/// A programme counts systems and not what persons gain.
package enum TechnocraticGoal: WordingRule {
  package static let info = RuleInfo(
    name: "technocratic-goal", family: .stateCentric, severity: .note,
    summary: "A programme counts systems and not what persons gain.",
    rationale: """
      A programme whose goals are systems is fulfilled when they stand, whether anyone can use them or not. \
      Looked at are programmes; silent where the sentence speaks of persons.
      """,
    example:
      "The objectives of the Programme are to introduce electronic document systems in all ministries and to connect them to the network.",
    fix: "Add what a person can do, in what time, with what remedy.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: one goal for persons in another paragraph of the article is not seen.
      """)

  package static let remedy = "add what a person can do, in what time, with what remedy"

  package static func message(_ words: String) -> String {
    "the goal is technology: “\(words)”; no benefit to persons is named beside it"
  }
}

/// Reports go to a superior body only.
package enum UpwardOnlyAccountability: WordingRule {
  package static let info = RuleInfo(
    name: "upward-only-accountability", family: .stateCentric, severity: .note,
    summary: "Reports go to a superior body only.",
    rationale: """
      Public control needs what is published. Silent where the recipient is a parliament or the article or act \
      orders publication.
      """,
    example: "Each year the Agency shall submit to the Ministry of Finance a report on complaints about the portal.",
    fix: "Publish the report.",
    precision: """
      3 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      3 read, 3 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      "Council" of a city is a legislature: excluded by words; publication ordered by a general law: graph.
      """)

  package static let remedy = "publish the report"

  package static func message(_ words: String) -> String {
    "“\(words)” reports upwards; no publication is ordered"
  }
}
