import Provisions
import XMLReading

/// What happens to instructions when the acts that give them, or the texts to which they are given, are themselves to change.
enum AmendingActs {
  /// An amending act as it stands on a day.
  struct Edition: Hashable {
    let document: Int
    let day: LegalDate
  }

  /// Amends the amending acts: an instruction says what its act says on the day from which it counts. A later amendment of the
  /// act changes its text and no longer what it has done.
  ///
  /// - Parameters:
  ///   - instructions: with the times from which they count; those of amended acts are read anew.
  ///   - acts: the markup of the acts that give instructions, by document.
  ///   - read: the instructions in the markup of an act.
  /// - Returns: the markup of the editions from which instructions were read.
  static func rewrite(
    _ instructions: inout [Instruction], _ acts: [Int: MarkupTree], _ read: (Int, MarkupTree) -> [Instruction]
  ) -> [Edition: MarkupTree] {
    let givers = Set(instructions.map(\.document))
    let targets = Set(instructions.compactMap(\.target.document)).intersection(givers)
    let adopted = Dictionary(instructions.map { ($0.document, $0.adopted?.packed ?? 0) }) { first, _ in first }
    var editions: [Edition: MarkupTree] = [:]
    // The younger act first: an act that amends an amending act may be amended by a younger one.
    for act in targets.sorted(by: { (adopted[$0] ?? 0, $1) > (adopted[$1] ?? 0, $0) }) {
      guard let markup = acts[act] else { continue }
      let changes = instructions.filter {
        $0.target.document == act && $0.document != act && $0.operation.changesWords && $0.effective.start != nil
      }.sorted(by: isBefore)
      guard !changes.isEmpty else { continue }
      let days = Set(instructions.lazy.filter { $0.document == act }.compactMap(\.effective.start))
      for day in days.sorted() {
        var text = AmendedText(markup)
        for change in changes where change.effective.holds(on: day) {
          let giver =
            change.edition.flatMap { editions[Edition(document: change.document, day: $0)] } ?? acts[change.document]
          if let giver { text.apply(change, from: giver) }
        }
        guard text.outcomes.values.contains(.applied) else { continue }
        replace(&instructions, of: act, on: day, by: read(act, text.tree))
        editions[Edition(document: act, day: day)] = text.tree
      }
    }
    return editions
  }

  /// Takes what the instructions of a day say from another edition of their act. One that is not there any more goes.
  private static func replace(
    _ instructions: inout [Instruction], of act: Int, on day: LegalDate, by edition: [Instruction]
  ) {
    var counts: [Place: Int] = [:]
    var out: [Instruction] = []
    for instruction in instructions {
      guard instruction.document == act, instruction.effective.start == day else {
        out.append(instruction)
        continue
      }
      let place = Place(source: instruction.source, target: instruction.target.address)
      let same = edition.filter { $0.source == place.source && $0.target.address == place.target }
      let k = counts[place, default: 0]
      counts[place] = k + 1
      guard k < same.count else { continue }
      var now = same[k]
      now.effective = instruction.effective
      now.edition = day
      out.append(now)
    }
    instructions = out
  }

  private struct Place: Hashable {
    let source: String
    let target: String
  }

  private static func isBefore(_ a: Instruction, _ b: Instruction) -> Bool {
    let (x, y) = (a.effective.start?.packed ?? .max, b.effective.start?.packed ?? .max)
    return x != y ? x < y : (a.document, a.source) < (b.document, b.source)
  }

