import Citations
import Provisions
import TestSupport
import Testing

@Suite("Citations of provisions that an amending act inserts")
struct InsertionsTests {
  static let amended = akomaNtoso(
    article("1", "<paragraph eId=\"art_1__para_1\"><num>1.</num><content><p>Text.</p></content></paragraph>"),
    work: "/akn/zz/act/9")

  /// An act that amends act 9 by one instruction, with the quotation as it stands in the source.
  static func amending(at target: String, _ quoted: String) -> String {
    akomaNtoso(
      article(
        "1",
        """
        <content><p><mod eId="art_1__mod_1">in <ref href="/akn/zz/act/9#\(target)">that place</ref>: \
        <quotedStructure eId="art_1__mod_1__qstr_1">\(quoted)</quotedStructure></mod></p></content>
        """), work: "/akn/zz/act/8")
  }

  static func paragraph(_ id: String) -> String {
    "<paragraph eId=\"art_1__mod_1__qstr_1__\(id)\"><num>\(id.dropFirst(5)).</num><content><p>New.</p></content></paragraph>"
  }

  static let newArticle = """
    <article eId="art_1__mod_1__qstr_1__art_5"><num>Article 5</num>\
    <paragraph eId="art_1__mod_1__qstr_1__art_5__para_2"><num>2.</num><content><p>New.</p></content></paragraph></article>
    """

  @Test(
    "lead to the inserted text, whatever place the instruction names",
    arguments: [
      ("art_1__para_1", paragraph("para_1-1"), "art_1__para_1-1"), ("art_1", paragraph("para_2"), "art_1__para_2"),
      ("art_1", newArticle, "art_5"), ("art_1", newArticle, "art_5__para_2"),
    ])
  func inserted(target: String, quoted: String, cited: String) throws {
    let graph = try linked([
      akomaNtoso(cite("/akn/zz/act/9#" + cited)), Self.amended, Self.amending(at: target, quoted),
    ])
    let edge = try #require(graph.edges(of: 0).first)
    let place = try #require(edge.resolution.place)
    #expect(edge.resolution == .resolved(place))
    #expect(place.document == 2)
    #expect(graph.documents[2].provisions[place.provision].traits.contains(.quoted))
    #expect(graph.documents[2].path(of: place.provision).hasSuffix(String(cited.split(separator: "_").last ?? "")))
  }

  @Test("are missing where nothing inserts them, and go to the act itself where it has them")
  func others() throws {
    let amending = Self.amending(at: "art_1", Self.newArticle)
    let missing = try linked([akomaNtoso(cite("/akn/zz/act/9#art_6")), Self.amended, amending])
    guard case .provisionMissing = try #require(missing.edges(of: 0).first).resolution else {
      Issue.record("nothing inserts article 6")
      return
    }
    let own = try linked([akomaNtoso(cite("/akn/zz/act/9#art_1")), Self.amended, amending])
    #expect(try #require(own.edges(of: 0).first).resolution.place?.document == 1)
    // An act that is not amended gets nothing from it.
    let other = try linked([
      akomaNtoso(cite("/akn/zz/act/7#art_5")), Self.amended, amending, akomaNtoso(article("1"), work: "/akn/zz/act/7"),
    ])
    guard case .provisionMissing = try #require(other.edges(of: 0).first).resolution else {
      Issue.record("act 7 has no article 5")
      return
    }
  }
}
