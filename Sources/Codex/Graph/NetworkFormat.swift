package import Reliance
import Consolidation
import Diagnostics

/// A way of writing the citation graph. Formats read the network, never one another's output.
package protocol NetworkFormat: Sendable {
  /// As `nomodex graph --format` takes it.
  static var name: String { get }
  /// One document, UTF-8.
  static func write(_ network: Network) -> [UInt8]
}

/// Every format of the citation graph.
package let allNetworkFormats: [any NetworkFormat.Type] = [
  DOTGraph.self,
  GraphML.self,
  JSONGraph.self,
]

extension Network.Node {
  /// The state on the network's date, in words.
  var stateWords: String { state?.words ?? "not loaded" }
}

extension Network.Link {
  /// How the references were found: a word of the markup's, or ours.
  var foundWord: String { isRead ? "read" : "marked" }
}
