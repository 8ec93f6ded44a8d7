import Provisions

extension CitationLanguage {
  /// English: "section 12(3)(a) of the Act" (common law), "paragraph 12(1)(a)" (Canada), "Article 5(2), point (a)" (European
  /// Union; Joint Practical Guide, 16.8).
  static let english = CitationLanguage(
    "en",
    Words(
      units: [
        (.unit, "section article rule s", "sections articles rules arts ss"),
        (
          .paragraph, "subsection paragraph para subrule subregulation",
          "subsections paragraphs paras subrules subregulations"
        ),
        (.point, "point", "points"), (.letter, "subparagraph", "subparagraphs"),
        (.indent, "clause indent", "clauses indents"),
        (.sentence, "sentence", "sentences"), (.chapter, "chapter", "chapters"), (.division, "division", "divisions"),
        (.part, "part", "parts"), (.annex, "schedule annex appendix", "schedules annexes appendices"),
      ],
      ordinals: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
      conjunctions: "and or", through: "to through", of: "of in to under", articles: "the",
      this: "this the-present present",
      that: "that said",
      acts:
        "agreement protocol act acts law code regulations regulation order rules constitution directive decision ordinance statute measure "
        + "treaty charter convention", numero: "no number nos",
      enacts: "made makes issued adopted enacted approve approves makes",
      called: "hereinafter hereafter",
      before: [
        (
          .basis,
          [
            "pursuant to", "in exercise of the powers conferred by", "under the powers conferred by", "by virtue of",
            "on the basis of",
          ]
        ), (.defines, ["within the meaning of", "as defined in", "defined in", "as defined by"]),
      ],
      behind: [
        (.repeals, ["is repealed", "are repealed", "is hereby repealed", "are hereby repealed", "shall be repealed"])
      ],
      former: "former",
      measures:
        "day days week weeks month months year years hour hours minutes percent per times persons members copies dollars euros",
      titleWords: "on of concerning about respecting no"),
    Style(
      endsWithAct: true, hasAbbreviations: false, namesAlone: ["constitution"], hasFullNumbers: true,
      amendingTitles: ["(amendment", "amendment act", "amendment regulations", "amendment order", "amending"]))
}
