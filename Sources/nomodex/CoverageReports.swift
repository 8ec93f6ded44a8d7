import Catalogue
import Citations
import Compiling
import Diagnostics
import LegalBases
import Provisions

/// For a terminal: of one date with all evidence, of several as a table.
enum HumanCoverage: CoverageReport {
  static let name = "human"

  static func print(_ dates: [DatedCoverage], _ yardstick: Yardstick) -> String {
    guard let only = dates.first, dates.count == 1 else { return table(dates, yardstick) }
    var out = CoverageWords.headline(only.status, yardstick) + "\n"
    for area in yardstick.catalogue.areas {
      let own = only.status.requirements.filter { $0.requirement.area == area.id }
      guard !own.isEmpty else { continue }
      let shares = FrameworkStatus.shares(own)
      out += "\n\(area.title): \(CoverageWords.percent(shares.operative)) operative, "
      out += "\(CoverageWords.percent(shares.coverage)) with what is declared or partial\n"
      for status in own { out += requirement(status, only) }
    }
    return out + "\n" + CoverageWords.caveats(yardstick).map { "  \($0)\n" }.joined()
  }

  private static func requirement(_ status: RequirementStatus, _ coverage: DatedCoverage) -> String {
    let word = status.fulfilment.word
    var out = "  \(word)\(String(repeating: " ", count: 10 - word.count)) \(status.requirement.id): "
    out += "\(status.requirement.title)\n"
    for (address, parts) in CoverageWords.evidence(status, coverage) {
      out += "             \(address)\(parts.isEmpty ? "" : " (\(parts))")\n"
    }
    for line in CoverageWords.lacks(status, coverage) { out += "             \(line)\n" }
    return out
  }

  private static func table(_ dates: [DatedCoverage], _ yardstick: Yardstick) -> String {
    let width = yardstick.catalogue.requirements.map(\.id.count).max() ?? 0
    func row(_ name: String, _ cells: [String]) -> String {
      var line = name + String(repeating: " ", count: max(0, width - name.count))
      for cell in cells { line += "  " + cell + String(repeating: " ", count: max(0, 10 - cell.count)) }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    var out = row("", dates.map { "\($0.status.date)" })
    for (k, requirement) in yardstick.catalogue.requirements.enumerated() {
      out += row(requirement.id, dates.map { $0.status.requirements[k].fulfilment.word })
    }
    for fulfilment in Fulfilment.allCases.reversed() {
      out += row("(\(fulfilment.word))", dates.map { "\($0.status.count(fulfilment))" })
    }
    return out + "\n" + CoverageWords.caveats(yardstick).map { "\($0)\n" }.joined()
  }
}

enum MarkdownCoverage: CoverageReport {
  static let name = "markdown"

  static func print(_ dates: [DatedCoverage], _ yardstick: Yardstick) -> String {
    var out = "# Legal bases of electronic interaction\n"
    for coverage in dates {
      out += "\n## \(coverage.status.date)\n\n\(CoverageWords.headline(coverage.status, yardstick))\n"
      for area in yardstick.catalogue.areas {
        let own = coverage.status.requirements.filter { $0.requirement.area == area.id }
        guard !own.isEmpty else { continue }
        out +=
          "\n### \(area.title)\n\n| requirement | status | provisions | what is missing |\n| --- | --- | --- | --- |\n"
        for status in own {
          let evidence = CoverageWords.evidence(status, coverage).map { "`\($0.address)`" }.joined(separator: "<br>")
          let lacks = CoverageWords.lacks(status, coverage).map(cell).joined(separator: "<br>")
          out += "| \(cell(status.requirement.title)) (`\(status.requirement.id)`) | \(status.fulfilment.word) | "
          out += "\(evidence) | \(lacks) |\n"
        }
      }
    }
    return out + "\n" + CoverageWords.caveats(yardstick).map { "- \($0)\n" }.joined()
  }

  /// Text that is no markup, in a cell of a table.
  private static func cell(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("|", with: "\\|")
  }
}

/// One line for each requirement and date.
enum CSVCoverage: CoverageReport {
  static let name = "csv"

  static func print(_ dates: [DatedCoverage], _ yardstick: Yardstick) -> String {
    var out = "date,requirement,area,severity,status,provisions,missing,absent companions,not counted\r\n"
    for coverage in dates {
      for status in coverage.status.requirements {
        let cells = [
          "\(coverage.status.date)", status.requirement.id, status.requirement.area, status.requirement.severity.name,
          status.fulfilment.word,
          CoverageWords.evidence(status, coverage).map { $0.address }.joined(separator: "; "),
          status.missing.map(\.text).joined(separator: "; "), status.absentCompanions.joined(separator: "; "),
          status.rejected.map { "\(coverage.address($0.place)): \($0.reason.words)" }.joined(separator: "; "),
        ]
        out += cells.map(field).joined(separator: ",") + "\r\n"
      }
    }
    return out
  }

