internal import CLibXML2

/// The names that one worker has seen.
///
/// libxml2 interns names in the parser's dictionary, which lives as long as the parser, so the pair of pointers (local
/// name, namespace) identifies a name and costs one probe. The local name alone would not: `lims:id` is not `id`.
struct SymbolTable: ~Copyable {
  private struct Slot: BitwiseCopyable {
    var local: UInt
    var space: UInt
    var symbol: UInt32
  }

  private var slots: [Slot]
  private var mask: Int
  private(set) var names = [QualifiedName(namespace: "", local: "#text")]
  /// By name: whether an attribute of this name is kept.
  private(set) var keeps = [false]
  private let keep: @Sendable (QualifiedName) -> Bool
  private var byName: [QualifiedName: UInt32] = [:]

  init(keeping keep: @escaping @Sendable (QualifiedName) -> Bool) {
    self.keep = keep
    slots = Array(repeating: Slot(local: 0, space: 0, symbol: 0), count: 1024)
    mask = 1023
  }

  @inline(__always)
  mutating func intern(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) -> UInt32 {
    let l = UInt(bitPattern: local)
    let s = UInt(bitPattern: space)
    var i = home(l, s)
    while true {
      let slot = slots[i]
      if slot.local == l && slot.space == s { return slot.symbol }
      if slot.local == 0 { break }
      i = (i &+ 1) & mask
    }
    return unsafe add(local, space, at: i)
  }

  @inline(__always)
  private func home(_ local: UInt, _ space: UInt) -> Int {
    Int(truncatingIfNeeded: ((local ^ (space &<< 17)) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
  }

  @inline(never)
  private mutating func add(
    _ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?, at index: Int
  ) -> UInt32 {
    let name = unsafe QualifiedName(
      namespace: space.map { unsafe String(cString: $0) } ?? "", local: String(cString: local))
    let symbol = byName[name] ?? UInt32(names.count)
    if symbol == UInt32(names.count) {
      names.append(name)
      keeps.append(keep(name))
      byName[name] = symbol
    }
    slots[index] = Slot(local: UInt(bitPattern: local), space: UInt(bitPattern: space), symbol: symbol)
    used += 1
    if used * 2 > mask { rehash() }
    return symbol
  }

  private var used = 0

  private mutating func rehash() {
    let old = slots
    mask = mask * 2 + 1
    slots = Array(repeating: Slot(local: 0, space: 0, symbol: 0), count: mask + 1)
    for slot in old where slot.local != 0 {
      var i = home(slot.local, slot.space)
      while slots[i].local != 0 { i = (i &+ 1) & mask }
      slots[i] = slot
    }
  }
}
