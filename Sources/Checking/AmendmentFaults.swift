import Citations
import Diagnostics
import Provisions

/// What is wrong with the amendments that the documents give each other, apart from their words.
package struct AmendmentFaults: Sendable {
  package var failures: [FailedInstruction] = []
  package var conflicts: [InstructionConflict] = []
  /// Amendments that can be carried out, by the amending document: the targets as they are written.
  package var carriedOut: [Int: Set<String>] = [:]

  package init() {}
}

/// An amendment that cannot be carried out on the text as it stands.
package struct FailedInstruction: Sendable {
  package let instruction: GivenInstruction
  /// "the words “20 days” do not stand there".
  package let reason: String

  package init(_ instruction: GivenInstruction, reason: String) {
    self.instruction = instruction
    self.reason = reason
  }
}

/// Two amendments of one day, of two acts, whose order decides the text.
package struct InstructionConflict: Sendable {
  package let first: GivenInstruction
  package let second: GivenInstruction
  /// The day on which both take effect, as YYYY-MM-DD.
  package let date: String

  package init(_ first: GivenInstruction, _ second: GivenInstruction, date: String) {
    self.first = first
    self.second = second
    self.date = date
  }
}

/// An instruction in the act that gives it.
package struct GivenInstruction: Sendable {
  /// The amending document, as an index.
  package let document: Int
  /// The identifier of the instruction in it.
  package let source: String
  /// "in art_20__para_1 “20 days” is replaced by “10 days”".
  package let change: String
  /// The amended document, as an index.
  package let target: Int

  package init(document: Int, source: String, change: String, target: Int) {
    self.document = document
    self.source = source
    self.change = change
    self.target = target
  }
}

extension Subject {
  /// Where an instruction stands, and the provision that gives it.
  func place(of instruction: GivenInstruction) -> (range: SourceRange, provision: Int) {
    let document = graph.documents[instruction.document]
    guard let anchor = document.anchor(named: instruction.source) else {
      return (document.numberRange(of: 0), 0)
    }
    return (SourceRange(file: document.file, start: anchor.start, end: anchor.end), Int(anchor.provision))
  }
}
