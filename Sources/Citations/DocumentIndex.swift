import Provisions

/// Finds places in one document by identifier, path or number. Built for documents that are cited, when they first are.
final class DocumentIndex {
  private lazy var identifiers = Identifiers(document, number: documentNumber)
  private let byKey: [UInt64: UInt32]
  /// Units that are numbered anew in each group, by kind and number alone.
  private lazy var restarting = restartingUnits()
  private let document: LegalDocument
  private let documentNumber: Int

  /// - Parameter number: the index of the document in the graph.
  init(_ document: LegalDocument, number: Int) {
    self.document = document
    documentNumber = number
    var byKey: [UInt64: UInt32] = [:]
    byKey.reserveCapacity(document.provisions.count)
    for (i, provision) in document.provisions.enumerated() where byKey[provision.key] == nil {
      byKey[provision.key] = UInt32(i)
    }
    self.byKey = byKey
  }

  /// What the markup calls its places. Many documents are cited by number alone.
  private struct Identifiers {
    var places: [String: UInt32] = [:]
    /// Identifiers that several provisions bear. The edges that lead there share one array.
    var several: [String: [Place]] = [:]
    /// The same apart for each attached document, by its provision.
    var bearers: [String: [Int: Bearer]] = [:]

    init(_ document: LegalDocument, number: Int) {
      places.reserveCapacity(document.anchors.count)
      var repeated: [String: Set<UInt32>] = [:]
      for anchor in document.anchors where !anchor.isAlias {
        let name = document.attributeString(anchor.name)
        if let first = places[name] {
          if first != anchor.provision { repeated[name, default: [first]].insert(anchor.provision) }
        } else {
          places[name] = anchor.provision
        }
      }
      for anchor in document.anchors where anchor.isAlias {
        let name = document.attributeString(anchor.name)
        if places[name] == nil { places[name] = anchor.provision }
      }
      several = repeated.mapValues { $0.sorted().map { Place(document: number, provision: Int($0)) } }
      for (name, provisions) in repeated {
        for provision in provisions {
          let home = document.component(holding: Int(provision))
          bearers[name, default: [:]][home] = bearers[name]?[home] == nil ? .one(Int(provision)) : .several
        }
      }
    }
  }

  private func restartingUnits() -> [UInt64: [Place]] {
    var units: [UInt64: [Place]] = [:]
    for (i, provision) in document.provisions.enumerated() {
      guard provision.kind.isCitableUnit, !provision.traits.contains(.quoted), !provision.number.isEmpty,
        Self.isTransparent(document.provisions[Int(provision.pathParent)].kind)
      else { continue }
      let number = normalisedNumber(document.text[provision.number.indices])
      units[pathKey(below: 0, provision.kind, number: number), default: []].append(
        Place(document: documentNumber, provision: i))
    }
    return units
  }

  /// Groups that a path leaves out where numbers run through the document.
  private static func isTransparent(_ kind: ProvisionKind) -> Bool {
    kind.isGroup && kind != .annex && kind != .component
  }

  /// What bears an identifier within one document.
  enum Bearer {
    case one(Int)
    case several
  }

  /// What bears an identifier in the document itself (0) or in an attached one, where several provisions bear it.
  func bearer(of name: String, in home: Int) -> Bearer? { identifiers.bearers[name]?[home] }

  enum Found {
    case exactly(Int)
    case several([Place])
    /// Some beginning of the address exists; how well its form is understood.
    case nearest(Int, isSameForm: Bool)
    case nothing
  }

  /// A place by a further name of it alone.
  func find(alias name: String) -> Found { identifiers.places[name].map { .exactly(Int($0)) } ?? .nothing }

  /// A place by the identifier that the markup gives it, else by stable path.
  func find(_ portion: String) -> Found {
    if let all = identifiers.several[portion] { return .several(all) }
    if let known = identifiers.places[portion] { return .exactly(Int(known)) }
    let (found, complete) = follow(portion)
    if complete { return places(found) }
    // Cut the identifier from the end: "art_5__para_9" is missing, "art_5" stands.
    var head = Substring(portion)
    while let cut = head.lastRange(of: "__") ?? head.lastRange(of: "_") {
      head = head[..<cut.lowerBound]
      guard let known = identifiers.places[String(head)].map(Int.init) else { continue }
      let isInside = known < found && found < Int(document.provisions[known].subtreeEnd)
      return .nearest(isInside ? found : known, isSameForm: true)
    }
    if found != 0 { return .nearest(found, isSameForm: true) }
    return .nearest(0, isSameForm: usesConvention(portion))
  }

  /// A citable unit by its printed number, such as "12" or "12(1)": first in the groups, then in the annex that hold
  /// `source`, then in the document.
  func find(unit printed: String, from source: Int) -> Found {
    let bytes = Array(printed.utf8)
    let head = bytes.prefix { $0 != UInt8(ascii: "(") && $0 != 0x20 }
    let number = normalisedNumber(head[...])
    guard !number.isEmpty else { return .nothing }
    let units = [ProvisionKind.section, .article, .rule]
    var holder = source
    while true {
      if document.provisions[holder].kind.isGroup || holder == 0 {
        for unit in units {
          let key = pathKey(below: document.provisions[holder].key, unit, number: number)
          if let index = byKey[key], !document.provisions[Int(index)].traits.contains(.quoted) {
            return inner(of: places(Int(index)), rest: bytes[head.endIndex...])
          }
        }
      }
      if holder == 0 { break }
      holder = Int(document.provisions[holder].parent)
    }
    // In another group than the one that cites.
    for unit in units {
      guard let all = restarting[pathKey(below: 0, unit, number: number)], let first = all.first else { continue }
      return inner(of: all.count > 1 ? .several(all) : .exactly(first.provision), rest: bytes[head.endIndex...])
    }
    return .nothing
  }

