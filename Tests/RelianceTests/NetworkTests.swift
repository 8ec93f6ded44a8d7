import Citations
import Consolidation
import Provisions
import Reliance
import TestSupport
import Testing

@Suite("The citation graph as it is drawn")
struct NetworkTests {
  private func lines(_ network: Network) -> [String] {
    network.links.map {
      "\(network.nodes[$0.source].id) \($0.role) \(network.nodes[$0.target].id) \($0.count) \($0.resolution)"
    }
  }

  @Test("acts are nodes, linked or not, and links are counted by role and resolution")
  func acts() throws {
    let alone = akomaNtoso(article("1"), work: "/akn/zz/act/2025-01-01/25", title: "Alone")
    let network = network(of: try framework(all + [alone]), at: .act)
    #expect(
      network.nodes.map(\.id) == [
        lawWork, orderWork, guideWork, "/akn/zz/act/2025-01-01/25", "akn/zz/act/1999-01-01/3",
      ])
    #expect(network.nodes.map(\.isLoaded) == [true, true, true, true, false])
    #expect(network.nodes.map(\.rank) == [.law, .byLaw, .law, .law, .unknown])
    #expect(
      lines(network) == [
        "\(lawWork) cites \(lawWork) 2 resolved", "\(lawWork) cites akn/zz/act/1999-01-01/3 1 not loaded",
        "\(orderWork) cites \(lawWork) 1 resolved", "\(orderWork) basis \(lawWork) 1 resolved",
        "\(guideWork) cites \(lawWork) 1 missing", "\(guideWork) cites \(lawWork) 1 resolved",
        "\(guideWork) cites \(orderWork) 1 resolved",
      ])
  }

  @Test("articles stand for their parts")
  func articles() throws {
    let network = network(of: try framework([law]), at: .article)
    #expect(network.nodes.map(\.label) == ["article 1", "article 2", "article 3", "akn/zz/act/1999-01-01/3"])
    #expect(
      lines(network).prefix(2) == [
        "\(lawWork) ~ art_1 cites \(lawWork) ~ art_2 1 resolved",
        "\(lawWork) ~ art_2 cites \(lawWork) ~ art_3 1 resolved",
      ])
  }

  @Test("provisions are exact")
  func provisions() throws {
    let network = network(of: try framework([law]), at: .provision)
    #expect(network.nodes.map(\.label).prefix(3) == ["article 1, paragraph 1", "article 2", "article 2, paragraph 2"])
    #expect(network.nodes.map(\.act).prefix(1) == ["Water Law"])
  }

  @Test("texts of one work have names of their own")
  func texts() throws {
    let old = akomaNtoso(article("1"), work: lawWork, version: "2019-01-01", title: "Water Law")
    let network = network(of: try framework([law, old, old]), at: .act)
    #expect(
      network.nodes.map(\.id).prefix(3) == [
        "\(lawWork)/en@2020-01-01", "\(lawWork)/en@2019-01-01", "\(lawWork)/en@2019-01-01 (2)",
      ])
    #expect(Set(network.nodes.map(\.address).prefix(3)) == [lawWork])
  }

  @Test("names of acts that were not read differ in more than case and punctuation")
  func unread() throws {
    func text(_ number: String, _ title: String) -> String {
      let mark = "<Text><XRefExternal reference-type='act'>\(title)</XRefExternal></Text>"
      return justiceCanadaAct(section("1", mark), number: number)
    }
    let documents = ["Air Act", "AIR ACT", "Air Act."].enumerated().map { text("A-\($0)", $1) }
    let network = network(of: try framework(documents), at: .act)
    #expect(network.nodes.filter { !$0.isLoaded }.map(\.label) == ["Air Act"])
  }

  @Test("a neighbourhood goes both ways, as far as it is asked to")
  func neighbourhood() throws {
    let framework = try framework(all)
    func ids(_ address: String, _ depth: Int, _ level: Network.Level = .act) throws -> [String] {
      let addressee = try found(address, framework.graph)
      return network(of: framework, at: level, including: addressee.places)
        .neighbourhood(of: addressee, depth: depth, in: framework.graph).nodes.map(\.id)
    }
    #expect(try ids(orderWork, 0) == [orderWork])
    #expect(try ids(orderWork, 1) == [lawWork, orderWork, guideWork])
    #expect(try ids("/akn/zz/act/1999-01-01/3", 1) == [lawWork, "akn/zz/act/1999-01-01/3"])
    #expect(try ids("/akn/zz/act/1999-01-01/3", 2).count == 4)
    #expect(try ids("\(lawWork) ~ art_4", 3, .provision) == ["\(lawWork) ~ art_4"])
    #expect(
      try ids("\(lawWork) ~ art_3", 1, .article)
        == ["\(lawWork) ~ art_2", "\(lawWork) ~ art_3", "akn/zz/act/1999-01-01/3"])
    #expect(try ids(guideWork, 0, .article).count == 3)
  }
}
