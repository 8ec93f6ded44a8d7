import Provisions
import TestSupport
import Testing

@Suite("Stable paths")
struct StablePathTests {
  @Test(
    "a step is the abbreviation of the naming convention and the number",
    arguments: [
      ("book", "book_7"), ("part", "part_7"), ("title", "title_7"), ("chapter", "chp_7"), ("division", "dvs_7"),
      ("article", "art_7"), ("section", "sec_7"), ("rule", "rule_7"), ("subsection", "subsec_7"),
      ("paragraph", "para_7"), ("subparagraph", "subpara_7"), ("clause", "cl_7"), ("subclause", "subcl_7"),
      ("point", "point_7"), ("item", "item_7"), ("indent", "indent_7"), ("alinea", "al_7"), ("level", "lvl_7"),
    ])
  func abbreviations(element: String, path: String) throws {
    #expect(try document(akomaNtoso("<\(element)><num>7</num></\(element)>")).paths == [path])
  }

  @Test(
    "a number is written in normal form",
    arguments: [
      ("Article 12", "12"), ("(A)", "a"), ("12.1", "12.1"), ("5 bis", "5-bis"), ("5-bis", "5-bis"), ("§ 3A", "3a"),
      ("Чл. 5а", "5а"), ("CHAPTER IV", "iv"), ("7 .", "7"), ("4–7", "4-7"), ("12/2", "12-2"),
    ])
  func normalForm(printed: String, number: String) throws {
    #expect(try document(akomaNtoso("<article><num>\(printed)</num></article>")).paths == ["art_\(number)"])
  }

  @Test("the path of an inner unit goes down from its article, without the groups above")
  func groupsLeftOut() throws {
    let law = try document(
      akomaNtoso(
        """
        <part><num>1</num><chapter><num>2</num><article><num>3</num><paragraph><num>4</num><point><num>a</num></point>\
        </paragraph></article></chapter></part>
        """))
    #expect(law.paths == ["part_1", "chp_2", "art_3", "art_3__para_4", "art_3__para_4__point_a"])
    #expect(law.id(of: 4).description == "/akn/zz/act/2020-01-01/1 ~ art_3__para_4")
    #expect(law.id(of: 0).description == "/akn/zz/act/2020-01-01/1")
  }

  @Test("a chapter inserted above changes neither paths nor keys of the articles")
  func insertedChapter() throws {
    func chapter(_ number: Int, _ articles: ClosedRange<Int>) -> String {
      let inner = articles.map { article("\($0)", "<paragraph><num>1</num></paragraph><paragraph/>") }
      return "<chapter><num>Chapter \(number)</num>\(inner.joined())</chapter>"
    }
    let before = try document(akomaNtoso(chapter(1, 1...3) + chapter(2, 4...6)))
    let after = try document(akomaNtoso("<chapter><num>1</num></chapter>" + chapter(2, 1...3) + chapter(3, 4...6)))
    func articles(_ law: LegalDocument) -> [String: UInt64] {
      var out: [String: UInt64] = [:]
      for i in law.provisions.indices where law.path(of: i).hasPrefix("art_") {
        out[law.path(of: i)] = law.provisions[i].key
      }
      return out
    }
    #expect(articles(before).count == 18)
    #expect(articles(before) == articles(after))
  }

