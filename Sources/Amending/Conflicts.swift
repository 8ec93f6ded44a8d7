package import Provisions

/// Two instructions of two acts that take effect on one day, where the text depends on which is carried out first.
package struct OrderConflict: Sendable, Equatable {
  package let date: LegalDate
  /// The one that is carried out first: that of the older act.
  package let first: Instruction.ID
  package let second: Instruction.ID
}

extension Amendments {
  /// The order conflicts on a document, by date and then in the order of the instructions.
  ///
  /// Two acts of one day are carried out in both orders on the text of the day before. Where the results differ, those pairs of
  /// their instructions are told that differ by themselves; where no pair does, the first that meet.
  package func orderConflicts(on document: Int, _ markup: MarkupTree) -> [OrderConflict] {
    var out: [OrderConflict] = []
    let all = instructions(on: document).filter { $0.effective.start != nil && !isContained($0, in: document) }
    var start = 0
    while start < all.count, let date = all[start].effective.start {
      let end = all[start...].firstIndex { $0.effective.start != date } ?? all.count
      let group = all[start..<end]
      let givers = group.reduce(into: [Int]()) { if !$0.contains($1.document) { $0.append($1.document) } }
      if givers.count > 1 {
        var before = AmendedText(markup)
        for instruction in all[..<start] where instruction.effective.holds(on: date) {
          carryOut(instruction, on: &before)
        }
        for (k, older) in givers.enumerated() {
          for younger in givers[(k + 1)...] {
            out += conflicts(
              group.filter { $0.document == older }, group.filter { $0.document == younger }, on: before, date)
          }
        }
      }
      start = end
    }
    return out.sorted { ($0.date, $0.first, $0.second) < ($1.date, $1.first, $1.second) }
  }

  private func conflicts(
    _ a: [Instruction], _ b: [Instruction], on before: AmendedText, _ date: LegalDate
  ) -> [OrderConflict] {
    let reach = (a: a.map(before.reach), b: b.map(before.reach))
    var meeting: [(Instruction, Instruction)] = []
    for (x, first) in zip(a, reach.a) {
      for (y, second) in zip(b, reach.b) where before.meet(first, second) { meeting.append((x, y)) }
    }
    guard let (first, second) = meeting.first, differ(a, b, on: before) else { return [] }
    let out = meeting.prefix(Self.mostPairs).filter { differ([$0], [$1], on: before) }
      .filter { !depends($1, on: $0, before) && !depends($0, on: $1, before) }
      .map { OrderConflict(date: date, first: $0.id, second: $1.id) }
    let isDependence = meeting.prefix(Self.mostPairs).contains {
      depends($1, on: $0, before) || depends($0, on: $1, before)
    }
    if out.isEmpty, isDependence { return [] }
    return out.isEmpty ? [OrderConflict(date: date, first: first.id, second: second.id)] : out
  }

  /// Whether an instruction can be carried out only after another, which makes its target: nobody can take the order otherwise.
  private func depends(_ b: Instruction, on a: Instruction, _ before: AmendedText) -> Bool {
    var text = before
    carryOut(b, on: &text)
    guard case .failed(.targetMissing) = text.outcomes[b.id] else { return false }
    carryOut(a, on: &text)
    carryOut(b, on: &text)
    return text.outcomes[b.id] == .applied
  }

  /// How many pairs of two acts are told apart at most: each is carried out four times.
  private static let mostPairs = 64

  private func differ(_ a: [Instruction], _ b: [Instruction], on before: AmendedText) -> Bool {
    Self.differ(a, b, on: before) { carryOut($0, on: &$1) }
  }

  /// Whether it makes a difference which of two lists is carried out first.
  package static func differ(
    _ a: [Instruction], _ b: [Instruction], on before: AmendedText, _ carryOut: (Instruction, inout AmendedText) -> Void
  ) -> Bool {
    func text(_ instructions: [Instruction]) -> [UInt8] {
      var text = before
      for instruction in instructions { carryOut(instruction, &text) }
      return MarkupWriter.xml(text.tree)
    }
    return text(a + b) != text(b + a)
  }
}

extension AmendedText {
  /// The part of the text that an instruction can change or look at.
  struct Reach {
    /// Units with all that is below them.
    var units: [MarkupTree.NodeID] = []
    /// A unit whose sequence of parts is changed.
    var sequence: MarkupTree.NodeID?
    /// A unit is named that is not there: another instruction may put it there.
    var isOpen = false
  }

  func reach(of instruction: Instruction) -> Reach {
    var reach = Reach()
    var named = [instruction.target.identifier]
    if let last = instruction.target.upTo { named.append(last) }
    var changesSequence = instruction.target.upTo != nil
    switch instruction.operation {
    case .renumber(let identifier):
      if let taken = place(identifier) { reach.units.append(taken) }
      changesSequence = true
    case .insert(_, .before), .insert(_, .after), .replace: changesSequence = true
    case .insert, .insertWords, .replaceWords, .repeal, .changeTime, .construe, .unknown: break
    }
    for identifier in named {
      let unit = identifier.isEmpty ? tree.root : place(identifier)
      guard let unit, unit != MarkupTree.none else {
        reach.isOpen = true
        continue
      }
      reach.units.append(unit)
      if changesSequence { reach.sequence = tree.parent(unit) }
    }
    return reach
  }

  func meet(_ a: Reach, _ b: Reach) -> Bool {
    if a.isOpen || b.isOpen { return true }
    if let sequence = a.sequence, sequence == b.sequence { return true }
    return a.units.contains { x in b.units.contains { tree.holds(x, $0) || tree.holds($0, x) } }
  }
}
