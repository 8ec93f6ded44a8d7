package import Amending
package import Provisions

/// How the text of an act differs between two dates.
package struct DateDifferences: Sendable {
  package struct Entry: Sendable {
    package let difference: Difference
    /// The provisions that made the change, as "work ~ identifier, in force since date".
    package let causes: [String]
  }

  package let identity: Identity
  package let from: LegalDate
  package let to: LegalDate
  package let entries: [Entry]
  /// The day between the two dates on which the act as a whole ceased to be in force.
  package let end: LegalDate?

  /// - Parameters:
  ///   - older: a date, and the text on it.
  ///   - newer: a later date, and the text on it with the changes that made it.
  package init(from older: (date: LegalDate, text: LegalDocument), to newer: (date: LegalDate, text: LegalDocument)) {
    identity = newer.text.identity
    from = older.date
    to = newer.date
    end = newer.text.validity.end.flatMap { older.date < $0 && $0 <= newer.date ? $0 : nil }
    entries = compare(older.text, newer.text).map {
      Entry(difference: $0, causes: Self.causes(of: $0, in: newer.text, older.text, after: older.date))
    }
  }

  /// The changes behind a difference: those of the provision, its parts or what holds it.
  private static func causes(
    of difference: Difference, in newer: LegalDocument, _ older: LegalDocument, after date: LegalDate
  ) -> [String] {
    guard let consolidated = newer.consolidated else { return [] }
    var out: [String] = []
    func add(_ change: Consolidated.Change, at path: String) {
      // A change of time or of meaning is no cause of other words.
      guard change.date > date, ![.timed, .construed].contains(change.kind),
        path == difference.path || path.hasPrefix(difference.path + "__") || difference.path.hasPrefix(path + "__")
      else { return }
      let words = "\(change.work) ~ \(change.source), in force since \(change.date)"
      if !out.contains(words) { out.append(words) }
    }
    for departure in consolidated.departures {
      // Where the older text does not have the unit, another change before had put it there.
      guard let anchor = older.anchor(named: departure.identifier) else { continue }
      add(departure.change, at: older.path(of: Int(anchor.provision)))
    }
    for (provision, list) in consolidated.changes.sorted(by: { $0.key < $1.key }) {
      for change in list { add(change, at: newer.path(of: provision)) }
    }
    return out
  }

  /// "2 provisions differ".
  var count: String {
    let words =
      entries.isEmpty
      ? "no difference" : "\(entries.count) \(entries.count == 1 ? "provision differs" : "provisions differ")"
    return words + (end.map { "; the act is no longer in force since \($0)" } ?? "")
  }
}

/// A way in which differences are printed. UTF-8 comes out.
package protocol DifferenceFormat: Sendable {
  static var name: String { get }
  static func print(_ differences: DateDifferences) -> [UInt8]
}

package let differenceFormats: [any DifferenceFormat.Type] = [
  HumanDifferences.self, MarkdownDifferences.self, HTMLDifferences.self, JSONDifferences.self,
]

extension Difference {
  /// Its words with marks around what stands in one text only.
  func marked(old: (String, String), new: (String, String), _ written: (String) -> String) -> String {
    words.map { word in
      switch word.side {
      case .both: written(word.text)
      case .older: old.0 + written(word.text) + old.1
      case .newer: new.0 + written(word.text) + new.1
      }
    }.joined(separator: " ")
  }
}
