import Dialects
import Provisions
import TestSupport
import Testing
import XMLReading

@Suite("Open Law")
struct OpenLawTests {
  private static let spaces = """
    xmlns="https://open.law/schemas/library" xmlns:codify="https://open.law/schemas/codify" \
    xmlns:xi="http://www.w3.org/2001/XInclude"
    """

  private static func section(_ inner: String, number: String = "2-10", code: String = "Hill Code") -> String {
    "<section \(spaces) containing-doc=\"\(code)\"><num>\(number)</num><heading>Filing.</heading>\(inner)</section>"
  }

  private static func unit(_ number: String, _ inner: String) -> String {
    "<para><num>\(number)</num>\(inner)</para>"
  }

  @Test("a section of a code is a document, and its parts are named by the forms of their numbers")
  func units() throws {
    let text = "<text>Text.</text>"
    let law = try document(
      Self.section(
        Self.unit("(a)", Self.unit("(1)", Self.unit("(A)", Self.unit("(i)", Self.unit("(I)", text)))))
          + Self.unit("(i)", text) + "<aftertext>And more.</aftertext>"))
    #expect(law.dialect == "open-law")
    #expect(law.identity.work == "/open-law/hill_code/sec-2-10")
    #expect(law.identity.title == "Hill Code, § 2-10. Filing.")
    #expect(
      law.paths == [
        "subsec_a", "subsec_a__para_1", "subsec_a__para_1__subpara_a", "subsec_a__para_1__subpara_a__cl_i",
        "subsec_a__para_1__subpara_a__cl_i__subcl_i", "subsec_i",
      ])
    #expect(law.texts(of: .continuation) == ["And more."])
    #expect(law.isComplete)
  }

  @Test("behind (h), (i) is a letter; at the head of a list within a subparagraph it is a Roman number")
  func romanNumbers() throws {
    func list(_ numbers: String...) -> String { numbers.map { Self.unit("(\($0))", "<text>T.</text>") }.joined() }
    let law = try document(
      Self.section(Self.unit("(A)", list("g", "h", "i", "j")) + Self.unit("(B)", list("i", "ii", "v"))))
    #expect(law.provisions.dropFirst(2).prefix(4).map(\.kind) == [.subsection, .subsection, .subsection, .subsection])
    #expect(law.provisions.suffix(3).map(\.kind) == [.clause, .clause, .clause])
  }

  @Test(
    "a citation leads to a section of the code, a part of it, or an act",
    arguments: [
      ("path=\"§3-7|(a)|(1)\"", "/open-law/hill_code/sec-3-7#(a)|(1)"),
      ("path=\"§3-7\"", "/open-law/hill_code/sec-3-7#"),
      ("doc=\"Hill Law 5-6\" path=\"§4|(b)\"", "/open-law/hill_law_5-6#§4|(b)"),
      ("doc=\"Hill Law 5-6\"", "/open-law/hill_law_5-6"), ("path=\"3|7|II\"", "/open-law/hill_code"),
    ])
  func citations(attributes: String, target: String) throws {
    let law = try document(Self.section("<text>See <cite \(attributes)>that</cite>.</text>"))
    #expect(law.references.map(law.target) == [target])
  }

  @Test("the paths of citations are names of the places to which they lead")
  func names() throws {
    let law = try document(Self.section(Self.unit("(a)", Self.unit("(1)", "<text>Text.</text>"))))
    #expect(law.anchors.map { law.attributeString($0.name) } == ["(a)", "(a)|(1)"])
    let anchor = try #require(law.anchor(named: "(a)|(1)"))
    #expect(law.path(of: Int(anchor.provision)) == "subsec_a__para_1")
  }

  @Test("an act has its numbers, titles and dates; what it tells the engine is no text, what it inserts is quoted")
  func act() throws {
    let law = try document(
      """
      <document \(Self.spaces) id="Hill Law 5-6"><num type="bill">5-1</num><num type="law">5-6</num>
      <heading type="short">Filing Act</heading><heading type="long">To regulate filing.</heading>
      <meta><effective>2020-03-01</effective><history><enacted>2020-01-16</enacted></history></meta>
      <section><num>2</num><text>A section is added:</text><include><section><num>2-11</num><text>New.</text></section></include>
      <codify:insert doc="Hill Code" path="2"><section><num>2-11</num><text>Copy.</text></section></codify:insert></section>
      </document>
      """)
    #expect(law.identity.work == "/open-law/hill_law_5-6")
    #expect(law.identity.number == "5-6")
    #expect(law.identity.kind == "law")
    #expect(law.identity.shortTitle == "Filing Act")
    #expect(law.identity.adopted == LegalDate("2020-01-16"))
    #expect(law.validity.start == LegalDate("2020-03-01"))
    #expect(law.provisions.filter { $0.traits.contains(.quoted) }.count == 1)
    #expect(law.texts(of: .paragraph).filter { $0.contains("Copy") }.isEmpty)
    #expect(law.unmapped.isEmpty)
  }

  @Test("an index that includes the files of its sections is not whole, and a repealed part says so")
  func index() throws {
    let index = try document(
      """
      <container \(Self.spaces) containing-doc="Hill Code"><prefix>Title</prefix><num>2</num><heading>Filing</heading>
      <container><prefix>Chapter</prefix><num>1</num><heading>Courts</heading><xi:include href="2-10.xml"/></container>
      </container>
      """)
    #expect(!index.isComplete && !index.isCut)
    let stub =
      "<document \(Self.spaces) id=\"Hill Law 1-1\"><meta><stub/></meta><section><num>3</num></section></document>"
    #expect(try !document(stub).isComplete)
    #expect(index.identity.work == "/open-law/hill_code/title-2")
    #expect(index.paths == ["chp_1"])
    let repealed = try document(
      Self.section("<para placeholder=\"Repealed\"><num>(a)</num><text>Repealed.</text></para>"))
    #expect(repealed.provisions[1].traits.contains(.repealed))
  }

  @Test("elements that nobody knows keep their text and are reported")
  func unknown() throws {
    let law = try document(Self.section("<text>One <blink>two</blink></text><codify:dance>three</codify:dance>"))
    #expect(law.unmapped.map(\.name) == ["blink", "dance"])
    #expect(law.texts(of: .unknown).contains { $0.contains("three") })
  }

  @Test(
    "the acts and sections of the District of Columbia are read whole",
    .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
  func real() throws {
    let files = try corpusFiles(["dc"]).filter { $0.contains("/dc/") }
    #expect(files.count == 107)
    for path in files {
      let law = try document(String(decoding: bytes(ofFile: path), as: UTF8.self), path: path)
      #expect(law.dialect == "open-law")
      #expect(law.unmapped.isEmpty, "\(path)")
      #expect(!law.identity.work.isEmpty)
    }
  }
}
