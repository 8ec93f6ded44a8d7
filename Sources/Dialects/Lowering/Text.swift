import Diagnostics
import Provisions

extension String {
  /// The same words with every run of white space as one space.
  var foldedWhitespace: String {
    let isPlain = utf8.allSatisfy { $0 < 0x80 }
    // Letters beyond ASCII may be spaces of some sort, which only their properties tell.
    guard isPlain else { return split { $0.isWhitespace }.joined(separator: " ") }
    return String(decoding: Array(utf8.split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes of `word`, which is not empty, stand somewhere in these.
  func contains(_ word: String.UTF8View) -> Bool {
    guard let first = word.first else { return true }
    var rest = self
    while let at = rest.firstIndex(of: first) {
      if rest[at...].starts(with: word) { return true }
      rest = rest[(at + 1)...]
    }
    return false
  }
}

extension SourceFile {
  /// The work of a document that names none: its file name stands in, marked as such.
  var fallbackWork: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? name
    return "file:" + (stem.isEmpty ? name : stem)
  }
}

/// Rank and language as far as words of metadata tell them.
enum Vocabularies {
  /// BCP 47 for the codes that documents use: ISO 639-1, 639-2, 639-3, authority IRIs, country-like slips.
  static func language(_ raw: String) -> String {
    let last = raw.split(separator: "/").last.map(String.init) ?? raw
    let code = last.lowercased().split(separator: "-").first.map(String.init) ?? ""
    if code.utf8.count == 2 { return corrections[code] ?? code }
    return threeLetters[code]
      ?? (code.utf8.count == 3 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? code : "und")
  }

  private static let corrections = ["gr": "el"]
  private static let threeLetters = [
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ita": "it", "spa": "es", "esp": "es", "por": "pt",
    "bul": "bg", "rus": "ru", "bel": "be", "ukr": "uk", "pol": "pl", "fin": "fi", "swe": "sv", "est": "et", "ell": "el",
    "gre": "el", "nld": "nl", "dut": "nl", "swa": "sw", "sot": "st", "zul": "zu", "xho": "xh", "afr": "af", "cym": "cy",
    "gle": "ga", "ron": "ro", "rum": "ro", "ces": "cs", "slk": "sk", "slv": "sl", "hrv": "hr", "srp": "sr", "hun": "hu",
    "lav": "lv", "lit": "lt", "dan": "da", "jpn": "ja", "zho": "zh", "mul": "mul", "lat": "la", "kat": "ka",
    "hye": "hy",
    "kaz": "kk",
  ]

  /// The rank that a kind of document has in nearly every order: without a profile, words only, and no guess beyond.
  static func rank(_ kind: String) -> Rank {
    let words = kind.lowercased().split { !($0.isLetter || $0 == "_") }.map(String.init)
    for word in words {
      if let rank = ranks[word] { return rank }
    }
    return .unknown
  }

  private static let ranks: [String: Rank] = {
    var table: [String: Rank] = [:]
    func set(_ rank: Rank, _ words: String) {
      for word in words.split(separator: " ") { table[String(word)] = rank }
    }
    set(
      .constitution,
      "constitution konstitutsiya konstitutsia konstitucia конституция канстытуцыя grundgesetz costituzione constitución"
    )
    set(
      .byLaw, "regulation regulations order resolution ordinance rule rules instruction instructions directive circular"
    )
    set(
      .byLaw,
      "naredba tarifa zapoved postanovlenie reshenie pravilnik instruktsia uksi ssi wsi nisr verordnung vsfassung arrete arrêté"
    )
    set(.byLaw, "ministerial bylaw")
    set(.law, "zid law act statute code zakon kodeks gesetz legge loi ley lei laki")
    set(.decree, "decree ukaz decreto décret dekret")
    set(.programme, "programme program strategy plan strategia")
    return table
  }()
}
