import Provisions

/// Words right before or behind a citation that say why it is made: "на основание чл. 5", "Article 5 is repealed".
struct CitationCue: Sendable {
  let role: ReferenceRole
  /// Hashes of the words, in their order.
  let words: [UInt64]
  let isBehind: Bool

  /// - Parameter phrase: in lower case, with spaces between the words; an elided article is a word: "en vertu de l".
  init(_ role: ReferenceRole, _ phrase: String, isBehind: Bool) {
    self.role = role
    self.isBehind = isBehind
    words = phrase.split(separator: " ").map { Letters.word(Array($0.utf8), 0, $0.utf8.count).hash }
  }
}

extension CitationParser {
  /// The role of a citation that stands at `range`.
  ///
  /// A basis is one only where the document speaks of itself: in its front, at the head of a paragraph, or behind a word such
  /// as "издава". Elsewhere "на основание" tells why something else is done.
  func role(of range: Range<Int>) -> ReferenceRole {
    let before = words(before: range.lowerBound, count: 12)
    for cue in language.style.cues where !cue.isBehind {
      guard before.count >= cue.words.count, before.suffix(cue.words.count).elementsEqual(cue.words) else { continue }
      if cue.role != .basis { return cue.role }
      let rest = before.dropLast(cue.words.count)
      if isFront || rest.isEmpty || rest.contains(where: { language.entry($0) == .enacts }) { return .basis }
    }
    for cue in language.style.cues where cue.isBehind && begins(cue.words, at: range.upperBound) { return cue.role }
    return .cites
  }

  /// Hashes of the words before a place, at most `count` and none beyond the beginning of the sentence or the block.
  func words(before place: Int, count: Int) -> [UInt64] {
    var out: [UInt64] = []
    var i = place
    while i > block, out.count < count {
      let byte = text[i - 1]
      guard isPartOfWord(byte) else {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") { break }
        i -= 1
        continue
      }
      let last = i
      while i > block, isPartOfWord(text[i - 1]), text[i - 1] != UInt8(ascii: "'"), text[i - 1] != UInt8(ascii: "-") {
        i -= 1
      }
      guard i < last else {
        i -= 1
        continue
      }
      // Signs beyond ASCII look like letters from behind: the words between them are found from the front.
      var k = i
      var found: [UInt64] = []
      while k < last {
        if Letters.isStart(text, k) {
          let word = Letters.word(text, k, last)
          found.append(word.hash)
          k = max(k + 1, word.end)
        } else {
          k += 1
        }
      }
      out.insert(contentsOf: found, at: 0)
    }
    return out
  }

  private func begins(_ words: [UInt64], at place: Int) -> Bool {
    var i = place
    for hash in words {
      i = Letters.space(text, i, end)
      guard i < end, Letters.isStart(text, i) else { return false }
      let word = Letters.word(text, i, end)
      guard word.hash == hash else { return false }
      i = word.end
    }
    return true
  }
}
