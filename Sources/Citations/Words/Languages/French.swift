import Provisions

extension CitationLanguage {
  /// French: "le paragraphe 2 de l'article 5", "l'alinéa 12(1)a) de la Loi" (Canada), "article 3, paragraphe 1, point a)".
  static let french = CitationLanguage(
    "fr",
    Words(
      units: [
        (.unit, "article", "articles art arts"), (.paragraph, "paragraphe", "paragraphes par."),
        (.point, "alinéa point", "alinéas points al."), (.letter, "sous-alinéa lettre", "sous-alinéas lettres"),
        (.indent, "division tiret sous-division", "divisions tirets"), (.sentence, "phrase", "phrases"),
        (.chapter, "chapitre", "chapitres"),
        (.division, "section", "sections"), (.part, "partie", "parties"), (.title, "titre", "titres"),
        (.book, "livre", "livres"), (.annex, "annexe", "annexes"),
      ],
      ordinals: [
        "premier première", "deuxième second seconde", "troisième", "quatrième", "cinquième", "sixième", "septième",
        "huitième", "neuvième", "dixième",
      ],
      last: "dernier dernière",
      following: "suivants suivantes s",
      plainly: [(.subparagraph, "alinéa alinéas al")],
      names: "tue tfue rgpd",
      months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      dated: "du le", ofOneLetter: "a à y", numberEndings: "er re ère e ème",
      amending:
        "abrogé abrogée abrogés abrogées modifié modifiée remplacé remplacée inséré insérée supprimé supprimée",
      closing: "civil pénal",
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
      conjunctions: "et ou", bridges: "en liaison avec", through: "à", of: "de du des d dudit", articles: "la le les l",
      this: "présente présent",
      that:
        "cette ce cet ladite ledit dite dit dudit même",
      thatBehind: "susvisée susvisé susmentionnée susmentionné précitée précité",
      acts:
        "décision-cadre accord protocole loi lois règlement code décret ordonnance arrêté constitution directive décision traité convention charte",
      numero: "no n numéro",
      former: "ancien ancienne",
      measures: "jour jours semaine semaines mois an ans année années heures pour euros dollars personnes",
      titleWords:
        "sur relative relatif du de des le n no organique civil pénal exécution délégué déléguée"),
    Style(
      hasAbbreviations: false, namesAlone: ["constitution"], hasFullNumbers: true,
      amendingTitles: ["modifiant", "modificati"],
      hasBareNumbers: true, numberPrefixes: Array("LRDA".utf8)))
}
