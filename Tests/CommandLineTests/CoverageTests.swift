import Foundation
import TestSupport
import Testing

@Suite("nomodex coverage and the pages of requirements")
struct CoverageTests {
  static let transcripts: [Transcript] = [
    Transcript("coverage-no-day", "coverage clean --on tomorrow"),
    Transcript("coverage-no-report", "coverage clean --report pdf"),
    Transcript("coverage-no-profile", "coverage clean --profile absent.yaml"),
    Transcript("coverage-wrong-catalogue", "coverage clean --catalogue catalogue.yaml"),
    Transcript("explain-requirement", "explain time-filing"),
    Transcript("explain-amendment", "explain lapse-revives"),
    Transcript("help-coverage", "coverage --help"),
  ]

  @Test("says what its transcript says", arguments: transcripts)
  func transcript(_ transcript: Transcript) throws { try transcript.verify() }

  /// What a report says of the model framework.
  private static func report(_ name: String, on dates: String) throws -> String {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["coverage", packageFolder + "/Corpus", "--on", dates, "--report", name], in: folder.path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    return outcome.output
  }

  @Test("the table of several dates agrees with the values of each")
  func table() throws {
    let csv = try Self.report("csv", on: "2013-01-01,2026-08-01").split(separator: "\r\n")
    #expect(csv.count == 181)
    let human = try Self.report("human", on: "2013-01-01,2026-08-01")
    for word in ["operative", "partial", "declared", "absent"] {
      let counts = ["2013-01-01", "2026-08-01"].map { date in
        csv.count { $0.hasPrefix("\(date),") && $0.contains(",\(word),") }
      }
      let row = try #require(human.split(separator: "\n").first { $0.hasPrefix("(\(word))") })
      #expect(row.split(separator: " ").dropFirst().map(String.init) == counts.map { "\($0)" })
    }
  }

  @Test("what is absent is named with what was found and does not count")
  func absence() throws {
    let text = try Self.report("human", on: "2026-01-01")
    #expect(text.contains("absent     id-recognition"))
    #expect(text.contains("19-l ~ art_3__para_1: it is in force only from 2026-07-01"))
    #expect(text.contains("Law in books is not practice"))
  }

  @Test("JSON and Markdown hold every requirement")
  func formats() throws {
    let data = Data(try Self.report("json", on: "2026-08-01").utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let dates = try #require(json["dates"] as? [[String: Any]])
    let requirements = try #require(dates.first?["requirements"] as? [[String: Any]])
    #expect(requirements.count == 90)
    #expect(requirements.count { $0["status"] as? String == "operative" } == 56)
    let markdown = try Self.report("markdown", on: "2026-08-01")
    #expect(markdown.components(separatedBy: "\n| ").count == 90 + 2 * 12 + 1)
  }
}