  /// Moves the times of instructions whose act, or the part of it that gives them, enters into force otherwise, is postponed,
  /// prolonged or ended; and the end of a unit whose time is prolonged.
  static func reschedule(
    _ instructions: inout [Instruction], _ acts: [Int: MarkupTree], by axis: PointOfView.Axis
  ) {
    let moving: PointOfView.Axis = axis == .efficacy ? .efficacy : .force
    let changes = instructions.filter {
      if case .changeTime(let change) = $0.operation { change.axis == moving } else { false }
    }
    .sorted { ($0.adopted?.packed ?? .max) < ($1.adopted?.packed ?? .max) }
    /// How closely the unit was named whose commencement an instruction has.
    var closeness: [Int: Int] = [:]
    for change in changes {
      guard case .changeTime(let shift) = change.operation, let act = change.target.document else { continue }
      let units = acts[act].map { Self.units(change.target, in: $0) } ?? [change.target.identifier]
      let depth = change.target.lineage.count
      for k in instructions.indices {
        let own = instructions[k]
        let isItself = own.document == change.document && own.source == change.source
        if own.document == act, !isItself, units.contains(where: own.isGiven) {
          if [.begins, .isPostponed].contains(shift.kind), let start = own.effective.start {
            // What began before the order was made does not begin once more; a closer commencement goes before a wider one.
            let hasBegun = change.adopted.map { start <= $0 } ?? false
            let isLater = change.effective.start.map { $0 > start } ?? true
            let isNamedCloser = shift.kind == .begins && (closeness[k] ?? -1) > depth
            if hasBegun && isLater || isNamedCloser { continue }
          }
          if shift.kind == .begins, change.effective.start != nil { closeness[k] = depth }
          instructions[k].effective = shift.shifted(
            own.effective, by: change.effective, isOwn: change.document == own.document)
        } else if shift.kind == .isProlonged, own.target.document == act, units.contains(own.target.identifier),
          case .changeTime(let other) = own.operation, other.kind == .ends, let over = own.effective.start,
          let last = change.effective.last, last > over, change.adopted.map({ $0 <= over }) ?? true
        {
          instructions[k].effective = .from(last)
        }
      }
    }
  }

  /// The identifiers of the units of a range in the markup of their act.
  private static func units(_ target: Instruction.Target, in act: MarkupTree) -> [String] {
    guard let upTo = target.upTo, act.root != MarkupTree.none else { return [target.identifier] }
    var node = MarkupTree.none
    act.each(act.root) { if !act.isText($0), act.attribute($0, "eId") == target.identifier { node = $0 } }
    var out: [String] = []
    while node != MarkupTree.none {
      if !act.isText(node), let id = act.attribute(node, "eId") {
        out.append(id)
        if id == upTo { return out }
      }
      node = act.next(node)
    }
    return [target.identifier]
  }

  /// An amendment of a unit that another act inserts only later takes effect together with that unit.
  ///
  /// - Parameter has: whether a document has a unit in its source.
  static func waitForTargets(
    _ instructions: inout [Instruction], _ acts: [Int: MarkupTree], has: (_ document: Int, _ identifier: String) -> Bool
  ) {
    /// By amended document and identifier of an inserted unit: the instructions that insert it.
    var births: [Int: [String: [Int]]] = [:]
    for (k, giver) in instructions.enumerated() {
      guard case .insert(let payload, let position) = giver.operation, let act = acts[giver.document],
        let target = giver.target.document
      else { continue }
      for child in act.children(payload.holder) where !act.isText(child) {
        guard let id = act.attribute(child, "eId"), id.hasPrefix(payload.identifier + "__") else { continue }
        let own = String(id.dropFirst(payload.identifier.count + 2))
        let isInside = position == .start || position == .end
        let name = AmendedText.identifier(own, below: isInside ? giver.target.identifier : giver.target.holder)
        births[target, default: [:]][name, default: []].append(k)
      }
    }
    guard !births.isEmpty else { return }
    for k in instructions.indices {
      let own = instructions[k]
      guard let target = own.target.document, let start = own.effective.start, let known = births[target],
        !has(target, own.target.identifier),
        let inserting = own.target.lineage.lazy.compactMap({ known[$0] }).first, !inserting.contains(k)
      else { continue }
      let givers = inserting.map { instructions[$0] }.filter {
        $0.document != own.document && ($0.adopted?.packed ?? .max) <= (own.adopted?.packed ?? .max)
      }
      guard !givers.isEmpty, !givers.contains(where: { $0.effective.holds(on: start) }) else { continue }
      if let day = givers.compactMap(\.effective.start).filter({ $0 > start }).min() {
        instructions[k].effective =
          if case .between(_, let end) = own.effective, day < end { .between(day, end) } else { .from(day) }
      } else if givers.allSatisfy({ $0.effective.start == nil }) {
        instructions[k].effective = .undetermined("\(own.target.identifier) has no day of commencement yet")
      }
    }
  }
}

extension Instruction.Target {
  /// The identifier of what holds the unit; empty where nothing does.
  fileprivate var holder: String {
    identifier.ranges(of: "__").last.map { String(identifier[..<$0.lowerBound]) } ?? ""
  }

  /// The identifier of the unit and of all that holds it, the innermost first.
  fileprivate var lineage: [String] {
    var out = [identifier]
    while let last = out.last, let cut = last.ranges(of: "__").last { out.append(String(last[..<cut.lowerBound])) }
    return out.filter { !$0.isEmpty }
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
