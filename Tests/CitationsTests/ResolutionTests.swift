import Citations
import Provisions
import TestSupport
import Testing

@Suite("Resolution of references")
struct ResolutionTests {
  @Test(
    "a provision of the citing document is found by identifier, by path and by full address",
    arguments: [
      "#art_2", "#two", "~art_2", "/akn/zz/act/2020-01-01/1~art_2", "/akn/zz/act/2020-01-01/1/!main~art_2",
      "/akn/zz/act/2020-01-01/1/eng@2020-01-01~art_2", "/akn/zz/act/2020-01-01/1#art_2",
      "/akn/zz/act/2020-01-01/1/eng@2020-01-01/!main#art_2", "/AKN/zz/act/2020-01-01/1/~art_2", " ~art_2 ",
      "https://example.org/akn/zz/act/2020-01-01/1~art_2", "/akn/zz/act/2020-01-01/1/~~art_2",
    ])
  func local(target: String) throws {
    let graph = try linked([
      akomaNtoso(cite(target) + "<article eId='two'><num>Article 2</num></article>" + article("3"))
    ])
    #expect(try citedPaths(graph) == ["art_2"])
  }

  @Test(
    "a path is followed by kind and number, whatever the identifiers of the document are",
    arguments: [
      ("~art_2__para_1", "art_2__para_1"), ("~art_2__list_1__para_1", "art_2__para_1"), ("~art_2(1)", "art_2__para_1"),
      ("~art_2__para_1__point_b", "art_2__para_1__point_b"), ("~art-2_abs-1", "art_2__para_1"),
      ("~art-2_abs-1_nr-b", "art_2__para_1__point_b"), ("~article_2", "art_2"), ("~chp_1", "chp_1"),
      ("~chap_1", "chp_1"), ("~chp_1__art_2", "art_2"), ("~chp_1__art_2__para_1", "art_2__para_1"),
    ])
  func paths(target: String, path: String) throws {
    let inner = "<paragraph eId='x'><num>1.</num><point eId='y'><num>b)</num></point></paragraph>"
    let body = "<chapter><num>1</num>\(article("2", inner, eId: "z"))</chapter>"
    #expect(try citedPaths(linked([akomaNtoso(cite(target) + body)])) == [path])
  }

  @Test(
    "each stable path that is printed leads back to its provision",
    arguments: [
      "<article><num>2</num><paragraph/><paragraph/></article>",
      "<article><num>2</num></article><article><num>2</num></article>" + (3...30).map { article("\($0)") }.joined(),
      "<chapter><num>1</num>\(article("2"))</chapter><chapter><num>2</num>\(article("2"))</chapter>",
      "<article><num>2</num><paragraph><num>1</num></paragraph><paragraph><num>1-2</num></paragraph></article>",
    ])
  func stablePaths(body: String) throws {
    let bare = body.replacing(" eId=", with: " x=")
    let law = try document(akomaNtoso(bare))
    for (i, path) in law.paths.enumerated() {
      let graph = try linked([
        akomaNtoso(cite("/akn/zz/act/9~" + path), work: "/akn/zz/act/8"), akomaNtoso(bare, work: "/akn/zz/act/9"),
      ])
      let edge = try #require(graph.edges(of: 0).first)
      // The first of two provisions with one number is no more meant than the second.
      if case .ambiguous(let places) = edge.resolution {
        #expect(places.first?.provision == i + 1)
        continue
      }
      #expect(edge.resolution == .resolved(Place(document: 1, provision: i + 1)), "\(path)")
    }
  }

