package import Provisions

/// One instruction of an act of an Open Law library.
package struct LawInstruction: Sendable {
  /// Index among the instructions, in the order in which they are carried out.
  package internal(set) var id: Instruction.ID = -1
  /// Its element.
  let node: MarkupTree.NodeID
  let kind: OpenLawElement
  /// Who gives it, and from when it counts.
  package internal(set) var giver: Giver
  let order: Order

  /// The day of an act that names none: it comes after all others and never takes effect.
  static let unknownDay: LegalDate = {
    guard let day = LegalDate(year: 9999, month: 12, day: 31) else { preconditionFailure("the calendar has this day") }
    return day
  }()

  /// The provision of an act from which an instruction comes.
  package struct Giver: Sendable, Hashable {
    /// The document of the act, by its identifier.
    package let act: String
    /// "§3|(a)"; empty for what the act as a whole says.
    package let provision: String
    package let effective: LegalDate
    /// When its amendments begin to apply; `nil` while a condition is open.
    package var application: LegalDate?
    /// The condition that is open, such as "notfunded".
    package var condition: String?
  }

  /// The total order of instructions: by date, acts of parliament before others, the older number first, and then as they
  /// stand in the act. Instructions that one act puts into another stand where it puts them.
  struct Order: Sendable, Comparable {
    let date: LegalDate
    let rank: Int
    let numbers: [Int]
    let act: Int
    let place: MarkupTree.NodeID
    let inner: MarkupTree.NodeID

    static func < (a: Order, b: Order) -> Bool {
      if a.date != b.date { return a.date < b.date }
      if a.rank != b.rank { return a.rank < b.rank }
      if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
      return (a.act, a.place, a.inner) < (b.act, b.place, b.inner)
    }
  }
}

/// Something that an act did to a section: what its history tells.
package struct LawHistory: Sendable, Hashable {
  package let giver: LawInstruction.Giver
  /// What precedes it in words, such as "as added".
  package let prefix: String?
  /// Whether the editors want it shown.
  package let isShown: Bool
}
