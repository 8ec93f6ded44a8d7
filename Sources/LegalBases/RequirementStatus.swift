package import Catalogue
package import Citations
package import Consolidation
package import Provisions

/// How far a requirement is fulfilled. The order is the order of the scale; the steps are not distances.
package enum Fulfilment: Int, Sendable, Comparable, CaseIterable {
  case absent, declared, partial, operative

  package var word: String {
    switch self {
    case .absent: "absent"
    case .declared: "declared"
    case .partial: "partial"
    case .operative: "operative"
    }
  }

  /// The conventional value in a share.
  package var value: Double {
    switch self {
    case .absent: 0
    case .declared: 0.2
    case .partial: 0.5
    case .operative: 1
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Where one requirement stands in a framework on a date, with the evidence.
package struct RequirementStatus: Sendable {
  package let requirement: Requirement
  package let fulfilment: Fulfilment
  /// The units that count, by document and place.
  package let evidence: [Evidence]
  /// Units that state it and do not count in full, with the reason.
  package let rejected: [Rejection]
  /// The elements that no unit supplies.
  package let missing: [Requirement.Element]
  /// Companion requirements that are absent.
  package let absentCompanions: [String]

  package struct Evidence: Sendable, Equatable {
    package let place: Place
    package let part: LegalMark.Part
  }

  package struct Rejection: Sendable, Equatable {
    package let place: Place
    package let reason: Reason
  }

  package enum Reason: Sendable, Equatable {
    /// Rank of the act, and the one that is asked for.
    case rankTooLow(String, needed: String)
    case programme
    case rankUnknown
    case notYetInForce(LegalDate?)
    case repealed(LegalDate?)
    case expired(LegalDate)
    case draft

    /// As a clause behind the name of a provision.
    package var words: String {
      switch self {
      case .rankTooLow(let rank, let needed): "its rank is \(rank), \(needed) is needed"
      case .programme: "it stands in a programme, which is no legal basis"
      case .rankUnknown: "the rank of its act is not known"
      case .notYetInForce(let date?): "it is in force only from \(date)"
      case .notYetInForce(nil): "no day of its commencement is known"
      case .repealed(let date?): "it was repealed on \(date)"
      case .repealed(nil): "it is repealed"
      case .expired(let date): "it is no longer in force since \(date)"
      case .draft: "it is a draft"
      }
    }
  }
}

/// Everything that is asked of a framework as a whole, on its date.
package struct FrameworkStatus: Sendable {
  /// In the order of the catalogue.
  package let requirements: [RequirementStatus]
  package let date: LegalDate

  package subscript(id: String) -> RequirementStatus? { requirements.first { $0.requirement.id == id } }

  package func count(_ fulfilment: Fulfilment) -> Int { requirements.count { $0.fulfilment == fulfilment } }

  /// Weighted share of what is fulfilled, and the share that is fulfilled in full, from 0 to 1.
  package static func shares(_ list: [RequirementStatus]) -> (coverage: Double, operative: Double) {
    let total = Double(list.reduce(0) { $0 + $1.requirement.weight })
    guard total > 0 else { return (0, 0) }
    let value = list.reduce(0) { $0 + Double($1.requirement.weight) * $1.fulfilment.value }
    let full = list.reduce(0) { $0 + ($1.fulfilment == .operative ? Double($1.requirement.weight) : 0) }
    return (value / total, full / total)
  }
}

/// Finds how far each requirement is fulfilled by the units that are marked for it.
///
/// A unit counts while it and its act are in force, and only as a declaration where the act has less than the rank that the
/// requirement asks for or is a programme. Elements of several units add up. While a companion is absent, a requirement is
/// fulfilled in part at most.
package struct StatusFinder {
  private let framework: Framework
  private let catalogue: Catalogue
  private let ranks: [ActRank?]

  package init(_ framework: Framework, _ catalogue: Catalogue, _ profile: Profile) {
    self.framework = framework
    self.catalogue = catalogue
    ranks = framework.graph.documents.map { profile.rank(of: RankEvidence($0)) }
  }

  package func status(_ marks: LegalMarks) -> FrameworkStatus {
    var byRequirement: [String: [(Place, LegalMark.Part)]] = [:]
    for mark in marks.all {
      guard case .requirement(let id, let part) = mark.subject else { continue }
      byRequirement[id, default: []].append((mark.place, part))
    }
    var found = catalogue.requirements.map { own($0, byRequirement[$0.id] ?? []) }
    let absent = Set(found.filter { $0.fulfilment == .absent }.map(\.requirement.id))
    for (k, status) in found.enumerated() {
      let gone = status.requirement.companions.filter(absent.contains)
      guard !gone.isEmpty else { continue }
      found[k] = RequirementStatus(
        requirement: status.requirement, fulfilment: min(status.fulfilment, .partial), evidence: status.evidence,
        rejected: status.rejected, missing: status.missing, absentCompanions: gone)
    }
    return FrameworkStatus(requirements: found, date: framework.date)
  }

  private func own(_ requirement: Requirement, _ marks: [(Place, LegalMark.Part)]) -> RequirementStatus {
    var evidence: [RequirementStatus.Evidence] = []
    var rejected: [RequirementStatus.Rejection] = []
    var seen: Set<String> = []
    var elements: Set<String> = []
    /// Elements of units that declare more than they order: they complete the others, and carry nothing alone.
    var declaredElements: Set<String> = []
    let declaring = Set(marks.filter { $0.1 == .declared }.map { $0.0 })
    var uncertainElements: Set<String> = []
    var isUncertain = false
    var isWhole = false
    var isDeclared = false
    for (place, part) in marks {
      let document = framework.graph.documents[place.document]
      if document.provisions[place.provision].traits.contains(.quoted) { continue }
      // Translations of an act state what the act states.
      guard seen.insert("\(document.identity.work)~\(document.path(of: place.provision))~\(part)").inserted else {
        continue
      }
      let absence = absence(of: place)
      if let absence {
        rejected.append(RequirementStatus.Rejection(place: place, reason: absence))
        // Whose commencement nobody can date may be in force: it counts in part at most.
        guard absence == .notYetInForce(nil) else { continue }
      }
      let low = lowness(of: place, for: requirement)
      if let low { rejected.append(RequirementStatus.Rejection(place: place, reason: low)) }
      evidence.append(RequirementStatus.Evidence(place: place, part: low == nil ? part : .declared))
      guard low == nil else {
        isDeclared = true
        continue
      }
      guard absence == nil else {
        isUncertain = true
        if case .element(let id) = part { uncertainElements.insert(id) }
        continue
      }
      switch part {
      case .whole: isWhole = true
      case .element(let id):
        if declaring.contains(place) { declaredElements.insert(id) } else { elements.insert(id) }
      case .declared: isDeclared = true
      }
    }
    let unsupplied = requirement.elements.filter {
      !isWhole && !elements.contains($0.id) && !declaredElements.contains($0.id) && !$0.isConditional
    }
    let missing = unsupplied.filter { !uncertainElements.contains($0.id) }
    let fulfilment: Fulfilment =
      if isWhole || !elements.isEmpty && unsupplied.isEmpty {
        .operative
      } else if !elements.isEmpty || isUncertain {
        .partial
      } else {
        isDeclared ? .declared : .absent
      }
    return RequirementStatus(
      requirement: requirement, fulfilment: fulfilment, evidence: evidence, rejected: rejected, missing: missing,
      absentCompanions: [])
  }

  /// Why a unit does not fulfil a requirement on the date, or does so as a declaration only.
  func objection(to place: Place, for requirement: Requirement) -> RequirementStatus.Reason? {
    absence(of: place) ?? lowness(of: place, for: requirement)
  }

  /// Why a unit is no part of the law on the date.
  private func absence(of place: Place) -> RequirementStatus.Reason? {
    let identity = framework.graph.documents[place.document].identity
    if identity.form == .bill || identity.work.split(separator: "/").dropFirst(2).first == "bill" { return .draft }
    let own = framework.state(of: place)
    // A unit without a day of commencement is to come at least as long as its act.
    var state = own
    if own == .notYetInForce(nil) {
      let outer = framework.state(ofDocument: place.document)
      if outer != .inForce, outer != .unknown { state = outer }
    }
    switch state {
    case .notYetInForce(let date): return .notYetInForce(date)
    case .repealed(let date): return .repealed(date)
    case .expired(let date): return .expired(date)
    default: return nil
    }
  }

  /// Why a unit of the law is a declaration at most.
  private func lowness(of place: Place, for requirement: Requirement) -> RequirementStatus.Reason? {
    guard let rank = ranks[place.document] else { return .rankUnknown }
    if rank.rank == "programme" { return .programme }
    let (has, needs) = (catalogue.ranks[rank.countsAs] ?? 0, catalogue.ranks[requirement.minimumRank] ?? 0)
    return has >= needs ? nil : .rankTooLow(rank.rank, needed: requirement.minimumRank)
  }
}

extension RankEvidence {
  /// What a document tells of its rank.
  package init(_ document: LegalDocument) {
    let identity = document.identity
    let steps = identity.work.split(separator: "/").map(String.init)
    let country = steps.first == "akn" || steps.first == "eli" ? steps.dropFirst().first ?? "" : steps.first ?? ""
    self.init(
      kind: identity.kind, country: String(country.prefix { $0 != "-" }), language: identity.language,
      title: identity.title.isEmpty ? identity.shortTitle : identity.title, dialect: document.dialect,
      element: document.words.count > 1 ? document.words[1] : "")
  }
}
