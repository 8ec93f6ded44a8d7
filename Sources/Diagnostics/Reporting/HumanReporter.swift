/// Findings as a drafter reads them in a terminal: message, place, excerpt with a caret, evidence, way out.
package enum HumanReporter: Reporter {
  package static let name = "human"

  package static func print(_ report: Report, style: ReportStyle) -> [UInt8] {
    let paint = Paint(isOn: style.color)
    var out = ""
    for located in report.diagnostics {
      let diagnostic = located.diagnostic
      let color: Paint.Color = diagnostic.severity == .error ? .red : diagnostic.severity == .warning ? .yellow : .cyan
      out += paint.bold(paint.color(diagnostic.severity.name, color) + ": " + diagnostic.message.madeVisible)
      out += " [\(diagnostic.rule)]\n"
      out += "  \(paint.dim("-->")) \(report.path(diagnostic.range.file)):\(located.start.line):\(located.start.column)"
      if let provision = diagnostic.provision { out += "   \(provision.madeVisible)" }
      out += "   as of \(report.asOf)\n"
      let line = String(located.start.line)
      let gutter = String(repeating: " ", count: line.count)
      if let excerpt = located.excerpt, !excerpt.text.isEmpty {
        let marks = String(repeating: "^", count: max(1, excerpt.marked.count))
        out += "\(gutter) \(paint.dim("|"))\n"
        out += "\(paint.dim(line + " |")) \(excerpt.text)\n"
        out += "\(gutter) \(paint.dim("|")) \(String(repeating: " ", count: excerpt.marked.lowerBound))"
        out += paint.color(marks, color) + "\n"
      }
      for (i, witness) in diagnostic.witness.enumerated() {
        let place = report.place(of: i, located)
        out += "\(gutter) \(paint.dim("|")) \(witness.text.madeVisible)\(place.isEmpty ? "" : " (\(place))")\n"
      }
      if let remedy = diagnostic.remedy { out += "\(gutter) \(paint.dim("=")) \(remedy)\n" }
      out += "\(gutter) \(paint.dim("=")) nomodex explain \(diagnostic.rule)\n\n"
    }
    return Array(out.utf8)
  }
}

/// One line for each finding, as editors and scripts take it.
package enum ConciseReporter: Reporter {
  package static let name = "concise"

  package static func print(_ report: Report, style: ReportStyle) -> [UInt8] {
    var out = ""
    for located in report.diagnostics {
      let diagnostic = located.diagnostic
      out += "\(report.path(diagnostic.range.file)):\(located.start.line):\(located.start.column): "
      out += "\(diagnostic.severity.name): \(diagnostic.message.madeVisible) [\(diagnostic.rule)]\n"
    }
    return Array(out.utf8)
  }
}

/// Colour for terminals that show it.
struct Paint {
  let isOn: Bool

  enum Color: String {
    case red = "31"
    case yellow = "33"
    case cyan = "36"
  }

  func color(_ text: String, _ color: Color) -> String { isOn ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[39m" : text }
  func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[22m" : text }
  func dim(_ text: String) -> String { isOn ? "\u{1B}[2m\(text)\u{1B}[22m" : text }
}
