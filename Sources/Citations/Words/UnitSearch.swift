import Provisions

/// Finds the provision that the steps of a citation name, in one document that is cited in words.
///
/// Levels that no one cites are transparent: a list, a wrapper, an unnumbered paragraph. What the words call a level and what
/// the markup calls it need not agree: the number decides among what lies at the next numbered level.
struct UnitSearch {
  let document: LegalDocument
  private let number: Int
  private let language: CitationLanguage?
  /// Units and groups by number; those of quoted text are left out, as they belong to another act.
  private var byNumber: [[UInt8]: [Int]] = [:]
  /// How many citable units the document numbers, by annex; 0 is the body.
  private var unitCount: [Int: Int] = [:]

  /// - Parameter number: the index of the document in the graph.
  init(_ document: LegalDocument, number: Int) {
    self.document = document
    self.number = number
    language = CitationLanguage.of(document.identity.language)
    for (i, provision) in document.provisions.enumerated().dropFirst() {
      guard !provision.number.isEmpty, !provision.traits.contains(.quoted) else { continue }
      let isTop = provision.kind.isGroup || provision.kind.isCitableUnit
      // A section sign may stand before a paragraph of its own: "§ 3" of the final provisions.
      let holder = document.provisions[Int(provision.parent)].kind
      guard isTop || holder.isGroup || holder == .document else { continue }
      byNumber[printed(i), default: []].append(i)
      let isDigit = (0x30...0x39).contains(document.text[Int(provision.number.start)])
      if provision.kind.isCitableUnit, isDigit { unitCount[annex(of: i), default: 0] += 1 }
    }
  }

  /// The number of a provision in the form of ``UnitStep/number``: ordinals in words as digits.
  private func printed(_ index: Int) -> [UInt8] {
    let range = document.provisions[index].number.indices
    guard let language else { return normalisedNumber(document.text[range]) }
    let plain = language.withoutEnding(normalisedNumber(document.text[range]))
    guard plain.count > 4 else { return plain }
    if case .ordinal(let n) = language.entry(Letters.word(plain, 0, plain.count).hash) {
      return CitationLanguage.number(ofOrdinal: n)
    }
    return plain
  }

  /// - Parameter source: the provision in which the words stand, where they stand in this document; 0 elsewhere.
  func find(_ steps: [UnitStep], from source: Int) -> DocumentIndex.Found {
    guard let first = steps.first else { return .exactly(0) }
    var rest = steps.dropFirst()
    var index: Int
    if first.level <= .unit {
      switch top(first, from: source) {
      case .exactly(let found): index = found
      case let other: return other
      }
    } else {
      guard let found = relative(first, from: source) ?? counted(first, from: source) else {
        let unit = citableUnit(of: source)
        return .nearest(unit, isSameForm: unit != 0 && isSurelyMissing(first, below: unit))
      }
      index = found
    }
    while let step = rest.popFirst() {
      if step.level == .unit, document.provisions[index].kind.isGroup {
        let all = candidates(step)
        let inside = all.filter { $0 > index && $0 < Int(document.provisions[index].subtreeEnd) }
        // "Part 3, sections 160 and 212" is a list where the Part does not hold them.
        guard let found = inside.first ?? (all.count == 1 ? all.first : nil) else {
          return .nearest(index, isSameForm: true)
        }
        index = found
        continue
      }
      guard let found = child(of: index, step) else {
        // What is counted bears no number in any markup.
        if step.level.isCounted { continue }
        if step.level == .inner { return .exactly(index) }
        return .nearest(index, isSameForm: isSurelyMissing(step, below: index))
      }
      index = found
    }
    return .exactly(index)
  }

  /// A unit or group that is numbered through the document, or through the annex in which the words stand.
  private func top(_ step: UnitStep, from source: Int) -> DocumentIndex.Found {
    let all = candidates(step)
    guard all.count > 1 else {
      // A document whose units are not marked up tells nothing about them.
      return all.first.map { .exactly($0) }
        ?? .nearest(0, isSameForm: step.isFigureOfUnit && unitCount[annex(of: source), default: 0] >= 3)
    }
    var holder = source
    while true {
      let range = holder..<Int(document.provisions[holder].subtreeEnd)
      let kind = document.provisions[holder].kind
      if kind.isGroup || holder == 0 {
        let inside = all.filter { range.contains($0) }
        // The body comes before its annexes.
        let own = inside.filter { annex(of: $0) == annex(of: holder) }
        if own.count == 1 { return .exactly(own[0]) }
        if own.count > 1 {
          return holder == 0 ? .several(own.map { Place(document: number, provision: $0) }) : .exactly(own[0])
        }
        if inside.count == 1 { return .exactly(inside[0]) }
        if holder == 0 { return .several(inside.map { Place(document: number, provision: $0) }) }
      }
      holder = Int(document.provisions[holder].parent)
    }
  }

  private func annex(of index: Int) -> Int {
    var holder = index
    while holder != 0, document.provisions[holder].kind != .annex, document.provisions[holder].kind != .component {
      holder = Int(document.provisions[holder].parent)
    }
    return holder
  }

