package import Diagnostics
import Citations
import Provisions

/// Definitions that lead round in a circle.
package enum CircularDefinition: Rule {
  package static let info = RuleInfo(
    name: "circular-definition", family: .references, severity: .note,
    summary: "Definitions use one another, so that none says what its term means.",
    rationale: """
      Whoever looks up one term is sent to the next and back. Looked at is the head of a definition, its first 240 bytes \
      behind the verb; a circle has two or three terms and is reported once, at the first. Many circles are harmless, as \
      the words around the terms say enough: hence a note. Not flagged: a kind and what it is a kind of ("share" and \
      "voting share"), terms behind "other than" and "and includes", terms in quotation marks, names, definitions that \
      only include something or send the reader elsewhere, a term inside a longer one.
      """,
    example: "“service” means the use of the portal; “portal” means a place of service",
    fix: "Define one of the terms by features of its own.",
    precision: """
      21 notes in 17 of 249 documents, all read: 18 are circles; in 3 a word is meant in its ordinary sense (natural person). In most of them a drafter would leave the words as they are (employer and employee), so this is no warning.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    let definitions = subject.definitions[d]
    var out: [Diagnostic] = []
    var reported: Set<Int> = []
    for (k, definition) in definitions.enumerated() where definition.group == k && !reported.contains(k) {
      guard let cycle = shortestCycle(from: k, definitions, document) else { continue }
      reported.formUnion(cycle)
      let names = cycle.map { subject.term($0, in: d) }
      let message =
        names.count == 2
        ? "\(names[0]) and \(names[1]) are defined by each other"
        : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) are defined in a circle"
      let witness = cycle.indices.dropFirst().map { n in
        Witness(
          "\(names[n]) is defined by \(names[(n + 1) % names.count])", at: subject.range(ofDefinition: cycle[n], in: d))
      }
      out.append(
        finding(
          message, at: subject.range(ofDefinition: k, in: d), in: subject.address(d, definition.provision),
          witness: witness, remedy: "define one of the terms by features of its own"))
    }
    return out
  }

  /// The shortest way from a definition through the terms of its words back to it, without the end; breadth first.
  private static func shortestCycle(from start: Int, _ definitions: [Definition], _ document: LegalDocument) -> [Int]? {
    var before: [Int: Int] = [:]
    var depth: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let k = queue[head]
      head += 1
      guard definitions[k].isClosed else { continue }
      for next in definitions[k].uses where document.holds(definitions[next].scope.root, definitions[k].provision) {
        if next == start {
          if holdsTerm(definitions[start], definitions[k], document) { continue }
          var path = [k]
          while let earlier = before[path[0]] { path.insert(earlier, at: 0) }
          return path
        }
        guard before[next] == nil, next > start, depth[k, default: 1] < 3 else { continue }
        before[next] = k
        depth[next] = depth[k, default: 1] + 1
        queue.append(next)
      }
    }
    return nil
  }

  /// Whether the words of one term stand in the other: a kind and what it is a kind of ("share" and "voting share").
  private static func holdsTerm(_ a: Definition, _ b: Definition, _ document: LegalDocument) -> Bool {
    let (one, two) = (document.term(of: a).lowercased(), document.term(of: b).lowercased())
    return one.contains(two) || two.contains(one)
  }
}
