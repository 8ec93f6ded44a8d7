/// SARIF 2.1.0 (OASIS, 2023), as code-scanning services read it.
package enum SARIFReporter: Reporter {
  package static let name = "sarif"

  /// GitHub takes no more results of one run.
  private static let most = 25_000

  package static func print(_ report: Report, style: ReportStyle) -> [UInt8] {
    var json = JSONWriter()
    let indices = Dictionary(report.rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
    // Worst first, so that what is cut weighs least.
    let kept =
      report.diagnostics.count <= most
      ? report.diagnostics
      : Array(
        report.diagnostics.enumerated().sorted {
          let (a, b) = ($0.element.diagnostic.severity, $1.element.diagnostic.severity)
          return a != b ? a > b : $0.offset < $1.offset
        }.prefix(most).map(\.element))
    json.object { json in
      json.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.string("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          tool(report, &json)
          json.string("columnKind", "unicodeCodePoints")
          json.array("invocations") { json in
            json.object { json in
              json.bool("executionSuccessful", true)
              if kept.count < report.diagnostics.count {
                json.array("toolExecutionNotifications") { json in
                  json.object { json in
                    json.string("level", "warning")
                    json.object("message") {
                      $0.string(
                        "text", "\(report.diagnostics.count - kept.count) results were left out; the worst are here")
                    }
                  }
                }
              }
            }
          }
          json.object("properties") { $0.string("asOf", report.asOf) }
          var seen: [String: Int] = [:]
          json.array("results") { json in
            for located in kept { result(located, report, indices, &seen, &json) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func tool(_ report: Report, _ json: inout JSONWriter) {
    json.object("tool") { json in
      json.object("driver") { json in
        json.string("name", "nomodex")
        json.string("semanticVersion", report.toolVersion)
        json.array("rules") { json in
          for rule in report.rules {
            json.object { json in
              json.string("id", rule.name)
              json.object("shortDescription") { $0.string("text", rule.summary) }
              json.object("fullDescription") { $0.string("text", rule.rationale) }
              json.object("help") { $0.string("text", "\(rule.fix)\n\nExample: \(rule.example)") }
              json.object("defaultConfiguration") { $0.string("level", rule.severity.name) }
              json.object("properties") { json in json.array("tags") { $0.string(nil, rule.family.rawValue) } }
            }
          }
        }
      }
    }
  }

  private static func result(
    _ located: LocatedDiagnostic, _ report: Report, _ indices: [String: Int], _ seen: inout [String: Int],
    _ json: inout JSONWriter
  ) {
    let diagnostic = located.diagnostic
    // Neither line nor offset: the fingerprint stays when text above moves.
    let path = report.files[Int(diagnostic.range.file)].path
    let identity = [diagnostic.rule, diagnostic.provision ?? path, diagnostic.message].joined(separator: "\u{1F}")
    let occurrence = seen[identity, default: 0]
    seen[identity] = occurrence + 1
    json.object { json in
      json.string("ruleId", diagnostic.rule)
      if let index = indices[diagnostic.rule] { json.number("ruleIndex", index) }
      json.string("level", diagnostic.severity.name)
      json.object("message") { $0.string("text", diagnostic.message + (diagnostic.remedy.map { "; \($0)" } ?? "")) }
      json.array("locations") { json in
        json.object { json in
          physical(path, located.start, located.end, diagnostic.range, &json)
          if let provision = diagnostic.provision {
            json.array("logicalLocations") { json in json.object { $0.string("fullyQualifiedName", provision) } }
          }
        }
      }
      let related = diagnostic.witness.indices.filter { located.witnessStarts[$0] != nil }
      if !related.isEmpty {
        json.array("relatedLocations") { json in
          for i in related {
            guard let range = diagnostic.witness[i].range, let start = located.witnessStarts[i] else { continue }
            json.object { json in
              json.number("id", i + 1)
              physical(report.files[Int(range.file)].path, start, nil, range, &json)
              json.object("message") { $0.string("text", diagnostic.witness[i].text) }
            }
          }
        }
      }
      json.object("partialFingerprints") {
        $0.string("nomodexFinding/v1", fingerprint(identity + "\u{1F}\(occurrence)"))
      }
    }
  }

  private static func physical(
    _ path: String, _ start: SourceText.Position, _ end: SourceText.Position?, _ range: SourceRange,
    _ json: inout JSONWriter
  ) {
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { $0.string("uri", uri(path)) }
      json.object("region") { json in
        json.number("startLine", start.line)
        json.number("startColumn", start.column)
        if let end {
          json.number("endLine", end.line)
          json.number("endColumn", end.column)
        }
        json.number("byteOffset", Int(range.start))
        json.number("byteLength", Int(range.end - range.start))
      }
    }
  }

  /// A relative reference (RFC 3986): everything but unreserved characters and the slash is escaped.
  private static func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }

  /// FNV-1a over the bytes, twice with different starts: 128 bits in hexadecimal digits.
  private static func fingerprint(_ text: String) -> String {
    func hash(_ start: UInt64) -> String {
      var h = start
      for byte in text.utf8 { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      let digits = String(h, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hash(0xCBF2_9CE4_8422_2325) + hash(0x9E37_79B9_7F4A_7C15)
  }
}
