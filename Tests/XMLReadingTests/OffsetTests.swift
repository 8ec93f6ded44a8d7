import Diagnostics
import TestSupport
import Testing
import XMLReading

@Suite("Places of a document")
struct OffsetTests {
  @Test(
    "an element begins at its < and ends behind its end tag",
    arguments: [
      "<a><b>x</b></a>", "<a>\n  <b\n c='1'>x</b >\n</a>", "<a>&amp;&#65;<b>x&lt;y</b></a>",
      "<a><![CDATA[<b>]]><b><![CDATA[x]]></b></a>", "<a><!-- <b> --><b>x<!-- </b> --></b></a>",
      "<a><?b <b>?><b>x<?c </b>?></b></a>", "<a t='ж€😀'>ж€😀<b t='€'>ж</b>😀</a>", "<a t='>'><b t=\">\">x</b></a>",
      "\u{FEFF}<a><b>x</b></a>", "<?xml version='1.0' encoding='UTF-8'?>\n<a><b>x</b></a>",
      "<!DOCTYPE a [<!ELEMENT a ANY>]><a><b>x</b></a>", "<a><b/></a>", "<a><b /></a>", "<a><b c='/'/></a>",
    ])
  func elements(xml: String) throws {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    let b = try #require(tree.first("b"))
    // The tag itself is the last `<b`: those in comments, instructions and CDATA stand before it or inside.
    let source = Array(xml.utf8)
    let range = Int(b.offset)..<Int(b.endOffset)
    let text = String(decoding: source[range], as: UTF8.self)
    #expect(text.hasPrefix("<b"))
    #expect(text.hasSuffix("/>") || text.hasSuffix("</b>") || text.hasSuffix("</b >"))
    #expect(source[range.upperBound...].starts(with: "</a>".utf8) || xml.contains("😀</a>") || xml.contains("\n</a>"))
    let a = try #require(tree.first("a"))
    #expect(String(decoding: source[Int(a.offset)...], as: UTF8.self).hasPrefix("<a"))
    #expect(Int(a.endOffset) == source.count)
  }

  @Test("an element holds exactly what lies between its tags, whatever surrounds it")
  func nesting() throws {
    let xml = "<a>é<b>1<c>&#x416;</c><!--<c>--><c/>2</b>€<b>3</b></a>"
    let (tree, _) = read(xml)
    let source = Array(xml.utf8)
    let found = tree.nodes.filter { !$0.isText }
      .map { String(decoding: source[Int($0.offset)..<Int($0.endOffset)], as: UTF8.self) }
    #expect(
      found == [xml, "<b>1<c>&#x416;</c><!--<c>--><c/>2</b>", "<c>&#x416;</c>", "<c/>", "<b>3</b>"])
  }

  @Test(
    "an attribute's offset is that of the first byte of its value",
    arguments: [
      "<a x=\"v1\"/>", "<a x='v1'/>", "<a\n\tx = \"v1\" />", "<a y='é€😀' x='v1'>t</a>",
      "<r>&amp;<a y='&lt;' x='v1'/></r>", "\u{FEFF}<a x='v1'/>", "<a xmlns:p='urn:p' p:y='0' x='v1'/>",
    ])
  func attributeValues(xml: String) throws {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    let attribute = try #require(tree.attribute("x", on: "a"))
    #expect(tree.string(of: attribute) == "v1")
    #expect(Int(attribute.offset) == offset(of: "v1", in: xml))
    #expect(attribute.count == 2)
  }

  @Test(
    "the value of an attribute whose bytes do not stand in the source has no offset",
    arguments: [
      ("<a x='b&amp;c'/>", "b&c"), ("<a x='&#66;c'/>", "Bc"),
      ("<!DOCTYPE a [<!ATTLIST a x CDATA 'default'>]><a/>", "default"),
    ])
  func writtenWithReferences(xml: String, value: String) throws {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    let attribute = try #require(tree.attribute("x", on: "a"))
    #expect(tree.string(of: attribute) == value)
    #expect(attribute.offset == .max)
  }

  @Test("an attribute of multi-byte text keeps its whole value")
  func multiByteValue() throws {
    let (tree, _) = read("<a x='Закон € 😀'/>")
    let attribute = try #require(tree.attribute("x", on: "a"))
    #expect(tree.string(of: attribute) == "Закон € 😀")
  }

  @Test(
    "a text begins where the markup before it ends",
    arguments: [
      ("<a>text</a>", "text"), ("<a><b/>text</a>", "text"), ("<a><b>x</b >text</a>", "text"),
      ("<a><b>x</b>&amp;text</a>", "&amp;text"), ("<a><b/><![CDATA[text]]></a>", "<![CDATA[text"),
      ("<a><b/><!-- c -->text</a>", "text"), ("<a><b/><?p d?>text</a>", "text"), ("<a é='€'><b/>жtext</a>", "жtext"),
      ("\u{FEFF}<a><b/>text</a>", "text"),
    ])
  func texts(xml: String, beginning: String) throws {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    let node = try #require(tree.nodes.last { $0.isText })
    #expect(Int(node.offset) == offset(of: beginning, in: xml))
    #expect(node.endOffset == node.offset)
  }

  @Test("text of several megabytes, which arrives in pieces, keeps its offset and those behind it")
  func longText() throws {
    let long = String(repeating: "слово и слово, ", count: 60_000)
    let xml = "<a><p>\(long)</p><q x='v'>end</q></a>"
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    #expect(tree.texts == [long, "end"])
    let q = try #require(tree.first("q"))
    #expect(Int(q.offset) == xml.utf8.count - "<q x='v'>end</q></a>".utf8.count)
    #expect(Int(q.endOffset) == xml.utf8.count - "</a>".utf8.count)
  }

  @Test("the value of an attribute is found again in the source by the name that it is written with")
  func attributeOfTag() throws {
    let xml = "<r><a p:id = 'one' id=\"two\" other='>'/></r>"
    let text = sourceText(buffer(xml))
    let tag = try UInt32(#require(offset(of: "<a", in: xml)))
    func value(_ name: String) -> String? {
      text.attributeValue(tag: tag, name: name)
        .map { String(decoding: text.bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self) }
    }
    #expect(value("p:id") == "one")
    #expect(value("id") == "two")
    #expect(value("other") == ">")
    #expect(value("absent") == nil)
  }

  @Test("every tag of real law stands where its element says", .enabled(if: sharedFolder != nil, sharedFolderNote))
  func realLaw() throws {
    for path in try corpusFiles(["akn-africa", "akn-de", "canada"]).filter({ !$0.contains("labelled") }) {
      let source = try bytes(ofFile: path)
      let (tree, diagnostics) = read(source)
      guard diagnostics.isEmpty, tree.encoding == nil else { continue }
      for node in tree.nodes where !node.isText {
        let name = tree.names[Int(node.name)].local
        let tag = source[Int(node.offset)..<min(source.count, Int(node.offset) + name.utf8.count + 80)]
        let isTag = tag.first == UInt8(ascii: "<") && String(decoding: tag, as: UTF8.self).contains(name)
        let isEnd = source[Int(node.endOffset) - 1] == UInt8(ascii: ">")
        guard isTag, isEnd else {
          Issue.record("\(path): <\(name)> is not at \(node.offset) ..< \(node.endOffset)")
          break
        }
      }
    }
  }
}

private let sharedFolderNote = Comment(rawValue: sharedFolderIsNeeded)

private func buffer(_ text: String) -> SourceBuffer {
  var buffer = SourceBuffer()
  buffer.load(Array(text.utf8))
  return buffer
}
