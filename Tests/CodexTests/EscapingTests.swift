import TestSupport
import Testing

@testable import Codex

@Suite("Hostile text in pages")
struct EscapingTests {
  private static let attack = "&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&lt;a onclick=&quot;x&quot; &amp;amp; "
  private static let attackText = "\"><script>alert('1')</script><a onclick=\"x\" &amp; "

  private func sound(_ documents: [String], title: String = "Codex") async throws -> Edition {
    let edition = try await Edition(of: documents, title: title, problems: [(Self.attackText, Self.attackText)])
    for (path, bytes) in edition.files where path.hasSuffix(".html") {
      let page = Page(bytes)
      #expect(page.faults.isEmpty, "\(path)")
      #expect(page.all("script").isEmpty)
      #expect(page.nodes.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
      for href in page.all("a", "href").compactMap({ page.attribute("href", of: $0) }) {
        let lower = href.lowercased()
        #expect(!href.contains(":") || lower.hasPrefix("https://") || lower.hasPrefix("http://"), "\(href)")
      }
    }
    return edition
  }

  /// Whether every `<` of the attack has a backslash before it.
  private func holdsNoTag(_ markdown: String) -> Bool {
    !markdown.replacing("\\<script", with: "").contains("<script")
      && !markdown.replacing("\\<a ", with: "").contains("<a onclick")
  }

  @Test("the title of an act and of the codex are text wherever they stand")
  func titles() async throws {
    let edition = try await sound([akomaNtoso(article("1"), title: Self.attack + "x")], title: Self.attackText)
    let page = try edition.html()
    #expect(page.all("h1").map(page.text) == [(Self.attackText + "x").trimmed])
    #expect(page.all("title").map(page.text) == ["\((Self.attackText + "x").trimmed) – \(Self.attackText.trimmed)"])
    let markdown = try edition.text("\(firstAct).md")
    #expect(markdown.hasPrefix("# \"\\>\\<script\\>alert('1')\\</script\\>\\<a onclick=\"x\" \\&amp; x\n"))
    #expect(try holdsNoTag(edition.text("index.md")))
  }

  @Test("words, numbers, headings and notes are text")
  func words() async throws {
    let attack = Self.attack
    let act = akomaNtoso(
      "<chapter><num>Chapter 1 \(attack)</num><heading>\(attack)</heading>"
        + (1...3).map {
          "<article><num>\($0)</num><heading>\(attack)</heading>\(content(attack + "<b>\(attack)</b>"))</article>"
        }
        .joined() + "</chapter>" + article("4", content("a<authorialNote><p>\(attack)</p></authorialNote>"))
        + article("5", "<content><table><caption>\(attack)</caption><tr><td>\(attack)</td></tr></table></content>"))
    let edition = try await sound([act])
    #expect(try edition.html().lawText == bodyText(ofSource: Array(act.utf8)))
    #expect(try holdsNoTag(edition.text("\(firstAct).md")))
  }

  @Test("metadata that a page shows is text: kind, number, authority, address, language")
  func metadata() async throws {
    let act = akomaNtoso(article("1"), work: "/akn/\(Self.attack)", kind: Self.attack, language: "en\(Self.attack)")
      .replacing(
        "<FRBRdate", with: "<FRBRauthor href=\"#a\"/><FRBRnumber value=\"\(Self.attack)\"/><FRBRdate"
      )
      .replacing(
        "</meta>", with: "<references><TLCOrganization eId=\"a\" showAs=\"\(Self.attack)\"/></references></meta>")
    let edition = try await sound([act])
    let slug = try edition.slug(0)
    #expect(slug.utf8.allSatisfy { $0 < 0x80 && ($0 == 0x2D || $0 == 0x2E || $0 >= 0x30) })
    let facts = try #require(edition.html().all("dl").first)
    #expect(try edition.html().text(of: facts).contains("/akn/" + Self.attackText.trimmed))
  }

  @Test(
    "a target that is no address of the web is no link",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java&#9;script:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "mailto:a@example.org", "//example.org/x", "https:",
      "https://", "http://exa mple.org", "https://example.org/&quot;onclick", "https://user:pw@example.org/",
      "https://example.org:port/", "https://example.org/%zz", "https://example.org/\u{202E}x",
      "https://example.org/&lt;b&gt;", "https://exam\u{AD}ple.org/",
    ])
  func noLink(target: String) async throws {
    let edition = try await sound([akomaNtoso(article("1", content("See \(link(target, "this")).")))])
    let page = try edition.html()
    #expect(!page.links.contains { $0.hasPrefix("this") })
    #expect(page.lawText == Array("Article1Seethis.".utf8))
    #expect(try edition.markdownBody().hasSuffix("See this."))
  }

  @Test(
    "an address of the web is a link, as it was written",
    arguments: [
      "https://example.org", "http://example.org:8080/a/b?c=d&amp;e=f#g", "HTTPS://Example.org/%C3%A9",
      "https://пример.рф/x",
      "https://example.org/it's",
    ])
  func webLink(target: String) async throws {
    let edition = try await sound([akomaNtoso(article("1", content("See \(link(target, "this")).")))])
    let page = try edition.html()
    let written = target.replacing("&amp;", with: "&")
    #expect(page.links.contains("this → \(written)"))
    #expect(try edition.markdownBody().hasSuffix("See [this](\(written))."))
  }

  @Test("an address with brackets could end a link of Markdown, and is none there")
  func brackets() async throws {
    let edition = try await sound([akomaNtoso(article("1", content(link("https://example.org/a_(b)", "this"))))])
    #expect(try edition.html().links.contains("this → https://example.org/a_(b)"))
    #expect(try edition.markdownBody().hasSuffix("\nthis"))
  }

  @Test("numbers and identifiers make addresses of letters and digits only")
  func identifiers() async throws {
    let attack = Self.attack
    let act = akomaNtoso(
      "<article eId=\"\(attack)\"><num>\(attack)</num>\(content("Text."))</article>"
        + "<article><num>1&quot; onx=&quot;</num>\(content(link("#\(attack)", "it")))</article>")
    let page = try await sound([act]).html()
    for id in page.nodes.compactMap({ $0.attributes["id"] }) {
      #expect(
        id.unicodeScalars.allSatisfy {
          $0 == "_" || $0 == "-" || $0 == "." || $0.properties.isAlphabetic
            || ("0"..."9").contains($0)
        }, "\(id)")
    }
  }

  @Test("characters that HTML cannot hold become U+FFFD, in text and in titles")
  func controls() async throws {
    let act = akomaNtoso(article("1", content("a\u{85}b\u{7F}c&#xFDD0;d")), title: "Water\u{9B} Act of")
    let edition = try await sound([act])
    let page = try edition.html()
    #expect(page.lawText == Array("Article1a\u{FFFD}b\u{FFFD}c\u{FFFD}d".utf8))
    #expect(page.all("h1").map(page.text) == ["Water\u{FFFD} Act of"])
    for (path, bytes) in edition.files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) || $0.value < 0x20 && $0 != "\n" }, "\(path)")
    }
  }
}

extension String {
  fileprivate var trimmed: String { split { $0 == " " }.joined(separator: " ") }
}