  /// A field as RFC 4180 writes it. One that a spreadsheet would take for a formula begins with an apostrophe.
  private static func field(_ text: String) -> String {
    let safe = text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

enum JSONCoverage: CoverageReport {
  static let name = "json"

  static func print(_ dates: [DatedCoverage], _ yardstick: Yardstick) -> String {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.string("catalogue", yardstick.catalogue.version)
      json.string("profile", yardstick.profile.jurisdiction)
      json.array("dates") { json in
        for coverage in dates {
          json.object { json in
            json.string("date", "\(coverage.status.date)")
            json.array("areas") { json in
              for area in yardstick.catalogue.areas { self.area(area, coverage, &json) }
            }
            json.array("requirements") { json in
              for status in coverage.status.requirements { requirement(status, coverage, &json) }
            }
          }
        }
      }
      json.array("caveats") { json in for line in CoverageWords.caveats(yardstick) { json.string(nil, line) } }
    }
    return String(decoding: json.bytes + [0x0A], as: UTF8.self)
  }

  private static func area(_ area: Catalogue.Named, _ coverage: DatedCoverage, _ json: inout JSONWriter) {
    let shares = FrameworkStatus.shares(coverage.status.requirements.filter { $0.requirement.area == area.id })
    json.object { json in
      json.string("id", area.id)
      json.string("title", area.title)
      json.string("operative", CoverageWords.decimal(shares.operative, places: 4))
      json.string("coverage", CoverageWords.decimal(shares.coverage, places: 4))
    }
  }

  private static func requirement(_ status: RequirementStatus, _ coverage: DatedCoverage, _ json: inout JSONWriter) {
    json.object { json in
      json.string("id", status.requirement.id)
      json.string("area", status.requirement.area)
      json.string("severity", status.requirement.severity.name)
      json.string("status", status.fulfilment.word)
      json.array("evidence") { json in
        for item in status.evidence {
          json.object { json in
            json.string("provision", coverage.address(item.place))
            switch item.part {
            case .whole: json.string("part", "whole")
            case .declared: json.string("part", "declared")
            case .element(let id): json.string("element", id)
            }
          }
        }
      }
      json.array("missing") { json in
        for element in status.missing {
          json.object { json in
            json.string("id", element.id)
            json.string("text", element.text)
          }
        }
      }
      json.array("absentCompanions") { json in for id in status.absentCompanions { json.string(nil, id) } }
      json.array("notCounted") { json in
        for rejection in status.rejected {
          json.object { json in
            json.string("provision", coverage.address(rejection.place))
            json.string("reason", rejection.reason.words)
          }
        }
      }
    }
  }
}

/// Words that all reports use.
enum CoverageWords {
  static func headline(_ status: FrameworkStatus, _ yardstick: Yardstick) -> String {
    let name = yardstick.profile.name.isEmpty ? yardstick.profile.jurisdiction : yardstick.profile.name
    let counts = Fulfilment.allCases.reversed().map { "\(status.count($0)) \($0.word)" }.joined(separator: ", ")
    return "\(name.madeVisible), as of \(status.date): \(counts) of \(status.requirements.count) requirements"
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale).\(String(repeating: "0", count: places - rest.count))\(rest)"
  }

  /// Each provision once, with the elements that it supplies.
  static func evidence(_ status: RequirementStatus, _ coverage: DatedCoverage) -> [(address: String, parts: String)] {
    var order: [String] = []
    var parts: [String: [String]] = [:]
    for item in status.evidence {
      let address = coverage.address(item.place).madeVisible
      if parts[address] == nil { order.append(address) }
      let word: String? =
        switch item.part {
        case .whole: nil
        case .declared: "declared"
        case .element(let id): id
        }
      parts[address, default: []] += word.map { [$0] } ?? []
    }
    return order.map { ($0, (parts[$0] ?? []).joined(separator: ", ")) }
  }

  /// What keeps a requirement from being operative.
  static func lacks(_ status: RequirementStatus, _ coverage: DatedCoverage) -> [String] {
    var out: [String] = []
    if status.fulfilment == .absent {
      out.append("absent: \(status.requirement.absent)")
    } else {
      out += status.missing.map { "missing: \($0.text)" }
    }
    out += status.absentCompanions.map { "its companion is absent: \($0)" }
    if status.fulfilment != .operative {
      for rejection in status.rejected {
        out.append("not counted: \(coverage.address(rejection.place).madeVisible): \(rejection.reason.words)")
      }
    }
    return out
  }

  static func caveats(_ yardstick: Yardstick) -> [String] {
    var out = [
      "Law in books is not practice: that a norm stands there says nothing of the quality or the use of a service.",
      "What is not loaded or not marked counts as absent here and may exist.",
      "Catalogue \(yardstick.catalogue.version); comparative sources are standards, not obligations of this legal order.",
    ]
    if yardstick.profile.isDefault {
      out.append("No profile of the legal order is given: ranks are inferred from the words of the documents.")
    }
    return out
  }
}
