import Provisions

/// Sets keys, meanings and uses of the definitions of a document.
///
/// Whether a term is used is asked generously (any ending, other words in between), so that no used term is called unused.
/// Whether one definition uses another is asked strictly.
func findUses(
  of definitions: [Definition], in document: LegalDocument, _ language: DefinitionLanguage, foreign: UInt16
) -> [Definition] {
  var search = TermSearch(document, language, foreign: foreign, definitions)
  search.describe()
  search.readDefiningWords()
  search.readText()
  return search.definitions
}

private struct TermSearch {
  let document: LegalDocument
  let language: DefinitionLanguage
  let foreign: UInt16
  var definitions: [Definition]
  /// By definition: the words of its term, as letters in lower case.
  private var terms: [TermWords] = []
  /// By the first letters of a term: the first definition of that slot, and by definition the next one; -1 ends.
  private var slots = [Int32](repeating: -1, count: 4096)
  private var next: [Int32] = []

  init(_ document: LegalDocument, _ language: DefinitionLanguage, foreign: UInt16, _ definitions: [Definition]) {
    self.document = document
    self.language = language
    self.foreign = foreign
    self.definitions = definitions
  }

  mutating func describe() {
    for k in definitions.indices {
      let term = definitions[k].term
      terms.append(TermWords(document.text, term) { language.entry($0) == .article })
      var key = WordsHash()
      key.add(document.text, term) { language.entry($0) == .article }
      definitions[k].key = key.value
      definitions[k].isName = language.capitalsAreNames && Letters.isCapital(document.text, term.lowerBound)
      var meaning = WordsHash()
      document.eachDefiningText(of: definitions[k], foreign: foreign) { range in
        meaning.add(document.text, range) { language.entry($0) == .article }
      }
      definitions[k].meaning = meaning.value
      definitions[k].length = meaning.count
    }
    next = Array(repeating: -1, count: definitions.count)
  }

  private mutating func fill(_ wanted: (Definition) -> Bool) {
    for k in slots.indices { slots[k] = -1 }
    for k in definitions.indices.reversed() where wanted(definitions[k]) && !terms[k].words.isEmpty {
      next[k] = slots[terms[k].slot]
      slots[terms[k].slot] = Int32(k)
    }
  }

  /// Which terms the words of each definition use.
  mutating func readDefiningWords() {
    fill { _ in true }
    for k in definitions.indices where definitions[k].group == k {
      var uses: [Int] = []
      var loose: [Int] = []
      document.eachDefiningText(of: definitions[k], foreign: foreign) { range in
        eachHit(range) { t, i in
          if definitions[t].group == k { return }
          if definitions[t].key != definitions[k].key { loose.append(t) }
          if terms[t].stands(at: i, in: document.text, range, language) {
            let group = definitions[t].group
            if !uses.contains(group) { uses.append(group) }
          }
        }
      }
      definitions[k].uses = uses
      for t in loose where !definitions[t].isUsed && isInScope(t, Int(definitions[k].node)) {
        definitions[t].isUsed = true
      }
    }
  }

  /// Whether each term stands anywhere else in its scope.
  mutating func readText() {
    var left = definitions.count { !$0.isUsed }
    guard left > 0 else { return }
    fill { !$0.isUsed }
    var hits: [(term: Int, at: Int)] = []
    var termEnd = 0
    for (n, node) in document.content.enumerated() {
      if node.kind == .term { termEnd = max(termEnd, Int(node.end)) }
      guard node.kind == .text, !node.flags.contains(.blank) else { continue }
      let range = node.textRange.indices
      hits.removeAll(keepingCapacity: true)
      eachHit(range) { hits.append(($0, $1)) }
      var hasFound = false
      for hit in hits where !definitions[hit.term].isUsed {
        // A marked term that is this one is named there, not used.
        if n < termEnd, hit.at <= range.lowerBound + 1 { continue }
        if isOwn(hit.term, n, hit.at) || !isInScope(hit.term, n) { continue }
        definitions[hit.term].isUsed = true
        hasFound = true
        left -= 1
      }
      if left == 0 { return }
      if hasFound { fill { !$0.isUsed } }
    }
  }

  /// Whether a place lies in a definition of the same term, or in the definition itself.
  private func isOwn(_ t: Int, _ node: Int, _ byte: Int) -> Bool {
    let group = definitions[t].group
    return definitions.contains {
      ($0.group == group || $0.key == definitions[t].key) && ($0.nodes.contains(node) || $0.term.contains(byte))
    }
  }

  private func isInScope(_ t: Int, _ node: Int) -> Bool {
    let scope = definitions[t].scope
    guard scope.root != 0 else { return true }
    let holder = document.provisions[scope.root]
    return node >= Int(holder.contentStart) && node < Int(holder.contentEnd)
  }

  /// Calls `body` for each place at which a term may stand in any inflection.
  private func eachHit(_ range: Range<Int>, _ body: (_ definition: Int, _ at: Int) -> Void) {
    let text = document.text
    let bytes = text.span
    var i = range.lowerBound
    var isInWord = false
    while i < range.upperBound {
      let byte = bytes[i]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) &- 0x61 < 26
        guard isLetter, !isInWord else {
          isInWord = isLetter
          i += 1
          continue
        }
      } else if byte < 0xC0 || isInWord || !Letters.isStart(text, i) {
        if byte >= 0xC0 { isInWord = Letters.isStart(text, i) }
        i += 1
        continue
      }
      isInWord = true
      var t = slots[TermWords.slot(text, i, range.upperBound)]
      while t >= 0 {
        if terms[Int(t)].mayStand(at: i, in: text, range.upperBound) { body(Int(t), i) }
        t = next[Int(t)]
      }
      i += 1
    }
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
