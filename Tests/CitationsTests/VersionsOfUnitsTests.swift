import Citations
import Provisions
import TestSupport
import Testing

@Suite("Citations of units that stand in several versions")
struct VersionsOfUnitsTests {
  private static func act(_ second: String) -> String {
    akomaNtoso(
      "<article eId='art_1' start='2020-01-01' end='2021-01-01'><num>Article 1</num><content><p>Ten.</p></content></article>"
        + "<article eId='art_1' \(second)><num>Article 1</num><content><p>Six.</p></content></article>"
        + article("2", "<content><p><ref href='#art_1'>it</ref></p></content>"))
  }

  @Test("lead to the newest version")
  func newest() throws {
    let graph = link([try document(Self.act("start='2021-01-01'"))])
    #expect(graph.edges.map(\.resolution) == [.resolved(Place(document: 0, provision: 2))])
  }

  @Test("are ambiguous where two have one date, or one has none", arguments: ["start='2020-01-01'", ""])
  func ambiguous(second: String) throws {
    let graph = link([try document(Self.act(second))])
    guard case .ambiguous = graph.edges.first?.resolution else {
      Issue.record("\(graph.edges.map(\.resolution))")
      return
    }
  }
}
