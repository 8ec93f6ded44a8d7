import Foundation
import Diagnostics
import TestSupport
import Testing
import XMLReading

@Suite("nomodex graph, why and impact")
struct RelianceCommandTests {
  private static let on = "--on 2026-01-01"
  private static let law = Workspace.forestLaw

  static let transcripts: [Transcript] = [
    // The graph
    Transcript("graph", "graph chain \(on)"), Transcript("graph-json", "graph chain \(on) --format json"),
    Transcript("graph-graphml", "graph chain \(on) --format graphml"),
    Transcript("graph-article", "graph chain \(on) --level article"),
    Transcript("graph-provision", "graph chain \(on) --level provision --format json"),
    Transcript("graph-from", "graph chain \(on) --level article --from \(law)#art_3 --format json"),
    Transcript("graph-from-depth", "graph chain \(on) --from 12 --depth 0"),
    Transcript("graph-from-unknown", "graph chain \(on) --from Guide"),
    Transcript("graph-from-not-loaded", "graph chain \(on) --from akn/zz/act/1999-01-01/3"),
    Transcript("graph-empty", "graph empty \(on) --format json"),
    Transcript("graph-unknown-format", "graph chain --format grapml"),
    Transcript("graph-unknown-level", "graph chain --level acts"),
    Transcript("graph-depth-alone", "graph chain --depth 2"),
    Transcript("graph-no-depth", "graph chain --from x --depth=-1"),
    Transcript("graph-unreadable", "graph chain /proc/self/mem \(on)"),
    // Chains
    Transcript("why", "why 12 Article@3@of@the@Forest@Law chain \(on)"),
    Transcript("why-several", "why chain/guide.xml \(law)@~@art_2 chain \(on)"),
    Transcript("why-not-loaded", "why 11 akn/zz/act/1999-01-01/3 chain \(on)"),
    Transcript("why-none", "why \(law)@~@art_4 12 chain \(on)"),
    Transcript("why-reverse", "why \(law) 12 chain \(on)"),
    Transcript("why-inside", "why \(law) \(law)@~@art_2 chain \(on)"),
    Transcript("why-unread", "why akn/zz/act/1999-01-01/3 \(law) chain \(on)"),
    Transcript("why-one", "why \(law) --on 2026-01-01"),
    // Who relies on what
    Transcript("impact", "impact \(law)@~@art_2 chain \(on)"),
    Transcript("impact-depth", "impact \(law)@~@art_3 chain \(on) --depth 4"),
    Transcript("impact-act", "impact Forest@Law chain \(on)"),
    Transcript("impact-holder", "impact \(law)@~@art_2__para_1 chain \(on)"),
    Transcript("impact-nothing", "impact chain/guide.xml chain \(on)"),
    Transcript("impact-not-loaded", "impact akn/zz/act/1999-01-01/3 chain \(on)"),
    Transcript("impact-unknown", "impact \(law)1 chain \(on)"),
    Transcript("impact-unknown-path", "impact \(law)@~@art_2__para_7 chain \(on)"),
    Transcript("impact-unknown-words", "impact Article@9@of@the@Forest@Law chain \(on)"),
    Transcript("impact-ambiguous", "impact Article@1@of@the@Forest@Law@and@Article@2@of@the@Forest@Law chain \(on)"),
    Transcript("impact-no-depth", "impact \(law) chain --depth 0"),
    Transcript("impact-unreadable", "impact \(law)@~@art_3 chain /proc/self/mem \(on)"),
  ]

  @Test("says what its transcript says", arguments: transcripts)
  func transcript(_ transcript: Transcript) throws { try transcript.verify() }

  @Test(
    "gives the same bytes at any number of workers",
    arguments: [
      ["graph", ".", "--level", "provision"], ["graph", ".", "--format", "json", "--from", "Forest Law"],
      ["why", "12", "10", "."], ["impact", "Forest Law", ".", "--depth", "3"],
    ])
  func jobs(arguments: [String]) throws {
    let folder = try Workspace.make()
    func outcome(_ jobs: Int) throws -> Program.Outcome {
      try Program.run(arguments + ["--on", "2026-01-01", "--jobs", "\(jobs)"], in: folder.path)
    }
    let one = try outcome(1)
    #expect(!one.output.isEmpty && one.status == 0)
    #expect(try outcome(2) == one)
    #expect(try outcome(8) == one)
  }

  @Test("writes JSON and XML that others read", arguments: ["act", "article", "provision"])
  func formats(level: String) throws {
    let folder = try Workspace.make()
    func output(_ format: String) throws -> String {
      try Program.run(["graph", "chain", "--level", level, "--format", format], in: folder.path).output
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try output("json").utf8)) as? [String: Any])
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    let ids = nodes.compactMap { $0["id"] as? String }
    #expect(json["version"] as? Int == 1)
    #expect(!ids.isEmpty && Set(ids).count == ids.count)
    let (tree, faults) = read(try output("graphml"))
    #expect(faults.isEmpty)
    #expect(tree.attribute("source", on: "edge") != nil)
    #expect(tree.nodes.count { !$0.isText && tree.names[Int($0.name)].local == "node" } == ids.count)
  }

  @Test("lets no document drive the terminal")
  func hostile() throws {
    let folder = try Workspace.make()
    try folder.write(
      (Workspace.files["chain/order.xml"] ?? "").replacing("Forest Fees", with: "Forest\u{9B}\u{202E} Fees"),
      to: "chain/order.xml")
    for arguments in [
      ["graph", "chain"], ["graph", "chain", "--format", "json"], ["why", "11", "10", "chain"],
      ["impact", "10", "chain"], ["impact", "\u{1B}[31m", "chain"], ["why", "\u{202E}", "10", "chain"],
    ] {
      let outcome = try Program.run(arguments, in: folder.path)
      for scalar in (outcome.output + outcome.errors).unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}")
      }
    }
  }
}
