import Provisions

/// Leads citations in words to their targets.
struct WordsResolver {
  private let documents: [LegalDocument]
  let names: ActNames
  private var searches: [Int: UnitSearch] = [:]
  /// Acts that were asked for before, by mention.
  private var known: [String: [Int]] = [:]
  /// Titles by the mention from which they were cut.
  private var clippedTitles: [String: String] = [:]
  /// By word and document: whether the document is named by it.
  private var named: [NameQuestion: Bool] = [:]
  /// By document: whether citations without an act speak of another text, as those of a memorandum, a judgment or an
  /// amending act do.
  private let speaksOfOthers: [Bool]

  /// - Parameter names: those of the same documents, where they were made before.
  init(_ documents: [LegalDocument], _ names: ActNames? = nil) {
    self.documents = documents
    self.names = names ?? ActNames(documents)
    speaksOfOthers = documents.map { document in
      document.identity.form == .document || document.identity.form == .record
        || CitationLanguage.of(document.identity.language)?.amends(document.identity) ?? false
    }
  }

  /// - Parameters:
  ///   - place: where the words stand; `nil` for words that stand in no document.
  ///   - base: the act on which the citing document rests, which "the Act" means in a by-law.
  mutating func resolve(_ citation: TextCitation, from place: Place?, base: Int?) -> Resolution {
    let target: Int
    switch citation.act {
    case .unnamed, .unclear, .this:
      guard let place else { return .external }
      // Documents are looked at in place: a copy of one counts up every array that it has.
      if documents[place.document].provisions[place.provision].traits.contains(.quoted) { return .external }
      if citation.act != .this, speaksOfOthers[place.document] { return .external }
      target = place.document
    case .generic(let word):
      guard let place else { return .external }
      if isNamed(place.document, by: word) {
        target = place.document
      } else if let base, isNamed(base, by: word) {
        target = base
      } else {
        return .external
      }
    case .preceding: return .external
    case .titled(let words), .named(let words):
      let found = acts(words)
      guard !found.isEmpty else {
        if case .named = citation.act { return .workNotLoaded(Self.spaced(words)) }
        return .workNotLoaded(clipped(words))
      }
      let works = Set(found.map { documents[$0].identity.work })
      if works.count > 1 { return .ambiguous(found.map { Place(document: $0, provision: 0) }) }
      target = choose(found, for: place)
    }
    let source = place.map { $0.document == target ? $0.provision : 0 } ?? 0
    let isComplete = documents[target].isComplete
    switch search(target).find(citation.steps, from: source) {
    case .exactly(let index): return .resolved(Place(document: target, provision: index))
    case .several(let places): return .ambiguous(places)
    case .nearest(let index, let isCertain):
      let nearest = Place(document: target, provision: index)
      return isComplete && isCertain && citation.act != .unclear
        ? .provisionMissing(citation.label, nearest: nearest) : .approximate(nearest)
    case .nothing: return .approximate(Place(document: target, provision: 0))
    }
  }

  /// Whether a word for acts is the word for this one: it stands in its title or names its kind.
  private mutating func isNamed(_ d: Int, by word: String) -> Bool {
    let question = NameQuestion(document: d, word: word)
    if let known = named[question] { return known }
    let identity = documents[d].identity
    let stem = word.prefix(max(3, word.count - 3))
    // Which act it is stands at the head of a title, or in English at its end: the rest may name others.
    let isNamed = [identity.title, identity.shortTitle, identity.kind].contains { name in
      let words = name.lowercased().split { !$0.isLetter }
      return [words.first, words.last].contains { known in
        known.map { $0.hasPrefix(stem) || word.hasPrefix($0) && $0.count > 2 } ?? false
      }
    }
    named[question] = isNamed
    return isNamed
  }

  private struct NameQuestion: Hashable {
    let document: Int
    let word: String
  }

  private mutating func acts(_ mention: String) -> [Int] {
    if let found = known[mention] { return found }
    let found = names.find(mention)
    known[mention] = found
    return found
  }

  private mutating func search(_ d: Int) -> UnitSearch {
    if let known = searches[d] { return known }
    let made = UnitSearch(documents[d], number: d)
    searches[d] = made
    return made
  }

  /// The text in the citing document's language, else the newest.
  private func choose(_ list: [Int], for place: Place?) -> Int {
    let newest = list.max {
      (documents[$0].identity.versionDate?.packed ?? 0, -$0) < (documents[$1].identity.versionDate?.packed ?? 0, -$1)
    }
    guard let place else { return newest ?? list[0] }
    if list.contains(place.document) { return place.document }
    let language = documents[place.document].identity.language
    return list.first { documents[$0].identity.language == language } ?? newest ?? list[0]
  }

  /// The title as far as it surely goes: up to the first comma, colon or bracket and to the next word for an act, at most
  /// 120 characters.
  private mutating func clipped(_ mention: String) -> String {
    if let known = clippedTitles[mention] { return known }
    let made = Self.clip(mention)
    clippedTitles[mention] = made
    return made
  }

  private static func clip(_ mention: String) -> String {
    // A closing quotation mark ends a title that did not open it.
    let head = mention.prefix { !",(:\n”“»".contains($0) }.prefix(120)
    var words = head.split { $0.isWhitespace }
    if let start = words.first?.prefix(4).lowercased(), start.count == 4,
      let next = words.dropFirst(2).firstIndex(where: { $0.lowercased().hasPrefix(start) })
    {
      words = Array(words[..<next])
      if let last = words.last, last.count <= 3 { words.removeLast() }
    }
    let title = words.joined(separator: " ")
    return title.hasSuffix(".") ? String(title.dropLast()) : title
  }

  private static func spaced(_ words: String) -> String { words.split { $0.isWhitespace }.joined(separator: " ") }
}

/// A citation that someone wrote, and where it leads.
package struct ResolvedWords: Sendable {
  package let citation: TextCitation
  package let resolution: Resolution
}

/// Reads citations out of words that stand in no document, and resolves them.
///
/// - Parameter language: BCP 47, or `nil` to take the language in which most of the words are understood.
/// - Returns: the citations in the order of the words; empty where none was read.
package func resolve(_ words: String, in graph: CitationGraph, language: String? = nil) -> [ResolvedWords] {
  let text = Array(words.utf8)
  var best: (score: Int, citations: [TextCitation]) = (0, [])
  for table in allCitationLanguages where language == nil || language == table.code {
    var parser = CitationParser(text, table)
    parser.read(0..<text.count)
    let score = parser.found.reduce(0) { sum, citation in
      sum + 2 * citation.steps.count + citation.range.count + (citation.act == .unnamed ? 0 : 4)
    }
    if score > best.score { best = (score, parser.found) }
  }
  var resolver = WordsResolver(graph.documents)
  return best.citations.map { citation in
    let resolution = resolver.resolve(citation, from: nil, base: nil)
    var citation = citation
    let end = citation.range.upperBound
    let rest = citation.rest(ofTitleBehind: text[citation.range], resolver.names)
    if end + rest <= text.count { citation.range = citation.range.lowerBound..<end + rest }
    return ResolvedWords(citation: citation, resolution: resolution)
  }
}
