internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions
import Reliance

struct Impact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "List who relies on a provision or an act.",
    discussion: """
      First the by-laws that rest on it; then every reference to it, to a part of it or to what holds it, by act; with --depth \
      also who relies on those. References inside it go with it and are left out. A reference to what holds it is listed and \
      not followed further. The state is that of the provision in which the reference stands. The status is 1 when the \
      address is unknown.

      \(AddressArgument.forms)
      """)

  @Argument(help: "The address of what is to be changed or repealed.")
  var address: String

  @Option(help: "Over how many references.")
  var depth = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if depth < 1 { throw ValidationError("--depth takes a number from 1.") }
  }

  func run() async throws {
    let compilation = try await compile(common.compileOptions(rules: []))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let addressee = AddressArgument.find(address, in: compilation)
    let found = dependents(of: addressee, in: compilation.framework.graph, depth: depth)
    var report = ImpactReport(printer: PlacePrinter(compilation))
    writeOut(Array(report.text(addressee, found).utf8))
    if !compilation.failures.isEmpty { leave(2) }
  }
}

/// What `impact` prints.
private struct ImpactReport {
  var printer: PlacePrinter

  private var framework: Framework { printer.compilation.framework }
  private var graph: CitationGraph { framework.graph }

  mutating func text(_ addressee: Addressee, _ found: Dependents) -> String {
    var out = head(addressee)
    out += byLaws(found.byLaws)
    if found.levels.allSatisfy(\.isEmpty) {
      out += "\nnothing \(found.byLaws.isEmpty ? "" : "else ")that was read refers to it\n"
    }
    for (i, level) in found.levels.enumerated() {
      let direct = level.filter { $0.relation != .holder }
      if !direct.isEmpty {
        out += "\n\(i == 0 ? "directly" : "at level \(i + 1)"): \(counts(direct))\n" + acts(direct, level: i + 1)
      }
      let around = level.filter { $0.relation == .holder }
      if !around.isEmpty {
        let what = i == 0 ? "to what holds it" : "at level \(i + 1), to what holds them"
        out += "\n\(what): \(counts(around))\n" + acts(around, level: i + 1)
      }
    }
    return out
  }

  private mutating func head(_ addressee: Addressee) -> String {
    guard let first = addressee.places.first else {
      return "\(addressee.address(in: graph).madeVisible)\n  not loaded\n"
    }
    var out = "\(printer.address(first))\n  \(printer.description(of: first))\n"
    for place in addressee.places {
      out += "  \(printer.position(of: place)), \(printer.state(of: place)) as of \(framework.date)\n"
    }
    return out
  }

  private mutating func byLaws(_ byLaws: [Dependents.ByLaw]) -> String {
    let direct = byLaws.filter { $0.bases.contains { $0.relation != .holder } }
    let around = byLaws.filter { !$0.bases.contains { $0.relation != .holder } }
    return self.byLaws(direct, "legal basis of") + self.byLaws(around, "what holds it is a legal basis of")
  }

  private mutating func byLaws(_ byLaws: [Dependents.ByLaw], _ words: String) -> String {
    guard !byLaws.isEmpty else { return "" }
    var out = "\n\(words) \(byLaws.count) \(byLaws.count == 1 ? "by-law" : "by-laws")\n"
    for byLaw in byLaws {
      let others =
        byLaw.otherBases == 0
        ? "no other basis" : "\(byLaw.otherBases) other \(byLaw.otherBases == 1 ? "basis" : "bases")"
      out += heading(byLaw.document, ", \(others)")
      for citation in byLaw.bases { out += line(citation, level: 1) }
    }
    return out
  }

  /// "9 references in 3 acts, 5 of them to a part".
  private func counts(_ citations: [Dependents.Citation]) -> String {
    let works = Set(citations.map { graph.documents[graph.edges[$0.edge].document].identity.work }).count
    let parts = citations.count { $0.relation == .part }
    return "\(citations.count) \(citations.count == 1 ? "reference" : "references") in "
      + "\(works) \(works == 1 ? "act" : "acts")"
      + (parts == 0 ? "" : parts == citations.count ? ", to parts only" : ", \(parts) to a part")
  }

  private mutating func acts(_ citations: [Dependents.Citation], level: Int) -> String {
    var out = ""
    var last: Int?
    for citation in citations {
      let d = graph.edges[citation.edge].document
      if d != last { out += heading(d, "") }
      last = d
      out += line(citation, level: level)
    }
    return out
  }

  private func heading(_ d: Int, _ more: String) -> String {
    let work = graph.documents[d].identity.work.madeVisible
    return "  \(printer.title(d)) \(work) (\(framework.state(ofDocument: d).words)\(more))\n"
  }

  private mutating func line(_ citation: Dependents.Citation, level: Int) -> String {
    let edge = graph.edges[citation.edge]
    let reference = graph.reference(of: edge)
    let source = Place(document: edge.document, provision: Int(reference.source))
    let units = source.provision == 0 ? "the document" : printer.units(of: source)
    var out = "    \(printer.position(of: edge)): \(units) (\(printer.state(of: source)))\n"
    out += "      \(reference.role.verb) \(target(of: citation, level: level))"
    if edge.resolution.word != "resolved", citation.target != nil { out += " (\(edge.resolution.word))" }
    return out + ": \(printer.words(of: edge))\n"
  }

  /// What a reference names, as seen from the address that was given.
  private func target(of citation: Dependents.Citation, level: Int) -> String {
    guard let target = citation.target else { return "it" }
    let name = printer.units(of: target, withHeadings: false)
    if level > 1 {
      return target.provision == 0 ? printer.title(target.document) : "\(name) of \(printer.title(target.document))"
    }
    switch citation.relation {
    case .itself: return "it"
    case .part: return "its part, \(name)"
    case .holder: return target.provision == 0 ? "the whole act" : name
    }
  }
}
