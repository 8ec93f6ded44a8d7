import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions
import Reliance

/// An address on the command line.
enum AddressArgument {
  /// How an address may be written, for the help of a command.
  static let forms = """
    An address is "work ~ path" as reports print it, a work, a file, a file or work with an identifier behind #, the title \
    or number of an act, or a citation in words, such as "Article 6(2) of the Administrative Procedures Act".
    """

  /// What an address names; leaves with status 1 and the nearest that is known where it names nothing, or too much.
  static func find(_ text: String, in compilation: Compilation) -> Addressee {
    let graph = compilation.framework.graph
    let shown = "\"\(text.madeVisible)\""
    switch lookUp(text, in: graph, paths: compilation.files.map(\.path)) {
    case .found(let addressee): return addressee
    case .missing(let name, let nearest):
      let act = graph.documents[nearest.document].identity.work
      let unit = name.isEmpty ? "such unit" : name.madeVisible
      say("nomodex: \(shown): there is no \(unit) in \(act.madeVisible); the nearest:\n")
      suggest(near(name, nearest, graph))
    case .ambiguous(let places):
      say("nomodex: \(shown): \(places.count) places answer to this:\n")
      suggest(places.prefix(10).map { graph.id(of: $0).description })
    case .unknown(let act):
      let known = near(act, compilation)
      say("nomodex: \(shown): nothing that was read answers to this\(known.isEmpty ? "" : "; the nearest:")\n")
      suggest(known)
    }
    leave(compilation.failures.isEmpty ? 1 : 2)
  }

  private static func suggest(_ addresses: [String]) {
    for address in addresses { say("  \(address.madeVisible)\n") }
  }

  /// The nearest place that stands, and the paths of its act that differ least from the one that was given.
  private static func near(_ name: String, _ nearest: Place, _ graph: CitationGraph) -> [String] {
    let document = graph.documents[nearest.document]
    let wanted = Array(path(name).utf8)
    let paths = document.provisions.indices.dropFirst().lazy.map { document.path(of: $0) }.filter {
      abs($0.utf8.count - wanted.count) <= 2
    }
    let similar = closest(paths.map { ($0, $0) }, to: wanted, within: 2)
    let first = graph.id(of: nearest).description
    return [first]
      + similar.map { ProvisionID(work: document.identity.work, path: $0).description }.filter { $0 != first }
  }

  /// "article 15, paragraph 9" as a path would have it.
  private static func path(_ label: String) -> String {
    guard label.contains(" ") else { return label }
    return label.split(separator: ",").map { unit in
      let words = unit.split(separator: " ")
      let kind = ProvisionKind.allCases.first { kind in words.first.map { $0 == kind.word } ?? false }
      return "\(kind?.abbreviation ?? "")_\(words.last ?? "")"
    }.joined(separator: "__")
  }

  /// The works whose address, title, number or file holds what was given, else those in which one differs least.
  private static func near(_ text: String, _ compilation: Compilation) -> [String] {
    var names: [(name: String, answer: String)] = []
    var seen: Set<String> = []
    for document in compilation.framework.graph.documents {
      let identity = document.identity
      guard seen.insert(identity.work).inserted else { continue }
      let file = compilation.files[Int(document.file)].path
      let last = identity.work.split(separator: "/").last.map(String.init) ?? ""
      for name in [identity.work, last, identity.number, identity.title, identity.shortTitle, file]
      where !name.isEmpty {
        names.append((name, identity.work))
      }
    }
    let wanted = text.lowercased()
    let holding = names.filter { wanted.utf8.count > 2 && $0.name.lowercased().contains(wanted) }.map(\.answer)
      .uniqued()
    if !holding.isEmpty { return Array(holding.prefix(3)) }
    return closest(names, to: Array(text.utf8), within: .max)
  }

  private static func closest(
    _ names: some Sequence<(String, String)>, to wanted: [UInt8], within limit: Int
  ) -> [String] {
    let ranked = names.map { (RuleChoice.distance(wanted, Array($0.0.utf8)), $0.1) }.filter { $0.0 <= limit }
    // The sort is stable: between equals the order of the documents decides.
    return Array(ranked.sorted { $0.0 < $1.0 }.map(\.1).uniqued().prefix(3))
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
