import Diagnostics
import TestSupport
import Testing

@testable import Checking

/// Documents in which a rule is silent on purpose, and why.
struct Quiet: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let documents: [String]

  init(_ reason: String, _ documents: String...) {
    testDescription = reason
    self.documents = documents
  }
}

/// The one finding of a rule in the documents in which it fires; anything but one is a failure.
func onlyFinding(_ rule: any Rule.Type, on date: String = "2026-01-01") async throws -> Diagnostic {
  try await onlyFinding(
    rule, in: documents(inWhichFires: rule), on: date, schema: rule == SchemaViolation.self ? smallSchema : nil)
}

/// The one finding of a rule in some documents.
func onlyFinding(
  _ rule: any Rule.Type, in documents: [String], on date: String = "2026-01-01", schema: String? = nil
) async throws -> Diagnostic {
  let all = try await findings(rule, in: documents, on: date, schema: schema)
  #expect(all.count == 1, "\(all.map(\.message))")
  let found = try #require(all.first)
  #expect(found.rule == rule.info.name)
  return found
}

/// The documents in which a rule fires once.
func documents(inWhichFires rule: any Rule.Type) throws -> [String] {
  try #require(firingFixtures[rule.info.name], "no fixture fires \(rule.info.name)")
}

/// What a finding underlines in its document.
func underlined(_ finding: Diagnostic, in documents: [String]) throws -> String {
  try text(at: finding.range, in: documents)
}

func text(at range: SourceRange, in documents: [String]) throws -> String {
  try #require(documents.indices.contains(Int(range.file)))
  let bytes = Array(documents[Int(range.file)].utf8)
  try #require(Int(range.end) <= bytes.count)
  return String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
}

// Markup that many fixtures need.

func link(_ target: String, _ words: String) -> String { "<ref href=\"\(target)\">\(words)</ref>" }

func content(_ inner: String) -> String { "<content><p>\(inner)</p></content>" }

/// A paragraph that defines a term for the whole act.
func defining(_ term: String, _ words: String, for scope: String = "In this Act") -> String {
  "<paragraph>\(content("\(scope), “\(term)” \(words)."))</paragraph>"
}

func point(_ number: String) -> String { "<point><num>(\(number))</num>\(content("Text."))</point>" }

func paragraph(_ number: String, _ attributes: String = "") -> String {
  "<paragraph\(attributes)><num>\(number)</num>\(content("Text."))</paragraph>"
}

/// The first articles of an act.
func articles(_ numbers: String...) -> String { numbers.map { article($0) }.joined() }

/// An amendment that inserts some articles.
func quoting(_ inner: String) -> String {
  content("It is inserted: <mod><quotedStructure>\(inner)</quotedStructure></mod>")
}

/// Periods for `period="#before"` (2020 and 2021) and `period="#after"` (from 2022 on), and `#later` (from 2030 on).
let periods = """
  <lifecycle source="#editor"><eventRef eId="e1" date="2020-01-01" type="generation" source="#editor"/>\
  <eventRef eId="e2" date="2022-01-01" type="amendment" source="#editor"/>\
  <eventRef eId="e3" date="2030-01-01" type="amendment" source="#editor"/></lifecycle>\
  <temporalData source="#editor"><temporalGroup eId="before"><timeInterval start="#e1" end="#e2"/></temporalGroup>\
  <temporalGroup eId="after"><timeInterval start="#e2"/></temporalGroup>\
  <temporalGroup eId="later"><timeInterval start="#e3"/></temporalGroup></temporalData>
  """

/// An act with a repealed article 2.
let actWithRepealedArticle = akomaNtoso(
  article("1") + "<article eId=\"art_2\" status=\"repealed\"><num>Article 2</num>\(content("(repealed)"))</article>",
  title: "Water Act")

/// A ministerial order with a preamble.
func order(preamble: String, _ body: String = articles("1", "2"), metadata: String = "") -> String {
  akomaNtoso(
    body, work: "/akn/zz/act/ministerial-order/2021-01-01/7", kind: "ministerial-order", metadata: metadata,
    front: "<preamble><p>\(preamble)</p></preamble>")
}
