/// Words by hash, for a scan that asks for every word of a text: open addressing, no strings.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt16]
  private let mask: Int

  /// - Parameter words: lower-case words with the number that stands for each; of equal words the first counts.
  init(_ words: [(String, UInt16)]) {
    var size = 64
    while size < words.count * 3 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
    for (word, value) in words {
      let bytes = Array(word.utf8)
      insert(Letters.word(bytes, 0, bytes.count, joined: true).hash, value)
    }
  }

  private mutating func insert(_ key: UInt64, _ value: UInt16) {
    var i = Int(truncatingIfNeeded: key) & mask
    while keys[i] != 0 {
      if keys[i] == key { return }
      i = (i + 1) & mask
    }
    keys[i] = key
    values[i] = value
  }

  @inline(__always)
  func find(_ key: UInt64) -> UInt16? {
    var i = Int(truncatingIfNeeded: key) & mask
    while keys[i] != 0 {
      if keys[i] == key { return values[i] }
      i = (i + 1) & mask
    }
    return nil
  }
}

/// Letters of UTF-8 text without decoding it into characters.
enum Letters {
  /// Whether a letter starts at a byte. Beyond ASCII everything is a letter but signs and punctuation: U+0080 to U+00BF
  /// (with "§" and "«"), U+2000 to U+206F (dashes, quotes) and U+2116 ("№").
  @inline(__always)
  static func isStart(_ text: [UInt8], _ i: Int) -> Bool {
    let byte = text[i]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    if byte == 0xC2 { return false }
    if byte == 0xE2 {
      guard i + 1 < text.count else { return false }
      return text[i + 1] > 0x84
    }
    return byte >= 0xC3
  }

  /// The end of the word at `i`, and a hash of its letters in lower case. The hash is never zero.
  ///
  /// - Parameter joined: whether hyphens between letters belong to the word.
  static func word(_ text: [UInt8], _ start: Int, _ end: Int, joined: Bool = false) -> (end: Int, hash: UInt64) {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = start
    while i < end {
      let byte = text[i]
      var code: UInt64
      if byte < 0x80 {
        let isHyphen = joined && byte == 0x2D && i > start && i + 1 < end && isStart(text, i + 1)
        guard (byte | 0x20) &- 0x61 < 26 || isHyphen else { break }
        code = isHyphen ? UInt64(byte) : UInt64(byte | 0x20)
        i += 1
      } else if byte >= 0xC3, byte < 0xE0, i + 1 < end {
        code = UInt64(byte & 0x1F) << 6 | UInt64(text[i + 1] & 0x3F)
        // Capitals of Latin-1, of Cyrillic with marks, of Cyrillic.
        if code >= 0xC0, code < 0xDF, code != 0xD7 { code += 0x20 }
        if code >= 0x400, code < 0x410 { code += 0x50 }
        if code >= 0x410, code < 0x430 { code += 0x20 }
        i += 2
      } else {
        guard isStart(text, i) else { break }
        code = UInt64(byte)
        i += 1
        while i < end, text[i] & 0xC0 == 0x80 {
          code = code << 8 | UInt64(text[i])
          i += 1
        }
      }
      h = (h ^ code) &* 0x0000_0100_0000_01B3
    }
    return (i, h | 1)
  }

  /// The end of white space at `i`: spaces, line ends, and the spaces that do not break.
  static func space(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      switch text[i] {
      case 0x20, 0x09, 0x0A, 0x0D: i += 1
      case 0xC2 where i + 1 < end && (text[i + 1] == 0xA0 || text[i + 1] == 0xAD): i += 2
      case 0xE2 where i + 2 < end && text[i + 1] == 0x80 && (0x80...0x8B).contains(text[i + 2]): i += 3
      case 0xE2 where i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0xAF: i += 3
      default: return i
      }
    }
    return i
  }

  /// A capital at `i`: ASCII, Latin-1 or Cyrillic.
  static func isCapital(_ text: [UInt8], _ i: Int) -> Bool {
    let byte = text[i]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    guard i + 1 < text.count else { return false }
    if byte == 0xC3 { return text[i + 1] < 0x9F && text[i + 1] != 0x97 }
    return byte == 0xD0 && (0x81...0xAF).contains(text[i + 1])
  }
}
