/// Words that send the reader to the law without naming an act: "in the manner prescribed by law", «в установленном
/// порядке».
package struct BlankPhrases: Sendable {
  /// By phrase: its words.
  private let phrases: [[UInt64]]
  /// The first words of the phrases, by hash.
  private let first: WordTable
  /// The last words but one of the phrases, by hash.
  private let beforeAnchor: Set<UInt64>
  /// Where not empty: each phrase holds one of these, so that texts without them need not be read.
  private let anchors: [Anchor]

  /// - Parameters:
  ///   - list: phrases in lower case, one for each form that occurs.
  ///   - anchors: beginnings of words as they stand in the middle of a sentence; with one of these words each phrase ends.
  private init(_ list: [String], anchors: [String] = []) {
    self.anchors = anchors.map { Anchor($0) }
    phrases = list.map { phrase in
      let bytes = Array(phrase.utf8)
      var words: [UInt64] = []
      var i = 0
      while i < bytes.count {
        guard Letters.isStart(bytes, i) else {
          i += 1
          continue
        }
        let word = Letters.word(bytes, i, bytes.count)
        words.append(word.hash)
        i = word.end
      }
      return words
    }
    beforeAnchor = Set(phrases.compactMap { $0.dropLast().last })
    first = WordTable(list.map { (String($0.prefix { $0 != " " && $0 != "," }), 1) })
  }

  /// The phrases of a language, or `nil` where there are none.
  ///
  /// - Parameter code: BCP 47.
  package static func of(_ code: String) -> BlankPhrases? {
    table.first { code == $0.key || code.hasPrefix($0.key + "-") }?.value
  }

  /// The places of phrases in the whole text of a document, in order.
  package func find(in text: [UInt8]) -> [Range<Int>] {
    if anchors.isEmpty { return find(in: text, 0..<text.count) }
    var near: [Range<Int>] = []
    for anchor in anchors {
      for hit in anchor.places(in: text) where mayEnd(at: hit, text) {
        near.append(max(0, hit - 128)..<min(text.count, hit + 48))
      }
    }
    near.sort { $0.lowerBound < $1.lowerBound }
    var out: [Range<Int>] = []
    for range in near {
      for place in find(in: text, range) where place.lowerBound >= out.last?.upperBound ?? 0 { out.append(place) }
    }
    return out
  }

  /// Whether an anchor is the beginning of a word, and the word before it is one that stands there in a phrase: few are.
  private func mayEnd(at anchor: Int, _ text: [UInt8]) -> Bool {
    func isInWord(_ i: Int) -> Bool {
      let byte = text[i]
      if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
      // A no-break space, in UTF-8 C2 A0.
      return byte != 0xC2 && !(byte == 0xA0 && i > 0 && text[i - 1] == 0xC2)
    }
    let floor = max(0, anchor - 64)
    guard anchor > floor, !isInWord(anchor - 1) else { return false }
    var end = anchor
    while end > floor, !isInWord(end - 1) { end -= 1 }
    var start = end
    while start > floor, isInWord(start - 1) { start -= 1 }
    return start < end && beforeAnchor.contains(Letters.word(text, start, end).hash)
  }

  private func find(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard Letters.isStart(text, i) else {
        i += 1
        continue
      }
      let word = Letters.word(text, i, range.upperBound)
      if first.find(word.hash) != nil, let end = phraseEnd(at: i, text, range.upperBound) {
        out.append(i..<end)
        i = end
      } else {
        i = word.end
      }
    }
    return out
  }

  /// The end of the longest phrase that stands at a byte.
  private func phraseEnd(at start: Int, _ text: [UInt8], _ end: Int) -> Int? {
    var best: Int?
    for phrase in phrases {
      var i = start
      var matched = 0
      while matched < phrase.count, i < end, Letters.isStart(text, i) {
        let word = Letters.word(text, i, end)
        guard word.hash == phrase[matched] else { break }
        matched += 1
        i = word.end
        if matched < phrase.count {
          if i < end, text[i] == UInt8(ascii: ",") { i += 1 }
          i = Letters.space(text, i, end)
        }
      }
      if matched == phrase.count, i > best ?? 0 { best = i }
    }
    return best
  }

  private static let table: [String: BlankPhrases] = [
    "en": BlankPhrases(
      [
        "in the manner prescribed by legislation", "in the manner established by legislation",
        "in the manner provided by legislation", "in accordance with the legislation",
        "in accordance with applicable legislation", "in accordance with the applicable legislation",
        "in accordance with the current legislation", "in accordance with legislation",
      ], anchors: ["legislation"]),
    "bg": BlankPhrases(
      ["определен", "определени", "установен", "установени", "предвиден", "предвидени"].flatMap { verb in
        [
          "по ред, \(verb) от закона", "по ред, \(verb) със закон", "по ред, \(verb) в закон",
          "по ред, \(verb) в закона",
        ]
          + ["при условия и по ред, \(verb) от закона", "при условия и по ред, \(verb) със закон"]
      } + [
        "по установения ред", "по установения за това ред", "по установения от закона ред", "по законоустановения ред",
        "съгласно действащото законодателство", "съобразно действащото законодателство",
        "в съответствие с действащото законодателство", "по реда на действащото законодателство",
      ], anchors: ["закон", "ред"]),
    "ru": BlankPhrases([
      "в установленном порядке", "в установленном законом порядке", "в установленном законодательством порядке",
      "в порядке, установленном законодательством", "в порядке, установленном законом",
      "в порядке, предусмотренном законодательством", "в порядке, определенном законодательством",
      "в соответствии с законодательством", "в соответствии с действующим законодательством",
      "согласно действующему законодательству",
    ]),
    "be": BlankPhrases([
      "ва ўстаноўленым парадку", "ва ўстаноўленым заканадаўствам парадку", "у парадку, устаноўленым заканадаўствам",
      "у адпаведнасці з заканадаўствам", "у адпаведнасці з дзеючым заканадаўствам",
    ]),
    "de": BlankPhrases([
      "nach Maßgabe der gesetzlichen Vorschriften", "nach den gesetzlichen Vorschriften",
      "nach den gesetzlichen Bestimmungen", "nach Maßgabe der gesetzlichen Bestimmungen",
      "nach den geltenden Vorschriften", "im Rahmen der geltenden Gesetze", "nach geltendem Recht",
    ]),
    "it": BlankPhrases([
      "nei modi previsti dalla legge", "nelle forme previste dalla legge", "ai sensi della normativa vigente",
      "secondo la normativa vigente", "nel rispetto della normativa vigente", "ai sensi di legge",
    ]),
    "es": BlankPhrases([
      "en los términos previstos en la ley", "de conformidad con la legislación vigente",
      "conforme a la legislación vigente",
      "de acuerdo con la legislación vigente", "en la forma prevista en la ley",
    ]),
  ]
}

