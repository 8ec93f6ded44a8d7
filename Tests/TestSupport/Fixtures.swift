/// A small Akoma Ntoso act around the markup of its body.
///
/// - Parameters:
///   - metadata: stands in `meta`, behind the identification.
///   - front: stands between `meta` and `body`, such as a preface or a preamble.
package func akomaNtoso(
  _ body: String, work: String = "/akn/zz/act/2020-01-01/1", kind: String = "", version: String = "2020-01-01",
  language: String = "eng", title: String = "", metadata: String = "", front: String = "", back: String = "",
  namespace: String = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
) -> String {
  let subtype = kind.isEmpty ? "" : "<FRBRsubtype value=\"\(kind)\"/>"
  let alias = title.isEmpty ? "" : "<FRBRalias value=\"\(title)\" name=\"title\"/>"
  return """
    <akomaNtoso xmlns="\(namespace)"><act name="act"><meta><identification source="#editor"><FRBRWork>\
    <FRBRthis value="\(work)/!main"/><FRBRuri value="\(work)"/>\(alias)<FRBRdate date="2020-01-01" name=""/>\
    \(subtype)</FRBRWork><FRBRExpression><FRBRuri value="\(work)/\(language)@\(version)"/>\
    <FRBRlanguage language="\(language)"/></FRBRExpression></identification>\(metadata)</meta>\(front)\
    <body>\(body)</body>\(back)</act></akomaNtoso>
    """
}

/// An article with a number, and paragraphs as markup.
package func article(
  _ number: String, _ inner: String = "<content><p>Text.</p></content>", eId: String? = nil
) -> String {
  "<article eId=\"\(eId ?? "art_" + number)\"><num>Article \(number)</num>\(inner)</article>"
}

/// A small act of Justice Canada around the markup of its body.
package func justiceCanadaAct(
  _ body: String, number: String = "X-1", title: String = "Example Act", language: String = "en",
  attributes: String = "", back: String = ""
) -> String {
  """
  <Statute xmlns:lims="http://justice.gc.ca/lims" xml:lang="\(language)"\(attributes)><Identification>\
  <LongTitle>An Act about \(title)</LongTitle><ShortTitle>\(title)</ShortTitle><Chapter>\
  <ConsolidatedNumber>\(number)</ConsolidatedNumber></Chapter></Identification><Body>\(body)</Body>\(back)</Statute>
  """
}

/// A small regulation of Justice Canada around the markup of its enabling authority and of its body.
package func justiceCanadaRegulation(
  _ body: String, number: String = "SOR/2020-1", title: String = "Example Regulations", language: String = "en",
  authority: String = ""
) -> String {
  let clause = authority.isEmpty ? "" : "<EnablingAuthority>\(authority)</EnablingAuthority>"
  return """
    <Regulation xmlns:lims="http://justice.gc.ca/lims" xml:lang="\(language)"><Identification>\
    <InstrumentNumber>\(number)</InstrumentNumber>\(clause)<LongTitle>\(title)</LongTitle></Identification>\
    <Body>\(body)</Body></Regulation>
    """
}

/// A section of Justice Canada with its label and inner markup.
package func section(_ label: String, _ inner: String = "<Text>Text.</Text>") -> String {
  "<Section><Label>\(label)</Label>\(inner)</Section>"
}
