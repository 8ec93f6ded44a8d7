package import Citations
package import Provisions

/// Whether a text counts on a day, as far as the documents tell.
package enum ForceState: Sendable, Equatable {
  case inForce
  /// From the day on, where it is known.
  case notYetInForce(LegalDate?)
  case repealed(LegalDate?)
  /// Limited in time, and the time is over.
  case expired(LegalDate)
  /// The wording that is loaded took effect on that day; an earlier wording may have been in force.
  case otherWording(since: LegalDate)
  /// The documents do not say.
  case unknown

  /// One or two words for a page or a message.
  package var words: String {
    switch self {
    case .inForce: "in force"
    case .notYetInForce: "not yet in force"
    case .repealed: "repealed"
    case .expired: "expired"
    case .otherWording: "in force in another wording"
    case .unknown: "not known to be in force"
    }
  }
}

/// Every text of every work in time. A state on a date is a view: ``on(_:)``.
package struct Timeline: Sendable {
  package let graph: CitationGraph

  /// The framework as it stands on a day.
  package func on(_ date: LegalDate) -> Framework { Framework(timeline: self, date: date) }
}

/// Puts the texts of a graph in time, from the dialects' own intervals and lifecycle events.
package func consolidate(_ graph: CitationGraph) -> Timeline { Timeline(graph: graph) }

/// A timeline seen on one day: a view without copies.
package struct Framework: Sendable {
  package let timeline: Timeline
  package let date: LegalDate

  package var graph: CitationGraph { timeline.graph }

  /// The state of a provision: what the markup says of it and of everything that holds it.
  package func state(of place: Place) -> ForceState {
    // Documents are read in place: a copy of one counts up every array that it has.
    let datesTheText = graph.documents[place.document].intervalsDateTheText
    var index = place.provision
    var known: ForceState = .unknown
    while true {
      let provision = graph.documents[place.document].provisions[index]
      switch state(of: provision, datesTheText) {
      case .unknown: break
      case .inForce: known = .inForce
      case .otherWording(let since):
        // An outer interval dates the group's heading, not what stands below.
        if known == .unknown { known = .otherWording(since: since) }
      case .expired(let end) where repeals(place.document, on: end): return .repealed(end)
      case let other: return other
      }
      if index == 0 { break }
      index = Int(provision.parent)
    }
    let whole = graph.documents[place.document].validity
    if let end = whole.end, date >= end { return .repealed(end) }
    if known == .unknown, let start = whole.start {
      if date >= start { return .inForce }
      return datesTheText ? .otherWording(since: start) : .notYetInForce(start)
    }
    return known
  }

  /// Whether the end of a time in force is that of a repeal, which the document's life cycle records.
  private func repeals(_ d: Int, on date: LegalDate) -> Bool {
    graph.documents[d].events.contains { $0.kind == "repeal" && $0.date == date }
  }

  /// The state of a document as a whole. Where the document does not say it of itself, it is in force as soon as one of its
  /// provisions is.
  package func state(ofDocument d: Int) -> ForceState {
    let whole = state(of: Place(document: d, provision: 0))
    guard whole == .unknown else { return whole }
    var earliest: LegalDate?
    var known: ForceState = .unknown
    var isUndated = false
    for (i, provision) in graph.documents[d].provisions.enumerated() where !provision.traits.contains(.quoted) {
      switch state(of: provision, graph.documents[d].intervalsDateTheText) {
      case .inForce: return .inForce
      case .notYetInForce(let start?):
        earliest = [earliest, start].compactMap { $0 }.min()
        known = .notYetInForce(earliest)
      case .expired(let end):
        if known == .unknown { known = repeals(d, on: end) ? .repealed(end) : .expired(end) }
      case .unknown where provision.kind.isCitableUnit && !isUndated:
        isUndated = state(of: Place(document: d, provision: i)) == .unknown
      default: break
      }
    }
    // Of a unit without dates the document does not say when it counts: so neither of the whole.
    return isUndated ? .unknown : known
  }

  private func state(of provision: Provision, _ datesTheText: Bool) -> ForceState {
    if provision.traits.contains(.repealed) { return .repealed(provision.validity.end) }
    if provision.traits.contains(.notInForce) { return .notYetInForce(nil) }
    if let end = provision.validity.end, date >= end { return .expired(end) }
    guard let start = provision.validity.start else { return .unknown }
    if date >= start { return .inForce }
    return datesTheText ? .otherWording(since: start) : .notYetInForce(start)
  }
}
