package import Provisions
import XMLReading

/// The text of an act with instructions carried out on it, one after the other.
package struct AmendedText: Sendable {
  package private(set) var tree: MarkupTree
  /// What became of each instruction that was looked at.
  package private(set) var outcomes: [Instruction.ID: Outcome] = [:]
  /// Units by identifier, as they stand.
  private var places: [String: MarkupTree.NodeID] = [:]
  /// Identifiers of units whose words were repealed; their numbers still stand.
  private var repealed: Set<String> = []
  /// By identifier: the parts that a unit without words had, and its time in force.
  private var retired: [String: (parts: [MarkupTree.NodeID], period: String?)] = [:]
  /// Whether versions of units that are not in force were taken out.
  package internal(set) var hasSelectedVersions = false
  /// The day on which the act as a whole ceases to be in force, where an instruction says so.
  package private(set) var end: LegalDate?
  /// Times in force that instructions gave to units, by the identifier of their temporal group.
  private(set) var periods: [String: (start: LegalDate, end: LegalDate?)] = [:]
  /// Whether units say when they are in force.
  private var datesUnits = false

  package init(_ tree: MarkupTree) {
    self.tree = tree
    index()
  }

  private mutating func index() {
    places.removeAll(keepingCapacity: true)
    guard tree.root != MarkupTree.none else { return }
    tree.each(tree.root) { node in
      guard !tree.isText(node), let id = tree.attribute(node, "eId") else { return }
      if places[id] == nil { places[id] = node }
      // LegalDocML.de gives times in force to articles only (baukasten.xsd), and those of its articles stay.
      let isDated = tree.attribute(node, "period")?.hasPrefix("#") ?? false
      if isDated, !tree.qualifiedName(node).namespace.contains("LegalDocML.de") { datesUnits = true }
    }
  }

  /// The unit that bears an identifier, as the text stands.
  package func place(_ identifier: String) -> MarkupTree.NodeID? { places[identifier] }

  /// Carries out an instruction, or says why it cannot be done and leaves the text as it was.
  ///
  /// - Parameter act: the markup of the act that gives the instruction.
  package mutating func apply(_ instruction: Instruction, from act: borrowing MarkupTree) {
    do throws(Failure) {
      try carryOut(instruction, act)
      outcomes[instruction.id] = .applied
    } catch {
      outcomes[instruction.id] = .failed(error)
    }
  }

  /// Changes the markup other than by an instruction.
  mutating func withTree(_ change: (inout MarkupTree) -> Void) { change(&tree) }

  package mutating func note(_ outcome: Outcome, of instruction: Instruction) { outcomes[instruction.id] = outcome }

  private mutating func carryOut(_ instruction: Instruction, _ act: borrowing MarkupTree) throws(Failure) {
    if instruction.target.identifier.isEmpty, !instruction.operation.changesWords {
      guard case .changeTime(let change) = instruction.operation else { return }
      if change.kind == .ends, change.axis == .force { end = instruction.effective.start }
      return
    }
    let target = try unit(instruction.target.identifier, for: instruction.operation)
    switch instruction.operation {
    case .unknown(let what): throw .notUnderstood(what)
    case .construe: return
    case .changeTime(let change):
      let nodes = try range(target, instruction.target)
      guard change.axis == .force else { return }
      for node in nodes where !tree.isText(node) { changeTime(of: node, change, instruction) }
    case .replaceWords(let old, let new):
      try replaceWords(old, by: new, in: target, instruction)
    case .insertWords(let words, let position):
      guard !words.isEmpty else { throw .payloadMissing }
      insertWords(words, position, target, instruction)
    case .repeal:
      for node in try range(target, instruction.target) { retire(node, "(Repealed.)", instruction) }
    case .renumber(let identifier):
      try renumber(target, to: identifier, instruction)
    case .insert(let payload, let position):
      try insert(payload, position, target, act, instruction)
    case .replace(let payload):
      let old = try range(target, instruction.target)
      let made = try units(payload, act, instruction, replaced: target)
      let going = Set(old.flatMap { identifiers(below: $0) })
      for id in made.compactMap({ tree.attribute($0, "eId") }) where places[id] != nil && !going.contains(id) {
        throw .identifierTaken(id)
      }
      for node in made { tree.insert(node, before: target) }
      for node in old { tree.remove(node) }
      repealed.subtract(going)
    }
    index()
  }

  // MARK: Places

  private func unit(
    _ identifier: String, for operation: Instruction.Operation
  ) throws(Failure) -> MarkupTree.NodeID {
    if identifier.isEmpty {
      guard let body = places["body"] else { throw .targetMissing("body") }
      return body
    }
    guard let node = places[identifier] else { throw .targetMissing(identifier) }
    guard repealed.contains(identifier) else { return node }
    switch operation {
    // The place of what was repealed is still known, and its number is free.
    case .insert(_, .before), .insert(_, .after), .replace: return node
    case .changeTime(let change) where change.kind == .beginsAgain: return node
    default: throw .targetRepealed(identifier)
    }
  }

  /// Whether a unit may bear an identifier: nothing does, or only the note on what was repealed.
  private func isFree(_ identifier: String) -> Bool { places[identifier] == nil || repealed.contains(identifier) }

  /// Takes away the notes on repealed units whose numbers are given again.
  private mutating func giveAgain(_ made: [MarkupTree.NodeID]) {
    for id in made.compactMap({ tree.attribute($0, "eId") }) where repealed.remove(id) != nil {
      retired[id] = nil
      if let note = places[id], !made.contains(note) { tree.remove(note) }
    }
  }

  /// The units from the target to the end of its range.
  private func range(
    _ first: MarkupTree.NodeID, _ target: Instruction.Target
  ) throws(Failure) -> [MarkupTree.NodeID] {
    guard let upTo = target.upTo, let last = places[upTo] else {
      if let upTo = target.upTo { throw .endOfRangeMissing(upTo) }
      return [first]
    }
    var out = [first]
    while let node = out.last, node != last {
      let next = tree.next(node)
      guard next != MarkupTree.none else { throw .endOfRangeMissing(upTo) }
      out.append(next)
    }
    return out
  }

  private func identifiers(below node: MarkupTree.NodeID) -> [String] {
    var out: [String] = []
    tree.each(node) { if !tree.isText($0), let id = tree.attribute($0, "eId") { out.append(id) } }
    return out
  }

  // MARK: Words

  private mutating func replaceWords(
    _ old: String, by new: String, in target: MarkupTree.NodeID, _ instruction: Instruction
  ) throws(Failure) {
    let isOpen = old.allSatisfy(\.isWhitespace)
    if let characters = instruction.target.characters {
      let text = tree.text(target)
      let scalars = text.unicodeScalars
      guard characters.upperBound <= scalars.count else { throw .wordsMissing(old) }
      let low = scalars.index(scalars.startIndex, offsetBy: characters.lowerBound)
      let high = scalars.index(low, offsetBy: characters.count)
      guard isOpen || text[low..<high] == old else { throw .wordsMissing(old) }
      let start = text.utf8.distance(from: text.startIndex, to: low)
      let end = text.utf8.distance(from: text.startIndex, to: high)
      tree.replaceText(start..<end, in: target, by: new, origin: instruction.id)
      return
    }
    guard !isOpen else { throw .payloadMissing }
    let found = tree.findWhole(old, in: target)
    guard let only = found.first else { throw .wordsMissing(old) }
    guard found.count == 1 else { throw .wordsSeveralTimes(old, found.count) }
    tree.replaceText(only, in: target, by: new, origin: instruction.id)
  }

  private mutating func insertWords(
    _ words: String, _ position: Instruction.Position, _ target: MarkupTree.NodeID, _ instruction: Instruction
  ) {
    switch position {
    case .start, .before: tree.replaceText(0..<0, in: target, by: words, origin: instruction.id)
    case .end, .after: tree.appendText(words, to: target, origin: instruction.id)
    }
  }

  // MARK: Units

  /// Takes the words of a unit away. Its number stays with a note, so that the numbers go on without a gap.
  private mutating func retire(_ node: MarkupTree.NodeID, _ note: String, _ instruction: Instruction) {
    guard let number = tree.firstElement(node, named: "num"), let id = tree.attribute(node, "eId") else {
      tree.remove(node)
      return
    }
    let words = tree.children(node).filter { $0 != number }
    for child in words { tree.remove(child) }
    retired[id] = (words, tree.attribute(node, "period"))
    let space = tree.qualifiedName(node).namespace
    let content = tree.makeElement(.init(namespace: space, local: "content"), [("eId", id + "__content")])
    let remark = tree.makeElement(.init(namespace: space, local: "p"), [("class", "editorial")])
    tree.append(tree.makeText(note.utf8, origin: instruction.id), to: remark)
    tree.append(remark, to: content)
    tree.append(content, to: node)
    tree.setAttribute(node, "status", "removed")
    tree.setAttribute(node, "period", nil)
    repealed.insert(id)
  }

  /// Puts back the words of a unit that is in force again.
  private mutating func revive(_ node: MarkupTree.NodeID) {
    guard let id = tree.attribute(node, "eId"), let (words, period) = retired.removeValue(forKey: id) else { return }
    let number = tree.firstElement(node, named: "num")
    for child in tree.children(node) where child != number { tree.remove(child) }
    for child in words { tree.append(child, to: node) }
    tree.setAttribute(node, "status", nil)
    tree.setAttribute(node, "period", period)
    repealed.remove(id)
  }

  private mutating func changeTime(of node: MarkupTree.NodeID, _ change: TimeChange, _ instruction: Instruction) {
    if change.kind == .beginsAgain { revive(node) }
    // What has ended is not prolonged, unless the act dates its effect back.
    if change.kind == .isProlonged, case .between(_, let over)? = NamedTimes(tree).time(of: node, in: tree),
      let made = instruction.adopted, over < made, (instruction.effective.start ?? made) > over
    {
      return
    }
    guard change.kind != .ends else { return retire(node, "(No longer in force.)", instruction) }
    let own = NamedTimes(tree).time(of: node, in: tree) ?? .undetermined("")
    let time: Instruction.Effective =
      if change.kind == .beginsAgain { instruction.effective } else {
        own == .undetermined("") && change.kind == .isProlonged
          ? instruction.effective : change.shifted(own, by: instruction.effective)
      }
    guard let start = time.start else { return }
    let end: LegalDate? = if case .between(_, let end) = time { end } else { nil }
    let period = Self.period(start) + (end.map { "_\($0)" } ?? "")
    periods[period] = (start, end)
    tree.setAttribute(node, "period", "#" + period)
  }

  private mutating func renumber(
    _ node: MarkupTree.NodeID, to identifier: String, _ instruction: Instruction
  ) throws(Failure) {
    guard let old = tree.attribute(node, "eId"), !identifier.isEmpty else {
      throw .notUnderstood("no new number is given")
    }
    if let taken = places[identifier], taken != node {
      // A number of which only the note is left is free again.
      guard repealed.contains(identifier) else { throw .identifierTaken(identifier) }
      tree.remove(taken)
      repealed.remove(identifier)
    }
    if let number = tree.firstElement(node, named: "num") {
      let from = Self.number(of: old)
      let to = Self.number(of: identifier)
      guard let place = tree.findWhole(from, in: number).first else { throw .wordsMissing(from) }
      tree.replaceText(place, in: number, by: to, origin: instruction.id)
    }
    if tree.attribute(node, "wId") == nil { tree.setAttribute(node, "wId", old) }
    rename(node, from: old, to: identifier)
    redirect(from: old, to: identifier, instruction)
  }

  /// Lets the links of the text that lead to a unit lead to its new identifier; their words stay. Words that the act of the
  /// renumbering itself wrote are left: they may mean either.
  private mutating func redirect(from old: String, to new: String, _ instruction: Instruction) {
    var moved: [(MarkupTree.NodeID, String)] = []
    tree.each(tree.root) { node in
      guard !tree.isText(node), tree.name(node) == "ref", tree.origin(node) < 0,
        let written = tree.attribute(node, "href"), written.hasPrefix("#")
      else { return }
      let name = written.dropFirst()
      if name == old || name.hasPrefix(old + "__") { moved.append((node, "#" + new + name.dropFirst(old.count))) }
    }
    for (node, address) in moved { tree.setAttribute(node, "href", address) }
  }

  /// The number in the last step of an identifier: "3" in "art_34__para_3".
  private static func number(of identifier: String) -> String {
    String(identifier[(identifier.lastIndex(of: "_").map { identifier.index(after: $0) } ?? identifier.startIndex)...])
  }

  /// Gives a unit and all that is below it identifiers that begin otherwise.
  private mutating func rename(_ node: MarkupTree.NodeID, from old: String, to new: String) {
    var nodes: [(MarkupTree.NodeID, String)] = []
    tree.each(node) { inner in
      guard !tree.isText(inner), let id = tree.attribute(inner, "eId") else { return }
      if id == old || id.hasPrefix(old + "__") { nodes.append((inner, new + id.dropFirst(old.count))) }
    }
    for (inner, id) in nodes { tree.setAttribute(inner, "eId", id) }
  }

  private mutating func insert(
    _ payload: Instruction.Payload, _ position: Instruction.Position, _ target: MarkupTree.NodeID,
    _ act: borrowing MarkupTree, _ instruction: Instruction
  ) throws(Failure) {
    let made = try units(
      payload, act, instruction, at: position == .start || position == .end ? target : tree.parent(target))
    for id in made.compactMap({ tree.attribute($0, "eId") }) where !isFree(id) { throw .identifierTaken(id) }
    var previous = MarkupTree.none
    switch position {
    case .before:
      for node in made { tree.insert(node, before: target) }
    case .after:
      previous = target
      for node in made {
        tree.insert(node, behind: previous)
        previous = node
      }
    case .start:
      previous =
        tree.children(target).last { ["num", "heading", "subheading", "intro"].contains(tree.name($0)) }
        ?? MarkupTree.none
      for node in made {
        tree.insert(node, into: target, behind: previous)
        previous = node
      }
    case .end:
      announce(target)
      let wrapUp = tree.firstElement(target, named: "wrapUp")
      for node in made {
        if let wrapUp { tree.insert(node, before: wrapUp) } else { tree.append(node, to: target) }
      }
    }
    giveAgain(made)
  }

  /// Makes the words of a unit the introduction to the units that it gets.
  private mutating func announce(_ target: MarkupTree.NodeID) {
    guard let content = tree.firstElement(target, named: "content"), let id = tree.attribute(target, "eId") else {
      return
    }
    let intro = tree.makeElement(
      .init(namespace: tree.qualifiedName(content).namespace, local: "intro"), [("eId", id + "__intro")])
    for child in tree.children(content) {
      tree.remove(child)
      tree.append(child, to: intro)
    }
    tree.insert(intro, before: content)
    tree.remove(content)
  }

  /// Copies of the units that an act quotes, with the identifiers and the time in force that they have in their new place.
  private mutating func units(
    _ payload: Instruction.Payload, _ act: borrowing MarkupTree, _ instruction: Instruction,
    replaced: MarkupTree.NodeID = MarkupTree.none, at place: MarkupTree.NodeID = MarkupTree.none
  ) throws(Failure) -> [MarkupTree.NodeID] {
    var made: [MarkupTree.NodeID] = []
    let parent = replaced == MarkupTree.none ? place : tree.parent(replaced)
    let home = parent == MarkupTree.none ? "" : tree.attribute(parent, "eId") ?? ""
    for child in act.children(payload.holder) where !act.isText(child) {
      let copy = tree.copy(child, from: act, origin: instruction.id)
      if let id = tree.attribute(copy, "eId"), id.hasPrefix(payload.identifier + "__") {
        let own = String(id.dropFirst(payload.identifier.count + 2))
        rename(copy, from: id, to: Self.identifier(own, below: home))
      }
      if datesUnits, case .from(let date) = instruction.effective {
        tree.setAttribute(copy, "period", "#" + Self.period(date))
      }
      made.append(copy)
    }
    guard !made.isEmpty else { throw .payloadMissing }
    return made
  }

  /// The identifier of a temporal group that begins on a date.
  static func period(_ date: LegalDate) -> String { "tg_\(date)" }

  /// Units that are numbered through the act bear their own identifier, others begin with that of what holds them.
  static func identifier(_ own: String, below home: String) -> String {
    let isThrough = ["art_", "chp_", "sec_", "part_", "book_", "title_"].contains { own.hasPrefix($0) }
    return isThrough || home.isEmpty || home == "body" ? own : home + "__" + own
  }
}
