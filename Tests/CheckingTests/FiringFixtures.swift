import TestSupport

/// A schema of acts, which must have a name.
let smallSchema = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
    targetNamespace="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <xs:element name="akomaNtoso"><xs:complexType><xs:sequence><xs:any processContents="lax"/></xs:sequence>
  </xs:complexType></xs:element>
  <xs:element name="act"><xs:complexType><xs:sequence><xs:any processContents="lax" maxOccurs="unbounded"/></xs:sequence>
  <xs:attribute name="name" use="required"/></xs:complexType></xs:element>
  </xs:schema>
  """

/// By rule: documents in which it fires exactly once.
let firingFixtures = handWrittenFixtures.merging(WordingExample.firing) { own, _ in own }

private let handWrittenFixtures: [String: [String]] = [
  // delegation, with clauses
  "circular-delegation": [
    order(
      preamble: "On the basis of \(link("/akn/zz/act/ministerial-order/2021-01-01/8#art_1", "Article 1")), I order:"),
    order(
      preamble: "On the basis of \(link("/akn/zz/act/ministerial-order/2021-01-01/7#art_2", "Article 2")), I order:"
    )
    .replacing("2021-01-01/7\"", with: "2021-01-01/8\"").replacing("2021-01-01/7/!main", with: "2021-01-01/8/!main"),
  ],
  "delegation-unfulfilled": [
    akomaNtoso(
      article(
        "1",
        content("The Ministry of Finance shall adopt the procedure of electronic payment not later than 1 July 2020.")))
  ],
  "sub-delegation": [
    order(preamble: "On the basis of \(link("/akn/zz/act/2020-01-01/1#art_1", "Article 1")), I order:"),
    akomaNtoso(
      article("1", content("The Council of Ministers is empowered to lay down the procedure of payment.")), kind: "law"),
  ],
  // xml
  "encoding-mismatch": ["<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + akomaNtoso(article("1"))],
  "limit-exceeded": ["<p " + (0...1000).map { "attribute\($0)='v'" }.joined(separator: " ") + "/>"],
  "malformed-xml": [akomaNtoso(article("1", "<content><p>The fee is <b>ten</p></content>"))],
  "not-xml": ["%PDF-1.7 a statute"],
  "refused-entity": [
    "<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + akomaNtoso(article("1", content("&x;")))
  ],
  "schema-violation": [akomaNtoso(article("1")).replacing("<act name=\"act\">", with: "<act>")],
  // structure
  "commencement-unclear": [
    akomaNtoso(
      "<article eId=\"art_1\" period=\"#t\"><num>Article 1</num>\(content("Services are free."))</article>"
        + article("2"),
      metadata:
        "<temporalData><temporalGroup eId=\"t\"><timeInterval refersTo=\"#inForce\"/></temporalGroup></temporalData>")
  ],
  "diverging-definition": [
    akomaNtoso(article("1", defining("document", "means a paper with a signature")), title: "Water Act"),
    akomaNtoso(article("1", defining("document", "means any record")), work: "/akn/zz/act/2021-01-01/2"),
  ],
  "duplicate-id": [
    akomaNtoso(
      article("5", paragraph("1.", " eId=\"art_5__para_1\"") + paragraph("2.", " eId=\"art_5__para_1\"")))
  ],
  "duplicate-number": [akomaNtoso(article("1", point("b") + point("c") + point("c") + point("d")))],
  "hidden-character": [akomaNtoso(article("1", content("This is law\u{200B}ful.")))],
  "language-versions-apart": [
    akomaNtoso(article("1") + article("2") + article("3") + article("4") + article("5")),
    akomaNtoso(article("1") + article("2") + article("3") + article("4"), language: "fra"),
  ],
  "marker-dangling": [akomaNtoso(article("1", paragraph("1.", " refersTo=\"#req.chan-rigth\"")))],
  "numbering-gap": [akomaNtoso(articles("5", "6", "8", "9"))],
  "shadowed-definition": [
    akomaNtoso(
      article("2", defining("vessel", "means a ship")) + article("9", defining("vessel", "means a boat or a raft")))
  ],
  "unknown-dialect": [
    akomaNtoso(article("1"), namespace: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/")
  ],
  "unknown-element": [akomaNtoso(article("1", "<clauze>Text.</clauze>"))],
  "unused-definition": [
    akomaNtoso(article("1", defining("data carrier", "means a thing that holds data")) + article("2"))
  ],
  "validity-overlap": [
    akomaNtoso(
      timed("3", from: "2020-01-01", to: "2025-01-01") + timed("3", from: "2024-01-01", id: "later"))
  ],
  // references
  "amendment-order-conflict": amending(old: "ten dollars", "dollars", in: "The fee is ten dollars."),
  "amendment-target-mismatch": amending(old: "twenty", in: "The fee is ten."),
  "ambiguous-reference": [
    akomaNtoso(
      article("3", content(link("#four", "that article"))) + article("4", eId: "four") + article("5", eId: "four"))
  ],
  "blank-reference": [
    akomaNtoso(article("1", content("Appeals are filed in the manner prescribed by legislation.")))
  ],
  "circular-definition": [
    akomaNtoso(
      article("1", defining("portal", "means a place of service") + defining("service", "means the use of a portal")))
  ],
  "dangling-target": [akomaNtoso(article("1", content("See \(link("#art_19", "Article 19")).")) + article("2"))],
  "document-not-loaded": [
    akomaNtoso(article("1", content("See \(link("/akn/zz/act/2000-01-01/9", "the Water Act")).")))
  ],
  "identity-mismatch": mixedUp("Об обращениях граждан и юридических лиц"),
  "placeholder-target": [akomaNtoso(article("1", content("See \(link("TODO", "the act")).")))],
  "stale-citation": [
    akomaNtoso(article("1", content("See \(link("/akn/zz/act/2000-01-01/9", "Old Water Management Law")) here."))),
    akomaNtoso(article("1"), work: "/akn/zz/act/2000-01-01/9", title: "Law on Rivers and Lakes"),
  ],
  "target-expired": [
    akomaNtoso(timed("1", from: "2010-01-01", to: "2015-01-01"), work: "/akn/zz/act/2010-01-01/9"),
    akomaNtoso(article("1", content("In pursuance of \(link("/akn/zz/act/2010-01-01/9#art_1", "that programme"))."))),
  ],
  "target-not-yet-in-force": [
    akomaNtoso(timed("1", from: "2027-01-01"), work: "/akn/zz/act/2010-01-01/9"),
    akomaNtoso(
      timed(
        "1", from: "2020-01-01", content("As identified under \(link("/akn/zz/act/2010-01-01/9#art_1", "that law"))."))),
  ],
  "target-repealed": [
    actWithRepealedArticle,
    akomaNtoso(
      article("1", content("The fee of \(link("/akn/zz/act/2020-01-01/1#art_2", "that article")) applies.")),
      work: "/akn/zz/act/2021-01-01/2"),
  ],
  "text-target-mismatch": [
    akomaNtoso(article("1", content("See \(link("#art_2", "Article 20")).")) + article("2"))
  ],
  // delegation
  "no-enabling-clause": [
    order(
      preamble: "On the basis of the Statute of the Ministry, I order:",
      article("1", content("See \(link("#art_2", "Article 2")).")) + article("2"))
  ],
  "orphan-by-law": [
    actWithRepealedArticle,
    order(preamble: "On the basis of \(link("/akn/zz/act/2020-01-01/1#art_2", "Article 2")), I order:"),
  ],
]

/// An article in force between two days.
func timed(
  _ number: String, from start: String, to end: String? = nil, _ inner: String = content("Text."), id: String? = nil
) -> String {
  let until = end.map { " end=\"\($0)\"" } ?? ""
  return
    "<article eId=\"\(id ?? "art_" + number)\" start=\"\(start)\"\(until)><num>Article \(number)</num>\(inner)</article>"
}

/// An act that says some words, and others that each replace some of them by "thirty" on 1 February 2021.
func amending(old: String..., in words: String) -> [String] {
  let act = "/akn/zz/act/2020-01-01/9"
  return [akomaNtoso(article("1", content(words)), work: act)]
    + old.enumerated().map { k, old in
      akomaNtoso(
        article(
          "1",
          content(
            "<mod eId=\"m\">In \(link(act + "#art_1", "Article 1")), <quotedText>\(old)</quotedText> is replaced by "
              + "<quotedText>thirty</quotedText>.</mod>")), work: "/akn/zz/act/2021-01-01/\(k + 2)",
        metadata: """
          <lifecycle><eventRef eId="e" date="2021-02-01" source="#s"/></lifecycle><analysis><activeModifications>\
          <textualMod type="substitution"><source href="#m"/><destination href="\(act)#art_1"/><force period="#t"/></textualMod>\
          </activeModifications></analysis><temporalData><temporalGroup eId="t"><timeInterval start="#e" refersTo="#f"/>\
          </temporalGroup></temporalData>
          """)
    }
}

/// A citation of act 266-З of 2008 with a title, and two acts: that one, and 300-З of 2011 on appeals.
func mixedUp(_ title: String) -> [String] {
  func law(_ number: String, _ date: String, _ title: String, _ inner: String = "Текст.") -> String {
    akomaNtoso(
      "<article><num>Статья 5.</num>\(content(inner))</article>", work: "/akn/zz/act/law/\(date)/\(number)",
      kind: "law",
      language: "rus", title: title
    )
    .replacing(
      "<FRBRdate date=\"2020-01-01\" name=\"\"/>",
      with: "<FRBRdate date=\"\(date)\" name=\"\"/><FRBRnumber value=\"\(number)\"/>")
  }
  return [
    law("7", "2012-01-01", "Положение о портале", "Согласно статье 5 Закона от 28 октября 2008 г. № 266-З «\(title)»."),
    law("266-З", "2008-10-28", "Об основах административных процедур"),
    law("300-З", "2011-07-18", "Об обращениях граждан и юридических лиц"),
  ]
}
