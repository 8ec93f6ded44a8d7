import TestSupport
import Testing

@testable import Codex

@Suite("The Markdown edition")
struct MarkdownTests {
  @Test("an act: title, facts, state, and the text between the marks of the law")
  func act() async throws {
    let edition = try await Edition(of: [waterAct])
    #expect(
      try edition.text("\(firstAct).md") == """
        # Water Act

        - Date: 2020-01-01
        - Version: 2020-01-01
        - Address: /akn/zz/act/2020-01-01/1
        - State: State on this date not known (as of 2026-01-01)

        The text is reproduced as its source gives it (version of 2020-01-01); amendments are not consolidated here.

        <div data-law="">


        ## <a id="chp_i"></a>Chapter I General

        ### <a id="art_1"></a>Article 1 Scope

        - <a id="art_1__para_1"></a>**(1)** This act applies to water.

        - <a id="art_1__para_2"></a>**(2)** It does not apply to:

          - <a id="art_1__para_2__point_a"></a>**(a)** seas; and

          - <a id="art_1__para_2__point_b"></a>**(b)** rain.

          But see [Article 2](#art_2).

        ### <a id="art_2"></a>Article 2

        Text.

        ### <a id="art_3"></a>Article 3

        Text.

        </div>

        """)
  }

  @Test("the index lists each act with its state")
  func index() async throws {
    let text = try await Edition(of: [waterAct, waterOrder], title: "Laws of *Zalesia*").text("index.md")
    #expect(
      text == """
        # Laws of \\*Zalesia\\*

        State of each act as of 2026-01-01.

        - [Water Act](acts/akn-zz-act-2020-01-01-1.en.md) – State on this date not known
        - [Water Order](acts/akn-zz-act-ministerial-order-2021-01-01-7.en.md) – State on this date not known

        """)
  }

  @Test("links lead to the Markdown of other acts and to the web; what leads nowhere is words")
  func links() async throws {
    let text = try await Edition(of: [waterAct, waterOrder]).markdownBody(1)
    #expect(
      text == """
        On the basis of [the Water Act](akn-zz-act-2020-01-01-1.en.md):

        ## <a id="art_1"></a>Article 1

        Under [Article 2](akn-zz-act-2020-01-01-1.en.md#art_2) and the Air Act and [the page](https://example.org/x?a=b&c) \
        and Article 9 and it and [this](#art_1).
        """)
  }

  @Test("a simple table is written with pipes, any other as HTML")
  func tablesOfBothSorts() async throws {
    let head = "<tr><th>Use</th><th>Fee | euro</th></tr>"
    let text = try await Edition(of: [
      tables(head + "<tr><td>Mill</td><td>10</td></tr>", head + "<tr><td colspan=\"2\">free</td></tr>")
    ]).markdownBody()
    #expect(
      text == """
        ## <a id="art_1"></a>Article 1

        | Use | Fee \\| euro |
        | --- | --- |
        | Mill | 10 |

        <div class="table" role="region" tabindex="0" aria-label="Table"><table><tr><th>Use</th><th>Fee | euro</th></tr>\
        <tr><td colspan="2">free</td></tr></table></div>
        """)
  }

  @Test("notes follow behind the text, each with its mark")
  func notes() async throws {
    let act = akomaNtoso(article("1", content("Water<authorialNote><p>See there.</p></authorialNote> flows.")))
    #expect(
      try await Edition(of: [act]).markdownBody() == """
        ## <a id="art_1"></a>Article 1

        Water<sup data-added="">[1](#note_1)</sup> flows.

        ## <span data-added="">Notes</span>

        - <a id="note_1"></a><span data-added="">1: </span>See there.
        """)
  }

  @Test(
    "words that Markdown would read as something else are escaped",
    arguments: [
      ("a *b* _c_", "a \\*b\\* \\_c\\_"), ("[x](y) &lt;b> &amp;amp;", "\\[x\\](y) \\<b> \\&amp;"),
      ("`code` ~strike~ \\", "\\`code\\` \\~strike\\~ \\\\"), ("# no heading", "\\# no heading"),
      ("- no list", "\\- no list"), ("+ no list", "\\+ no list"), ("> no quotation", "\\> no quotation"),
      ("1. no list", "1\\. no list"), ("12) no list", "12\\) no list"), ("=== no heading", "\\=== no heading"),
      ("see http://x.org", "see http\\://x.org"), ("see www.x.org", "see www\\.x.org"), ("a | b", "a | b"),
      ("2010. That year", "2010\\. That year"), ("a - b + c # d", "a - b + c # d"),
    ])
  func escapes(words: String, written: String) async throws {
    let text = try await Edition(of: [akomaNtoso(article("1", content(words)))]).markdownBody()
    #expect(text == "## <a id=\"art_1\"></a>Article 1\n\n\(written)")
  }

  @Test("white space is folded, so that no line is code and no line breaks off")
  func whiteSpace() async throws {
    let text = try await Edition(of: [akomaNtoso(article("1", content("    a\n\n   b  \n\t\tc")))]).markdownBody()
    #expect(text == "## <a id=\"art_1\"></a>Article 1\n\na b c")
  }
}
