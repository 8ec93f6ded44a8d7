import Citations
import Compiling
import Foundation
import Diagnostics
import LegalBases
import Provisions
import TestSupport
import Testing

@testable import Checking

/// A sentence or two, and whether a rule on wording speaks of them.
struct WordingExample: Sendable, CustomTestStringConvertible {
  let rule: String
  let language: String
  let fires: Bool
  let kind: String
  let text: String
  var testDescription: String { "\(rule) (\(language)): \(text)" }

  /// An act of the kind; each part of the text is a paragraph of one article.
  var document: String {
    let words = ["en": "eng", "ru": "rus", "be": "bel"][language] ?? "eng"
    let kinds = ["by-law": "gov-resolution", "ministerial": "ministerial-order"]
    let paragraphs = text.components(separatedBy: " ¶ ").enumerated().map { k, part in
      "<paragraph eId=\"art_1__para_\(k + 1)\"><num>\(k + 1).</num><content><p>\(part)</p></content></paragraph>"
    }
    return akomaNtoso(
      article("1", paragraphs.joined()), work: "/akn/zz/act/2020-01-01/\(rule)", kind: kinds[kind] ?? kind,
      language: words)
  }

  static let all: [WordingExample] = {
    let path = packageFolder + "/Tests/CheckingTests/Examples/wording.tsv"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 5 else { return nil }
      return WordingExample(
        rule: fields[0], language: fields[1], fires: fields[2] == "yes", kind: fields[3], text: fields[4])
    }
  }()

  /// By rule: the first example in which it fires.
  static let firing: [String: [String]] = Dictionary(
    all.filter { $0.fires && $0.language == "en" }.map { ($0.rule, [$0.document]) }
  ) { first, _ in first }
}

@Suite("Rules on wording")
struct WordingRulesTests {
  @Test("speak of what they are for and of nothing else", arguments: WordingExample.all)
  func example(example: WordingExample) async throws {
    let rule = try #require(allRules.first { $0.info.name == example.rule })
    let found = try await findings(rule, in: [example.document])
    #expect(found.count == (example.fires ? 1 : 0), "\(found.map(\.message))")
  }

  @Test("have examples on both sides")
  func both() {
    let rules = allRules.filter { $0 is any WordingRule.Type }.map { $0.info.name }
    #expect(rules.count == 27 && WordingExample.all.count > 100)
    for rule in rules {
      #expect(WordingExample.all.contains { $0.rule == rule && $0.fires }, "\(rule)")
      #expect(WordingExample.all.contains { $0.rule == rule && !$0.fires }, "\(rule)")
    }
  }

  @Test("are silent on unmarked documents unless they are asked for")
  func unmarked() async throws {
    let example = try #require(WordingExample.all.first { $0.rule == "bare-discretion" && $0.fires })
    let folder = try TemporaryFolder()
    try folder.write(example.document, to: "act.xml")
    var options = CompileOptions(
      paths: [folder.path], date: try #require(LegalDate("2026-01-01")), jobs: 1, rules: [BareDiscretion.self],
      showsProgress: false)
    #expect(try await compile(options).diagnostics.isEmpty)
    options.readsUnmarked = true
    #expect(try await compile(options).diagnostics.count == 1)
  }
}
