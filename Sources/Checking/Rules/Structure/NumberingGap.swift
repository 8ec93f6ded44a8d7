package import Diagnostics
import Citations
import Provisions

/// A number that is left out.
package enum NumberingGap: Rule {
  package static let info = RuleInfo(
    name: "numbering-gap", family: .structure, severity: .warning,
    summary: "A number is left out in a run of units.",
    rationale: """
      Either a unit was lost or a number was mistyped, and every citation behind it is in doubt. Units are followed where \
      they are numbered together. Not flagged: units of quoted text, numbers that a unit covers as a run ("12 to 15 \
      repealed", "Articles 3 to 6 not reproduced"), inserted numbers (12a, 12.1), the start of a list at another number \
      than one, letters that a language's lists leave out, parts that begin with a round number and keep those before it in reserve, groups that are repealed as a whole, units without a marked number between the two, numbers of which a note before the unit says that they are repealed.
      """,
    example: "Article 6, and after it Article 8",
    fix: "Renumber, or say in the text that the missing unit is repealed.",
    precision: """
      58 findings in 20 of 249 documents, all read: in all of them the number does not stand in the file. 51 are in excerpts and test files of publishers, 6 in consolidated Canadian acts and regulations, 1 in a Bulgarian act whose converter changed the order of articles.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard document.isComplete else { return [] }
    var out: [Diagnostic] = []
    let stretches = document.provisions.indices.filter { document.provisions[$0].traits.contains(.stretch) }
    for sequence in Numbering.sequences(of: document, leavingPlain: true) {
      var previous: (index: Int, value: Int)?
      let style = sequence.style
      for i in sequence.units {
        guard let value = style.value(document.text[document.provisions[i].number.indices]) else {
          previous = nil
          continue
        }
        defer { previous = (i, max(value, Numbering.upperNumber(of: i, in: document, style) ?? value)) }
        guard let before = previous, value > before.value + 1 else { continue }
        guard !isReserve(from: before.index, to: i, value, in: document) else { continue }
        var missing = Array((before.value + 1)..<min(value, before.value + 200))
        for s in stretches where s > before.index && s < i {
          if let range = Numbering.stretch(of: s, in: document, style) { missing.removeAll(where: range.contains) }
        }
        missing.removeAll { style.isOptional($0) }
        // A unit between them whose number stands in its text, or words that say what became of the numbers.
        missing.removeFirst(min(missing.count, unnumbered(from: before.index, to: i, in: document)))
        if missing.isEmpty || saysRepealed(before: i, in: document) { continue }
        guard let first = missing.first else { continue }
        let names =
          missing.count == 1
          ? style.print(first) : "\(style.print(first)) to \(style.print(missing[missing.count - 1]))"
        out.append(
          finding(
            "after \(document.label(of: before.index)) comes \(document.label(of: i)); \(names) \(missing.count == 1 ? "is" : "are") left out",
            at: document.numberRange(of: i), in: subject.address(d, i),
            witness: [Witness("the number before", at: document.numberRange(of: before.index))],
            remedy:
              "renumber, or say that \(missing.count == 1 ? "the missing unit is" : "the missing units are") repealed"))
      }
    }
    return out
  }

  /// Rules of court and codes begin each part with a round number and keep the numbers before it in reserve.
  private static func isReserve(from a: Int, to b: Int, _ value: Int, in document: LegalDocument) -> Bool {
    let (first, second) = (document.provisions[a], document.provisions[b])
    guard first.parent != second.parent else { return false }
    // Chapters of different parts are numbered apart as often as not.
    if first.kind.isGroup { return true }
    guard first.kind.isCitableUnit else { return false }
    if value % 10 <= 1 { return true }
    // A group between them that says that it is repealed took its units with it.
    return document.provisions[a..<b].contains { $0.kind.isGroup && $0.traits.contains(.repealed) }
  }

  /// Units of the same kind and place between two others that the markup gives no number.
  private static func unnumbered(from a: Int, to b: Int, in document: LegalDocument) -> Int {
    let unit = document.provisions[b]
    return document.provisions[a..<b].count {
      $0.parent == unit.parent && $0.kind == unit.kind && $0.number.isEmpty && !$0.traits.contains(.quoted)
    }
  }

  /// Whether the last words before a unit tell of a repeal, as editors note it in place of the unit.
  private static func saysRepealed(before i: Int, in document: LegalDocument) -> Bool {
    var start: UInt32 = 0
    let node = Int(document.provisions[i].contentStart)
    for item in document.content[..<node].reversed() where item.kind == .text {
      start = item.start + item.count
      break
    }
    let words = String(decoding: document.text[max(0, Int(start) - 240)..<Int(start)], as: UTF8.self).lowercased()
    return repealCues.contains { words.contains($0) }
  }

  private static let repealCues = [
    "repealed]", "[repealed", "imefutwa", "zimefutwa", "abrogé", "abrogato", "soppresso", "derogado", "aufgehoben)",
    "(weggefallen", "(отм.", "отменен", "утратил", "скасаван", "исключен", "выключан", "(omissis)",
  ]
}
