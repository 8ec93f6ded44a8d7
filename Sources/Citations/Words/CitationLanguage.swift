import Provisions

/// How one language cites: a table, in a file of its own.
///
/// Words are written in lower case and in every form that occurs; an abbreviation stands without its point.
package final class CitationLanguage: Sendable {
  /// BCP 47: "bg".
  package let code: String
  let table: WordTable
  let entries: [Entry]
  let style: Style

  /// Where a word for a unit counts as one.
  enum UnitUse: Sendable, Equatable {
    case anywhere
    /// Only with the point of an abbreviation, as it is a word by itself: "par. 5", but not "par 5 juges".
    case withPoint
    /// Only behind another unit, as it begins other things too: "§ 3 Abs. 1 S. 2", but not "S. 1084".
    case inChain
  }

  /// What a word is.
  enum Entry: Sendable, Equatable {
    /// A word for a unit; `isList` where several numbers may follow it.
    case unit(UnitLevel, isList: Bool, use: UnitUse = .anywhere)
    /// No word at all before a number that says by its form what it is: "1°", "II".
    case bare(UnitLevel)
    /// "first", "втора": a number in words; 0 for "last".
    case ordinal(UInt8)
    /// "seqq.", "e seguenti": and what comes behind.
    case following
    /// "and", "or".
    case conjunction
    /// "to", "bis": from one unit to another.
    case through
    /// "във връзка с", "in Verbindung mit": a unit is to be read with another one.
    case bridge
    /// "of": from a unit to what holds it.
    case of
    /// "the": has no meaning of its own.
    case article
    /// "this", "настоящего".
    case this
    /// "that", "said".
    case that
    /// "Act", "Закона": a word for a kind of act.
    case act
    /// "No", "номер": before a number.
    case numero
    /// A name of an act that needs no "of" before it: "TFEU".
    case name
    /// "January".
    case month
    /// "adopted", "издава": the document speaks of its own making.
    case enacts
    /// "hereinafter", "далее": a short name follows.
    case called
    /// "former", "предишна": the number behind it is one that the unit no longer bears.
    case former
    /// "days", "лева": what a number counts that is no number of a unit.
    case measure
  }

  /// How titles of acts stand in a sentence.
  struct Style: Sendable {
    /// The word for the kind of act ends the title ("Access to Information Act"), else begins it ("Закон за …").
    var endsWithAct = false
    /// A word may be a title by its end: "Onlinezugangsgesetzes".
    var actSuffixes: [String] = []
    /// Abbreviations of acts are words of capitals only: "ЗЕУ", "BGB".
    var hasAbbreviations = true
    /// They may hold small letters: "StGB".
    var mixesAbbreviations = false
    /// Endings of titles that are the end of nothing else, so that the word names an act also without a unit before it.
    var wholeActSuffixes: [String] = []
    /// Words for acts that are a name by themselves: "Constitution".
    var namesAlone: [String] = []
    /// Hashes of words that lead from the word for an act to the rest of its title: "за", "о", "über".
    var titleWords: Set<UInt64> = []
    /// "paragraph 12(1)(a)" names everything from the section down, and letters lie below paragraphs.
    var hasFullNumbers = false
    /// What the title of an amending act contains, in lower case.
    var amendingTitles: [String] = []
    /// Hashes of the words for acts, for numero marks and before dates, also of those that are units as well: "regulation 5
    /// of the … Regulations 2003".
    var acts = WordTable([])
    var numeros: Set<UInt64> = []
    var dated: Set<UInt64> = []
    /// Hashes of words of one letter, which is no number unless a bracket closes it: "point a finger".
    var letterWords: Set<UInt64> = []
    /// Hashes of the endings of figures that are ordinals: "1er", "2-го".
    var numberEndings: Set<UInt64> = []
    /// The level of a word for a unit where an ordinal or a bare figure goes with it: "first subparagraph", "clause 5".
    var plainLevels: [UInt64: UnitLevel] = [:]
    /// Abbreviations of acts with their points, in lower case: "d.lgs.".
    var pointedActs: [[UInt8]] = []
    /// "1°", "II" are points and paragraphs without a word: "le 2° du II de l'article 3".
    var hasBareNumbers = false
    /// An ordinal stands behind the word for a unit, and before it only in other words: "часть первая", "первая часть".
    var ordinalsFollow = false
    /// Hashes of words behind the word for an act that mean the one named last: "la loi précitée".
    var thatBehind: Set<UInt64> = []
    /// A letter of a number may stand apart: "§ 90 a".
    var letterStandsApart = false
    /// Hashes of words that begin a clause where a title would go on: "Accordo di cui".
    var relatives: Set<UInt64> = []
    /// Letters before the numbers of articles: "L. 123-4".
    var numberPrefixes: [UInt8] = []
    /// Hashes of words that need a qualifier before their number, and of the qualifiers: "disposición adicional primera".
    var qualified: Set<UInt64> = []
    var qualifiers: Set<UInt64> = []
    /// Hashes of words that begin a range: "articoli da 5 a 9".
    var from: Set<UInt64> = []
    /// A point in a number goes down to the next level: "artículo 5.2".
    var pointGoesDown = false
    /// Hashes of words that change law: what they say of a unit may have made an end of it.
    var amending: Set<UInt64> = []
    /// Hashes of words that end a title which they begin with the word for the act: "codice civile".
    var closing: Set<UInt64> = []
    /// See ``CitationCue``.
    var cues: [CitationCue] = []
  }

  /// The parts of a table, in the order in which they count where a word stands twice.
  ///
  /// Among the units, a word that ends in a point counts only with it, one behind "~" only in a chain.
  struct Words {
    var units: [(UnitLevel, single: String, list: String)] = []
    var ordinals: [String] = []
    var last = ""
    var following = ""
    /// See ``Style/plainLevels``.
    var plainly: [(UnitLevel, String)] = []
    var names = ""
    var months = ""
    /// Words before a date: "vom", "от".
    var dated = ""
    /// See ``Style/letterWords``.
    var ofOneLetter = ""
    /// See ``Style/numberEndings``.
    var numberEndings = ""
    /// See ``Style/amending``.
    var amending = ""
    /// See ``Style/closing``.
    var closing = ""
    /// See ``Style/qualified``.
    var qualified = ""
    var qualifiers = ""
    var from = ""
    /// See ``Style/pointedActs``.
    var pointedActs = ""
    var enacts = ""
    var called = ""
    /// Phrases before a citation and behind it, by role.
    var before: [(ReferenceRole, [String])] = []
    var behind: [(ReferenceRole, [String])] = []
    var conjunctions = ""
    var bridges = ""
    var through = ""
    var of = ""
    var articles = ""
    var this = ""
    var that = ""
    /// See ``Style/relatives``.
    var relatives = ""
    /// See ``Style/thatBehind``.
    var thatBehind = ""
    var acts = ""
    var numero = ""
    var former = ""
    var measures = ""
    /// See ``Style/titleWords``.
    var titleWords = ""
  }

  init(_ code: String, _ words: Words, _ style: Style) {
    self.code = code
    var style = style
    style.titleWords = Self.hashes(words.titleWords)
    style.acts = WordTable(words.acts.split(separator: " ").map { (String($0), 1) })
    style.numeros = Self.hashes(words.numero)
    style.dated = Self.hashes(words.dated)
    style.letterWords = Self.hashes(words.ofOneLetter)
    style.numberEndings = Self.hashes(words.numberEndings)
    style.qualified = Self.hashes(words.qualified)
    style.qualifiers = Self.hashes(words.qualifiers)
    style.amending = Self.hashes(words.amending)
    style.relatives = Self.hashes(words.relatives)
    style.thatBehind = Self.hashes(words.thatBehind)
    style.closing = Self.hashes(words.closing)
    style.from = Self.hashes(words.from)
    style.pointedActs = words.pointedActs.split(separator: " ").map { Array($0.utf8) }
    for (level, list) in words.plainly {
      for hash in Self.hashes(list) { style.plainLevels[hash] = level }
    }
    // The longest phrase first: "на основание на" ends in "на".
    style.cues =
      (words.before.flatMap { role, phrases in phrases.map { CitationCue(role, $0, isBehind: false) } }
      + words.behind.flatMap { role, phrases in phrases.map { CitationCue(role, $0, isBehind: true) } })
      .sorted { $0.words.count > $1.words.count }
    self.style = style
    var entries: [Entry] = []
    var pairs: [(String, UInt16)] = []
    func add(_ entry: Entry, _ list: String) {
      entries.append(entry)
      for word in list.split(separator: " ") { pairs.append((String(word), UInt16(entries.count - 1))) }
    }
    for (level, single, list) in words.units {
      for (words, isList) in [(single, false), (list, true)] {
        let all = words.split(separator: " ")
        let (chained, others) = (all.filter { $0.hasPrefix("~") }, all.filter { !$0.hasPrefix("~") })
        let (pointed, plain) = (others.filter { $0.hasSuffix(".") }, others.filter { !$0.hasSuffix(".") })
        add(.unit(level, isList: isList), plain.joined(separator: " "))
        add(.unit(level, isList: isList, use: .withPoint), pointed.map { $0.dropLast() }.joined(separator: " "))
        add(.unit(level, isList: isList, use: .inChain), chained.map { $0.dropFirst() }.joined(separator: " "))
      }
    }
    for (n, forms) in words.ordinals.enumerated() { add(.ordinal(UInt8(n + 1)), forms) }
    add(.ordinal(0), words.last)
    add(.following, words.following)
    add(.conjunction, words.conjunctions)
    add(.bridge, words.bridges)
    add(.through, words.through)
    add(.of, words.of)
    add(.article, words.articles)
    add(.this, words.this)
    add(.that, words.that)
    add(.name, words.names)
    add(.act, words.acts)
    add(.numero, words.numero)
    add(.month, words.months)
    add(.measure, words.measures)
    add(.former, words.former)
    add(.enacts, words.enacts)
    add(.called, words.called)
    self.entries = entries
    table = WordTable(pairs)
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Letters.word(Array($0.utf8), 0, $0.utf8.count, joined: true).hash })
  }

  /// The table of a language, or `nil` where there is none.
  ///
  /// - Parameter code: BCP 47.
  package static func of(_ code: String) -> CitationLanguage? {
    // One at a time: each table is made when it is first asked for.
    switch code.prefix(while: { $0 != "-" }) {
    case "bg": .bulgarian
    case "be": .belarusian
    case "de": .german
    case "en": .english
    case "fr": .french
    case "it": .italian
    case "ru": .russian
    case "es": .spanish
    default: nil
    }
  }

  /// Whether the title of an act says that it amends others.
  func amends(_ identity: Identity) -> Bool {
    guard !style.amendingTitles.isEmpty else { return false }
    // Titles of statutes may be a page long, and this is asked of every document: bytes, not characters.
    let title = Array(identity.displayTitle.lowercased().utf8)
    return style.amendingTitles.contains { phrase in
      let bytes = Array(phrase.utf8)
      guard let first = bytes.first, title.count >= bytes.count else { return false }
      return (0...title.count - bytes.count).contains { title[$0] == first && title[$0...].starts(with: bytes) }
    }
  }

  @inline(__always)
  func entry(_ hash: UInt64) -> Entry? { table.find(hash).map { entries[Int($0)] } }
}

/// Every language in which citations are read from words.
package let allCitationLanguages: [CitationLanguage] = [
  .bulgarian, .belarusian, .german, .english, .french, .italian, .russian, .spanish,
]
