package import Diagnostics
import Provisions
import Citations

/// An amendment that cannot be carried out on the text as it stands.
package struct FailedInstruction: Sendable {
  /// The amending document, as an index.
  package let document: Int
  /// The identifier of the instruction in it.
  package let source: String
  /// "in art_20__para_1 “20 days” is replaced by “10 days”".
  package let change: String
  /// "the words “20 days” do not stand there".
  package let reason: String
  /// The amended document, as an index.
  package let target: Int

  package init(document: Int, source: String, change: String, reason: String, target: Int) {
    self.document = document
    self.source = source
    self.change = change
    self.reason = reason
    self.target = target
  }
}

package enum AmendmentTargetMismatch: Rule {
  package static let info = RuleInfo(
    name: "amendment-target-mismatch", family: .references, severity: .error,
    summary: "An amending instruction does not fit the text that it amends.",
    rationale: """
      An instruction that quotes words which are not there, or names a unit which is not there, changes nothing: the amended act \
      stays as it was, and two readers consolidate it in two ways. All instructions that the documents record are carried \
      out in order, also those of later dates, each on the text as the ones before have left it. Not flagged: instructions \
      without a date, amendments of acts that are not loaded, and those that a consolidated source holds already.
      """,
    example: "“20 days” shall be replaced by “10 days”, in a paragraph that says “15 days”",
    fix: "Base the amendment on the text as it stands when it takes effect: `nomodex consolidate` prints it.",
    precision: """
      17 findings in 249 documents, all read, all right: 13 of the publisher’s own samples name units that its new identifiers no longer bear or whose words another edition of the same amendment has replaced, 4 of its test files quote nothing or name no end of the range.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    return subject.failedInstructions.filter { $0.document == d }.map { failed in
      let anchor = document.anchors.first { document.attributeString($0.name) == failed.source }
      let provision = anchor.map { Int($0.provision) } ?? 0
      return finding(
        "cannot be carried out: \(failed.change), but \(failed.reason)",
        at: anchor.map { SourceRange(file: document.file, start: $0.start, end: $0.end) }
          ?? document.numberRange(of: provision), in: subject.address(d, provision),
        witness: [
          Witness("the amended act", at: subject.sourceRange(of: Place(document: failed.target, provision: 0)))
        ],
        remedy: "base the amendment on the text as it stands when it takes effect")
    }
  }
}
