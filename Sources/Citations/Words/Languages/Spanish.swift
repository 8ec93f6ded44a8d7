import Provisions

extension CitationLanguage {
  /// Spanish: "artículo 3, apartado 2, letra a), de la Ley 39/2015, de 1 de octubre" (Directrices de técnica normativa, 2005,
  /// III k).
  static let spanish = CitationLanguage(
    "es",
    Words(
      units: [
        (.unit, "artículo disposición", "artículos art arts disposiciones"),
        (.paragraph, "apartado fracción", "apartados fracciones"), (.subparagraph, "párrafo", "párrafos"),
        (.letter, "letra inciso", "letras incisos"), (.point, "punto ordinal", "puntos"),
        (.indent, "número", "números"),
        (.sentence, "frase", "frases"), (.part, "parte", ""), (.chapter, "capítulo", "capítulos"),
        (.division, "sección", "secciones"), (.title, "título", "títulos"), (.book, "libro", ""),
        (.annex, "anexo", "anexos"),
      ],
      ordinals: [
        "primero primera primer única único", "segundo segunda", "tercero tercera tercer", "cuarto cuarta",
        "quinto quinta",
        "sexto sexta",
        "séptimo séptima", "octavo octava", "noveno novena", "décimo décima",
      ],
      last: "último última",
      following: "siguientes ss",
      plainly: [(.subparagraph, "inciso incisos")],
      names: "tue tfue rgpd",
      months: "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
      dated: "de del", ofOneLetter: "a e o u y",
      amending: "derogado derogada derogados suprime suprimen añade añaden modifica modifican sustituye",
      closing: "civil penal",
      qualified: "disposición disposiciones",
      qualifiers: "adicional adicionales transitoria transitorias final finales derogatoria derogatorias",
      enacts: "dispongo apruebo aprueba dicta dictado",
      called: "adelante sucesivo",
      before: [
        (
          .basis,
          [
            "en virtud del", "en virtud de lo dispuesto en el", "de conformidad con el", "al amparo del",
            "al amparo de lo dispuesto en el",
          ]
        ), (.defines, ["en el sentido del", "definido en el", "definida en el"]),
      ],
      behind: [(.repeals, ["queda derogado", "queda derogada", "quedan derogados", "quedan derogadas"])],
      conjunctions: "y e o u", bridges: "en relación con", through: "a al", of: "de del", articles: "la el los las",
      this: "presente esta este", that: "citada citado dicha dicho misma mismo",
      thatBehind: "citada citado mencionada mencionado",
      acts: "real-decreto ley leyes decreto código reglamento constitución directiva decisión orden estatuto tratado",
      numero: "nº n núm número",
      former: "anterior antiguo",
      measures: "día días semanas mes meses año años horas por euros personas",
      titleWords: "orgánica de del legislativo real general civil penal ejecución delegado delegada marco decreto ley"),
    Style(
      hasAbbreviations: false, namesAlone: ["constitución"],
      amendingTitles: ["modifica", "reforma"],
      pointGoesDown: true))
}
