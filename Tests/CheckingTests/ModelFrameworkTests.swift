import Citations
import Compiling
import Consolidation
import Diagnostics
import Foundation
import Provisions
import Testing

@testable import Checking

/// The model framework says what is wrong with it, and nothing else.
@Suite struct ModelFrameworkTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")

  /// The rows of a table in `Corpus/expected`, by the names of its columns.
  static func table(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: corpus.appending(path: "expected/\(name).tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let head = try #require(lines.first)
    return try lines.dropFirst().map { line in
      try #require(line.count == head.count, "\(name): \(line)")
      return Dictionary(uniqueKeysWithValues: zip(head, line))
    }
  }

  /// The dates of check are the columns of the table of statuses.
  static let dates = ((try? table("status"))?.first?.keys).map { $0.filter { $0 != "requirement" }.sorted() } ?? []

  static func compiled(on date: String) async throws -> Compilation {
    var options = CompileOptions(
      paths: [corpus.path], date: try #require(LegalDate(date)), jobs: 2, rules: allRules, showsProgress: false)
    options.isConsolidated = true
    options.readsUnmarked = true
    options.yardstick = try Yardstick.read(catalogue: nil, profile: nil, beside: [corpus.path])
    return try await compile(options)
  }

  @Test("on each date of check the findings are those that are listed, each once", arguments: dates)
  func findings(date: String) async throws {
    let wanted = try Self.table("findings")
      .filter { ($0["since"] ?? "") <= date && ($0["until"] == "" || date < $0["until"] ?? "") }
      .map { "\($0["severity"] ?? "") \($0["rule"] ?? "") \($0["provision"] ?? "")" }
    let found = try await Self.compiled(on: date).diagnostics
      .map { "\($0.severity.name) \($0.rule) \($0.provision ?? "")" }
    #expect(found.sorted() == wanted.sorted())
    #expect(wanted.count > 10)
  }

  @Test("each finding is a seeded defect, and each defect that a rule reports is found")
  func explained() async throws {
    let seeds = try Self.table("seeds").filter { $0["reported"] != "-" }
    let found = try Self.table("findings")
    func fits(_ seed: [String: String], _ finding: [String: String]) -> Bool {
      guard seed["reported"] == finding["rule"], let place = seed["provision"], let other = finding["provision"] else {
        return false
      }
      // A seed may be told at the whole act, and a finding at one of several places.
      return place.split(separator: " ").first == other.split(separator: " ").first
        && (place.hasPrefix(other) || other.hasPrefix(place) || !place.contains("~")
          || ["target-repealed", "target-expired"].contains(finding["rule"]))
    }
    for finding in found { #expect(seeds.contains { fits($0, finding) }, "unexplained: \(finding)") }
    for seed in seeds { #expect(found.contains { fits(seed, $0) }, "not found: \(seed)") }
  }

  @Test(
    "each provision that the tables name is in its act, as enacted or inserted", arguments: ["seeds", "provisions"])
  func provisionsExist(name: String) async throws {
    let graph = try await Self.compiled(on: "2026-01-01").framework.graph
    for row in try Self.table(name) {
      let address = try #require(row["provision"])
      let parts = address.split(separator: " ~ ", maxSplits: 1).map(String.init)
      let act = graph.documents.firstIndex { $0.identity.work == parts[0] && $0.identity.language == "en" }
      let d = try #require(act, "\(address)")
      guard parts.count > 1 else { continue }
      // A citation of the place, as a document would make it.
      let exists = find(parts[1], inDocument: d, of: graph).place != nil || isInserted(parts[1], into: parts[0], graph)
      #expect(exists, "\(address)")
    }
  }

  /// Whether an amending act quotes a unit with this identifier for the act.
  private func isInserted(_ path: String, into work: String, _ graph: CitationGraph) -> Bool {
    let last = path.split(separator: "__").map(String.init).last ?? path
    return graph.documents.contains { document in
      document.references.contains {
        $0.role == .amends && document.attributeString($0.target).hasPrefix(work)
      } && document.anchors.contains { document.attributeString($0.name).hasSuffix("__" + last) }
    }
  }

  @Test("the status of a requirement is no better than its best provision in force, and absent where there is none")
  func statuses() throws {
    let order = ["absent", "declared", "partial", "operative"]
    let provisions = try Self.table("provisions")
    let rows = try Self.table("status")
    #expect(rows.count == 90)
    for row in rows {
      let requirement = try #require(row["requirement"])
      for date in Self.dates {
        let inForce = provisions.filter {
          $0["requirement"] == requirement && ($0["since"] ?? "") <= date
            && ($0["until"] == "" || date < $0["until"] ?? "")
        }
        let best = inForce.compactMap { $0["status"].flatMap(order.firstIndex) }.max() ?? 0
        let status = try #require(row[date].flatMap(order.firstIndex), "\(requirement) on \(date)")
        #expect(status <= best, "\(requirement) on \(date)")
        #expect((status == 0) == inForce.isEmpty, "\(requirement) on \(date)")
      }
    }
  }
}
