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
  /// their instructions are told that differ in the same way; where no pair does it alone, the first of each act.
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
    guard differ(a, b, on: before), let first = a.first, let second = b.first else { return [] }
    var out: [OrderConflict] = []
    for x in a {
      for y in b where differ([x], [y], on: before) {
        out.append(OrderConflict(date: date, first: x.id, second: y.id))
      }
    }
    return out.isEmpty ? [OrderConflict(date: date, first: first.id, second: second.id)] : out
  }

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
