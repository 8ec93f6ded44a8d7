import Amending
import Diagnostics
import Provisions

/// Differences for a terminal.
package enum HumanDifferences: DifferenceFormat {
  package static let name = "human"

  package static func print(_ differences: DateDifferences) -> [UInt8] {
    var out = "\(differences.identity.displayTitle.madeVisible), \(differences.from) to \(differences.to): "
    out += differences.count + "\n"
    for entry in differences.entries {
      out += "\n\(entry.difference.label.madeVisible): \(entry.difference.kind.rawValue)\n"
      out += "  \(entry.difference.marked(old: ("[-", "-]"), new: ("{+", "+}"), \.madeVisible))\n"
      for cause in entry.causes { out += "  by \(cause.madeVisible)\n" }
    }
    return Array(out.utf8)
  }
}
