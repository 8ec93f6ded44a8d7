import Testing

@Suite("German citations")
struct GermanCitationsTests {
  @Test("German words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("de") == row.expected)
  }

  @Test("German words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("de").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow("Verordnung (EG) Nr. 1/2003 und Richtlinie 95/46/EG", "Richtlinie 95/46/EG =  of 95/46"),
  CitationRow("§§ 3, 4 und 7 bis 9", "§§ 3 = unit 3", "4 = unit 4", "7 bis 9 = unit 7..9"),
  CitationRow(
    "§ 3 Absatz 1 Satz 2 Nummer 4 des Onlinezugangsgesetzes",
    "§ 3 Absatz 1 Satz 2 Nummer 4 des Onlinezugangsgesetzes = unit 3/paragraph 1/sentence 2/point 4 of "
      + "Onlinezugangsgesetzes"),
  CitationRow(
    "nach § 3 Abs. 1 S. 2 Nr. 4 BGB",
    "§ 3 Abs. 1 S. 2 Nr. 4 BGB = unit 3/paragraph 1/sentence 2/point 4 of BGB"),
  CitationRow(
    "Artikel 6 Absatz 1 Unterabsatz 1 Buchstabe f der Verordnung (EU) 2016/679",
    "Artikel 6 Absatz 1 Unterabsatz 1 Buchstabe f der Verordnung (EU) 2016/679 = unit 6/paragraph 1/subparagraph "
      + "1/letter f of 2016/679"),
  CitationRow(
    "Artikel 6 Absatz 1 Buchstabe f und Absatz 4",
    "Artikel 6 Absatz 1 Buchstabe f = unit 6/paragraph 1/letter f",
    "Absatz 4 = unit 6/paragraph 4"),
  CitationRow("§ 7 Satz 1 Halbsatz 2", "§ 7 Satz 1 Halbsatz 2 = unit 7/sentence 1/half 2"),
  CitationRow(
    "§ 7 Absatz 2 Satz 1 zweiter Halbsatz",
    "§ 7 Absatz 2 Satz 1 zweiter Halbsatz = unit 7/paragraph 2/sentence 1/half 2"),
  CitationRow(
    "§ 12 Absatz 2 Satz 1 und 3",
    "§ 12 Absatz 2 Satz 1 = unit 12/paragraph 2/sentence 1",
    "3 = unit 12/paragraph 2/sentence 3"),
  CitationRow("Absatz 1 Satz 1 gilt nicht", "Absatz 1 Satz 1 = paragraph 1/sentence 1"),
  CitationRow("die Absätze 2 und 3", "Absätze 2 = paragraph 2", "3 = paragraph 3"),
  CitationRow(
    "§ 5a Absatz 1 Nummer 2 Buchstabe b Doppelbuchstabe aa",
    "§ 5a Absatz 1 Nummer 2 Buchstabe b Doppelbuchstabe aa = unit 5a/paragraph 1/point 2/letter b/indent aa"),
  CitationRow(
    "§ 263 StGB in Verbindung mit § 27 StGB",
    "§ 263 StGB = unit 263 of StGB",
    "§ 27 StGB = unit 27 of StGB"),
  CitationRow("nach § 3 bis § 5", "§ 3 bis § 5 = unit 3..5"),
  CitationRow("Artikel 1 des Grundgesetzes", "Artikel 1 des Grundgesetzes = unit 1 of Grundgesetzes"),
  CitationRow("§ 8 dieses Gesetzes", "§ 8 dieses Gesetzes = unit 8 of this"),
  CitationRow(
    "§ 8 des Gesetzes vom 3. Mai 2013",
    "§ 8 des Gesetzes vom 3. Mai 2013 = unit 8 of Gesetzes vom 3. Mai 2013"),
  CitationRow(
    "Artikel 5 der Verordnung (EU) Nr. 910/2014",
    "Artikel 5 der Verordnung (EU) Nr. 910/2014 = unit 5 of 910/2014"),
  CitationRow(
    "Artikel 2 der Durchführungsverordnung (EU) 2015/1998",
    "Artikel 2 der Durchführungsverordnung (EU) 2015/1998 = unit 2 of 2015/1998"),
  CitationRow("Artikel 3 der Richtlinie 2014/92/EU", "Artikel 3 der Richtlinie 2014/92/EU = unit 3 of 2014/92"),
  CitationRow("§ 25 SGB X", "§ 25 SGB X = unit 25 of SGB X"),
  CitationRow("nach Anlage 2 Nummer 3", "Anlage 2 Nummer 3 = annex 2/point 3"),
  CitationRow("Art. 5 Abs. 3 GG", "Art. 5 Abs. 3 GG = unit 5/paragraph 3 of GG"),
  CitationRow(
    "aufgrund des § 7 Absatz 1 des Waffengesetzes",
    "§ 7 Absatz 1 des Waffengesetzes = unit 7/paragraph 1 of Waffengesetzes as basis"),
  CitationRow(
    "die §§ 1 und 2 der Zivilprozessordnung",
    "§§ 1 = unit 1 of Zivilprozessordnung",
    "2 der Zivilprozessordnung = unit 2 of Zivilprozessordnung"),
  CitationRow("in Kapitel 3 Abschnitt 2", "Kapitel 3 Abschnitt 2 = chapter 3/division 2"),
  CitationRow(
    "§ 4 des Gesetzes gegen den unlauteren Wettbewerb",
    "§ 4 des Gesetzes = unit 4 of title Gesetzes gegen den unlauteren Wettbewerb"),
  CitationRow(
    "Absatz 3 Satz 2 desselben Artikels in jeder Art, Abschnitt und Teil",
    "Absatz 3 Satz 2 desselben Artikels = paragraph 3/sentence 2 of ?"),
  CitationRow("(§ 18 Satz 2) gilt", "§ 18 Satz 2 = unit 18/sentence 2"),
  CitationRow("§ 3 Absatz 3 des MAD-Gesetzes", "§ 3 Absatz 3 des MAD-Gesetzes = unit 3/paragraph 3 of MAD-Gesetzes"),
  CitationRow("nach § 9 Absatz 2 letzter Satz", "§ 9 Absatz 2 letzter Satz = unit 9/paragraph 2/sentence last"),
  CitationRow("die §§ 20 ff. BGB", "§§ 20 ff. BGB = unit 20 of BGB"),
  CitationRow("In § 5 wird Absatz 2 aufgehoben", "§ 5 = unit 5 of ?", "Absatz 2 = paragraph 2 of ?"),
  CitationRow(
    "§ 3 Absatz 1 des Artikel 10-Gesetzes",
    "§ 3 Absatz 1 des Artikel 10-Gesetzes = unit 3/paragraph 1 of Artikel 10-Gesetzes"),
  CitationRow(
    "§ 90 a Abs. 5 des Strafgesetzbuches",
    "§ 90 a Abs. 5 des Strafgesetzbuches = unit 90a/paragraph 5 of Strafgesetzbuches"),
  CitationRow(
    "die in Artikel 73 Nr. 10 Buchstabe b oder c des Grundgesetzes genannten Güter",
    "Artikel 73 Nr. 10 Buchstabe b = unit 73/point 10/letter b of Grundgesetzes",
    "c des Grundgesetzes = unit 73/point 10/letter c of Grundgesetzes"),
  CitationRow(
    "in Artikel 3 des Zusatzabkommens zu dem Abkommen",
    "Artikel 3 des Zusatzabkommens = unit 3 of Zusatzabkommens"),
  CitationRow(
    "gemäß Art. 6 Abs. 1 lit. f DSGVO",
    "Art. 6 Abs. 1 lit. f DSGVO = unit 6/paragraph 1/letter f of DSGVO"),
  CitationRow(
    "Artikel 2 Nummer 3 Buchstabe a bis c",
    "Artikel 2 Nummer 3 Buchstabe a bis c = unit 2/point 3/letter a..c"),
  CitationRow(
    "§ 1 Abs. 1 und 2, § 3 sowie § 5",
    "§ 1 Abs. 1 = unit 1/paragraph 1",
    "2 = unit 1/paragraph 2",
    "§ 3 = unit 3",
    "§ 5 = unit 5"),
  CitationRow(
    "§ 823 Abs. 1 i. V. m. § 249 BGB",
    "§ 823 Abs. 1 = unit 823/paragraph 1",
    "§ 249 BGB = unit 249 of BGB"),
  CitationRow("die Sätze 1 bis 3 des Absatzes 2", "Sätze 1 bis 3 des Absatzes 2 = paragraph 2/sentence 1..3"),
  CitationRow("nach Maßgabe des Absatzes 5", "Absatzes 5 = paragraph 5"),
  CitationRow(
    "§ 4 der Verordnung über die Gebühren",
    "§ 4 der Verordnung = unit 4 of title Verordnung über die Gebühren"),
]

private let none: [String] = [
  "der Absatz von 5 Millionen Stück",
  "eine Art von Nummer",
  "der Absatz 2023 stieg",
  "im zweiten Teil des Jahres",
  "am 3. Mai 2013 (BGBl. I S. 1084)",
  "5 Jahre und 20 Euro",
  "in jeder Art, jedem Abschnitt und Teil",
  "Seite 5, S. 12, Nr. 7",
  "der erste Artikel in der Zeitung",
  "im Titel des Buches",
  "§ 5 Begriffsbestimmungen",
  "§ 12",
  "im Satz davor",
  "das Artikel 10-Gesetz",
]
