import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions

/// Prints places of a compilation for people. Sources are read when a position in them is asked for; the last one is kept, so
/// that places asked in the order of the text cost one pass.
struct PlacePrinter {
  let compilation: Compilation
  private var open: (file: SourceFile.ID, source: SourceText?)?

  init(_ compilation: Compilation) { self.compilation = compilation }

  private var graph: CitationGraph { compilation.framework.graph }

  /// "acts/law.xml:12:3".
  mutating func position(_ file: SourceFile.ID, _ offset: UInt32) -> String {
    if open?.file != file { open = (file, compilation.source(file)) }
    let place = open?.source?.position(offset)
    return "\(compilation.files[Int(file)].path.madeVisible):\(place?.line ?? 1):\(place?.column ?? 1)"
  }

  /// Where a reference stands.
  mutating func position(of edge: Edge) -> String {
    position(graph.documents[edge.document].file, graph.reference(of: edge).start)
  }

  /// Where a provision stands.
  mutating func position(of place: Place) -> String {
    let range = graph.documents[place.document].numberRange(of: place.provision)
    return position(range.file, range.start)
  }

  /// The words of a reference in quotation marks; what it is where it has none.
  func words(of edge: Edge) -> String {
    let node = Int(graph.reference(of: edge).node)
    let words = node == 0 ? "" : graph.documents[edge.document].plainText(node, limit: 120).madeVisible
    return words.isEmpty ? "in the metadata" : "“\(words)”"
  }

  /// "article 6 “Duty to accept”, paragraph 2"; of a document, its title.
  func units(of place: Place, withHeadings: Bool = true) -> String {
    graph.documents[place.document].fullLabel(of: place.provision, withHeadings: withHeadings).madeVisible
  }

  /// The title of a document in quotation marks.
  func title(_ d: Int) -> String { "“\(graph.documents[d].identity.displayTitle.madeVisible)”" }

  /// "article 6, paragraph 2 of “Law on …”".
  func description(of place: Place) -> String {
    place.provision == 0 ? title(place.document) : "\(units(of: place)) of \(title(place.document))"
  }

  /// The state on the date, in words.
  func state(of place: Place) -> String {
    let framework = compilation.framework
    return (place.provision == 0 ? framework.state(ofDocument: place.document) : framework.state(of: place)).words
  }

  /// "work ~ path".
  func address(_ place: Place) -> String { graph.id(of: place).description.madeVisible }
}

extension ReferenceRole {
  /// As a sentence goes on: "article 3 … cites article 5".
  var verb: String {
    switch self {
    case .cites: "cites"
    case .basis: "rests on"
    case .amends: "amends"
    case .amendedBy: "is amended by"
    case .repeals: "repeals"
    case .defines: "takes a definition from"
    case .marker: "marks"
    }
  }
}
