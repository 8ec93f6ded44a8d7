internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions

struct Resolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Find the provision that a citation in words names.",
    discussion: """
      For each citation in the words: the address, the file and line, the heading and the state on the date. The words may be \
      Bulgarian, Belarusian, English, French, German, Italian, Russian or Spanish. The status is 1 when a citation leads \
      nowhere, or when the words hold none.
      """)

  @Argument(help: "The words, such as \"Article 6(2) of the Administrative Procedures Act\".")
  var words: String

  @Option(help: "The language of the words, such as bg. Default: the one in which most of them are understood.")
  var language: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let language, CitationLanguage.of(language) == nil {
      let known = allCitationLanguages.map(\.code).joined(separator: ", ")
      throw ValidationError("--language \"\(language)\": citations are read in \(known).")
    }
  }

  func run() async throws {
    let compilation = try await compile(common.compileOptions(rules: []))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let framework = compilation.framework
    let results = Citations.resolve(words, in: framework.graph, language: language)
    if results.isEmpty {
      say("nomodex: no citation of law was read in \"\(words.madeVisible)\"\n")
      leave(compilation.failures.isEmpty ? 1 : 2)
    }
    let bytes = Array(words.utf8)
    var out = ""
    for result in results {
      out += String(decoding: bytes[result.citation.range], as: UTF8.self).madeVisible + "\n"
      for line in Self.answer(result.resolution, compilation) { out += "  \(line)\n" }
    }
    writeOut(Array(out.utf8))
    if !compilation.failures.isEmpty { leave(2) }
    let isFound = results.allSatisfy { if case .resolved = $0.resolution { true } else { false } }
    if !isFound { leave(1) }
  }

  /// The lines that tell where a citation leads.
  private static func answer(_ resolution: Resolution, _ compilation: Compilation) -> [String] {
    switch resolution {
    case .resolved(let place): describe(place, compilation)
    case .approximate(let place): ["the nearest that is known:"] + describe(place, compilation)
    case .workNotLoaded(let act): ["the act is not among the documents that were read: \(act.madeVisible)"]
    case .provisionMissing(let name, let nearest):
      ["there is no \(name.madeVisible) in the act; the nearest is:"] + describe(nearest, compilation)
    case .ambiguous(let places):
      ["\(places.count) places answer to this:"] + places.prefix(10).flatMap { describe($0, compilation) }
    case .placeholder: ["the target is still to be filled in"]
    case .external: ["the words name no act"]
    }
  }

  private static func describe(_ place: Place, _ compilation: Compilation) -> [String] {
    let framework = compilation.framework
    var printer = PlacePrinter(compilation)
    return [
      printer.address(place), printer.position(of: place),
      place.provision == 0
        ? framework.graph.documents[place.document].identity.displayTitle.madeVisible : printer.description(of: place),
      "\(framework.state(of: place).words) as of \(framework.date)",
    ]
  }
}
