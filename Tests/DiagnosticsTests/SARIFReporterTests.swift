import Diagnostics
import Foundation
import Testing

@Suite("The report in SARIF")
struct SARIFReporterTests {
  @Test("a finding has rule, level, message, places, provision and fingerprint")
  func wholeFinding() {
    #expect(
      ReportFixture.printed(by: SARIFReporter.self) == #"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "nomodex",
                  "semanticVersion": "0.1.0",
                  "rules": [
                    {
                      "id": "dangling-target",
                      "shortDescription": {
                        "text": "A link leads nowhere."
                      },
                      "fullDescription": {
                        "text": "Readers follow it."
                      },
                      "help": {
                        "text": "Correct it.\n\nExample: \u003cref/\u003e"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "properties": {
                        "tags": [
                          "references"
                        ]
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "invocations": [
                {
                  "executionSuccessful": true
                }
              ],
              "properties": {
                "asOf": "2026-09-01"
              },
              "results": [
                {
                  "ruleId": "dangling-target",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "link goes to \"art_19\", which does not exist; correct the target, or add the provision"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "acts/a.xml"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 14,
                          "endLine": 2,
                          "endColumn": 21,
                          "byteOffset": 19,
                          "byteLength": 7
                        }
                      },
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "/akn/zz/act/2020-01-01/1 ~ art_2"
                        }
                      ]
                    }
                  ],
                  "relatedLocations": [
                    {
                      "id": 1,
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "acts/b.xml"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 6,
                          "byteOffset": 11,
                          "byteLength": 10
                        }
                      },
                      "message": {
                        "text": "nearest that exists: article 17"
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "nomodexFinding/v1": "fd40d27af1d2243f6101a96f3e4cfdcf"
                  }
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test("a fingerprint stays when text above moves, and two equal findings have two")
  func fingerprints() throws {
    let moved = [Self.finding(at: 3), Self.finding(at: 7)]
    let first = try results(moved).map(fingerprint)
    #expect(Set(first).count == 2)
    #expect(first.allSatisfy { $0?.utf8.count == 32 })
    #expect(try results([Self.finding(at: 30), Self.finding(at: 40)]).map(fingerprint) == first)
    #expect(try results([Self.finding(at: 3, message: "n")]).map(fingerprint) != [first[0]])
  }

  @Test("a finding without provision is known by its path")
  func fingerprintOfAFile() throws {
    let finding = Self.finding(at: 3, provision: nil)
    let here = try results([finding]).map(fingerprint)
    #expect(try results([finding], paths: ["acts/c.xml"]).map(fingerprint) != here)
    let found = try #require(results([finding]).first)
    let location = try #require((found["locations"] as? [[String: Any]])?.first)
    #expect(location["logicalLocations"] == nil)
  }

  @Test("a rule that the report does not list has no index")
  func unknownRule() throws {
    let found = try #require(results([Self.finding(at: 3, rule: "other")]).first)
    #expect(found["ruleIndex"] == nil)
    #expect(found["ruleId"] as? String == "other")
  }

  @Test("a path is a relative reference in which nothing can be mistaken")
  func uri() throws {
    let found = try #require(results([Self.finding(at: 3)], paths: ["acts/a b%?#é:\u{1B}~.xml"]).first)
    let text = try #require(address(found))
    #expect(text == "acts/a%20b%25%3F%23%C3%A9%3A%1B~.xml")
  }

  @Test("hostile text comes back as it was, and nothing of it is written as it is")
  func hostile() throws {
    let text = ReportFixture.printed(
      by: SARIFReporter.self, [ReportFixture.hostile], paths: [ReportFixture.hostileText],
      sources: [ReportFixture.hostileText])
    #expect(text.unicodeScalars.allSatisfy { !$0.isInvisibleControl || $0 == "\n" })
    #expect(!text.contains("<") && !text.contains("&"))
    let found = try #require(results([ReportFixture.hostile], paths: [ReportFixture.hostileText]).first)
    #expect((found["message"] as? [String: Any])?["text"] as? String == ReportFixture.hostileText)
    #expect(address(found)?.removingPercentEncoding == ReportFixture.hostileText)
  }

  @Test("beyond 25,000 results the worst are kept, in their order, and a notification says how many are missing")
  func limit() throws {
    var findings = (0..<25_002).map { Self.finding(at: UInt32($0 % 20), message: "\($0)", severity: .note) }
    findings[25_001] = Self.finding(at: 1, message: "worst", severity: .error)
    findings[500] = Self.finding(at: 1, message: "bad", severity: .warning)
    let run = try run(findings)
    let kept = try #require(run["results"] as? [[String: Any]])
    #expect(kept.count == 25_000)
    let messages = kept.prefix(3).map { ($0["message"] as? [String: Any])?["text"] as? String }
    #expect(messages == ["worst", "bad", "0"])
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect(
      (notification["message"] as? [String: Any])?["text"] as? String
        == "2 results were left out; the worst are here")
  }

  private static func finding(
    at start: UInt32, rule: String = "dangling-target", message: String = "m", severity: Severity = .error,
    provision: String? = "/w ~ art_1"
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: message, range: SourceRange(file: 0, start: start, end: start + 1),
      provision: provision)
  }

  private func run(_ findings: [Diagnostic], paths: [String] = ["acts/a.xml"]) throws -> [String: Any] {
    let text = ReportFixture.printed(by: SARIFReporter.self, findings, paths: paths)
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require((object["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ findings: [Diagnostic], paths: [String] = ["acts/a.xml"]) throws -> [[String: Any]] {
    try #require(run(findings, paths: paths)["results"] as? [[String: Any]])
  }

  private func fingerprint(_ result: [String: Any]) -> String? {
    (result["partialFingerprints"] as? [String: Any])?["nomodexFinding/v1"] as? String
  }

  private func address(_ result: [String: Any]) -> String? {
    let location = (result["locations"] as? [[String: Any]])?.first
    let physical = location?["physicalLocation"] as? [String: Any]
    return (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String
  }
}
