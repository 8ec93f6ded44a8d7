import Provisions

extension CitationLanguage {
  /// Italian: "articolo 3, comma 2, lettera a), del decreto legislativo 7 marzo 2005, n. 82" (Circular of 20 April 2001 on
  /// drafting, points 8 and 9).
  static let italian = CitationLanguage(
    "it",
    Words(
      units: [
        (.unit, "articolo", "articoli art artt"), (.paragraph, "comma capoverso paragrafo", "commi paragrafi ~co ~c"),
        (.point, "punto", "punti"),
        (.indent, "numero", "numeri ~n ~nn"),
        (.letter, "lettera", "lettere lett"), (.sentence, "periodo", "periodi"), (.chapter, "capo", "capi"),
        (.division, "sezione", "sezioni"), (.part, "parte", ""), (.title, "titolo", "titoli"), (.book, "libro", ""),
        (.annex, "allegato", "allegati"),
      ],
      ordinals: [
        "primo prima", "secondo seconda", "terzo terza", "quarto quarta", "quinto quinta", "sesto sesta",
        "settimo settima",
        "ottavo ottava", "nono nona", "decimo decima",
      ],
      last: "ultimo ultima",
      following: "seguenti ss segg",
      names: "tue tfue gdpr",
      months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      dated: "del", ofOneLetter: "a e i o",
      amending:
        "abrogato abrogata abrogati abrogate sostituito sostituita "
        + "sostituiti inserito inserita soppresso soppressa soppressi soppresse sostituite inserite inseriti aggiunte aggiunto aggiunta modificato modificata",
      closing: "civile penale",
      from: "da dal",
      pointedActs: "d.lgs. d.leg.vo d.p.r. d.p.c.m. d.l. d.m. r.d. c.c. c.p. c.p.c. c.p.p. l.",
      enacts: "emana adotta approva decreta emanato adottato",
      called: "seguito denominato denominata",
      before: [
        (.basis, ["ai sensi dell", "ai sensi degli", "visto l", "visti gli", "a norma dell"]),
        (.defines, ["di cui alla definizione dell", "come definito dall", "come definita dall"]),
      ],
      behind: [(.repeals, ["è abrogato", "sono abrogati", "è abrogata", "è soppresso"])],
      conjunctions: "e ed o", bridges: "in combinato disposto con", through: "a al all alla",
      of: "del della dello dell dei delle degli di al alla all",
      articles: "il la lo l i le gli cui",
      this: "presente questo questa", that: "medesimo medesima stessa citato citata predetto predetta suddetto stesso",
      relatives: "cui",
      thatBehind: "citata citato predetta predetto suddetta suddetto",
      acts:
        "decreto-legge regio accordo accordi protocollo convenzione concordato legge leggi decreto codice regolamento costituzione direttiva decisione ordinanza testo trattato statuto",
      numero: "n numero",
      former: "precedente",
      measures: "giorno giorni settimane mese mesi anno anni ore per euro persone",
      titleWords:
        "in dell dello dei degli legislativo legge del della costituzionale regionale ministeriale civile penale unico di delle esecuzione delegato decreto"
    ),
    Style(
      hasAbbreviations: false, namesAlone: ["costituzione"],
      amendingTitles: ["modific"]))
}