  /// Follows "(1)(a)" below a unit as far as it goes.
  private func inner(of found: Found, rest: ArraySlice<UInt8>) -> Found {
    guard case .exactly(var index) = found else { return found }
    for part in rest.split(whereSeparator: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) {
      let number = normalisedNumber(part)
      guard !number.isEmpty,
        let child = document.children(of: index).first(where: {
          normalisedNumber(document.text[document.provisions[$0].number.indices]) == number
        })
      else { return .nearest(index, isSameForm: true) }
      index = child
    }
    return .exactly(index)
  }

  private func places(_ index: Int) -> Found {
    guard document.provisions[index].occurrence == 0, let second = byKey[document.keyOfSecond(index)],
      document.provisions[Int(second)].occurrence > 0
    else { return .exactly(index) }
    return .several([index, Int(second)].map { Place(document: documentNumber, provision: $0) })
  }

  /// Walks a path of the naming convention ("art_12__para_3", "art_2(5)", German "art-2_abs-3") by keys. Levels that no
  /// one cites (a list, a content wrapper) are transparent.
  private func follow(_ portion: String) -> (index: Int, complete: Bool) {
    var index = 0
    var any = false
    for step in Self.steps(portion) {
      guard let kind = step.kind else { continue }
      any = true
      guard let next = child(of: index, kind, step.number) else { return (index, false) }
      index = next
    }
    return (index, any)
  }

  private func child(of index: Int, _ kind: ProvisionKind, _ number: [UInt8]) -> Int? {
    let key = document.provisions[index].key
    var kinds = [kind]
    // A section may be the citable unit or a group; dialects differ in what they call the first level below it.
    if kind == .section { kinds.append(.division) }
    if kind == .paragraph { kinds += [.subsection, .alinea, .point] }
    if kind == .point { kinds += [.item, .paragraph] }
    if kind == .annex { kinds.append(.component) }
    for candidate in kinds {
      if let found = byKey[pathKey(below: key, candidate, number: number)] { return Int(found) }
    }
    guard kind.isCitableUnit || kind.isGroup, Self.isTransparent(document.provisions[index].kind) else { return nil }
    // The target names the groups, the path of a unit that is numbered through the document does not.
    var home = index
    while home != 0, Self.isTransparent(document.provisions[home].kind) { home = Int(document.provisions[home].parent) }
    for candidate in kinds {
      let inHome = byKey[pathKey(below: document.provisions[home].key, candidate, number: number)].map(Int.init)
      if let inHome, index < inHome, inHome < Int(document.provisions[index].subtreeEnd) { return inHome }
    }
    return nil
  }

  private func usesConvention(_ portion: String) -> Bool {
    Self.steps(portion).contains { $0.kind != nil }
  }

  struct Step {
    /// `nil` for a transparent level.
    var kind: ProvisionKind?
    var number: [UInt8]
  }

  static func steps(_ portion: String) -> [Step] {
    var out: [Step] = []
    let isGerman = !portion.contains("__") && portion.contains("-") && portion.contains("art-")
    let pieces: [Substring] = isGerman ? portion.split(separator: "_") : split(portion, "__")
    for piece in pieces {
      guard let mark = piece.firstIndex(where: { $0 == "_" || (isGerman && $0 == "-") }) else {
        out.append(Step(kind: nil, number: []))
        continue
      }
      let name = String(piece[..<mark]).lowercased()
      var rest = piece[piece.index(after: mark)...]
      if isGerman, let first = rest.first, first == "z" || first == "n", rest.dropFirst().first?.isNumber ?? false {
        rest = rest.dropFirst()
      }
      // "art_2(5)" is article 2, paragraph 5.
      let parts = rest.split(whereSeparator: { $0 == "(" || $0 == ")" })
      out.append(Step(kind: kinds[name], number: normalisedNumber(Array((parts.first ?? "").utf8)[...])))
      for inner in parts.dropFirst() {
        out.append(Step(kind: .paragraph, number: normalisedNumber(Array(inner.utf8)[...])))
      }
    }
    return out
  }

  private static func split(_ text: String, _ separator: String) -> [Substring] {
    var out: [Substring] = []
    var rest = Substring(text)
    while let cut = rest.firstRange(of: separator) {
      out.append(rest[..<cut.lowerBound])
      rest = rest[cut.upperBound...]
    }
    out.append(rest)
    return out
  }

  private static let kinds: [String: ProvisionKind] = {
    var table: [String: ProvisionKind] = [:]
    for kind in ProvisionKind.allCases where !kind.abbreviation.isEmpty { table[kind.abbreviation] = kind }
    for (name, kind) in [
      ("chap", ProvisionKind.chapter), ("chapter", .chapter), ("article", .article), ("section", .section),
      ("paragraph", .paragraph), ("al", .alinea), ("pt", .point), ("pnt", .point), ("att", .component),
      ("ss", .subsection), ("p", .paragraph), ("sp", .subparagraph), ("abs", .paragraph), ("nr", .point),
      ("buchst", .point), ("listenelem", .point), ("anlage", .component), ("kap", .chapter), ("ttl", .title),
    ] { table[name] = kind }
    return table
  }()
}

extension LegalDocument {
  /// The innermost attached document that holds a provision; 0 for the document itself.
  func component(holding provision: Int) -> Int {
    var index = provision
    while index != 0, provisions[index].kind != .component { index = Int(provisions[index].parent) }
    return index
  }
}

extension Substring {
  func lastRange(of needle: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self
    while let cut = rest.firstRange(of: needle) {
      found = cut
      rest = rest[cut.upperBound...]
    }
    return found
  }
}
