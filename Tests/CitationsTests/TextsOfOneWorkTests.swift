import Citations
import Provisions
import TestSupport
import Testing

@Suite("Several texts of one work")
struct TextsOfOneWorkTests {
  @Test("the citing document itself comes first")
  func itself() throws {
    let old = text("eng", "2020-01-01", citing: "~art_1")
    let new = text("eng", "2024-01-01", citing: "/akn/zz/act/1~art_1")
    #expect(try targets([old, new]) == [0, 1])
    #expect(try targets([new, old]) == [0, 1])
  }

  @Test("then a text in the language of the citing document, though another one is newer")
  func language() throws {
    let laws = [
      text("fra", "2025-01-01"), text("eng", "2020-01-01"),
      text("eng", "2024-01-01", work: "/akn/zz/act/2", citing: "/akn/zz/act/1"),
    ]
    #expect(try targets(laws) == [1])
    #expect(try targets([laws[0], laws[1], text("fra", "", work: "/akn/zz/act/2", citing: "/akn/zz/act/1")]) == [0])
  }

  @Test("then the newest text, wherever it stands in the order of the files")
  func newest() throws {
    let citing = text("eng", "", work: "/akn/zz/act/2", citing: "/akn/zz/act/1")
    let versions = ["2020-01-01", "2024-01-01", "2022-01-01"].map { text("eng", $0) }
    #expect(try targets(versions + [citing]) == [1])
    #expect(try targets(versions.reversed() + [citing]) == [1])
    let other = text("bul", "", work: "/akn/zz/act/2", citing: "/akn/zz/act/1")
    #expect(try targets(versions + [other]) == [1])
  }

  @Test("the order of the files decides between equals")
  func equals() throws {
    let citing = text("eng", "", work: "/akn/zz/act/2", citing: "/akn/zz/act/1")
    #expect(try targets([text("eng", "2020-01-01"), text("eng", "2020-01-01"), citing]) == [0])
  }

  @Test("a reference to one version leads to that version")
  func version() throws {
    let citing = text("eng", "", work: "/akn/zz/act/2", citing: "/akn/zz/act/1/eng@2020-01-01~art_1")
    #expect(try targets([text("eng", "2020-01-01"), text("eng", "2024-01-01"), citing]) == [0])
  }

  @Test("an act of Canada is found in the language of the citing text")
  func canada() throws {
    let acts = ["en", "fr"].map { justiceCanadaAct(section("1"), number: "P-21", language: $0) }
    let link = "<Text><XRefExternal reference-type='act' link='P-21'>x</XRefExternal></Text>"
    for (language, target) in [("en", 0), ("fr", 1)] {
      let citing = justiceCanadaAct(section("1", link), number: "A-1", language: language)
      #expect(try targets(acts + [citing]) == [target])
    }
  }
}

private func text(_ language: String, _ version: String, work: String = "/akn/zz/act/1", citing: String? = nil)
  -> String
{
  let inner = citing.map { "<content><p><ref href=\"\($0)\">x</ref></p></content>" } ?? ""
  return akomaNtoso(article("1", inner), work: work, version: version, language: language)
}

/// The documents to which all references lead.
private func targets(_ laws: [String]) throws -> [Int] {
  link(try laws.map { try document($0) }).edges.compactMap { $0.resolution.place?.document }
}
