import Provisions
import TestSupport
import Testing

@Suite("References of Akoma Ntoso")
struct AkomaNtosoReferencesTests {
  @Test("a reference keeps its target, its words and the provision in which it stands")
  func place() throws {
    let tag = "<ref href=\"/akn/zz/act/2019/2~art_3\">Act 2</ref>"
    let xml = akomaNtoso(article("1") + article("2", "<content><p>See \(tag).</p></content>"))
    let law = try document(xml)
    let reference = try #require(law.references.first)
    #expect(reference.role == .cites)
    #expect(reference.form == .iri)
    #expect(law.target(reference) == "/akn/zz/act/2019/2~art_3")
    #expect(law.path(of: Int(reference.source)) == "art_2")
    #expect(law.plainText(Int(reference.node)) == "Act 2")
    let bytes = Array(xml.utf8)
    #expect(String(decoding: bytes[Int(reference.start)..<Int(reference.end)], as: UTF8.self) == tag)
    let target = bytes[Int(reference.targetStart)..<Int(reference.targetEnd)]
    #expect(String(decoding: target, as: UTF8.self) == "/akn/zz/act/2019/2~art_3")
    #expect(law.marksReferences)
  }

  @Test("a target that is written with character references has no place in the source")
  func escapedTarget() throws {
    let law = try document(akomaNtoso(article("1", "<content><p><ref href='/a/b&amp;c'>x</ref></p></content>")))
    let reference = try #require(law.references.first)
    #expect(law.target(reference) == "/a/b&c")
    #expect(reference.targetStart == reference.targetEnd)
  }

  @Test("references of the preamble are bases, those of its recitals and of the body are not")
  func bases() throws {
    let law = try document(
      akomaNtoso(
        article("1", "<content><p><ref href='/a/body'>x</ref></p></content>"),
        front: """
          <preface><p><ref href="/a/preface">x</ref></p></preface>
          <preamble><formula name="x"><p><ref href="/a/formula">x</ref></p></formula>
          <citations><citation><p><ref href="/a/citation">x</ref></p></citation></citations>
          <recitals><recital><p><ref href="/a/recital">x</ref></p></recital></recitals>
          <p><ref href="/a/after">x</ref></p></preamble>
          """, back: "<conclusions><p><ref href='/a/conclusions'>x</ref></p></conclusions>"))
    let bases = law.references.filter { $0.role == .basis }.map(law.target)
    #expect(bases == ["/a/formula", "/a/citation", "/a/after"])
    let others = law.references.filter { $0.role == .cites }.map(law.target)
    #expect(others == ["/a/preface", "/a/recital", "/a/body", "/a/conclusions"])
  }

  @Test("references inside a modification name what is amended", arguments: ["mod", "mmod", "rmod"])
  func modifications(element: String) throws {
    let law = try document(
      akomaNtoso(
        article(
          "1",
          "<content><p><\(element)>In <ref href='/a/1'>x</ref></\(element)> and <ref href='/a/2'>y</ref></p></content>")
      ))
    #expect(law.references.map(\.role) == [.amends, .cites])
  }

  @Test("a range has a reference to its first and to its last unit, of one role")
  func ranges() throws {
    let range = "<rref from='#art_1' upTo='#art_4'>1 to 4</rref>"
    let law = try document(
      akomaNtoso(
        article("9", "<content><p>\(range)<mod>\(range)</mod></p></content>"),
        front: "<preamble><p>\(range)</p></preamble>"
      ))
    #expect(law.references.map(law.target) == ["#art_1", "#art_4", "#art_1", "#art_4", "#art_1", "#art_4"])
    #expect(law.references.map(\.role) == [.basis, .basis, .cites, .cites, .amends, .amends])
    #expect(law.texts(of: .reference) == ["1 to 4", "1 to 4", "1 to 4"])
  }

  @Test("words marked as a reference without a target have no form")
  func withoutTarget() throws {
    let law = try document(akomaNtoso(article("1", "<content><p><ref>x</ref><a href=''>y</a></p></content>")))
    #expect(law.references.map(\.form) == [.none, .none])
    #expect(!law.marksReferences)
  }

  @Test("modifications of the metadata are references without words")
  func analysis() throws {
    let metadata = """
      <analysis source="#e"><activeModifications><textualMod type="substitution"><source href="#art_1"/>\
      <destination href="/a/amended~art_2"/></textualMod></activeModifications>\
      <passiveModifications><textualMod type="substitution"><source href="/a/amending"/><destination href="#art_1"/>\
      </textualMod><legalSystemMod type="legislativeDelegation"><source href="/a/enabling~art_3"/>\
      <destination href="#body"/></legalSystemMod><legalSystemMod type="staticReference"><source href="/a/other"/>\
      </legalSystemMod></passiveModifications></analysis>
      """
    let xml = akomaNtoso(article("1"), metadata: metadata)
    let law = try document(xml)
    #expect(law.references.map(\.role) == [.amends, .amendedBy, .basis])
    #expect(law.references.map(law.target) == ["/a/amended~art_2", "/a/amending", "/a/enabling~art_3"])
    #expect(law.references.map(\.node) == [0, 0, 0])
    let first = try #require(law.references.first)
    #expect(Int(first.targetStart) == offset(of: "/a/amended", in: xml))
  }

  @Test("marks of the editor are markers, one for each name, with the place of the name")
  func markers() throws {
    let xml = akomaNtoso(
      article(
        "1", "<content><p>The <role refersTo='#king #queen'>crown</role> <term refersTo=''>x</term></p></content>"),
      metadata: "<references source='#e'><TLCRole eId='king' href='/x' showAs='King'/></references>")
    let law = try document(xml)
    #expect(law.references.map(\.role) == [.marker, .marker])
    #expect(law.references.map(law.target) == ["#king", "#queen"])
    #expect(law.declared.contains("king"))
    #expect(!law.declared.contains("queen"))
    let second = try #require(law.references.last)
    #expect(Int(second.targetStart) == offset(of: "#queen", in: xml))
    #expect(!law.marksReferences)
  }

  @Test(
    "a place is known by the identifier that its dialect gives it, the eId first",
    arguments: [
      ("eId='a'", "a"), ("id='a'", "a"), ("xml:id='a'", "a"), ("currentId='a'", "a"), ("id='b' eId='a'", "a"),
      ("currentId='b' id='a'", "a"),
    ])
  func identifiers(attributes: String, name: String) throws {
    let law = try document(akomaNtoso("<article \(attributes)><num>1</num></article>"))
    let anchors = law.anchors.filter(\.isOfProvision)
    #expect(anchors.map { law.attributeString($0.name) } == [name])
    #expect(anchors.map { law.path(of: Int($0.provision)) } == ["art_1"])
  }
}
