import Citations
import Codex
import Consolidation
import Provisions
import Reliance
import TestSupport
import Testing

@Suite("Formats of the citation graph")
struct GraphFormatTests {
  private func written(_ format: any NetworkFormat.Type, title: String, level: Network.Level = .act) throws -> String {
    let law = akomaNtoso(article("1", content(link("#art_1", "this"))), title: title)
    let date = try #require(LegalDate("2026-01-01"))
    let framework = consolidate(Citations.link([try document(law)])).on(date)
    return String(decoding: format.write(network(of: framework, at: level)), as: UTF8.self)
  }

  @Test("have names that differ, and end with a line feed")
  func names() throws {
    #expect(allNetworkFormats.map { $0.name } == ["dot", "graphml", "json"])
    for format in allNetworkFormats { #expect(try written(format, title: "Act").hasSuffix("\n")) }
  }

  @Test(
    "a title ends no string, starts no markup and hides nothing",
    arguments: [
      ("Act &quot;A&quot; \\", #"label="Act \"A\" \\","#, "<data key=\"node-label\">Act \"A\" \\</data>"),
      ("A &amp;lt; \\N", #"label="A &amp;lt; \\N","#, "<data key=\"node-label\">A &amp;lt; \\N</data>"),
      ("&lt;b&gt; A\u{202E}", #"label="<b> A<U+202E>","#, "<data key=\"node-label\">&lt;b&gt; A&lt;U+202E&gt;</data>"),
    ])
  func escapes(title: String, dot: String, graphML: String) throws {
    #expect(try written(DOTGraph.self, title: title).contains(dot))
    let xml = try written(GraphML.self, title: title)
    #expect(xml.contains(graphML))
    #expect(read(xml).1.isEmpty)
    #expect(!(try written(JSONGraph.self, title: title)).contains("\u{202E}"))
  }

  @Test("a long title is broken into lines in a drawing, and nowhere else")
  func lines() throws {
    let title = "Law on the Foundations of Administrative Procedures and on Fees"
    #expect(
      try written(DOTGraph.self, title: title)
        .contains(#"label="Law on the Foundations of Administrative\nProcedures and on Fees""#))
    #expect(try written(JSONGraph.self, title: title).contains("\"label\": \"\(title)\""))
  }

  @Test("provisions of an act stand in one box")
  func boxes() throws {
    let dot = try written(DOTGraph.self, title: "Water Act", level: .provision)
    #expect(
      dot.contains("  subgraph cluster_0 {\n    label=\"Water Act\";\n    \"/akn/zz/act/2020-01-01/1 ~ art_1\" ["))
  }
}
