package import Reliance
import Diagnostics

/// The network as one JSON object. A change of what stands in it that a reader could notice raises `version`.
package enum JSONGraph: NetworkFormat {
  package static let name = "json"

  package static func write(_ network: Network) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.string("date", "\(network.date)")
      json.string("level", network.level.rawValue)
      json.array("nodes") { json in
        for node in network.nodes {
          json.object { json in
            json.string("id", node.id)
            json.string("address", node.address)
            json.string("label", node.label)
            json.string("act", node.act)
            json.string("kind", node.kind)
            json.string("rank", node.rank.word)
            json.string("state", node.stateWords)
            json.bool("loaded", node.isLoaded)
          }
        }
      }
      json.array("edges") { json in
        for link in network.links {
          json.object { json in
            json.string("from", network.nodes[link.source].id)
            json.string("to", network.nodes[link.target].id)
            json.string("role", "\(link.role)")
            json.number("count", link.count)
            json.string("found", link.foundWord)
            json.string("resolution", link.resolution)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
