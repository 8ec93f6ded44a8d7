import Provisions

/// Acts that are cited as a whole: "Закона за защита на личните данни", "the Access to Information Act".
extension CitationParser {
  /// Reads the act whose word stands at `start`, and returns the end of its words; `nil` where the word names no certain
  /// act: "the Act", "laws", "an order".
  mutating func wholeAct(at start: Int, _ word: (end: Int, hash: UInt64)) -> Int? {
    guard Letters.isCapital(text, start) else { return nil }
    if language.entry(word.hash) != .act {
      let bytes = text[start..<word.end]
      guard language.style.wholeActSuffixes.contains(where: { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) })
      else {
        return nil
      }
    }
    // "dieses Gesetzes für …": the act at hand, whatever follows.
    if let before = words(before: start, count: 1).last.flatMap(language.entry), before == .this || before == .that {
      return nil
    }
    var from = start
    var mention: (act: ActMention, end: Int)?
    if let numbered = numbered(start, word.end) {
      mention = numbered
    } else if language.style.endsWithAct {
      from = titleStart(before: start)
      if from < start {
        mention = named(from, word.end)
      } else if !leadsOn(word.end) {
        // "Agreement Date"
        return nil
      }
    }
    if mention == nil { mention = title(at: start, isBound: true) }
    // At the beginning of a sentence a capital says nothing: "Protocols are kept", "Law on Bees" as a heading.
    guard let mention, from > block, !endsSentence(before: from) else { return nil }
    switch mention.act {
    case .titled, .named: break
    default: return nil
    }
    found.append(TextCitation(range: from..<mention.end, steps: [], act: mention.act))
    lastAct = mention.act
    noteShortName(behind: mention.end, of: mention.act)
    return mention.end
  }

  /// Takes back the acts cited as a whole that were read since there were `count` citations.
  mutating func dropWholeActs(from count: Int) {
    found = found[..<count] + found[count...].filter { !$0.steps.isEmpty }
  }

  /// Whether a word behind the word for the act leads to the rest of its title: "Law on Bees".
  private func leadsOn(_ actEnd: Int) -> Bool {
    let next = Letters.space(text, actEnd, end)
    guard next < end, Letters.isStart(text, next) else { return false }
    return language.style.titleWords.contains(Letters.word(text, next, end).hash)
  }

  /// Where a title begins that ends in the word for the act at `start`: over words in capitals, and over small words
  /// between them.
  private func titleStart(before start: Int) -> Int {
    var first = start
    var i = start
    for _ in 0..<16 {
      guard i > block, text[i - 1] == 0x20 || text[i - 1] == 0x0A else { return first }
      var wordEnd = i
      while wordEnd > block, text[wordEnd - 1] == 0x20 || text[wordEnd - 1] == 0x0A { wordEnd -= 1 }
      var wordStart = wordEnd
      while wordStart > block, isPartOfWord(text[wordStart - 1]) { wordStart -= 1 }
      guard wordStart < wordEnd else { return first }
      if Letters.isCapital(text, wordStart) {
        let entry = language.entry(Letters.word(text, wordStart, wordEnd).hash)
        // "The", "This" and words for units begin a sentence or name something else.
        if entry == .article || entry == .this || entry == .that { return first }
        first = wordStart
      } else {
        let entry = language.entry(Letters.word(text, wordStart, wordEnd).hash)
        guard entry == .of || entry == .conjunction || wordEnd - wordStart <= 3, entry != .article else { return first }
      }
      i = wordStart
    }
    return first
  }

  func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || (byte | 0x20) &- 0x61 < 26
  }
}
