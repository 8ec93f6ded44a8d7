import Provisions

/// How one language defines: a table of words in lower case and in every form that occurs.
final class DefinitionLanguage: Sendable {
  let code: String
  let table: WordTable
  private let entries: [Entry]
  /// Whether words change their ends by case and gender, so that more than a plural is told apart from another word.
  let isInflected: Bool
  /// Whether a capital tells a name from a word.
  let capitalsAreNames: Bool

  enum Entry: Sendable, Equatable {
    /// "means": stands behind a term.
    case verb
    /// "includes": a verb that only adds to a term.
    case partialVerb
    /// "meaning", "sens": with it the definition sends the reader elsewhere.
    case elsewhere
    /// "except", "other", "not": what follows is taken out of the meaning.
    case except
    /// "this", "настоящего".
    case this
    /// "the", "term": before a term, and no part of it.
    case article
    /// "or", "and": between two terms of one definition.
    case conjunction
    /// A word for the unit or act in which a definition holds.
    case unit(ScopeUnit)
    /// "sections", "articles": several units, of which the numbers follow.
    case units
    /// "термины": in the words before a list, whose items then are terms and definitions with a dash between.
    case list
  }

  /// What "this …" names.
  enum ScopeUnit: Sendable, Equatable {
    case act, treaty, part, title, chapter, division, group, annex, unit, rule, subsection, paragraph
  }

  struct Words {
    var verbs = ""
    var partialVerbs = ""
    var elsewhere = ""
    var except = ""
    var this = ""
    var articles = ""
    var conjunctions = ""
    var lists = ""
    var plurals = ""
    var units: [(ScopeUnit, String)] = []
  }

  init(_ code: String, isInflected: Bool, capitalsAreNames: Bool, _ words: Words) {
    self.code = code
    self.isInflected = isInflected
    self.capitalsAreNames = capitalsAreNames
    var entries: [Entry] = []
    var pairs: [(String, UInt16)] = []
    func add(_ entry: Entry, _ list: String) {
      entries.append(entry)
      for word in list.split(separator: " ") { pairs.append((String(word), UInt16(entries.count - 1))) }
    }
    add(.verb, words.verbs)
    add(.partialVerb, words.partialVerbs)
    add(.elsewhere, words.elsewhere)
    add(.except, words.except)
    add(.this, words.this)
    add(.article, words.articles)
    add(.conjunction, words.conjunctions)
    add(.list, words.lists)
    add(.units, words.plurals)
    for (unit, list) in words.units { add(.unit(unit), list) }
    self.entries = entries
    table = WordTable(pairs)
  }

  @inline(__always)
  func entry(_ hash: UInt64) -> Entry? { table.find(hash).map { entries[Int($0)] } }

  static func of(_ code: String) -> DefinitionLanguage? {
    all.first { code == $0.code || code.hasPrefix($0.code + "-") }
  }

  static let all: [DefinitionLanguage] = [english, french, german, bulgarian, russian, belarusian, italian, spanish]

  private static let english = DefinitionLanguage(
    "en", isInflected: false, capitalsAreNames: true,
    Words(
      verbs: "means mean has have is are refers", partialVerbs: "includes include does",
      elsewhere: "meaning meanings defined",
      except: "other not except excluding excludes unless",
      this: "this these", articles: "the a an any expression expressions term terms word words", conjunctions: "or and",
      plurals: "sections subsections paragraphs articles parts divisions schedules",
      units: [
        (.act, "act regulations regulation order rules law ordinance code decree by-law directive decision"),
        (.treaty, "convention agreement treaty protocol"), (.part, "part"), (.title, "title"), (.chapter, "chapter"),
        (.division, "division"), (.group, "subdivision"), (.annex, "schedule annex appendix form"),
        (.unit, "section article"), (.rule, "rule"), (.subsection, "subsection"), (.paragraph, "paragraph"),
      ]))

  private static let french = DefinitionLanguage(
    "fr", isInflected: false, capitalsAreNames: true,
    Words(
      verbs: "désigne désignent entend entendent signifie signifient est sont",
      partialVerbs: "comprend comprennent vise assimilé assimilée", elsewhere: "sens définie défini définis définies",
      except: "autre autres pas sauf exception exclusion",
      this: "présent présente présents présentes",
      articles: "le la les l un une terme expression mot",
      conjunctions: "ou et",
      plurals: "articles paragraphes alinéas parties sections annexes",
      units: [
        (.act, "loi règlement règlements décret arrêté règles ordonnance code"),
        (.treaty, "convention accord traité protocole"), (.part, "partie"), (.title, "titre"), (.chapter, "chapitre"),
        (.division, "section"), (.group, "sous-section"), (.annex, "annexe"), (.unit, "article"),
        (.subsection, "paragraphe"), (.paragraph, "alinéa"),
      ]))

