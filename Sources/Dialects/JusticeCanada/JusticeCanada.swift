package import Diagnostics
package import Provisions
package import XMLReading

/// The XML of Justice Canada: consolidated acts and regulations in English and French, and bills.
///
/// The body is a flat stream of headings and sections; groups are rebuilt from the level of the headings. Only attributes
/// live in a namespace.
package enum JusticeCanada: Dialect {
  package static let name = "justice-canada"
  package static let title = "Justice Canada"

  package static func recognizes(_ root: QualifiedName) -> Bool {
    root.namespace.isEmpty && ["Statute", "Regulation", "Bill"].contains(root.local)
  }

  package static func read(
    _ tree: XMLTree, from file: SourceFile, using tables: ResolvedVocabulary
  ) -> LegalDocument {
    var reader = JusticeCanadaReader(tree: tree, file: file, tables: tables)
    return reader.read()
  }

  package static let vocabulary = Vocabulary(
    owns: \.isEmpty, elements: elements, attributes: attributes, prefixes: ["http://justice.gc.ca/lims": "lims"],
    spaced: spacedElements)

  private static let elements: [String: Treatment] = {
    var table: [String: Treatment] = [:]
    func set(_ treatment: Treatment, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = treatment }
    }
    set(.transparent, "Statute Regulation Bill BillPiece RegulationPiece ScheduleFormHeading")
    set(.special(.flatBody), "Body")
    set(.region(.identification), "Identification")
    set(.region(.preamble), "Order Introduction")
    set(.region(.amendmentsList), "RecentAmendments")
    set(.ignored, "colspec PageBreak")

    // Hierarchy
    set(.special(.groupHeading), "Heading")
    set(.special(.schedule), "Schedule")
    set(.provision(.section), "Section")
    set(.provision(.subsection), "Subsection")
    set(.provision(.paragraph), "Paragraph")
    set(.provision(.subparagraph), "Subparagraph")
    set(.provision(.clause), "Clause")
    set(.provision(.subclause), "Subclause")
    set(.provision(.item), "Subsubclause")
    set(.special(.definition), "Definition")
    set(.provision(.other), "SectionPiece")
    set(.special(.label), "Label")
    set(.special(.heading), "MarginalNote TitleText")
    set(.special(.relatedProvisions), "RelatedOrNotInForce")
    set(.content(.quotation), "AmendedText ReadAsText")

    // Blocks
    set(
      .content(.paragraph), "Text LongTitle ShortTitle RunningHead InstrumentNumber RegistrationDate ConsolidationDate")
    set(
      .content(.paragraph), "BillNumber BillRefNumber Chapter RegulationMakerOrder OrderNumber RegulationMaker Stages")
    set(.content(.paragraph), "Parliament RegnalYear FormulaText FormulaConnector Caption title AlternateText Reserved")
    set(.content(.paragraph), "SignatureName SignatureTitle SignatureLine OriginatingRef Note Amendment GroupHeading")
    set(.content(.paragraph), "RegistrationNumber StatuteYear RoyalAssentDate")
    set(.content(.continuation), "ContinuedSectionSubsection ContinuedParagraph ContinuedSubparagraph ContinuedClause")
    set(.content(.continuation), "ContinuedSubclause ContinuedDefinition ContinuedFormulaParagraph")
    set(
      .content(.block), "Provision FormGroup Group DocumentInternal TableGroup table ImageGroup BillHistory ReaderNote")
    set(.content(.block), "Enacts Preamble Oath Summary Formula FormulaDefinition FormulaParagraph Recommendation")
    set(.content(.block), "ConsolidationNote EnactingClause TableOfProvisions SectionGroup")
    set(.content(.formula), "FormulaGroup")
    set(.content(.signature), "SignatureBlock")
    set(.content(.history), "HistoricalNote")
    set(.content(.list), "List BilingualGroup")
    set(.content(.listItem), "Item BilingualItemEn BilingualItemFr")
    set(.content(.table), "tgroup")
    set(.content(.tableHead), "thead")
    set(.content(.tableBody), "tbody tfoot")
    set(.content(.row), "row")
    set(.special(.cell), "entry")
    set(.special(.image), "Image")
    set(.special(.note), "Footnote")

    // Phrases
    set(.special(.enablingAuthority), "EnablingAuthority")
    set(.special(.externalReference), "XRefExternal")
    set(.special(.internalReference), "XRefInternal")
    set(.special(.noteReference), "FootnoteRef")
    set(.special(.language), "Language")
    set(.special(.foreign), "Emphasis")
    set(.content(.superscript), "Sup")
    set(.content(.subscript), "Sub")
    set(.content(.term), "DefinedTermEn DefinedTermFr")
    set(.content(.repealed), "Repealed")
    set(.content(.insertion), "Ins")
    set(.content(.deletion), "Del")
    set(.content(.lineBreak), "LineBreak")
    set(.content(.placeholder), "FormBlank Leader LeaderRightJustified")
    set(.content(.inline), "Date YYYY MM DD Year-s Monarch Session Number ConsolidatedNumber AnnualStatuteId")
    set(.content(.inline), "AnnualStatuteNumber HistoricalNoteSubItem AmendmentCitation AmendmentDate FormulaTerm")
    set(.special(.otherAuthority), "OtherAuthority")
    set(.content(.inline), "DefinitionRef DefinitionEnOnly DefinitionFrOnly Keep Fraction Numerator")
    set(.content(.inline), "Denominator")
    return table
  }()

  /// Phrases behind which the source leaves the space to the layout.
  private static let spacedElements: Set<String> = [
    "YYYY", "MM", "DD", "Year-s", "Monarch", "Session", "Number", "ConsolidatedNumber", "AnnualStatuteNumber",
    "HistoricalNoteSubItem", "AmendmentCitation", "AmendmentDate", "FormulaTerm", "OtherAuthority", "Label",
  ]

  private static let attributes: [String: AttributeRole] = [
    "link": .link, "reference-type": .referenceType, "level": .level, "in-force": .inForce,
    "lims:inforce-start-date": .inForceStart, "lims:pit-date": .date, "id": .plainId, "idref": .idref,
    "morerows": .moreRows, "namest": .nameStart, "nameend": .nameEnd, "colname": .columnName, "style": .type,
    "source": .src, "xml:lang": .xmlLang, "regulation-type": .name,
  ]

  /// The catalogue number of an act or regulation in the form that links use, the English one for both languages.
  ///
  /// "SOR/2004-308" and "DORS-2004-308" give "SOR-2004-308", "C.R.C., ch. 1509" and "C.R.C.,_c._1509" give "CRC-1509".
  package static func catalogueNumber(_ printed: String) -> String {
    var text = printed.replacing("/", with: "-").replacing("_", with: " ").foldedWhitespace
    for (french, english) in [("DORS-", "SOR-"), ("TR-", "SI-")] where text.hasPrefix(french) {
      text = english + text.dropFirst(french.count)
    }
    if text.hasPrefix("C.R.C.") || text.hasPrefix("CRC") {
      let digits = text.reversed().prefix { $0.isNumber }
      return "CRC-" + String(digits.reversed())
    }
    return text.replacing(" ", with: "_")
  }
}
