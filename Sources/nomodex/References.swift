internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions

struct References: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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
        let (state, target) = Self.describe(edge.resolution, graph)
        let columns = [
          "\(path):\(place?.line ?? 1):\(place?.column ?? 1)",
          document.id(of: Int(reference.source)).description, "\(reference.role)",
          reference.form == .words ? "read" : "marked", words, state, target,
        ]
        out += columns.map(\.madeVisible).joined(separator: "\t").utf8
        out.append(0x0A)
      }
    }
    writeOut(out)
    if !compilation.failures.isEmpty { leave(2) }
  }

  private static func describe(_ resolution: Resolution, _ graph: CitationGraph) -> (state: String, target: String) {
    switch resolution {
    case .resolved(let place): ("resolved", graph.id(of: place).description)
    case .approximate(let place): ("approximate", graph.id(of: place).description)
    case .workNotLoaded(let act): ("not loaded", act)
    case .provisionMissing(let name, _): ("missing", name.replacing("\n", with: " "))
    case .ambiguous(let places): ("ambiguous", places.map { graph.id(of: $0).description }.joined(separator: "; "))
    case .placeholder: ("placeholder", "")
    case .external: ("external", "")
    }
  }
}
