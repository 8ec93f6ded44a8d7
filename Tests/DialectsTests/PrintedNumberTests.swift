import Provisions
import TestSupport
import Testing

@Suite("Numbers out of print")
struct PrintedNumberTests {
  @Test(
    "the number is what remains without the unit and the punctuation",
    arguments: [
      ("1", "1"), ("Article 12.", "12"), ("(a)", "a"), ("a)", "a"), ("12.", "12"), ("3.1", "3.1"), ("Чл. 5.", "5"),
      ("§ 3a", "3a"), ("§ 3 a", "3 a"), ("§\u{00A0}12", "12"), ("Art. 7a.", "7a"), ("“(b)", "b"), ("CHAPTER IV", "IV"),
      ("Chapter\n  2", "2"), ("Article 1er", "1er"), ("г)", "г"), ("(iii)", "iii"), ("Section 5.2.1", "5.2.1"),
      ("TITRE III", "III"), ("Глава девета", "девета"), ("Глава девета а", "девета а"), ("Erster Teil", "Erster"),
      ("Article 5 bis", "5 bis"), ("Art. 12 quater", "12 quater"), ("Член 5 а", "5 а"),
    ])
  func number(printed: String, number: String) throws {
    let found = try unit(printed)
    #expect(found.number == number)
    #expect(!found.isStretch)
  }

  @Test(
    "a run of units is known as one and bears its first number",
    arguments: [
      ("12 to 15", "12"), ("Articles 12 and 13", "12"), ("3 bis 5", "3"), ("12 à 15", "12"), ("Чл. 5 и 6", "5"),
      ("(d) and (e)", "d"), ("§§ 4 bis 7", "4"),
    ])
  func runs(printed: String, number: String) throws {
    let found = try unit(printed)
    #expect(found.number == number)
    #expect(found.isStretch)
  }

  @Test("two numbers with a dash between them are a run", arguments: ["4-7", "4–7", "Articles 4—7"])
  func dashes(printed: String) throws {
    #expect(try unit(printed).isStretch)
  }

  @Test(
    "the word of a division, subdivision, schedule, annex or appendix is no part of its number",
    arguments: [
      ("DIVISION A", "A"), ("SUBDIVISION b", "b"), ("SCHEDULE II", "II"), ("Annex I", "I"), ("ANNEXE A", "A"),
      ("APPENDIX C", "C"), ("Anlage IV", "IV"), ("SOUS-SECTION B", "B"),
    ])
  func letteredGroups(printed: String, number: String) throws {
    #expect(try unit(printed).number == number)
  }

  @Test(
    "a heading that stands in the number is no number",
    arguments: [
      "", "—", "Transitional and final provisions", "Преходни и заключителни разпоредби",
      "Information on the 3 banks of it",
      "SCHEDULE", "Annex.", "Приложение",
    ])
  func noNumber(printed: String) throws {
    #expect(try unit(printed).number.isEmpty)
  }

  @Test("a unit that repeats the number of what holds it bears the inner number")
  func repeated() throws {
    let law = try document(
      justiceCanadaAct(
        "<Section><Label>3.05</Label><Subsection><Label>3.05(2)</Label></Subsection></Section>"))
    #expect(law.paths == ["sec_3.05", "sec_3.05__subsec_2"])
  }
}

private func unit(_ printed: String) throws -> (number: String, isStretch: Bool) {
  let law = try document(akomaNtoso("<article><num>\(printed)</num></article>"))
  return (law.number(of: 1), law.provisions[1].traits.contains(.stretch))
}
