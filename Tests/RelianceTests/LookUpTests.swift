import Citations
import Consolidation
import Provisions
import Reliance
import TestSupport
import Testing

@Suite("Addresses that people type")
struct LookUpTests {
  @Test(
    "every form leads to the provision",
    arguments: [
      "\(lawWork) ~ art_2__para_2", "\(lawWork)~art_2__para_2", "  \(lawWork)#art_2__para_2 ",
      "\(lawWork)/eng@2020-01-01/!main ~ art_2__para_2", "0.xml#art_2__para_2", "./0.xml ~ art_2__para_2",
      "Water Law ~ art_2__para_2",
      "Article 2(2) of the Water Law",
    ])
  func provision(address: String) throws {
    let graph = try framework(all).graph
    let index = try graph.documents[0].index(of: "art_2__para_2")
    #expect(try found(address, graph) == .places([Place(document: 0, provision: index)]))
  }

  @Test(
    "every form leads to the act",
    arguments: [
      lawWork, "akn/zz/act/2020-01-01/1/", "0.xml", "./0.xml", "Water Law", "water law", "the Water Law", "1",
    ])
  func act(address: String) throws {
    let graph = try framework(all).graph
    #expect(try found(address, graph) == .places([Place(document: 0, provision: 0)]))
  }

  @Test("a work stands for all its texts, a file for itself")
  func texts() throws {
    let old = akomaNtoso(article("1"), work: lawWork, version: "2019-01-01", title: "Water Law")
    let graph = try framework([law, old]).graph
    #expect(try found(lawWork, graph).places.map(\.document) == [0, 1])
    #expect(try found("Article 1 of the Water Law", graph).places.map(\.document) == [0, 1])
    #expect(try found("\(lawWork) ~ art_4", graph).places.map(\.document) == [0])
    #expect(try found("1.xml", graph).places.map(\.document) == [1])
  }

  @Test("an act that is cited and was not read is found by its name")
  func notLoaded() throws {
    let graph = try framework(all).graph
    #expect(try found("/akn/zz/act/1999-01-01/3", graph) == .notLoaded("akn/zz/act/1999-01-01/3"))
    #expect(look("/akn/zz/act/1999-01-01/4", graph) == .unknown("/akn/zz/act/1999-01-01/4"))
  }

  @Test("a path that is not there gives the nearest place")
  func missing() throws {
    let graph = try framework(all).graph
    let article = Place(document: 0, provision: try graph.documents[0].index(of: "art_2"))
    #expect(look("\(lawWork) ~ art_2__para_9", graph) == .missing("art_2__para_9", nearest: article))
    #expect(
      look("Article 9 of the Water Law", graph)
        == .missing("article 9", nearest: Place(document: 0, provision: 0)))
  }

  @Test("a citation of an act that no one names gives the name of the act")
  func unknownAct() throws {
    #expect(look("Article 9 of the Air Pollution Act", try framework(all).graph) == .unknown("Air Pollution Act"))
  }

  @Test("one title of two acts is ambiguous")
  func ambiguous() throws {
    let other = akomaNtoso(article("1"), work: guideWork, title: "Water Law")
    let graph = try framework([law, other]).graph
    #expect(look("Water Law", graph) == .ambiguous([0, 1].map { Place(document: $0, provision: 0) }))
  }

  @Test("what names nothing is unknown", arguments: ["", " ", "~", "#art_1", "nothing", "/akn/zz/act/2020-01-01"])
  func unknown(address: String) throws {
    guard case .unknown = look(address, try framework(all).graph) else {
      Issue.record("it names something")
      return
    }
  }
}
