import Provisions

/// The times that a document names in its metadata.
struct NamedTimes {
  /// By identifier of an event.
  private(set) var events: [String: LegalDate] = [:]
  /// By identifier of a temporal group: its interval.
  private(set) var periods: [String: Instruction.Effective] = [:]

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
      let interval = tree.firstElement(group, named: "timeInterval")
      func date(_ name: String) -> LegalDate? {
        interval.flatMap { Self.local(tree.attribute($0, name)) }.flatMap { events[$0] }
      }
      periods[id] = Self.time(from: date("start"), to: date("end")) ?? .undetermined("no date of commencement is known")
    }
  }

  /// The time in force that a unit gives itself: by `period`, or by `start` and `end`.
  func time(of node: MarkupTree.NodeID, in tree: MarkupTree) -> Instruction.Effective? {
    if let period = Self.local(tree.attribute(node, "period")) { return periods[period] }
    func date(_ name: String) -> LegalDate? {
      guard let written = tree.attribute(node, name) else { return nil }
      return Self.local(written).flatMap { events[$0] } ?? LegalDate(written)
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
      guard !tree.isText(node), let number = tree.firstElement(node, named: "num"),
        let time = times.time(of: node, in: tree)
      else { return }
      let words = tree.text(number).split { $0.isWhitespace }.joined(separator: " ")
      let version = Version(parent: tree.parent(node), name: tree.name(node), number: words)
      versions[version, default: []].append((node, time.holds(on: date)))
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
