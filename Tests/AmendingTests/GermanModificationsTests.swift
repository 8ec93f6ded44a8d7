import Amending
import Compiling
import Consolidation
import Citations
import Foundation
import Provisions
import TestSupport
import Testing

/// The modifications of LegalDocML.de, with what its publisher's own program makes of them.
@Suite("Modifications of LegalDocML.de")
struct GermanModificationsTests {
  /// A base, its amending act and the text that the publisher expects.
  struct Triple: Sendable, CustomTestStringConvertible {
    let base: String
    let amending: String
    let expected: String
    var testDescription: String { expected }
  }

  static let triples = [
    Triple(
      base: "NormWithPassiveModsQuotedStructure", amending: "NormWithQuotedStructureMods",
      expected: "NormWithAppliedQuotedStructure"),
    Triple(
      base: "NormWithPassiveModsQuotedStructureAndUpTo", amending: "NormWithQuotedStructureModsAndUpTo",
      expected: "NormWithAppliedQuotedStructureAndUpTo"),
  ]

  private var day: LegalDate { get throws { try #require(LegalDate("2026-01-01")) } }

  @Test(
    "give the body that the publisher expects",
    .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)),
    arguments: triples)
  func triple(triple: Triple) async throws {
    let folder = try #require(sharedFolder) + "/corpora/akn-de-consolidation"
    func body(_ name: String) async throws -> [String] {
      let compilation = try await compiled([folder + "/\(name).xml"])
      return lines(try #require(compilation.markup(of: 0)))
    }
    let compilation = try await compiled([triple.base, triple.amending].map { folder + "/\($0).xml" })
    let amendments = compilation.amendments()
    let document = try #require(amendments.targets.first)
    #expect(amendments.targets.count == 1)
    let text = try #require(compilation.text(of: document, on: day, amendments))
    #expect(text.outcomes.values.allSatisfy { $0 == .applied })
    #expect(lines(text.tree) == (try await body(triple.expected)))
    #expect(lines(text.tree) != (try await body(triple.base)))
  }

  @Test(
    "whose targets do not exist are told, and change nothing",
    .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
  func dangling() async throws {
    let compilation = try await compiled([#require(sharedFolder) + "/corpora/akn-de"])
    let amendments = compilation.amendments()
    var failed = 0
    for document in amendments.targets {
      let source = try #require(compilation.markup(of: document))
      let text = try #require(compilation.text(of: document, on: day, amendments))
      for outcome in text.outcomes.values {
        guard case .failed(.targetMissing) = outcome else { continue }
        failed += 1
      }
      if !text.outcomes.values.contains(.applied) { #expect(lines(text.tree) == lines(source)) }
    }
    #expect(failed > 10)
  }

  private func compiled(_ paths: [String]) async throws -> Compilation {
    try await compile(
      CompileOptions(
        paths: paths, date: day, jobs: 2, rules: [], showsProgress: false))
  }

  /// Elements and words outside the metadata, without identifiers.
  private func lines(_ tree: MarkupTree) -> [String] {
    var out: [String] = []
    func walk(_ node: MarkupTree.NodeID) {
      if tree.isText(node) {
        let words = tree.text(node).split { $0.isWhitespace }.joined(separator: " ")
        if !words.isEmpty { out.append(words) }
        return
      }
      guard tree.name(node) != "meta" else { return }
      out.append(
        "<\(tree.name(node)) \(tree.attribute(node, "refersTo") ?? "") \(tree.attribute(node, "period") ?? "")")
      tree.children(node).forEach(walk)
      out.append("</\(tree.name(node))")
    }
    walk(tree.root)
    // Texts that lie side by side are one.
    return out.reduce(into: []) { joined, line in
      if let last = joined.last, !last.hasPrefix("<"), !line.hasPrefix("<") {
        joined[joined.count - 1] = last + " " + line
      } else {
        joined.append(line)
      }
    }
  }
}
