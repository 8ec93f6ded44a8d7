import Provisions
import TestSupport
import Testing

@Suite("Text of Akoma Ntoso")
struct AkomaNtosoTextTests {
  @Test("an unknown element keeps its text in its place and is reported once a kind")
  func unknownElements() throws {
    let xml = akomaNtoso(
      article("1", "<content><p>a<wobble>b</wobble>c<wobble>d</wobble></p><frame><p>e</p></frame></content>"))
    let law = try document(xml)
    #expect(law.lawText == ["Article 1", "a", "b", "c", "d", "e"])
    #expect(law.unmapped.map(\.name) == ["wobble", "frame"])
    #expect(law.unmapped.map(\.count) == [2, 1])
    #expect(law.unmapped.first.map { Int($0.start) } == offset(of: "<wobble", in: xml))
    // Inside a phrase it is a phrase, between blocks it is a block.
    #expect(law.texts(of: .inline) == ["b", "d"])
    #expect(law.texts(of: .unknown) == ["e"])
  }

  @Test("white space between blocks is layout, white space in a phrase is text")
  func whiteSpace() throws {
    let law = try document(
      akomaNtoso("\n <article>\n <num>1</num>\n <content>\n <p><b>x</b> <i>y</i>\n</p>\n </content>\n </article>\n"))
    #expect(law.lawText == ["1", "x", " ", "y", "\n"])
  }

  @Test("lists keep their introduction, items and continuation in order")
  func lists() throws {
    let law = try document(
      akomaNtoso(
        article(
          "1",
          """
          <content><blockList><listIntroduction>First:</listIntroduction><item><num>(a)</num><p>one</p></item>
          <item><num>(b)</num><p>two</p></item><listWrapUp>in all.</listWrapUp></blockList>
          <ul><li>loose</li></ul><ol><li>tight</li></ol></content>
          """)))
    #expect(law.lawText == ["Article 1", "First:", "(a)", "one", "(b)", "two", "in all.", "loose", "tight"])
    #expect(law.paths == ["art_1", "art_1__item_a", "art_1__item_b"])
    #expect(law.texts(of: .continuation) == ["in all."])
    #expect(law.nodes(of: .list).map { $0.flags.contains(.bulleted) } == [false, true, false])
  }

  @Test("tables keep rows and cells with their spans")
  func tables() throws {
    let law = try document(
      akomaNtoso(
        article(
          "1",
          """
          <content><table><caption>Fees</caption><tr><th colspan="2"><p>Head</p></th></tr>\
          <tr><td rowspan="3"><p>a</p></td><td><p>b</p></td></tr></table></content>
          """)))
    #expect(law.texts(of: .caption) == ["Fees"])
    #expect(law.nodes(of: .row).count == 2)
    let cells = law.nodes(of: .cell)
    #expect(cells.map { $0.start & 0xFFFF } == [2, 0, 0])
    #expect(cells.map { $0.start >> 16 } == [0, 3, 0])
    #expect(cells.map { $0.flags.contains(.header) } == [true, false, false])
    #expect(law.texts(of: .cell) == ["Head", "a", "b"])
  }

  @Test("a note of the text stands in its place and is counted among the notes")
  func notes() throws {
    let law = try document(
      akomaNtoso(
        article(
          "1", "<content><p>One<authorialNote marker='*' eId='n1'><p>Small.</p></authorialNote> two.</p></content>")
      ))
    #expect(law.lawText == ["Article 1", "One", "Small.", " two."])
    let note = try #require(law.notes.first)
    #expect(note.isOfText)
    #expect(law.attributeString(note.identifier) == "n1")
    #expect(law.plainText(Int(note.node)) == "Small.")
    // The text around a note reads without it.
    let paragraph = try #require(law.content.indices.first { law.content[$0].kind == .paragraph })
    #expect(law.plainText(paragraph) == "One two.")
  }

  @Test("a note of the metadata is kept, marked as such, and found by the mark that points to it")
  func metadataNotes() throws {
    let law = try document(
      akomaNtoso(
        article("1", "<content><p>One<noteRef href='#n7'/> two.</p></content>"),
        metadata: "<notes source='#e'><note eId='n7'><p>From the editor.</p></note></notes>"))
    #expect(law.lawText == ["Article 1", "One", " two."])
    let note = try #require(law.notes.first)
    #expect(!note.isOfText)
    #expect(law.plainText(Int(note.node)) == "From the editor.")
    #expect(law.nodes(of: .noteMark).map(\.start) == [0])
    #expect(law.content[Int(note.mark)].kind == .noteMark)
  }

  @Test("a mark whose note is not there points to none")
  func danglingMark() throws {
    let law = try document(akomaNtoso(article("1", "<content><p>One<noteRef href='#n7'/></p></content>")))
    #expect(law.nodes(of: .noteMark).map(\.start) == [.max])
  }

  @Test("text of the metadata is not text of the law")
  func metadata() throws {
    let law = try document(
      akomaNtoso(
        article("1"), metadata: "<proprietary source='#e'><x>secret</x></proprietary><presentation>more</presentation>")
    )
    #expect(law.lawText == ["Article 1", "Text."])
    #expect(law.unmapped.isEmpty)
  }

  @Test(
    "phrases keep their look",
    arguments: [
      ("b", .strong), ("i", .emphasis), ("u", .underline), ("sup", .superscript), ("sub", .subscript),
      ("ins", .insertion), ("del", .deletion), ("def", .term), ("quotedText", .quotedText), ("ref", .reference),
    ] as [(String, ContentKind)])
  func phrases(element: String, kind: ContentKind) throws {
    let law = try document(akomaNtoso(article("1", "<content><p>a<\(element)>b</\(element)>c</p></content>")))
    #expect(law.texts(of: kind) == ["b"])
    #expect(law.lawText == ["Article 1", "a", "b", "c"])
  }

  @Test("content nodes lie in preorder, each inside the one that holds it")
  func preorder() throws {
    let inner = "<content><p>a<b>b<i>c</i></b></p><table><tr><td>x</td></tr></table></content>"
    let law = try document(akomaNtoso("<chapter>\(article("1", inner))\(article("2"))</chapter>"))
    var open = [law.content.count]
    for (i, node) in law.content.enumerated() {
      while let end = open.last, i >= end { open.removeLast() }
      #expect(Int(node.end) > i)
      #expect(try Int(node.end) <= #require(open.last))
      open.append(Int(node.end))
    }
    #expect(law.content.first.map { Int($0.end) } == law.content.count)
  }
}
