internal import ArgumentParser
import Amending
import Provisions

/// By which time, and with whose knowledge, acts are consolidated.
struct PointOfViewOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: "The time by which an amendment counts: force, efficacy or application.")
  var axis = PointOfView.Axis.force.rawValue

  @Option(help: "Leave out acts that were adopted after this day: the law as it was known then.")
  var knownAt: String?

  func validate() throws {
    if PointOfView.Axis(rawValue: axis) == nil {
      throw ValidationError("--by takes \(PointOfView.Axis.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    if let knownAt, LegalDate(knownAt) == nil || knownAt.utf8.count != 10 {
      throw ValidationError("\"\(knownAt)\" is no day; write it as 2026-09-01.")
    }
  }

  var pointOfView: PointOfView {
    PointOfView(by: PointOfView.Axis(rawValue: axis) ?? .force, knownAt: knownAt.flatMap { LegalDate($0) })
  }
}
