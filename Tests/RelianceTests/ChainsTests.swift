import Citations
import Consolidation
import Reliance
import TestSupport
import Testing

@Suite("How one provision leads to another")
struct ChainsTests {
  private func chains(_ from: String, _ to: String, _ texts: [String] = all, limit: Int = 6) throws -> (
    chains: [[String]], found: Chains
  ) {
    let graph = try framework(texts).graph
    let result = shortestChains(from: try found(from, graph), to: try found(to, graph), in: graph, limit: limit)
    return (result.chains.map { $0.map { words($0, graph) } }, result)
  }

  @Test("a chain goes on from a part of what was reached")
  func parts() throws {
    let chain = try chains(orderWork, "\(lawWork) ~ art_3").chains
    #expect(chain == [[" > \(lawWork) ~ art_2", "art_2__para_2 > \(lawWork) ~ art_3"]])
    #expect(
      try chains(guideWork, "\(lawWork) ~ art_1").chains
        == [["art_1 > \(orderWork) ~ art_1", "art_1 > \(lawWork) ~ art_1__para_1"]])
  }

  @Test("a reference to a part leads to the whole, one to the whole not to its parts")
  func whole() throws {
    #expect(try chains("\(orderWork) ~ art_1", "\(lawWork) ~ art_1").chains == [["art_1 > \(lawWork) ~ art_1__para_1"]])
    #expect(try chains("\(orderWork) ~ art_1", "\(lawWork) ~ art_1__para_2").chains.isEmpty)
  }

  @Test("an act that was not read can be a goal")
  func notLoaded() throws {
    let chain = try chains("\(lawWork) ~ art_1", "/akn/zz/act/1999-01-01/3").chains
    #expect(
      chain == [["art_1__para_1 > \(lawWork) ~ art_2", "art_2__para_2 > \(lawWork) ~ art_3", "art_3 > not loaded"]])
  }

  @Test("where there is no chain, it says what was reached")
  func none() throws {
    let result = try chains(guideWork, "\(lawWork) ~ art_4").found
    #expect(result.chains.isEmpty && result.count == 0)
    #expect(result.reached == [0, 1])
    #expect(try chains("\(lawWork) ~ art_4", guideWork).found.reached.isEmpty)
  }

  @Test("all chains of the shortest length are counted, and as many are returned as were asked for")
  func several() throws {
    let middle = (1...4).map { article("\($0)", content(cite("\(guideWork)#art_1"))) }.joined()
    let start = (1...4).map { article("\($0)", content(cite("\(lawWork)#art_\($0)"))) }.joined()
    let texts = [
      akomaNtoso(middle, work: lawWork), akomaNtoso(start, work: orderWork), akomaNtoso(article("1"), work: guideWork),
    ]
    let result = try chains(orderWork, guideWork, texts, limit: 3)
    #expect(result.found.count == 4)
    #expect(result.chains.map { $0[0] } == (1...3).map { "art_\($0) > \(lawWork) ~ art_\($0)" })
  }

  @Test("two references from one provision to one place are one hop, and circles end")
  func circle() throws {
    let twice = akomaNtoso(
      article("1", content(cite("#art_2") + cite("#art_2"))) + article("2", content(cite("#art_1")))
        + article("3", content("Text.")), work: lawWork)
    #expect(try chains("\(lawWork) ~ art_1", "\(lawWork) ~ art_2", [twice]).found.count == 1)
    #expect(try chains("\(lawWork) ~ art_1", "\(lawWork) ~ art_3", [twice]).found.chains.isEmpty)
  }
}
