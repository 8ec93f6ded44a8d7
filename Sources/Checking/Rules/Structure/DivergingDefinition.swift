package import Diagnostics
import Citations
import Provisions

/// One term that several acts define each in its own way.
package enum DivergingDefinition: Rule {
  package static let info = RuleInfo(
    name: "diverging-definition", family: .structure, severity: .note,
    summary: "Several acts define the same term in different words.",
    rationale: """
      One word with two meanings in one body of law is a trap for whoever reads the acts together. Compared are definitions \
      for the whole of an act, in acts of one language, by their words without punctuation. One note for each term, in the \
      later of the acts (those without a date of adoption count in the order in which they were read), with up to five \
      other places. Not flagged: definitions that send the reader to another act ("has the same meaning as in"), names of \
      bodies and acts ("Minister", told by the capital where a language has it), definitions for a part or a section, two \
      texts of one act.
      """,
    example: "“electronic document” with a signature in one act and without in another",
    fix: "Keep one definition and refer to it, or say in which respect the terms differ.",
    precision: """
      223 notes in 52 of 249 documents; 40 drawn at random and read, all right: the words differ. A third of them are words such as member, judge and prescribed, which each act must fix for itself; that is why these are notes.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let documents = subject.graph.documents
    let identity = documents[d].identity
    var out: [Diagnostic] = []
    var named: Set<UInt64> = []
    for (k, definition) in subject.definitions[d].enumerated() where definition.scope == .document {
      guard isConcept(k, d, subject), named.insert(definition.key).inserted else { continue }
      let term = Subject.DefinedTerm(language: identity.language, key: definition.key)
      var works: Set<String> = [identity.work]
      let all = subject.definedTerms[term, default: []]
      guard all.count > 1 else { continue }
      let meaning = documents[d].meaning(of: definition)
      // An act that says the same is no other meaning, whatever else it says.
      let others = all.filter { place in
        let other = subject.definitions[place.document][place.index]
        guard isConcept(place.index, place.document, subject) else { return false }
        guard documents[place.document].meaning(of: other) != meaning else { return false }
        return works.insert(documents[place.document].identity.work).inserted
      }
      guard others.contains(where: { isEarlier($0.document, d, documents) }) else { continue }
      let count = others.count == 1 ? "another act" : "\(others.count) other acts"
      var witness = others.prefix(5).map {
        Witness(
          subject.homeWords($0.index, in: $0.document, from: d),
          at: subject.range(ofDefinition: $0.index, in: $0.document))
      }
      if others.count > 5, let last = witness.popLast() {
        witness.append(Witness("\(last.text), and \(others.count - 5) more", at: last.range))
      }
      out.append(
        finding(
          "\(subject.term(k, in: d)) is defined in other words in \(count)",
          at: subject.range(ofDefinition: k, in: d), in: subject.address(d, definition.provision), witness: witness))
    }
    return out
  }

  /// Whether an act was adopted before another; one without a date comes last, and of two the one that was read first.
  private static func isEarlier(_ a: Int, _ b: Int, _ documents: [LegalDocument]) -> Bool {
    let (one, two) = (documents[a].identity.adopted?.packed ?? .max, documents[b].identity.adopted?.packed ?? .max)
    return one != two ? one < two : a < b
  }

  /// Whether a definition says what a thing is, and not which body or act a short name stands for.
  private static func isConcept(_ k: Int, _ d: Int, _ subject: Subject) -> Bool {
    let definition = subject.definitions[d][k]
    return !definition.isByReference && !definition.isName
  }
}
