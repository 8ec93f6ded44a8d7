internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions
import Reliance

struct Why: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show how one provision leads to another.",
    discussion: """
      Prints the shortest chain of references from the first address to the second, one hop after the other, and up to five \
      more of the same length. What a provision holds counts for it: a reference in a part of it is its own, and a reference \
      to a part of the second leads to the second. Only references that are resolved count. The status is 1 when there is no \
      chain.

      \(AddressArgument.forms)
      """)

  @Argument(help: "The address from which the chain starts.")
  var start: String

  @Argument(help: "The address to which it leads.")
  var goal: String

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let compilation = try await compile(common.compileOptions(rules: []))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let graph = compilation.framework.graph
    let from = AddressArgument.find(start, in: compilation)
    let to = AddressArgument.find(goal, in: compilation)
    if case .notLoaded(let name) = from {
      say("nomodex: \(name.madeVisible) is cited and was not read: its references are not known\n")
      leave(compilation.failures.isEmpty ? 1 : 2)
    }
    let names = (from.address(in: graph).madeVisible, to.address(in: graph).madeVisible)
    if let held = holding(from, to, graph) {
      let (part, whole) = held ? (names.1, names.0) : names
      writeOut(
        Array("\(part) is \(from == to ? "the goal itself" : "a part of \(whole)"): no reference is needed\n".utf8))
      leave(compilation.failures.isEmpty ? 0 : 2)
    }
    let found = shortestChains(from: from, to: to, in: graph, limit: 6)
    if found.chains.isEmpty {
      writeOut(Array(none(names, from, to, found, graph).utf8))
      leave(compilation.failures.isEmpty ? 1 : 2)
    }
    var printer = PlacePrinter(compilation)
    let length = found.chains[0].count
    var out = "\(names.0) leads to \(names.1) over \(length) \(length == 1 ? "reference" : "references"), "
    out += "as of \(compilation.framework.date)\n"
    for (i, chain) in found.chains.enumerated() {
      if i == 1 { out += "\nother chains of the same length\n" }
      out += "\n"
      for (n, e) in chain.enumerated() { out += hop(n + 1, graph.edges[e], &printer) }
    }
    let rest = found.count - found.chains.count
    if rest > 0 { out += "\n\(rest) more of the same length\n" }
    writeOut(Array(out.utf8))
    if !compilation.failures.isEmpty { leave(2) }
  }

  /// Whether one holds the other: the first the second (`true`), or the second the first.
  private func holding(_ from: Addressee, _ to: Addressee, _ graph: CitationGraph) -> Bool? {
    if to.places.contains(where: { place in from.places.contains { graph.isInside(place, $0) } }) { return true }
    return from.places.contains { place in to.places.contains { graph.isInside(place, $0) } } ? false : nil
  }

  private func hop(_ number: Int, _ edge: Edge, _ printer: inout PlacePrinter) -> String {
    let reference = printer.compilation.framework.graph.reference(of: edge)
    let source = Place(document: edge.document, provision: Int(reference.source))
    var out = "\(number). \(printer.address(source)) (\(printer.state(of: source)))\n"
    let indent = String(repeating: " ", count: "\(number). ".count)
    switch edge.resolution {
    case .resolved(let target):
      out += "\(indent)\(reference.role.verb) \(printer.address(target)) (\(printer.state(of: target)))\n"
    case let other:
      if case .workNotLoaded(let name) = other {
        out += "\(indent)\(reference.role.verb) \(name.madeVisible) (\(other.word))\n"
      }
    }
    return out + "\(indent)\(printer.position(of: edge)): \(printer.words(of: edge))\n"
  }

  /// What is said where there is no chain.
  private func none(
    _ names: (String, String), _ from: Addressee, _ to: Addressee, _ found: Chains, _ graph: CitationGraph
  ) -> String {
    let works = Set(found.reached.map { graph.documents[$0].identity.work }).count
    var out = "\(names.0) does not lead to \(names.1)\n"
    out += "  looked at: "
    out +=
      works == 0
      ? "no other act is reached from there\n"
      : "\(works) other \(works == 1 ? "act is" : "acts are") reached from there over resolved references\n"
    guard !to.places.isEmpty else { return out }
    let back = shortestChains(from: to, to: from, in: graph, limit: 1)
    if let chain = back.chains.first {
      let length = "\(chain.count) \(chain.count == 1 ? "reference" : "references")"
      out += "  the other way round there is a chain of \(length)\n"
    } else {
      out += "  nor is there a chain the other way round\n"
    }
    return out
  }
}
