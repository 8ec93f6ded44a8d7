import Diagnostics
import Foundation
import Testing

@Suite("The report in JSON")
struct JSONReporterTests {
  @Test("a finding has rule, severity, message, path, both ends, provision, witness and remedy")
  func wholeFinding() {
    #expect(
      ReportFixture.printed(by: JSONReporter.self) == #"""
        {
          "version": 1,
          "tool": "nomodex 0.1.0",
          "asOf": "2026-09-01",
          "summary": {
            "files": 2,
            "errors": 1,
            "warnings": 0,
            "notes": 0
          },
          "findings": [
            {
              "rule": "dangling-target",
              "severity": "error",
              "message": "link goes to \"art_19\", which does not exist",
              "path": "acts/a.xml",
              "start": {
                "offset": 19,
                "line": 2,
                "column": 14
              },
              "end": {
                "offset": 26,
                "line": 2,
                "column": 21
              },
              "provision": "/akn/zz/act/2020-01-01/1 ~ art_2",
              "witness": [
                {
                  "text": "nearest that exists: article 17",
                  "path": "acts/b.xml",
                  "start": {
                    "offset": 11,
                    "line": 2,
                    "column": 6
                  }
                }
              ],
              "remedy": "correct the target, or add the provision"
            }
          ]
        }

        """#)
  }

  @Test("without findings the list is empty and the report is still whole")
  func nothing() throws {
    let object = try parsed(ReportFixture.printed(by: JSONReporter.self, []))
    #expect((object["findings"] as? [Any])?.isEmpty == true)
    #expect((object["summary"] as? [String: Int]) == ["files": 2, "errors": 0, "warnings": 0, "notes": 0])
  }

  @Test("the summary counts by weight")
  func summary() throws {
    let findings = [Severity.error, .note, .note, .warning, .note].map {
      Diagnostic(rule: "r", severity: $0, message: "m", range: SourceRange(file: 0, start: 0, end: 1))
    }
    let object = try parsed(ReportFixture.printed(by: JSONReporter.self, findings))
    #expect((object["summary"] as? [String: Int]) == ["files": 2, "errors": 1, "warnings": 1, "notes": 3])
  }

  @Test("a file that is not UTF-8 says in which form offsets count")
  func encoding() throws {
    let object = try parsed(ReportFixture.printed(by: JSONReporter.self, encoding: "windows-1251"))
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(finding["offsetsInUTF8FormOf"] as? String == "windows-1251")
  }

  @Test("hostile text comes back as it was, and nothing of it is written as it is")
  func hostile() throws {
    let text = ReportFixture.printed(
      by: JSONReporter.self, [ReportFixture.hostile], paths: [ReportFixture.hostileText],
      sources: [ReportFixture.hostileText])
    #expect(text.unicodeScalars.allSatisfy { !$0.isInvisibleControl || $0 == "\n" })
    #expect(!text.contains("<") && !text.contains("&"))
    let finding = try #require((parsed(text)["findings"] as? [[String: Any]])?.first)
    for key in ["message", "path", "provision"] {
      #expect(finding[key] as? String == ReportFixture.hostileText)
    }
    let witness = try #require((finding["witness"] as? [[String: Any]])?.first)
    #expect(witness["text"] as? String == ReportFixture.hostileText)
  }

  @Test("every character of ASCII comes back")
  func everyCharacter() throws {
    let all = String(String.UnicodeScalarView((0..<128).compactMap { Unicode.Scalar($0) }))
    let finding = Diagnostic(
      rule: "r", severity: .note, message: all, range: SourceRange(file: 0, start: 0, end: 1))
    let object = try parsed(ReportFixture.printed(by: JSONReporter.self, [finding]))
    #expect((object["findings"] as? [[String: Any]])?.first?["message"] as? String == all)
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
