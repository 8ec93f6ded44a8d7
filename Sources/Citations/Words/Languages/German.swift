import Provisions

extension CitationLanguage {
  /// German: "§ 3 Absatz 1 Satz 2 Nummer 4 des Onlinezugangsgesetzes" (Handbuch der Rechtsförmlichkeit, 4th ed., part B 4).
  static let german = CitationLanguage(
    "de",
    Words(
      units: [
        (.unit, "", "artikel artikels artikeln art paragraph paragraphen"),
        (.paragraph, "", "absatz absatzes absätze absätzen abs"),
        (.subparagraph, "unterabsatz unterabsatzes", "unterabsätze unterabsätzen unterabs uabs"),
        (.point, "ziffer ziffern", "nummer nummern ~nr ~nrn ~ziff ~z"),
        (.letter, "", "buchstabe buchstaben buchstabens buchst lit"),
        (.sentence, "", "satz satzes sätze sätzen ~s"),
        (.half, "", "halbsatz halbsatzes halbsätze ~hs ~halbs"),
        (.indent, "", "spiegelstrich gedankenstrich doppelbuchstabe doppelbuchstaben"),
        (.chapter, "kapitel kapitels", "kapiteln"),
        (.division, "abschnitt abschnitts abschnittes unterabschnitt unterabschnitts", "abschnitte abschnitten"),
        (.part, "teil teils teiles", "teile teilen"), (.title, "titel titels", ""), (.book, "buch buches", ""),
        (.annex, "anlage anhang anhangs", "anlagen anhänge"),
      ],
      ordinals: [
        "erste ersten erster erstes", "zweite zweiten zweiter zweites", "dritte dritten dritter drittes",
        "vierte vierten vierter", "fünfte fünften fünfter", "sechste sechsten sechster",
        "siebte siebten siebente siebenten",
        "achte achten achter", "neunte neunten neunter", "zehnte zehnten zehnter",
      ],
      last: "letzter letzten letztes letzte",
      following: "f ff",
      names: "dsgvo",
      months: "januar jänner februar märz april mai juni juli august september oktober november dezember",
      dated: "vom",
      amending: "aufgehoben gestrichen ersetzt eingefügt angefügt geändert weggefallen",
      enacts: "erlassen erlässt verordnet verordnen",
      called: "folgenden nachfolgend",
      before: [
        (
          .basis,
          [
            "auf grund", "aufgrund", "auf grund des", "auf grund der", "aufgrund des", "aufgrund der",
            "auf grundlage des", "auf der grundlage von",
          ]
        ), (.defines, ["im sinne des", "im sinne der", "im sinne von", "im sinne"]),
      ],
      behind: [(.repeals, ["wird aufgehoben", "werden aufgehoben", "tritt außer kraft", "treten außer kraft"])],
      conjunctions: "und oder sowie u", bridges: "in verbindung mit jeweils auch", through: "bis",
      of: "des der dem zum zur", articles: "die das den",
      this: "dieses dieser diesem", that: "jenes jener genannten desselben derselben",
      acts:
        "abkommen übereinkommens protokolls gesetz gesetzes gesetzbuch gesetzbuchs gesetzbuches verordnung satzung grundgesetz grundgesetzes richtlinie "
        + "beschluss beschlusses vertrag vertrags vertrages abkommens ordnung",
      numero: "nr",
      former: "bisherige bisheriger bisherigen bisheriges",
      measures: "eur tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunden euro prozent personen",
      titleWords: "über zur zum für gegen zu"),
    Style(
      actSuffixes: [
        "abkommens", "abkommen", "übereinkommens", "übereinkommen", "protokolls", "satzung", "konvention", "gesetzes",
        "gesetz", "gesetze", "verordnung", "richtlinie", "beschlusses", "beschluss", "gesetzbuchs",
        "gesetzbuches", "ordnung", "grundgesetzes", "vertrags", "vertrages",
      ],
      mixesAbbreviations: true, wholeActSuffixes: ["gesetzes", "gesetz", "gesetzbuch", "gesetzbuchs", "gesetzbuches"],
      namesAlone: ["grundgesetz"],
      amendingTitles: ["änderung", "zur anpassung"],
      letterStandsApart: true))
}
