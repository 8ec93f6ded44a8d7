/// Findings for programs, in a form of our own: version 1. New keys may come, none will change.
package enum JSONReporter: Reporter {
  package static let name = "json"

  package static func print(_ report: Report, style: ReportStyle) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.string("tool", "nomodex " + report.toolVersion)
      json.string("asOf", report.asOf)
      json.object("summary") { json in
        json.number("files", report.files.count)
        for severity in Severity.allCases.reversed() {
          json.number(severity.name + "s", report.diagnostics.count { $0.diagnostic.severity == severity })
        }
      }
      json.array("findings") { json in
        for located in report.diagnostics { finding(located, report, &json) }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func finding(_ located: LocatedDiagnostic, _ report: Report, _ json: inout JSONWriter) {
    let diagnostic = located.diagnostic
    json.object { json in
      json.string("rule", diagnostic.rule)
      json.string("severity", diagnostic.severity.name)
      json.string("message", diagnostic.message)
      json.string("path", report.files[Int(diagnostic.range.file)].path)
      position("start", located.start, diagnostic.range.start, &json)
      position("end", located.end, diagnostic.range.end, &json)
      if let encoding = report.files[Int(diagnostic.range.file)].encoding {
        // Offsets count in the UTF-8 form of a file that is in this encoding.
        json.string("offsetsInUTF8FormOf", encoding)
      }
      if let provision = diagnostic.provision { json.string("provision", provision) }
      if !diagnostic.witness.isEmpty {
        json.array("witness") { json in
          for (i, witness) in diagnostic.witness.enumerated() {
            json.object { json in
              json.string("text", witness.text)
              guard let range = witness.range, let start = located.witnessStarts[i] else { return }
              json.string("path", report.files[Int(range.file)].path)
              position("start", start, range.start, &json)
            }
          }
        }
      }
      if let remedy = diagnostic.remedy { json.string("remedy", remedy) }
    }
  }

  private static func position(
    _ key: String, _ position: SourceText.Position, _ offset: UInt32, _ json: inout JSONWriter
  ) {
    json.object(key) { json in
      json.number("offset", Int(offset))
      json.number("line", position.line)
      json.number("column", position.column)
    }
  }
}
