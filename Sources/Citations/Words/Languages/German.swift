import Provisions

extension CitationLanguage {
  /// German: "§ 3 Absatz 1 Satz 2 Nummer 4 des Onlinezugangsgesetzes" (Handbuch der Rechtsförmlichkeit, 4th ed., part B 4).
  static let german = CitationLanguage(
    "de",
    Words(
      units: [
        (.unit, "", "artikel artikels artikeln art"),
        (.paragraph, "", "absatz absatzes absätze absätzen abs"),
        (.point, "", "nummer nummern nr nrn"),
        (.letter, "", "buchstabe buchstaben buchst"),
        (.sentence, "", "satz satzes sätze sätzen halbsatz"),
        (.indent, "", "spiegelstrich doppelbuchstabe"),
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
      conjunctions: "und oder sowie", bridges: "in verbindung mit jeweils auch", through: "bis",
      of: "des der dem zum zur", articles: "die das den",
      this: "dieses dieser diesem", that: "jenes jener genannten",
      acts:
        "abkommen übereinkommens protokolls gesetz gesetzes gesetzbuch gesetzbuchs gesetzbuches verordnung satzung grundgesetz grundgesetzes richtlinie "
        + "beschluss beschlusses vertrag vertrags vertrages abkommens ordnung",
      numero: "nr",
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
      former: "bisherige bisheriger bisherigen bisheriges",
      measures: "tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunden euro prozent personen",
      titleWords: "über zur zum für"),
    Style(
      actSuffixes: [
        "gesetzes", "gesetz", "gesetzbuchs", "gesetzbuches", "ordnung", "grundgesetzes", "vertrags", "vertrages",
      ],
      wholeActSuffixes: ["gesetzes", "gesetz", "gesetzbuch", "gesetzbuchs", "gesetzbuches"],
      namesAlone: ["grundgesetz"],
      amendingTitles: ["änderung", "zur anpassung"]))
}
