import Diagnostics
import Testing

@Suite("The order of findings")
struct OrderTests {
  private static func finding(
    _ file: SourceFile.ID, _ start: UInt32, _ end: UInt32, _ rule: String = "a", _ message: String = "m",
    _ severity: Severity = .warning
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: message, range: SourceRange(file: file, start: start, end: end))
  }

  private static let ordered = [
    finding(0, 0, 1), finding(0, 0, 2), finding(0, 5, 6, "a", "m"), finding(0, 5, 6, "a", "n"), finding(0, 5, 6, "b"),
    finding(0, 10, 11), finding(1, 0, 1, "a", "m", .note), finding(2, 0, 1, "a", "m", .error),
  ]

  @Test("findings are ordered by file, place, rule and message, never by weight")
  func order() {
    for (i, a) in Self.ordered.enumerated() {
      for (k, b) in Self.ordered.enumerated() {
        #expect(Diagnostic.isOrderedBefore(a, b) == (i < k), "\(i) and \(k)")
      }
    }
  }

  @Test("every mixture of findings comes into one order")
  func mixtures() {
    func described(_ list: [Diagnostic]) -> [String] {
      list.map { "\($0.range.file) \($0.range.start) \($0.range.end) \($0.rule) \($0.message)" }
    }
    let wanted = described(Self.ordered)
    for turn in Self.ordered.indices {
      let mixed = Array(Self.ordered[turn...] + Self.ordered[..<turn]).reversed()
      #expect(described(mixed.sorted(by: Diagnostic.isOrderedBefore)) == wanted)
    }
  }

  @Test("a note weighs less than a warning, a warning less than an error")
  func severities() {
    #expect(Severity.allCases.sorted().map(\.name) == ["note", "warning", "error"])
  }

  @Test("a range that ends before it begins is empty")
  func backwards() {
    #expect(SourceRange(file: 0, start: 5, end: 3) == SourceRange(file: 0, start: 5, end: 5))
  }
}
