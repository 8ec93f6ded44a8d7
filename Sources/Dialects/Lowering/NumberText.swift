import Provisions

/// Finds the number in what a law prints as one: "Article 12.", "(a)", "Чл. 5.", "§ 3a", "CHAPTER IV", "12 to 15".
enum NumberText {
  struct Found {
    var number: TextRange
    /// The print names a run of units: "12 to 15", "12 and 13", "4–7".
    var isStretch: Bool
  }

  static func extract(_ text: [UInt8], _ range: TextRange) -> Found {
    if let number = plain(text, range) {
      return Found(number: isUnitWord(text, number) ? .empty : number, isStretch: false)
    }
    let tokens = split(text, range)
    // A converter may have put the heading into the number; then the print is no number.
    guard let first = tokens.first, tokens.count(where: { isPlainWord(text, $0) }) <= 3 else {
      return Found(number: .empty, isStretch: false)
    }
    if let digits = tokens.firstIndex(where: { hasDigit(text, $0) }) {
      guard !tokens[(digits + 1)...].contains(where: { isPlainWord(text, $0) }) else {
        return Found(number: .empty, isStretch: false)
      }
      var chosen = tokens[digits]
      var stretch = hasInnerDash(text, chosen)
      if digits + 1 < tokens.count {
        let next = tokens[digits + 1]
        // German "3 bis 5" is a run, Latin "5 bis" is one number.
        if isConnective(text, next), tokens[(digits + 2)...].contains(where: { hasDigit(text, $0) }) {
          stretch = true
        } else if isSuffix(text, next, isLast: digits + 2 == tokens.count) {
          chosen.count = next.start + next.count - chosen.start
        }
      }
      return Found(number: chosen, isStretch: stretch)
    }
    return words(text, tokens, first)
  }

  /// Numbers without digits: "CHAPTER IV" and "Глава девета а" end in the number, "Erster Teil" begins with it, "(d) and (e)"
  /// are two. Other words are no number.
  private static func words(_ text: [UInt8], _ tokens: [TextRange], _ first: TextRange) -> Found {
    guard let last = tokens.last, tokens.count > 1 else {
      return Found(number: isUnitWord(text, first) ? .empty : first, isStretch: false)
    }
    if let connective = tokens.indices.dropFirst().dropLast().first(where: { isConnective(text, tokens[$0]) }),
      tokens[connective - 1].count <= 8
    {
      return Found(number: tokens[connective - 1], isStretch: true)
    }
    if isUnitWord(text, first) {
      let start = tokens[1].start
      return Found(number: TextRange(start: start, count: last.start + last.count - start), isStretch: false)
    }
    guard isUnitWord(text, last) else { return Found(number: .empty, isStretch: false) }
    let end = tokens[tokens.count - 2]
    return Found(number: TextRange(start: first.start, count: end.start + end.count - first.start), isStretch: false)
  }

  /// The number where the print is nothing but a short number with punctuation around it: "(a)", "12.", "3.1".
  private static func plain(_ text: [UInt8], _ range: TextRange) -> TextRange? {
    guard range.count > 0, range.count < 12 else { return nil }
    var a = range.indices.lowerBound
    var b = range.indices.upperBound
    while a < b, text[a] == UInt8(ascii: "(") || text[a] == 0x20 { a += 1 }
    while b > a, text[b - 1] == UInt8(ascii: ")") || text[b - 1] == UInt8(ascii: ".") || text[b - 1] == 0x20 { b -= 1 }
    guard a < b, isWordByte(text[a]), isWordByte(text[b - 1]) else { return nil }
    for i in a..<b where !isWordByte(text[i]) && text[i] != UInt8(ascii: ".") { return nil }
    return TextRange(start: UInt32(a), count: UInt32(b - a))
  }

  /// The words of the print without the punctuation around them.
  private static func split(_ text: [UInt8], _ range: TextRange) -> [TextRange] {
    var out: [TextRange] = []
    var i = range.indices.lowerBound
    let end = range.indices.upperBound
    while i < end {
      while i < end, isBlank(text, i) { i += isBlankWidth(text, i) }
      let start = i
      while i < end, !isBlank(text, i) { i += 1 }
      if let token = trimmed(text, start, i) { out.append(token) }
    }
    return out
  }

  private static func isBlank(_ text: [UInt8], _ i: Int) -> Bool {
    let c = text[i]
    if c <= 0x20 { return true }
    return c == 0xC2 && i + 1 < text.count && text[i + 1] == 0xA0
  }

