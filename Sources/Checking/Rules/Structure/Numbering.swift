import Provisions

/// Runs of units that are numbered together, and how their numbers count.
enum Numbering {
  /// Units of one kind below one place, in order, where the numbers go up.
  struct Sequence {
    var units: ArraySlice<Int>
    var style: NumberStyle
  }

  /// - Parameter leavingPlain: whether runs are left out whose numbers plainly follow each other, as nearly all do.
  static func sequences(of document: LegalDocument, leavingPlain: Bool = false) -> [Sequence] {
    var out: [Sequence] = []
    let (units, ends) = runs(of: document)
    var start = 0
    for end in ends {
      let run = units[start..<end]
      start = end
      guard run.count > 1, !leavingPlain || !isPlain(run, in: document) else { continue }
      let style = NumberStyle.of(run, in: document)
      let parts = restarts(run, style, in: document)
      for part in parts where part.count > 1 {
        out.append(Sequence(units: part, style: parts.count == 1 ? style : .of(part, in: document)))
      }
    }
    return out
  }

  /// Whether each number is the one before it and one more: figures, or single letters of ASCII.
  private static func isPlain(_ run: ArraySlice<Int>, in document: LegalDocument) -> Bool {
    var previous: Int?
    for i in run {
      let number = document.text[document.provisions[i].number.indices]
      guard number.count < 7, let first = number.first else { return false }
      var value = 0
      if number.count == 1, (first | 0x20) &- 0x61 < 26 {
        value = 1000 + Int(first)
      } else {
        for byte in number {
          guard (0x30...0x39).contains(byte) else { return false }
          value = value * 10 + Int(byte - 0x30)
        }
      }
      if let before = previous, value != before + 1 { return false }
      previous = value
    }
    return true
  }

  /// Units that are numbered together: of one kind, with one path parent.
  ///
  /// - Returns: all units, run by run, and where each run ends. Most runs are short, so none has an array of its own.
  private static func runs(of document: LegalDocument) -> (units: [Int], ends: [Int]) {
    struct Run {
      var kind: ProvisionKind
      var count = 0
      /// Another run with the same parent.
      var other: Int32
    }
    var runs: [Run] = []
    // By path parent, the run that was met last; runs of one parent hang together.
    var latest = [Int32](repeating: -1, count: document.provisions.count)
    var runOfUnit = latest
    for (i, provision) in document.provisions.enumerated() where counts(provision) {
      let parent = Int(provision.pathParent)
      var r = latest[parent]
      while r >= 0, runs[Int(r)].kind != provision.kind { r = runs[Int(r)].other }
      if r < 0 {
        r = Int32(runs.count)
        runs.append(Run(kind: provision.kind, other: latest[parent]))
        latest[parent] = r
      }
      runs[Int(r)].count += 1
      runOfUnit[i] = r
    }
    var ends: [Int] = []
    ends.reserveCapacity(runs.count)
    var total = 0
    for run in runs {
      ends.append(total)
      total += run.count
    }
    var units = [Int](repeating: 0, count: total)
    // Each end begins as the start of its run and moves on with every unit.
    for (i, r) in runOfUnit.enumerated() where r >= 0 {
      units[ends[Int(r)]] = i
      ends[Int(r)] += 1
    }
    return (units, ends)
  }

  /// Whether the number of a unit takes part in a run.
  static func counts(_ provision: Provision) -> Bool {
    guard !provision.number.isEmpty, !provision.traits.contains(.quoted) else { return false }
    switch provision.kind {
    case .definition, .other, .component, .document, .level, .citation: return false
    default: return true
    }
  }

  /// Several lists of one article follow each other: each begins where the numbers fall back.
  ///
  /// Articles and what holds them are one run whatever their order. The same number twice in a row is no new list but a
  /// slip.
  private static func restarts(
    _ run: ArraySlice<Int>, _ style: NumberStyle, in document: LegalDocument
  ) -> [ArraySlice<Int>] {
    guard document.provisions[run[run.startIndex]].kind.isInner else { return [run] }
    var out: [ArraySlice<Int>] = []
    var from = run.startIndex
    var previous: Int?
    for k in run.indices {
      let value = style.value(document.text[document.provisions[run[k]].number.indices])
      defer { previous = value }
      guard let value, let before = previous else { continue }
      // "(b)" and then "(i)" begins a list of Roman numbers that the markup did not nest.
      let isInnerList =
        value == 9 && before != 8 && document.text[document.provisions[run[k]].number.indices].elementsEqual("i".utf8)
      if isInnerList || value < before || value == before && !sameNumber(run[k - 1], run[k], document) {
        out.append(run[from..<k])
        from = k
      }
    }
    out.append(run[from...])
    return out
  }

  private static func sameNumber(_ a: Int, _ b: Int, _ document: LegalDocument) -> Bool {
    let (first, second) = (document.provisions[a].number, document.provisions[b].number)
    return document.text[first.indices].elementsEqual(document.text[second.indices])
  }

  /// The last number of a run that one unit stands for, such as 15 for "12 to 15".
  static func upperNumber(of i: Int, in document: LegalDocument, _ style: NumberStyle) -> Int? {
    document.provisions[i].traits.contains(.stretch) ? stretch(of: i, in: document, style)?.upperBound : nil
  }

