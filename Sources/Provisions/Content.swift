/// A piece of a document's text or of its structure. The nodes of a document lie in preorder, as in the source: the first
/// child of `i` is `i + 1` when `content[i].end > i + 1`, the next sibling is `content[i].end`.
package struct ContentNode: Sendable, BitwiseCopyable {
  package var kind: ContentKind
  package var flags: ContentFlags
  /// ``ContentKind/unknown`` and ``ContentKind/inline``: the source's own word, an index into ``LegalDocument/words``.
  package var word: UInt16
  /// One past the last node below this one.
  package var end: UInt32
  /// Byte offset in the source.
  package var offset: UInt32
  /// Text: its first byte in ``LegalDocument/text``. Provision, reference, cell, note, figure: see ``ContentKind``.
  package var start: UInt32
  /// Text: how many bytes.
  package var count: UInt32

  package init(kind: ContentKind, word: UInt16 = 0, offset: UInt32, start: UInt32 = 0, count: UInt32 = 0) {
    self.kind = kind
    self.flags = []
    self.word = word
    self.end = 0
    self.offset = offset
    self.start = start
    self.count = count
  }

  package var textRange: TextRange { TextRange(start: start, count: count) }
}

/// Facts about a content node that a writer needs before it has seen what lies below.
package struct ContentFlags: OptionSet, Sendable, BitwiseCopyable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A block lies somewhere below: the node cannot be written as a paragraph or phrase.
  package static let holdsBlock = ContentFlags(rawValue: 1)
  /// A text that is white space only.
  package static let blank = ContentFlags(rawValue: 2)
  /// A cell that heads a row or column; a heading that belongs to a group of the flow, not to a provision.
  package static let header = ContentFlags(rawValue: 4)
  /// A list whose items carry no number or bullet of their own.
  package static let bulleted = ContentFlags(rawValue: 8)
  /// White space is part of the text (addresses, formulas, verse).
  package static let preformatted = ContentFlags(rawValue: 16)
  /// A space is due behind the node, which the source leaves to the layout.
  package static let spaced = ContentFlags(rawValue: 64)
  /// A text of visible characters lies somewhere below.
  package static let holdsText = ContentFlags(rawValue: 32)
}

/// What a content node is. A dialect maps each of its elements to one of these.
package enum ContentKind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// Characters, exactly as in the source.
  case text
  /// A provision begins here; `start` is its index in ``LegalDocument/provisions``.
  case provision

  // Blocks
  /// A part of the page outside the numbered text; `start` is a ``Region``.
  case region
  case paragraph
  /// Text that continues a provision after its points (wrap-up, flush).
  case continuation
  case list
  case listItem
  case table
  case tableHead
  case tableBody
  case row
  /// `start` packs the column span in the low and the row span in the high 16 bits; zero counts as one. `count`, where
  /// not zero, is the one-based column at which the cell starts.
  case cell
  case caption
  /// An image: its source lies in ``LegalDocument/strings`` as `start`, `count`.
  case figure
  /// A passage of another law that this text inserts or repeats.
  case quotation
  case formula
  case signature
  /// A small-print note of the publisher on the history of a provision.
  case history
  case block
  /// A block of an element that the dialect does not know.
  case unknown

  // Between blocks and phrases
  /// The number of a provision as printed.
  case number
  /// The heading of a provision, or of the flow.
  case heading
  case subheading

  // Phrases
  /// `start` is an index into ``LegalDocument/references``.
  case reference
  /// A note that is shown elsewhere; its body lies below. `start` is an index into ``LegalDocument/notes``.
  case note
  /// A mark that points to a note; `start` is an index into ``LegalDocument/notes``, or `UInt32.max` if there is none.
  case noteMark
  /// The place where a term is defined.
  case term
  case strong
  case emphasis
  case underline
  case smallCaps
  case superscript
  case `subscript`
  case insertion
  case deletion
  case quotedText
  case placeholder
  case lineBreak
  /// A phrase without a look of its own.
  case inline
  /// A phrase in another language; its tag lies in ``LegalDocument/strings`` as `start`, `count`.
  case foreignLanguage
  /// The words that say that a provision is repealed.
  case repealed

  /// Whether the node is part of a line, without an end of words at its ends.
  package var isPhrase: Bool { rawValue >= ContentKind.reference.rawValue }

  /// Whether the node starts on a line of its own.
  package var isBlock: Bool { rawValue >= ContentKind.provision.rawValue && rawValue <= ContentKind.unknown.rawValue }
}

/// Parts of a document beside its numbered body.
package enum Region: UInt32, Sendable {
  case preface, preamble, conclusions, identification, cover, amendmentsList, body
}
