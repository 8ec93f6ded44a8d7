/// From a day on a unit is in force, reads otherwise, or is no longer in force.
package struct UnitVersion: Sendable, Equatable {
  package enum Kind: Sendable {
    case begins, changes, ends
  }

  package let date: LegalDate
  package let kind: Kind
  /// The version that begins or, where the unit ends, the last one.
  package let provision: Int

  package init(date: LegalDate, kind: Kind, provision: Int) {
    self.date = date
    self.kind = kind
    self.provision = provision
  }
}

extension LegalDocument {
  /// What happens to units that stand in several versions, or begin or end otherwise than the act as a whole; by date, then in
  /// the order of the text.
  package var unitVersions: [UnitVersion] {
    var groups: [[Int]] = []
    var groupOf: [Unit: Int] = [:]
    for (i, provision) in provisions.enumerated().dropFirst() {
      guard provision.validity.start != nil || provision.validity.end != nil, !provision.traits.contains(.quoted) else {
        continue
      }
      let unit = Unit(parent: provision.parent, kind: provision.kind, number: Array(text[provision.number.indices]))
      if let known = groupOf[unit], !unit.number.isEmpty {
        groups[known].append(i)
      } else {
        groupOf[unit] = groups.count
        groups.append([i])
      }
    }
    var out: [UnitVersion] = []
    for group in groups {
      let versions = group.sorted { start($0) != start($1) ? start($0) < start($1) : $0 < $1 }
      for (k, i) in versions.enumerated() {
        guard let start = provisions[i].validity.start else { continue }
        if k > 0 {
          out.append(UnitVersion(date: start, kind: .changes, provision: i))
        } else if start != inherited(i, \.start) {
          out.append(UnitVersion(date: start, kind: .begins, provision: i))
        }
      }
      if let last = versions.last, let end = provisions[last].validity.end, end != inherited(last, \.end) {
        out.append(UnitVersion(date: end, kind: .ends, provision: last))
      }
    }
    return out.sorted { $0.date != $1.date ? $0.date < $1.date : $0.provision < $1.provision }
  }

  private struct Unit: Hashable {
    let parent: UInt32
    let kind: ProvisionKind
    let number: [UInt8]
  }

  private func start(_ i: Int) -> UInt32 { provisions[i].validity.start?.packed ?? 0 }

  /// The same end of the interval of what holds a unit, the act last.
  private func inherited(_ i: Int, _ end: KeyPath<ValidityInterval, LegalDate?>) -> LegalDate? {
    var at = Int(provisions[i].parent)
    while at != 0 {
      if let date = provisions[at].validity[keyPath: end] { return date }
      at = Int(provisions[at].parent)
    }
    return validity[keyPath: end]
  }
}
