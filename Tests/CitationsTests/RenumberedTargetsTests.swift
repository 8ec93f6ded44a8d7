import Citations
import Provisions
import TestSupport
import Testing

@Suite("Citations of units that were renumbered")
struct RenumberedTargetsTests {
  /// The act in which Article 3 became 4, and 4 became 5, in 2020, and a new Article 3 was put in.
  private static func act() throws -> LegalDocument {
    var act = try document(akomaNtoso(article("3") + article("4") + article("5"), work: "/akn/zz/act/2010-01-01/1"))
    let date = try #require(LegalDate("2020-01-01"))
    act.consolidated = Consolidated(
      acts: [], failures: [], changes: [:], departures: [],
      renumberings: [
        .init(from: "art_3", to: "art_4", date: date), .init(from: "art_4", to: "art_5", date: date),
      ])
    return act
  }

  private static func citing(_ name: String, adopted: String) throws -> LegalDocument {
    try document(
      akomaNtoso(
        article("1", "<content><p><ref href='/akn/zz/act/2010-01-01/1#\(name)'>it</ref></p></content>"),
        work: "/akn/zz/act/\(adopted)/2"
      ).replacing("<FRBRdate date=\"2020-01-01\"", with: "<FRBRdate date=\"\(adopted)\""), path: "citing.xml", id: 1)
  }

  @Test(
    "lead to the unit that was meant when they were written",
    arguments: [
      ("art_3", "2015-01-01", "art_4"), ("art_4", "2015-01-01", "art_5"), ("art_3", "2021-01-01", "art_3"),
      ("art_4", "2021-01-01", "art_4"), ("art_3", "2020-01-01", "art_3"),
    ])
  func followed(name: String, adopted: String, target: String) throws {
    let act = try Self.act()
    let graph = link([act, try Self.citing(name, adopted: adopted)])
    let place = try #require(graph.edges.last?.resolution.place)
    #expect(act.path(of: place.provision) == target)
  }
}
