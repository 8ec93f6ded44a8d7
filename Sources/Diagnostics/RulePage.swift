/// The page of a rule, for a terminal and for `Documentation/Rules.md`.
package enum RulePage {
  /// Markdown that also reads well as plain text.
  package static func text(_ info: RuleInfo, level: Int = 1) -> String {
    """
    \(String(repeating: "#", count: level)) \(info.name)

    \(info.summary) (\(info.severity.name), family \(info.family.rawValue)\(info.isOnRequest ? ", on request" : ""))

    \(info.rationale)

    Example:

        \(info.example.replacing("\n", with: "\n    "))

    Fix: \(info.fix)

    Precision: \(info.precision)
    \(info.isOnRequest ? "\nRuns only when --select names it or its family.\n" : "")
    """
  }

  /// `Documentation/Rules.md`: all pages, by family.
  package static func document(_ rules: [RuleInfo]) -> String {
    var out = "# Rules\n\nPrinted by the program (`make golden`); the same pages as `nomodex explain`.\n"
    for family in RuleInfo.Family.allCases {
      out += "\n## Family \(family.rawValue)\n"
      for rule in rules where rule.family == family { out += "\n" + text(rule, level: 3) }
    }
    return out
  }
}
