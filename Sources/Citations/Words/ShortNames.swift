import Provisions

/// Short names that a document gives to an act: "(hereinafter – the Law)", "(по-нататък „закона“)", "(ЗКИР)".
extension CitationParser {
  /// Looks behind a mention of an act for brackets that give it a short name.
  ///
  /// The brackets may stand behind a title whose end is not known, so they are looked for as far as the sentence goes.
  mutating func noteShortName(behind position: Int, of act: ActMention) {
    let limit = min(end, position + 260)
    var i = position
    while i < limit, text[i] != UInt8(ascii: ";"), text[i] != UInt8(ascii: "(") {
      if text[i] == UInt8(ascii: "."), i + 1 < end, text[i + 1] == 0x20 { return }
      i += 1
    }
    guard i < limit, text[i] == UInt8(ascii: "(") else { return }
    var isCalled = false
    var count = 0
    i += 1
    while i < end, text[i] != UInt8(ascii: ")") {
      guard Letters.isStart(text, i) else {
        i += 1
        continue
      }
      let word = Letters.word(text, i, end)
      guard word.end > i else { return }
      let name = String(decoding: text[i..<word.end], as: UTF8.self)
      if language.entry(word.hash) == .called { isCalled = true }
      if isCalled, isActWord(i, word) { shortNames[name.lowercased()] = act }
      if isCalled || count == 0, isAbbreviation(i, word.end) { shortNames[name] = act }
      count += 1
      i = word.end
    }
  }

  /// The act behind a short name that stood before, else the mention as it is.
  func spelledOut(_ act: ActMention) -> ActMention {
    guard !shortNames.isEmpty else { return act }
    switch act {
    case .named(let name): return shortNames[name] ?? act
    case .generic(let word):
      let stem = word.prefix(max(3, word.count - 2))
      // The words are inflected where they are used.
      return shortNames.filter { $0.key.hasPrefix(stem) }.min { $0.key < $1.key }?.value ?? act
    default: return act
    }
  }
}
