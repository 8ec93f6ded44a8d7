import Compiling
import Foundation
import Provisions
import TestSupport
import Testing

@testable import Codex

@Suite("No word is lost")
struct ConservationTests {
  private static let note =
    "<authorialNote><p>A <b>note</b>.<authorialNote><p>Inner.</p></authorialNote></p></authorialNote>"
  private static let rows = "<tr><th>A</th><th>B*</th></tr><tr><td>1 | 2</td><td><b>3</b>4</td></tr>"

  static let fixtures: [String] =
    [waterAct, waterOrder]
    + [
      // Phrases that touch letters, stand in one another and bear signs of Markdown.
      content(
        "a<b>b</b>c<i>*d*</i><b><i>e</i></b> <u>f</u><sup>2</sup>_<sub>g</sub> <b> h </b><i/>[i](j) &lt;k&gt; &amp;amp;"
      ),
      content(
        "<def>term</def> <ins>in</ins><del>out</del> <quotedText>“q”</quotedText><eol/><br/>line <span>s</span>~~t~~"),
      content("<![CDATA[<b>&amp;</b> ]]]]><![CDATA[>]]> &#x416; \u{A0}\u{2003}\u{AD}\u{200B}😀 e\u{301}"),
      // Beginnings of lines.
      [
        "# a", "- b", "1. c", "12) d", "+ e", "&gt; f", "=== g", "    h", "| i |", "* j", "10.", "-", "***", "```",
        "~~~", ":",
      ]
      .map { "<p>\($0)</p>" }.joined().wrapped("content"),
      // Notes in words, headings, cells and links.
      content("a\(note)b <b>c\(note)</b> \(link("#art_1", "d" + note)) e"),
      "<heading>Head\(note)</heading>" + content("Text."),
      "<content><table><tr><td>a\(note)</td></tr><tr><td>b</td><td>c\(note)</td></tr></table></content>",
      // Tables.
      "<content><table><caption>Cap</caption>\(rows)</table><table>\(rows)</table><table><tr><td/></tr></table></content>",
      "<content><table>\(rows)<tr><td colspan=\"2\" rowspan=\"3\"><p>x</p><p>y</p></td></tr></table></content>",
      "<content><table><tr><td><table>\(rows)</table></td><td><ul><li>u</li></ul></td></tr></table></content>",
      "<content><table>stray<tr>text<td>cell</td></tr><p>between</p></table></content>",
      // Lists, quotations and blocks in one another.
      "<content><ul><li>a<ul><li>b</li></ul>c</li></ul><ol><li><p>d</p><p>e</p></li></ol></content>",
      content("It reads: <mod><quotedStructure>\(article("5", content("q")))</quotedStructure> and so on</mod>."),
      "<content><p>a<p>b</p>c</p>stray<div><foreign><x xmlns=\"urn:x\">y</x></foreign></div></content>",
      "<intro><p>i</p></intro><point><num>a)</num>\(content("p"))</point><wrapUp><p>w</p></wrapUp>",
      "<unheard><of>text</of> of <b>it</b></unheard>" + content("<odd>phrase</odd> <odd><p>block</p></odd>"),
      content("<img src=\"a\"/> <placeholder>…</placeholder> <rref from=\"#art_1\" upTo=\"#art_2\">1 to 2</rref>"),
      "<num>odd <b>num</b></num><subheading>sub</subheading>" + content("x"),
    ].map { akomaNtoso("<article eId=\"art_1\"><num>Article 1</num>\($0)</article>") }
    + [
      akomaNtoso(
        "", front: "<coverPage><p>c</p></coverPage><preface><p>p</p></preface>",
        back: "<conclusions><p>e</p></conclusions>"),
      akomaNtoso(
        "<hcontainer name=\"x\"><heading>H</heading><content><p>x</p></content></hcontainer>",
        back:
          "<attachments><attachment><heading>Annex</heading><doc name=\"a\"><meta/><mainBody><p>m</p></mainBody></doc>"
          + "</attachment></attachments>"),
      justiceCanadaAct(
        "<Heading level=\"1\"><Label>PART 1</Label><TitleText>One</TitleText></Heading>"
          + section(
            "1",
            "<MarginalNote>Margin</MarginalNote><Text>A <Emphasis style=\"bold\">b</Emphasis><Footnote id=\"f\"><Text>foot</Text>"
              + "</Footnote>.</Text><Definition><Text><DefinedTermEn>term</DefinedTermEn> means x; (<DefinedTermFr>terme"
              + "</DefinedTermFr>)</Text></Definition><HistoricalNote>R.S., c. 1</HistoricalNote>")
          + section("2", "<FormulaGroup><Formula><FormulaText>A × B</FormulaText></Formula></FormulaGroup>"),
        back:
          "<Schedule><ScheduleFormHeading><Label>SCHEDULE</Label></ScheduleFormHeading><List><Item><Text>i</Text></Item></List></Schedule>"
      ),
    ]

  @Test("an HTML page holds the text of its source, each character once and in order", arguments: fixtures)
  func html(source: String) async throws {
    let page = try await Edition(of: [source]).html()
    #expect(
      String(decoding: page.lawText, as: UTF8.self)
        == String(decoding: bodyText(ofSource: Array(source.utf8)), as: UTF8.self))
  }

