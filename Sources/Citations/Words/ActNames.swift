import Provisions

/// Finds acts by what people call them: by title, short title, number with its date, or initials.
///
/// Words of a title are inflected where it is cited ("Закон за …" becomes "от Закона за …", "-gesetz" "-gesetzes"), so words
/// are compared without their ends.
struct ActNames {
  private struct Name {
    var words: [[Character]]
    var document: Int
  }

  /// By the first letters of the first word.
  private var byStart: [String: [Name]] = [:]
  /// By the number of the act, in lower case.
  private var byNumber: [String: [Int]] = [:]
  private var byInitials: [String: [Int]] = [:]
  private let documents: [LegalDocument]

  init(_ documents: [LegalDocument]) {
    self.documents = documents
    for (d, document) in documents.enumerated() {
      let identity = document.identity
      let names = CommonNames(identity)
      for short in names.abbreviations { byInitials[short.lowercased(), default: []].append(d) }
      for title in names.titles {
        let words = Self.words(title)
        guard words.count >= 2 || words.first.map({ $0.count >= 9 }) ?? false else { continue }
        byStart[String(words[0].prefix(4)), default: []].append(Name(words: words, document: d))
        let initials = String(words.filter { $0.count > 2 }.compactMap(\.first))
        if initials.count >= 2, byInitials[initials]?.last != d { byInitials[initials, default: []].append(d) }
      }
      let number = identity.number.lowercased()
      if number.contains(where: \.isNumber) { byNumber[number, default: []].append(d) }
    }
  }

