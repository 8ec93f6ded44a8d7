import Provisions

/// What stands in the metadata, and what stands in documents as islands of other vocabularies.
extension AkomaNtosoMetadata {
  /// Elements of the metadata: read apart and never part of the text. Some bear common words, so one that stands elsewhere
  /// is no entry of the metadata: it keeps its text and is reported.
  static let elements = Set(
    """
    identification FRBRWork FRBRExpression FRBRManifestation FRBRItem FRBRthis FRBRuri FRBRalias FRBRdate FRBRauthor \
    FRBRcountry FRBRsubtype FRBRnumber FRBRname FRBRprescriptive FRBRauthoritative FRBRlanguage FRBRversionNumber \
    FRBRmasterExpression FRBRtranslation FRBRportion FRBRformat preservation publication classification keyword \
    lifecycle eventRef workflow step analysis activeModifications passiveModifications textualMod meaningMod scopeMod \
    forceMod efficacyMod legalSystemMod source destination force efficacy application duration condition domain old new \
    previous restrictions restriction judicial result supports isAnalogTo applies extends restricts derogates contrasts \
    overrules dissentsFrom putsInQuestion distinguishes parliamentary quorumVerification voting recount quorum count \
    mappings mapping otherReferences alternativeReference implicitReference otherAnalysis temporalData temporalGroup \
    timeInterval references original passiveRef activeRef jurisprudence hasAttachment attachmentOf TLCPerson \
    TLCOrganization TLCConcept TLCObject TLCEvent TLCLocation TLCProcess TLCRole TLCTerm TLCReference notes note \
    proprietary presentation
    """.split(separator: " ").map(String.init))
}

extension AkomaNtoso {
  /// Elements of XHTML and MathML below `foreign`: their text is kept in order, tables are tables.
  static let islands: [String: [String: Treatment]] = {
    var html: [String: Treatment] = [:]
    var math: [String: Treatment] = [:]
    func set(_ treatment: Treatment, _ names: String, in table: inout [String: Treatment]) {
      for name in names.split(separator: " ") { table[String(name)] = treatment }
    }
    set(.transparent, "html body span font small abbr code label colgroup nobr", in: &html)
    set(.ignored, "col", in: &html)
    set(.content(.block), "div dl blockquote center section article header footer figure", in: &html)
    set(.content(.paragraph), "p h1 h2 h3 h4 h5 h6 dt dd pre figcaption", in: &html)
    set(.content(.list), "ul ol", in: &html)
    set(.content(.listItem), "li", in: &html)
    set(.content(.table), "table", in: &html)
    set(.content(.tableHead), "thead", in: &html)
    set(.content(.tableBody), "tbody tfoot", in: &html)
    set(.content(.row), "tr", in: &html)
    set(.special(.cell), "td th", in: &html)
    set(.content(.caption), "caption", in: &html)
    set(.content(.strong), "b strong", in: &html)
    set(.content(.emphasis), "i em cite var", in: &html)
    set(.content(.underline), "u", in: &html)
    set(.content(.superscript), "sup", in: &html)
    set(.content(.subscript), "sub", in: &html)
    set(.content(.insertion), "ins", in: &html)
    set(.content(.deletion), "del s strike", in: &html)
    set(.content(.lineBreak), "br", in: &html)
    set(.special(.anchorReference), "a", in: &html)
    set(.special(.figure), "img", in: &html)

    set(.special(.foreign), "math", in: &math)
    set(.special(.mathScript), "msub msup", in: &math)
    set(.special(.mathToken), "mi mn mo ms mtext annotation", in: &math)
    set(
      .transparent, "mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose mspace mglyph maction",
      in: &math)
    set(.transparent, "msubsup munder mover munderover mmultiscripts mprescripts none", in: &math)
    set(.transparent, "mtable mtr mlabeledtr mtd maligngroup malignmark semantics annotation-xml", in: &math)
    // Tools that build documents node by node leave the inner elements of an island in no namespace.
    return [
      "http://www.w3.org/1999/xhtml": html, "http://www.w3.org/1998/Math/MathML": math, "": math,
    ]
  }()
}
