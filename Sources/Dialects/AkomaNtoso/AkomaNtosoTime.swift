import Provisions
import XMLReading

/// Events and periods of a document and of the documents within it.
///
/// An attached document has metadata of its own, and names its events and periods as it likes: `p1` of an annex is not
/// `p1` of the act. A name is looked up in the innermost document that holds the place, then in those around it, then
/// anywhere.
struct AkomaNtosoTime {
  /// All events, in the order of the source.
  private(set) var events: [LifecycleEvent] = []
  private var parts: [Part] = []

  /// What one `meta` declares.
  private struct Part {
    /// Source bytes of the document whose metadata they are.
    var range: Range<UInt32>
    var dates: [String: LegalDate] = [:]
    var intervals: [String: ValidityInterval] = [:]
    /// The day on which the whole of it was repealed. A repeal that ends the period of a provision is the provision's.
    var repeal: LegalDate?
  }

  init() {}

  /// - Parameter scopes: the `meta` elements in order, each with the document that it belongs to.
  init(tree: XMLTree, scopes: [(meta: Int, owner: XMLNode)]) {
    var repeals: [[LegalDate]] = []
    for scope in scopes {
      var part = Part(range: scope.owner.offset..<max(scope.owner.endOffset, scope.owner.offset))
      let first = events.count
      for i in scope.meta..<Int(tree.nodes[scope.meta].end) where tree.isElement(i, "eventRef") {
        let node = tree.nodes[i]
        guard let date = tree.value("date", of: node).flatMap({ LegalDate($0) }) else { continue }
        for name in Self.identifiers(of: node, in: tree) { part.dates[name] = date }
        events.append(
          LifecycleEvent(
            kind: tree.value("type", of: node) ?? "", date: date, source: tree.value("source", of: node) ?? ""))
      }
      repeals.append(events[first...].filter { $0.kind == "repeal" }.map(\.date))
      parts.append(part)
    }
    for (k, scope) in scopes.enumerated() { readPeriods(tree, scope.meta, part: k, repeals: repeals[k]) }
  }

  private mutating func readPeriods(_ tree: XMLTree, _ meta: Int, part k: Int, repeals: [LegalDate]) {
    var ofPeriods: Set<LegalDate> = []
    let place = tree.nodes[meta].offset
    for i in meta..<Int(tree.nodes[meta].end) where tree.isElement(i, "temporalGroup") {
      let node = tree.nodes[i]
      var interval: ValidityInterval?
      for t in i..<Int(node.end) where tree.isElement(t, "timeInterval") {
        let start = tree.value("start", of: tree.nodes[t]).flatMap { date(of: $0, at: place) }
        let end = tree.value("end", of: tree.nodes[t]).flatMap { date(of: $0, at: place) }
        if let end { ofPeriods.insert(end) }
        // Several intervals of one group: the text is in force from the first start to the last end.
        if let known = interval {
          interval?.start = [known.start, start].compactMap { $0 }.min()
          interval?.end = known.end == nil || end == nil ? nil : [known.end, end].compactMap { $0 }.max()
        } else {
          interval = ValidityInterval(start: start, end: end)
        }
      }
      guard let interval else { continue }
      for name in Self.identifiers(of: node, in: tree) { parts[k].intervals[name] = interval }
    }
    parts[k].repeal = repeals.last { !ofPeriods.contains($0) }
  }

  private static func identifiers(of node: XMLNode, in tree: XMLTree) -> [String] {
    ["eId", "id", "currentId"].compactMap { tree.value($0, of: node) }
  }

  /// The interval of a period that stands at a place of the source.
  func interval(_ name: String, at place: UInt32) -> ValidityInterval? { find(at: place) { $0.intervals[name] } }

  /// The day of an event reference ("#e2") at a place of the source, or of a plain date.
  func date(of text: String, at place: UInt32) -> LegalDate? {
    let name = text.hasPrefix("#") ? String(text.dropFirst()) : text
    return find(at: place) { $0.dates[name] } ?? LegalDate(text)
  }

  /// The day of the repeal of the document itself: its metadata are the first.
  var repeal: LegalDate? { parts.first?.repeal }

  /// The same of the document whose metadata stand at a place of the source.
  func repeal(at place: UInt32) -> LegalDate? { parts.last { $0.range.contains(place) }?.repeal }

  private func find<Value>(at place: UInt32, _ look: (Part) -> Value?) -> Value? {
    if parts.count > 1 {
      // Documents lie within one another, so the last that begins before the place and holds it is the innermost.
      for part in parts.reversed() where part.range.contains(place) {
        if let value = look(part) { return value }
      }
    }
    for part in parts {
      if let value = look(part) { return value }
    }
    return nil
  }
}
