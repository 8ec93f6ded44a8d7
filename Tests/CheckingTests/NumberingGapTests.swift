import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Rule numbering-gap")
struct NumberingGapTests {
  @Test("the unit behind the gap, the number that is left out, and the number before")
  func gap() async throws {
    let documents = try documents(inWhichFires: NumberingGap.self)
    let found = try await onlyFinding(NumberingGap.self)
    #expect(found.message == "after article 6 comes article 8; 7 is left out")
    #expect(try underlined(found, in: documents) == "Article 8")
    let witness = try #require(found.witness.first)
    #expect(witness.text == "the number before")
    #expect(try text(at: #require(witness.range), in: documents) == "Article 6")
  }

  @Test(
    "gaps in each way of counting",
    arguments: [
      (articles("1", "2", "6"), "after article 2 comes article 6; 3 to 5 are left out"),
      (article("1", point("a") + point("b") + point("d")), "after point b comes point d; (c) is left out"),
      (
        article("1", paragraph("1.") + paragraph("2.") + paragraph("4.")),
        "after paragraph 2 comes paragraph 4; 3 is left out"
      ),
      (
        "<chapter><num>Chapter I</num></chapter><chapter><num>Chapter II</num></chapter><chapter><num>Chapter IV</num></chapter>",
        "after chapter II comes chapter IV; iii is left out"
      ),
      (article("1", point("а") + point("б") + point("г")), "after point б comes point г; (в) is left out"),
      (
        "<part><num>Part 1</num>\(articles("1", "2"))</part><part><num>Part 2</num>\(articles("4", "5"))</part>",
        "after article 2 comes article 4; 3 is left out"
      ),
    ])
  func counting(body: String, message: String) async throws {
    #expect(try await onlyFinding(NumberingGap.self, in: [akomaNtoso(body)]).message == message)
  }

  @Test("letters that only other languages leave out are missing in English")
  func englishLetters() async throws {
    let found = try await onlyFinding(
      NumberingGap.self, in: [akomaNtoso(article("1", points("a b c d e f g h i l m")))])
    #expect(found.message == "after point i comes point l; (j) to (k) are left out")
  }

  @Test(
    "what is not flagged",
    arguments: [
      Quiet("units of quoted text", akomaNtoso(article("1", quoting(articles("5", "7"))))),
      Quiet(
        "numbers that a unit covers as a run",
        akomaNtoso(
          articles("11") + "<article><num>Articles 12 to 15</num>\(content("(repealed)"))</article>" + articles("16"))),
      Quiet(
        "a run that is written with a dash",
        akomaNtoso(articles("2") + "<article><num>Articles 3–6</num></article>" + articles("7"))),
      Quiet(
        "a run that is not reproduced",
        akomaNtoso(
          articles("2") + "<hcontainer name=\"omitted\"><num>Articles 3 to 6</num></hcontainer>" + articles("7"))),
      Quiet("inserted numbers", akomaNtoso(articles("12", "12a", "12b", "12.1", "13"))),
      Quiet("the start of a list at another number than one", akomaNtoso(article("1", point("c") + point("d")))),
      Quiet(
        "letters that an Italian list leaves out",
        akomaNtoso(article("1", points("a b c d e f g h i l m n")), language: "ita")),
      Quiet(
        "letters that a Bulgarian list leaves out",
        akomaNtoso(article("1", points("а б в г д е ж з и к л")), language: "bul")),
      Quiet(
        "parts that begin with a round number and keep those before it in reserve",
        akomaNtoso(
          "<part><num>Part 1</num>\(articles("1", "2"))</part><part><num>Part 2</num>\(articles("100", "101"))</part>")),
      Quiet(
        "a group that is repealed as a whole",
        akomaNtoso(
          "<chapter><num>Chapter 1</num>\(articles("1", "2"))</chapter>"
            + "<chapter status=\"repealed\"><num>Chapter 2</num></chapter>"
            + "<chapter><num>Chapter 3</num>\(articles("5", "6"))</chapter>")),
      Quiet(
        "a unit without a marked number between the two",
        akomaNtoso(articles("1") + "<article>\(content("Text."))</article>" + articles("3"))),
      Quiet(
        "a note before the unit says that the number is repealed",
        akomaNtoso(articles("1") + article("2", content("Text.</p><p>Article 3. [Repealed]")) + articles("4"))),
      Quiet("the same number with other suffixes", akomaNtoso(articles("1", "1a", "2", "2-bis", "3"))),
    ])
  func quietGap(quiet: Quiet) async throws {
    #expect(try await findings(NumberingGap.self, in: quiet.documents).isEmpty)
  }

  @Test("a repealed chapter in place of no number is no excuse for a gap elsewhere")
  func excuseOfAnotherPlace() async throws {
    let act = akomaNtoso(
      "<chapter><num>Chapter 1</num>\(articles("1", "2", "5"))</chapter>"
        + "<chapter status=\"repealed\"><num>Chapter 2</num></chapter>")
    _ = try await onlyFinding(NumberingGap.self, in: [act])
  }
}

private func points(_ letters: String) -> String { letters.split(separator: " ").map { point(String($0)) }.joined() }
