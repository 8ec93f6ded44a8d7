import Citations
import Compiling
import Consolidation
import Diagnostics
import Foundation
import Provisions
import Testing

@testable import Checking

/// Every enabling authority of real regulations is in the graph.
@Suite struct CanadianBasesTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/corpora").standardizedFileURL

  @Test(
    "every enabling authority is a legal basis in the graph, and an absent act is not loaded",
    .enabled(
      if: FileManager.default.fileExists(atPath: shared.path),
      "the corpora are not beside the project: ../shared/corpora is absent"))
  func enablingAuthorities() async throws {
    let folders = ["canada", "canada-labelled"].map { Self.shared.appending(path: $0).path }
    let day = try #require(LegalDate("2026-01-01"))
    let compilation = try await compile(
      CompileOptions(paths: folders, date: day, jobs: 2, rules: [], showsProgress: false))
    let graph = compilation.framework.graph
    let catalogue = Set(graph.documents.map { $0.identity.work.split(separator: "/").last.map(String.init) ?? "" })
    var regulations = 0
    var loaded = 0
    var absent = 0
    for (d, document) in graph.documents.enumerated() where document.identity.kind == "regulation" {
      regulations += 1
      let path = compilation.files[Int(document.file)].path
      let source = try String(contentsOf: URL(filePath: path), encoding: .utf8)
      let authorities = Self.count("<XRefExternal", "<OtherAuthority", inAllOf: "EnablingAuthority", source)
      let bases = graph.edges(of: d).filter { document.references[$0.reference].role == .basis }
      #expect(bases.count == authorities, "\(path)")
      for basis in bases {
        let written = document.attributeString(document.references[basis.reference].target)
        switch basis.resolution {
        case .resolved(let place):
          loaded += 1
          #expect(place.provision == 0)
        case .workNotLoaded(let work):
          absent += 1
          #expect(work == written)
          #expect(!catalogue.contains(written), "\(written) is loaded and was not found")
        case .external: #expect(document.references[basis.reference].form == .none)
        default: Issue.record("\(path): a whole act is found or is not: \(basis.resolution)")
        }
      }
    }
    print("\(regulations) regulations: \(loaded) bases loaded, \(absent) not loaded")
    #expect(regulations > 50)
    #expect(loaded > 0 && absent > 0)
  }

  /// How often two tags stand inside all elements of a name.
  private static func count(_ a: String, _ b: String, inAllOf name: String, _ source: String) -> Int {
    var rest = source[...]
    var total = 0
    while let open = rest.firstRange(of: "<" + name), let close = rest[open.upperBound...].firstRange(of: "</" + name) {
      let inner = rest[open.upperBound..<close.lowerBound]
      total += inner.ranges(of: a).count + inner.ranges(of: b).count
      rest = rest[close.upperBound...]
    }
    return total
  }
}
