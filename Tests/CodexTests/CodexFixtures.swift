import TestSupport

func content(_ inner: String) -> String { "<content><p>\(inner)</p></content>" }

func link(_ target: String, _ words: String) -> String { "<ref href=\"\(target)\">\(words)</ref>" }

/// Periods for `period="#before"` (2020 and 2021), `period="#after"` (from 2022 on) and `#later` (from 2030 on).
let periods = """
  <lifecycle source="#editor"><eventRef eId="e1" date="2020-01-01" type="generation" source="#editor"/>\
  <eventRef eId="e2" date="2022-01-01" type="amendment" source="#editor"/>\
  <eventRef eId="e3" date="2030-01-01" type="amendment" source="#editor"/></lifecycle>\
  <temporalData source="#editor"><temporalGroup eId="before"><timeInterval start="#e1" end="#e2"/></temporalGroup>\
  <temporalGroup eId="after"><timeInterval start="#e2"/></temporalGroup>\
  <temporalGroup eId="later"><timeInterval start="#e3"/></temporalGroup></temporalData>
  """

/// A law with a chapter, paragraphs and points.
let waterAct = akomaNtoso(
  "<chapter eId=\"chp_1\"><num>Chapter I</num><heading>General</heading>"
    + "<article eId=\"art_1\"><num>Article 1</num><heading>Scope</heading>"
    + "<paragraph><num>(1)</num>\(content("This act applies to water."))</paragraph>"
    + "<paragraph><num>(2)</num><intro><p>It does not apply to:</p></intro>"
    + "<point><num>(a)</num>\(content("seas; and"))</point><point><num>(b)</num>\(content("rain."))</point>"
    + "<wrapUp><p>But see \(link("#art_2", "Article 2")).</p></wrapUp></paragraph></article>"
    + article("2", content("Text.")) + article("3", content("Text.")) + "</chapter>",
  kind: "law", title: "Water Act")

/// An order under it, with links of every sort.
let waterOrder = akomaNtoso(
  article(
    "1",
    content(
      "Under \(link("/akn/zz/act/2020-01-01/1#art_2", "Article 2")) and \(link("/akn/zz/act/1999-01-01/3", "the Air Act"))"
        + " and \(link("https://example.org/x?a=b&amp;c", "the page")) and \(link("#art_9", "Article 9"))"
        + " and \(link("TODO", "it")) and \(link("#art_1", "this")).")),
  work: "/akn/zz/act/ministerial-order/2021-01-01/7", kind: "ministerial-order", title: "Water Order",
  front: "<preamble><p>On the basis of \(link("/akn/zz/act/2020-01-01/1", "the Water Act")):</p></preamble>")

/// An article whose content are tables.
func tables(_ rows: String...) -> String {
  akomaNtoso(article("1", "<content>" + rows.map { "<table>\($0)</table>" }.joined() + "</content>"))
}
