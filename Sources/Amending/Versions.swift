import Provisions

/// The times that a document names in its metadata.
struct NamedTimes {
  /// By identifier of an event.
  private(set) var events: [String: LegalDate] = [:]
  /// By identifier of a temporal group: its intervals, at least one.
  private(set) var periods: [String: [Instruction.Effective]] = [:]

  init(_ tree: MarkupTree) {
    guard tree.root != MarkupTree.none else { return }
    var groups: [MarkupTree.NodeID] = []
    tree.each(tree.root) { node in
      guard !tree.isText(node) else { return }
      switch tree.name(node) {
      case "eventRef":
        if let id = tree.attribute(node, "eId"), let date = tree.attribute(node, "date").flatMap({ LegalDate($0) }) {
          events[id] = date
        }
      case "temporalGroup": groups.append(node)
      default: break
      }
    }
    for group in groups {
      guard let id = tree.attribute(group, "eId") else { continue }
      let intervals = tree.elements(group, named: "timeInterval").map { time(of: $0, tree) }
      periods[id] = intervals.isEmpty ? [.undetermined("no date of commencement is known")] : intervals
    }
  }

  /// Two of start, end and duration make an interval (Akoma Ntoso 1.0, `timeInterval`).
  private func time(of interval: MarkupTree.NodeID, _ tree: MarkupTree) -> Instruction.Effective {
    func named(_ name: String) -> String? { tree.attribute(interval, name) }
    for name in ["start", "end"] {
      if let written = named(name), Self.local(written).flatMap({ events[$0] }) == nil {
        return .undetermined("there is no event “\(written)”")
      }
    }
    var start = Self.local(named("start")).flatMap { events[$0] }
    var end = Self.local(named("end")).flatMap { events[$0] }
    if let written = named("duration") {
      guard let length = DateSpan(written) else { return .undetermined("“\(written)” is no duration") }
      if let begin = start, end == nil {
        end = begin.adding(length)
      } else if let last = end, start == nil {
        start = last.adding(length.negated)
      }
    }
    if let begin = start, let last = end, last <= begin {
      return .undetermined("it would end on \(last), before it begins on \(begin)")
    }
    return Self.time(from: start, to: end) ?? .undetermined("no date of commencement is known")
  }

  /// The time in force that a unit gives itself: by `period`, or by `start` and `end`.
  func time(of node: MarkupTree.NodeID, in tree: MarkupTree) -> Instruction.Effective? {
    times(of: node, in: tree).first
  }

  /// The same where a unit is in force several times, as every summer.
  func times(of node: MarkupTree.NodeID, in tree: MarkupTree) -> [Instruction.Effective] {
    if let period = Self.local(tree.attribute(node, "period")) { return periods[period] ?? [] }
    return ownTime(of: node, in: tree).map { [$0] } ?? []
  }

  private func ownTime(of node: MarkupTree.NodeID, in tree: MarkupTree) -> Instruction.Effective? {
    func date(_ name: String) -> LegalDate? {
      guard let written = tree.attribute(node, name) else { return nil }
      return Self.local(written).flatMap { events[$0] } ?? LegalDate(written)
    }
    if tree.name(node) == "version",
      let start = tree.attribute(node, "fecha_vigencia").flatMap({ LegalDate(basic: $0) })
    {
      var next = tree.next(node)
      while next != MarkupTree.none, tree.isText(next) { next = tree.next(next) }
      let end = next == MarkupTree.none ? nil : tree.attribute(next, "fecha_vigencia").flatMap { LegalDate(basic: $0) }
      return end.map { start <= $0 ? .between(start, $0) : .from(start) } ?? .from(start)
    }
    return Self.time(from: date("start"), to: date("end"))
  }

  private static func time(from start: LegalDate?, to end: LegalDate?) -> Instruction.Effective? {
    switch (start, end) {
    case (let start?, let end?): .between(start, end)
    case (let start?, nil): .from(start)
    case (nil, let end?): LegalDate(year: 1, month: 1, day: 1).map { .between($0, end) }
    case (nil, nil): nil
    }
  }

  static func local(_ reference: String?) -> String? {
    guard let reference, reference.hasPrefix("#") else { return nil }
    return String(reference.dropFirst())
  }
}

extension AmendedText {
  /// Of several versions of a unit keeps the one that is in force on a date.
  ///
  /// Versions are units of one kind and number side by side, each with a time in force of its own. Where none is in force all
  /// stay, and where two are, both: which of them counts is not for the compiler to guess.
  mutating func selectVersions(on date: LegalDate) {
    guard tree.root != MarkupTree.none else { return }
    let times = NamedTimes(tree)
    var versions: [Version: [(node: MarkupTree.NodeID, isInForce: Bool)]] = [:]
    tree.each(tree.root) { node in
      guard !tree.isText(node) else { return }
      let number = tree.firstElement(node, named: "num")
      // The versions of a block of the BOE stand in it without numbers.
      guard number != nil || tree.name(node) == "version", case let own = times.times(of: node, in: tree), !own.isEmpty
      else { return }
      let words = number.map { tree.text($0).split { $0.isWhitespace }.joined(separator: " ") } ?? ""
      let version = Version(parent: tree.parent(node), name: tree.name(node), number: words)
      versions[version, default: []].append((node, own.contains { $0.holds(on: date) }))
    }
    let over = versions.values.filter { $0.contains(where: \.isInForce) && $0.contains { !$0.isInForce } }
      .flatMap { $0.filter { !$0.isInForce }.map(\.node) }
    guard !over.isEmpty else { return }
    withTree { tree in for node in over.sorted() { tree.remove(node) } }
    hasSelectedVersions = true
  }

  private struct Version: Hashable {
    let parent: MarkupTree.NodeID
    let name: String
    let number: String
  }
}
