import Testing

@Suite("French citations")
struct FrenchCitationsTests {
  @Test("French words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("fr") == row.expected)
  }

  @Test("French words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("fr").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow("le paragraphe 2 de l'article 5", "paragraphe 2 de l'article 5 = unit 5/paragraph 2"),
  CitationRow(
    "l’article 3, paragraphe 1, point a)",
    "article 3, paragraphe 1, point a) = unit 3/paragraph 1/point a"),
  CitationRow(
    "l'article L. 123-4 du code de commerce",
    "article L. 123-4 du code = unit l123-4 of title code de commerce"),
  CitationRow("les articles R. 123-4-1 et R. 123-5", "articles R. 123-4-1 = unit r123-4-1", "R. 123-5 = unit r123-5"),
  CitationRow("les articles L. 211-3 à L. 211-5", "articles L. 211-3 à L. 211-5 = unit l211-3..l211-5"),
  CitationRow("l'article 12 bis", "article 12 bis = unit 12-bis"),
  CitationRow("le 1° de l'article 5", "1° de l'article 5 = unit 5/point 1"),
  CitationRow(
    "les 1° et 2° du II de l'article 3",
    "1° = unit 3/paragraph ii/point 1",
    "2° du II de l'article 3 = unit 3/paragraph ii/point 2"),
  CitationRow("le deuxième alinéa de l'article 8", "deuxième alinéa de l'article 8 = unit 8/subparagraph 2"),
  CitationRow("l'article 8, alinéa 2", "article 8, alinéa 2 = unit 8/subparagraph 2"),
  CitationRow(
    "aux deuxième et troisième alinéas du I de l'article 4",
    "deuxième = unit 4/paragraph i/subparagraph 2",
    "troisième alinéas du I de l'article 4 = unit 4/paragraph i/subparagraph 3"),
  CitationRow("l'alinéa 12(1)a) de la Loi", "alinéa 12(1)a) de la Loi = unit 12/paragraph 1/point a of a loi"),
  CitationRow(
    "l'article 6, paragraphe 1, premier alinéa, point f), du règlement (UE) 2016/679",
    "article 6, paragraphe 1, premier alinéa, point f), du règlement (UE) 2016/679 = unit 6/paragraph "
      + "1/subparagraph 1/point f of 2016/679"),
  CitationRow(
    "l'article 1er de la loi n° 78-17 du 6 janvier 1978 relative à l'informatique",
    "article 1er de la loi n° 78-17 du 6 janvier 1978 = unit 1 of loi n° 78-17 du 6 janvier 1978"),
  CitationRow(
    "l'article 5 de la loi du 29 juillet 1881",
    "article 5 de la loi du 29 juillet 1881 = unit 5 of loi du 29 juillet 1881"),
  CitationRow(
    "les articles 3, 4 et 7 à 9 de la présente loi",
    "articles 3 = unit 3 of this",
    "4 = unit 4 of this",
    "7 à 9 de la présente loi = unit 7..9 of this"),
  CitationRow("à l'article 2 de la loi précitée", "article 2 de la loi précitée = unit 2 of that"),
  CitationRow(
    "l'article 4 du règlement d'exécution (UE) 2015/1998",
    "article 4 du règlement d'exécution (UE) 2015/1998 = unit 4 of 2015/1998"),
  CitationRow("l'article 3 de la directive 95/46/CE", "article 3 de la directive 95/46/CE = unit 3 of 95/46"),
  CitationRow("l'article 34 de la Constitution", "article 34 de la Constitution = unit 34 of Constitution"),
  CitationRow("l'article 267 TFUE", "article 267 TFUE = unit 267 of TFUE"),
  CitationRow("en vertu de l'article 9 du décret", "article 9 du décret = unit 9 of a décret as basis"),
  CitationRow(
    "le chapitre II du titre III du livre premier",
    "chapitre II du titre III du livre premier = book 1/title iii/chapter ii"),
  CitationRow("l'annexe I, point 2", "annexe I, point 2 = annex i/point 2"),
  CitationRow("le paragraphe 3 du même article", "paragraphe 3 du même article = paragraph 3 of ?"),
  CitationRow("la première phrase de l'article 7", "première phrase de l'article 7 = unit 7/sentence 1"),
  CitationRow(
    "les articles 20 et suivants du décret n° 2005-1309 du 20 octobre 2005",
    "articles 20 et suivants du décret n° 2005-1309 du 20 octobre 2005 = unit 20 of décret n° 2005-1309 du 20 "
      + "octobre 2005"),
  CitationRow(
    "le dernier alinéa de l'article 1240 du code civil",
    "dernier alinéa de l'article 1240 du code civil = unit 1240/subparagraph last of code civil"),
  CitationRow(
    "à l'alinéa (2)d) ou aux sous-alinéas 7(3)c.1)(i) ou (ii)",
    "alinéa (2)d) = paragraph 2/point d",
    "sous-alinéas 7(3)c.1)(i) = unit 7/paragraph 3/point c.1/letter i",
    "(ii) = unit 7/paragraph 3/point c.1/letter ii"),
  CitationRow(
    "aux articles 7 ou des alinéas 8(1)a) et b) de cette loi",
    "articles 7 = unit 7 of that",
    "alinéas 8(1)a) = unit 8/paragraph 1/point a of that",
    "b) de cette loi = unit 8/paragraph 1/point b of that"),
  CitationRow("au b du 1° du I de l'article 5", "b du 1° du I de l'article 5 = unit 5/paragraph i/point 1/letter b"),
  CitationRow("à l'article 5, II, 2°", "article 5, II, 2° = unit 5/paragraph ii/point 2"),
  CitationRow("les articles 3 et 4, paragraphe 2", "articles 3 = unit 3", "4, paragraphe 2 = unit 4/paragraph 2"),
  CitationRow("l'article 16 de la convention", "article 16 de la convention = unit 16 of a convention"),
  CitationRow(
    "l'article R.* 421-1 du code de l'urbanisme",
    "article R.* 421-1 du code = unit r421-1 of title code de l'urbanisme"),
  CitationRow("l'article 5, premier alinéa", "article 5, premier alinéa = unit 5/subparagraph 1"),
  CitationRow(
    "l'article 3 de l'arrêté du 12 mai 2011",
    "article 3 de l'arrêté du 12 mai 2011 = unit 3 of arrêté du 12 mai 2011"),
]

private let none: [String] = [
  "sous 15 jours",
  "par 5 juges",
  "le point a été tranché",
  "le 1er janvier 2020",
  "un article de 5 pages",
  "20 euros",
  "la section du greffe",
  "à 3° de latitude",
  "le règlement (UE) 2016/679 et la loi n° 78-17 du 6 janvier 1978",
  "dans la première partie du récit",
  "le titre de séjour",
  "le premier article paru",
  "la lettre a été envoyée",
  "XIV siècle",
  "Article 5",
]
