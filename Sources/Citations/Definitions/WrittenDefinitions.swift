import Provisions

/// Definitions that no markup marks: «"X" means …», „X“ е …, «X – …».
extension DefinitionReader {
  func writtenDefinition(_ block: Int) {
    var range: Range<Int>?
    for k in block..<Int(document.content[block].end) where document.content[k].kind == .text {
      let own = document.content[k].textRange.indices
      range = (range?.lowerBound ?? own.lowerBound)..<own.upperBound
    }
    guard let range, range.count > 8 else { return }
    if let term = quotedTerm(range) {
      write(term.range, behind: term.end, in: block, range)
    } else if let term = dashedTerm(range), isInList(block) {
      write(term.range, behind: term.end, in: block, range)
    }
  }

  private func write(_ term: Range<Int>, behind: Int, in block: Int, _ range: Range<Int>) {
    guard
      let node = (block..<Int(document.content[block].end)).first(where: { k in
        document.content[k].kind == .text && document.content[k].textRange.indices.contains(term.lowerBound)
      })
    else { return }
    let index = document.provision(holding: block)
    let end = definitionEnd(block, behind: behind, in: index)
    var definition = Definition(
      term: term, node: node, provision: index, scope: scope(before: node, byte: term.lowerBound, holder: index),
      nodes: block..<end, wordsStart: behind, group: found.count)
    let verb = verb(behind..<range.upperBound)
    definition.isByReference = verb.isElsewhere
    definition.isPartial = verb.isPartial
    definition.usesStart = verb.end
    found.append(definition)
  }

  /// A term in quotation marks at the head of a paragraph or behind words such as "in this Act", with a verb behind it.
  private func quotedTerm(_ range: Range<Int>) -> (range: Range<Int>, end: Int)? {
    let text = document.text
    var i = range.lowerBound
    let limit = min(range.upperBound, i + 200)
    var letters = 0
    var hasThis = false
    while i < limit, !isQuote(i) {
      if Letters.isStart(text, i) {
        let word = Letters.word(text, i, range.upperBound)
        let entry = language.entry(word.hash)
        if entry == .this || entry == .elsewhere { hasThis = true }
        if entry != .article { letters += word.end - i }
        i = word.end
      } else {
        i += 1
      }
    }
    guard i < limit, hasThis || letters <= 2 else { return nil }
    let open = i + quoteLength(i)
    var end = open
    while end < min(range.upperBound, open + 160), !isQuote(end) { end += 1 }
    guard end < range.upperBound, isQuote(end), end > open + 1, Letters.isStart(text, Letters.space(text, open, end))
    else {
      return nil
    }
    let behind = Letters.space(text, end + quoteLength(end), range.upperBound)
    guard startsWithVerb(behind, range.upperBound) else { return nil }
    return (trimmed(open..<end), behind)
  }

  private func startsWithVerb(_ start: Int, _ end: Int) -> Bool {
    var i = start
    for _ in 0..<3 {
      while i < end, !Letters.isStart(document.text, i) {
        // Only space and an apostrophe may stand before the verb: "s’entend".
        guard i > start || document.text[i] == 0x20 else { return false }
        i += 1
      }
      guard i < end else { return false }
      let word = Letters.word(document.text, i, end)
      let entry = language.entry(word.hash)
      if entry == .verb || entry == .partialVerb { return true }
      guard word.end - i <= 2 else { return false }
      i = word.end
    }
    return false
  }

  /// The words before the first dash of a paragraph, eight at most.
  private func dashedTerm(_ range: Range<Int>) -> (range: Range<Int>, end: Int)? {
    let text = document.text
    let start = Letters.space(text, range.lowerBound, range.upperBound)
    guard start < range.upperBound, Letters.isStart(text, start) else { return nil }
    var i = start
    while i + 3 < min(range.upperBound, start + 200) {
      if text[i] == 0xE2, text[i + 1] == 0x80, text[i + 2] == 0x93 || text[i + 2] == 0x94 {
        return (trimmed(start..<i), Letters.space(text, i + 3, range.upperBound))
      }
      if text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: ",") || text[i] == UInt8(ascii: ":") { return nil }
      i += 1
    }
    return nil
  }

  /// Whether the words before a paragraph announce a list of terms.
  private func isInList(_ block: Int) -> Bool {
    var index = document.provision(holding: block)
    for _ in 0..<3 where index != 0 {
      let provision = document.provisions[index]
      var k = Int(provision.contentStart)
      while k < block {
        let node = document.content[k]
        if node.kind == .provision, k > Int(provision.contentStart) { break }
        if node.kind == .text, holdsListWord(node.textRange.indices) { return true }
        k += 1
      }
      index = Int(provision.parent)
    }
    return false
  }

  private func holdsListWord(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      guard Letters.isStart(document.text, i) else {
        i += 1
        continue
      }
      let word = Letters.word(document.text, i, range.upperBound)
      if language.entry(word.hash) == .list { return true }
      i = word.end
    }
    return false
  }

  /// A quotation mark of any kind: " “ ” „ ‘ ’ « ». An apostrophe inside a word is none.
  func isQuote(_ i: Int) -> Bool {
    let text = document.text
    switch text[i] {
    case 0x22: return true
    case 0xC2: return i + 1 < text.count && (text[i + 1] == 0xAB || text[i + 1] == 0xBB)
    case 0xE2:
      guard i + 2 < text.count, text[i + 1] == 0x80 else { return false }
      if text[i + 2] == 0x99 {
        return !(i > 0 && i + 3 < text.count && text[i - 1] | 0x20 >= 0x61 && Letters.isStart(text, i + 3))
      }
      return (0x98...0x9F).contains(text[i + 2])
    default: return false
    }
  }

  func quoteLength(_ i: Int) -> Int {
    switch document.text[i] {
    case 0x22: 1
    case 0xC2: 2
    default: 3
    }
  }
}
