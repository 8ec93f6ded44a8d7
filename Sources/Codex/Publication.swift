import Citations
package import Consolidation
import Provisions

/// A file that a format makes: its path below the output folder and its bytes.
package struct OutputFile: Sendable {
  /// Below the output folder, with `/` between names.
  package let path: String
  /// The content, in pieces that follow one another: a body of megabytes is not copied into its page.
  package let pieces: [[UInt8]]

  /// The whole content.
  package var bytes: [UInt8] { Array(pieces.joined()) }
}

/// A way of writing the framework. Formats read the framework, never one another's output.
package protocol OutputFormat: Sendable {
  /// As `--format` takes it.
  static var name: String { get }
  /// The files of one document.
  static func files(for d: Int, of publication: Publication) -> [OutputFile]
  /// The files that belong to no document.
  static func sharedFiles(of publication: Publication) -> [OutputFile]
}

/// Every output format.
package let allFormats: [any OutputFormat.Type] = [
  HTMLFormat.self,
  MarkdownFormat.self,
]

/// What is published: the framework on one date, the documents' file names and the words around them.
package struct Publication: Sendable {
  package let framework: Framework
  /// The name of the whole.
  package let title: String
  /// "nomodex 0.1.0".
  package let generator: String
  /// Documents that could not be published: path and reason.
  package let problems: [(path: String, message: String)]
  /// File name without extension, by document; `nil` for a document that is not published.
  package let slugs: [String?]

  var graph: CitationGraph { framework.graph }

  package init(
    framework: Framework, title: String, generator: String, problems: [(path: String, message: String)]
  ) {
    self.framework = framework
    self.title = title
    self.generator = generator
    self.problems = problems
    slugs = Naming.slugs(of: framework.graph.documents)
  }

  /// The address of a place from another document's page, such as `act.en.html#art_2`; `nil` when it is not published.
  func address(of place: Place, from d: Int, extension fileExtension: String) -> String? {
    let path = graph.documents[place.document].path(of: place.provision)
    if place.document == d { return path.isEmpty ? nil : "#" + path }
    guard let slug = slugs[place.document] else { return nil }
    return slug + "." + fileExtension + (path.isEmpty ? "" : "#" + path)
  }

  /// The resolution of reference `r` of document `d`.
  func resolution(_ d: Int, _ r: Int) -> Resolution { graph.edges[graph.edgeStart[d] + r].resolution }

  /// The state of a document on the date as a reader sees it: words and the class of the style sheet.
  func state(of d: Int) -> (words: String, style: String) {
    switch framework.state(ofDocument: d) {
    case .inForce: ("In force", "in-force")
    case .notYetInForce(let date): (date.map { "Not in force before \($0)" } ?? "Not in force", "not-in-force")
    case .repealed(let date): (date.map { "Repealed on \($0)" } ?? "Repealed", "not-in-force")
    case .expired(let date): ("Expired on \(date)", "not-in-force")
    case .otherWording(let date): ("This wording since \(date)", "unknown")
    case .unknown: ("State on this date not known", "unknown")
    }
  }
}
