/// What a consolidated document is made of: the acts that amended it, and which provision each of them wrote.
package struct Consolidated: Sendable {
  /// What an instruction did to a provision.
  package struct Change: Sendable, Equatable {
    package enum Kind: String, Sendable {
      case inserted, replaced, amended, repealed, renumbered
      /// It ceased to be in force otherwise than by its repeal.
      case ended
      /// Its time in force was changed.
      case timed = "given another time"
      /// It is to be read otherwise.
      case construed
    }

    package let kind: Kind
    /// The work of the amending act.
    package let work: String
    /// The identifier of the instruction in that act.
    package let source: String
    /// From when it counts.
    package let date: LegalDate

    package init(kind: Kind, work: String, source: String, date: LegalDate) {
      self.kind = kind
      self.work = work
      self.source = source
      self.date = date
    }
  }

  /// The amending acts, by work, in the order in which they were carried out.
  package let acts: [String]
  /// What could not be carried out, in words.
  package let failures: [String]
  /// By provision, in the order in which it happened.
  package let changes: [Int: [Change]]
  /// What took its place from a unit: the identifier that it bore, in the order in which it happened.
  package let departures: [Departure]
  /// Units that got another identifier, in the order in which it happened.
  package let renumberings: [Renumbering]

  package struct Renumbering: Sendable, Equatable {
    package let from: String
    package let to: String
    package let date: LegalDate

    package init(from: String, to: String, date: LegalDate) {
      self.from = from
      self.to = to
      self.date = date
    }
  }

  /// The identifier that a unit bears now which bore another one on a day.
  ///
  /// What is renumbered on one day is renumbered at once: 3 to 4 and 4 to 5 does not make 3 to 5.
  package func presentIdentifier(of name: String, on day: LegalDate) -> String {
    var now = name
    var moved: LegalDate?
    for change in renumberings where change.date > day && change.date != moved {
      guard now == change.from || now.hasPrefix(change.from + "__") else { continue }
      now = change.to + now.dropFirst(change.from.count)
      moved = change.date
    }
    return now
  }

  /// A unit that was replaced or repealed, or got another number.
  package struct Departure: Sendable, Equatable {
    package let identifier: String
    package let change: Change

    package init(identifier: String, change: Change) {
      self.identifier = identifier
      self.change = change
    }
  }

  package init(
    acts: [String], failures: [String], changes: [Int: [Change]], departures: [Departure],
    renumberings: [Renumbering] = []
  ) {
    self.renumberings = renumberings
    self.acts = acts
    self.failures = failures
    self.changes = changes
    self.departures = departures
  }
}
