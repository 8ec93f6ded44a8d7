import Diagnostics
import TestSupport
import Testing
import XMLReading

@Suite("Text of a document")
struct TextTests {
  @Test(
    "adjacent pieces of text are one text",
    arguments: [
      ("<a>one &amp; two</a>", "one & two"), ("<a>&#1046;x&#x20AC;</a>", "Жx€"), ("<a>x<![CDATA[<y>]]>z</a>", "x<y>z"),
      ("<a>x<!-- c -->y</a>", "xy"), ("<a>x<?p?>y</a>", "xy"), ("<a>x\r\ny\rz</a>", "x\ny\nz"),
    ])
  func joined(xml: String, text: String) {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    #expect(tree.texts == [text])
  }

  @Test("texts of different elements stay apart and in order")
  func order() {
    let (tree, _) = read("<a>1<b>2<c>3</c></b>4<b/>5</a>")
    #expect(tree.texts == ["1", "2", "3", "4", "5"])
    #expect(tree.textContent(0) == "12345")
  }

  @Test("white space is text like any other")
  func whiteSpace() {
    let (tree, _) = read("<a>\n <b> </b>\t</a>")
    #expect(tree.texts == ["\n ", " ", "\t"])
  }

  @Test("comments are counted, wherever they stand, and are no text")
  func comments() {
    let (tree, _) = read("<!-- 1 --><a><!-- 2 -->x<b><!-- 3 --></b></a><!-- 4 -->")
    #expect(tree.commentCount == 4)
    #expect(tree.texts == ["x"])
  }

  @Test(
    "a processing instruction is kept with its place",
    arguments: [
      ("<a><?p d?></a>", "<?p d?>"), ("<?p d?><a/>", "<?p d?>"), ("<a>text<?p d e?>more</a>", "<?p d e?>"),
      ("<a/><?p d?>", "<?p d?>"), ("<a><b/><?p d?><b/></a>", "<?p d?>"),
    ])
  func instructions(xml: String, written: String) throws {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    let instruction = try #require(tree.instructions.first)
    #expect(instruction.target == "p")
    #expect(instruction.data.hasPrefix("d"))
    let source = Array(xml.utf8)[Int(instruction.range.lowerBound)..<Int(instruction.range.upperBound)]
    #expect(String(decoding: source, as: UTF8.self) == written)
  }

  @Test(
    "a processing instruction covers its own bytes, with little or much white space in it",
    arguments: [
      ("<a>text<?p?></a>", "<?p?>"), ("<a>text<?p    d?></a>", "<?p    d?>"), ("<a>text<?p d ?></a>", "<?p d ?>"),
    ])
  func spacedInstructions(xml: String, written: String) throws {
    let (tree, _) = read(xml)
    let range = try #require(tree.instructions.first).range
    let source = Array(xml.utf8)[Int(range.lowerBound)..<Int(range.upperBound)]
    #expect(String(decoding: source, as: UTF8.self) == written)
  }

  @Test("a processing instruction names the node before which it stands")
  func instructionNode() throws {
    let (tree, _) = read("<a><b/><?p d?><c/></a>")
    let node = try #require(tree.instructions.first).node
    #expect(tree.names[Int(tree.nodes[Int(node)].name)].local == "c")
  }

  @Test("names are known by namespace and local name, not by prefix")
  func namespaces() throws {
    let (tree, _) = read("<p:a xmlns:p='urn:1' xmlns='urn:2'><a/><q:a xmlns:q='urn:1' q:x='1' x='2'/></p:a>")
    let elements = tree.nodes.map { tree.names[Int($0.name)] }
    #expect(elements[0] == QualifiedName(namespace: "urn:1", local: "a"))
    #expect(elements[1] == QualifiedName(namespace: "urn:2", local: "a"))
    #expect(tree.nodes[0].name == tree.nodes[2].name)
    let attributes = tree.attributes.map { tree.names[Int($0.name)] }
    #expect(attributes == [QualifiedName(namespace: "urn:1", local: "x"), QualifiedName(namespace: "", local: "x")])
  }
}

