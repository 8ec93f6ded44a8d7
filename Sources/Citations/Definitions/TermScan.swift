/// Looks for many terms in one text at once.
///
/// For each byte, the low five bits of three bytes in a row make an index: the same for small letters and capitals. A table
/// of the indices with which a term begins is asked for every byte, without a branch; only where it answers in a stretch of
/// bytes, and there behind something that is no letter, is a term compared.
struct TermScan {
  private var begins = InlineArray<32_768, UInt8>(repeating: 0)
  /// Of the byte: 1 where no letter of ASCII, 2 where a capital.
  private var classes = InlineArray<256, UInt8>(repeating: 1)
  /// By index: the terms that begin so and are still looked for.
  private var waiting: [UInt16: [Int]] = [:]

  init() {
    for letter in 0x41...0x5A {
      classes[letter] = 2
      classes[letter + 0x20] = 0
    }
  }

  private static func index(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt16 {
    UInt16(a & 31) << 10 | UInt16(b & 31) << 5 | UInt16(c & 31)
  }

  /// Adds the term number `k`, which begins at a byte of the text with a word that ends at another.
  mutating func add(_ k: Int, _ text: [UInt8], _ word: Range<Int>) {
    let start = word.lowerBound
    guard word.count >= 2, start + 2 < text.count else { return }
    let (a, b) = (text[start], text[start + 1])
    var thirds = [text[start + 2]]
    // What may stand behind a word of two letters: space, signs, the first byte of a wide space.
    if word.count == 2 { thirds = [0x20, 0x0A, 0x2C, 0x2D, 0x2E, 0x29, 0x3A, 0x3B, 0x27, 0xC2] }
    var indices = Set(thirds.map { Self.index(a, b, $0) })
    // Capitals and small letters of Cyrillic have different first bytes.
    if a == 0xD0 || a == 0xD1 { indices.formUnion(thirds.map { Self.index(a ^ 1, b, $0) }) }
    for index in indices {
      waiting[index, default: []].append(k)
      begins[Int(index)] = 1
    }
  }

  /// Calls `isFound` for each place at which a waiting term may begin, until it says so.
  ///
  /// `isFound` is asked again for a term that was found.
  mutating func run(_ text: [UInt8], isFound: (_ term: Int, _ at: Int) -> Bool) {
    let bytes = text.span
    let step = 64
    var i = 0
    while i + 2 < bytes.count, !waiting.isEmpty {
      let end = min(i + step, bytes.count - 2)
      if mayBegin(bytes, i, end) { look(bytes, i, end, isFound) }
      i = end
    }
  }

  @inline(__always)
  private func mayBegin(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = UInt32(bytes[start] & 31) << 5 | UInt32(bytes[start + 1] & 31)
    var before = start == 0 ? 1 : classes[Int(bytes[start - 1])]
    var own = classes[Int(bytes[start])]
    var next = classes[Int(bytes[start + 1])]
    var any: UInt8 = 0
    for i in start..<end {
      let byte = bytes[i + 2]
      index = index << 5 | UInt32(byte & 31)
      any |= begins[Int(index & 0x7FFF)] & (before & 1 | own >> 1)
      (before, own, next) = (own, next, classes[Int(byte)])
    }
    return any != 0
  }

  private mutating func look(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ isFound: (Int, Int) -> Bool) {
    for i in start..<end {
      let index = Self.index(bytes[i], bytes[i + 1], bytes[i + 2])
      guard begins[Int(index)] != 0 else { continue }
      let isBehindSign = i == 0 || classes[Int(bytes[i - 1])] & 1 != 0
      guard isBehindSign || classes[Int(bytes[i])] == 2, let terms = waiting[index] else { continue }
      var isAny = false
      for k in terms where isFound(k, i) {
        isAny = true
        break
      }
      guard isAny else { continue }
      let left = terms.filter { !isFound($0, i) }
      waiting[index] = left.isEmpty ? nil : left
      if left.isEmpty { begins[Int(index)] = 0 }
    }
  }
}
