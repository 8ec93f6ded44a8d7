package import Diagnostics
import Citations
import Provisions

/// Two definitions of one term of which a reader must choose one.
package enum ShadowedDefinition: Rule {
  package static let info = RuleInfo(
    name: "shadowed-definition", family: .structure, severity: .warning,
    summary: "A term is defined twice, in other words, where both definitions hold.",
    rationale: """
      Two definitions for the same text leave the reader to choose. A definition for a part or a section beside one for \
      the whole act is allowed, but whoever opens the section does not see the one and whoever knows the act does not see \
      the other: there it is a note. Not flagged: the same words twice, definitions that send the reader to another place, \
      definitions of different cases ("in the case of a company, X means …", "X, in respect of a company, means …"), \
      scopes that do not overlap, scopes that the words name as a list of sections, terms that a capital tells apart \
      ("Director" and "director").
      """,
    example: "“vessel” means … in section 2 and “vessel” includes … in section 40, both for the whole act",
    fix: "Keep one definition, or give the second term a name of its own.",
    precision: """
      48 notes in 12 of 249 documents, all read, all right: each is a definition for a part or a section beside one for the act. Two for the same text, which are warnings, were found on no real law; their fixtures are the only place where they were seen.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    let definitions = subject.definitions[d]
    var byKey: [UInt64: [Int]] = [:]
    for (k, definition) in definitions.enumerated() where !definition.isByReference {
      byKey[definition.key, default: []].append(k)
    }
    var out: [Diagnostic] = []
    for (_, list) in byKey where list.count > 1 {
      let meanings = Dictionary(
        list.map { ($0, document.meaning(of: definitions[$0])) }, uniquingKeysWith: { first, _ in first })
      for k in list {
        // The nearest of the others: one with the same scope, else one that holds for more.
        let others = list.filter { $0 != k && meanings[$0] != meanings[k] }
        let scope = definitions[k].scope
        let twin = others.first { other in
          definitions[other].scope == scope && other < k && !areCases(definitions[other], definitions[k], document)
        }
        let outer = others.first {
          definitions[$0].scope.root != scope.root && document.holds(definitions[$0].scope.root, scope.root)
        }
        guard scope.isCertain, let other = twin ?? outer, definitions[other].scope.isCertain else { continue }
        let isTwin = twin != nil
        out.append(
          finding(
            isTwin
              ? "\(subject.term(k, in: d)) is defined a second time for \(subject.scopeWords(k, in: d)), in other words"
              : "\(subject.term(k, in: d)) is defined in other words for \(subject.scopeWords(k, in: d)) than for \(subject.scopeWords(other, in: d))",
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

  /// Whether two definitions speak of different cases: "in the case of a company, X means …; in the case of a partnership,
  /// X means …", or "X, in respect of a company, means …".
  private static func areCases(_ a: Definition, _ b: Definition, _ document: LegalDocument) -> Bool {
    if a.isQualified || b.isQualified || a.isPartial && b.isPartial { return true }
    return document.provisions[a.provision].kind != .definition && document.unit(of: a) == document.unit(of: b)
  }
}

extension LegalDocument {
  /// The citable unit in which a definition stands, else the innermost one.
  func unit(of definition: Definition) -> Int {
    var holder = definition.provision
    while holder != 0, !provisions[holder].kind.isCitableUnit { holder = Int(provisions[holder].parent) }
    return holder == 0 ? definition.provision : holder
  }
}
