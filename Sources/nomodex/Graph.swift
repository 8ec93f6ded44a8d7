internal import ArgumentParser
import Checking
import Codex
import Compiling
import Consolidation
import Diagnostics
import Reliance

struct Graph: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Print the citation graph.",
    discussion: """
      Nodes are acts, or with --level articles or exact provisions, each with its address, label, kind, rank and state on the \
      date; acts that are cited and were not read are nodes too, and marked so. Edges are counted by role, by how the references \
      were found (marked or read from the words) and by resolution; a reference to a provision that does not exist leads to the \
      nearest one.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "dot (Graphviz), graphml or json.")
  var format = "dot"

  @Option(help: "What the nodes are: act, article or provision.")
  var level: Network.Level = .act

  @Option(help: "Print only what lies around this address.")
  var from: String?

  @Option(help: "With --from: over how many references, in both directions. Default: 1.")
  var depth: Int?

  func validate() throws {
    if !allNetworkFormats.contains(where: { $0.name == format }) {
      let near =
        RuleChoice.nearest(to: format, in: allNetworkFormats.map { $0.name }).map { " Did you mean \"\($0)\"?" } ?? ""
      throw ValidationError("--format \"\(format)\": there is no such format.\(near)")
    }
    if depth != nil, from == nil { throw ValidationError("--depth says how far from an address: --from is missing.") }
    if let depth, depth < 0 { throw ValidationError("--depth takes a number from 0.") }
  }

  func run() async throws {
    let compilation = try await compile(common.compileOptions(rules: []))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let framework = compilation.framework
    var drawn: Network
    if let from {
      let addressee = AddressArgument.find(from, in: compilation)
      drawn = network(of: framework, at: level, including: addressee.places)
        .neighbourhood(of: addressee, depth: depth ?? 1, in: framework.graph)
    } else {
      drawn = network(of: framework, at: level)
    }
    for chosen in allNetworkFormats where chosen.name == format { writeOut(chosen.write(drawn)) }
    if !compilation.failures.isEmpty { leave(2) }
  }
}

extension Network.Level: ExpressibleByArgument {}
