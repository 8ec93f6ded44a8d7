package import Citations
import Provisions

/// What an address names.
package enum Addressee: Sendable, Equatable {
  /// A provision or a whole document, in every text of its work that was read. Never empty; in the order of the documents.
  case places([Place])
  /// An act that is cited and was not read, by a name that references give it.
  case notLoaded(String)

  /// The places; empty for an act that was not read.
  package var places: [Place] {
    switch self {
    case .places(let places): places
    case .notLoaded: []
    }
  }

  /// The address as reports print it.
  package func address(in graph: CitationGraph) -> String {
    switch self {
    case .places(let places): places.first.map { graph.id(of: $0).description } ?? ""
    case .notLoaded(let name): CitationGraph.trimmed(name)
    }
  }
}

/// What looking for an address gave.
package enum Lookup: Sendable, Equatable {
  case found(Addressee)
  /// The act was read and what is named in it is not there; the nearest place that is.
  case missing(String, nearest: Place)
  /// Several works, or several provisions of one, answer to the address.
  case ambiguous([Place])
  /// Nothing answers; what of the address names the act, as far as it was understood.
  case unknown(String)
}

extension CitationGraph {
  /// Whether one place is another one or lies in it.
  package func isInside(_ place: Place, _ holder: Place) -> Bool {
    place.document == holder.document && place.provision >= holder.provision
      && place.provision < Int(documents[holder.document].provisions[holder.provision].subtreeEnd)
  }

  /// One spelling for the name of an act that was not read: of an address as for works that were, of words without regard to
  /// case and punctuation.
  static func spelling(_ name: String) -> String {
    name.contains("/") && !name.contains(" ") ? TargetAddress.normalisedWork(name) : TargetAddress.normalisedTitle(name)
  }

  /// A name without the punctuation of the sentence in which it stands.
  static func trimmed(_ name: String) -> String {
    var out = name[...]
    while let last = out.last, last.isWhitespace || ".,:;".contains(last) { out = out.dropLast() }
    return out.isEmpty ? name : String(out)
  }

  /// Whether two names of acts that were not read are one but for their spelling.
  static func isSameWork(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let spelling = spelling(a)
    return !spelling.isEmpty && spelling == Self.spelling(b)
  }
}
