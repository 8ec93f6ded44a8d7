package import Provisions

/// The definitions of a document, in the order of the text: those that its markup marks, and those that follow the
/// pattern of its language.
///
/// Left out is what belongs to another act: quoted law, terms in another language, and definitions that are repealed.
///
/// - Parameter countingUses: whether ``Definition/isUsed`` is wanted. All the text has to be read for it; without it every
///   definition counts as used.
/// - Returns: an empty array where the language has no table.
package func readDefinitions(in document: LegalDocument, countingUses: Bool = true) -> [Definition] {
  guard let language = DefinitionLanguage.of(document.identity.language), !document.content.isEmpty else { return [] }
  let reader = DefinitionReader(document, language)
  reader.read()
  guard !reader.found.isEmpty else { return [] }
  return findUses(
    of: reader.found, in: document, language, foreign: reader.foreign, countingUses: countingUses)
}

/// A class, as a copy of the document would be moved with each question asked of a value.
final class DefinitionReader {
  let document: LegalDocument
  let language: DefinitionLanguage
  var found: [Definition] = []
  /// The word of elements that mark a term in another language than the document's; 0 where there are none.
  let foreign: UInt16
  private let isMarked: Bool
  /// Whether the document amends others: what it writes in quotation marks is law of those.
  private let amends: Bool

  init(_ document: LegalDocument, _ language: DefinitionLanguage) {
    self.document = document
    self.language = language
    let other = language.code == "fr" ? "DefinedTermEn" : "DefinedTermFr"
    foreign = document.words.firstIndex(of: other).map { UInt16($0) } ?? 0
    isMarked = document.words.contains { $0 == "DefinedTermEn" || $0 == "DefinedTermFr" || $0 == "def" }
    amends = CitationLanguage.of(document.identity.language)?.amends(document.identity) ?? false
  }

  func read() {
    let content = document.content
    var i = 0
    while i < content.count {
      let node = content[i]
      switch node.kind {
      case .quotation, .quotedText, .heading, .subheading, .number, .history, .note:
        i = Int(node.end)
        continue
      case .provision:
        let provision = document.provisions[Int(node.start)]
        if provision.traits.contains(.quoted) {
          i = Int(node.end)
          continue
        }
        if provision.kind == .definition, isMarked {
          markedDefinition(i, Int(node.start))
          i = Int(node.end)
          continue
        }
      case .term where isMarked:
        if node.word != foreign { i = markedTerm(i) }
      case .paragraph, .block, .listItem:
        if !isMarked, !amends, !node.flags.contains(.holdsBlock) { writtenDefinition(i) }
      default: break
      }
      i += 1
    }
    cutNodes()
  }

  /// A unit that is a definition: the terms at its head, then the words.
  private func markedDefinition(_ i: Int, _ index: Int) {
    let end = Int(document.content[i].end)
    guard let first = (i..<end).first(where: { isOwnTerm($0) }) else { return }
    // Text before the term: the definition says something else of it.
    guard lettersBetween(i, first) <= 24 else { return }
    let scope = scope(before: first, holder: index)
    add(first, index, i..<end, scope, needsVerb: false)
  }

  /// A term that is marked in a sentence: a definition where a verb of defining follows it.
  private func markedTerm(_ i: Int) -> Int {
    let index = document.provision(holding: i)
    let block = block(holding: i, in: index)
    let scope = scope(before: i, holder: index)
    let end = definitionEnd(block, behind: document.textEnd(of: i), in: index)
    return add(i, index, block..<end, scope, needsVerb: true)
  }

  private func isOwnTerm(_ i: Int) -> Bool {
    document.content[i].kind == .term && document.content[i].word != foreign
  }

  /// How many bytes of letters stand between two nodes.
  private func lettersBetween(_ from: Int, _ to: Int) -> Int {
    var sum = 0
    for k in from..<to where document.content[k].kind == .text && !document.content[k].flags.contains(.blank) {
      sum += Int(document.content[k].count)
    }
    return sum
  }

  /// The innermost block around a node.
  private func block(holding i: Int, in index: Int) -> Int {
    var k = i - 1
    let start = Int(document.provisions[index].contentStart)
    while k > start {
      if document.content[k].kind.isBlock, Int(document.content[k].end) > i { return k }
      k -= 1
    }
    return start
  }

  /// The end of a definition in a sentence: that of its block, or, where the block only announces a list, of its unit.
  ///
  /// - Parameter byte: where the words behind the term begin.
  func definitionEnd(_ block: Int, behind byte: Int, in index: Int) -> Int {
    let blockEnd = Int(document.content[block].end)
    let provision = document.provisions[index]
    guard index != 0, !provision.kind.isGroup, provision.kind != .annex else { return blockEnd }
    var length = 0
    for k in block..<blockEnd where document.content[k].kind == .text {
      let range = document.content[k].textRange.indices
      length += max(0, range.upperBound - max(range.lowerBound, byte))
    }
    let isWhole = byte > 0 && document.endsSentence(in: block..<blockEnd)
    return length < 60 && !isWhole ? max(blockEnd, Int(provision.contentEnd)) : blockEnd
  }

