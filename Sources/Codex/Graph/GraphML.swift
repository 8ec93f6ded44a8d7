package import Reliance
import Diagnostics

/// GraphML, which most programs for networks read. Nodes are named by number, as GraphML allows no address as a name.
///
/// Source: GraphML 1.0, graphml.graphdrawing.org (structure layer and attributes).
package enum GraphML: NetworkFormat {
  package static let name = "graphml"

  package static func write(_ network: Network) -> [UInt8] {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    for (owner, name, type) in keys {
      out += "  <key id=\"\(owner)-\(name)\" for=\"\(owner)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
    }
    out += "  <graph id=\"citations\" edgedefault=\"directed\">\n"
    out += data("graph-date", "\(network.date)", indent: 4) + data("graph-level", network.level.rawValue, indent: 4)
    for (i, node) in network.nodes.enumerated() {
      out += "    <node id=\"n\(i)\">\n"
      out += data("node-address", node.address) + data("node-text", node.id) + data("node-label", node.label)
      out += data("node-act", node.act)
      out += data("node-kind", node.kind) + data("node-rank", node.rank.word) + data("node-state", node.stateWords)
      out += data("node-loaded", "\(node.isLoaded)") + "    </node>\n"
    }
    for (i, link) in network.links.enumerated() {
      out += "    <edge id=\"e\(i)\" source=\"n\(link.source)\" target=\"n\(link.target)\">\n"
      out += data("edge-role", "\(link.role)") + data("edge-count", "\(link.count)")
      out += data("edge-found", link.foundWord) + data("edge-resolution", link.resolution) + "    </edge>\n"
    }
    return Array((out + "  </graph>\n</graphml>\n").utf8)
  }

  private static let keys = [
    ("graph", "date", "string"), ("graph", "level", "string"), ("node", "address", "string"),
    ("node", "text", "string"), ("node", "label", "string"), ("node", "act", "string"), ("node", "kind", "string"),
    ("node", "rank", "string"),
    ("node", "state", "string"), ("node", "loaded", "boolean"), ("edge", "role", "string"), ("edge", "count", "int"),
    ("edge", "found", "string"), ("edge", "resolution", "string"),
  ]

  private static func data(_ key: String, _ value: String, indent: Int = 6) -> String {
    "\(String(repeating: " ", count: indent))<data key=\"\(key)\">\(escaped(value))</data>\n"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.madeVisible.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      // XML has no way of writing these.
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
