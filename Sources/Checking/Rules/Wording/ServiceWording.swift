package import Diagnostics
import LegalBases

/// An electronic channel is the only way.
package enum AlternativeMissing: WordingRule {
  package static let info = RuleInfo(
    name: "alternative-missing", family: .legalBasis, severity: .error,
    summary: "An electronic channel is the only way.",
    rationale: """
      Whoever cannot use the channel cannot act at all. Silent where the unit or article speaks of paper, post, \
      presence, exemption or other means; a general law on alternatives has to be looked up.
      """,
    example: "The claim shall be submitted to the competent body exclusively through the electronic system.",
    fix: "Keep another way, or add an exemption and help for those who cannot use the channel.",
    precision: """
      3 findings in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      3 read, 3 right. The tables were tightened on the same law, so this is an upper estimate. Known limits: \
      exemption elsewhere in the act or in a general law (zz-inclusion art_2): graph.
      """)

  package static let remedy = "keep another way, or add an exemption and help for those who cannot use the channel"

  package static func message(_ words: String) -> String {
    "“\(words)” leaves the electronic way only"
  }
}

/// A system may decide, and no safeguard is named.
package enum AutomatedDecisionBare: WordingRule {
  package static let info = RuleInfo(
    name: "automated-decision-bare", family: .legalBasis, severity: .error,
    summary: "A system may decide, and no safeguard is named.",
    rationale: """
      Silent where the article speaks of an official who answers, of explanation, oversight, review or the right \
      to contest.
      """,
    example: "The information system may take the decision on the allowance.",
    fix: "State the cases, the official who answers, disclosure, explanation and review by a human being.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: safeguards of a general law (zz-pd art_14): graph may lower the level, not clear it, while \
      the special act states none.
      """)

  package static let remedy =
    "state the cases, the official who answers, disclosure, explanation and review by a human being"

  package static func message(_ words: String) -> String {
    "a system decides: “\(words)”, and the article names neither a human being nor explanation nor review"
  }
}

/// A channel is named, and nothing gives its use legal effect.
package enum ChannelNotRecognised: WordingRule {
  package static let info = RuleInfo(
    name: "channel-not-recognised", family: .legalBasis, severity: .error,
    summary: "A channel is named, and nothing gives its use legal effect.",
    rationale: """
      Silent where the act says that what is sent electronically is deemed filed, has the same force or is \
      admissible; a rule of another act has to be looked up.
      """,
    example: "An application may be submitted through the website of the department.",
    fix: "Designate the channel and say when what is sent by it counts as filed.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: effect given by another act: graph.
      """)

  package static let remedy = "designate the channel and say when what is sent by it counts as filed"

  package static func message(_ words: String) -> String {
    "“\(words)” names a channel, and the act does not say that what is sent by it is filed"
  }
}

/// Consent stands in place of a legal basis for the use of data.
package enum DataBasisMissing: WordingRule {
  package static let info = RuleInfo(
    name: "data-basis-missing", family: .legalBasis, severity: .error,
    summary: "Consent stands in place of a legal basis for the use of data.",
    rationale: """
      A person who needs a public service cannot refuse, so that consent is no free choice; purpose, data, time \
      and recipients belong in a law. Looked at are consents to all uses and consents by mere use.
      """,
    example: "By using the portal the person consents to the processing of the data of that person for any purpose.",
    fix: "Put purpose, data, time and recipients into a law; do not use consent for public tasks.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: lists of data fields are no cue: too frequent (contact fields); leave them to the graph.
      """)

  package static let remedy = "put purpose, data, time and recipients into a law; do not use consent for public tasks"

  package static func message(_ words: String) -> String {
    "“\(words)” rests the use of data on a consent without purpose or limit"
  }
}

/// Applications are to be considered, and no time limit binds the authority.
package enum DecisionLimitMissing: WordingRule {
  package static let info = RuleInfo(
    name: "decision-limit-missing", family: .legalBasis, severity: .error,
    summary: "Applications are to be considered, and no time limit binds the authority.",
    rationale: """
      Silent where the unit, its article or the act sets a time limit for an authority; a general law of \
      procedure has to be looked up.
      """,
    example: "Requests sent through the portal are examined by the department of services.",
    fix: "Set the time limit and the effect of silence, or cite them.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: general time limit of a law of procedure (zz-ap art_20) that reaches the application: graph \
      decides.
      """)

  package static let remedy = "set the time limit and the effect of silence, or cite them"

  package static func message(_ words: String) -> String {
    "“\(words)” sets no time limit for the authority, and the act has none"
  }
}

/// Data pass between bodies by agreement, without purpose or log.
package enum ExchangeWithoutBasis: WordingRule {
  package static let info = RuleInfo(
    name: "exchange-without-basis", family: .legalBasis, severity: .error,
    summary: "Data pass between bodies by agreement, without purpose or log.",
    rationale: """
      What may be passed on, to whom and for what is for the norm and not for the bodies themselves. Silent \
      where the article speaks of purpose, log, confidentiality or retention.
      """,
    example: "The tax authority receives data of residents from the ministry on the basis of agreements.",
    fix: "State data, purpose, recipients and log in the norm; leave the technique to the agreement.",
    precision: """
      No finding in 104,000 units of English law (Canada, D.C., United Kingdom, United States, European Union), \
      so no false one, and its precision there is not known. In the model framework every seeded place is found. \
      Known limits: limits placed in another section.
      """)

  package static let remedy =
    "state data, purpose, recipients and log in the norm; leave the technique to the agreement"

  package static func message(_ words: String) -> String {
    "“\(words)” lets data pass by agreement; the article names neither purpose nor log nor recipients"
  }
}