  /// All provisions that a step may name, wherever they stand, of the likeliest kind.
  private func candidates(_ step: UnitStep) -> [Int] {
    let all = byNumber[step.number] ?? []
    for kind in Self.kinds(step.level) {
      let found = all.filter { document.provisions[$0].kind == kind }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// A part of a unit, seen from inside a unit: "ал. 1" in article 5 is article 5, paragraph 1.
  private func relative(_ step: UnitStep, from source: Int) -> Int? {
    var holder = source
    while true {
      if let found = child(of: holder, step) { return found }
      if holder == 0 || document.provisions[holder].kind.isCitableUnit { return nil }
      holder = Int(document.provisions[holder].parent)
    }
  }

  /// What holds a part that is counted and bears no number, seen from inside: "Satz 2" in paragraph 3 is one of paragraph 3.
  private func counted(_ step: UnitStep, from source: Int) -> Int? {
    guard step.level.isCounted, citableUnit(of: source) != 0 else { return nil }
    var holder = source
    while !document.provisions[holder].kind.isCitableUnit {
      let parent = Int(document.provisions[holder].parent)
      if document.provisions[parent].kind.isCitableUnit, !document.provisions[holder].number.isEmpty { return holder }
      holder = parent
    }
    return holder
  }

  private func citableUnit(of index: Int) -> Int {
    var holder = index
    while holder != 0, !document.provisions[holder].kind.isCitableUnit {
      holder = Int(document.provisions[holder].parent)
    }
    return holder
  }

  /// The provision at the next numbered level below one that has a step's number; of several, the one whose kind the step's
  /// level fits best, else the first.
  private func child(of index: Int, _ step: UnitStep) -> Int? {
    var best: (rank: Int, index: Int)?
    var i = index + 1
    let end = Int(document.provisions[index].subtreeEnd)
    let kinds = Self.kinds(step.level)
    while i < end {
      let provision = document.provisions[i]
      if provision.traits.contains(.quoted) {
        i = Int(provision.subtreeEnd)
        continue
      }
      if !provision.number.isEmpty, printed(i) == step.number {
        let rank = kinds.firstIndex(of: provision.kind) ?? kinds.count
        // A number of something else is none of what is counted, and a unit ("§ 5" of the final provisions, too) is no part of
        // one.
        let isOther = step.level == .subparagraph || step.level >= .sentence && step.level != .inner
        let isUnit = (provision.kind.isCitableUnit || provision.kind == .other) && step.level > .unit
        let answers = rank < kinds.count || !isOther && !isUnit
        if answers, best.map({ rank < $0.rank }) ?? true { best = (rank, i) }
      }
      // Only what bears no number is looked through.
      i = provision.number.isEmpty ? i + 1 : Int(provision.subtreeEnd)
    }
    return best?.index ?? onlyDescendant(of: index, step, kinds.first)
  }

  /// A part that is cited without the part that holds it, where only one answers: "art. 52, point 3" for the third point of
  /// the only paragraph with points.
  private func onlyDescendant(of index: Int, _ step: UnitStep, _ kind: ProvisionKind?) -> Int? {
    guard document.provisions[index].kind.isCitableUnit else { return nil }
    let inside = (index + 1..<Int(document.provisions[index].subtreeEnd)).filter {
      document.provisions[$0].kind == kind && !document.provisions[$0].traits.contains(.quoted)
        && printed($0) == step.number
    }
    return inside.count == 1 ? inside[0] : nil
  }

  /// Whether a part of a provision is missing and not just without markup: where the parts that are marked up begin with 1
  /// and end before it.
  private func isSurelyMissing(_ step: UnitStep, below index: Int) -> Bool {
    guard let wanted = Int(String(decoding: step.number, as: UTF8.self)) else { return false }
    let kinds = Self.ownKinds(step.level)
    var numbers: [Int] = []
    var i = index + 1
    while i < Int(document.provisions[index].subtreeEnd) {
      let provision = document.provisions[i]
      if kinds.contains(provision.kind), let number = Int(String(decoding: printed(i), as: UTF8.self)) {
        numbers.append(number)
      }
      i = provision.number.isEmpty ? i + 1 : Int(provision.subtreeEnd)
    }
    guard numbers.count >= 2, numbers.contains(1), let last = numbers.max() else { return false }
    return wanted > last
  }

  /// The kinds that answer to a level and to no other.
  private static func ownKinds(_ level: UnitLevel) -> [ProvisionKind] {
    switch level {
    case .paragraph: [.subsection, .paragraph]
    case .point: [.point, .item]
    case .letter: [.point, .item, .subparagraph]
    default: kinds(level)
    }
  }

  /// The kinds that answer to a level, the likeliest first.
  private static func kinds(_ level: UnitLevel) -> [ProvisionKind] {
    switch level {
    case .book: [.book]
    case .part: [.part]
    case .title: [.title, .section, .division, .group]
    case .chapter: [.chapter]
    case .division: [.division, .group, .section]
    case .annex: [.annex, .component]
    case .unit: [.article, .section, .rule, .paragraph, .level]
    case .paragraph: [.subsection, .paragraph, .alinea, .subparagraph, .level]
    case .subparagraph: [.alinea, .subparagraph]
    case .point: [.point, .paragraph, .item, .clause, .subparagraph]
    case .letter: [.subparagraph, .point, .item, .clause, .subclause]
    case .indent: [.indent, .clause, .alinea, .item]
    case .sentence, .half: [.sentence]
    case .inner: [.subsection, .paragraph, .point, .item]
    }
  }
}

extension UnitStep {
  /// Whether it names a citable unit by a figure: one with a letter before it may be numbered in many ways.
  fileprivate var isFigureOfUnit: Bool {
    level == .unit && number.first.map { (0x30...0x39).contains($0) } ?? false
  }
}
