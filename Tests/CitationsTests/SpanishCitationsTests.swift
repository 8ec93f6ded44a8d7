import Testing

@Suite("Spanish citations")
struct SpanishCitationsTests {
  @Test("Spanish words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("es") == row.expected)
  }

  @Test("Spanish words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("es").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow(
    "la Ley 39/2015, de 1 de octubre, y el Real Decreto 203/2021", "Ley 39/2015, de 1 de octubre =  of 39/2015",
    "Decreto 203/2021 =  of 203/2021"),
  CitationRow(
    "el artículo 3, apartado 2, letra a), de la Ley 39/2015, de 1 de octubre",
    "artículo 3, apartado 2, letra a), de la Ley 39/2015, de 1 de octubre = unit 3/paragraph 2/letter a of "
      + "39/2015"),
  CitationRow(
    "el artículo 5.2 de la Ley 40/2015, de 1 de octubre, de Régimen Jurídico del Sector Público",
    "artículo 5.2 de la Ley 40/2015, de 1 de octubre = unit 5/paragraph 2 of 40/2015"),
  CitationRow(
    "el artículo 6.1.f) del Reglamento (UE) 2016/679",
    "artículo 6.1.f) del Reglamento (UE) 2016/679 = unit 6/paragraph 1/letter f of 2016/679"),
  CitationRow("la disposición adicional primera", "disposición adicional primera = unit adicional-1"),
  CitationRow(
    "la disposición transitoria segunda de la presente Ley",
    "disposición transitoria segunda de la presente Ley = unit transitoria-2 of this"),
  CitationRow("los artículos 3, 4 y 7 a 9", "artículos 3 = unit 3", "4 = unit 4", "7 a 9 = unit 7..9"),
  CitationRow("el apartado 2 del artículo 5", "apartado 2 del artículo 5 = unit 5/paragraph 2"),
  CitationRow(
    "las letras a) y b) del apartado 1",
    "letras a) = paragraph 1/letter a",
    "b) del apartado 1 = paragraph 1/letter b"),
  CitationRow("el párrafo segundo del artículo 8", "párrafo segundo del artículo 8 = unit 8/subparagraph 2"),
  CitationRow("el artículo 1.º", "artículo 1.º = unit 1"),
  CitationRow("el artículo 15 bis", "artículo 15 bis = unit 15-bis"),
  CitationRow(
    "los arts. 2 y 3 del Código Civil",
    "arts. 2 = unit 2 of Código Civil",
    "3 del Código Civil = unit 3 of Código Civil"),
  CitationRow(
    "el artículo 149.1.18.ª de la Constitución",
    "artículo 149.1.18.ª de la Constitución = unit 149/paragraph 1/point 18 of Constitución"),
  CitationRow(
    "el artículo 2 del Real Decreto 203/2021, de 30 de marzo",
    "artículo 2 del Real Decreto 203/2021, de 30 de marzo = unit 2 of 203/2021"),
  CitationRow(
    "el artículo 9 de la Ley Orgánica 3/2018, de 5 de diciembre",
    "artículo 9 de la Ley Orgánica 3/2018, de 5 de diciembre = unit 9 of 3/2018"),
  CitationRow("el artículo 4 de la Directiva 95/46/CE", "artículo 4 de la Directiva 95/46/CE = unit 4 of 95/46"),
  CitationRow("el artículo 4 de dicha Ley", "artículo 4 de dicha Ley = unit 4 of that"),
  CitationRow("el artículo 4 de esta Ley", "artículo 4 de esta Ley = unit 4 of this"),
  CitationRow("al amparo del artículo 7 de la Ley", "artículo 7 de la Ley = unit 7 of a ley as basis"),
  CitationRow("el capítulo II del título III", "capítulo II del título III = title iii/chapter ii"),
  CitationRow("el anexo I, punto 2", "anexo I, punto 2 = annex i/point 2"),
  CitationRow("el artículo 267 TFUE", "artículo 267 TFUE = unit 267 of TFUE"),
  CitationRow(
    "el artículo 6, apartado 1, párrafo primero, letra f)",
    "artículo 6, apartado 1, párrafo primero, letra f) = unit 6/paragraph 1/subparagraph 1/letter f"),
  CitationRow(
    "el artículo 3 y el apartado 1 de este artículo",
    "artículo 3 = unit 3",
    "apartado 1 de este artículo = paragraph 1 of this"),
  CitationRow("la sección 2.ª del capítulo I", "sección 2.ª del capítulo I = chapter i/division 2"),
  CitationRow("el artículo 56 de la ley N° 20.123", "artículo 56 de la ley N° 20.123 = unit 56 of ley N° 20.123"),
  CitationRow("el artículo 90 TER de la citada Ley", "artículo 90 TER de la citada Ley = unit 90-ter of that"),
  CitationRow("los artículos 5.1 y 6.2", "artículos 5.1 = unit 5/paragraph 1", "6.2 = unit 6/paragraph 2"),
  CitationRow(
    "el artículo 3.1.a) y b)",
    "artículo 3.1.a) = unit 3/paragraph 1/letter a",
    "b) = unit 3/paragraph 1/letter b"),
  CitationRow("en el artículo 12 del Estatuto", "artículo 12 del Estatuto = unit 12 of a estatuto"),
  CitationRow("el inciso segundo del artículo 5", "inciso segundo del artículo 5 = unit 5/subparagraph 2"),
  CitationRow("el último párrafo del artículo 7", "último párrafo del artículo 7 = unit 7/subparagraph last"),
  CitationRow(
    "la disposición final tercera de la Ley 7/2017, de 2 de noviembre",
    "disposición final tercera de la Ley 7/2017, de 2 de noviembre = unit final-3 of 7/2017"),
]

private let none: [String] = [
  "en 5 días",
  "el punto a tratar",
  "la letra o el espíritu",
  "un artículo de prensa",
  "20 euros",
  "la primera parte",
  "el título de transporte",
  "la disposición de los bienes",
  "el párrafo anterior",
  "a 1 de enero de 2020",
  "el apartado de correos",
  "el capítulo de gastos",
  "la ley número 21.610",
]
