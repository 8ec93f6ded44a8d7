import Provisions

/// What people call an act beyond its title as printed.
struct CommonNames {
  /// Titles in words.
  var titles: Set<String>
  /// Short forms of one word: "OZG".
  var abbreviations: Set<String> = []

  /// Marks that begin a title in a sentence.
  static let opening: Set<Character> = ["«", "„", "“", "\""]

  /// - Parameter identity: its title, short title and aliases; aliases that are addresses are no names.
  init(_ identity: Identity) {
    let printed = Set([identity.title, identity.shortTitle] + identity.aliases.filter { !$0.contains("/") })
    titles = printed
    let hasCompounds = CitationLanguage.of(identity.language).map { !$0.style.actSuffixes.isEmpty } ?? false
    for title in printed {
      titles.formUnion(Self.withoutIssuer(title))
      if hasCompounds, let (name, short) = Self.nameAndAbbreviation(title) {
        titles.insert(name)
        abbreviations.insert(short)
      }
    }
  }

  /// "Закон Республики Беларусь «Об обращениях граждан»" is cited as "Закон об обращениях граждан": each of the two words
  /// that may be the one for the act, with the words between the quotation marks that end the title.
  private static func withoutIssuer(_ title: String) -> [String] {
    guard let open = title.firstIndex(where: opening.contains), let last = title.last, "»”“\"".contains(last)
    else { return [] }
    let quoted = title[title.index(after: open)...].dropLast()
    guard quoted.split(separator: " ").count >= 2 else { return [] }
    return title[..<open].split(separator: " ").prefix(2).map { "\($0) \(quoted)" }
  }

  /// "Onlinezugangsgesetz – OZG", alone or between the brackets that end a title, as the German manual of legal formality
  /// (Handbuch der Rechtsförmlichkeit) has short titles and their abbreviations.
  private static func nameAndAbbreviation(_ title: String) -> (name: String, short: String)? {
    var words = title[...]
    if words.last == ")", let open = words.lastIndex(of: "(") { words = words[words.index(after: open)...].dropLast() }
    for dash in [" – ", " - ", " — "] {
      guard let range = words.firstRange(of: dash) else { continue }
      let short = words[range.upperBound...]
      guard (2...8).contains(short.count), short.allSatisfy(\.isLetter), short.filter(\.isUppercase).count >= 2 else {
        return nil
      }
      return (String(words[..<range.lowerBound]), String(short))
    }
    return nil
  }
}
