package import Provisions

/// One change that one act makes to another: what, where, when, and on whose words.
///
/// Source of the vocabulary: Akoma Ntoso 1.0, modifications of the text, of its force and efficacy, of its meaning and scope;
/// a dialect maps its own to these.
package struct Instruction: Sendable {
  package typealias ID = Int32

  /// Index among all instructions of a framework, in their order; also the ``MarkupTree/origin(_:)`` of what it writes.
  package var id: ID = -1
  package var operation: Operation
  package var target: Target
  package var effective: Effective
  /// The act that gives the instruction, as an index into the documents.
  package var document: Int
  /// The identifier of the instruction's element in that act, such as "art_1__para_2__mod_1".
  package var source: String
  /// The day whose edition of the act the words come from, where the act was amended before it took effect.
  package var edition: LegalDate?
  /// The identifiers of what holds that element in the act, the innermost first.
  package var holders: [String] = []
  /// When the act was made: between instructions that take effect on one day the older act goes first.
  package var adopted: LegalDate?

  /// What is done.
  package enum Operation: Sendable, Equatable {
    /// The target, and what follows it up to the end of the target's range, is replaced by the payload.
    case replace(Payload)
    case insert(Payload, Position)
    /// Words in the target are replaced by others, or taken out where `new` is empty.
    case replaceWords(old: String, new: String)
    /// Words are added to the target.
    case insertWords(String, Position)
    case repeal
    /// The target bears another identifier, and with it another number.
    case renumber(String)
    /// When the target counts changes, and no word of it.
    case changeTime(TimeChange)
    /// The target is to be read otherwise, and no word of it changes.
    case construe(Construction)
    /// The document records a change of a kind that is not known.
    case unknown(String)
  }

  /// Where a payload goes, seen from the target. `start` and `end` are inside it.
  package enum Position: String, Sendable {
    case before, after, start, end
  }

  /// Units that an act quotes: elements of its own markup.
  package struct Payload: Sendable, Equatable {
    /// The element that holds them, such as a quoted structure.
    package let holder: MarkupTree.NodeID
    /// Its identifier, with which those of the units begin.
    package let identifier: String
  }

  package struct Target: Sendable, Equatable {
    /// The document, as an index; `nil` where it is not loaded.
    package var document: Int?
    /// As written.
    package var address: String
    /// The identifier of the unit; empty for the whole document.
    package var identifier: String
    /// The identifier of the last unit of a range, if it is one.
    package var upTo: String?
    /// The characters of the unit's text that are meant, where the act counts them.
    package var characters: Range<Int>?
  }

  /// From when the change counts.
  package enum Effective: Sendable, Equatable {
    case from(LegalDate)
    /// Between two dates: before the second the old text comes back.
    case between(LegalDate, LegalDate)
    /// The act names no date that could be read; the words of its condition, if any.
    case undetermined(String)

    package var start: LegalDate? {
      switch self {
      case .from(let date), .between(let date, _): date
      case .undetermined: nil
      }
    }

    /// Whether the change counts on a date.
    package func holds(on date: LegalDate) -> Bool {
      switch self {
      case .from(let start): start <= date
      case .between(let start, let end): start <= date && date < end
      case .undetermined: false
      }
    }
  }
}

extension Instruction {
  /// What is done, as a clause: "in art_1__para_1 “ten” is replaced by “twelve”".
  package var words: String {
    let first = target.identifier.isEmpty ? "the act" : target.identifier
    let unit = target.upTo.map { "\(first) to \($0)" } ?? first
    switch operation {
    case .replace: return "\(unit) is replaced"
    case .insert(_, let position): return "units are inserted \(position.words) \(unit)"
    case .replaceWords("", ""): return "words in \(unit) are replaced"
    case .replaceWords(let old, ""): return "in \(unit) “\(old)” is deleted"
    case .replaceWords(let old, let new): return "in \(unit) “\(old)” is replaced by “\(new)”"
    case .insertWords(let words, let position): return "“\(words)” is inserted \(position.words) \(unit)"
    case .repeal: return "\(unit) is repealed"
    case .renumber(let new): return "\(unit) becomes \(new)"
    case .changeTime(let change): return change.clause(unit)
    case .construe(let construction): return construction.clause(unit)
    case .unknown: return "\(unit) is to be changed"
    }
  }
}

extension Instruction.Position {
  fileprivate var words: String {
    switch self {
    case .before: "before"
    case .after: "after"
    case .start: "at the start of"
    case .end: "at the end of"
    }
  }
}

/// An act that an amended document names among those that amended it, and that is not loaded.
package struct UnsuppliedAct: Sendable, Equatable {
  /// The amended document, as an index.
  package let target: Int
  /// The amending work, as written.
  package let work: String
  package let from: LegalDate?
}

/// What became of an instruction.
package enum Outcome: Sendable, Equatable {
  case applied
  /// It takes effect after the date, or not yet on a date that is known.
  case pending
  /// It no longer counts on the date.
  case lapsed
  /// The text already holds it: it is a consolidated one of a later date.
  case contained
  case failed(Failure)
}

/// Why an instruction could not be carried out. The text is then left as it was.
package enum Failure: Error, Equatable {
  case targetMissing(String)
  case endOfRangeMissing(String)
  /// The unit was repealed before.
  case targetRepealed(String)
  case wordsMissing(String)
  case wordsSeveralTimes(String, Int)
  /// The words stand there a number of times, and the instruction counts another one.
  case wordsCounted(String, Int, Int)
  case payloadMissing
  /// The place of the payload has another unit with this identifier.
  case identifierTaken(String)
  case notUnderstood(String)

  /// As a clause of a sentence.
  package var words: String {
    switch self {
    case .targetMissing(let id): "there is no unit “\(id)”"
    case .endOfRangeMissing(let id): "the range ends at “\(id)”, which is no sibling behind its start"
    case .targetRepealed(let id): "“\(id)” was repealed before"
    case .wordsMissing(let words): "the words “\(words)” do not stand there"
    case .wordsSeveralTimes(let words, let count): "the words “\(words)” stand there \(count) times"
    case .wordsCounted(let words, let count, let wanted):
      "the words “\(words)” stand there \(count) times and not \(wanted)"
    case .payloadMissing: "the instruction quotes no text"
    case .identifierTaken(let id): "there is a unit “\(id)” already"
    case .notUnderstood(let what): what
    }
  }
}