  private static func words(_ text: String) -> [[Character]] {
    let lower = text.lowercased()
    guard lower.utf8.allSatisfy({ $0 < 0x80 }) else {
      return lower.split { !($0.isLetter || $0.isNumber) }.map(Array.init)
    }
    // Letters and digits of ASCII are told by their bytes.
    return lower.utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }.map { word in
      word.map { Character(Unicode.Scalar($0)) }
    }
  }

  /// The documents that a mention names, those whose title covers most of its words; empty where none is loaded.
  func find(_ mention: String) -> [Int] {
    let words = Self.words(mention)
    guard !words.isEmpty else { return [] }
    if words.count == 1, mention.count <= 8, let known = byInitials[String(words[0])] { return known }
    if let numbered = find(numberIn: mention) { return numbered + others(titledIn: words, than: numbered) }
    if words.count == 1, let alone = constitutions(words[0]) { return alone }
    let known = title(words).documents
    return known.isEmpty ? quotedTitle(mention).documents : known
  }

  /// The title between quotation marks behind an act and its issuer: "Закона Республики Беларусь «Об обращениях граждан»".
  private func quotedTitle(_ mention: String) -> (documents: [Int], length: Int) {
    // Few mentions hold a mark, and its first byte is quickly looked for: ", « or one of “„.
    guard mention.utf8.prefix(160).contains(where: { $0 == 0x22 || $0 == 0xC2 || $0 == 0xE2 }),
      let open = mention.prefix(90).firstIndex(where: CommonNames.opening.contains)
    else { return ([], 0) }
    let lead = Self.words(String(mention[..<open])).count
    // Further on the marks may hold anything.
    guard lead <= 4 else { return ([], 0) }
    let quoted = Self.words(String(mention[open...]))
    guard let first = quoted.first, byStart[String(first.prefix(4))] != nil else { return ([], 0) }
    let found = title(quoted)
    return (found.documents, found.length > 0 ? lead + found.length : 0)
  }

  /// Acts whose title stands in a mention that gives the number of another one; empty where the title of the numbered one
  /// stands there, too.
  private func others(titledIn words: [[Character]], than numbered: [Int]) -> [Int] {
    func stands(_ name: Name) -> Bool {
      // The word for the act may stand before the number, away from the rest of the title.
      let tail = name.words.count > 3 ? name.words.dropFirst() : name.words[...]
      guard tail.count >= 3, tail.count <= words.count else { return false }
      return (0...words.count - tail.count).contains { start in zip(tail, words[start...]).allSatisfy(Self.isSame) }
    }
    let titled = Set(byStart.values.flatMap { $0.filter(stands).map(\.document) })
    let works = Set(numbered.map { documents[$0].identity.work })
    guard !titled.contains(where: { works.contains(documents[$0].identity.work) }) else { return [] }
    return titled.sorted()
  }

  /// How many bytes of a mention belong to the title of a loaded act with which it begins; `nil` where there is none.
  func reach(of mention: String) -> Int? {
    let plain = mayBegin(mention) ? title(Self.words(mention)).length : 0
    let length = plain > 0 ? plain : quotedTitle(mention).length
    guard length > 0 else { return nil }
    let parts = mention.split { !($0.isLetter || $0.isNumber) }
    guard length <= parts.count else { return nil }
    return mention.utf8.distance(from: mention.startIndex, to: parts[length - 1].endIndex)
  }

  /// Whether some title may begin where a mention does: most acts that are cited are not loaded.
  private func mayBegin(_ mention: String) -> Bool {
    let words = Self.words(String(mention.prefix(40)))
    return words.prefix(2).contains { byStart[String($0.prefix(4))] != nil }
  }

  /// The longest title with which some words begin: the documents that bear it, and how many words it takes.
  private func title(_ words: [[Character]]) -> (documents: [Int], length: Int) {
    var best: (length: Int, documents: [Int]) = (0, [])
    // A word or two may stand before the title: "Федерального закона", "the".
    for start in 0..<min(2, words.count) {
      for name in byStart[String(words[start].prefix(4))] ?? [] {
        guard name.words.count <= words.count - start, name.words.count >= best.length,
          zip(name.words, words[start...]).allSatisfy(Self.isSame)
        else { continue }
        if name.words.count > best.length { best = (name.words.count, []) }
        if !best.documents.contains(name.document) { best.documents.append(name.document) }
      }
      if !best.documents.isEmpty { return (best.documents, start + best.length) }
    }
    return ([], 0)
  }

  /// "the Constitution" is the one of the country, whatever else its title says.
  private func constitutions(_ word: [Character]) -> [Int]? {
    let known = (byStart[String(word.prefix(4))] ?? []).filter { name in
      name.words.first.map { Self.isSame($0, word) } ?? false && documents[name.document].identity.rank == .constitution
    }
    return known.isEmpty ? nil : Array(Set(known.map(\.document))).sorted()
  }

  /// By a number behind "№", "No." or "Nr.", or one that is the whole mention; of several acts with one number that whose
  /// year the mention gives.
  private func find(numberIn mention: String) -> [Int]? {
    guard mention.utf8.prefix(180).contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let lower = mention.prefix(90).lowercased()
    if let whole = byNumber[lower] { return whole }
    var candidates: [Int]?
    for mark in ["№", "no.", "no ", "nr.", "nr ", "n.", "n°", "nº"] {
      guard let range = lower.firstRange(of: mark) else { continue }
      let number = lower[range.upperBound...].drop { $0.isWhitespace }.prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "/"
      }
      candidates = byNumber[String(number)]
      // A bare number is one that acts of every year bear.
      if candidates != nil { return dated(candidates ?? [], lower, isRequired: number.allSatisfy(\.isNumber)) }
    }
    return nil
  }

  /// Those of some acts whose year stands in a mention; all of them where none stands there and none has to.
  private func dated(_ candidates: [Int], _ mention: String, isRequired: Bool) -> [Int]? {
    let years = mention.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
    let same = candidates.filter { d in
      documents[d].identity.adopted.map { years.contains(Int($0.packed) / 10_000) } ?? false
    }
    if isRequired { return same.isEmpty ? nil : same }
    return years.isEmpty || same.isEmpty ? candidates : same
  }

  /// Whether two words are the same but for their ends.
  private static func isSame(_ a: [Character], _ b: [Character]) -> Bool {
    if a == b { return true }
    let common = zip(a, b).prefix { $0 == $1 }.count
    guard common >= 3 else { return false }
    return a.count - common <= 3 && b.count - common <= 3 && common >= min(a.count, b.count) - 2
  }
}
