/// Which law a document is: the FRBR work and expression, and what a reader calls it.
///
/// Sources: IFLA FRBR (work, expression); Akoma Ntoso Naming Convention 1.0 for the form of the IRIs; ELI for the same
/// facts as metadata.
package struct Identity: Sendable {
  /// The work, whatever version or language: "/akn/zz/act/law/2008-10-28/266-l", "/ca/act/P-21". Never empty.
  package var work: String
  /// The version date of this text, where the document says it.
  package var versionDate: LegalDate?
  /// BCP 47 where it could be normalised ("en", "fr", "bg"); "und" where the document does not say.
  package var language: String
  /// The document's own word for its kind: "law", "regulation", "ministerial-order".
  package var kind: String
  /// Whether the text itself is a norm, a draft of one, or something about norms.
  package var form: DocumentForm
  /// Rank among legal acts as far as the kind tells it; see ``Rank``.
  package var rank: Rank
  package var number: String
  /// The title as printed; empty where the document has none.
  package var title: String
  package var shortTitle: String
  package var authority: String
  package var adopted: LegalDate?
  /// Names by which other documents may point to this work, besides `work`: ELI, URN, file stem.
  package var aliases: [String]

  package init(
    work: String, versionDate: LegalDate? = nil, language: String = "und", kind: String = "",
    form: DocumentForm = .act, rank: Rank = .unknown, number: String = "", title: String = "",
    shortTitle: String = "", authority: String = "", adopted: LegalDate? = nil, aliases: [String] = []
  ) {
    self.work = work
    self.versionDate = versionDate
    self.language = language
    self.kind = kind
    self.form = form
    self.rank = rank
    self.number = number
    self.title = title
    self.shortTitle = shortTitle
    self.authority = authority
    self.adopted = adopted
    self.aliases = aliases
  }

  /// What a reader calls the document: short title, else title, else kind and number, else the work's address.
  package var displayTitle: String {
    if !shortTitle.isEmpty { return shortTitle }
    if !title.isEmpty { return title }
    if !number.isEmpty { return kind.isEmpty ? number : "\(kind) \(number)" }
    return work
  }
}

/// What sort of document a text is.
package enum DocumentForm: UInt8, Sendable {
  /// A norm that was enacted.
  case act
  /// A proposal for a norm.
  case bill
  /// An annex, memorandum, statement or other text beside norms.
  case document
  /// A judgment or a report of a debate: text that is kept, not a norm.
  case record
}

/// Rank of an act among legal acts, as the document type tells it without a jurisdiction profile.
package enum Rank: UInt8, Comparable, Sendable {
  case unknown, constitution, law, decree, byLaw, programme

  package static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}
