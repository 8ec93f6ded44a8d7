import TestSupport
import Testing

@testable import Codex

@Suite("Pages for a browser")
struct PageTests {
  @Test("the body of an act: a section for each group and article, a block for each unit, each with its address")
  func body() async throws {
    let edition = try await Edition(of: [waterAct])
    #expect(
      try edition.body() == """
        <section class="group chapter" id="chp_i"><h2 class="head"><span class="num">Chapter I</span> <span class="heading">\
        General</span></h2><a class="self" data-added="" href="#chp_i" aria-label="Link to chapter I">§</a>
        <section class="article" id="art_1"><h3 class="head"><span class="num">Article 1</span> <span class="heading">\
        Scope</span></h3><a class="self" data-added="" href="#art_1" aria-label="Link to article 1">§</a>
        <div class="unit paragraph" id="art_1__para_1"><span class="num">(1)</span><p>This act applies to water.</p>
        </div>
        <div class="unit paragraph" id="art_1__para_2"><span class="num">(2)</span><p>It does not apply to:</p>
        <div class="unit point" id="art_1__para_2__point_a"><span class="num">(a)</span><p>seas; and</p>
        </div>
        <div class="unit point" id="art_1__para_2__point_b"><span class="num">(b)</span><p>rain.</p>
        </div>
        <div class="p flush"><p>But see <a class="ref" href="#art_2">Article 2</a>.</p>
        </div>
        </div>
        </section>
        <section class="article" id="art_2"><h3 class="head"><span class="num">Article 2</span></h3>\
        <a class="self" data-added="" href="#art_2" aria-label="Link to article 2">§</a>
        <p>Text.</p>
        </section>
        <section class="article" id="art_3"><h3 class="head"><span class="num">Article 3</span></h3>\
        <a class="self" data-added="" href="#art_3" aria-label="Link to article 3">§</a>
        <p>Text.</p>
        </section>
        </section>

        """)
  }

  @Test("a page names the act, its kind, its address, the date and that amendments are not consolidated")
  func head() async throws {
    let page = try await Edition(of: [waterAct], on: "2026-09-01").html()
    func only(_ name: String, _ key: String, _ value: String) throws -> String {
      let found = page.all(name, key, value)
      try #require(found.count == 1)
      return page.text(of: found[0])
    }
    #expect(page.all("h1").map(page.text) == ["Water Act"])
    #expect(page.all("title").map(page.text) == ["Water Act – Codex"])
    #expect(try only("p", "class", "kind") == "Law")
    #expect(try only("p", "class", "standing") == "State on this date not known as of 2026-09-01")
    #expect(try only("dl", "class", "facts").contains("Address/akn/zz/act/2020-01-01/1"))
    #expect(
      try only("p", "class", "text-status")
        == "The text is reproduced as its source gives it (version of 2020-01-01); amendments are not consolidated here. "
        + "Markdown edition")
    #expect(page.all("time").map { page.attribute("datetime", of: $0) } == ["2026-09-01", "2026-09-01"])
    #expect(page.all("html").map { page.attribute("lang", of: $0) } == ["en"])
  }

  @Test("a draft says that it is no law")
  func bill() async throws {
    let bill = akomaNtoso(article("1")).replacing("<act name=\"act\">", with: "<bill name=\"bill\">")
      .replacing("</act>", with: "</bill>")
    let page = try await Edition(of: [bill]).html()
    let status = try #require(page.all("p", "class", "text-status").first)
    #expect(page.text(of: status).hasPrefix("A draft. It is not law."))
  }

  @Test("the contents list groups and articles that have something to show, nested as they are")
  func contents() async throws {
    let page = try await Edition(of: [waterAct]).html()
    let nav = try #require(page.all("nav").first)
    let links = page.inside(nav, "a").map { "\(page.text(of: $0)) → \(page.attribute("href", of: $0) ?? "")" }
    #expect(
      links == ["Chapter I General → #chp_i", "Article 1 Scope → #art_1", "Article 2 → #art_2", "Article 3 → #art_3"])
    #expect(page.inside(nav, "ol").count == 2)
    let short = try await Edition(of: [akomaNtoso(article("1") + article("2"))]).html()
    #expect(short.all("nav").isEmpty, "of two entries there is nothing to find one's way in")
  }

  @Test("every address on a page is there once, and every link within the publication leads to one")
  func anchors() async throws {
    let edition = try await Edition(of: [waterAct, waterOrder])
    var addresses: Set<String> = []
    for d in [0, 1] {
      let page = try edition.html(d)
      let ids = page.nodes.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      addresses.formUnion(ids.map { "acts/" + (edition.publication.slugs[d] ?? "") + ".html#" + $0 })
      addresses.insert("acts/" + (edition.publication.slugs[d] ?? "") + ".html")
    }
    for d in [0, 1] {
      for i in try edition.html(d).all("a", "href") {
        let page = try edition.html(d)
        let href = try #require(page.attribute("href", of: i))
        guard !href.hasPrefix("https:") else { continue }
        let path = href.hasPrefix("#") ? "acts/" + (try edition.slug(d)) + ".html" + href : "acts/" + href
        #expect(addresses.contains(path) || path.hasSuffix(".md") || path == "acts/../index.html", "\(href)")
      }
    }
  }

  @Test("a link leads to the provision, to the act, to the web or nowhere, and says why where it leads nowhere")
  func links() async throws {
    let page = try await Edition(of: [waterAct, waterOrder]).html(1)
    let law = try #require(page.element(id: "law"))
    let links = page.inside(law, "a").filter { page.attribute("class", of: $0) != "self" }
      .map { "\(page.text(of: $0)) → \(page.attribute("href", of: $0) ?? "")" }
    #expect(
      links == [
        "the Water Act → akn-zz-act-2020-01-01-1.en.html", "Article 2 → akn-zz-act-2020-01-01-1.en.html#art_2",
        "the page → https://example.org/x?a=b&c", "this → #art_1",
      ])
    let unresolved = page.all("span", "class", "ref unresolved")
      .map { "\(page.text(of: $0)): \(page.attribute("title", of: $0) ?? "")" }
    #expect(
      unresolved == [
        "the Air Act: Not loaded: akn/zz/act/1999-01-01/3", "Article 9: No such provision: art_9",
        "it: The target is still to be filled in",
      ])
  }

  @Test("an act lists who cites it, with the article on either side and why")
  func citedBy() async throws {
    let edition = try await Edition(of: [waterAct, waterOrder])
    let page = try edition.html(0)
    let section = try #require(page.all("section", "class", "cited-by").first)
    #expect(
      page.inside(section, "li").map(page.text) == [
        "Water Order rests on this act", "Water Order, article 1 cites article 2",
      ])
    #expect(
      page.inside(section, "a").map { page.attribute("href", of: $0) } == [
        "akn-zz-act-ministerial-order-2021-01-01-7.en.html", "akn-zz-act-ministerial-order-2021-01-01-7.en.html#art_1",
        "#art_2",
      ])
    #expect(try edition.html(1).all("section", "class", "cited-by").isEmpty, "citing oneself is no citation")
  }

  @Test("a document that was cut by a fault is not published, and links to it lead nowhere")
  func incomplete() async throws {
    let broken = waterAct.replacing("</chapter>", with: "<b></chapter>")
    let edition = try await Edition(
      of: [broken, waterOrder], problems: [(path: "0.xml", message: "tag mismatch <b> & \"p\"")])
    #expect(edition.publication.slugs[0] == nil)
    #expect(!edition.files.keys.contains { $0.hasPrefix(firstAct) })
    let page = try edition.html(1)
    #expect(!page.links.contains { $0.contains("2020-01-01-1") })
    let index = try edition.page("index.html")
    let problems = try #require(index.all("section", "class", "problems").first)
    #expect(index.text(of: problems) == "Documents that could not be published 0.xml tag mismatch <b> & \"p\"")
  }

  @Test("the index lists acts by rank and then by title, with state and language")
  func index() async throws {
    let edition = try await Edition(of: [
      waterOrder, waterAct, akomaNtoso(article("1"), work: "/akn/zz/act/2019-01-01/1", kind: "law", title: "Air Act"),
      akomaNtoso(
        article("1"), work: "/akn/zz/act/2000-01-01/c", kind: "constitution", title: "Constitution of Zalesia"),
    ])
    let page = try edition.page("index.html")
    #expect(page.all("h2").map(page.text) == ["Constitution", "Laws", "By-laws"])
    let acts = page.all("a").filter { page.attribute("href", of: $0)?.hasPrefix("acts/") == true }
    #expect(acts.map(page.text) == ["Constitution of Zalesia", "Air Act", "Water Act", "Water Order"])
    for i in acts { #expect(edition.files.keys.contains(page.attribute("href", of: i) ?? "")) }
  }

  @Test("pages have no script and load nothing from elsewhere")
  func policy() async throws {
    let edition = try await Edition(of: [waterAct, waterOrder])
    for (path, bytes) in edition.files where path.hasSuffix(".html") {
      let page = Page(bytes)
      #expect(page.faults.isEmpty)
      for name in ["script", "iframe", "object", "img", "form"] { #expect(page.all(name).isEmpty) }
      let policy = page.all("meta", "http-equiv", "Content-Security-Policy")
      #expect(policy.map { page.attribute("content", of: $0) ?? "" }.allSatisfy { $0.hasPrefix("default-src 'none'") })
      #expect(policy.count == 1)
      #expect(
        page.all("link", "rel", "stylesheet").allSatisfy { page.attribute("href", of: $0)?.contains(":") == false })
      #expect(page.nodes.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
    }
    #expect(edition.files["style.css"]?.isEmpty == false)
  }
}
