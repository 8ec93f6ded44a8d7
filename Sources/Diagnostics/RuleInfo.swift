/// What a rule says about itself: the page printed by `nomodex explain` and by every report that lists rules.
package struct RuleInfo: Sendable {
  /// Kebab words named after the defect, completing "allow …": `dangling-target`.
  package let name: String
  package let family: Family
  package let severity: Severity
  /// One sentence: what is wrong when the rule fires.
  package let summary: String
  /// Why it matters, what the rule looks at, and what it deliberately does not flag. Markdown.
  package let rationale: String
  /// A fragment that triggers the rule. Shown as code.
  package let example: String
  /// The way out, in one or two sentences.
  package let fix: String
  /// What was measured on real law: how many findings, how many read, how many of them right.
  package let precision: String
  /// Whether the rule runs only when it or its family is chosen by name: it costs a run more than it mostly finds.
  package let isOnRequest: Bool

  package init(
    name: String, family: Family, severity: Severity, summary: String, rationale: String, example: String,
    fix: String, precision: String, isOnRequest: Bool = false
  ) {
    self.name = name
    self.family = family
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.example = example
    self.fix = fix
    self.precision = precision
    self.isOnRequest = isOnRequest
  }

  /// A family of rules: its name selects them all.
  package enum Family: String, Sendable, CaseIterable {
    case xml, structure, references, delegation
    case legalBasis = "legal-basis"
    case stateCentric = "state-centric"
  }
}
