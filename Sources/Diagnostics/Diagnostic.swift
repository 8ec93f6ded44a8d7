/// How much a finding weighs. The order is the order of weight: `.note < .warning < .error`.
package enum Severity: UInt8, Comparable, Sendable, CaseIterable {
  /// A fact that the user may want: shown on demand.
  case note
  /// Should be looked at; does not fail a run by default.
  case warning
  /// Fails the run.
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The word used in every report: "error", "warning", "note".
  package var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// What the user is told: the one type for the terminal, JSON, SARIF and an editor.
package struct Diagnostic: Sendable {
  /// The rule's name in kebab case, such as `dangling-target`.
  package let rule: String
  package var severity: Severity
  /// One clause without a full stop, the most specific thing first.
  package let message: String
  /// The narrowest range that a person would underline.
  package let range: SourceRange
  /// Address of the provision, `work ~ path`, where the finding lies in one.
  package let provision: String?
  /// The evidence: the other end of a path, the nearest candidate and why it failed.
  package let witness: [Witness]
  /// What the user may do about it, as a verb phrase; `nil` where the message says it.
  package let remedy: String?

  package init(
    rule: String, severity: Severity, message: String, range: SourceRange, provision: String? = nil,
    witness: [Witness] = [], remedy: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.provision = provision
    self.witness = witness
    self.remedy = remedy
  }
}

/// One piece of evidence for a finding, with its place where it has one.
package struct Witness: Sendable {
  package let text: String
  package let range: SourceRange?

  package init(_ text: String, at range: SourceRange? = nil) {
    self.text = text
    self.range = range
  }
}

/// A result together with what there is to say about it. Nothing is stored globally.
package struct Diagnosed<Value: Sendable>: Sendable {
  package let value: Value
  package let diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnostic {
  /// The one order of every report: file, place, rule, message.
  package static func isOrderedBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.range.file != b.range.file { return a.range.file < b.range.file }
    if a.range.start != b.range.start { return a.range.start < b.range.start }
    if a.range.end != b.range.end { return a.range.end < b.range.end }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }
}
