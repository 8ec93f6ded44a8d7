internal import ArgumentParser
import Amending
import Citations
import Compiling
import Consolidation
import Diagnostics
import Provisions

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show how the text of an act differs between two dates.",
    discussion: """
      By provision, then by words, with the amending provision that made the change. Words that were taken out stand in \
      [-…-], new ones in {+…+}. The status is 0 whether there is a difference or not.

      \(AddressArgument.forms)
      """)

  @Argument(help: "The address of the act.")
  var address: String

  @Argument(help: "The earlier date, such as 2012-12-31.")
  var from: String

  @Argument(help: "The later date.")
  var to: String

  @Option(help: "How it is printed: human, markdown or json.")
  var report = "human"

  @Argument(help: "Files and folders with documents.")
  var paths: [String] = ["."]

  func validate() throws {
    for date in [from, to] where LegalDate(date) == nil || date.utf8.count != 10 {
      throw ValidationError("\"\(date)\" is no day; write it as 2026-09-01.")
    }
    guard DifferencePrinter.all[report] != nil else {
      throw ValidationError("--report takes human, markdown or json.")
    }
    if from > to { throw ValidationError("\(from) is later than \(to).") }
  }

  func run() async throws {
    guard let first = LegalDate(from), let last = LegalDate(to), let print = DifferencePrinter.all[report] else {
      return
    }
    func options(_ date: LegalDate) -> CompileOptions {
      CompileOptions(paths: paths, date: date, jobs: processorCount, rules: [], showsProgress: false)
    }
    let compilation = try await compile(options(last))
    for failure in compilation.failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let d = try AmendmentCommand.document(address, in: compilation)
    let amendments = compilation.amendments()
    let newer = compilation.document(d, on: last, amendments)
    let older = compilation.document(d, on: first, amendments)
    let differences = compare(older, newer).map { difference in
      let changes = causes(of: difference, in: newer, after: first)
      return (difference, changes)
    }
    writeOut(Array(print(newer.identity.displayTitle, (from, to), differences).utf8))
    if !compilation.failures.isEmpty { leave(2) }
  }

  /// The changes behind a difference: those of the provision, its parts or what holds it.
  private func causes(of difference: Difference, in document: LegalDocument, after date: LegalDate) -> [String] {
    guard let changes = document.consolidated?.changes else { return [] }
    var out: [String] = []
    for (provision, list) in changes.sorted(by: { $0.key < $1.key }) {
      let path = document.path(of: provision)
      guard path == difference.path || path.hasPrefix(difference.path + "__") || difference.path.hasPrefix(path + "__")
      else { continue }
      for change in list where change.date > date {
        let words = "\(change.work) ~ \(change.source), in force since \(change.date)"
        if !out.contains(words) { out.append(words) }
      }
    }
    return out
  }
}

/// The ways in which differences are printed.
private enum DifferencePrinter {
  typealias Entry = (difference: Difference, causes: [String])

  static let all: [String: @Sendable (String, (from: String, to: String), [Entry]) -> String] = [
    "human": human, "markdown": markdown, "json": json,
  ]

  @Sendable private static func human(_ title: String, _ dates: (from: String, to: String), _ entries: [Entry])
    -> String
  {
    var out = "\(title.madeVisible), \(dates.from) to \(dates.to): "
    out +=
      entries.isEmpty
      ? "no difference\n" : "\(entries.count) \(entries.count == 1 ? "provision differs" : "provisions differ")\n"
    for (difference, causes) in entries {
      out += "\n\(difference.label.madeVisible): \(difference.kind.rawValue)\n"
      out += "  \(marked(difference.words, old: ("[-", "-]"), new: ("{+", "+}")).madeVisible)\n"
      for cause in causes { out += "  by \(cause.madeVisible)\n" }
    }
    return out
  }

  @Sendable private static func markdown(_ title: String, _ dates: (from: String, to: String), _ entries: [Entry])
    -> String
  {
    var out = "# \(escaped(title))\n\n\(dates.from) to \(dates.to)\n"
    for (difference, causes) in entries {
      out += "\n## \(escaped(difference.label)): \(difference.kind.rawValue)\n\n"
      let words = difference.words.map { Difference.Word(side: $0.side, text: escaped($0.text)) }
      out += marked(words, old: ("<del>", "</del>"), new: ("<ins>", "</ins>")) + "\n"
      for cause in causes { out += "\n- by \(escaped(cause))\n" }
    }
    return out
  }

  @Sendable private static func json(_ title: String, _ dates: (from: String, to: String), _ entries: [Entry]) -> String
  {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.string("title", title)
      json.string("from", dates.from)
      json.string("to", dates.to)
      json.array("differences") { json in
        for entry in entries {
          json.object { json in
            json.string("kind", entry.difference.kind.rawValue)
            json.string("path", entry.difference.path)
            json.string("label", entry.difference.label)
            json.array("words") { json in
              for word in entry.difference.words {
                json.object { json in
                  json.string("side", word.side.rawValue)
                  json.string("text", word.text)
                }
              }
            }
            json.array("causes") { json in
              for cause in entry.causes { json.object { $0.string("by", cause) } }
            }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func marked(
    _ words: [Difference.Word], old: (String, String), new: (String, String)
  ) -> String {
    words.map { word in
      switch word.side {
      case .both: word.text
      case .older: old.0 + word.text + old.1
      case .newer: new.0 + word.text + new.1
      }
    }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>#&|~".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
