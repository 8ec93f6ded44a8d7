import Amending
import Diagnostics
import Provisions

/// Differences for programs.
package enum JSONDifferences: DifferenceFormat {
  package static let name = "json"

  package static func print(_ differences: DateDifferences) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.string("title", differences.identity.displayTitle)
      json.string("from", differences.from.description)
      json.string("to", differences.to.description)
      if let end = differences.end { json.string("noLongerInForceSince", end.description) }
      json.array("differences") { json in
        for entry in differences.entries { write(entry, &json) }
      }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ entry: DateDifferences.Entry, _ json: inout JSONWriter) {
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
