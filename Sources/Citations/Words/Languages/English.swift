import Provisions

extension CitationLanguage {
  /// English: "section 12(3)(a) of the Act" (common law), "paragraph 12(1)(a)" (Canada), "Article 5(2), point (a)" (European
  /// Union; Joint Practical Guide, 16.8).
  static let english = CitationLanguage(
    "en",
    Words(
      units: [
        (.unit, "section article rule regulation s", "sections articles rules regulations art arts ss regs reg. r."),
        (
          .paragraph, "subsection sub-section paragraph para subrule subregulation sub-paragraph sub-rule",
          "subsections sub-sections paragraphs paras subrules subregulations sub-paragraphs"
        ),
        (.point, "point", "points"), (.letter, "subparagraph", "subparagraphs"),
        (.indent, "clause indent", "clauses indents"),
        (.sentence, "sentence", "sentences"), (.chapter, "chapter", "chapters"), (.division, "division", "divisions"),
        (.part, "part", "parts"), (.title, "title", "titles"),
        (.annex, "schedule annex appendix", "schedules annexes appendices"),
      ],
      ordinals: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
      last: "last",
      following: "et seq",
      plainly: [(.subparagraph, "subparagraph subparagraphs sub-paragraph sub-paragraphs"), (.unit, "clause clauses")],
      names: "teu tfeu gdpr echr",
      months: "january february march april may june july august september october november december",
      dated: "of", ofOneLetter: "a i", numberEndings: "st nd rd th",
      amending: "repealed revoked amended inserted substituted omitted deleted replaced",
      from: "from",
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
      conjunctions: "and or", through: "to through", of: "of in to under", articles: "the",
      this: "this the-present present",
      that: "that said the-same",
      acts:
        "agreement protocol act acts law code regulations regulation order rules constitution directive decision ordinance statute measure "
        + "resolution decree "
        + "treaty charter convention", numero: "no number nos",
      former: "former",
      measures:
        "day days week weeks month months year years hour hours minutes percent per times persons members copies dollars euros",
      titleWords: "on of concerning about respecting no"),
    Style(
      endsWithAct: true, hasAbbreviations: false, namesAlone: ["constitution"], hasFullNumbers: true,
      amendingTitles: ["(amendment", "amendment act", "amendment regulations", "amendment order", "amending"]))
}
