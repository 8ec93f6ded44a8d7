import Provisions

extension AkomaNtoso {
  /// Every element of the schema of 2018-08-29, those of the earlier drafts, of 2.0 and of 1.0, and those of XHTML and MathML
  /// that stand in documents as islands.
  package static let vocabulary = Vocabulary(
    owns: { isAkomaNtoso($0) || $0.isEmpty },
    elements: elements, attributes: attributes, islands: islands)

  private static let elements: [String: Treatment] = {
    var table: [String: Treatment] = [:]
    func set(_ treatment: Treatment, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = treatment }
    }
    set(.transparent, "akomaNtoso body mainBody collectionBody amendmentBody debateBody judgmentBody portionBody")
    set(.transparent, "content intro components attachments componentData list sublist subFlow")
    set(.transparent, "blockContents colgroup componentInfo judgementBody fragmentBody")
    set(.special(.printBreak), "eol eop")
    set(.special(.documentType), documentTypes.sorted().joined(separator: " "))
    set(.special(.attached), "component attachment")
    set(.special(.metadata), "meta")
    set(.ignored, "col")

    // Running heads of a publisher's print, in no schema: the place of the cover is that of what surrounds the law.
    set(.region(.cover), "coverPage staticContent")
    set(.region(.preface), "preface")
    set(.region(.preamble), "preamble")
    set(.region(.conclusions), "conclusions")

    // Hierarchy
    set(.provision(.book), "book tome")
    set(.provision(.part), "part subpart")
    set(.provision(.title), "title subtitle")
    set(.provision(.chapter), "chapter subchapter")
    set(.provision(.division), "division subdivision")
    set(.provision(.article), "article")
    set(.special(.section), "section")
    set(.provision(.rule), "rule")
    set(.provision(.subsection), "subsection subrule")
    set(.provision(.paragraph), "paragraph")
    set(.provision(.subparagraph), "subparagraph")
    set(.provision(.clause), "clause")
    set(.provision(.subclause), "subclause")
    set(.provision(.point), "point")
    set(.provision(.item), "item")
    set(.provision(.indent), "indent")
    set(.provision(.alinea), "alinea")
    set(.provision(.level), "level")
    set(.provision(.recital), "recital")
    set(.provision(.citation), "citation")
    set(.provision(.other), "proviso transitional tblock blockContainer")
    set(.special(.namedContainer), "hcontainer")
    set(.special(.number), "num")
    set(.special(.heading), "heading crossHeading listHeading")
    set(.content(.subheading), "subheading")

    // Blocks
    set(.content(.paragraph), "p longTitle block interstitial listIntroduction narrative summary from")
    set(.content(.paragraph), "blockContainerIntro scene")
    set(.special(.contentsEntry), "tocItem")
    set(.content(.continuation), "wrapUp wrap listWrapUp listConclusion")
    set(.content(.list), "blockList ul ol toc")
    set(.content(.listItem), "li")
    set(.content(.table), "table")
    set(.content(.tableHead), "thead")
    set(.content(.tableBody), "tbody tfoot")
    set(.content(.row), "tr")
    set(.special(.cell), "td th")
    set(.content(.caption), "caption")
    set(.content(.formula), "formula")
    set(
      .content(.block), "citations recitals container div header amendmentHeading amendmentContent amendmentReference")
    set(.content(.block), "amendmentJustification introduction background arguments remedies motivation decision")
    set(.content(.block), "speechGroup speech question answer other")
    set(.provision(.other), "debateSection administrationOfOath rollCall prayers oralStatements writtenStatements")
    set(.provision(.other), "personalStatements ministerialStatements resolutions nationalInterest declarationOfVote")
    set(.provision(.other), "communication petitions papers noticesOfMotion questions address proceduralMotions")
    set(.provision(.other), "pointOfOrder adjournment")
    set(.special(.quotedStructure), "quotedStructure embeddedStructure extractStructure")
    set(.special(.foreign), "foreign")

    // Phrases
    set(.special(.reference), "ref affectedDocument relatedDocument")
    set(.special(.part), "documentRef componentRef")
    set(.special(.anchorReference), "a")
    set(.special(.referenceRange), "rref")
    set(.special(.note), "authorialNote")
    set(.special(.noteReference), "noteRef")
    set(.special(.modification), "mod mmod rmod")
    set(.special(.figure), "img")
    set(.content(.strong), "b")
    set(.content(.emphasis), "i")
    set(.content(.underline), "u")
    set(.content(.superscript), "sup")
    set(.content(.subscript), "sub")
    set(.content(.insertion), "ins")
    set(.content(.deletion), "del")
    set(.content(.lineBreak), "br")
    set(.content(.term), "def")
    set(.content(.quotedText), "quotedText embeddedText extractText")
    set(.content(.placeholder), "placeholder fillIn omissis")
    set(.content(.signature), "signature")
    set(.transparent, "term span inline mref abbr marker decoration popup remark recordedTime")
    set(.transparent, "docType docTitle docNumber docPurpose docDate docStatus docStage docCommittee docIntroducer")
    set(
      .transparent, "docJurisdiction docketNumber docAuthority docProponent shortTitle preparedBy legislature session")
    set(.transparent, "date time person organization concept object event location process role entity quantity vote")
    set(.transparent, "outcome change judge lawyer party witness neutralCitation courtType opinion argument")
    set(.transparent, "ActType ActTitle ActNumber ActDate ActPurpose ActProponent")

    for name in AkomaNtosoMetadata.elements { table[name] = .special(.metadataEntry) }
    return table
  }()

  private static let attributes: [String: AttributeRole] = [
    "eId": .eId, "id": .plainId, "xml:id": .xmlId, "currentId": .currentId, "wId": .alias, "originalId": .alias,
    "GUID": .alias,
    "href": .href, "from": .from, "upTo": .upTo, "refersTo": .refersTo, "as": .actorAs, "by": .byMark,
    "source": .sourceMark, "period": .period, "status": .status, "start": .start, "end": .end, "name": .name,
    "src": .src, "alt": .alt, "colspan": .columnSpan, "rowspan": .rowSpan, "value": .value, "date": .date,
    "language": .languageCode, "type": .type, "showAs": .showAs, "xml:lang": .xmlLang, "marker": .marker,
    "breakAt": .breakAt, "other": .otherName,
  ]
}
