import Provisions

extension CitationLanguage {
  /// Italian: "articolo 3, comma 2, lettera a), del decreto legislativo 7 marzo 2005, n. 82" (Circular of 20 April 2001 on
  /// drafting, points 8 and 9).
  static let italian = CitationLanguage(
    "it",
    Words(
      units: [
        (.unit, "articolo", "articoli art artt"), (.paragraph, "comma", "commi co"), (.point, "numero", "numeri n nn"),
        (.letter, "lettera", "lettere lett"), (.sentence, "periodo", "periodi"), (.chapter, "capo", "capi"),
        (.division, "sezione", "sezioni"), (.part, "parte", ""), (.title, "titolo", "titoli"), (.book, "libro", ""),
        (.annex, "allegato", "allegati"),
      ],
      ordinals: [
        "primo prima", "secondo seconda", "terzo terza", "quarto quarta", "quinto quinta", "sesto sesta",
        "settimo settima",
        "ottavo ottava", "nono nona", "decimo decima",
      ],
      conjunctions: "e ed o", bridges: "in combinato disposto con", through: "a al",
      of: "del della dello dell dei delle degli di al alla all",
      articles: "il la lo l i le gli",
      this: "presente questo questa", that: "medesimo medesima citato citata predetto predetta suddetto stesso",
      acts:
        "accordo accordi protocollo convenzione concordato legge leggi decreto codice regolamento costituzione direttiva decisione ordinanza testo trattato statuto",
      numero: "n numero",
      enacts: "emana adotta approva decreta emanato adottato",
      called: "seguito denominato denominata",
      before: [
        (.basis, ["ai sensi dell", "ai sensi degli", "visto l", "visti gli", "a norma dell"]),
        (.defines, ["di cui alla definizione dell", "come definito dall", "come definita dall"]),
      ],
      behind: [(.repeals, ["è abrogato", "sono abrogati", "è abrogata", "è soppresso"])],
      former: "precedente",
      measures: "giorno giorni settimane mese mesi anno anni ore per euro persone",
      titleWords: "legislativo legge del della costituzionale regionale civile penale unico"),
    Style(
      hasAbbreviations: false, namesAlone: ["costituzione"],
      amendingTitles: ["modific"]))
}
