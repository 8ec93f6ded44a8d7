internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions

struct References: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "List every reference with where it leads, one a line.",
    discussion: """
      Columns, with tabs between: place, provision, role, how it was found (marked or read from the words), the words, \
      resolution, target. References of the metadata have no words.
      """)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let compilation = try await compile(common.compileOptions(rules: []))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let graph = compilation.framework.graph
    var out: [UInt8] = []
    for (d, document) in graph.documents.enumerated() {
      var source = compilation.source(document.file)
      let path = compilation.files[Int(document.file)].path.madeVisible
      // In the order of the text, so that the source is walked once.
      let edges = graph.edges(of: d).sorted {
        let (a, b) = (document.references[$0.reference].start, document.references[$1.reference].start)
        return a != b ? a < b : $0.reference < $1.reference
      }
      for edge in edges {
        let reference = document.references[edge.reference]
        let place = source?.position(reference.start)
        let words = reference.node == 0 ? "" : document.plainText(Int(reference.node), limit: 200)
        let columns = [
          "\(path):\(place?.line ?? 1):\(place?.column ?? 1)",
          document.id(of: Int(reference.source)).description, "\(reference.role)",
          reference.form == .words ? "read" : "marked", words, edge.resolution.word,
          Self.target(of: edge.resolution, graph),
        ]
        out += columns.map(\.madeVisible).joined(separator: "\t").utf8
        out.append(0x0A)
      }
    }
    writeOut(out)
    if !compilation.failures.isEmpty { leave(2) }
  }

  /// Where a reference leads: an address, or the name of what is not there.
  private static func target(of resolution: Resolution, _ graph: CitationGraph) -> String {
    switch resolution {
    case .resolved(let place), .approximate(let place): graph.id(of: place).description
    case .workNotLoaded(let act): act
    case .provisionMissing(let name, _): name.replacing("\n", with: " ")
    case .ambiguous(let places): places.map { graph.id(of: $0).description }.joined(separator: "; ")
    case .placeholder, .external: ""
    }
  }
}
