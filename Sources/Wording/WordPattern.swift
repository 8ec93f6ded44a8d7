/// Who a word speaks of.
package enum PartySide: String, Sendable {
  case authority, person
}

/// A sequence of words as a table writes it: `word`, `stem*`, alternatives `a|b*`, `^Capital`, a party `@auth` or `@pers`, and
/// a number `#`, the end of a sentence `$`, a gap `~` of up to three words, `~8` of up to eight. A gap reaches over no stop.
package struct WordPattern: Sendable {
  package let text: String
  let items: [Item]

  enum Item: Sendable {
    case gap(Int)
    case party(PartySide)
    case number
    case word(Alternatives)
  }

  struct Alternatives: Sendable {
    var words: Set<String> = []
    var stems: [String] = []
    var needsCapital = false

    func matches(_ token: Token) -> Bool {
      if needsCapital, !token.isCapital { return false }
      return words.contains(token.lower) || stems.contains { token.lower.hasPrefix($0) }
    }
  }

  /// - Parameter text: `nil` comes back where it is empty.
  package init?(_ text: String) {
    self.text = text
    items = text.replacing("ё", with: "е").split(separator: " ").map { part in
      switch part.first {
      case "~": return .gap(Int(part.dropFirst()) ?? 3)
      case "#": return .number
      case "$": return .word(Alternatives(words: ["."]))
      case "@": return .party(part.hasPrefix("@auth") ? .authority : .person)
      default:
        var alternatives = Alternatives()
        alternatives.needsCapital = part.first == "^"
        for word in part.replacing("^", with: "").lowercased().split(separator: "|") {
          if word.last == "*" {
            alternatives.stems.append(String(word.dropLast()))
          } else {
            alternatives.words.insert(String(word))
          }
        }
        return .word(alternatives)
      }
    }
    if items.isEmpty { return nil }
  }

  /// Where the shortest match that begins at a token ends; `nil` where there is none.
  func match(_ tokens: [Token], at start: Int, _ sides: [PartySide?]) -> Int? { match(0, tokens, start, sides) }

  private func match(_ item: Int, _ tokens: [Token], _ at: Int, _ sides: [PartySide?]) -> Int? {
    guard item < items.count else { return at }
    switch items[item] {
    case .gap(let longest):
      for length in 0...longest {
        guard at + length <= tokens.count else { return nil }
        if length > 0, tokens[at + length - 1].isStop { return nil }
        if let end = match(item + 1, tokens, at + length, sides) { return end }
      }
      return nil
    case .party(let side):
      guard at < tokens.count, sides[at] == side else { return nil }
    case .number:
      guard at < tokens.count, tokens[at].isNumber else { return nil }
    case .word(let alternatives):
      guard at < tokens.count, alternatives.matches(tokens[at]) else { return nil }
    }
    return match(item + 1, tokens, at + 1, sides)
  }
}

/// Patterns with what each stands for, found by their first word.
package struct PatternIndex<Value: Sendable>: Sendable {
  package struct Match: Sendable {
    package let range: Range<Int>
    package let pattern: WordPattern
    package let value: Value
  }

  private var byWord: [String: [Int]] = [:]
  private var byStem: [String: [Int]] = [:]
  private var byParty: [Int] = []
  private var byNumber: [Int] = []
  private var entries: [(pattern: WordPattern, value: Value)] = []

  package init(_ entries: [(pattern: WordPattern, value: Value)]) {
    self.entries = entries
    for (k, entry) in entries.enumerated() {
      guard case .word(let first)? = entry.pattern.items.first else {
        if case .number? = entry.pattern.items.first { byNumber.append(k) } else { byParty.append(k) }
        continue
      }
      for word in first.words { byWord[word, default: []].append(k) }
      for stem in first.stems { byStem[String(stem.prefix(2)), default: []].append(k) }
    }
  }

  /// All matches, in the order of the text, then of the table.
  package func find(in tokens: [Token], sides: [PartySide?]) -> [Match] {
    var out: [Match] = []
    for (i, token) in tokens.enumerated() {
      func look(_ list: [Int]) {
        for k in list {
          guard let end = entries[k].pattern.match(tokens, at: i, sides) else { continue }
          out.append(Match(range: i..<end, pattern: entries[k].pattern, value: entries[k].value))
        }
      }
      if let list = byWord[token.lower] { look(list) }
      if !byStem.isEmpty, let list = byStem[String(token.lower.prefix(2))] { look(list) }
      if !byParty.isEmpty, sides[i] != nil { look(byParty) }
      if !byNumber.isEmpty, token.isNumber { look(byNumber) }
    }
    return out
  }
}
