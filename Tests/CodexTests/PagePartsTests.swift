import TestSupport
import Testing

@testable import Codex

@Suite("Notes, tables and badges of a page")
struct PagePartsTests {
  private func notes(_ body: String, metadata: String = "") async throws -> String {
    let text = try await Edition(of: [akomaNtoso(article("1", content(body)), metadata: metadata)]).body()
    let start = try #require(text.firstRange(of: "§</a>\n"))
    return String(text[start.upperBound...])
  }

  @Test("a note of the text stands behind the text, with a mark at its place and a way back")
  func note() async throws {
    #expect(
      try await notes("Water<authorialNote marker=\"1\"><p>See <b>there</b>.</p></authorialNote> flows.") == """
        <div class="p">Water<sup class="mark" data-added=""><a href="#note_1" id="mark_1">1</a></sup> flows.</div>
        </section>
        <section class="notes"><h2 data-added="">Notes</h2><ol>
        <li id="note_1" value="1"><p>See <b>there</b>.</p>
         <a data-added="" href="#mark_1" aria-label="Back to the text">↩</a></li>
        </ol></section>

        """)
  }

  @Test("a note of the metadata is added, and its mark keeps the words that the text gives it")
  func metadataNote() async throws {
    let metadata = "<notes source=\"#e\"><note eId=\"n1\"><p>Editor.</p></note></notes>"
    #expect(
      try await notes("Water<noteRef href=\"#n1\"/> and<noteRef href=\"#n1\">*</noteRef>.", metadata: metadata) == """
        <p>Water<sup class="mark" id="mark_1" data-added=""><a href="#note_1">1</a></sup> and<sup class="mark">\
        <a href="#note_1">*</a></sup>.</p>
        </section>
        <section class="notes"><h2 data-added="">Notes</h2><ol>
        <li id="note_1" value="1" data-added=""><p>Editor.</p>
         <a data-added="" href="#mark_1" aria-label="Back to the text">↩</a></li>
        </ol></section>

        """)
  }

  @Test("a note in a note follows at the end")
  func nestedNotes() async throws {
    let inner = "<authorialNote><p>inner</p></authorialNote>"
    let text = try await notes(
      "a<authorialNote><p>outer\(inner)</p></authorialNote>b<authorialNote><p>last</p></authorialNote>")
    let page = Page(Array(text.utf8))
    #expect(page.all("li").map(page.text) == ["outer2 ↩", "last ↩", "inner ↩"])
    #expect(page.all("li").map { page.attribute("value", of: $0) } == ["1", "3", "2"])
    let ids = page.nodes.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for href in page.all("a", "href").compactMap({ page.attribute("href", of: $0) }) {
      #expect(ids.contains(String(href.dropFirst())), "\(href)")
    }
  }

  private func table(_ rows: String) async throws -> String {
    let text = try await Edition(of: [tables(rows)]).body()
    let start = try #require(text.firstRange(of: "<table>"))
    let end = try #require(text.firstRange(of: "</table>"))
    return String(text[start.upperBound..<end.lowerBound].replacing("\n", with: ""))
  }

  @Test(
    "spans of a table are written as HTML can hold them",
    arguments: [
      (
        "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>",
        "<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
      ),
      (
        "<tr><td rowspan=\"2\">M</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan=\"2\">F</td></tr>",
        "<tr><td rowspan=\"2\">M</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan=\"2\">F</td></tr>"
      ),
      (
        "<tr><td rowspan=\"9\">M</td><td>1</td></tr><tr><td>2</td></tr>",
        "<tr><td rowspan=\"2\">M</td><td>1</td></tr><tr><td>2</td></tr>"
      ),
      ("<tr><td colspan=\"3\">M</td></tr><tr><td>1</td></tr>", "<tr><td>M</td></tr><tr><td>1</td></tr>"),
      ("<tr><td>1</td></tr><tr/><tr><td>2</td></tr>", "<tr><td>1</td></tr><tr><td>2</td></tr>"),
      ("<caption>Fees</caption><tr><td>1</td></tr>", "<caption>Fees</caption><tr><td>1</td></tr>"),
      (
        "<thead><tr><td>A</td></tr></thead><tbody><tr><td>1</td></tr></tbody>",
        "<thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody>"
      ),
      ("<tr><td colspan=\"-1\" rowspan=\"x\">1</td></tr>", "<tr><td>1</td></tr>"),
    ])
  func spans(rows: String, written: String) async throws {
    #expect(try await table(rows) == written)
  }

  private func badges(_ attributes: String, on date: String) async throws -> [String] {
    let act = akomaNtoso(
      article("1") + "<article \(attributes)><num>Article 2</num>\(content("Text."))</article>", metadata: periods)
    let page = try await Edition(of: [act], on: date).html()
    return page.all("span").filter { page.attribute("class", of: $0)?.hasPrefix("badge") == true }.map(page.text)
  }

  @Test("a part that stands in another file is named by the title of its document, which is added")
  func parts() async throws {
    let collection = """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="x"><meta/>\
      <collectionBody><component><documentRef href="1.xml"/></component><component><documentRef href="2.xml"/></component>\
      </collectionBody></documentCollection></akomaNtoso>
      """
    let edition = try await Edition(of: [collection, waterAct])
    let page = try edition.html()
    #expect(page.all("a", "class", "ref").map(page.text) == ["Water Act"])
    #expect(page.all("span", "class", "ref unresolved").map(page.text) == ["2.xml"])
    let lines = try edition.markdownBody()
    #expect(lines.contains("<span data-added=\"\">[Water Act]("))
    #expect(lines.contains("<span data-added=\"\">2.xml</span>"))
  }

  @Test(
    "a provision whose state differs from what holds it bears a badge",
    arguments: [
      ("period=\"#later\"", "2026-01-01", ["in force from 2030-01-01"]), ("period=\"#later\"", "2030-01-01", []),
      ("period=\"#before\"", "2021-12-31", []),
      ("period=\"#before\"", "2022-01-01", ["no longer in force since 2022-01-01"]),
      ("period=\"#after\"", "2021-12-31", ["in force from 2022-01-01"]), ("", "2026-01-01", []),
    ])
  func badge(attributes: String, date: String, words: [String]) async throws {
    #expect(try await badges(attributes, on: date) == words)
  }

  @Test("what lies in a provision that is over bears no badge of its own")
  func innerBadge() async throws {
    let act = akomaNtoso(
      "<article period=\"#before\"><num>Article 1</num>"
        + "<paragraph period=\"#before\"><num>1.</num>\(content("Text."))</paragraph></article>", metadata: periods)
    let page = try await Edition(of: [act]).html()
    #expect(page.all("span", "class", "badge gone").count == 1)
  }

  @Test(
    "the state of the act stands at its head, on the page, in the Markdown and in the index",
    arguments: [
      ("2019-12-31", "Not in force before 2020-01-01"), ("2020-01-01", "In force"), ("2021-12-31", "In force"),
      ("2022-01-01", "Expired on 2022-01-01"),
    ])
  func state(date: String, words: String) async throws {
    let act = akomaNtoso(article("1"), metadata: periods)
      .replacing("<body>", with: "<body period=\"#before\">")
    let edition = try await Edition(of: [act], on: date)
    let page = try edition.html()
    let shown = try #require(page.all("strong").first.map(page.text))
    #expect(shown == words)
    #expect(try edition.text("\(firstAct).md").contains("- State: \(shown) (as of \(date))\n"))
    #expect(try edition.text("index.md").contains("(\(firstAct).md) – \(shown)\n"))
    #expect(try edition.text("index.html").contains(">\(shown)</span>"))
  }

  @Test("an image is named, as nothing is loaded")
  func image() async throws {
    let text = try await Edition(of: [akomaNtoso(article("1", content("A <img src=\"map&amp;.png\"/> map.")))]).body()
    #expect(text.contains("<span class=\"placeholder\" data-added=\"\">[image map&amp;.png]</span>"))
  }
}
