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
          where tables.roles[Int(attribute.name)] == .link && attribute.count > 0 { return .named(tree.string(of: attribute)) }
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
    var words: [String] = []
    var word = ""
    let head = String(decoding: bytes.prefix(160), as: UTF8.self)
    let isWhole = bytes.count <= 160
    var stopped = false
    for character in head.lowercased().replacing("’", with: "'") {
      if character.isWhitespace || character == "," {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else if character == "'" {
        words.append(word + "'")
        word = ""
      } else if character == "." || character == ";" || character == ":" {
        if word.allSatisfy({ $0.isNumber }), character == ".", !word.isEmpty {
          word.append(character)
        } else {
          stopped = true
          break
        }
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    var k = 0
    while k < words.count, isListWord(words[k]) { k += 1 }
    let rest = words[k...]
    guard let first = rest.first else { return stopped || !isWhole ? .unrelated : .list }
    guard prepositions.contains(first) else { return .unrelated }
    let next = rest.dropFirst().first ?? ""
    if ["that", "those", "said", "cette", "ces", "ce", "celle-ci", "ladite", "this", "these"].contains(next) {
      return next == "this" || next == "these" ? .unrelated : .pointsElsewhere
    }
    let tail = rest.drop { prepositions.contains($0) || articles.contains($0) }
    if tail.isEmpty { return stopped || !isWhole ? .unrelated : .binding }
    if let noun = tail.first, isActWord(noun), rest.count > tail.count { return .theAct }
    // "of the Canada Evidence Act" without a mark, "of the former Act", "of Part II".
    return tail.contains(where: isActWord) || tail.first == "former" ? .pointsElsewhere : .unrelated
  }

  private static func isListWord(_ word: String) -> Bool {
    if listWords.contains(word) { return true }
    let inner = word.drop { $0 == "(" }.prefix { $0 != ")" }
    if word.hasPrefix("("), inner.count <= 6 { return true }
    return !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "." || $0 == "(" || $0 == ")" || $0 == "-" }
      || (word.first?.isNumber ?? false) && word.count <= 12
  }

  private static func isActWord(_ word: String) -> Bool {
    ["act", "acts", "loi", "regulations", "règlement", "code", "statutes", "rules"].contains(
      word.prefix { $0.isLetter }.lowercased())
  }

  private static let listWords: Set<String> = [
    "and", "or", "to", "section", "sections", "subsection", "subsections", "paragraph", "paragraphs", "subparagraph",
    "subparagraphs", "clause", "clauses", "et", "ou", "à", "au", "aux", "article", "articles", "paragraphe",
    "paragraphes", "alinéa", "alinéas", "sous-alinéa", "sous-alinéas", "l'", "les", "and/or", "through", "either",
  ]
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
