import Amending
import Citations
import Provisions
import Templates

/// Differences as one page for a browser, with its style in it.
package enum HTMLDifferences: DifferenceFormat {
  package static let name = "html"

  package static func print(_ differences: DateDifferences) -> [UInt8] {
    let page = Shell.difference.fill(
      [
        "lang": differences.identity.language, "title": differences.identity.displayTitle,
        "from": differences.from.description, "to": differences.to.description, "count": differences.count,
        "entries": differences.entries.map(entry),
      ], raw: ["style": Template.style])
    return Array(page.joined())
  }

  private static func entry(_ entry: DateDifferences.Entry) -> [String: Any] {
    [
      "label": entry.difference.label, "kind": entry.difference.kind.rawValue,
      "words": entry.difference.words.map { word in
        ["text": word.text, "isOld": word.side == .older, "isNew": word.side == .newer, "isKept": word.side == .both]
          as [String: Any]
      },
      "causes": entry.causes.map { ["cause": $0] },
    ]
  }
}
