import Provisions
import XMLReading

/// Whose unit a marked section number is.
///
/// The markup of "section 4 of the X Act" marks the number as internal; only the words that follow tell that it is not.
enum UnitHome {
  /// A unit of the document itself.
  case here
  /// A unit of the act that the words name next; its `link`.
  case named(String)
  /// "of the Act" without a name.
  case theAct
  /// A unit of some other act that the words do not name by a link.
  case elsewhere

  static func find(after i: Int, in tree: XMLTree, tables: ResolvedVocabulary) -> UnitHome {
    var k = Int(tree.nodes[i].end)
    let parentEnd = end(ofParentOf: i, in: tree)
    var binds = false
    for _ in 0..<16 {
      guard k < parentEnd else { return .here }
      let node = tree.nodes[k]
      if node.isText {
        let text = tree.text[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
        switch linking(text) {
        case .unrelated: return .here
        case .pointsElsewhere: return .elsewhere
        case .theAct: return .theAct
        case .list: binds = false
        case .binding: binds = true
        }
      } else {
        switch tables.treatments[Int(node.name)] {
        case .special(.internalReference): binds = false
        case .special(.externalReference):
          guard binds else { return .here }
          for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
          where tables.roles[Int(attribute.name)] == .link && attribute.count > 0 {
            return .named(tree.string(of: attribute))
          }
          return .elsewhere
        default:
          // "(a)" in italics and the like belongs to the citation; anything longer does not.
          guard tree.textContent(k).utf8.count <= 12 else { return .here }
        }
      }
      k = Int(node.end)
    }
    return .here
  }

  private enum Linking {
    case unrelated, list, binding, theAct, pointsElsewhere
  }

  /// What words between two marks make of them. The words are read only as far as they belong to a citation.
  private static func linking(_ bytes: ArraySlice<UInt8>) -> Linking {
    var words = CitationWords(bytes)
    var word = words.next()
    while let listed = word, isListWord(listed) { word = words.next() }
    guard let first = word else { return words.isWhole ? .list : .unrelated }
    guard prepositions.contains(first) else { return .unrelated }
    var tail: [String] = []
    while tail.count < 12, let next = words.next() { tail.append(next) }
    if let next = tail.first, demonstratives.contains(next) { return .pointsElsewhere }
    if let next = tail.first, next == "this" || next == "these" { return .unrelated }
    let noun = tail.drop { prepositions.contains($0) || articles.contains($0) }
    if noun.isEmpty { return words.isWhole ? .binding : .unrelated }
    // "de la présente loi" is "of this Act".
    if let next = noun.first, frenchThis.contains(next) { return .unrelated }
    if let word = noun.first, isActWord(word), noun.count < tail.count { return .theAct }
    // "of the Canada Evidence Act" without a mark, "of the former Act", but "of Part II".
    return noun.contains(where: isActWord) || noun.first == "former" ? .pointsElsewhere : .unrelated
  }

  private static func isListWord(_ word: String) -> Bool {
    let first = word.utf8.first ?? 0
    // The letter of "12c)" stands behind the mark.
    if word.hasSuffix(")"), word.utf8.count <= 6 { return true }
    if first == UInt8(ascii: "(") || (0x30...0x39).contains(first) { return word.utf8.count <= 12 }
    return listWords.contains(word)
  }

  private static func isActWord(_ word: String) -> Bool {
    actWords.contains(word)
  }

  private static let listWords: Set<String> = [
    "and", "or", "to", "section", "sections", "subsection", "subsections", "paragraph", "paragraphs", "subparagraph",
    "subparagraphs", "clause", "clauses", "et", "ou", "à", "au", "aux", "article", "articles", "paragraphe",
    "paragraphes", "alinéa", "alinéas", "sous-alinéa", "sous-alinéas", "l'", "les", "and/or", "through", "either",
  ]
  private static let actWords: Set<String> = [
    "act", "acts", "loi", "regulations", "règlement", "code", "statutes", "rules",
  ]
  private static let demonstratives: Set<String> = [
    "that", "those", "said", "cette", "ces", "ce", "celle-ci", "ladite",
  ]
  private static let frenchThis: Set<String> = ["présent", "présente", "présents", "présentes"]
  private static let prepositions: Set<String> = ["of", "de", "du", "des", "in", "under"]
  private static let articles: Set<String> = ["the", "la", "le", "l'", "les", "d'"]

  private static func end(ofParentOf i: Int, in tree: XMLTree) -> Int {
    var k = i - 1
    while k >= 0 {
      if Int(tree.nodes[k].end) > i { return Int(tree.nodes[k].end) }
      k -= 1
    }
    return tree.nodes.count
  }
}

/// The words of a text in small letters, one after the other, until a mark that ends a clause.
private struct CitationWords {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var stopped = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// Whether the text was read to its end.
  var isWhole: Bool { !stopped && at >= bytes.endIndex }

  mutating func next() -> String? {
    while at < bytes.endIndex, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") { at += 1 }
    guard !stopped, at < bytes.endIndex else { return nil }
    var word: [UInt8] = []
    while at < bytes.endIndex {
      let c = bytes[at]
      if c <= 0x20 || c == UInt8(ascii: ",") { break }
      if c == UInt8(ascii: ";") || c == UInt8(ascii: ":") {
        stopped = true
        break
      }
      if c == UInt8(ascii: "."), !(word.last.map { (0x30...0x39).contains($0) } ?? false) || isAtEnd(at + 1) {
        stopped = true
        break
      }
      // An apostrophe, straight or curly (E2 80 99), ends the elided article before it.
      if c == UInt8(ascii: "'") || c == 0xE2 && bytes[at...].starts(with: [0xE2, 0x80, 0x99]) {
        word.append(UInt8(ascii: "'"))
        at += c == 0xE2 ? 3 : 1
        break
      }
      word.append((0x41...0x5A).contains(c) ? c | 0x20 : c)
      at += 1
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  private func isAtEnd(_ i: Int) -> Bool { i >= bytes.endIndex || bytes[i] <= 0x20 }
}
