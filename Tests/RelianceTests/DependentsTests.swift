import Citations
import Consolidation
import Reliance
import TestSupport
import Testing

@Suite("Who relies on a provision")
struct DependentsTests {
  private func look(_ address: String, depth: Int = 1, _ texts: [String] = all) throws -> (
    levels: [[String]], found: Dependents, graph: CitationGraph
  ) {
    let graph = try framework(texts).graph
    let result = dependents(of: try found(address, graph), in: graph, depth: depth)
    return (result.levels.map { $0.map { "\(words($0.edge, graph)) \($0.relation)" } }, result, graph)
  }

  @Test("references to the thing, to its parts and to what holds it are told apart")
  func relations() throws {
    let levels = try look("\(lawWork) ~ art_1").levels
    #expect(
      levels == [["art_1 > \(lawWork) ~ art_1__para_1 part", "art_2 > \(lawWork) holder", "art_3 > missing part"]])
    #expect(
      try look("\(lawWork) ~ art_1__para_1").levels
        == [["art_1 > \(lawWork) ~ art_1__para_1 itself", "art_2 > \(lawWork) holder"]])
  }

  @Test("by-laws whose basis it is come with the number of their other bases")
  func byLaws() throws {
    let byLaws = try look("\(lawWork) ~ art_2").found.byLaws
    #expect(byLaws.map(\.document) == [1])
    #expect(byLaws[0].otherBases == 0 && byLaws[0].bases[0].relation == .itself)
    #expect(
      try look("\(lawWork) ~ art_2").levels == [
        ["art_1__para_1 > \(lawWork) ~ art_2 itself", "art_2 > \(lawWork) holder"]
      ])
    let two = order.replacing("):</p>", with: ") and \(cite("\(lawWork)#art_4")):</p>").replacing(
      "On the basis of ", with: "On the basis of \(cite("\(lawWork)#art_4")) and ")
    #expect(try look("\(lawWork) ~ art_2", [law, two]).found.byLaws.map(\.otherBases) == [1])
  }

  @Test("what relies on those that rely on it comes at the next level, once")
  func levels() throws {
    let levels = try look("\(lawWork) ~ art_1__para_1", depth: 4).levels
    #expect(
      levels == [
        ["art_1 > \(lawWork) ~ art_1__para_1 itself", "art_2 > \(lawWork) holder"],
        ["art_1 > \(orderWork) ~ art_1 itself"],
      ])
  }

  @Test("who rests on it rests on it as a whole")
  func wholeByLaw() throws {
    let levels = try look("\(lawWork) ~ art_2", depth: 2).levels
    #expect(levels[1].contains("art_1 > \(orderWork) ~ art_1 part"))
  }

  @Test("references inside it go with it")
  func inside() throws {
    let found = try look(lawWork)
    #expect(
      found.levels == [
        ["art_1 > \(lawWork) ~ art_1__para_1 part", "art_2 > \(lawWork) itself", "art_3 > missing part"]
      ])
  }

  @Test("a circle of references ends")
  func circle() throws {
    let text = akomaNtoso(
      article("1", content(cite("#art_2"))) + article("2", content(cite("#art_3")))
        + article("3", content(cite("#art_1"))), work: lawWork)
    let levels = try look("\(lawWork) ~ art_1", depth: 9, [text]).levels
    #expect(levels == [["art_3 > \(lawWork) ~ art_1 itself"], ["art_2 > \(lawWork) ~ art_3 itself"]])
  }

  @Test("an act that was not read has those who rely on it, too")
  func notLoaded() throws {
    let levels = try look("/akn/zz/act/1999-01-01/3", depth: 2).levels
    #expect(levels == [["art_3 > not loaded itself"], ["art_2__para_2 > \(lawWork) ~ art_3 itself"]])
  }
}
