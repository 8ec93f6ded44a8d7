import Provisions

extension CitationLanguage {
  /// French: "le paragraphe 2 de l'article 5", "l'alinéa 12(1)a) de la Loi" (Canada), "article 3, paragraphe 1, point a)".
  static let french = CitationLanguage(
    "fr",
    Words(
      units: [
        (.unit, "article", "articles art arts"), (.paragraph, "paragraphe", "paragraphes par"),
        (.point, "alinéa point", "alinéas points al"), (.letter, "sous-alinéa lettre", "lettres"),
        (.indent, "division tiret", "divisions tirets"), (.sentence, "phrase", "phrases"),
        (.chapter, "chapitre", "chapitres"),
        (.division, "section", "sections"), (.part, "partie", "parties"), (.title, "titre", "titres"),
        (.book, "livre", "livres"), (.annex, "annexe", "annexes"),
      ],
      ordinals: [
        "premier première", "deuxième second seconde", "troisième", "quatrième", "cinquième", "sixième", "septième",
        "huitième", "neuvième", "dixième",
      ],
      conjunctions: "et ou", bridges: "en liaison avec", through: "à", of: "de du des d", articles: "la le les l",
      this: "présente présent cette ce cet",
      that: "ladite ledit dite dit",
      acts:
        "accord protocole loi lois règlement code décret ordonnance arrêté constitution directive décision traité convention charte",
      numero: "no n numéro",
      enacts: "arrête décrète édicte pris prise",
      called: "après dénommé dénommée",
      before: [
        (
          .basis,
          [
            "en vertu de", "en vertu de l", "en vertu du", "en vertu des", "conformément à", "conformément à l", "vu",
            "vu l", "vu le", "vu la",
          ]
        ), (.defines, ["au sens de", "au sens de l", "au sens du"]),
      ],
      behind: [(.repeals, ["est abrogé", "est abrogée", "sont abrogés", "sont abrogées"])],
      former: "ancien ancienne",
      measures: "jour jours semaine semaines mois an ans année années heures pour euros dollars personnes",
      titleWords: "sur relative relatif du de n no"),
    Style(
      hasAbbreviations: false, namesAlone: ["constitution"], hasFullNumbers: true,
      amendingTitles: ["modifiant", "modificati"]))
}