  @Test(
    "so does the Markdown, as a CommonMark reader with tables shows it",
    .enabled(if: CommonMark.program != nil, "cmark-gfm is not installed"), arguments: fixtures)
  func markdown(source: String) async throws {
    let edition = try await Edition(of: [source])
    let page = try CommonMark.page(of: #require(edition.files["acts/\(edition.slug(0)).md"]))
    #expect(
      String(decoding: page.lawText, as: UTF8.self)
        == String(decoding: bodyText(ofSource: Array(source.utf8)), as: UTF8.self))
  }

  @Test("the proof sees a word that is missing, one that is added and two that are exchanged")
  func proof() async throws {
    let source = akomaNtoso(article("1", content("first second third")))
    let edition = try await Edition(of: [source])
    let html = try edition.text("\(firstAct).html")
    let wanted = bodyText(ofSource: Array(source.utf8))
    #expect(Page(Array(html.utf8)).lawText == wanted)
    for (old, new) in [("second", ""), ("second", "second <i>added</i>"), ("second third", "third second")] {
      #expect(Page(Array(html.replacing(old, with: new).utf8)).lawText != wanted)
    }
    let marked = html.replacing("second", with: "second <i data-added=\"\">added</i>")
    #expect(Page(Array(marked.utf8)).lawText == wanted)
  }

  @Test("both editions of the model framework hold its text")
  func modelFramework() async throws {
    let folder = packageFolder + "/Corpus/acts"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let (source, html, markdown) = try await editions(of: folder + "/" + name)
      let wanted = bodyText(ofSource: source)
      #expect(wanted.count > 1000)
      #expect(Page(html).faults.isEmpty)
      #expect(Page(html).lawText == wanted, "\(name)")
      guard CommonMark.program != nil else { continue }
      #expect(try CommonMark.page(of: markdown).lawText == wanted, "\(name) in Markdown")
    }
  }

  /// Larger files would take a build without optimisation too long; `make bench` looks at all of them.
  private static let largest = (html: 700_000, markdown: 25_000)

  @Test(
    "pages of real law hold the text of their sources",
    .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
  func realLaw() async throws {
    var (pages, bytes, inMarkdown, unpublished, large) = (0, 0, 0, 0, 0)
    for path in try corpusFiles(["akn", "canada"]) {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      guard let size, size <= Self.largest.html else {
        large += 1
        continue
      }
      let editions = try? await editions(of: path)
      guard let (source, html, markdown) = editions else {
        unpublished += 1
        continue
      }
      let page = Page(html)
      #expect(page.faults.isEmpty, "\(path)")
      let wanted = withReplacements(bodyText(ofSource: source))
      if page.lawText != wanted { Issue.record("\(path) lost or gained a word") }
      if size <= Self.largest.markdown, CommonMark.program != nil {
        let law = try CommonMark.page(of: markdown).lawText
        if withReplacements(law) != wanted { Issue.record("\(path) lost or gained a word in Markdown") }
        inMarkdown += 1
      }
      pages += 1
      bytes += source.count
    }
    print(
      "\(pages) pages of \(bytes / 1000) kB hold every word, \(inMarkdown) of them in Markdown too; "
        + "\(unpublished) files give no page, \(large) are larger than \(Self.largest.html / 1000) kB")
    #expect(pages > 200 && unpublished < 10)
  }

  /// The source and both editions of the one document of a file; throws where it gives none.
  private func editions(of path: String) async throws -> (source: [UInt8], html: [UInt8], markdown: [UInt8]) {
    let day = try #require(LegalDate("2026-01-01"))
    let compilation = try await compile(
      CompileOptions(paths: [path], date: day, jobs: 1, rules: [], showsProgress: false))
    let publication = Publication(framework: compilation.framework, title: "t", generator: "g", problems: [])
    guard publication.slugs.count == 1, publication.slugs[0] != nil else { throw NotPublished() }
    let html = try #require(HTMLFormat.files(for: 0, of: publication).first)
    let markdown = try #require(MarkdownFormat.files(for: 0, of: publication).first)
    return (try TestSupport.bytes(ofFile: path), html.bytes, markdown.bytes)
  }
}

private struct NotPublished: Error {}

/// What HTML cannot hold becomes U+FFFD: the one change of characters.
private func withReplacements(_ bytes: [UInt8]) -> [UInt8] {
  let text = String(decoding: bytes, as: UTF8.self)
  func isRefused(_ c: Unicode.Scalar) -> Bool { (0x7F...0x9F).contains(c.value) || (0xFDD0...0xFDEF).contains(c.value) }
  guard text.unicodeScalars.contains(where: isRefused) else { return bytes }
  return Array(String(String.UnicodeScalarView(text.unicodeScalars.map { isRefused($0) ? "\u{FFFD}" : $0 })).utf8)
}

extension String {
  fileprivate func wrapped(_ name: String) -> String { "<\(name)>\(self)</\(name)>" }
}