  @Test("articles that are numbered anew in each chapter keep the chapter in their path")
  func restartingArticles() throws {
    let body = (1...3).map { chapter in
      "<chapter><num>\(chapter)</num>\((1...3).map { article("\($0)") }.joined())</chapter>"
    }
    let law = try document(akomaNtoso(body.joined()))
    #expect(
      law.paths == [
        "chp_1", "chp_1__art_1", "chp_1__art_2", "chp_1__art_3", "chp_2", "chp_2__art_1", "chp_2__art_2",
        "chp_2__art_3", "chp_3", "chp_3__art_1", "chp_3__art_2", "chp_3__art_3",
      ])
  }

  @Test("one doubled number is a slip: it is counted and changes no other path")
  func doubledNumber() throws {
    let first = (1...10).map { article("\($0)") }.joined()
    let second = (11...20).map { article("\($0)") }.joined()
    let law = try document(
      akomaNtoso("<chapter><num>1</num>\(first)</chapter><chapter><num>2</num>\(article("10"))\(second)</chapter>"))
    let expected = ["chp_1"] + (1...10).map { "art_\($0)" } + ["chp_2", "art_10-2"] + (11...20).map { "art_\($0)" }
    #expect(law.paths == expected)
  }

  @Test("one doubled number of a chapter is enough for chapters to keep the part")
  func restartingChapters() throws {
    let law = try document(
      akomaNtoso(
        """
        <part><num>1</num><chapter><num>1</num></chapter><chapter><num>2</num></chapter></part>\
        <part><num>2</num><chapter><num>1</num>\(article("1"))</chapter></part>
        """))
    let expected = ["part_1", "part_1__chp_1", "part_1__chp_2", "part_2", "part_2__chp_1", "art_1"]
    #expect(law.paths == expected)
  }

  @Test("the same path a second and third time gets an occurrence, and so does what lies below")
  func occurrences() throws {
    let paragraph = "<paragraph><num>1</num><point><num>a</num></point></paragraph>"
    let law = try document(akomaNtoso("<article><num>1</num>\(paragraph + paragraph + paragraph)</article>"))
    #expect(
      law.paths == [
        "art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1-2", "art_1__para_1-2__point_a",
        "art_1__para_1-3", "art_1__para_1-3__point_a",
      ])
    #expect(Set(law.provisions.map(\.key)).count == law.provisions.count)
  }

  @Test("units without a number are counted among their siblings of the same kind without one")
  func unnumbered() throws {
    let law = try document(
      akomaNtoso(
        """
        <article><num>1</num><paragraph/><point/><paragraph><num>7</num></paragraph><paragraph><num>—</num></paragraph>\
        </article><article><num>2</num><paragraph/></article>
        """))
    #expect(
      law.paths == [
        "art_1", "art_1__para_n1", "art_1__point_n1", "art_1__para_7", "art_1__para_n2", "art_2", "art_2__para_n1",
      ])
  }

  @Test("an attached document opens a numbering of its own")
  func attachments() throws {
    let annex = "<attachment><doc name='annex'><meta/><mainBody>\(article("1"))</mainBody></doc></attachment>"
    let law = try document(
      akomaNtoso((1...3).map { article("\($0)") }.joined(), back: "<attachments>\(annex)\(annex)</attachments>"))
    #expect(law.paths == ["art_1", "art_2", "art_3", "cmp_n1", "cmp_n1__art_1", "cmp_n2", "cmp_n2__art_1"])
  }

  @Test("quoted text of another act stays below what quotes it and doubles no number")
  func quotedText() throws {
    let quoted = "<content><p><quotedStructure>\(article("1") + article("2"))</quotedStructure></p></content>"
    let law = try document(akomaNtoso("<chapter><num>1</num>\(article("1", quoted) + article("2"))</chapter>"))
    #expect(law.paths == ["chp_1", "art_1", "art_1__art_1", "art_1__art_2", "art_2"])
  }

  @Test("two works with the same paths have different keys")
  func keysOfWorks() throws {
    let one = try document(akomaNtoso(article("1"), work: "/akn/zz/act/1"))
    let two = try document(akomaNtoso(article("1"), work: "/akn/zz/act/2"))
    #expect(one.paths == two.paths)
    #expect(one.provisions[1].key != two.provisions[1].key)
  }

  @Test("no two provisions have one path, even where a number looks like an occurrence")
  func uniquePaths() throws {
    let paragraphs = ["1", "1", "1-2", "n2", "—", "—"].map { "<paragraph><num>\($0)</num></paragraph>" }
    let law = try document(akomaNtoso("<article><num>1</num>\(paragraphs.joined())</article>"))
    #expect(Set(law.paths).count == law.paths.count)
  }
}
