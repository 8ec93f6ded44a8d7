import Provisions

/// A change of the time in which a provision counts, on one axis of time (Akoma Ntoso 1.0, `ForceMods`, `EfficacyMods`;
/// `expiration` of `LegalSystemMods`).
package struct TimeChange: Sendable, Equatable {
  package enum Kind: Sendable {
    case begins, ends, isPostponed, isProlonged, beginsAgain
  }

  package let kind: Kind
  package let axis: PointOfView.Axis
  /// As written in the metadata.
  let type: String

  /// - Parameter type: the value of `type` in Akoma Ntoso; `nil` for one that changes no time.
  init?(type: String) {
    guard let known = Self.types[type] else { return nil }
    (kind, axis) = known
    self.type = type
  }

  private static let types: [String: (Kind, PointOfView.Axis)] = [
    "entryIntoForce": (.begins, .force), "endOfEnactment": (.ends, .force),
    "postponementOfEntryIntoForce": (.isPostponed, .force), "prorogationOfForce": (.isProlonged, .force),
    "reEnactment": (.beginsAgain, .force), "unconstitutionality": (.ends, .force), "expiration": (.ends, .force),
    "entryIntoEfficacy": (.begins, .efficacy), "endOfEfficacy": (.ends, .efficacy), "inapplication": (.ends, .efficacy),
    "postponementOfEfficacy": (.isPostponed, .efficacy), "prorogationOfEfficacy": (.isProlonged, .efficacy),
  ]

  /// The element of the modification in the metadata.
  var element: String { type == "expiration" ? "legalSystemMod" : axis == .force ? "forceMod" : "efficacyMod" }

  func clause(_ unit: String) -> String {
    let state = axis == .force ? "in force" : "effective"
    switch kind {
    case .begins: return axis == .force ? "\(unit) enters into force" : "\(unit) takes effect"
    case .ends: return "\(unit) is no longer \(state)"
    case .isPostponed: return "\(unit) is \(state) only later"
    case .isProlonged: return "\(unit) stays \(state)"
    case .beginsAgain: return "\(unit) is \(state) again"
    }
  }

  /// The time of an instruction of the act to which this happens: its changes begin or end with it.
  ///
  /// - Parameters:
  ///   - time: the time of this change.
  ///   - isOwn: whether the act itself, and not another one, says so.
  func shifted(
    _ own: Instruction.Effective, by time: Instruction.Effective, isOwn: Bool = true
  ) -> Instruction.Effective {
    let end: LegalDate? = if case .between(_, let end) = own { end } else { nil }
    switch kind {
    case .begins, .isPostponed:
      // A commencement without a day says nothing against a day that is known; a postponement without one suspends.
      guard let start = time.start else { return kind == .begins && own.start != nil ? own : time }
      if let end { return start < end ? .between(start, end) : .undetermined("it would end before it begins") }
      return .from(start)
    case .ends:
      guard let start = own.start, let last = time.start else { return own }
      if last <= start { return .undetermined("its act was ended before it took effect") }
      // What an act has done stays done when another act ends it; only a limit that it sets itself gives the old text back.
      return isOwn ? .between(start, end.map { min($0, last) } ?? last) : own
    case .isProlonged:
      // Only what has an end gets a later one.
      guard let start = own.start, let end, let last = time.last, last > end else { return own }
      return .between(start, last)
    case .beginsAgain: return own
    }
  }
}

extension Instruction.Effective {
  /// The day that a prolongation names: the end of its period, or its only day.
  var last: LegalDate? {
    if case .between(_, let end) = self { return end }
    return start
  }
}

/// How a provision is to be read from a day on (Akoma Ntoso 1.0, `MeaningMods`, `ScopeMods`, `LegalSystemMods`, and those of
/// `EfficacyMods` that move no interval).
package enum Construction: String, Sendable {
  case variation, termModification, authenticInterpretation
  case exceptionOfScope, extensionOfScope
  case retroactivity, extraefficacy
  case application, deregulation, conversion, remaking

  func clause(_ unit: String) -> String {
    switch self {
    case .variation: "\(unit) is to be read differently"
    case .termModification: "a term of \(unit) gets another meaning"
    case .authenticInterpretation: "\(unit) is interpreted with binding force"
    case .exceptionOfScope: "an exception is made to \(unit)"
    case .extensionOfScope: "\(unit) applies to more"
    case .retroactivity: "\(unit) has effect for earlier facts"
    case .extraefficacy: "\(unit) has effect beyond its time"
    case .application: "\(unit) is applied"
    case .deregulation: "\(unit) is left to acts of lower rank"
    case .conversion: "\(unit) is converted into law"
    case .remaking: "\(unit) is made anew"
    }
  }

  /// The element of the modification in the metadata.
  var element: String {
    switch self {
    case .variation, .termModification, .authenticInterpretation: "meaningMod"
    case .exceptionOfScope, .extensionOfScope: "scopeMod"
    case .retroactivity, .extraefficacy: "efficacyMod"
    case .application, .deregulation, .conversion, .remaking: "legalSystemMod"
    }
  }
}
