@testable import Amending
import Citations
import Codex
import Compiling
import Consolidation
import Foundation
import Provisions
import TestSupport
import Testing

/// What holds of every consolidation, whatever the acts say.
@Suite("Properties of consolidation")
struct AmendmentPropertiesTests {
  /// The text of every amended act on a date, by work.
  private static func texts(
    _ compilation: Compilation, on date: String, from view: PointOfView = PointOfView()
  ) throws -> [String: [UInt8]] {
    let amendments = compilation.amendments(from: view)
    let day = try #require(LegalDate(date))
    var out: [String: [UInt8]] = [:]
    for d in amendments.targets {
      let text = try #require(compilation.text(of: d, on: day, amendments))
      let identity = compilation.framework.graph.documents[d].identity
      out["\(identity.work)/\(identity.language)"] = MarkupWriter.xml(text.tree)
    }
    return out
  }

  private static func modelFramework(_ folders: [String], jobs: Int) async throws -> Compilation {
    try await compile(
      CompileOptions(
        paths: folders.map { modelCorpus.appending(path: $0).path }, date: #require(LegalDate("2026-08-01")),
        jobs: jobs,
        rules: [], showsProgress: false))
  }

  @Test("neither the order of the files nor the number of workers changes a byte", arguments: [1, 2, 3])
  func order(jobs: Int) async throws {
    let first = try Self.texts(await Self.modelFramework(["acts", "amending"], jobs: 1), on: "2026-08-01")
    let second = try Self.texts(await Self.modelFramework(["amending", "acts"], jobs: jobs), on: "2026-08-01")
    #expect(first.count == 11)
    #expect(first == second)
  }

  @Test("a text does not differ from itself, on any date", arguments: ModelAmendmentsTests.dates)
  func identity(date: String) async throws {
    let compilation = try await Self.modelFramework(["acts", "amending"], jobs: 2)
    let amendments = compilation.amendments()
    let day = try #require(LegalDate(date))
    for d in amendments.targets {
      let (one, other) = (compilation.document(d, on: day, amendments), compilation.document(d, on: day, amendments))
      #expect(compare(one, other).isEmpty)
    }
  }

  /// "ten" becomes "thirty" in an act of 2020, by one of 2021, in force from 1 February 2021 on.
  private static func amended(_ change: (String) -> String = { $0 }) -> [String] {
    let work = "/akn/zz/act/2020-01-01/9"
    let giver = akomaNtoso(
      article(
        "1",
        """
        <content><p><mod eId="m">In <ref href="\(work)#art_1">Article 1</ref>, <quotedText>ten</quotedText> is replaced by \
        <quotedText>thirty</quotedText>.</mod></p></content>
        """), work: "/akn/zz/act/2021-01-01/2",
      metadata: """
        <lifecycle><eventRef eId="e" date="2021-02-01" source="#s"/><eventRef eId="f" date="2022-02-01" source="#s"/>\
        <eventRef eId="g" date="2019-01-01" source="#s"/></lifecycle><analysis><activeModifications>\
        <textualMod type="substitution"><source href="#m"/><destination href="\(work)#art_1"/><force period="#t"/></textualMod>\
        </activeModifications></analysis><temporalData><temporalGroup eId="t"><timeInterval start="#e" refersTo="#x"/>\
        </temporalGroup><temporalGroup eId="u"><timeInterval start="#g" refersTo="#x"/></temporalGroup></temporalData>
        """)
    return [akomaNtoso(article("1", "<content><p>The fee is ten.</p></content>"), work: work), change(giver)]
  }

