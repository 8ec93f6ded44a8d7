internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions
import Reliance

struct Impact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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
    for (i, level) in found.levels.enumerated() where !level.isEmpty {
      out += "\n\(i == 0 ? "directly" : "at level \(i + 1)"): \(counts(level))\n"
      out += acts(level)
    }
    return out
  }

  private mutating func head(_ addressee: Addressee) -> String {
    guard let first = addressee.places.first else {
      return "\(addressee.address(in: graph).madeVisible)\n  not loaded\n"
    }
    var out = "\(printer.address(first))\n  \(printer.description(of: first))\n"
    for place in addressee.places {
      out += "  \(printer.position(of: place)), \(state(of: place)) as of \(framework.date)\n"
    }
    return out
  }

  private func state(of place: Place) -> String {
    (place.provision == 0 ? framework.state(ofDocument: place.document) : framework.state(of: place)).words
  }

  private mutating func byLaws(_ byLaws: [Dependents.ByLaw]) -> String {
    guard !byLaws.isEmpty else { return "" }
    var out = "\nlegal basis of \(byLaws.count) \(byLaws.count == 1 ? "by-law" : "by-laws")\n"
    for byLaw in byLaws {
      let others =
        byLaw.otherBases == 0
        ? "no other basis" : "\(byLaw.otherBases) other \(byLaw.otherBases == 1 ? "basis" : "bases")"
      out += heading(byLaw.document, ", \(others)")
      for citation in byLaw.bases { out += line(citation) }
    }
    return out
  }

  /// "12 references in 3 acts: 5 to it, 4 to its parts, 3 to what holds it".
  private func counts(_ citations: [Dependents.Citation]) -> String {
    let works = Set(citations.map { graph.documents[graph.edges[$0.edge].document].identity.work }).count
    var parts: [String] = []
    for (relation, words) in [
      (Dependents.Relation.itself, "to it"), (.part, "to its parts"), (.holder, "to what holds it"),
    ] {
      let count = citations.count { $0.relation == relation }
      if count > 0 { parts.append("\(count) \(words)") }
    }
    return "\(citations.count) \(citations.count == 1 ? "reference" : "references") in "
      + "\(works) \(works == 1 ? "act" : "acts"), \(parts.joined(separator: ", "))"
  }

  private mutating func acts(_ citations: [Dependents.Citation]) -> String {
    var out = ""
    var last: Int?
    for citation in citations {
      let d = graph.edges[citation.edge].document
      if d != last { out += heading(d, "") }
      last = d
      out += line(citation)
    }
    return out
  }

  private func heading(_ d: Int, _ more: String) -> String {
    let work = graph.documents[d].identity.work.madeVisible
    return "  \(printer.title(d)) \(work) (\(framework.state(ofDocument: d).words)\(more))\n"
  }

  private mutating func line(_ citation: Dependents.Citation) -> String {
    let edge = graph.edges[citation.edge]
    let reference = graph.reference(of: edge)
    let source = Place(document: edge.document, provision: Int(reference.source))
    let units = source.provision == 0 ? "the document" : printer.units(of: source)
    var out = "    \(printer.position(of: edge)): \(units) (\(framework.state(of: source).words))\n"
    out += "      \(reference.role.verb) \(target(of: citation))"
    if edge.resolution.word != "resolved", citation.target != nil { out += " (\(edge.resolution.word))" }
    return out + ": \(printer.words(of: edge))\n"
  }

  private func target(of citation: Dependents.Citation) -> String {
    guard citation.relation != .itself, let target = citation.target else { return "it" }
    if citation.relation == .holder, target.provision == 0 { return "the whole act" }
    let name = printer.units(of: target, withHeadings: false)
    return citation.relation == .holder ? "what holds it, \(name)" : "its part, \(name)"
  }
}
