package import Catalogue
package import Citations
import Provisions

/// What an editor's mark says of a unit (`refersTo`, with an entry of the references that names the concept).
package struct LegalMark: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    /// The unit is about an interaction of this type.
    case interaction(String)
    /// The unit states this requirement, or a part of it.
    case requirement(String, Part)
  }

  package enum Part: Sendable, Equatable {
    case whole
    /// Only this element.
    case element(String)
    /// A principle, a goal, a task, or a right without an addressee.
    case declared
  }

  package let place: Place
  package let subject: Subject
}

/// A mark that names a concept of the catalogue which is not there.
package struct UnknownMark: Sendable, Equatable {
  /// Index into the references of the document.
  package let reference: Int
  package let document: Int
  /// The concept as its address names it: "requirement “chan-rigth”".
  package let concept: String
  /// The nearest one that exists.
  package let nearest: String?
}

/// The marks of a framework.
package struct LegalMarks: Sendable {
  package private(set) var all: [LegalMark] = []
  package private(set) var unknown: [UnknownMark] = []

  /// None.
  package init() {}

  package init(_ graph: CitationGraph, _ catalogue: Catalogue) {
    for (d, document) in graph.documents.enumerated() where !document.concepts.isEmpty {
      var known: [String: Result<LegalMark.Subject, UnknownConcept>?] = [:]
      for (r, reference) in document.references.enumerated() where reference.role == .marker {
        let target = document.attributeString(reference.target)
        guard target.hasPrefix("#"), let address = document.concepts[String(target.dropFirst())] else { continue }
        let subject = known[address] ?? Self.subject(address, catalogue)
        known[address] = subject
        switch subject {
        case .success(let subject)?:
          all.append(LegalMark(place: Place(document: d, provision: Int(reference.source)), subject: subject))
        case .failure(let fault)?:
          unknown.append(UnknownMark(reference: r, document: d, concept: fault.concept, nearest: fault.nearest))
        case nil: break
        }
      }
    }
  }

  private struct UnknownConcept: Error {
    let concept: String
    let nearest: String?
  }

  /// The subject that an address of the project's ontology names; `nil` for addresses of others.
  ///
  /// `…/nomodex/requirement/time-filing`, with an element `…/time-filing/moment`; `…/process/nomodex/submit`.
  private static func subject(
    _ address: String, _ catalogue: Catalogue
  ) -> Result<LegalMark.Subject, UnknownConcept>? {
    let steps = address.split(separator: "/").map(String.init)
    guard let home = steps.firstIndex(of: "nomodex"), home + 1 < steps.count else { return nil }
    if steps[..<home].contains("process") {
      let type = steps[home + 1]
      if catalogue.isInteractionType(type) { return .success(.interaction(type)) }
      return .failure(
        UnknownConcept(
          concept: "type of interaction “\(type)”", nearest: nearest(type, catalogue.interactionTypes.map(\.id))))
    }
    guard steps[home + 1] == "requirement", home + 2 < steps.count else { return nil }
    let id = steps[home + 2]
    guard let requirement = catalogue.requirement(id) else {
      return .failure(
        UnknownConcept(concept: "requirement “\(id)”", nearest: nearest(id, catalogue.requirements.map(\.id))))
    }
    guard home + 3 < steps.count else { return .success(.requirement(id, .whole)) }
    let part = steps[home + 3]
    if part == "declared" { return .success(.requirement(id, .declared)) }
    if requirement.elements.contains(where: { $0.id == part }) { return .success(.requirement(id, .element(part))) }
    return .failure(
      UnknownConcept(
        concept: "element “\(part)” of “\(id)”", nearest: nearest(part, requirement.elements.map(\.id))))
  }

  private static func nearest(_ text: String, _ all: [String]) -> String? {
    let scored = all.filter { !$0.isEmpty }.map { ($0, distance(Array(text.utf8), Array($0.utf8))) }
    guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= max(2, text.utf8.count / 3) else { return nil }
    return best.0
  }

  /// How many letters have to be put in, taken out or changed.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, corner + (x == y ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
