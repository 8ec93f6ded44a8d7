import Testing

@Suite("Italian citations")
struct ItalianCitationsTests {
  @Test("Italian words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("it") == row.expected)
  }

  @Test("Italian words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("it").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow(
    "l'articolo 3, comma 2, lettera a), del decreto legislativo 7 marzo 2005, n. 82",
    "articolo 3, comma 2, lettera a), del decreto legislativo 7 marzo 2005, n. 82 = unit 3/paragraph 2/letter a "
      + "of decreto legislativo 7 marzo 2005, n. 82"),
  CitationRow(
    "art. 1, commi 3 e 4, lett. a) e b)",
    "art. 1, commi 3 = unit 1/paragraph 3",
    "4, lett. a) = unit 1/paragraph 4/letter a",
    "b) = unit 1/paragraph 4/letter b"),
  CitationRow(
    "l'articolo 5 della legge 7 agosto 1990, n. 241, e successive modificazioni",
    "articolo 5 della legge 7 agosto 1990, n. 241 = unit 5 of legge 7 agosto 1990, n. 241"),
  CitationRow("il comma 1-bis dell'articolo 14", "comma 1-bis dell'articolo 14 = unit 14/paragraph 1-bis"),
  CitationRow("l'art. 14-bis", "art. 14-bis = unit 14-bis"),
  CitationRow(
    "gli articoli 2, comma 1, e 3, comma 2",
    "articoli 2, comma 1 = unit 2/paragraph 1",
    "3, comma 2 = unit 3/paragraph 2"),
  CitationRow(
    "agli articoli da 5 a 9 della presente legge",
    "articoli da 5 a 9 della presente legge = unit 5..9 of this"),
  CitationRow(
    "gli artt. 3, 4 e 7 del codice civile",
    "artt. 3 = unit 3 of codice civile",
    "4 = unit 4 of codice civile",
    "7 del codice civile = unit 7 of codice civile"),
  CitationRow("l'art. 2043 c.c.", "art. 2043 c.c. = unit 2043 of c.c."),
  CitationRow("l'art. 4 del d.lgs. n. 165/2001", "art. 4 del d.lgs. n. 165/2001 = unit 4 of d.lgs. n. 165/2001"),
  CitationRow(
    "art. 2, comma 1, d.P.R. 28 dicembre 2000, n. 445",
    "art. 2, comma 1, d.P.R. 28 dicembre 2000, n. 445 = unit 2/paragraph 1 of d.P.R. 28 dicembre 2000, n. 445"),
  CitationRow("le disposizioni di cui al comma 2", "comma 2 = paragraph 2"),
  CitationRow("la lettera a) del comma 3", "lettera a) del comma 3 = paragraph 3/letter a"),
  CitationRow("comma 1, lettera b), numero 2)", "comma 1, lettera b), numero 2) = paragraph 1/letter b/indent 2"),
  CitationRow("il primo periodo del comma 4", "primo periodo del comma 4 = paragraph 4/sentence 1"),
  CitationRow(
    "l'articolo 6, paragrafo 1, lettera f), del regolamento (UE) 2016/679",
    "articolo 6, paragrafo 1, lettera f), del regolamento (UE) 2016/679 = unit 6/paragraph 1/letter f of "
      + "2016/679"),
  CitationRow("l'articolo 3 della direttiva 95/46/CE", "articolo 3 della direttiva 95/46/CE = unit 3 of 95/46"),
  CitationRow(
    "l'articolo 117, secondo comma, lettera r), della Costituzione",
    "articolo 117, secondo comma, lettera r), della Costituzione = unit 117/paragraph 2/letter r of Costituzione"),
  CitationRow(
    "l'articolo 1 del decreto del Presidente della Repubblica 28 dicembre 2000, n. 445",
    "articolo 1 del decreto del Presidente della Repubblica 28 dicembre 2000, n. 445 = unit 1 of decreto del "
      + "Presidente della Repubblica 28 dicembre 2000, n. 445"),
  CitationRow(
    "ai sensi dell'articolo 17 della legge n. 400 del 1988",
    "articolo 17 della legge n. 400 del 1988 = unit 17 of legge n. 400 del 1988 as basis"),
  CitationRow("il comma 2 del medesimo articolo 5", "comma 2 = paragraph 2", "articolo 5 = unit 5"),
  CitationRow(
    "l'articolo 5 e il comma 2 del medesimo articolo",
    "articolo 5 = unit 5",
    "comma 2 del medesimo articolo = unit 5/paragraph 2"),
  CitationRow("il titolo II, capo III", "titolo II, capo III = title ii/chapter iii"),
  CitationRow("allegato 1, punto 3", "allegato 1, punto 3 = annex 1/point 3"),
  CitationRow(
    "l'articolo 4 del decreto-legge 24 aprile 2014, n. 66",
    "articolo 4 del decreto-legge 24 aprile 2014, n. 66 = unit 4 of decreto-legge 24 aprile 2014, n. 66"),
  CitationRow("l'articolo 101 TFUE", "articolo 101 TFUE = unit 101 of TFUE"),
  CitationRow("il comma 2 e prima dell'articolo 3", "comma 2 = paragraph 2", "articolo 3 = unit 3"),
  CitationRow(
    "gli articoli 117, quinto comma, e 120, secondo comma, della Costituzione",
    "articoli 117, quinto comma = unit 117/paragraph 5 of Costituzione",
    "120, secondo comma, della Costituzione = unit 120/paragraph 2 of Costituzione"),
  CitationRow(
    "l'articolo 17 e seguenti del decreto legislativo 9 luglio 1997, n. 241",
    "articolo 17 e seguenti del decreto legislativo 9 luglio 1997, n. 241 = unit 17 of decreto legislativo 9 "
      + "luglio 1997, n. 241"),
  CitationRow(
    "l'articolo 2 del regio decreto 14 aprile 1910, n. 639",
    "articolo 2 del regio decreto 14 aprile 1910, n. 639 = unit 2 of regio decreto 14 aprile 1910, n. 639"),
  CitationRow("il comma 492, lettera a-bis)", "comma 492, lettera a-bis) = paragraph 492/letter a-bis"),
  CitationRow(
    "il comma 2, lettere a), e) e h), ultimo periodo",
    "comma 2, lettere a) = paragraph 2/letter a",
    "e) = paragraph 2/letter e",
    "h), ultimo periodo = paragraph 2/letter h/sentence last"),
  CitationRow(
    "gli articoli 2714 e 2715 del codice civile",
    "articoli 2714 = unit 2714 of codice civile",
    "2715 del codice civile = unit 2715 of codice civile"),
  CitationRow("l'articolo 1, commi da 2 a 5", "articolo 1, commi da 2 a 5 = unit 1/paragraph 2..5"),
  CitationRow("dall'articolo 3 all'articolo 7", "articolo 3 all'articolo 7 = unit 3..7"),
  CitationRow(
    "l'art. 5, c. 2, lett. b), n. 3",
    "art. 5, c. 2, lett. b), n. 3 = unit 5/paragraph 2/letter b/indent 3"),
  CitationRow(
    "gli articoli 3 e 4 del presente decreto",
    "articoli 3 = unit 3 of this",
    "4 del presente decreto = unit 4 of this"),
  CitationRow(
    "al comma 1, le parole «articolo 5» sono soppresse",
    "comma 1 = paragraph 1 of ?",
    "articolo 5 = unit 5 of that"),
  CitationRow(
    "l'articolo 13 dell'Accordo di cui all'articolo 1",
    "articolo 13 dell'Accordo = unit 13 of a accordo",
    "articolo 1 = unit 1"),
  CitationRow("l'articolo 24 è sostituito dal seguente: «Art. 24. -- 1. L'ufficio", "articolo 24 = unit 24 of ?"),
]

private let none: [String] = [
  "la legge 7 agosto 1990, n. 241",
  "entro 30 giorni dal 1° gennaio 2020",
  "il numero dei soci",
  "la lettera a mio padre",
  "un articolo di 5 pagine",
  "20 euro e il comma precedente",
  "la prima parte della giornata",
  "il punto di vista",
  "nel periodo 2020",
  "il decreto legislativo n. 165 del 2001",
  "il titolo di studio",
  "per il 50 per cento",
  "la sezione staccata",
  "Art. 5.",
  "Articolo 16 Titoli",
]
