import Amending
import Provisions

/// Differences as Markdown.
package enum MarkdownDifferences: DifferenceFormat {
  package static let name = "markdown"

  package static func print(_ differences: DateDifferences) -> [UInt8] {
    let escaped = MarkdownWriter.escaped
    var out = "# \(escaped(differences.identity.displayTitle))\n\n\(differences.from) to \(differences.to): "
    out += differences.count + "\n"
    for entry in differences.entries {
      out += "\n## \(escaped(entry.difference.label)): \(entry.difference.kind.rawValue)\n\n"
      out += entry.difference.marked(old: ("<del>", "</del>"), new: ("<ins>", "</ins>"), escaped) + "\n"
      if !entry.causes.isEmpty { out += "\n" }
      for cause in entry.causes { out += "- by \(escaped(cause))\n" }
    }
    return Array(out.utf8)
  }
}
