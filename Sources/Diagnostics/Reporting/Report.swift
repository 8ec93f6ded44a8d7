/// Everything a reporter may print. No reporter adds facts.
package struct Report: Sendable {
  /// Inputs by id.
  package let files: [SourceFile]
  /// In the order of ``Diagnostic/isOrderedBefore(_:_:)``, already chosen and weighed.
  package let diagnostics: [LocatedDiagnostic]
  /// Every rule that could have fired.
  package let rules: [RuleInfo]
  /// The date of the check: "2026-09-01".
  package let asOf: String
  package let toolVersion: String

  package init(
    files: [SourceFile], diagnostics: [LocatedDiagnostic], rules: [RuleInfo], asOf: String, toolVersion: String
  ) {
    self.files = files
    self.diagnostics = diagnostics
    self.rules = rules
    self.asOf = asOf
    self.toolVersion = toolVersion
  }
}

/// A way of printing findings.
package protocol Reporter: Sendable {
  /// As `--report` takes it.
  static var name: String { get }
  static func print(_ report: Report, style: ReportStyle) -> [UInt8]
}

/// What the place of printing allows.
package struct ReportStyle: Sendable {
  package let color: Bool
  /// Columns of the terminal; reports for programs do not look at it.
  package let width: Int

  package init(color: Bool, width: Int) {
    self.color = color
    self.width = width
  }

  package static let plain = ReportStyle(color: false, width: 100)
}

/// Every reporter.
package let allReporters: [any Reporter.Type] = [
  HumanReporter.self,
  ConciseReporter.self,
  JSONReporter.self,
  SARIFReporter.self,
]

/// A finding with its places as lines and columns.
package struct LocatedDiagnostic: Sendable {
  package let diagnostic: Diagnostic
  package let start: SourceText.Position
  package let end: SourceText.Position
  package let excerpt: SourceText.Excerpt?
  /// By witness: the position of its place, where it has one.
  package let witnessStarts: [SourceText.Position?]
}

/// Finds lines, columns and excerpts for findings; each file is read once and let go.
///
/// - Parameters:
///   - diagnostics: in report order.
///   - excerpts: whether excerpts of the source are wanted.
///   - source: the bytes of a file, or `nil` if it cannot be read any more; positions are then 1:1.
package func locate(
  _ diagnostics: [Diagnostic], excerpts: Bool, source: (SourceFile.ID) -> SourceText?
) -> [LocatedDiagnostic] {
  struct Wanted: Hashable {
    let file: SourceFile.ID
    let offset: UInt32
  }
  var wanted: Set<Wanted> = []
  for diagnostic in diagnostics {
    wanted.insert(Wanted(file: diagnostic.range.file, offset: diagnostic.range.start))
    wanted.insert(Wanted(file: diagnostic.range.file, offset: diagnostic.range.end))
    for case let range? in diagnostic.witness.map(\.range) {
      wanted.insert(Wanted(file: range.file, offset: range.start))
    }
  }
  var positions: [Wanted: SourceText.Position] = [:]
  var windows: [Int: SourceText.Excerpt] = [:]
  var byFile: [SourceFile.ID: [Int]] = [:]
  for (i, diagnostic) in diagnostics.enumerated() { byFile[diagnostic.range.file, default: []].append(i) }
  let sorted = wanted.sorted { $0.file != $1.file ? $0.file < $1.file : $0.offset < $1.offset }
  var k = 0
  while k < sorted.count {
    let file = sorted[k].file
    var text = source(file)
    while k < sorted.count, sorted[k].file == file {
      positions[sorted[k]] = text?.position(sorted[k].offset)
      k += 1
    }
    guard excerpts, let text else { continue }
    for i in byFile[file] ?? [] {
      windows[i] = text.excerpt(start: diagnostics[i].range.start, end: diagnostics[i].range.end)
    }
  }
  let first = SourceText.Position(line: 1, column: 1)
  return diagnostics.enumerated().map { i, diagnostic in
    let file = diagnostic.range.file
    return LocatedDiagnostic(
      diagnostic: diagnostic,
      start: positions[Wanted(file: file, offset: diagnostic.range.start)] ?? first,
      end: positions[Wanted(file: file, offset: diagnostic.range.end)] ?? first,
      excerpt: windows[i],
      witnessStarts: diagnostic.witness.map { witness in
        witness.range.flatMap { positions[Wanted(file: $0.file, offset: $0.start)] }
      })
  }
}

extension Report {
  func path(_ file: SourceFile.ID) -> String { files[Int(file)].path.madeVisible }

  /// "path:line:column" of a witness, or an empty string.
  func place(of witness: Int, _ located: LocatedDiagnostic) -> String {
    guard let range = located.diagnostic.witness[witness].range, let start = located.witnessStarts[witness] else {
      return ""
    }
    return "\(path(range.file)):\(start.line):\(start.column)"
  }
}
