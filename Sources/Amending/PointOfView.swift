package import Provisions

/// By which time, and with whose knowledge, a framework is consolidated.
package struct PointOfView: Sendable, Equatable {
  /// The axis of time on which an instruction counts (Akoma Ntoso 1.0, `force`, `efficacy` and `application` of a modification).
  package enum Axis: String, Sendable, CaseIterable {
    /// When the change is part of the law.
    case force
    /// When it has effects.
    case efficacy
    /// To the facts of which time it applies.
    case application
  }

  /// A change that states nothing about an axis counts there from the day on which it is in force.
  package var axis: Axis
  /// Acts that were adopted later are not taken into account; `nil` for all.
  ///
  /// A retroactive act changes what the law was on a day, not what could be known of it on that day.
  package var knownAt: LegalDate?

  package init(by axis: Axis = .force, knownAt: LegalDate? = nil) {
    self.axis = axis
    self.knownAt = knownAt
  }

  /// Whether an act of that date of adoption is known. One without a date is.
  func knows(_ adopted: LegalDate?) -> Bool {
    guard let knownAt, let adopted else { return true }
    return adopted <= knownAt
  }
}

extension Instruction {
  /// Whether the act was adopted after the day from which its change counts.
  package var isRetroactive: Bool {
    guard let start = effective.start, let adopted else { return false }
    return start < adopted
  }
}
