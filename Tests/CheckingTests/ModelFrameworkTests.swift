import Compiling
import Diagnostics
import Foundation
import Provisions
import Testing

@testable import Checking

/// The model framework says what is wrong with it, and nothing else.
@Suite struct ModelFrameworkTests {
  @Test("the findings of the model framework are those that Corpus/expected lists")
  func expectedFindings() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let table = try String(contentsOf: root.appending(path: "Corpus/expected/findings.tsv"), encoding: .utf8)
    var expected: [String: Set<String>] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      try #require(fields.count == 4)
      expected[fields[0], default: []].insert(fields[1...].joined(separator: " | "))
    }
    try #require(!expected.isEmpty)
    for (date, wanted) in expected {
      let day = try #require(LegalDate(date))
      let compilation = try await compile(
        CompileOptions(
          paths: [root.appending(path: "Corpus/acts").path], date: day, jobs: 2, rules: allRules, showsProgress: false))
      let found = compilation.diagnostics.map {
        "\($0.severity.name) | \($0.rule) | \($0.provision ?? "")"
      }
      #expect(Set(found) == wanted, "on \(date)")
      #expect(found.count == wanted.count, "each finding once")
    }
  }
}
