internal import ArgumentParser
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions

struct Resolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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
    let document = framework.graph.documents[place.document]
    let range = document.numberRange(of: place.provision)
    var position = ""
    if var source = compilation.source(range.file) {
      let found = source.position(range.start)
      position = ":\(found.line):\(found.column)"
    }
    var label = document.identity.displayTitle
    if place.provision != 0 { label = "\(Self.units(place.provision, document)) of “\(label)”" }
    return [
      framework.graph.id(of: place).description.madeVisible,
      compilation.files[Int(range.file)].path.madeVisible + position,
      label.madeVisible,
      "\(framework.state(of: place).words) as of \(framework.date)",
    ]
  }

  /// "article 6 “Duty to accept”, paragraph 2": from the citable unit down.
  private static func units(_ index: Int, _ document: LegalDocument) -> String {
    var out: [String] = []
    var holder = index
    while holder != 0 {
      let provision = document.provisions[holder]
      var label = document.label(of: holder)
      let heading = document.heading(of: holder)
      if !heading.isEmpty, !label.contains(heading) { label += " “\(heading)”" }
      if !provision.number.isEmpty || holder == index { out.insert(label, at: 0) }
      if !provision.kind.isInner { break }
      holder = Int(provision.parent)
    }
    return out.joined(separator: ", ")
  }
}
