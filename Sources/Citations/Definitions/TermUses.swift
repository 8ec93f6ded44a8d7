import Provisions

/// Sets keys and uses of the definitions of a document.
///
/// Whether a term is used is asked generously (any ending, other words in between), so that no used term is called unused.
/// Whether one definition uses another is asked strictly.
func findUses(
  of definitions: [Definition], in document: LegalDocument, _ language: DefinitionLanguage, foreign: UInt16,
  countingUses: Bool
) -> [Definition] {
  var search = TermSearch(document, language, foreign: foreign, definitions)
  search.readDefiningWords()
  if countingUses {
    search.readText()
  } else {
    for k in search.definitions.indices { search.definitions[k].isUsed = true }
  }
  return search.definitions
}

private struct TermSearch {
  let document: LegalDocument
  let language: DefinitionLanguage
  let foreign: UInt16
  var definitions: [Definition]
  /// By definition: the words of its term.
  private var terms: [TermWords] = []
  /// By the first letters of a term: the first definition of that slot, and by definition the next one; -1 ends.
  private var slots = [Int32](repeating: -1, count: 4096)
  private var next: [Int32] = []

  init(_ document: LegalDocument, _ language: DefinitionLanguage, foreign: UInt16, _ definitions: [Definition]) {
    self.document = document
    self.language = language
    self.foreign = foreign
    self.definitions = definitions
    next = Array(repeating: -1, count: definitions.count)
    for k in definitions.indices {
      let term = definitions[k].term
      terms.append(TermWords(document.text, term) { language.entry($0) == .article })
      var key = WordsHash()
      key.add(document.text, term) { language.entry($0) == .article }
      let isName = language.capitalsAreNames && Letters.isCapital(document.text, term.lowerBound)
      self.definitions[k].isName = isName
      // "Director" of the registry and "director" of a company are two terms.
      self.definitions[k].key = isName ? mixed(key.value) : key.value
    }
    for k in definitions.indices.reversed() where !terms[k].words.isEmpty {
      next[k] = slots[terms[k].slot]
      slots[terms[k].slot] = Int32(k)
    }
  }

  /// Which terms the words of each definition use. What is said of a term far down in a long definition does not define
  /// it, and what stands in quotation marks or is marked as a term is named there, not used.
  mutating func readDefiningWords() {
    for k in definitions.indices where definitions[k].group == k && definitions[k].isClosed {
      var uses: [Int] = []
      var left = 240
      document.eachDefiningText(of: definitions[k], foreign: foreign) { range, isTerm in
        let start = max(range.lowerBound, definitions[k].usesStart)
        let end = min(range.upperBound, start + left)
        left -= max(0, end - start)
        if !isTerm, start < end, !readHead(of: k, start..<end, range.upperBound, &uses) { return false }
        return left > 0
      }
      definitions[k].uses = uses
    }
  }

  /// Reads one text of a definition. Of terms that stand one in another the longest counts, and what is taken out by
  /// "other than", or added by "and includes", does not.
  ///
  /// - Returns: `false` where the rest of the definition is of that sort.
  private func readHead(of k: Int, _ range: Range<Int>, _ end: Int, _ uses: inout [Int]) -> Bool {
    let text = document.text
    var i = range.lowerBound
    while i < range.upperBound {
      guard Letters.isStart(text, i) else {
        i += 1
        continue
      }
      let word = Letters.word(text, i, end)
      let entry = language.entry(word.hash)
      if entry == .except || entry == .partialVerb { return false }
      var best: (definition: Int, end: Int)?
      var t = slots[TermWords.slot(text, i, end)]
      while t >= 0 {
        let candidate = Int(t)
        t = next[candidate]
        guard let last = terms[candidate].end(at: i, in: text, range.lowerBound..<end, language) else { continue }
        if last > best?.end ?? 0 { best = (candidate, last) }
      }
      if let best {
        let isQuoted = i > 0 && (text[i - 1] >= 0x80 || text[i - 1] == UInt8(ascii: "\""))
        let found = definitions[best.definition]
        if !isQuoted, found.group != k, found.key != definitions[k].key, !uses.contains(found.group) {
          uses.append(found.group)
        }
        i = best.end
      } else {
        i = word.end
      }
    }
    return true
  }

