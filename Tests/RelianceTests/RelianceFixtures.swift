import Citations
import Consolidation
import Provisions
import Reliance
import TestSupport
import Testing

func content(_ inner: String) -> String { "<content><p>\(inner)</p></content>" }

func cite(_ target: String) -> String { "<ref href=\"\(target)\">words</ref>" }

/// An article with two paragraphs.
func paragraphs(_ number: String, _ first: String, _ second: String = "Text.") -> String {
  article(
    number,
    "<paragraph><num>1</num>\(content(first))</paragraph><paragraph><num>2</num>\(content(second))</paragraph>")
}

let lawWork = "/akn/zz/act/2020-01-01/1"
let orderWork = "/akn/zz/act/ministerial-order/2021-01-01/7"
let guideWork = "/akn/zz/act/2022-01-01/9"

/// Article 1 cites article 2, whose second paragraph cites article 3; article 3 cites an act that is not loaded.
let law = akomaNtoso(
  paragraphs("1", cite("#art_2")) + paragraphs("2", "Text.", cite("#art_3"))
    + article("3", content(cite("/akn/zz/act/1999-01-01/3"))) + article("4", content("Text.")),
  work: lawWork, kind: "law", title: "Water Law")

/// Rests on article 2 of the law; article 1 cites article 1 of the law.
let order = akomaNtoso(
  article("1", content(cite("\(lawWork)#art_1__para_1"))), work: orderWork, kind: "ministerial-order",
  title: "Water Order", front: "<preamble><p>On the basis of \(cite("\(lawWork)#art_2")):</p></preamble>")

/// Cites the order's article 1, the whole law, and an article that does not exist.
let guide = akomaNtoso(
  article("1", content(cite("\(orderWork)#art_1"))) + article("2", content(cite(lawWork)))
    + article("3", content(cite("\(lawWork)#art_1__para_9"))), work: guideWork, title: "Water Guide")

let all = [law, order, guide]

/// The framework of some texts on the first day of 2026.
func framework(_ texts: [String]) throws -> Framework {
  let documents = try texts.enumerated().map { try document($1, path: "\($0).xml", id: UInt32($0)) }
  let date = try #require(LegalDate("2026-01-01"))
  return consolidate(link(documents)).on(date)
}

/// What an address names in a graph whose files are `0.xml`, `1.xml` and so on.
func look(_ address: String, _ graph: CitationGraph) -> Lookup {
  lookUp(address, in: graph, paths: graph.documents.indices.map { "\($0).xml" })
}

/// The same where it must be found.
func found(_ address: String, _ graph: CitationGraph) throws -> Addressee {
  guard case .found(let addressee) = look(address, graph) else {
    throw NotFound(address: address)
  }
  return addressee
}

struct NotFound: Error { let address: String }

/// "path > work ~ path" of a reference.
func words(_ e: Int, _ graph: CitationGraph) -> String {
  let edge = graph.edges[e]
  let source = graph.documents[edge.document].path(of: Int(graph.reference(of: edge).source))
  return "\(source) > \(edge.resolution.place.map { graph.id(of: $0).description } ?? edge.resolution.word)"
}
