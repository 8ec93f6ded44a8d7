import Testing

@Suite("Belarusian citations")
struct BelarusianCitationsTests {
  @Test("Belarusian words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("be") == row.expected)
  }

  @Test("Belarusian words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("be").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow("пункт 3 артыкула 17", "пункт 3 артыкула 17 = unit 17/point 3"),
  CitationRow("артыкулы 5–7", "артыкулы 5–7 = unit 5..7"),
  CitationRow("частка першая артыкула 5", "частка першая артыкула 5 = unit 5/paragraph 1"),
  CitationRow("абзац другі пункта 1", "абзац другі пункта 1 = point 1/indent 2"),
  CitationRow("падпункт 1.2 пункта 1", "падпункт 1.2 пункта 1 = point 1/letter 1.2"),
  CitationRow("арт. 17 Закона", "арт. 17 Закона = unit 17 of a закона"),
  CitationRow("артыкул 8 гэтага Закона", "артыкул 8 гэтага Закона = unit 8 of this"),
  CitationRow("пункт 2 гэтага артыкула", "пункт 2 гэтага артыкула = point 2 of this"),
  CitationRow(
    "артыкул 3 Закона Рэспублікі Беларусь ад 18 ліпеня 2011 г. № 300-З «Аб плацяжах»",
    "артыкул 3 Закона Рэспублікі Беларусь ад 18 ліпеня 2011 г. № 300-З «Аб плацяжах» = unit 3 of Закона "
      + "Рэспублікі Беларусь ад 18 ліпеня 2011 г. № 300-З «Аб плацяжах»"),
  CitationRow(
    "пункт 3 Указа Прэзідэнта Рэспублікі Беларусь ад 1 сакавіка 2010 г. № 117",
    "пункт 3 Указа Прэзідэнта Рэспублікі Беларусь ад 1 сакавіка 2010 г. № 117 = point 3 of Указа Прэзідэнта "
      + "Рэспублікі Беларусь ад 1 сакавіка 2010 г. № 117"),
  CitationRow("артыкулы 3, 4 і 7", "артыкулы 3 = unit 3", "4 = unit 4", "7 = unit 7"),
  CitationRow("артыкул 59 Канстытуцыі", "артыкул 59 Канстытуцыі = unit 59 of Канстытуцыі"),
  CitationRow("на падставе артыкула 4 Дэкрэта", "артыкула 4 Дэкрэта = unit 4 of a дэкрэта as basis"),
  CitationRow("глава 3 раздзела II", "глава 3 раздзела II = title ii/chapter 3"),
  CitationRow("дадатак 2 да Палажэння", "дадатак 2 да Палажэння = annex 2 of a палажэння"),
  CitationRow("падпункт «б» пункта 3", "падпункт «б» пункта 3 = point 3/letter б"),
  CitationRow(
    "артыкул 23 Грамадзянскага кодэкса",
    "артыкул 23 Грамадзянскага кодэкса = unit 23 of Грамадзянскага кодэкса"),
]

private let none: [String] = [
  "частка маёмасці",
  "пункт абмену",
  "18 ліпеня 2011 г.",
  "5 гадоў і 20 рублёў",
  "Указ Прэзідэнта Рэспублікі Беларусь ад 1 сакавіка 2010 г. № 117",
  "глава дзяржавы",
  "раздзел прадукцыі",
  "Артыкул 5. Асноўныя тэрміны",
]
