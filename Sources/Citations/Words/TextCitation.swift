package import Provisions

/// A citation that was read from words: which units, of which act, and where the words stand.
package struct TextCitation: Sendable, Equatable {
  /// Bytes of the text from which it was read.
  package var range: Range<Int>
  /// Outermost first: article, paragraph, point. Empty for an act as a whole.
  package var steps: [UnitStep]
  package var act: ActMention
  package var role: ReferenceRole

  package init(range: Range<Int>, steps: [UnitStep], act: ActMention = .unnamed, role: ReferenceRole = .cites) {
    self.range = range
    self.steps = steps
    self.act = act
    self.role = role
  }
}

/// One structural unit of a citation: "чл. 20", "(a)", "points 1 to 3".
package struct UnitStep: Sendable, Hashable {
  package var level: UnitLevel
  /// In normal form, see `normalisedNumber`; ordinals in words as digits.
  package var number: [UInt8]
  /// The last unit of a range, in the same form; empty for one unit.
  package var through: [UInt8]

  package init(_ level: UnitLevel, _ number: [UInt8], through: [UInt8] = []) {
    self.level = level
    self.number = number
    self.through = through
  }
}

/// What a word for a unit says of its level, from the outside in. The names are those of European and common-law drafting;
/// which kind of provision answers to one is for the cited document to say.
package enum UnitLevel: UInt8, Sendable, Comparable, CaseIterable {
  case book, part, title, chapter, division
  /// A schedule, annex or appendix.
  case annex
  /// The citable unit: article, section, §, rule.
  case unit
  /// The numbered part of a unit: subsection, paragraph, Absatz, ал., часть.
  case paragraph
  /// A part of a paragraph that bears no number and is counted: "first subparagraph", Unterabsatz, alinéa.
  case subparagraph
  case point
  case letter
  case indent
  case sentence
  /// Half of a sentence: Halbsatz.
  case half
  /// One level below the step before, as brackets say it: "12(3)".
  case inner

  package static func < (a: UnitLevel, b: UnitLevel) -> Bool { a.rawValue < b.rawValue }

  /// The level that brackets behind a number go down to: "12(3)(a)(i)".
  var below: UnitLevel {
    switch self {
    case .unit: .paragraph
    case .paragraph, .subparagraph: .point
    case .point: .letter
    case .letter: .indent
    default: .inner
    }
  }

  /// Whether parts of this level bear no number in any markup.
  var isCounted: Bool { self == .subparagraph || self >= .indent && self != .inner }

  /// A word for messages and addresses.
  package var word: String { Self.words[Int(rawValue)] }

  private static let words = [
    "book", "part", "title", "chapter", "division", "annex", "article", "paragraph", "subparagraph", "point", "letter",
    "indent", "sentence", "half-sentence", "inner",
  ]
}

/// How a citation names the act.
package enum ActMention: Sendable, Hashable {
  /// Not at all: the act is the one in which the words stand.
  case unnamed
  /// Not at all, and other acts or units are spoken of nearby: it may be one of theirs.
  case unclear
  /// "this Act".
  case this
  /// "the Act", "от закона", without a title: the act on which a by-law rests, else the one in which the words stand.
  case generic(String)
  /// "that Act", "the said Law": the act that was named last.
  case preceding
  /// In words that may go on beyond the title: only the loaded titles tell where it ends.
  case titled(String)
  /// By an abbreviation or number whose end is known: "ЗЕУ", "Regulation (EU) 2016/679".
  case named(String)
}