  /// The numbers that a unit such as "Articles 3 to 6" or "(d) and (e)" covers.
  static func stretch(of i: Int, in document: LegalDocument, _ style: NumberStyle) -> ClosedRange<Int>? {
    let node = Int(document.provisions[i].numberNode)
    guard node != 0 else { return nil }
    var numbers: [Int] = []
    for word in document.plainText(node, limit: 80).split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
      // Letters count only in a list of letters, and words between the numbers never do.
      guard word.first?.isNumber ?? false || word.count <= 2 || style == .roman else { continue }
      if let value = style.value(Array(word.utf8)[...]) { numbers.append(value) }
    }
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return low...high
  }
}

/// How the numbers of a run count.
enum NumberStyle: Equatable {
  case arabic
  case roman
  /// Letters by their place in an alphabet.
  case letters(Alphabet)
  case none

  /// The style of a run, from its first number; where the others do not fit, nothing can be said of what comes next.
  static func of(_ run: ArraySlice<Int>, in document: LegalDocument) -> NumberStyle {
    let text = document.text
    let first = text[document.provisions[run[run.startIndex]].number.indices]
    guard let c = first.first else { return .none }
    if (0x30...0x39).contains(c) {
      for i in run {
        guard let d = text[document.provisions[i].number.indices].first, (0x30...0x39).contains(d) else { return .none }
      }
      return .arabic
    }
    if c | 0x20 == 0x69 || first.count > 1 && c < 0x80 {
      var largest = 0
      for i in run {
        guard let value = roman(text[document.provisions[i].number.indices]) else { return letters(first, document) }
        largest = max(largest, value)
      }
      // "i, l, m" are letters: as Roman numbers they would leave out dozens.
      return largest > run.count * 2 + 10 ? letters(first, document) : .roman
    }
    return letters(first, document)
  }

  private static func letters(_ first: ArraySlice<UInt8>, _ document: LegalDocument) -> NumberStyle {
    // A letter, not a word: most numbers that are no number are words of several letters.
    guard first.count <= 4, first.count == 1 || first.first.map({ $0 >= 0x80 }) ?? false else { return .none }
    if first.count == 1, let byte = first.first, (byte | 0x20) &- 0x61 < 26 {
      return .letters(.of(language: document.identity.language, example: Character(Unicode.Scalar(byte | 0x20))))
    }
    let word = String(decoding: first, as: UTF8.self).lowercased()
    guard word.count == 1, let letter = word.first, letter.isLetter else { return .none }
    return .letters(.of(language: document.identity.language, example: letter))
  }

  /// The value that decides what comes next; a suffix does not count: "12a" is 12.
  func value(_ number: ArraySlice<UInt8>) -> Int? {
    switch self {
    case .arabic:
      var value = 0
      for (n, c) in number.enumerated() {
        guard (0x30...0x39).contains(c) else { return n > 0 ? value : nil }
        guard n < 7 else { return nil }
        value = value * 10 + Int(c - 0x30)
      }
      return value
    case .roman: return Self.roman(number)
    case .letters(let alphabet):
      if alphabet.isLatin, let c = number.first, (0x41...0x5A).contains(c & 0xDF) {
        let second = number.dropFirst().first
        if let second, (0x41...0x5A).contains(second & 0xDF) || second >= 0x80 { return nil }
        return Int(c | 0x20) - 0x60
      }
      let word = String(decoding: number, as: UTF8.self).lowercased().prefix { $0.isLetter }
      guard word.count == 1, let letter = word.first else { return nil }
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

  /// The value of a Roman number up to 199 in its usual form, with or without a suffix behind a point or hyphen.
  static func roman(_ number: ArraySlice<UInt8>) -> Int? {
    func digit(_ c: UInt8) -> Int? {
      switch c | 0x20 {
      case 0x69: 1
      case 0x76: 5
      case 0x78: 10
      case 0x6C: 50
      case 0x63: 100
      default: nil
      }
    }
    var total = 0
    var last = 0
    var repeated = 1
    for c in number {
      guard let value = digit(c) else {
        // A suffix begins with something else than a letter.
        guard total > 0, !(0x41...0x5A).contains(c & 0xDF), c < 0x80 else { return nil }
        break
      }
      if last != 0, value > last {
        guard repeated == 1, last * 10 == value || last * 5 == value else { return nil }
        total += value - 2 * last
        // Nothing that large may follow a subtraction.
        last = last == 1 ? 1 : last
        repeated = 4
      } else {
        repeated = value == last ? repeated + 1 : 1
        guard repeated <= (value == 5 || value == 50 ? 1 : 3) else { return nil }
        total += value
        last = value
      }
    }
    return total > 0 ? total : nil
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
  let isLatin: Bool

  static func of(language: String, example: Character) -> Alphabet {
    if example.unicodeScalars.first.map({ (0x400...0x4FF).contains($0.value) }) ?? false {
      return language == "bg" ? bulgarian : russian
    }
    // Romance lists leave out letters that are foreign to the language; others are not known to.
    return language == "it" || language == "pt" || language == "es" ? romance : latin
  }

  private static let latin = Alphabet(letters: Array("abcdefghijklmnopqrstuvwxyz"), optional: [], isLatin: true)
  private static let romance = Alphabet(
    letters: Array("abcdefghijklmnopqrstuvwxyz"), optional: ["j", "k", "w", "x", "y"], isLatin: true)
  private static let bulgarian = Alphabet(
    letters: Array("абвгдежзийклмнопрстуфхцчшщъьюя"), optional: ["й", "ъ", "ь"], isLatin: false)
  private static let russian = Alphabet(
    letters: Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), optional: ["ё", "з", "й", "о", "ч", "ъ", "ы", "ь"],
    isLatin: false)
}