  /// What article 1 says on a date.
  private static func words(
    _ documents: [String], on date: String, from view: PointOfView = PointOfView()
  ) async throws -> String {
    let folder = try TemporaryFolder()
    for (i, document) in documents.enumerated() { try folder.write(document, to: "\(i).xml") }
    let day = try #require(LegalDate(date))
    let compilation = try await compile(
      CompileOptions(paths: [folder.path], date: day, jobs: 1, rules: [], showsProgress: false))
    let amendments = compilation.amendments(from: view)
    let text = try #require(compilation.text(of: 0, on: day, amendments))
    let act = try #require(text.tree.firstElement(text.tree.root, named: "act"))
    return text.tree.text(try #require(text.tree.firstElement(act, named: "body")))
  }

  private static let (before, after) = ("Article 1The fee is ten.", "Article 1The fee is thirty.")

  @Test("before the first amendment a text is that of its source")
  func nothingApplied() async throws {
    #expect(try await Self.words(Self.amended(), on: "2021-01-31") == Self.before)
    #expect(try await Self.words(Self.amended(), on: "2021-02-01") == Self.after)
  }

  @Test(
    "an amendment that lapses leaves the text as it was", arguments: [("2022-01-31", after), ("2022-02-01", before)])
  func lapse(date: String, words: String) async throws {
    let documents = Self.amended { $0.replacing("start=\"#e\"", with: "start=\"#e\" end=\"#f\"") }
    #expect(try await Self.words(documents, on: date) == words)
  }

  @Test(
    "of several versions of a unit the one in force is kept, and where none or two are, all",
    arguments: [
      ("2020-06-01", "One."), ("2021-06-01", "Two."), ("2019-06-01", "One.Two.Three."), ("2022-06-01", "Two.Three."),
    ])
  func versions(date: String, words: String) async throws {
    func version(_ words: String, _ time: String) -> String {
      "<article \(time)><num>Article 1</num><content><p>\(words)</p></content></article>"
    }
    let act = akomaNtoso(
      version("One.", "start='2020-01-01' end='2021-01-01'") + version("Two.", "start='2021-01-01'")
        + version("Three.", "start='2022-01-01'").replacing("<article", with: "<article eId='art_1-v3'"))
    let found = try await Self.words([act], on: date).replacing("Article 1", with: "")
    #expect(found == words)
  }

  @Test("a retroactive amendment changes the law of the past, but not what was known of it")
  func knowledge() async throws {
    let documents = Self.amended { $0.replacing("start=\"#e\"", with: "start=\"#g\"") }
    #expect(try await Self.words(documents, on: "2019-06-01") == Self.after)
    let known = PointOfView(knownAt: LegalDate("2019-06-01"))
    #expect(try await Self.words(documents, on: "2019-06-01", from: known) == Self.before)
  }

  @Test(
    "force, efficacy and application are told apart",
    arguments: [(PointOfView.Axis.force, before), (.efficacy, after), (.application, before)])
  func axes(axis: PointOfView.Axis, words: String) async throws {
    let documents = Self.amended {
      $0.replacing("<force period=\"#t\"/>", with: "<force period=\"#t\"/><efficacy period=\"#u\"/>")
    }
    #expect(try await Self.words(documents, on: "2020-06-01", from: PointOfView(by: axis)) == words)
    #expect(try await Self.words(documents, on: "2021-06-01", from: PointOfView(by: axis)) == Self.after)
  }

  @Test("amendments of one day depend on their order exactly where they meet")
  func sameDay() async throws {
    let words = ["alpha", "beta", "gamma", "delta"]
    let sentence = words.joined(separator: " ")
    let act = akomaNtoso(article("1", "<content><p>\(sentence)</p></content>"))
    // Each instruction replaces a run of words by one that stands nowhere else.
    let runs = words.indices.flatMap { low in (low..<words.count).map { low...$0 } }
    func instruction(_ run: ClosedRange<Int>, _ id: Int32) throws -> Instruction {
      var made = Instruction(
        operation: .replaceWords(old: words[run].joined(separator: " "), new: id == 0 ? "one" : "two"),
        target: .init(document: 0, address: "", identifier: "art_1"),
        effective: .from(try #require(LegalDate("2021-01-01"))),
        document: Int(id) + 1, source: "m", adopted: nil)
      made.id = id
      return made
    }
    let markup = MarkupTree(read(act).0)
    for a in runs {
      for b in runs {
        let (x, y) = (try instruction(a, 0), try instruction(b, 1))
        let differ = Amendments.differ([x], [y], on: AmendedText(markup)) { $1.apply($0, from: markup) }
        #expect(differ == a.overlaps(b), "\(a) \(b)")
      }
    }
  }
}
