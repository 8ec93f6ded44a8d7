/// Bytes `start ..< start + count` of one of a document's buffers.
package struct TextRange: Hashable, Sendable, BitwiseCopyable {
  package var start: UInt32
  package var count: UInt32

  package init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  package static let empty = TextRange(start: 0, count: 0)
  package var isEmpty: Bool { count == 0 }
  package var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// A unit of law that can be cited: the document itself, a chapter, an article, a point.
///
/// Provisions lie in preorder in ``LegalDocument/provisions``; index 0 is the document.
package struct Provision: Sendable, BitwiseCopyable {
  package var kind: ProvisionKind
  package var traits: ProvisionTraits
  /// The dialect's own word for the unit, an index into ``LegalDocument/words``: "Subsection", "subparagraph".
  package var word: UInt16
  /// The provision that holds this one; of the document itself, 0.
  package var parent: UInt32
  /// One past the last provision below this one.
  package var subtreeEnd: UInt32
  /// The number as printed, without surrounding punctuation, in ``LegalDocument/text``: "12", for "(a)" it is "a".
  package var number: TextRange
  /// The content node that holds the number as printed; 0 when there is none.
  package var numberNode: UInt32
  /// The content node that holds the heading; 0 when there is none.
  package var headingNode: UInt32
  /// The content nodes of the provision, itself included.
  package var contentStart: UInt32
  package var contentEnd: UInt32
  /// Source bytes of the whole unit. A group that a dialect writes as a mere heading runs from heading to heading.
  package var sourceStart: UInt32
  package var sourceEnd: UInt32
  package var validity: ValidityInterval
  /// The provision whose path is the beginning of this one's path: the parent, or the document for units that are
  /// numbered through it. Set when the document is finished.
  package var pathParent: UInt32
  /// One-based position among the siblings without number; 0 when the provision has a number.
  package var ordinal: UInt32
  /// Hash of the stable path: equal paths have equal keys. Set when the document is finished.
  package var key: UInt64
  /// How often the same path stood earlier in the document; such a path ends in "-2", "-3".
  package var occurrence: UInt16

  package init(kind: ProvisionKind, word: UInt16, parent: UInt32, contentStart: UInt32, sourceStart: UInt32) {
    self.kind = kind
    self.traits = []
    self.word = word
    self.parent = parent
    self.subtreeEnd = 0
    self.number = .empty
    self.numberNode = 0
    self.headingNode = 0
    self.contentStart = contentStart
    self.contentEnd = contentStart
    self.sourceStart = sourceStart
    self.sourceEnd = sourceStart
    self.validity = .unknown
    self.pathParent = 0
    self.ordinal = 0
    self.key = 0
    self.occurrence = 0
  }
}

/// Facts about a provision that its markup states.
package struct ProvisionTraits: OptionSet, Sendable, BitwiseCopyable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The text says that the provision is repealed, or the markup does.
  package static let repealed = ProvisionTraits(rawValue: 1)
  /// The markup says that the provision is not in force.
  package static let notInForce = ProvisionTraits(rawValue: 2)
  /// The unit stands in quoted text of another act (an amendment's payload, a related provision): its numbers and
  /// references belong there.
  package static let quoted = ProvisionTraits(rawValue: 4)
  /// A heading without number of its own made this group; its path uses its ordinal.
  package static let unnumbered = ProvisionTraits(rawValue: 8)
  /// The unit stands for a run of units that the publisher left out or that were repealed together ("12 to 15").
  package static let stretch = ProvisionTraits(rawValue: 16)
  /// The markup gives the unit a time in force and no day on which it begins.
  package static let undated = ProvisionTraits(rawValue: 64)
  /// The markup points at this unit by an identifier of its own.
  package static let anchored = ProvisionTraits(rawValue: 32)
}

/// The level of a provision. The names are Akoma Ntoso's; a dialect maps its own to these.
package enum ProvisionKind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  case document
  // Groups above the citable unit
  case book, part, title, chapter, division, group
  /// A schedule, annex or attachment.
  case annex
  /// An attached document with a numbering of its own.
  case component
  // The citable unit
  case article
  /// A section where sections are the citable unit, as in common-law acts.
  case section
  case rule
  // Below it
  case subsection, paragraph, subparagraph, clause, subclause, point, item, indent, alinea, level, definition, sentence
  // Beside the body
  case recital, citation, other

  /// The abbreviation in paths: Akoma Ntoso Naming Convention 1.0, section 5.1, where it has one.
  package var abbreviation: String {
    switch self {
    case .document: ""
    case .book: "book"
    case .part: "part"
    case .title: "title"
    case .chapter: "chp"
    case .division: "dvs"
    case .group: "grp"
    case .annex: "sched"
    case .component: "cmp"
    case .article: "art"
    case .section: "sec"
    case .rule: "rule"
    case .subsection: "subsec"
    case .paragraph: "para"
    case .subparagraph: "subpara"
    case .clause: "cl"
    case .subclause: "subcl"
    case .point: "point"
    case .item: "item"
    case .indent: "indent"
    case .alinea: "al"
    case .level: "lvl"
    case .definition: "def"
    case .sentence: "snt"
    case .recital: "rec"
    case .citation: "cit"
    case .other: "n"
    }
  }

  /// The word in messages: "article", "subparagraph".
  package var word: String { Self.words[Int(rawValue)] }

  /// By raw value: a message needs a word for every unit, and reflection would be slow.
  private static let words = [
    "document", "book", "part", "title", "chapter", "division", "group", "schedule", "attached document", "article",
    "section", "rule", "subsection", "paragraph", "subparagraph", "clause", "subclause", "point", "item", "indent",
    "alinea", "level", "definition", "sentence", "recital", "citation", "unit",
  ]

  /// Chapters and the like: they order the law and are rarely cited by themselves.
  package var isGroup: Bool { rawValue >= ProvisionKind.book.rawValue && rawValue <= ProvisionKind.component.rawValue }

  /// The unit that is numbered through the whole act.
  package var isCitableUnit: Bool { self == .article || self == .section || self == .rule }

  /// Below the citable unit.
  package var isInner: Bool { rawValue >= ProvisionKind.subsection.rawValue }
}

/// The address of a provision, the same whatever the version or the language of the text.
package struct ProvisionID: Hashable, Sendable, CustomStringConvertible {
  /// The work: "/akn/zz/act/law/2008-10-28/266-l".
  package let work: String
  /// The stable path: "art_15__para_2"; empty for the whole document.
  package let path: String

  package init(work: String, path: String) {
    self.work = work
    self.path = path
  }

  /// "work ~ path", as it stands in every report.
  package var description: String { path.isEmpty ? work : "\(work) ~ \(path)" }
}
