import Amending
import Compiling
import Consolidation
import Citations
import Codex
import Foundation
import Provisions
import TestSupport
import Testing

/// The amending acts of the model framework, carried out on every date of check.
@Suite("Amendments of the model framework")
struct ModelAmendmentsTests {
  static let dates = [
    "2005-01-01", "2009-01-01", "2011-01-01", "2013-01-01", "2019-01-01", "2021-12-01", "2023-06-01", "2026-01-01",
    "2026-08-01",
  ]

  static func compiled() async throws -> Compilation {
    try await compile(
      CompileOptions(
        paths: ["acts", "amending"].map { modelCorpus.appending(path: $0).path },
        date: #require(LegalDate("2026-08-01")),
        jobs: 2, rules: [], showsProgress: false))
  }

  @Test("each instruction is carried out from its date on, and pending before", arguments: dates)
  func outcomes(date: String) async throws {
    let compilation = try await Self.compiled()
    let amendments = compilation.amendments()
    let day = try #require(LegalDate(date))
    #expect(amendments.instructions.count == 125)
    #expect(amendments.targets.count == 11)
    for document in amendments.targets {
      let text = try #require(compilation.text(of: document, on: day, amendments))
      for instruction in amendments.instructions(on: document) {
        // One waits for the component that its decree names.
        let isInForce = instruction.effective.start.map { $0 <= day } ?? false
        #expect(text.outcomes[instruction.id] == (isInForce ? .applied : .pending), "\(instruction.source)")
        #expect((instruction.effective.start == nil) == (instruction.source == "art_14__para_2"))
      }
    }
  }

  @Test(
    "what an article says on a date",
    arguments: [
      ("law/2008-10-28/266-l", "art_14", "2012-12-31", "Reserved"),
      ("law/2008-10-28/266-l", "art_14", "2013-01-01", "Electronic application"),
      ("law/2011-07-18/147-l", "art_10", "2023-01-01", "electronic mail"),
      ("law/2011-07-18/147-l", "art_10", "2023-01-02", "only through the single system"),
      ("law/2008-11-10/305-l", "art_22", "2014-07-11", "Open data"),
      ("constitution/1994-03-15/constitution", "art_28", "2022-03-15", "data"),
    ])
  func words(act: String, unit: String, date: String, words: String) async throws {
    let compilation = try await Self.compiled()
    let amendments = compilation.amendments()
    let work = "/akn/zz/act/" + act
    let document = try #require(compilation.framework.graph.documents.firstIndex { $0.identity.work == work })
    let day = try #require(LegalDate(date))
    let text = try #require(compilation.text(of: document, on: day, amendments))
    let node = try #require(text.place(unit))
    #expect(text.tree.text(node).contains(words), "\(text.tree.text(node))")
  }

  @Test("the text is the same between two dates on which it changes, and that of the source before the first")
  func constancy() async throws {
    let compilation = try await Self.compiled()
    let amendments = compilation.amendments()
    for document in amendments.targets {
      // The end of an act as a whole leaves its words.
      let dates = amendments.dates(of: document).filter { date in
        amendments.instructions(on: document).contains { $0.effective.start == date && $0.operation.changesWords }
      }
      guard let first = dates.first else { continue }
      func body(_ date: LegalDate) throws -> String {
        let text = try #require(compilation.text(of: document, on: date, amendments))
        return text.tree.text(try #require(text.place("body")))
      }
      let source = try #require(compilation.markup(of: document))
      let before = try #require(LegalDate("1990-01-01"))
      #expect(try body(before) == AmendedText(source).place("body").map { source.text($0) })
      for (a, b) in zip(dates, dates.dropFirst()) { #expect(try body(a) != body(b)) }
      #expect(try body(first) != body(before))
    }
  }

  @Test("what changes from one date of check to the next is what was read", arguments: zip(dates, dates.dropFirst()))
  func changes(from: String, to: String) async throws {
    let compilation = try await Self.compiled()
    let amendments = compilation.amendments()
    let (first, last) = (try #require(LegalDate(from)), try #require(LegalDate(to)))
    let documents = compilation.framework.graph.documents
    var found = ""
    for d in amendments.targets.sorted(by: { documents[$0].identity.work < documents[$1].identity.work }) {
      let (older, newer) = (
        compilation.document(d, on: first, amendments), compilation.document(d, on: last, amendments)
      )
      let differences = DateDifferences(from: (first, older), to: (last, newer))
      guard !differences.entries.isEmpty || differences.end != nil else { continue }
      for entry in differences.entries { #expect(!entry.causes.isEmpty, "\(entry.difference.path)") }
      found += String(decoding: MarkdownDifferences.print(differences), as: UTF8.self) + "\n"
    }
    let file = modelCorpus.appending(path: "expected/changes/\(to).md")
    if ProcessInfo.processInfo.environment["NOMODEX_GOLDEN"] == "1" {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded; run again without NOMODEX_GOLDEN")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == found)
  }
}
