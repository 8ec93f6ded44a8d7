package import Diagnostics
import Citations
import Provisions

/// Two units that bear one number.
package enum DuplicateNumber: Rule {
  package static let info = RuleInfo(
    name: "duplicate-number", family: .structure, severity: .error,
    summary: "Two units of one kind bear the same number in the same place.",
    rationale: """
      A citation of the number then fits both. Units are compared where they are numbered together: articles through the \
      document, paragraphs within their article. Not flagged: units of quoted text, units whose times in force do not \
      overlap (two versions of one article), several lists in one article, each of which starts anew.
      """,
    example: "point (c), and after it another point (c)",
    fix: "Renumber the second unit and look at the references to both.",
    precision: """
      15 findings in 4 of 249 documents, all read, all right: the number stands twice in a row in the source. 9 of them are in excerpts and test files of drafting programs, 6 in a table that a converter took for paragraphs. Numbers that fall back (converters flatten lists) are not flagged, so a doubled number further apart is missed.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    return doubled(in: document).filter { !$0.isVersion }.map { pair in
      finding(
        "a second \(document.label(of: pair.second))", at: document.numberRange(of: pair.second),
        in: subject.address(d, pair.second),
        witness: [
          Witness("the first \(document.label(of: pair.first)) stands here", at: document.numberRange(of: pair.first))
        ],
        remedy: "renumber it, then look at the references to both")
    }
  }

  /// Two units of one number in one place that are in force together.
  struct Pair {
    let first: Int
    let second: Int
    /// Each has a time in force of its own: they are versions of one unit, and one time is wrong.
    let isVersion: Bool
  }

  static func doubled(in document: LegalDocument) -> [Pair] {
    // Equal numbers in one place make equal paths: without a second occurrence there is nothing to find.
    guard document.isComplete, document.provisions.contains(where: { $0.occurrence > 0 && Numbering.counts($0) }) else {
      return []
    }
    var out: [Pair] = []
    for sequence in Numbering.sequences(of: document) {
      var seen: [[UInt8]: Int] = [:]
      for i in sequence.units {
        let number = normalisedNumber(document.text[document.provisions[i].number.indices])
        guard let earlier = seen.updateValue(i, forKey: number) else { continue }
        let (first, second) = (document.provisions[earlier].validity, document.provisions[i].validity)
        guard overlap(first, second) else { continue }
        let isVersion = !document.intervalsDateTheText && first.start != nil && second.start != nil && first != second
        out.append(Pair(first: earlier, second: i, isVersion: isVersion))
      }
    }
    return out
  }

  private static func overlap(_ a: ValidityInterval, _ b: ValidityInterval) -> Bool {
    if let end = a.end, let start = b.start, end <= start { return false }
    if let end = b.end, let start = a.start, end <= start { return false }
    return true
  }
}
