/// Words that send the reader to the law without naming an act: "in the manner prescribed by law", «в установленном
/// порядке».
package struct BlankPhrases: Sendable {
  /// By phrase: its words.
  private let phrases: [[UInt64]]
  /// The first words of the phrases, by hash.
  private let first: WordTable
  /// Where not empty: each phrase holds one of these, so that texts without them need not be read.
  private let anchors: [Anchor]

  /// - Parameters:
  ///   - list: phrases in lower case, one for each form that occurs.
  ///   - anchors: words as they stand in the middle of a sentence, with one of which each phrase ends.
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
      for hit in anchor.places(in: text) { near.append(max(0, hit - 64)..<min(text.count, hit + 16)) }
    }
    near.sort { $0.lowerBound < $1.lowerBound }
    var out: [Range<Int>] = []
    for range in near {
      for place in find(in: text, range) where place.lowerBound >= out.last?.upperBound ?? 0 { out.append(place) }
    }
    return out
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
      ]),
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

  func places(in text: [UInt8]) -> [Int] {
    guard let last = bytes.last else { return [] }
    let span = text.span
    let skip = skip.span
    var out: [Int] = []
    var i = bytes.count - 1
    while i < span.count {
      let byte = span[i]
      if byte == last {
        let start = i - bytes.count + 1
        if bytes.indices.allSatisfy({ span[start + $0] == bytes[$0] }) { out.append(start) }
      }
      i += Int(skip[Int(byte)])
    }
    return out
  }
}
