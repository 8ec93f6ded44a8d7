import Catalogue
import Compiling
import Consolidation
import Foundation
import LegalBases
import Provisions
import TestSupport
import Testing

/// The model framework, whose marks say which provision supplies which element.
@Suite("Requirements of the model framework")
struct ModelStatusTests {
  static let dates = [
    "2005-01-01", "2009-01-01", "2011-01-01", "2013-01-01", "2019-01-01", "2021-12-01", "2023-06-01", "2026-01-01",
    "2026-08-01",
  ]

  private static func yardstick() throws -> Yardstick {
    try Yardstick.read(catalogue: nil, profile: nil, beside: [modelCorpus.path])
  }

  private static func compiled() async throws -> Compilation {
    try await compile(
      CompileOptions(
        paths: [modelCorpus.path], date: #require(LegalDate("2026-08-01")), jobs: 2, rules: [], showsProgress: false))
  }

  @Test("are fulfilled as far as the table of the corpus says, on nine dates")
  func statuses() async throws {
    let table = try String(
      contentsOf: modelCorpus.appending(path: "expected/status.tsv"), encoding: .utf8
    ).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    let header = try #require(table.first)
    #expect(Array(header.dropFirst()) == Self.dates && table.count == 91)
    let (compilation, yardstick) = (try await Self.compiled(), try Self.yardstick())
    for (k, date) in Self.dates.enumerated() {
      let status = compilation.on(try #require(LegalDate(date))).status(by: yardstick).status
      for row in table.dropFirst() { #expect(status[row[0]]?.fulfilment.word == row[k + 1], "\(row[0]) on \(date)") }
    }
  }

  @Test("differ between 2026-01-01 and 2026-08-01 by electronic identification alone")
  func commencement() async throws {
    let (compilation, yardstick) = (try await Self.compiled(), try Self.yardstick())
    func operative(_ date: String) throws -> Set<String> {
      let status = compilation.on(try #require(LegalDate(date))).status(by: yardstick).status
      return Set(status.requirements.filter { $0.fulfilment == .operative }.map(\.requirement.id))
    }
    let (before, after) = (try operative("2026-01-01"), try operative("2026-08-01"))
    #expect(before.count == 49 && after.count == 56 && before.isSubset(of: after))
    #expect(
      after.subtracting(before).isSuperset(of: ["id-recognition", "id-assurance", "id-entitlement", "id-minimal"]))
  }

  @Test("name what keeps them from being operative")
  func evidence() async throws {
    let (compilation, yardstick) = (try await Self.compiled(), try Self.yardstick())
    let status = compilation.on(try #require(LegalDate("2026-01-01"))).status(by: yardstick).status
    let recognition = try #require(status["id-recognition"])
    #expect(recognition.fulfilment == .absent && recognition.evidence.isEmpty)
    let day = try #require(LegalDate("2026-07-01"))
    #expect(recognition.rejected.contains { $0.reason == .notYetInForce(day) })
    let rights = try #require(status["pd-rights"])
    #expect(rights.fulfilment == .partial && !rights.missing.isEmpty)
  }

  @Test("have marks that the catalogue knows")
  func marks() async throws {
    let compilation = try await Self.compiled()
    let marks = LegalMarks(compilation.framework.graph, .builtIn)
    #expect(marks.unknown.map(\.concept) == [])
    #expect(marks.all.count > 400)
  }
}
