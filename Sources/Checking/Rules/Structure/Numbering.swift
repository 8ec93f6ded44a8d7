import Provisions

/// Runs of units that are numbered together, and how their numbers count.
enum Numbering {
  /// Units of one kind below one place, in order, where the numbers go up.
  struct Sequence {
    var units: [Int]
    var style: Style
  }

  enum Style: Equatable {
    case arabic
    case roman
    /// Letters by their place in an alphabet.
    case letters(Alphabet)
    case none

    /// The value that decides what comes next; a suffix does not count: "12a" is 12.
    func value(of number: String) -> Int? {
      switch self {
      case .arabic:
        let digits = number.prefix { $0.isASCII && $0.isNumber }
        return digits.count <= 6 ? Int(digits) : nil
      case .roman: return Self.roman(number)
      case .letters(let alphabet):
        let word = number.lowercased()
        let head = word.prefix { $0.isLetter }
        guard head.count == 1, let letter = head.first else { return nil }
        return alphabet.letters.firstIndex(of: letter).map { $0 + 1 }
      case .none: return nil
      }
    }

    func print(_ value: Int) -> String {
      switch self {
      case .letters(let alphabet):
        value >= 1 && value <= alphabet.letters.count ? "(\(alphabet.letters[value - 1]))" : "\(value)"
      case .roman: Self.romanText(value)
      default: "\(value)"
      }
    }

    func isOptional(_ value: Int) -> Bool {
      guard case .letters(let alphabet) = self, value >= 1, value <= alphabet.letters.count else { return false }
      return alphabet.optional.contains(alphabet.letters[value - 1])
    }

    static func roman(_ text: String) -> Int? {
      let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
      let letters = Array(text.lowercased().prefix { $0.isLetter })
      guard !letters.isEmpty, letters.allSatisfy({ values[$0] != nil }) else { return nil }
      var total = 0
      for (k, letter) in letters.enumerated() {
        let value = values[letter] ?? 0
        let next = k + 1 < letters.count ? values[letters[k + 1]] ?? 0 : 0
        total += value < next ? -value : value
      }
      return romanText(total) == String(letters) ? total : nil
    }

    static func romanText(_ value: Int) -> String {
      var rest = value
      var out = ""
      for (number, text) in [
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
      ] {
        while rest >= number {
          out += text
          rest -= number
        }
      }
      return out
    }
  }

  /// The letters of lists in a language, with those that lists may leave out.
  struct Alphabet: Equatable {
    let letters: [Character]
    let optional: Set<Character>

    static func of(language: String, example: Character) -> Alphabet {
      if example.unicodeScalars.first.map({ (0x400...0x4FF).contains($0.value) }) ?? false {
        return Alphabet(
          letters: Array(language == "bg" ? "абвгдежзийклмнопрстуфхцчшщъьюя" : "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
          optional: language == "bg" ? ["ъ", "ь"] : ["ё", "з", "й", "о", "ч", "ъ", "ы", "ь"])
      }
      // Romance lists leave out letters that are foreign to the language; others are not known to.
      let optional: Set<Character> = language == "it" || language == "pt" || language == "es" ? ["j", "k", "w", "x", "y"] : []
      return Alphabet(letters: Array("abcdefghijklmnopqrstuvwxyz"), optional: optional)
    }
  }

  static func sequences(of document: LegalDocument) -> [Sequence] {
    var groups: [UInt64: Int] = [:]
    var runs: [[Int]] = []
    for (i, provision) in document.provisions.enumerated() where counts(provision) {
      let key = UInt64(provision.pathParent) << 8 | UInt64(provision.kind.rawValue)
      if let known = groups[key] {
        runs[known].append(i)
      } else {
        groups[key] = runs.count
        runs.append([i])
      }
    }
    var out: [Sequence] = []
    for run in runs where run.count > 1 {
      for part in restarts(run, in: document) where part.count > 1 {
        out.append(Sequence(units: part, style: style(of: part, in: document)))
      }
    }
    return out
  }

  private static func counts(_ provision: Provision) -> Bool {
    !provision.number.isEmpty && !provision.traits.contains(.quoted) && provision.kind != .definition
      && provision.kind != .other && provision.kind != .component && provision.kind != .document
      && provision.kind != .level && provision.kind != .citation
  }

  /// Two lists of one article follow each other: the second begins where its first number is the start again.
  private static func restarts(_ run: [Int], in document: LegalDocument) -> [[Int]] {
    let first = normalisedNumber(document.text[document.provisions[run[0]].number.indices])
    let isStart = ["1", "a", "i", "а"].contains(String(decoding: first, as: UTF8.self))
    guard isStart else { return [run] }
    var out: [[Int]] = [[]]
    for i in run {
      if !out[out.count - 1].isEmpty, document.provisions[i].kind.isInner,
        normalisedNumber(document.text[document.provisions[i].number.indices]) == first
      {
        // A second "1" directly behind the first is a slip, not a new list.
        if out[out.count - 1].count > 1 { out.append([]) }
      }
      out[out.count - 1].append(i)
    }
    return out
  }

  private static func style(of run: [Int], in document: LegalDocument) -> Style {
    let numbers = run.map { document.number(of: $0) }
    if numbers.allSatisfy({ $0.first.map { $0.isASCII && $0.isNumber } ?? false }) { return .arabic }
    let first = numbers[0].lowercased()
    if first == "i" || first.count > 1, numbers.allSatisfy({ Style.roman($0) != nil }) { return .roman }
    if let letter = first.first, first.count == 1, letter.isLetter {
      return .letters(.of(language: document.identity.language, example: letter))
    }
    return .none
  }

  /// The last number of a run that one unit stands for.
  static func upperNumber(of i: Int, in document: LegalDocument) -> Int? {
    document.provisions[i].traits.contains(.stretch) ? stretch(of: i, in: document)?.upperBound : nil
  }

  /// The numbers that a unit such as "Articles 3 to 6" covers.
  static func stretch(of i: Int, in document: LegalDocument) -> ClosedRange<Int>? {
    let node = Int(document.provisions[i].numberNode)
    guard node != 0 else { return nil }
    var numbers: [Int] = []
    var digits = ""
    for character in document.plainText(node, limit: 80) + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if !digits.isEmpty {
        if digits.count <= 6, let value = Int(digits) { numbers.append(value) }
        digits = ""
      }
    }
    guard let low = numbers.first, let high = numbers.last, low <= high else { return nil }
    return low...high
  }
}