  /// Whether each term stands anywhere else in its scope.
  mutating func readText() {
    let own = definitions.map { document.bytes(of: $0.nodes) }
    let scopes = definitions.map { scopeBytes($0.scope) }
    let marks = markedTerms()
    let text = document.text
    // By group: one used term is enough for all of them.
    var isUsed = definitions.map { _ in false }
    var left = 0
    let wanted = terms.map { $0.recognisable(language.isInflected) }
    var scan = TermScan()
    for k in definitions.indices {
      // A word of one letter is found everywhere.
      guard let first = wanted[k].ranges.first, first.count > 1 else {
        isUsed[definitions[k].group] = true
        continue
      }
      scan.add(k, text, first)
    }
    for k in definitions.indices where definitions[k].group == k && !isUsed[k] { left += 1 }
    scan.run(text) { k, at in
      let group = definitions[k].group
      if isUsed[group] { return true }
      guard scopes[k].contains(at), isWordStart(at), wanted[k].mayStand(at: at, in: text, scopes[k].upperBound),
        isUse(k, at, own, marks)
      else { return false }
      isUsed[group] = true
      left -= 1
      return true
    } isDone: {
      left == 0
    }
    for k in definitions.indices { definitions[k].isUsed = isUsed[definitions[k].group] }
  }

  /// Whether a word begins at a byte: no letter stands before it, or it is a capital behind a small one, where the text of
  /// one block follows that of another.
  private func isWordStart(_ i: Int) -> Bool {
    let text = document.text
    guard i > 0 else { return true }
    guard text[i] & 0xC0 != 0x80 else { return false }
    var before = i - 1
    while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
    return !Letters.isStart(text, before) || Letters.isCapital(text, i) && !Letters.isCapital(text, before)
  }

  /// Whether a term that may stand at a byte is used there: outside its own definition and other ones of the same term,
  /// and not marked as the term itself.
  private func isUse(_ k: Int, _ at: Int, _ own: [Range<Int>], _ marks: [Range<Int>]) -> Bool {
    for other in definitions.indices {
      let isSame = definitions[other].group == definitions[k].group || definitions[other].key == definitions[k].key
      if isSame, own[other].contains(at) || definitions[other].term.contains(at) { return false }
    }
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].upperBound <= at { low = middle + 1 } else { high = middle }
    }
    guard low < marks.count, marks[low].contains(at) else { return true }
    return marks[low].lowerBound != at && marks[low].count > definitions[k].term.count + 8
  }

  /// The bytes of every marked term, in order.
  private func markedTerms() -> [Range<Int>] {
    var out: [Range<Int>] = []
    for (n, node) in document.content.enumerated() where node.kind == .term {
      let range = document.bytes(of: n..<Int(node.end))
      if !range.isEmpty { out.append(range) }
    }
    return out
  }

  private func scopeBytes(_ scope: DefinitionScope) -> Range<Int> {
    guard scope.root != 0 else { return 0..<document.text.count }
    let holder = document.provisions[scope.root]
    return document.bytes(of: Int(holder.contentStart)..<Int(holder.contentEnd))
  }
}

extension LegalDocument {
  /// The bytes of ``text`` from the first text of some nodes to the last.
  fileprivate func bytes(of nodes: Range<Int>) -> Range<Int> {
    guard let first = nodes.first(where: { content[$0].kind == .text }),
      let last = nodes.last(where: { content[$0].kind == .text })
    else { return 0..<0 }
    return Int(content[first].start)..<max(Int(content[first].start), content[last].textRange.indices.upperBound)
  }

  /// A hash of the defining words in lower case, without the punctuation between them; 0 where there are none.
  package func meaning(of definition: Definition) -> UInt64 {
    guard let language = DefinitionLanguage.of(identity.language) else { return 0 }
    let other = language.code == "fr" ? "DefinedTermEn" : "DefinedTermFr"
    let foreign = words.firstIndex(of: other).map { UInt16($0) } ?? 0
    var meaning = WordsHash()
    eachDefiningText(of: definition, foreign: foreign) { range, _ in
      meaning.add(text, range) { language.entry($0) == .article }
      return true
    }
    return meaning.count == 0 ? 0 : meaning.value | 1
  }
}

/// A hash of words and numbers, whatever stands between them.
private struct WordsHash {
  private var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
  private(set) var count = 0
  var value: UInt64 { mixed(hash) }

  mutating func add(_ text: [UInt8], _ range: Range<Int>, leaving isLeft: (UInt64) -> Bool) {
    var i = range.lowerBound
    while i < range.upperBound {
      if Letters.isStart(text, i) {
        let word = Letters.word(text, i, range.upperBound)
        if !isLeft(word.hash) {
          hash = mixed(hash ^ word.hash)
          count += 1
        }
        i = word.end
      } else {
        if (0x30...0x39).contains(text[i]) { hash = mixed(hash &+ UInt64(text[i])) }
        i += 1
      }
    }
  }
}
