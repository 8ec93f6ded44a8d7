package import Diagnostics
import Consolidation
package import Citations
package import LegalBases
import Provisions

/// A rule that looks at the words of one unit, and at those beside them that take a finding back.
///
/// The words stand in tables (`Wording`), for English, Russian and Belarusian. A finding speaks of the words and never of
/// motives. By default these rules read documents whose provisions an editor has marked; others when a rule or its family is
/// chosen by name.
package protocol WordingRule: Rule {
  static var remedy: String { get }
  /// - Parameter words: those that triggered the rule.
  static func message(_ words: String) -> String
  /// Whether something else in the framework takes a finding back.
  static func isAnswered(_ found: WordingFinding, _ place: Place, _ subject: Subject) -> Bool
}

extension WordingRule {
  /// Of several texts of one act one speaks for all: what a translation says beside it is for `language-versions-apart`.
  private static func isFirstText(_ d: Int, _ subject: Subject) -> Bool {
    let documents = subject.graph.documents
    return !documents[..<d].contains { $0.identity.work == documents[d].identity.work }
  }

  package static func isAnswered(_ found: WordingFinding, _ place: Place, _ subject: Subject) -> Bool { false }

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard isFirstText(d, subject) else { return [] }
    return subject.wording[d].filter { $0.rule == info.name }.compactMap { found in
      let place = Place(document: d, provision: found.provision)
      switch subject.framework.state(of: place) {
      case .repealed, .expired, .notYetInForce(.some): return nil
      default: break
      }
      if isAnswered(found, place, subject) { return nil }
      return finding(
        message(found.words.clipped(to: 100)), at: document.numberRange(of: found.provision),
        in: subject.address(d, found.provision), remedy: remedy)
    }
  }
}