@Suite("Entities")
struct EntityTests {
  @Test(
    "an entity that the document declares for itself is expanded",
    arguments: [
      ("<!DOCTYPE a [<!ENTITY e 'word'>]><a>x&e;y</a>", "xwordy"),
      ("<!DOCTYPE a [<!ENTITY e '&f;&f;'><!ENTITY f 'w'>]><a>&e;</a>", "ww"),
      ("<!DOCTYPE a [<!ENTITY e ''>]><a>x&e;y</a>", "xy"),
      ("<!DOCTYPE a [<!ENTITY e '<b>in</b>'>]><a>x&e;y&e;</a>", "xinyin"),
    ])
  func expanded(xml: String, text: String) {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    #expect(tree.isWellFormed)
    #expect(tree.textContent(0) == text)
  }

  @Test("an entity in the value of an attribute is expanded")
  func inAttribute() throws {
    let (tree, _) = read("<!DOCTYPE a [<!ENTITY e 'word'>]><a x='1&e;2'/>")
    #expect(try tree.string(of: #require(tree.attribute("x", on: "a"))) == "1word2")
  }

  @Test("places behind an entity are those of the source")
  func offsetsBehindEntity() throws {
    let xml = "<!DOCTYPE a [<!ENTITY e '<b>in</b>'>]><a>&e;<c x='v'>t</c></a>"
    let (tree, _) = read(xml)
    let c = try #require(tree.first("c"))
    #expect(Int(c.offset) == offset(of: "<c", in: xml))
    #expect(Int(c.endOffset) == xml.utf8.count - "</a>".utf8.count)
  }

  @Test("a document that names a document type without declaring entities is read")
  func documentType() {
    let (tree, diagnostics) = read("<!DOCTYPE a SYSTEM 'act.dtd'><a>x</a>")
    #expect(diagnostics.isEmpty)
    #expect(tree.texts == ["x"])
  }

  @Test("entities may grow to the size of the document and 64 kB, not beyond")
  func bound() {
    func document(calls: Int) -> String {
      "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 1000))'>]><a>\(String(repeating: "&e;", count: calls))</a>"
    }
    #expect(read(document(calls: 60)).1.isEmpty)
    #expect(read(document(calls: 200)).1.map(\.rule) == ["refused-entity"])
  }

  @Test("quadratic growth is refused")
  func quadratic() {
    let long = String(repeating: "x", count: 50_000)
    let xml = "<!DOCTYPE a [<!ENTITY e '\(long)'>]><a>\(String(repeating: "&e;", count: 50_000))</a>"
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.map(\.rule) == ["refused-entity"])
    #expect(tree.text.count < 2 * xml.utf8.count + (1 << 16))
  }

  @Test(
    "exponential growth is refused",
    arguments: ["<a>&e29;</a>", "<a x='&e29;'/>"])
  func exponential(root: String) {
    let declarations = (1..<30).map { "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);'>" }.joined()
    let (tree, diagnostics) = read("<!DOCTYPE a [<!ENTITY e0 'lol'>\(declarations)]>\(root)")
    #expect(diagnostics.count == 1)
    #expect(!tree.isWellFormed)
    #expect(tree.text.count + tree.values.count < 1 << 20)
  }

  @Test("entities without text that call each other without end are refused")
  func empty() {
    let declarations = (1..<30).map { "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);'>" }.joined()
    let (_, diagnostics) = read("<!DOCTYPE a [<!ENTITY e0 ''>\(declarations)]><a>&e29;</a>")
    #expect(diagnostics.count == 1)
  }

  @Test(
    "external and parameter entities are refused, used or not",
    arguments: [
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a/>",
      "<!DOCTYPE a [<!ENTITY e PUBLIC 'x' 'http://example.org/x'>]><a/>",
      "<!DOCTYPE a [<!ENTITY % p 'x'>]><a/>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
    ])
  func refused(xml: String) {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.map(\.rule) == ["refused-entity"])
    #expect(!tree.isWellFormed)
    #expect(!String(decoding: tree.text, as: UTF8.self).contains("root:"))
  }

  @Test(
    "an entity that nothing declares is an error, since its text would be lost",
    arguments: ["<a>x&nope;y</a>", "<!DOCTYPE a SYSTEM 'act.dtd'><a>x&nope;y</a>", "<a x='&nope;'/>"])
  func undeclared(xml: String) {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.map(\.rule) == ["malformed-xml"])
    #expect(!tree.isWellFormed)
  }

  @Test("an entity that calls itself is refused")
  func recursive() {
    let (_, diagnostics) = read("<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><a>&e;</a>")
    #expect(diagnostics.count == 1)
  }
}
