package import Diagnostics
import Citations
import Provisions

/// Two definitions of one term of which a reader must choose one.
package enum ShadowedDefinition: Rule {
  package static let info = RuleInfo(
    name: "shadowed-definition", family: .structure, severity: .warning,
    summary: "A term is defined twice, in other words, where both definitions hold.",
    rationale: """
      TODO
      """,
    example: "“vessel” means … in section 2 and “vessel” includes … in section 40, both for the whole act",
    fix: "Keep one definition, or give the second term a name of its own.",
    precision: """
      TODO
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    let definitions = subject.definitions[d]
    var byKey: [UInt64: [Int]] = [:]
    for (k, definition) in definitions.enumerated() where !definition.isByReference && definition.length > 0 {
      byKey[definition.key, default: []].append(k)
    }
    var out: [Diagnostic] = []
    for (_, list) in byKey where list.count > 1 {
      for (n, k) in list.enumerated() {
        // The nearest of the others: one with the same scope, else one that holds for more.
        let others = list.filter { $0 != k && definitions[$0].meaning != definitions[k].meaning }
        let scope = definitions[k].scope
        let twin = others.first { definitions[$0].scope == scope && list.firstIndex(of: $0) ?? n < n }
        let outer = others.first {
          definitions[$0].scope.root != scope.root && document.holds(definitions[$0].scope.root, scope.root)
        }
        guard scope.isCertain, let other = twin ?? outer, definitions[other].scope.isCertain else { continue }
        let isTwin = twin != nil
        out.append(
          finding(
            isTwin
              ? "\(subject.term(k, in: d)) is defined a second time for \(subject.scopeWords(k, in: d)), in other words"
              : "\(subject.term(k, in: d)) means something else in \(subject.scopeWords(k, in: d)) than in \(subject.scopeWords(other, in: d))",
            at: subject.range(ofDefinition: k, in: d), in: subject.address(d, definitions[k].provision),
            witness: [
              Witness(
                "also defined in \(subject.homeWords(other, in: d, from: d))",
                at: subject.range(ofDefinition: other, in: d))
            ],
            remedy: isTwin ? "keep one of the two definitions" : "give the narrower term a name of its own",
            severity: isTwin ? nil : .note))
      }
    }
    return out
  }
}