  private static func isBlankWidth(_ text: [UInt8], _ i: Int) -> Int { text[i] == 0xC2 ? 2 : 1 }

  /// A token without the punctuation around it, or `nil` if nothing is left.
  private static func trimmed(_ text: [UInt8], _ start: Int, _ end: Int) -> TextRange? {
    var a = start
    var b = end
    while a < b {
      if isWordByte(text[a]) { break }
      if text[a] >= 0x80, !isPunctuation(text, a) { break }
      a += width(text, a)
    }
    while b > a {
      var k = b - 1
      while k > a, text[k] & 0xC0 == 0x80 { k -= 1 }
      if isWordByte(text[k]) || (text[k] >= 0x80 && !isPunctuation(text, k)) { break }
      b = k
    }
    return a < b ? TextRange(start: UInt32(a), count: UInt32(b - a)) : nil
  }

  private static func isWordByte(_ c: UInt8) -> Bool {
    (0x30...0x39).contains(c) || (0x41...0x5A).contains(c) || (0x61...0x7A).contains(c)
  }

  private static func width(_ text: [UInt8], _ i: Int) -> Int {
    var k = i + 1
    while k < text.count, text[k] & 0xC0 == 0x80 { k += 1 }
    return k - i
  }

  private static func isPunctuation(_ text: [UInt8], _ i: Int) -> Bool {
    let scalar = String(decoding: text[i..<i + width(text, i)], as: UTF8.self).unicodeScalars.first
    guard let scalar else { return true }
    return !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func hasDigit(_ text: [UInt8], _ token: TextRange) -> Bool {
    text[token.indices].contains { (0x30...0x39).contains($0) }
  }

  private static func hasInnerDash(_ text: [UInt8], _ token: TextRange) -> Bool {
    let bytes = text[token.indices]
    guard let dash = bytes.firstIndex(where: { $0 == 0x2D || $0 == 0xE2 }), dash > bytes.startIndex else {
      return false
    }
    let after = bytes[dash...].drop { $0 == 0x2D || $0 >= 0x80 }
    return (0x30...0x39).contains(bytes[dash - 1]) && after.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// A word that is neither a number nor what stands between numbers.
  private static func isPlainWord(_ text: [UInt8], _ token: TextRange) -> Bool {
    token.count > 2 && !hasDigit(text, token) && !isConnective(text, token)
      && !latinSuffixes.contains(word(text, token))
  }

  /// "bis", "a" or "г" after a number belong to it. A letter that is also a word between numbers does so where the print
  /// ends with it: "§ 3 a", but "12 a 15".
  private static func isSuffix(_ text: [UInt8], _ token: TextRange, isLast: Bool) -> Bool {
    let suffix = word(text, token)
    if latinSuffixes.contains(suffix) { return true }
    return suffix.unicodeScalars.count == 1 && !hasDigit(text, token) && (isLast || !connectives.contains(suffix))
  }

  private static func isConnective(_ text: [UInt8], _ token: TextRange) -> Bool {
    connectives.contains(word(text, token))
  }

  /// "SCHEDULE" alone is no number.
  private static func isUnitWord(_ text: [UInt8], _ token: TextRange) -> Bool {
    // Most numbers are shorter than any such word, and no such word has a digit.
    token.count > 2 && !hasDigit(text, token) && unitWords.contains(word(text, token))
  }

  private static func word(_ text: [UInt8], _ token: TextRange) -> String {
    String(decoding: text[token.indices], as: UTF8.self).lowercased()
  }

  private static let latinSuffixes: Set<String> = [
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
  ]
  private static let connectives: Set<String> = [
    "to", "and", "or", "through", "à", "et", "ou", "bis", "und", "a", "y", "e", "al", "do", "и", "до", "по", "або", "i",
  ]
  private static let unitWords: Set<String> = [
    "part", "chapter", "title", "section", "article", "book", "division", "subdivision", "schedule", "annex",
    "appendix",
    "teil", "kapitel", "abschnitt", "buch", "titel", "anlage", "anhang", "partie", "chapitre", "titre", "livre",
    "sous-section", "annexe", "allegato", "anexo", "приложение", "parte", "capo", "titolo", "capítulo", "título",
    "част", "глава", "раздел", "дял",
    "часть", "статья", "luku", "osa",
  ]
}
