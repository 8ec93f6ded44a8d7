import Testing

@Suite("English citations")
struct EnglishCitationsTests {
  @Test("English words are read as a lawyer reads them", arguments: rows)
  func reads(row: CitationRow) {
    #expect(row.read("en") == row.expected)
  }

  @Test("English words that cite nothing", arguments: none)
  func readsNothing(words: String) {
    #expect(CitationRow(words).read("en").isEmpty)
  }
}

private let rows: [CitationRow] = [
  CitationRow(
    "Regulation (EU) 2016/679 and Council Decision 2002/584/JHA entered into force",
    "Decision 2002/584/JHA =  of 2002/584"),
  CitationRow("Subject to section 12(3)(a), the Board may act.", "section 12(3)(a) = unit 12/paragraph 3/point a"),
  CitationRow("under subsection (2) or (3)", "subsection (2) = paragraph 2", "(3) = paragraph 3"),
  CitationRow("as ss 5–7 provide", "ss 5–7 = unit 5..7"),
  CitationRow(
    "section 12A(1)(b) of the Companies Act 2006",
    "section 12A(1)(b) of the Companies Act 2006 = unit 12a/paragraph 1/point b of Companies Act 2006"),
  CitationRow("Part 2 of Schedule 3", "Part 2 of Schedule 3 = annex 3/part 2"),
  CitationRow(
    "paragraph 5 of Part 2 of Schedule 3 to the Housing Act 1985",
    "paragraph 5 of Part 2 of Schedule 3 to the Housing Act 1985 = annex 3/part 2/paragraph 5 of Housing Act "
      + "1985"),
  CitationRow(
    "in regulation 5 of the Work at Height Regulations 2005",
    "regulation 5 of the Work at Height Regulations 2005 = unit 5 of Work at Height Regulations 2005"),
  CitationRow("the Bill, in clause 5, provides", "clause 5 = unit 5"),
  CitationRow("Article 6 TEU", "Article 6 TEU = unit 6 of TEU"),
  CitationRow("Articles 101 and 102 TFEU", "Articles 101 = unit 101 of TFEU", "102 TFEU = unit 102 of TFEU"),
  CitationRow(
    "sections 5(1)(a), (b) and (d)",
    "sections 5(1)(a) = unit 5/paragraph 1/point a",
    "(b) = unit 5/paragraph 1/point b",
    "(d) = unit 5/paragraph 1/point d"),
  CitationRow(
    "the first and second subparagraphs of Article 6(1)",
    "first = unit 6/paragraph 1/subparagraph 1",
    "second subparagraphs of Article 6(1) = unit 6/paragraph 1/subparagraph 2"),
  CitationRow(
    "Article 6(1), first subparagraph, point (f), of Regulation (EU) 2016/679",
    "Article 6(1), first subparagraph, point (f), of Regulation (EU) 2016/679 = unit 6/paragraph 1/subparagraph "
      + "1/point f of 2016/679"),
  CitationRow(
    "points (a) to (c) of Article 3(2) of Council Regulation (EC) No 1/2003",
    "points (a) to (c) of Article 3(2) of Council Regulation (EC) No 1/2003 = unit 3/paragraph 2/point a..c of "
      + "1/2003"),
  CitationRow(
    "the second sentence of Article 5(1)",
    "second sentence of Article 5(1) = unit 5/paragraph 1/sentence 2"),
  CitationRow(
    "Article 4(7) of Directive 95/46/EC",
    "Article 4(7) of Directive 95/46/EC = unit 4/paragraph 7 of 95/46"),
  CitationRow(
    "Article 263 of the Treaty on the Functioning of the European Union applies.",
    "Article 263 of the Treaty on the Functioning of the European Union = unit 263 of Treaty on the Functioning "
      + "of the European Union"),
  CitationRow(
    "section 3 of this Act and section 4 of that Act",
    "section 3 of this Act = unit 3 of this",
    "section 4 of that Act = unit 4 of that"),
  CitationRow("section 12 of the Act", "section 12 of the Act = unit 12 of a act"),
  CitationRow(
    "an order under section 7; subsection (2) of that section does not apply",
    "section 7 = unit 7",
    "subsection (2) of that section = unit 7/paragraph 2"),
  CitationRow(
    "sub-paragraph (1)(b) of this paragraph",
    "sub-paragraph (1)(b) of this paragraph = paragraph 1/point b of this"),
  CitationRow(
    "rule 3.4 of the Civil Procedure Rules 1998",
    "rule 3.4 of the Civil Procedure Rules 1998 = unit 3.4 of Civil Procedure Rules 1998"),
  CitationRow("Chapter 2 of Part 4", "Chapter 2 of Part 4 = part 4/chapter 2"),
  CitationRow(
    "article 4 of the Town and Country Planning (Use Classes) Order 1987",
    "article 4 of the Town and Country Planning (Use Classes) Order 1987 = unit 4 of Town and Country Planning "
      + "(Use Classes) Order 1987"),
  CitationRow("pursuant to section 9 of the Ports Act", "section 9 of the Ports Act = unit 9 of Ports Act as basis"),
  CitationRow("Annex II, point 3", "Annex II, point 3 = annex ii/point 3"),
  CitationRow("section 5 or 2 years", "section 5 = unit 5"),
  CitationRow("Schedules 1 and 2", "Schedules 1 = annex 1", "2 = annex 2"),
  CitationRow("sections 3 to 5, 7 and 9", "sections 3 to 5 = unit 3..5", "7 = unit 7", "9 = unit 9"),
  CitationRow("In sections 123 and 124, First Nation law applies.", "sections 123 = unit 123", "124 = unit 124"),
  CitationRow("section 9 is repealed", "section 9 = unit 9 of ?"),
  CitationRow(
    "the functions under paragraphs (a) to (c) and (e)",
    "paragraphs (a) to (c) = point a..c",
    "(e) = point e"),
  CitationRow("Article 2, point (3), and Article 5", "Article 2, point (3) = unit 2/point 3", "Article 5 = unit 5"),
  CitationRow("section 23(2)-(4)", "section 23(2)-(4) = unit 23/paragraph 2..4"),
  CitationRow("s. 12 of the Theft Act 1968", "s. 12 of the Theft Act 1968 = unit 12 of Theft Act 1968"),
  CitationRow(
    "regs 3 and 4 of the 2015 Regulations",
    "regs 3 = unit 3 of 2015 Regulations",
    "4 of the 2015 Regulations = unit 4 of 2015 Regulations"),
  CitationRow("section 5 above and section 6 below", "section 5 = unit 5", "section 6 = unit 6"),
  CitationRow("in Title II, Chapter 3", "Title II, Chapter 3 = title ii/chapter 3"),
  CitationRow("Article 3 of Protocol No 4", "Article 3 of Protocol No 4 = unit 3 of Protocol No 4"),
  CitationRow("sections 10 and 11 and Part 3", "sections 10 = unit 10", "11 = unit 11", "Part 3 = part 3"),
  CitationRow(
    "section 5, subsection (2), paragraph (b)",
    "section 5, subsection (2), paragraph (b) = unit 5/paragraph 2/point b"),
  CitationRow(
    "subsections (1) and (2) of section 7",
    "subsections (1) = unit 7/paragraph 1",
    "(2) of section 7 = unit 7/paragraph 2"),
  CitationRow(
    "paragraph (b) of subsection (3) of section 9 of the Rivers Act",
    "paragraph (b) of subsection (3) of section 9 of the Rivers Act = unit 9/paragraph 3/point b of Rivers Act"),
  CitationRow("section 5 of the Act “Board” means the council", "section 5 of the Act = unit 5 of a act"),
]

private let none: [String] = [
  "nothing in this section applies to them",
  "at that point a person pays",
  "the point of sale",
  "in the part I took",
  "for 5 years from 5 March 2010",
  "10 per cent of the points",
  "Canada's 10 provinces",
  "the paragraph that follows",
  "an article of clothing, a section of the public",
  "my second point is that the first part was late",
  "the first chapter of the story",
  "Schedule of fees",
  "in the year 2020, on 1 January",
  "$5 million or 20 persons",
  "the order 5 of them made",
  "a rule of thumb",
  "Section 5. The Act applies.",
  "the Water Supply Regulations 2015",
]
