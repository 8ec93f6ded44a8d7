/// A place where a document points to law: as marked, before anyone has looked for the target.
package struct Reference: Sendable, BitwiseCopyable {
  package var role: ReferenceRole
  package var form: TargetForm
  /// The provision in which the reference stands.
  package var source: UInt32
  /// Its content node; 0 for a reference of the metadata, which has no words.
  package var node: UInt32
  /// The target as written, in ``LegalDocument/strings``.
  package var target: TextRange
  /// Source bytes of the element.
  package var start: UInt32
  package var end: UInt32
  /// Source bytes of the target attribute's value; an empty range where they do not stand in the source.
  package var targetStart: UInt32
  package var targetEnd: UInt32

  package init(
    role: ReferenceRole, form: TargetForm, source: UInt32, node: UInt32, target: TextRange, start: UInt32, end: UInt32
  ) {
    self.role = role
    self.form = form
    self.source = source
    self.node = node
    self.target = target
    self.start = start
    self.end = end
    self.targetStart = 0
    self.targetEnd = 0
  }
}

/// Why a document points to law.
package enum ReferenceRole: UInt8, Sendable, BitwiseCopyable {
  case cites
  /// The legal basis on which the document is made.
  case basis
  case amends
  /// The document is amended by the target.
  case amendedBy
  case repeals
  case defines
  /// A mark of an editor, such as `refersTo`, that names an entry of the document's own references.
  case marker
}

/// How a target is written.
package enum TargetForm: UInt8, Sendable, BitwiseCopyable {
  /// An IRI, absolute or local: `/akn/…`, `#art_2`, `~art_2`, `eli/…`, `urn:nir:…`, `http:…`.
  case iri
  /// The catalogue number of an act without a provision: Justice Canada's `link="P-21"`.
  case actNumber
  /// The number of a citable unit in this document, as printed: Justice Canada's `XRefInternal`.
  case unitNumber
  /// The same, where the words that follow name another act as the unit's home; `target` holds that act's number before
  /// a line feed and the unit's number after it.
  case unitOfAct
  /// The title of an act, as the words give it.
  case actTitle
  /// Read from words: the act and the units that they name. See `TextCitation.target` for how they are written.
  case words
  /// The markup names no target: the mark says only that the words are a reference.
  case none
}

/// A note of the text: a footnote or a note of the metadata.
package struct Note: Sendable, BitwiseCopyable {
  /// The content node that holds the body.
  package var node: UInt32
  /// The first mark that points to it; 0 when there is none.
  package var mark: UInt32
  /// The note's own identifier in ``LegalDocument/strings``.
  package var identifier: TextRange
  /// Whether the note is part of the text and not of the metadata.
  package var isOfText: Bool

  package init(node: UInt32, identifier: TextRange, isOfText: Bool) {
    self.node = node
    self.mark = 0
    self.identifier = identifier
    self.isOfText = isOfText
  }
}

/// An event in the life of a document.
package struct LifecycleEvent: Sendable {
  /// Akoma Ntoso's words: generation, amendment, repeal; a dialect maps its own to these.
  package let kind: String
  package let date: LegalDate
  /// What caused it, as written.
  package let source: String

  package init(kind: String, date: LegalDate, source: String) {
    self.kind = kind
    self.date = date
    self.source = source
  }
}

/// An identifier that the markup gives to a place, so that others may point there.
package struct Anchor: Sendable, BitwiseCopyable {
  /// In ``LegalDocument/strings``.
  package var name: TextRange
  /// The innermost provision that holds the place.
  package var provision: UInt32
  /// Source bytes of the attribute's value; an empty range for a further name of a place that has an identifier.
  package var start: UInt32
  package var end: UInt32
  /// Whether the identifier is that of the provision itself.
  package var isOfProvision: Bool

  package init(name: TextRange, provision: UInt32, start: UInt32, end: UInt32, isOfProvision: Bool) {
    self.name = name
    self.provision = provision
    self.start = start
    self.end = end
    self.isOfProvision = isOfProvision
  }

  /// Whether the name is a further one: an identifier that another element bears comes first.
  package var isAlias: Bool { start == end }
}

/// An element for which the dialect has no treatment: its text is kept, and it is reported once a kind.
package struct UnmappedElement: Sendable {
  package let name: String
  package let namespace: String
  package var count: Int
  /// The first occurrence in the source.
  package let start: UInt32
  package let end: UInt32

  package init(name: String, namespace: String, count: Int, start: UInt32, end: UInt32) {
    self.name = name
    self.namespace = namespace
    self.count = count
    self.start = start
    self.end = end
  }
}