  @Test("the whole of a work is found by its IRI, its expression, its component, ELI and URN")
  func works() throws {
    let target = akomaNtoso(article("1"), work: "/akn/zz/act/2019/2")
      .replacing(
        "<FRBRdate date=\"2020-01-01\" name=\"\"/>",
        with: """
          <FRBRalias name="eli" value="eli/zz/2019/2"/><FRBRalias name="nir" value="urn:nir:stato:legge:2019-02-03;2"/>
          """)
    for written in [
      "/akn/zz/act/2019/2", "/akn/zz/act/2019/2/!main", "/akn/zz/act/2019/2/eng@2020-01-01", "/akn/zz/act/2019/2.xml",
      "/akn/zz/act/2019/2/", "eli/zz/2019/2", "/eli/zz/2019/2", "https://example.org/eli/zz/2019/2",
      "urn:nir:stato:legge:2019-02-03;2", "https://example.org/x/akn/zz/act/2019/2",
    ] {
      let graph = try linked([akomaNtoso(cite(written)), target])
      #expect(graph.edges.map(\.resolution) == [.resolved(Place(document: 1, provision: 0))], "\(written)")
    }
    for written in ["eli/zz/2019/2#art_1", "urn:nir:stato:legge:2019-02-03;2~art_1", "eli/zz/2019/2/art_1"] {
      #expect(try citedPaths(linked([akomaNtoso(cite(written)), target])) == ["art_1"], "\(written)")
    }
  }

  @Test(
    "an act that was not read is not loaded, and nothing else is said",
    arguments: [
      "/akn/zz/act/1999/9", "/akn/zz/act/1999/9~art_1", "eli/zz/1999/9", "urn:nir:stato:legge:1999-01-01;9",
      "https://example.org/eli/zz/1999/9",
    ])
  func notLoaded(target: String) throws {
    let graph = try linked([akomaNtoso(cite(target))])
    guard case .workNotLoaded(let work)? = graph.edges.first?.resolution else {
      Issue.record("\(graph.edges)")
      return
    }
    #expect(work == TargetAddress.normalisedWork(work))
    #expect(work.contains("1999"))
  }

  @Test(
    "a missing provision comes with the nearest place that exists",
    arguments: [
      ("~art_2__para_9", "art_2"), ("#art_2__para_9", "art_2"), ("~art_2__para_1__point_z", "art_2__para_1"),
      ("~art_77", ""), ("/akn/zz/act/2020-01-01/1~art_77", ""), ("~chp_1__art_77", "chp_1"), ("~chp_2__art_2", ""),
    ])
  func missing(target: String, nearest: String) throws {
    let body = "<chapter><num>1</num>\(article("2", "<paragraph><num>1</num></paragraph>"))</chapter>"
    let graph = try linked([akomaNtoso(cite(target) + body)])
    guard case .provisionMissing(let name, let place)? = graph.edges.first?.resolution else {
      Issue.record("\(graph.edges)")
      return
    }
    #expect(target.hasSuffix(name))
    #expect(graph.id(of: place).path == nearest)
  }

  @Test(
    "a target in a form that does not tell the unit is approximate",
    arguments: ["~article2", "#xyz", "/akn/zz/act/2020-01-01/1~p12"])
  func unknownForm(target: String) throws {
    let graph = try linked([akomaNtoso(cite(target) + article("2"))])
    #expect(graph.edges.map(\.resolution) == [.approximate(Place(document: 0, provision: 0))])
  }

  @Test("what is missing in a document that a fault cuts is approximate")
  func cutDocument() throws {
    let cut = akomaNtoso(article("2"), work: "/akn/zz/act/9").replacing("</body>", with: "</bdy>")
    let graph = try linked([akomaNtoso(cite("/akn/zz/act/9~art_3") + cite("/akn/zz/act/9~art_2")), cut])
    #expect(graph.edges.first?.resolution == .approximate(Place(document: 1, provision: 0)))
    #expect(graph.edges.last?.resolution == .resolved(Place(document: 1, provision: 1)))
  }

  @Test("an identifier or a path that several provisions bear is ambiguous")
  func ambiguous() throws {
    let both = [Place(document: 0, provision: 2), Place(document: 0, provision: 3)]
    let twins = try linked([
      akomaNtoso(cite("#x") + "<article eId='x'><num>1</num></article><article eId='x'><num>2</num></article>")
    ])
    #expect(twins.edges.map(\.resolution) == [.ambiguous(both)])
    let body = "<article><num>2</num></article><article><num>2</num></article>"
    #expect(try linked([akomaNtoso(cite("~art_2") + body)]).edges.map(\.resolution) == [.ambiguous(both)])
  }

