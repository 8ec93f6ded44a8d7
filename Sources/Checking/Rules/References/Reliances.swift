import Citations
import Consolidation
import Diagnostics
import Provisions

/// A reference by which a provision that counts on the date takes over what another one says.
struct Reliance {
  let reference: Reference
  let target: Place
  let source: Place
}

extension Subject {
  /// The reliances of a document on provisions in certain states, in the order of its references.
  ///
  /// Left out are provisions that are themselves repealed or not in force, quoted law, and the acts that the document amends:
  /// what it inserts need not be there yet.
  ///
  /// - Parameters:
  ///   - isMeant: whether a target in that state is of interest.
  ///   - withQuoted: whether law counts that an amending act quotes: it becomes law as the act does.
  func reliances(
    of d: Int, withQuoted: Bool = false, on isMeant: (ForceState) -> Bool
  ) -> [Reliance] {
    let document = graph.documents[d]
    var found: [Reliance] = []
    for edge in graph.edges(of: d) {
      guard case .resolved(let place) = edge.resolution, isMeant(framework.state(of: place)) else { continue }
      let reference = document.references[edge.reference]
      switch reference.role {
      case .cites, .basis, .defines: break
      default: continue
      }
      let source = Place(document: d, provision: Int(reference.source))
      guard withQuoted || !document.provisions[source.provision].traits.contains(.quoted) else { continue }
      switch framework.state(of: source) {
      case .repealed, .expired, .notYetInForce: continue
      default: found.append(Reliance(reference: reference, target: place, source: source))
      }
    }
    guard !found.isEmpty else { return [] }
    let amended = Set(
      graph.edges(of: d).filter { document.references[$0.reference].role == .amends }
        .compactMap { Self.amendedDocument($0.resolution) })
    found.removeAll { amended.contains($0.target.document) }
    return found
  }

  private static func amendedDocument(_ resolution: Resolution) -> Int? {
    if case .provisionMissing(_, let nearest) = resolution { return nearest.document }
    return resolution.place?.document
  }

  func witness(of target: Place) -> Witness {
    Witness("the target: \(address(target.document, target.provision))", at: sourceRange(of: target))
  }

  /// Whether the words around the reference say that the past is meant. The same words stand in English and French law.
  func looksBack(_ reliance: Reliance, in d: Int) -> Bool {
    guard reliance.reference.node != 0 else { return false }
    let (before, after) = graph.documents[d].words(around: Int(reliance.reference.node), limit: 240)
    return Self.pastCues.contains { before.contains($0) || after.contains($0) }
  }

  private static let pastCues = [
    "former ", "repeal", "as it read", "as they read", "as that section read", "as that subsection read",
    "as it existed",
    "immediately before", "prior to", "ancien", "abrog", "dans sa version", "en vigueur avant",
    "before the coming into force",
    "until ", "on the day before", "no longer in force",
  ]
}

extension LegalDocument {
  /// Lower-case words before and after a content node within the block that holds it.
  func words(around node: Int, limit: Int) -> (before: String, after: String) {
    var block = node
    // The holding block is the nearest node before it that is a block and reaches past it.
    while block > 0, !(content[block].kind.isBlock && Int(content[block].end) > node) { block -= 1 }
    func words(_ range: Range<Int>) -> String {
      var bytes: [UInt8] = []
      for item in content[range] where item.kind == .text { bytes += text[item.textRange.indices] }
      return String(decoding: bytes, as: UTF8.self).lowercased()
    }
    let before = words(block..<node)
    let after = words(Int(content[node].end)..<Int(content[block].end))
    return (String(before.suffix(limit)), String(after.prefix(limit)))
  }
}
