import Citations
import Consolidation
import Provisions

/// What a page says of a provision that is not in force like what holds it.
struct StateRemark {
  let words: String
  let isToCome: Bool
}

extension Publication {
  /// The remark on a provision with a time in force of its own; `nil` where there is nothing to say.
  func remark(on index: Int, in d: Int) -> StateRemark? {
    // The document is read in place: a copy of it counts up every array that it has.
    let provision = graph.documents[d].provisions[index]
    let isToCome = provision.traits.contains(.notInForce)
    guard index != 0, isToCome || provision.validity.start != nil || provision.validity.end != nil else { return nil }
    // A wording that took effect before the date, in a document whose intervals date wordings, is nothing to remark.
    if !isToCome, provision.validity.end == nil, graph.documents[d].intervalsDateTheText { return nil }
    let state = framework.state(of: Place(document: d, provision: index))
    guard state != framework.state(of: Place(document: d, provision: Int(provision.parent))) else { return nil }
    switch state {
    case .notYetInForce(let date):
      let since = date.map { "in force from \($0)" } ?? "not in force on \(framework.date)"
      return StateRemark(words: since, isToCome: true)
    case .repealed(let date?): return StateRemark(words: "repealed on \(date)", isToCome: false)
    case .expired(let date): return StateRemark(words: "no longer in force since \(date)", isToCome: false)
    default: return nil
    }
  }
}
