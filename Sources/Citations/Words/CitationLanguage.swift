import Provisions

/// How one language cites: a table, in a file of its own.
///
/// Words are written in lower case and in every form that occurs; an abbreviation stands without its point.
package struct CitationLanguage: Sendable {
  /// BCP 47: "bg".
  package let code: String
  let table: WordTable
  let entries: [Entry]
  let style: Style

  /// What a word is.
  enum Entry: Sendable, Equatable {
    /// A word for a unit; `isList` where several numbers may follow it.
    case unit(UnitLevel, isList: Bool)
    /// "first", "втора": a number in words.
    case ordinal(UInt8)
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
    /// Those of them that are the end of nothing else, so that the word names an act also without a unit before it.
    var wholeActSuffixes: [String] = []
    /// Abbreviations of acts are words of capitals only: "ЗЕУ", "BGB".
    var hasAbbreviations = true
    /// Words for acts that are a name by themselves: "Constitution".
    var namesAlone: [String] = []
    /// Hashes of words that lead from the word for an act to the rest of its title: "за", "о", "über".
    var titleWords: Set<UInt64> = []
    /// "paragraph 12(1)(a)" names everything from the section down, and letters lie below paragraphs.
    var hasFullNumbers = false
    /// What the title of an amending act contains, in lower case.
    var amendingTitles: [String] = []
    /// See ``CitationCue``.
    var cues: [CitationCue] = []
  }

  /// The parts of a table, in the order in which they count where a word stands twice.
  struct Words {
    var units: [(UnitLevel, single: String, list: String)] = []
    var ordinals: [String] = []
    var conjunctions = ""
    var bridges = ""
    var through = ""
    var of = ""
    var articles = ""
    var this = ""
    var that = ""
    var acts = ""
    var numero = ""
    /// "adopted", "издава": what a by-law says of itself before its basis.
    var enacts = ""
    var called = ""
    /// Phrases before a citation and behind it, by role.
    var before: [(ReferenceRole, [String])] = []
    var behind: [(ReferenceRole, [String])] = []
    var former = ""
    var measures = ""
    /// See ``Style/titleWords``.
    var titleWords = ""
  }

  init(_ code: String, _ words: Words, _ style: Style) {
    self.code = code
    var style = style
    for word in words.titleWords.split(separator: " ") {
      style.titleWords.insert(Letters.word(Array(word.utf8), 0, word.utf8.count).hash)
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
      add(.unit(level, isList: false), single)
      add(.unit(level, isList: true), list)
    }
    for (n, forms) in words.ordinals.enumerated() { add(.ordinal(UInt8(n + 1)), forms) }
    add(.conjunction, words.conjunctions)
    add(.bridge, words.bridges)
    add(.through, words.through)
    add(.of, words.of)
    add(.article, words.articles)
    add(.this, words.this)
    add(.that, words.that)
    add(.act, words.acts)
    add(.numero, words.numero)
    add(.measure, words.measures)
    add(.former, words.former)
    add(.enacts, words.enacts)
    add(.called, words.called)
    self.entries = entries
    table = WordTable(pairs)
  }

  /// The table of a language, or `nil` where there is none.
  ///
  /// - Parameter code: BCP 47.
  package static func of(_ code: String) -> CitationLanguage? {
    allCitationLanguages.first { code == $0.code || code.hasPrefix($0.code + "-") }
  }

  @inline(__always)
  func entry(_ hash: UInt64) -> Entry? { table.find(hash).map { entries[Int($0)] } }
}

/// Every language in which citations are read from words.
package let allCitationLanguages: [CitationLanguage] = [
  .bulgarian, .belarusian, .german, .english, .french, .italian, .russian, .spanish,
]
