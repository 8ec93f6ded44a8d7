package import Reliance
import Citations
import Diagnostics

/// The language of Graphviz. Provisions of one act stand in a box of their own; an act that was not read is dashed.
///
/// Source: "The DOT Language", graphviz.org/doc/info/lang.html.
package enum DOTGraph: NetworkFormat {
  package static let name = "dot"

  package static func write(_ network: Network) -> [UInt8] {
    var out = "digraph citations {\n"
    // Without `newrank`, the layout of edges between boxes fails in large graphs.
    out +=
      "  graph [rankdir=LR, newrank=true, level=\(quoted(network.level.rawValue)), date=\(quoted("\(network.date)"))];\n"
    out += "  node [shape=box, style=rounded];\n"
    var i = 0
    while i < network.nodes.count {
      let act = network.nodes[i].place?.document
      var end = i + 1
      while end < network.nodes.count, act != nil, network.nodes[end].place?.document == act { end += 1 }
      if let act, network.level != .act {
        out += "  subgraph cluster_\(act) {\n"
        out += "    label=\(wrappedLabel(network.nodes[i].act));\n"
        for node in network.nodes[i..<end] { out += "    " + statement(node) }
        out += "  }\n"
      } else {
        for node in network.nodes[i..<end] { out += "  " + statement(node) }
      }
      i = end
    }
    for link in network.links { out += "  " + statement(link, network) }
    return Array((out + "}\n").utf8)
  }

  private static func statement(_ node: Network.Node) -> String {
    let attributes = [
      "label=\(wrappedLabel(node.label))", "tooltip=\(escapedLabel("\(node.address), \(node.stateWords)"))",
      "address=\(quoted(node.address))", "kind=\(quoted(node.kind))", "rank=\(quoted(node.rank.word))",
      "state=\(quoted(node.stateWords))", "loaded=\(quoted(node.isLoaded ? "true" : "false"))",
    ]
    let style = node.isLoaded ? "" : ", style=\"rounded,dashed\""
    return "\(quoted(node.id)) [\(attributes.joined(separator: ", "))\(style)];\n"
  }

  private static func statement(_ link: Network.Link, _ network: Network) -> String {
    let count = link.count > 1 ? " ×\(link.count)" : ""
    var attributes = [
      "label=\(escapedLabel("\(link.role)\(count)"))", "role=\(quoted("\(link.role)"))", "count=\(link.count)",
      "weight=\(min(link.count, 1000))", "found=\(quoted(link.foundWord))", "resolution=\(quoted(link.resolution))",
    ]
    if link.resolution != "resolved" { attributes.append("style=dashed") }
    return "\(quoted(network.nodes[link.source].id)) -> \(quoted(network.nodes[link.target].id)) "
      + "[\(attributes.joined(separator: ", "))];\n"
  }

  /// A quoted string: within one, only the quotation mark and the backslash mean something.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for character in text.madeVisible.unicodeScalars {
      if character == "\"" || character == "\\" { out += "\\" }
      out.unicodeScalars.append(character)
    }
    return out + "\""
  }

  /// A text that is shown: Graphviz also reads entities in it.
  private static func escapedLabel(_ text: String) -> String { quoted(text.replacing("&", with: "&amp;")) }

  /// The same in lines of about 40 characters, as a box grows with its longest line.
  private static func wrappedLabel(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 40 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return "\"" + lines.map { escapedLabel($0).dropFirst().dropLast() }.joined(separator: "\\n") + "\""
  }
}
