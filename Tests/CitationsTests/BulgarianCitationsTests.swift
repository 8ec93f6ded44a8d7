import Testing

@Suite("Bulgarian citations")
struct BulgarianCitationsTests {
  @Test("Bulgarian words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("bg") == row.expected)
  }

  @Test("Bulgarian words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("bg").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow(
    "Законът за водите, Регламент (ЕС) 2016/679 и Наредба № 5 от 2012 г.", "Регламент (ЕС) 2016/679 =  of 2016/679",
    "Наредба № 5 от 2012 г. =  of Наредба № 5 от 2012 г."),
  CitationRow("по чл. 20, ал. 1, т. 3", "чл. 20, ал. 1, т. 3 = unit 20/paragraph 1/point 3"),
  CitationRow(
    "чл. 5, ал. 1, т. 2, буква „б“ от Закона за водите",
    "чл. 5, ал. 1, т. 2, буква „б“ от Закона = unit 5/paragraph 1/point 2/letter б of title Закона за водите"),
  CitationRow("чл. 13 – 17 и 19", "чл. 13 – 17 = unit 13..17", "19 = unit 19"),
  CitationRow("чл. 3, 4 и 7, ал. 2", "чл. 3 = unit 3", "4 = unit 4", "7, ал. 2 = unit 7/paragraph 2"),
  CitationRow("чл. 17, ал. 3 и 18, ал. 3", "чл. 17, ал. 3 = unit 17/paragraph 3", "18, ал. 3 = unit 18/paragraph 3"),
  CitationRow("ал. 1 и 2 се прилагат", "ал. 1 = paragraph 1", "2 = paragraph 2"),
  CitationRow("алинеи 1 до 3", "алинеи 1 до 3 = paragraph 1..3"),
  CitationRow("в случаите по ал. 2, изречение второ", "ал. 2, изречение второ = paragraph 2/sentence 2"),
  CitationRow("член 5, алинея втора", "член 5, алинея втора = unit 5/paragraph 2"),
  CitationRow(
    "§ 5 от преходните и заключителните разпоредби на закона",
    "§ 5 от преходните и заключителните разпоредби на закона = unit 5 of a закона"),
  CitationRow("§ 1, т. 3 от допълнителните разпоредби", "§ 1, т. 3 = unit 1/point 3"),
  CitationRow("чл. 5а, ал. 1", "чл. 5а, ал. 1 = unit 5а/paragraph 1"),
  CitationRow("чл. 22 от този закон", "чл. 22 от този закон = unit 22 of this"),
  CitationRow("чл. 22 от закона", "чл. 22 от закона = unit 22 of a закона"),
  CitationRow("чл. 10 от ЗЕУ и чл. 11 ЗЗД", "чл. 10 от ЗЕУ = unit 10 of ЗЕУ", "чл. 11 ЗЗД = unit 11 of ЗЗД"),
  CitationRow("чл. 5 от Конституцията", "чл. 5 от Конституцията = unit 5 of Конституцията"),
  CitationRow(
    "на основание чл. 7, ал. 2 от Закона за пътищата",
    "чл. 7, ал. 2 от Закона = unit 7/paragraph 2 of title Закона за пътищата as basis"),
  CitationRow(
    "член 6, параграф 1, първа алинея, буква е) от Регламент (ЕС) 2016/679",
    "член 6, параграф 1, първа алинея, буква е) от Регламент (ЕС) 2016/679 = unit 6/paragraph 1/subparagraph "
      + "1/letter е of 2016/679"),
  CitationRow("чл. 3 от Регламент (ЕС) № 910/2014", "чл. 3 от Регламент (ЕС) № 910/2014 = unit 3 of 910/2014"),
  CitationRow("чл. 4 от Директива 95/46/ЕО", "чл. 4 от Директива 95/46/ЕО = unit 4 of 95/46"),
  CitationRow(
    "чл. 2 от Наредба № 5 от 2012 г.",
    "чл. 2 от Наредба № 5 от 2012 г. = unit 2 of Наредба № 5 от 2012 г."),
  CitationRow("чл. 8 от Наказателния кодекс", "чл. 8 от Наказателния кодекс = unit 8 of Наказателния кодекс"),
  CitationRow("глава втора, раздел III", "глава втора, раздел III = chapter 2/division iii"),
  CitationRow("приложение № 1", "приложение № 1 = annex 1"),
  CitationRow(
    "чл. 12, ал. 1 и ал. 2 от същия член",
    "чл. 12, ал. 1 = unit 12/paragraph 1",
    "ал. 2 от същия член = unit 12/paragraph 2"),
  CitationRow("по чл. 12 и по ал. 2 от същия член", "чл. 12 = unit 12", "ал. 2 от същия член = unit 12/paragraph 2"),
  CitationRow("т. 1 – 4 и т. 6, буква „а“", "т. 1 – 4 = point 1..4", "т. 6, буква „а“ = point 6/letter а"),
  CitationRow("досегашната ал. 2 става ал. 3", "ал. 3 = paragraph 3"),
  CitationRow("чл. 36 – 38 се отменят", "чл. 36 – 38 = unit 36..38 of ?"),
  CitationRow(
    "съгласно чл. 150, ал. 2 от Конституцията – и само по нея",
    "чл. 150, ал. 2 от Конституцията = unit 150/paragraph 2 of Конституцията"),
  CitationRow(
    "член 5, параграф 2, буква б) от регламента",
    "член 5, параграф 2, буква б) от регламента = unit 5/paragraph 2/letter б of a регламента"),
  CitationRow(
    "чл. 8, ал. 1, т. 1 – 3 и 5",
    "чл. 8, ал. 1, т. 1 – 3 = unit 8/paragraph 1/point 1..3",
    "5 = unit 8/paragraph 1/point 5"),
  CitationRow("по реда на чл. 4 и чл. 5, ал. 2", "чл. 4 = unit 4", "чл. 5, ал. 2 = unit 5/paragraph 2"),
  CitationRow("чл. 12 във връзка с чл. 15 от ЗОП", "чл. 12 = unit 12 of ЗОП", "чл. 15 от ЗОП = unit 15 of ЗОП"),
  CitationRow(
    "по смисъла на § 1, т. 5 от допълнителните разпоредби на Закона за храните",
    "§ 1, т. 5 от допълнителните разпоредби на Закона = unit 1/point 5 of title Закона за храните"),
  CitationRow("предложение второ на чл. 5, ал. 1", "чл. 5, ал. 1 = unit 5/paragraph 1"),
]

private let none: [String] = [
  "на 5 март 2010 г. и т.н.",
  "в т.ч. 20 лева",
  "т.е. 5 на сто",
  "т. нар. фонд",
  "Чл. 60а. Министърът издава заповед до 5 дни.",
  "точка за достъп",
  "част от имуществото",
  "буквата на закона",
  "в срок от 5 години",
  "20 лева и 5 на сто",
  "първа част на проекта",
  "§ 1. Отменя се.",
  "глава на семейството",
  "раздел на наследството",
]
