import Foundation
import TestSupport

/// A folder with small law, in which commands run.
enum Workspace {
  static func make() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
    return folder
  }

  static let files: [String: String] = [
    "catalogue.yaml": "requirements:\n  - id: own\n    titel: Own\n",
    "clean/act.xml": clean,
    "warnings/act.xml": act(
      """
      <article eId="art_1"><num>Article 1</num><content><p>See <ref href="/akn/zz/act/1999-01-01/3">the Air Act</ref>.</p></content></article>
      <article eId="art_3"><num>Article 3</num><content><p>Text.</p></content></article>
      """, work: "/akn/zz/act/2019-01-01/5", title: "Air Quality Act"),
    "errors/law.xml": act(
      """
      <article eId="art_1"><num>Article 1</num><heading>Scope</heading><content><p>This is the law.</p></content></article>
      <article eId="art_2" status="repealed"><num>Article 2</num><content><p>(repealed)</p></content></article>
      <article eId="art_3"><num>Article 3</num><content><p>Under <ref href="#art_1">Article 11</ref> and <ref href="#art_19">Article 19</ref>.</p></content></article>
      """),
    "errors/order.xml": order,
    "broken/act.xml":
      "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<act name=\"act\"><body>\n"
      + "<p>The fee is <b>ten<p>\n</body></act></akomaNtoso>\n",
    "strange/notes.xml": "<notes><note>Not a law.</note></notes>\n",
    "strange/readme.txt": "no document\n",
    "strange/.hidden/act.xml": clean,
    "amended/law.xml": act(
      """
      <article eId="art_1"><num>Article 1</num><heading>Fees</heading><paragraph eId="art_1__para_1"><num>1.</num><content><p>The fee is ten.</p></content></paragraph><paragraph eId="art_1__para_2"><num>2.</num><content><p>No fee is due for springs.</p></content></paragraph></article>
      <article eId="art_2"><num>Article 2</num><heading>Entry into force</heading><content><p>At once.</p></content></article>
      """),
    "amended/amending.xml": amending,
    "chain/law.xml": act(
      """
      <article eId="art_1"><num>Article 1</num><heading>Scope</heading><content><p>Subject to <ref href="#art_2">Article 2</ref>, this Law applies to forests.</p></content></article>
      <article eId="art_2" start="2010-01-01"><num>Article 2</num><heading>Orders</heading><paragraph eId="art_2__para_1"><num>1</num><content><p>The Ministry sets fees.</p></content></paragraph><paragraph eId="art_2__para_2"><num>2</num><content><p>No fee is due in the cases of <ref href="#art_3">Article 3</ref>.</p></content></paragraph></article>
      <article eId="art_3"><num>Article 3</num><heading>Exceptions</heading><content><p>Persons under <ref href="/akn/zz/act/1999-01-01/3#art_4">Article 4 of the Air Act</ref> pay nothing.</p></content></article>
      <article eId="art_4"><num>Article 4</num><heading>Entry into force</heading><content><p>At once.</p></content></article>
      """, work: "/akn/zz/act/law/2010-01-01/10", title: "Forest Law", kind: "<FRBRsubtype value=\"law\"/>"),
    "chain/order.xml": act(
      """
      <article eId="art_1"><num>Article 1</num><content><p>The fee of <ref href="/akn/zz/act/law/2010-01-01/10#art_2__para_1">Article 2(1) of the Forest Law</ref> is ten.</p></content></article>
      <article eId="art_2" start="2011-01-01" end="2025-01-01"><num>Article 2</num><content><p><ref href="/akn/zz/act/law/2010-01-01/10#art_2__para_2">Article 2(2) of the Forest Law</ref> applies.</p></content></article>
      """, work: "/akn/zz/act/ministerial-order/2011-01-01/11", title: "Forest Fees Order",
      kind: "<FRBRsubtype value=\"ministerial-order\"/>",
      front:
        "<preamble><p>On the basis of <ref href=\"/akn/zz/act/law/2010-01-01/10#art_2\">Article 2 of the Forest Law</ref>:</p></preamble>\n"
    ),
    "chain/guide.xml": act(
      """
      <article eId="art_1"><num>Article 1</num><content><p>See <ref href="/akn/zz/act/ministerial-order/2011-01-01/11#art_1">Article 1 of the Order</ref> and <ref href="/akn/zz/act/ministerial-order/2011-01-01/11#art_2">Article 2</ref>, both under <ref href="/akn/zz/act/law/2010-01-01/10">the Forest Law</ref>.</p></content></article>
      """, work: "/akn/zz/act/2012-01-01/12", title: "Guide “to” &quot;Trees&quot; \\ Fees &amp; &lt;Others&gt;"),
    "schema/act.xsd": schema(
      "<xs:include schemaLocation=\"article.xsd\"/>\n<xs:element name=\"akomaNtoso\"><xs:complexType><xs:sequence>"
        + "<xs:any processContents=\"lax\"/></xs:sequence></xs:complexType></xs:element>"),
    "schema/article.xsd": schema(
      "<xs:element name=\"article\"><xs:complexType><xs:sequence><xs:element name=\"num\"/><xs:element name=\"heading\"/>"
        + "<xs:element name=\"content\"/></xs:sequence><xs:attribute name=\"eId\"/></xs:complexType></xs:element>"),
    "schema/cut.xsd": schema(
      "<xs:import namespace=\"http://www.w3.org/XML/1998/namespace\" schemaLocation=\"xml.xsd\"/>"),
    "foreign/mine.txt": "mine\n",
    "file": "mine\n",
  ]

  static let clean = act(
    """
    <article eId="art_1"><num>Article 1</num><content><p>See <ref href="#art_2">Article 2</ref>.</p></content></article>
    <article eId="art_2"><num>Article 2</num><content><p>Text.</p></content></article>
    """, work: "/akn/zz/act/2018-01-01/2", title: "Sound Act")

  static let order = act(
    """
    <article eId="art_1"><num>Article 1</num><content><p>The fees of <ref href="/akn/zz/act/2020-01-01/1#art_2">that article</ref> apply.</p></content></article>
    """, work: "/akn/zz/act/ministerial-order/2021-01-01/7", title: "Fees Order",
    kind: "<FRBRsubtype value=\"ministerial-order\"/>", front: "<preamble><p>I order:</p></preamble>\n")

  /// The address of a law in the folder `chain`.
  static let forestLaw = "/akn/zz/act/law/2010-01-01/10"

  private static func schema(_ inner: String) -> String {
    """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
      targetNamespace="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
    \(inner)
    </xs:schema>

    """
  }

  /// Two amendments that can be carried out, one that cannot, one of a later date, and one of an act that is not there.
  private static let amending: String = {
    func modification(_ n: Int, _ type: String, _ target: String, _ period: String) -> String {
      """
      <textualMod type="\(type)"><source href="#mod_\(n)"/><destination href="\(target)"\(type == "insertion" ? " pos=\"after\"" : "")/>\
      <force period="#\(period)"/></textualMod>
      """
    }
    let law = "/akn/zz/act/2020-01-01/1"
    let analysis = """
      <lifecycle source="#e"><eventRef eId="e1" date="2022-03-01" source="#e"/><eventRef eId="e2" date="2030-01-01" source="#e"/></lifecycle>
      <analysis source="#e"><activeModifications>\(modification(1, "substitution", law + "#art_1__para_1", "t1"))
      \(modification(2, "insertion", law + "#art_1__para_2", "t1"))\(modification(3, "repeal", law + "#art_7", "t1"))
      \(modification(4, "repeal", law + "#art_1__para_2", "t2"))\(modification(5, "repeal", "/akn/zz/act/1999-01-01/3#art_1", "t1"))
      </activeModifications></analysis>
      <temporalData source="#e"><temporalGroup eId="t1"><timeInterval start="#e1" refersTo="#f"/></temporalGroup>
      <temporalGroup eId="t2"><timeInterval start="#e2" refersTo="#f"/></temporalGroup></temporalData>
      """
    return act(
      """
      <article eId="art_1"><num>Article 1</num><paragraph eId="art_1__para_1"><num>1.</num><content><p><mod eId="mod_1">In <ref href="\(law)#art_1__para_1">Article 1(1)</ref>, <quotedText>ten</quotedText> is replaced by <quotedText>twelve</quotedText>.</mod></p></content></paragraph>
      <paragraph eId="art_1__para_2"><num>2.</num><content><p><mod eId="mod_2">Behind <ref href="\(law)#art_1__para_2">Article 1(2)</ref> there is inserted: <quotedStructure eId="q"><paragraph eId="q__para_3"><num>3.</num><content><p>Wells are springs.</p></content></paragraph></quotedStructure></mod></p></content></paragraph>
      <paragraph eId="art_1__para_3"><num>3.</num><content><p><mod eId="mod_3">Article 7 is repealed.</mod> <mod eId="mod_4">Article 1(2) is repealed.</mod> <mod eId="mod_5">Article 1 of the Air Act is repealed.</mod></p></content></paragraph></article>
      """, work: "/akn/zz/act/2022-01-01/8", title: "Water Amendment Act"
    ).replacing("</identification>", with: "</identification>" + analysis)
  }()

  private static func act(
    _ body: String, work: String = "/akn/zz/act/2020-01-01/1", title: String = "Water Act", kind: String = "",
    front: String = ""
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
    <act name="act">
    <meta><identification source="#editor">
    <FRBRWork><FRBRthis value="\(work)/!main"/><FRBRuri value="\(work)"/><FRBRalias value="\(title)" name="title"/>\(kind)</FRBRWork>
    <FRBRExpression><FRBRuri value="\(work)/eng@2020-01-01"/><FRBRlanguage language="eng"/></FRBRExpression>
    </identification></meta>
    \(front)<body>
    \(body)
    </body>
    </act>
    </akomaNtoso>

    """
  }
}
