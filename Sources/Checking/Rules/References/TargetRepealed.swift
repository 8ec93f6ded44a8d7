package import Diagnostics
import Citations
import Consolidation
import Provisions

/// Reliance on a provision that is repealed.
package enum TargetRepealed: Rule {
  package static let info = RuleInfo(
    name: "target-repealed", family: .references, severity: .error,
    summary: "A provision relies on one that is repealed.",
    rationale: """
      The target exists as a place and says only that it is repealed, or its time in force is over on the date of the \
      check. Not flagged: citing provisions that are themselves repealed or not in force, the acts that a document amends, \
      and words that look back on purpose ("the former section 5", "as it read before", "section 7 is repealed").
      """,
    example: "a resolution of 2012 that cites the law of 2000 repealed in 2010",
    fix: "Cite the successor, or delete the reliance.",
    precision: """
      2 findings in 249 documents, both read, both right: a Canadian act relies on its section 51, which was repealed before it came into force, and another on a designation order that is repealed.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    var out: [Diagnostic] = []
    let amended = Set(
      subject.graph.edges(of: d).filter { document.references[$0.reference].role == .amends }
        .compactMap { amendedDocument($0.resolution) })
    for edge in subject.graph.edges(of: d) {
      guard case .resolved(let place) = edge.resolution, !amended.contains(place.document) else { continue }
      let reference = document.references[edge.reference]
      switch reference.role {
      case .cites, .basis, .defines: break
      default: continue
      }
      let day: String
      switch subject.framework.state(of: place) {
      case .repealed(let date): day = date.map { " on \($0)" } ?? ""
      case .expired(let date): day = " since \(date)"
      default: continue
      }
      let source = Place(document: d, provision: Int(reference.source))
      guard isAlive(subject.framework.state(of: source)), !looksBack(reference, in: document) else { continue }
      guard !document.provisions[source.provision].traits.contains(.quoted) else { continue }
      let name = subject.describe(place, from: d)
      out.append(
        finding(
          "\(name) is repealed\(day), and this provision still relies on it",
          at: subject.range(of: reference, in: d), in: subject.address(d, source.provision),
          witness: [
            Witness(
              "the target: \(subject.address(place.document, place.provision))", at: subject.sourceRange(of: place))
          ],
          remedy: "cite the successor, or delete the reliance"))
    }
    return out
  }

  /// The act that an amendment changes; what it inserts need not be there yet.
  private static func amendedDocument(_ resolution: Resolution) -> Int? {
    if case .provisionMissing(_, let nearest) = resolution { return nearest.document }
    return resolution.place?.document
  }

  private static func isAlive(_ state: ForceState) -> Bool {
    switch state {
    case .repealed, .expired, .notYetInForce: false
    default: true
    }
  }

  /// Whether the words around the reference say that the past is meant. The same words stand in English and French law.
  private static func looksBack(_ reference: Reference, in document: LegalDocument) -> Bool {
    guard reference.node != 0 else { return false }
    let (before, after) = document.words(around: Int(reference.node), limit: 240)
    return pastCues.contains { before.contains($0) || after.contains($0) }
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