/// Bytes that are looked for in a whole text; most of it is never looked at (Horspool).
private struct Anchor: Sendable {
  private let bytes: [UInt8]
  /// By byte: how far the search moves on where it stands under the last byte of the anchor.
  private let skip: [UInt8]

  init(_ word: String) {
    bytes = Array(word.utf8)
    var skip = [UInt8](repeating: UInt8(clamping: bytes.count), count: 256)
    for (k, byte) in bytes.enumerated().dropLast() { skip[Int(byte)] = UInt8(clamping: bytes.count - 1 - k) }
    self.skip = skip
  }

  /// Two halves of the text are read by turns: a step of the one need not wait for the step of the other.
  func places(in text: [UInt8]) -> [Int] {
    guard let last = bytes.last else { return [] }
    let length = bytes.count
    let span = text.span
    let skip = skip.span
    var (front, back): ([Int], [Int]) = ([], [])
    func look(_ end: Int, _ out: inout [Int]) {
      let start = end - length + 1
      if bytes.indices.allSatisfy({ span[start + $0] == bytes[$0] }) { out.append(start) }
    }
    // Anchors that begin in the first half are of the front; those that reach over the middle too.
    let middle = span.count / 2 + length - 1
    var i = length - 1
    var k = middle
    while i < middle, k < span.count {
      let (a, b) = (span[i], span[k])
      if a == last { look(i, &front) }
      if b == last { look(k, &back) }
      i += Int(skip[Int(a)])
      k += Int(skip[Int(b)])
    }
    while i < min(middle, span.count) {
      let byte = span[i]
      if byte == last { look(i, &front) }
      i += Int(skip[Int(byte)])
    }
    while k < span.count {
      let byte = span[k]
      if byte == last { look(k, &back) }
      k += Int(skip[Int(byte)])
    }
    return front + back
  }
}