  /// Adds the definition that begins with the term at node `first`, with the further terms that "or" joins to it.
  ///
  /// - Returns: the last node that was read as a term.
  @discardableResult
  private func add(
    _ first: Int, _ index: Int, _ nodes: Range<Int>, _ scope: DefinitionScope, needsVerb: Bool
  ) -> Int {
    var terms: [(range: Range<Int>, node: Int)] = []
    var k = first
    var last = first
    // Terms with nothing between them but "or", "and" and commas.
    while k < nodes.upperBound {
      let node = document.content[k]
      if isOwnTerm(k) {
        let texts = (k..<Int(node.end)).filter { document.content[$0].kind == .text }
        guard let head = texts.first, let tail = texts.last else { break }
        let range =
          document.content[head].textRange.indices.lowerBound..<document.content[tail].textRange.indices.upperBound
        terms.append((trimmed(range), head))
        last = Int(node.end) - 1
        k = Int(node.end)
        continue
      }
      if node.kind == .text, !isJoint(node.textRange.indices) { break }
      k += 1
    }
    guard let end = terms.last?.range.upperBound else { return last }
    let follows = text(behind: end, in: nodes)
    if let byte = follows.first, document.text[byte] == UInt8(ascii: "[") { return last }
    let verb = verb(follows)
    if needsVerb, !verb.isVerb { return last }
    let group = found.count
    for term in terms where !term.range.isEmpty {
      var definition = Definition(
        term: term.range, node: term.node, provision: index, scope: scope, nodes: nodes, wordsStart: end, group: group)
      definition.isByReference = verb.isElsewhere
      definition.isPartial = verb.isPartial
      definition.isQualified = follows.first.map { document.text[$0] == UInt8(ascii: ",") } ?? false
      definition.usesStart = verb.end
      found.append(definition)
    }
    return last
  }

  /// Whether text between two terms joins them.
  private func isJoint(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if Letters.isStart(document.text, i) {
        let word = Letters.word(document.text, i, range.upperBound)
        let entry = language.entry(word.hash)
        guard entry == .conjunction || entry == .article else { return false }
        i = word.end
      } else {
        i += 1
      }
    }
    return true
  }

  /// The first piece of visible text behind a byte.
  private func text(behind byte: Int, in nodes: Range<Int>) -> Range<Int> {
    for k in nodes where document.content[k].kind == .text {
      let range = document.content[k].textRange.indices
      guard range.upperBound > byte else { continue }
      var i = Letters.space(document.text, max(range.lowerBound, byte), range.upperBound)
      if i < range.upperBound, isQuote(i) { i = Letters.space(document.text, i + quoteLength(i), range.upperBound) }
      if i < range.upperBound { return i..<range.upperBound }
    }
    return byte..<byte
  }

  /// What stands at the head of a text behind a term.
  struct Verb {
    var isVerb = false
    var isPartial = false
    /// Whether the words send the reader elsewhere.
    var isElsewhere = false
    /// The byte behind the verb; where there is none, the head of the text.
    var end: Int
  }

  /// Whether a verb of defining stands at the head of a text, and whether the words send the reader elsewhere.
  func verb(_ range: Range<Int>) -> Verb {
    var i = range.lowerBound
    var words = 0
    var result = Verb(end: i)
    let limit = min(range.upperBound, range.lowerBound + 300)
    while i < limit, words < 24 {
      guard Letters.isStart(document.text, i) else {
        // A new sentence ends what is looked at.
        if document.text[i] == UInt8(ascii: ";") { break }
        i += 1
        continue
      }
      let word = Letters.word(document.text, i, range.upperBound)
      let entry = language.entry(word.hash)
      if !result.isVerb, entry == .verb || entry == .partialVerb, words < 3 || isInserted(range) {
        result.isVerb = true
        result.isPartial = entry == .partialVerb
        result.end = word.end
      }
      if entry == .elsewhere, words < 12 { result.isElsewhere = true }
      words += 1
      i = word.end
    }
    return result
  }

  /// Whether what stands before a verb is set between commas: "X, in relation to Y, means …".
  private func isInserted(_ range: Range<Int>) -> Bool {
    document.text[range.lowerBound] == UInt8(ascii: ",")
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (Letters.space(document.text, range.lowerBound, range.upperBound), range.upperBound)
    while high > low {
      let byte = document.text[high - 1]
      guard byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") else { break }
      high -= 1
    }
    if low + 1 < high, document.text[low] == UInt8(ascii: "\""), document.text[high - 1] == UInt8(ascii: "\"") {
      low += 1
      high -= 1
    }
    return low..<high
  }

  /// Ends a definition where the next one begins.
  private func cutNodes() {
    for k in found.indices.dropLast() {
      guard let next = found[(k + 1)...].first(where: { $0.group != found[k].group }) else { continue }
      guard next.nodes.lowerBound > found[k].nodes.lowerBound, next.nodes.lowerBound < found[k].nodes.upperBound else {
        continue
      }
      found[k].nodes = found[k].nodes.lowerBound..<next.nodes.lowerBound
    }
  }
}

extension LegalDocument {
  /// Whether the last visible character below some nodes ends a sentence.
  fileprivate func endsSentence(in nodes: Range<Int>) -> Bool {
    guard let last = nodes.last(where: { content[$0].kind == .text && !content[$0].flags.contains(.blank) }) else {
      return false
    }
    let byte = text[content[last].textRange.indices].last { $0 > 0x20 }
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";")
  }

  /// The end of the text below a node, in ``text``; 0 where there is none.
  fileprivate func textEnd(of node: Int) -> Int {
    var end = 0
    for k in node..<Int(content[node].end) where content[k].kind == .text {
      end = content[k].textRange.indices.upperBound
    }
    return end
  }
}
