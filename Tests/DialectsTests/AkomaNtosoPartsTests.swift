import Provisions
import TestSupport
import Testing

@Suite("Parts, islands and records in Akoma Ntoso")
struct AkomaNtosoPartsTests {
  // MARK: Attached documents

  @Test("each attached document resolves its own events and periods first, then those around it")
  func periodsByPart() throws {
    let law = try document(
      akomaNtoso(
        "<article period='#p1'><num>1</num></article>",
        metadata: time("2020-01-01", group: "p1") + outer,
        back: """
          <attachments><attachment><doc name="annex"><meta>\(time("2024-05-01", group: "p1"))</meta>
          <mainBody><article period='#p1'><num>2</num></article><article period='#all'><num>3</num></article>
          <article start='#e1'><num>4</num></article></mainBody></doc></attachment>
          <attachment><doc name="annex"><meta>\(time("2025-06-01", group: "p1"))</meta>
          <mainBody period='#p1'><article><num>5</num></article></mainBody></doc></attachment></attachments>
          """))
    let starts = law.provisions.map { $0.validity.start?.description ?? "-" }
    #expect(
      law.provisions.map(\.kind) == [
        .document, .article, .component, .article, .article, .article, .component, .article,
      ])
    #expect(
      starts == ["-", "2020-01-01", "-", "2024-05-01", "2019-01-01", "2024-05-01", "2025-06-01", "-"])
  }

  @Test("the repeal of an attached document ends it alone")
  func repealOfPart() throws {
    let repeal = """
      <lifecycle source="#e"><eventRef eId="r" date="2023-01-01" type="repeal" source="#x"/></lifecycle>
      """
    let law = try document(
      akomaNtoso(
        article("1"),
        back: """
          <attachments><attachment><doc name="annex"><meta>\(repeal)</meta><mainBody>\(article("2"))</mainBody></doc>\
          </attachment></attachments>
          """))
    #expect(law.validity.end == nil)
    #expect(law.provisions[2].kind == .component)
    #expect(law.provisions[2].validity.end == LegalDate("2023-01-01"))
  }

  @Test("a component can be named by the end of its address")
  func componentName() throws {
    let law = try document(
      akomaNtoso(
        "",
        back: """
          <attachments><attachment><doc name="annex"><meta><identification><FRBRWork>
          <FRBRthis value="/akn/zz/act/2020-01-01/1/!annex_1"/></FRBRWork></identification></meta>
          <mainBody>\(article("2"))</mainBody></doc></attachment></attachments>
          """))
    let names = law.anchors.filter(\.isAlias).map { law.attributeString($0.name) }
    #expect(names == ["!annex_1"])
  }

  @Test("parts that stand elsewhere are references, by href or by src")
  func collection() throws {
    let law = try document(
      """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="x"><meta/>
      <collectionBody><component eId="cmp_1"><documentRef href="act.xml" showAs="Act"/></component>
      <component eId="cmp_2"><componentRef src="#annex" showAs="Annex"/></component>
      <interstitial><p>Between.</p></interstitial></collectionBody></documentCollection></akomaNtoso>
      """)
    #expect(law.references.map { law.target($0) } == ["act.xml", "#annex"])
    #expect(law.provisions.map(\.kind) == [.document, .component, .component])
    #expect(law.unmapped.isEmpty)
  }

  // MARK: Identifiers

  @Test("further identifiers of a place are aliases", arguments: ["wId", "GUID", "originalId"])
  func aliases(attribute: String) throws {
    let law = try document(akomaNtoso("<article eId='art_6' \(attribute)='art_5'><num>6</num></article>"))
    #expect(law.anchors.map { law.attributeString($0.name) } == ["art_6", "art_5"])
    #expect(law.anchors.map(\.isAlias) == [false, true])
    #expect(law.anchors.map(\.provision) == [1, 1])
  }

  // MARK: Breaks, contents, marks

  @Test("the end of a printed line parts words, unless it breaks one")
  func ends() throws {
    func text(_ words: String) throws -> String {
      let law = try document(akomaNtoso(article("1", "<content><p>\(words)</p></content>")))
      return law.texts(of: .paragraph).joined()
    }
    #expect(try text("advice and<eol/>consent") == "advice and consent")
    #expect(try text("advice and <eol/>consent") == "advice and consent")
    #expect(try text("advice <eop/>and") == "advice and")
    #expect(try text("by and <eol breakAt=\"4\" breakWith=\"-\"/>consent") == "by and consent")
    #expect(try text("con<eol breakAt=\"0\"/>sent") == "consent")
    let between = try document(akomaNtoso(article("1") + "<eop/>" + article("2")))
    #expect(between.nodes(of: .lineBreak).isEmpty)
  }

  @Test("an entry of a table of contents leads to what it names, and does not tell that references are marked")
  func contents() throws {
    let front =
      "<preface><toc><tocItem level='1' href='#art_1'>Article 1</tocItem><tocItem>End</tocItem></toc></preface>"
    let law = try document(akomaNtoso(article("1"), front: front))
    #expect(law.references.map { law.target($0) } == ["#art_1"])
    #expect(law.texts(of: .reference) == ["Article 1"])
    #expect(law.texts(of: .paragraph) == ["Article 1", "End", "Text."])
    #expect(!law.marksReferences)
  }

  @Test(
    "of all values of status only those say that a provision is gone which say it",
    arguments: [
      "removed", "temporarilyRemoved", "translated", "editorial", "edited", "verbatim", "incomplete", "unknown",
      "undefined", "ignored",
    ])
  func status(value: String) throws {
    let law = try document(akomaNtoso("<article status='\(value)'><num>1</num></article>"))
    #expect(law.provisions[1].traits.contains(.repealed) == (value == "removed"))
    #expect(law.texts(of: .number) == ["1"])
  }

  @Test("modifications within modifications are one")
  func nestedModifications() throws {
    let law = try document(
      akomaNtoso(
        article(
          "1",
          """
          <content><p><mmod><mod>In <ref href="/akn/zz/act/1#art_1">one</ref></mod> and \
          <ref href="/akn/zz/act/1#art_2">two</ref></mmod>, <ref href="#art_1">here</ref>.</p></content>
          """)))
    #expect(law.references.map(\.role) == [.amends, .amends, .cites])
  }

  @Test(
    "an element with words keeps them in their place",
    arguments: [
      "remark", "recordedTime", "fillIn", "placeholder", "signature", "embeddedText", "quotedText", "ins", "del",
      "span", "inline", "omissis", "rmod", "mod", "def", "term", "docketNumber", "neutralCitation", "ActTitle",
    ])
  func phrases(element: String) throws {
    let law = try document(
      akomaNtoso(article("1", "<content><p>One <\(element)>two</\(element)> three.</p></content>")))
    #expect(law.texts(of: .paragraph) == ["One two three."])
    #expect(law.unmapped.isEmpty)
  }

  @Test(
    "an element that holds blocks keeps them in their place",
    arguments: [
      "container", "tblock", "blockContainer", "div", "interstitial", "blockList", "list", "crossHeading", "caption",
      "formula", "embeddedStructure", "quotedStructure", "toc", "popup", "foreign", "summary", "narrative",
      "componentData",
    ])
  func blocks(element: String) throws {
    let inner = ["crossHeading", "caption", "formula"].contains(element) ? "two" : "<p>two</p>"
    let law = try document(
      akomaNtoso("<article><num>1</num><p>One</p><\(element) name=\"x\">\(inner)</\(element)><p>three</p></article>"))
    #expect(
      law.lawText.map { $0.split(separator: " ").joined() }.filter { !$0.isEmpty } == ["1", "One", "two", "three"])
    #expect(law.unmapped.isEmpty)
  }

  @Test("an alternative stands beside what it is an alternative to, and both are text")
  func alternatives() throws {
    let law = try document(
      akomaNtoso(
        "<article eId='a'><num>1</num></article><article eId='b' alternativeTo='#a'><num>1 bis</num></article>"))
    #expect(law.texts(of: .number) == ["1", "1 bis"])
    #expect(law.references.isEmpty)
  }

  // MARK: Islands

  @Test("a table of XHTML is a table")
  func htmlTable() throws {
    let law = try document(
      akomaNtoso(
        article(
          "1",
          """
          <content><foreign><table xmlns="http://www.w3.org/1999/xhtml"><thead><tr><th>A</th></tr></thead>
          <tbody><tr><td colspan="2"><p>b<br/>c</p></td></tr></tbody></table></foreign></content>
          """)))
    #expect(law.unmapped.isEmpty)
    #expect(law.texts(of: .cell) == ["A", "b c"])
    #expect(law.nodes(of: .tableHead).count == 1)
    #expect(law.nodes(of: .cell).map { $0.start & 0xFFFF } == [0, 2])
  }

  @Test("the signs of a formula keep their order, with a space between them")
  func math() throws {
    for space in ["http://www.w3.org/1998/Math/MathML", ""] {
      let law = try document(
        akomaNtoso(
          article(
            "1",
            """
            <content><p>Thus <foreign><math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac xmlns="\(space)">\
            <mn>1</mn><mrow><mi>x</mi><mo>+</mo></mrow></mfrac></math></foreign>.</p></content>
            """)))
      #expect(law.unmapped.isEmpty)
      #expect(law.lawText.joined().contains("Thus 1x+."))
      #expect(law.nodes(of: .inline).filter { $0.flags.contains(.spaced) }.count == 3)
    }
  }

  @Test("exponents and indices are such", arguments: [("msup", ContentKind.superscript), ("msub", .subscript)])
  func scripts(element: String, kind: ContentKind) throws {
    let law = try document(
      akomaNtoso(
        article(
          "1",
          """
          <content><p><foreign><math xmlns="http://www.w3.org/1998/Math/MathML"><\(element)> <mi>x</mi>
          <mrow><mn>2</mn><mi>n</mi></mrow> </\(element)><mo>+</mo><\(element)/><\(element)><mi>y</mi></\(element)></math>\
          </foreign></p></content>
          """)))
    #expect(law.unmapped.isEmpty)
    #expect(law.texts(of: kind) == ["2n"])
    #expect(law.texts(of: .inline).filter { !$0.isEmpty }.suffix(5) == ["x", "2", "n", "+", "y"])
  }

  @Test(
    "a container may be named after a kind",
    arguments: [
      ("schedule", ProvisionKind.annex), ("annex", .annex), ("attachment", .annex), ("crossheading", .group),
      ("crossHeading", .group), ("schedules", .other), ("definition", .other),
    ])
  func containers(name: String, kind: ProvisionKind) throws {
    let law = try document(akomaNtoso("\(article("1"))<hcontainer name=\"\(name)\">\(article("2"))</hcontainer>"))
    #expect(law.provisions.map(\.kind) == [.document, .article, kind, .article])
    #expect(law.paths.last == (kind == .annex ? "sched_n1__art_2" : "art_2"))
  }

  // MARK: Records

  @Test("a debate keeps its speakers, questions and answers in order")
  func debate() throws {
    let law = try document(
      """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="hansard"><meta/><debateBody>
      <debateSection eId="s1"><heading>Oral answers</heading><rollCall><p>Present: all</p></rollCall>
      <questions><question by="#a"><from>Mr A</from><p>Why?</p></question>
      <answer by="#b"><from>Ms B</from><p>Because. <remark type="laughter">(Laughter)</remark></p></answer></questions>
      <speechGroup><speech by="#a"><from>Mr A <recordedTime time="2011-06-10T10:00:00">10:00</recordedTime></from>
      <p>Thanks.</p></speech></speechGroup><scene>They rise.</scene>
      <adjournment><p>Adjourned.</p></adjournment></debateSection></debateBody></debate></akomaNtoso>
      """)
    #expect(law.unmapped.isEmpty)
    #expect(
      law.lawText.joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ")
        == """
        Oral answers Present: all Mr A Why? Ms B Because. (Laughter) Mr A 10:00 Thanks. They rise. Adjourned.
        """)
    #expect(law.identity.form == .record)
  }

  @Test("a judgment keeps its parts in order", arguments: ["judgment", "judgement"])
  func judgment(name: String) throws {
    let parts = ["introduction", "background", "arguments", "remedies", "motivation", "decision"]
    let body = parts.map { "<\($0)><p>\($0).</p></\($0)>" }.joined()
    let law = try document(
      """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><\(name) name="j"><meta/><header>\
      <p><neutralCitation>[2020] 1</neutralCitation> <judge refersTo="#j">J</judge></p></header><\(name)Body>\(body)\
      </\(name)Body></\(name)></akomaNtoso>
      """)
    #expect(law.unmapped.isEmpty)
    #expect(law.texts(of: .paragraph) == ["[2020] 1 J"] + parts.map { $0 + "." })
    #expect(law.identity.form == .record)
  }
}

private func time(_ date: String, group: String) -> String {
  """
  <lifecycle source="#e"><eventRef eId="e1" date="\(date)" type="generation" source="#o"/></lifecycle>\
  <temporalData source="#e"><temporalGroup eId="\(group)"><timeInterval start="#e1" refersTo="#f"/></temporalGroup>\
  </temporalData>
  """
}

private let outer = """
  <temporalData source="#e"><temporalGroup eId="all"><timeInterval start="2019-01-01" refersTo="#f"/></temporalGroup>\
  </temporalData>
  """
