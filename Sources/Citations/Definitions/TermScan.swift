/// Looks for many terms in one text at once.
///
/// For each byte, the low five bits of three bytes in a row make an index: the same for small letters and capitals. A table
/// of the indices with which a term begins is asked for every byte, without a branch; only where it answers in a stretch of
/// bytes, and there behind something that is no letter, is a term compared.
struct TermScan {
  /// By index, eight to a byte: whether a term begins so. It is small enough to stay close to the processor.
  private var isBegin = InlineArray<4096, UInt8>(repeating: 0)
  /// By index: 0, or the number of a list of terms.
  private var begins = InlineArray<32_768, UInt8>(repeating: 0)
  /// Of the byte: 1 where no letter of ASCII, 2 where a capital.
  private var classes = InlineArray<256, UInt8>(repeating: 1)
  /// By number: the terms that are still looked for, and the indices that lead to them. Where there are more than 255,
  /// some share a list.
  private var waiting: [(terms: [Int], indices: [UInt16])] = [([], [])]
  /// How many lists have terms.
  private var filled = 0
  private var added = 0

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
      var list = Int(begins[Int(index)])
      if list == 0 {
        list = 1 + added % 255
        added += 1
        if list == waiting.count { waiting.append(([], [])) }
        begins[Int(index)] = UInt8(list)
        isBegin[Int(index >> 3)] |= 1 << UInt8(index & 7)
        waiting[list].indices.append(index)
      }
      if waiting[list].terms.isEmpty { filled += 1 }
      waiting[list].terms.append(k)
    }
  }

  /// Calls `isFound` for each place at which a waiting term may begin, until it says so of each, or `isDone` of all.
  mutating func run(_ text: [UInt8], isFound: (_ term: Int, _ at: Int) -> Bool, isDone: () -> Bool) {
    let bytes = text.span
    let step = 32
    var i = 0
    while i + 2 < bytes.count, filled > 0 {
      let end = min(i + step, bytes.count - 2)
      if mayBegin(bytes, i, end) {
        look(bytes, i, end, isFound)
        if isDone() { return }
      }
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
      let bit = isBegin[Int(index >> 3 & 0xFFF)] &>> UInt8(truncatingIfNeeded: index & 7)
      any |= bit & (before | own >> 1)
      (before, own, next) = (own, next, classes[Int(byte)])
    }
    return any & 1 != 0
  }

  private mutating func look(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ isFound: (Int, Int) -> Bool) {
    for i in start..<end {
      let list = Int(begins[Int(Self.index(bytes[i], bytes[i + 1], bytes[i + 2]))])
      guard list != 0 else { continue }
      let isBehindSign = i == 0 || classes[Int(bytes[i - 1])] & 1 != 0
      guard isBehindSign || classes[Int(bytes[i])] == 2 else { continue }
      var t = 0
      while t < waiting[list].terms.count {
        if isFound(waiting[list].terms[t], i) {
          waiting[list].terms.swapAt(t, waiting[list].terms.count - 1)
          waiting[list].terms.removeLast()
        } else {
          t += 1
        }
      }
      guard waiting[list].terms.isEmpty else { continue }
      filled -= 1
      for index in waiting[list].indices {
        begins[Int(index)] = 0
        isBegin[Int(index >> 3)] &= ~(1 << UInt8(index & 7))
      }
      waiting[list].indices.removeAll()
    }
  }
}
