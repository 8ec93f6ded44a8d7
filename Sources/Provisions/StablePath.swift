// Stable paths: the addresses of provisions. A path starts at the lowest ancestor whose numbering is unique in the
// document (articles are normally numbered through, so chapters are left out: a new chapter must not change the
// addresses of its articles) and goes down by kind and number: "art_12__para_3__point_a".

extension LegalDocument {
  /// The stable path of a provision; empty for the document.
  package func path(of index: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(48)
    appendPath(of: index, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the stable path of a provision, UTF-8.
  package func appendPath(of index: Int, to bytes: inout [UInt8]) {
    guard index > 0 else { return }
    let provision = provisions[index]
    if provision.pathParent != 0 {
      appendPath(of: Int(provision.pathParent), to: &bytes)
      bytes.append(UInt8(ascii: "_"))
      bytes.append(UInt8(ascii: "_"))
    }
    bytes.append(contentsOf: provision.kind.abbreviation.utf8)
    bytes.append(UInt8(ascii: "_"))
    if provision.ordinal > 0 {
      bytes.append(contentsOf: "n\(provision.ordinal)".utf8)
    } else {
      appendNumber(provision.number, to: &bytes)
    }
    if provision.occurrence > 0 { bytes.append(contentsOf: "-\(provision.occurrence + 1)".utf8) }
  }

  private func appendNumber(_ range: TextRange, to bytes: inout [UInt8]) {
    let start = bytes.count
    for i in range.indices {
      let c = text[i]
      guard (0x30...0x39).contains(c) || (0x61...0x7A).contains(c) else {
        bytes.removeSubrange(start...)
        bytes += normalisedNumber(text[range.indices])
        return
      }
      bytes.append(c)
    }
  }

  /// The address of a provision.
  package func id(of index: Int) -> ProvisionID { ProvisionID(work: identity.work, path: path(of: index)) }

  /// Sets path parents, ordinals, keys and occurrences. To be called once, when all provisions stand.
  package mutating func finishPaths() {
    let restarting = restartingKinds().reduce(into: UInt32(0)) { $0 |= 1 << UInt32($1.rawValue) }
    var unnumbered = KeyTable(capacity: provisions.count)
    var occurrences: [UInt64: UInt32] = [:]
    var seen = KeyTable(capacity: provisions.count)
    if !provisions.isEmpty { provisions[0].key = stableHash(identity.work.utf8) }
    for i in provisions.indices.dropFirst() {
      var provision = provisions[i]
      let kind = provision.kind
      var parent = provision.parent
      if kind.isCitableUnit || kind.isGroup, restarting & (1 << UInt32(kind.rawValue)) == 0,
        !provision.traits.contains(.quoted)
      {
        // Numbered through the document: only an annex or an attached document opens a numbering of its own.
        while parent != 0, provisions[Int(parent)].kind != .annex, provisions[Int(parent)].kind != .component {
          if provisions[Int(parent)].traits.contains(.quoted) { break }
          parent = provisions[Int(parent)].parent
        }
      }
      provision.pathParent = parent
      let parentKey = provisions[Int(parent)].key
      if let number = numberHash(text, provision.number) {
        provision.key = pathKey(below: parentKey, kind, numberHash: number)
      } else {
        provision.number = .empty
        let place = parentKey &+ UInt64(kind.rawValue)
        provision.ordinal = unnumbered.insert(place) + 1
        provision.key = pathKey(below: parentKey, kind, numberHash: stepHash(of: provision, occurrence: 0))
      }
      let first = provision.key
      while seen.insert(provision.key) > 0 {
        // A path that ends in "-2" may itself have stood before: then the number is "5-2".
        let occurrence = occurrences[first, default: 0] + 1
        occurrences[first] = occurrence
        provision.occurrence = UInt16(clamping: occurrence)
        provision.key = pathKey(below: parentKey, kind, numberHash: stepHash(of: provision, occurrence: occurrence))
      }
      provisions[i] = provision
    }
  }

  /// The key that the second unit with the path of this one has, if there is such a unit.
  package func keyOfSecond(_ index: Int) -> UInt64 {
    let provision = provisions[index]
    return pathKey(
      below: provisions[Int(provision.pathParent)].key, provision.kind,
      numberHash: stepHash(of: provision, occurrence: 1))
  }

  /// The hash of what stands behind the kind in the last step of a path.
  private func stepHash(of provision: Provision, occurrence: UInt32) -> UInt64 {
    var hash = HashState()
    if provision.ordinal > 0 {
      hash.add(UInt8(ascii: "n"))
      hash.add(decimal: provision.ordinal)
    } else {
      for byte in normalisedNumber(text[provision.number.indices]) { hash.add(byte) }
    }
    if occurrence > 0 {
      hash.add(UInt8(ascii: "-"))
      hash.add(decimal: occurrence + 1)
    }
    return hash.value
  }

  /// Kinds that are numbered anew inside each group: then the group belongs to the path.
  ///
  /// One doubled number of an article is a slip and must not change every address; a tenth of all numbers doubled is a
  /// system. Chapters and parts are rarely cited by themselves and mostly restart: there one doubled number is enough.
  private func restartingKinds() -> Set<ProvisionKind> {
    var seen = KeyTable(capacity: provisions.count)
    var total = [Int](repeating: 0, count: ProvisionKind.allCases.count)
    var repeated = total
    // Versions of one unit stand side by side and are no doubled numbers.
    var last = [(parent: UInt32, number: UInt64, isDated: Bool)?](repeating: nil, count: total.count)
    for provision in provisions where !provision.traits.contains(.quoted) && !provision.number.isEmpty {
      guard provision.kind.isCitableUnit || provision.kind.isGroup else { continue }
      guard let number = numberHash(text, provision.number) else { continue }
      var home = provision.parent
      while home != 0, provisions[Int(home)].kind != .annex, provisions[Int(home)].kind != .component {
        home = provisions[Int(home)].parent
      }
      let kind = Int(provision.kind.rawValue)
      let isDated = provision.validity.start != nil
      let isVersion = isDated && last[kind].map { $0 == (provision.parent, number, true) } ?? false
      last[kind] = (provision.parent, number, isDated)
      if isVersion { continue }
      total[kind] += 1
      let key = pathKey(below: mixed(UInt64(home)), provision.kind, numberHash: number)
      if seen.insert(key) > 0 { repeated[kind] += 1 }
    }
    return Set(
      ProvisionKind.allCases.filter { kind in
        let (again, all) = (repeated[Int(kind.rawValue)], total[Int(kind.rawValue)])
        return kind.isGroup ? again > 0 : again * 10 > all
      })
  }
}

/// A number as it stands in a path: lower case, letters, digits, inner points and hyphens; everything else left out.
package func normalisedNumber(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var pending: UInt8 = 0
  var i = bytes.startIndex
  while i < bytes.endIndex {
    let c = bytes[i]
    switch c {
    case 0x30...0x39, 0x61...0x7A:
      if pending != 0, !out.isEmpty { out.append(pending) }
      pending = 0
      out.append(c)
    case 0x41...0x5A:
      if pending != 0, !out.isEmpty { out.append(pending) }
      pending = 0
      out.append(c | 0x20)
    case 0x2E, 0x2D, 0x5F, 0x20, 0x2F, 0x28:
      // A separator between two parts of a number: "12.1", "2-bis", "12(1)".
      pending = c == 0x2E ? 0x2E : 0x2D
    case 0xC3 where i + 1 < bytes.endIndex && bytes[i + 1] != 0x97 && bytes[i + 1] != 0xB7:
      // The letters of Latin-1, which French and Spanish terms are full of.
      if pending != 0, !out.isEmpty { out.append(pending) }
      pending = 0
      out.append(c)
      out.append(bytes[i + 1] < 0x9F ? bytes[i + 1] | 0x20 : bytes[i + 1])
      i += 2
      continue
    case 0x80...:
      var scalarEnd = i + 1
      while scalarEnd < bytes.endIndex, bytes[scalarEnd] & 0xC0 == 0x80 { scalarEnd += 1 }
      let scalar = String(decoding: bytes[i..<scalarEnd], as: UTF8.self).unicodeScalars.first
      if let scalar, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if pending != 0, !out.isEmpty { out.append(pending) }
        pending = 0
        out += Array(scalar.properties.lowercaseMapping.utf8)
      } else if let scalar, scalar.properties.generalCategory == .dashPunctuation {
        pending = 0x2D
      }
      i = scalarEnd
      continue
    default: break
    }
    i += 1
  }
  return out
}

/// The hash of a number in its normal form, or `nil` where nothing of it is left.
func numberHash(_ text: [UInt8], _ range: TextRange) -> UInt64? {
  let span = text.span
  var hash = HashState()
  // Nearly all numbers are digits and small letters already.
  for i in range.indices {
    let c = span[i]
    guard (0x30...0x39).contains(c) || (0x61...0x7A).contains(c) else {
      let normal = normalisedNumber(text[range.indices])
      return normal.isEmpty ? nil : stableHash(normal)
    }
    hash.add(c)
  }
  return range.isEmpty ? nil : hash.value
}

/// The key of the path one step below a path, for a unit with a normalised number.
package func pathKey(below parent: UInt64, _ kind: ProvisionKind, number: [UInt8]) -> UInt64 {
  pathKey(below: parent, kind, numberHash: stableHash(number))
}

func pathKey(below parent: UInt64, _ kind: ProvisionKind, numberHash: UInt64) -> UInt64 {
  mixed(parent ^ (UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15) ^ numberHash)
}

/// A hash that is the same in every run and on every machine; not for hostile keys without a check behind it.
package func stableHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash = HashState()
  for byte in bytes { hash.add(byte) }
  return hash.value
}

/// FNV-1a, mixed at the end.
private struct HashState {
  private var h: UInt64 = 0xCBF2_9CE4_8422_2325
  mutating func add(_ byte: UInt8) { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  mutating func add(decimal number: UInt32) {
    if number > 9 { add(decimal: number / 10) }
    add(UInt8(ascii: "0") + UInt8(number % 10))
  }
  var value: UInt64 { mixed(h) }
}

/// Spreads the bits of a key.
package func mixed(_ key: UInt64) -> UInt64 {
  let product = (key ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}

/// Counts how often a key was inserted: open addressing, at most half full.
private struct KeyTable {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The number of earlier insertions of the same key.
  mutating func insert(_ key: UInt64) -> UInt32 {
    var i = Int(truncatingIfNeeded: key) & mask
    while counts[i] != 0, keys[i] != key { i = (i + 1) & mask }
    keys[i] = key
    counts[i] += 1
    return counts[i] - 1
  }
}