  private static let german = DefinitionLanguage(
    "de", isInflected: true, capitalsAreNames: false,
    Words(
      verbs: "ist sind bezeichnet bezeichnen bedeutet", elsewhere: "", except: "nicht ausgenommen außer",
      this: "dieses dieser diesem diese",
      articles: "der die das ein eine eines einer begriff ausdruck", conjunctions: "oder und",
      plurals: "absätze abschnitte teile artikel kapitel",
      units: [
        (.act, "gesetzes gesetz verordnung satzung richtlinie gesetzbuches"), (.part, "teils teil teiles buches"),
        (.title, "titels"), (.chapter, "kapitels"), (.division, "abschnitts"), (.group, "unterabschnitts"),
        (.annex, "anlage"), (.unit, "paragraphen artikels vorschrift"), (.subsection, "absatzes"),
      ]))

  private static let bulgarian = DefinitionLanguage(
    "bg", isInflected: true, capitalsAreNames: false,
    Words(
      verbs: "е са означава означават", partialVerbs: "включва включват", elsewhere: "смисъла",
      except: "освен не различен",
      this: "този тази това тези настоящия настоящата",
      articles: "понятието терминът", conjunctions: "или и",
      plurals: "членове глави раздели параграфи",
      units: [
        (.act, "закон закона наредба наредбата кодекс кодекса правилник правилника инструкция инструкцията тарифа"),
        (.part, "част"), (.chapter, "глава"), (.division, "раздел"), (.annex, "приложение"), (.unit, "член параграф"),
        (.subsection, "алинея"),
      ]))

  private static let russian = DefinitionLanguage(
    "ru", isInflected: true, capitalsAreNames: false,
    Words(
      verbs: "означает означают понимается понимаются это", elsewhere: "значении значениях",
      except: "кроме исключением не",
      this: "настоящем настоящего настоящей настоящих настоящему", articles: "под термин понятие",
      conjunctions: "или и",
      lists: "термины понятия определения терминов понятий",
      plurals: "статьях статей главах разделах пунктах",
      units: [
        (.act, "законе закона кодексе кодекса указе положении положения постановлении инструкции правилах порядке"),
        (.part, "части"), (.chapter, "главе главы"), (.division, "разделе раздела"), (.annex, "приложении приложения"),
        (.unit, "статье статьи"), (.subsection, "пункте пункта"),
      ]))

  private static let belarusian = DefinitionLanguage(
    "be", isInflected: true, capitalsAreNames: false,
    Words(
      verbs: "азначае азначаюць разумеецца гэта", elsewhere: "значэнні", except: "акрамя не",
      this: "гэтым гэтага гэтай",
      articles: "пад тэрмін",
      conjunctions: "або і", lists: "тэрміны паняцці вызначэнні тэрмінаў",
      plurals: "артыкулах главах раздзелах пунктах",
      units: [
        (.act, "законе закона кодэксе указе палажэнні пастанове"), (.chapter, "главе"), (.division, "раздзеле"),
        (.unit, "артыкуле артыкула"), (.subsection, "пункце"),
      ]))

  private static let italian = DefinitionLanguage(
    "it", isInflected: true, capitalsAreNames: true,
    Words(
      verbs: "intende intendono indica indicano significa designa è si", elsewhere: "sensi",
      except: "diverso non esclusi",
      this: "presente presenti", articles: "il lo la i gli le l termine espressione per con", conjunctions: "o e",
      plurals: "articoli titoli capi commi",
      units: [
        (.act, "legge decreto regolamento"), (.treaty, "convenzione accordo"), (.title, "titolo"), (.chapter, "capo"),
        (.unit, "articolo"), (.subsection, "comma"),
      ]))

  private static let spanish = DefinitionLanguage(
    "es", isInflected: false, capitalsAreNames: true,
    Words(
      verbs: "es son significa significan entiende entenderá designa se", elsewhere: "sentido",
      except: "no excepto salvo",
      this: "presente presentes esta este", articles: "el la los las por término expresión", conjunctions: "o y",
      plurals: "artículos títulos capítulos secciones apartados",
      units: [
        (.act, "ley reglamento decreto"), (.treaty, "convenio acuerdo"), (.title, "título"), (.chapter, "capítulo"),
        (.division, "sección"), (.unit, "artículo"), (.subsection, "apartado"),
      ]))
}
