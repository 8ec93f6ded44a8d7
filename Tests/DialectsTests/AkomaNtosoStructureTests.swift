import Provisions
import TestSupport
import Testing

@Suite("Structure of Akoma Ntoso")
struct AkomaNtosoStructureTests {
  @Test("the elements of the hierarchy are provisions below one another")
  func hierarchy() throws {
    let law = try document(
      akomaNtoso(
        """
        <part><num>PART I</num><heading>General</heading><chapter><num>Chapter 2</num>
        <article><num>Article 3</num><heading>Aim <i>and</i> scope</heading>
        <paragraph><num>1.</num><list><intro><p>Either</p></intro>
        <point><num>(a)</num><content><p>one;</p></content></point>
        <point><num>(b)</num><content><p>two.</p></content></point></list></paragraph></article></chapter></part>
        """))
    #expect(law.provisions.map(\.kind) == [.document, .part, .chapter, .article, .paragraph, .point, .point])
    #expect(law.provisions.map(\.parent) == [0, 0, 1, 2, 3, 4, 4])
    #expect(law.provisions.map(\.subtreeEnd) == [7, 7, 7, 7, 7, 6, 7])
    #expect(law.provisions.indices.map(law.number(of:)) == ["", "I", "2", "3", "1", "a", "b"])
    #expect(law.heading(of: 1) == "General")
    #expect(law.heading(of: 3) == "Aim and scope")
    #expect(law.heading(of: 4).isEmpty)
  }

  @Test("a provision covers its element in the source")
  func sourceRange() throws {
    let inner = "<article eId=\"art_1\"><num>1</num><content><p>é€</p></content></article>"
    let xml = akomaNtoso("<chapter>\(inner)</chapter>")
    let law = try document(xml)
    let unit = law.provisions[try law.index(of: "art_1")]
    let bytes = Array(xml.utf8)[Int(unit.sourceStart)..<Int(unit.sourceEnd)]
    #expect(String(decoding: bytes, as: UTF8.self) == inner)
  }

  @Test(
    "an element of the hierarchy has its kind",
    arguments: [
      ("book", .book), ("tome", .book), ("part", .part), ("subpart", .part), ("title", .title), ("chapter", .chapter),
      ("subchapter", .chapter), ("division", .division), ("article", .article), ("rule", .rule),
      ("subsection", .subsection), ("paragraph", .paragraph), ("subparagraph", .subparagraph), ("clause", .clause),
      ("subclause", .subclause), ("point", .point), ("item", .item), ("indent", .indent), ("alinea", .alinea),
      ("level", .level), ("hcontainer", .other), ("transitional", .other),
    ] as [(String, ProvisionKind)])
  func kinds(element: String, kind: ProvisionKind) throws {
    let law = try document(akomaNtoso("<\(element)><num>7</num></\(element)>"))
    #expect(law.provisions.last?.kind == kind)
    #expect(law.words[Int(law.provisions[1].word)] == element)
    #expect(law.unmapped.isEmpty)
  }

  @Test("a section is the unit that is cited, and a group where sections hold articles")
  func sections() throws {
    let units = try document(akomaNtoso("<chapter><section><num>1</num></section></chapter>"))
    #expect(units.provisions.last?.kind == .section)
    let groups = try document(
      akomaNtoso("<section><num>1</num><article><num>1</num></article></section><section><num>2</num></section>"))
    #expect(groups.provisions.map(\.kind) == [.document, .division, .article, .division])
  }

  @Test("only the first number and the first heading of a provision are its own")
  func firstNumber() throws {
    let law = try document(
      akomaNtoso("<article><num>1</num><num>2</num><heading>One</heading><heading>Two</heading></article>"))
    #expect(law.number(of: 1) == "1")
    #expect(law.heading(of: 1) == "One")
    #expect(law.lawText == ["1", "2", "One", "Two"])
  }

  @Test("preface, preamble and conclusions are regions beside the body, and their text is text of the law")
  func regions() throws {
    let law = try document(
      akomaNtoso(
        article("1"),
        front: """
          <preface><longTitle><p>An <docTitle>Act on Bridges</docTitle></p></longTitle></preface>
          <preamble><citations><citation><p>Having regard to law,</p></citation></citations>
          <recitals><recital><num>(1)</num><p>Whereas</p></recital></recitals></preamble>
          """,
        back: "<conclusions><p>Done.</p></conclusions>"))
    let regions = [Region.preface, .preamble, .conclusions].map(\.rawValue)
    #expect(law.nodes(of: .region).map(\.start) == regions)
    #expect(law.provisions.map(\.kind) == [.document, .citation, .recital, .article])
    let texts = ["An ", "Act on Bridges", "Having regard to law,", "(1)", "Whereas", "Article 1", "Text.", "Done."]
    #expect(law.lawText == texts)
    #expect(law.identity.title == "Act on Bridges")
  }

  @Test("an attached document is a component with provisions of its own")
  func attachments() throws {
    let law = try document(
      akomaNtoso(
        article("1"),
        back: """
          <attachments><attachment><heading>Annex</heading><doc name="annex"><meta/><mainBody>\(article("1", eId: "b"))\
          </mainBody></doc></attachment></attachments>
          """))
    #expect(law.provisions.map(\.kind) == [.document, .article, .component, .article])
    #expect(law.provisions[3].parent == 2)
    #expect(law.heading(of: 2) == "Annex")
  }

  @Test("units in quoted text are quoted, those behind it are not")
  func quotedStructure() throws {
    let quoted = "<content><p>In Act 2, add <quotedStructure>\(article("9"))</quotedStructure></p></content>"
    let law = try document(akomaNtoso(article("1", quoted) + article("2")))
    #expect(law.provisions.map { $0.traits.contains(.quoted) } == [false, false, true, false])
    #expect(law.nodes(of: .quotation).count == 1)
    #expect(law.paths == ["art_1", "art_1__art_9", "art_2"])
  }

  @Test("articles behind unmarked modifications are what these insert, up to the end of what holds both")
  func unmarkedInsertion() throws {
    let modification = "<hcontainer name=\"modification\"><content><p>Insert:</p></content></hcontainer>"
    let law = try document(
      akomaNtoso("<article><num>1</num><paragraph>\(modification)\(article("9"))</paragraph></article>" + article("2")))
    #expect(law.provisions.map(\.kind) == [.document, .article, .paragraph, .other, .article, .article])
    #expect(law.provisions.map { $0.traits.contains(.quoted) } == [false, false, false, false, true, false])
    #expect(law.paths.last == "art_2")
  }

  @Test("a container of omitted units stands for a run of them", arguments: [("omitted", true), ("section", false)])
  func omitted(name: String, isStretch: Bool) throws {
    let law = try document(akomaNtoso("<hcontainer name='\(name)'><num>3</num></hcontainer>"))
    #expect(law.provisions[1].traits.contains(.stretch) == isStretch)
  }

  @Test("a foreign element that bears a name of Akoma Ntoso is no provision")
  func foreignNamespace() throws {
    let law = try document(akomaNtoso("<x:article xmlns:x='urn:x'><x:num>1</x:num></x:article>" + article("2")))
    #expect(law.paths == ["art_2"])
    #expect(law.lawText == ["1", "Article 2", "Text."])
    #expect(law.unmapped.map(\.name) == ["article", "num"])
    #expect(law.unmapped.map(\.namespace) == ["urn:x", "urn:x"])
  }
}
