import Provisions

extension CitationLanguage {
  /// Spanish: "artículo 3, apartado 2, letra a), de la Ley 39/2015, de 1 de octubre" (Directrices de técnica normativa, 2005,
  /// III k).
  static let spanish = CitationLanguage(
    "es",
    Words(
      units: [
        (.unit, "artículo", "artículos art arts"),
        (.paragraph, "apartado párrafo", "apartados párrafos inciso incisos"),
        (.letter, "letra", "letras"), (.point, "punto número", "puntos números"), (.chapter, "capítulo", "capítulos"),
        (.division, "sección", "secciones"), (.title, "título", "títulos"), (.book, "libro", ""),
        (.annex, "anexo", "anexos"),
      ],
      ordinals: [
        "primero primera primer", "segundo segunda", "tercero tercera tercer", "cuarto cuarta", "quinto quinta",
        "sexto sexta",
        "séptimo séptima", "octavo octava", "noveno novena", "décimo décima",
      ],
      conjunctions: "y e o u", bridges: "en relación con", through: "a al", of: "de del", articles: "la el los las",
      this: "presente esta este", that: "citada citado dicha dicho misma mismo",
      acts: "ley leyes decreto código reglamento constitución directiva decisión orden estatuto tratado",
      numero: "nº n núm número",
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
      former: "anterior antiguo",
      measures: "día días semanas mes meses año años horas por euros personas",
      titleWords: "orgánica de del legislativo real general civil penal"),
    Style(
      hasAbbreviations: false, namesAlone: ["constitución"],
      amendingTitles: ["modifica", "reforma"]))
}
