import Provisions
import Wording

/// The day that a sentence names: "1 July 2011", "July 1, 2011", "1 июля 2011 года".
enum SentenceDate {
  private static let months: [String: Int] = {
    let lists = [
      [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
      ],
      [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
      ],
      [
        "студзеня", "лютага", "сакавіка", "красавіка", "мая", "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка",
        "лістапада", "снежня",
      ],
    ]
    return Dictionary(lists.flatMap { $0.enumerated().map { ($1, $0 + 1) } }) { first, _ in first }
  }()

  /// The first day; `nil` where none is named in full.
  static func find(in tokens: ArraySlice<Token>) -> LegalDate? {
    let words = tokens.map(\.lower)
    for k in words.indices {
      guard let month = months[words[k]] else { continue }
      func number(_ k: Int) -> Int? { words.indices.contains(k) ? Int(words[k]) : nil }
      if let day = number(k - 1), let year = number(k + 1), year > 1000 {
        return LegalDate(year: year, month: month, day: day)
      }
      if let day = number(k + 1), let year = number(k + 2), year > 1000 {
        return LegalDate(year: year, month: month, day: day)
      }
    }
    return nil
  }
}
