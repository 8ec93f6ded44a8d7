import Provisions
import XMLReading

/// What happens to the instructions when the acts that give them are themselves changed.
struct AmendingActs {
  private let instructions: [Instruction]

  init(_ instructions: [Instruction]) { self.instructions = instructions }

  /// Amends the amending acts: what an act says counts as it stands on the day on which its first instruction is carried out.
  /// A later amendment changes the text of the act and no longer what it has done.
  ///
  /// - Parameter acts: the markup of the acts that give instructions, by document.
  /// - Returns: the acts that were changed.
  func rewrite(_ acts: inout [Int: MarkupTree]) -> [Int] {
    let givers = Set(instructions.map(\.document))
    let targets = Set(instructions.compactMap(\.target.document)).intersection(givers)
    // The younger act first: an act that amends an amending act may be amended by a younger one.
    let order = targets.sorted { a, b in
      let (x, y) = (adopted(a), adopted(b))
      return x != y ? x > y : a < b
    }
    var changed: [Int] = []
    for act in order {
      guard let markup = acts[act] else { continue }
      let first = instructions.filter { $0.document == act }.compactMap(\.effective.start).min()
      let changes = instructions.filter { instruction in
        guard instruction.target.document == act, instruction.document != act, instruction.operation.changesWords,
          let start = instruction.effective.start
        else { return false }
        return first.map { start <= $0 } ?? true
      }
      guard !changes.isEmpty else { continue }
      var text = AmendedText(markup)
      for instruction in changes.sorted(by: isBefore) {
        if let giver = acts[instruction.document] { text.apply(instruction, from: giver) }
      }
      guard text.outcomes.values.contains(.applied) else { continue }
      acts[act] = text.tree
      changed.append(act)
    }
    return changed
  }

  private func adopted(_ act: Int) -> Int32 {
    instructions.first { $0.document == act }?.adopted.map { Int32($0.packed) } ?? 0
  }

  private func isBefore(_ a: Instruction, _ b: Instruction) -> Bool {
    let (x, y) = (a.effective.start?.packed ?? .max, b.effective.start?.packed ?? .max)
    return x != y ? x < y : (a.document, a.source) < (b.document, b.source)
  }

  /// Moves the times of instructions whose act, or the part of it that gives them, enters into force otherwise, is postponed,
  /// prolonged or ended; and the end of a unit whose time is prolonged.
  static func reschedule(_ instructions: inout [Instruction]) {
    let changes = instructions.filter { if case .changeTime = $0.operation { true } else { false } }
      .sorted { ($0.adopted?.packed ?? .max) < ($1.adopted?.packed ?? .max) }
    for change in changes {
      guard case .changeTime(let shift) = change.operation, shift.axis == .force, let act = change.target.document
      else { continue }
      let unit = change.target.identifier
      for k in instructions.indices {
        let own = instructions[k]
        if own.document == act, own.isGiven(in: unit), own.source != change.source {
          instructions[k].effective = shift.shifted(own.effective, by: change.effective)
        } else if shift.kind == .isProlonged, own.target.document == act, own.target.identifier == unit,
          case .changeTime(let other) = own.operation, other.kind == .ends, let last = change.effective.last
        {
          instructions[k].effective = .from(last)
        }
      }
    }
  }
}

extension Instruction {
  /// Whether its words stand in a unit of its act; every one stands in the act as a whole.
  fileprivate func isGiven(in unit: String) -> Bool {
    unit.isEmpty || source == unit || holders.contains(unit)
  }
}

extension Instruction.Operation {
  /// Whether words are added, taken out or moved.
  package var changesWords: Bool {
    switch self {
    case .changeTime, .construe, .unknown: false
    case .replace, .insert, .replaceWords, .insertWords, .repeal, .renumber: true
    }
  }
}