  @Test("links to an identifier that thousands of provisions bear cost no more than others")
  func flood() throws {
    let unit = "<article eId='x'><num>1</num><content><p><ref href='#x'/></p></content></article>"
    let law = try document(akomaNtoso(String(repeating: unit, count: 5000)))
    var edges: [Edge] = []
    let time = ContinuousClock().measure { edges = link([law]).edges }
    #expect(edges.count == 5000)
    for edge in edges.prefix(10) { #expect(edge.resolution.place == Place(document: 0, provision: 1)) }
    // A search through all provisions for each link takes most of a minute.
    #expect(time < .seconds(10))
  }

  @Test("one provision that bears an identifier twice is not ambiguous")
  func repeatedInside() throws {
    let graph = try linked([akomaNtoso(cite("#x") + "<article eId='x'><num eId='x'>2</num></article>")])
    #expect(try citedPaths(graph) == ["art_2"])
  }

  @Test(
    "a target that waits to be filled in is a placeholder",
    arguments: ["#", " ", "TODO", "TBD", "/akn/undefiniert", "#entry"])
  func placeholder(target: String) throws {
    let metadata = "<references source='#e'><TLCConcept eId='entry' href='/x' showAs='X'/></references>"
    #expect(try linked([akomaNtoso(cite(target), metadata: metadata)]).edges.map(\.resolution) == [.placeholder])
  }

  @Test(
    "a web address that is no work, and words without a target, are external",
    arguments: ["https://example.org/page", "mailto:a@example.org", "HTTP://example.org/", "tel:1", ""])
  func external(target: String) throws {
    #expect(try linked([akomaNtoso(cite(target))]).edges.map(\.resolution) == [.external])
  }

  @Test("a mark of the editor is external where the metadata declare its name, and missing where nothing does")
  func markers() throws {
    let metadata = "<references source='#e'><TLCRole eId='king' href='/x' showAs='King'/></references>"
    let body = article("1", "<content><p refersTo='#king #queen #art_1'>x</p></content>")
    let graph = try linked([akomaNtoso(body, metadata: metadata)])
    #expect(
      graph.edges.map(\.resolution) == [
        .external, .provisionMissing("queen", nearest: Place(document: 0, provision: 0)),
        .resolved(Place(document: 0, provision: 1)),
      ])
    // A mark is no citation.
    #expect(graph.incoming == [[]])
  }

  @Test("edges lie by document in the order of the references, and lead back from their targets")
  func incoming() throws {
    let first = akomaNtoso(cite("/akn/zz/act/b~art_9") + cite("~art_9"), work: "/akn/zz/act/a")
    let second = akomaNtoso(
      cite("/akn/zz/act/a") + cite("/akn/zz/act/a") + cite("/akn/zz/act/c"), work: "/akn/zz/act/b")
    let graph = try linked([first, second])
    #expect(graph.edgeStart == [0, 2, 5])
    #expect(graph.edges.map(\.document) == [0, 0, 1, 1, 1])
    #expect(graph.edges(of: 1).map(\.reference) == [0, 1, 2])
    #expect(graph.incoming == [[1, 2, 3], [0]])
  }
}

/// An article that cites a target.
func cite(_ target: String) -> String {
  "<article eId=\"citing\"><num>Article 9</num><content><p><ref href=\"\(target)\">x</ref></p></content></article>"
}

func linked(_ laws: [String]) throws -> CitationGraph { try link(laws.map { try document($0) }) }

/// The paths to which the references of the first document lead.
private func citedPaths(_ graph: CitationGraph) throws -> [String] {
  try graph.edges(of: 0).map { edge in
    guard case .resolved(let place) = edge.resolution else { throw Unresolved(resolution: edge.resolution) }
    return graph.id(of: place).path
  }
}

private struct Unresolved: Error { let resolution: Resolution }
