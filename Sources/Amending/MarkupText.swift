/// Words in the markup: where they stand, across the elements around them, and how they are replaced.
extension MarkupTree {
  /// The places at which words stand in the text below a node, as ranges of its bytes; none overlaps another.
  ///
  /// White space in the words stands for any run of white space. Quotation marks match whatever their form.
  package func find(_ words: String, in node: NodeID) -> [Range<Int>] {
    let wanted = Self.letters(Array(words.utf8)).letters
    guard !wanted.isEmpty else { return [] }
    let (text, places) = Self.letters(texts(node).flatMap { bytes[textRange($0)] })
    var out: [Range<Int>] = []
    var i = 0
    while i + wanted.count <= text.count {
      if text[i] == wanted[0], text[i..<i + wanted.count].elementsEqual(wanted) {
        out.append(places[i].lowerBound..<places[i + wanted.count - 1].upperBound)
        i += wanted.count
      } else {
        i += 1
      }
    }
    return out
  }

  /// The same, but “5” does not stand in “15” or “5.50”, and where the words stand as whole words they do not stand in others.
  ///
  /// Words may still be part of others where they stand nowhere else: of inflected forms, compounds, and in scripts that
  /// write no spaces.
  package func findWhole(_ words: String, in node: NodeID) -> [Range<Int>] {
    let text = texts(node).flatMap { bytes[textRange($0)] }
    let sound = find(words, in: node).filter { !Self.splitsNumber(text, $0) }
    let whole = sound.filter { !Self.splitsWord(text, $0) }
    return whole.isEmpty ? sound : whole
  }

  private static func splitsNumber(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    func isDigit(_ k: Int) -> Bool { text.indices.contains(k) && (0x30...0x39).contains(text[k]) }
    func isPoint(_ k: Int) -> Bool { text.indices.contains(k) && (text[k] == 0x2E || text[k] == 0x2C) }
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return isDigit(first) && (isDigit(first - 1) || isPoint(first - 1) && isDigit(first - 2))
      || isDigit(last) && (isDigit(last + 1) || isPoint(last + 1) && isDigit(last + 2))
  }

  private static func splitsWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    // Every byte of a letter beyond ASCII has its highest bit set.
    func isLetter(_ k: Int) -> Bool {
      text.indices.contains(k) && (text[k] >= 0x80 || (0x41...0x5A).contains(text[k] & 0xDF))
    }
    return isLetter(range.lowerBound) && isLetter(range.lowerBound - 1)
      || isLetter(range.upperBound - 1) && isLetter(range.upperBound)
  }

  /// Text for comparison: white space as one space, quotation marks as one sign each, and where each stood.
  static func letters(_ text: [UInt8]) -> (letters: [UInt8], places: [Range<Int>]) {
    var letters: [UInt8] = []
    var places: [Range<Int>] = []
    var i = 0
    while i < text.count {
      let (letter, length) = letter(text, i)
      if letter == 0x20, letters.last == 0x20, let last = places.last {
        places[places.count - 1] = last.lowerBound..<i + length
      } else {
        letters.append(letter)
        places.append(i..<i + length)
      }
      i += length
    }
    return (letters, places)
  }

  private static func letter(_ text: [UInt8], _ i: Int) -> (UInt8, Int) {
    let byte = text[i]
    if byte <= 0x20 { return (0x20, 1) }
    // U+00A0
    if byte == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 { return (0x20, 2) }
    if byte == 0xE2, i + 2 < text.count, text[i + 1] == 0x80 {
      switch text[i + 2] {
      case 0x9C, 0x9D, 0x9E, 0x9F: return (0x22, 3)
      case 0x98, 0x99, 0x9A, 0x9B: return (0x27, 3)
      default: break
      }
    }
    return (byte, 1)
  }

  /// Replaces bytes of the text below a node by words, which stand where the first of the bytes stood.
  ///
  /// Elements around parts of the text stay, and stay empty where they lose all of it.
  package mutating func replaceText(_ range: Range<Int>, in node: NodeID, by words: String, origin: Int32) {
    var offset = 0
    var isWritten = words.isEmpty
    for piece in texts(node) {
      let own = textRange(piece)
      let here = offset..<offset + own.count
      offset = here.upperBound
      let isPlace =
        range.isEmpty
        ? here.lowerBound <= range.lowerBound && range.lowerBound <= here.upperBound
        : here.overlaps(range)
      guard isPlace, !(range.isEmpty && isWritten) else { continue }
      let cut =
        max(range.lowerBound, here.lowerBound) - here.lowerBound..<min(range.upperBound, here.upperBound)
        - here.lowerBound
      let tail = Array(bytes[own.lowerBound + cut.upperBound..<own.upperBound])
      let rest = makeText(tail, origin: nodes[Int(piece)].origin)
      nodes[Int(piece)].count = UInt32(cut.lowerBound)
      insert(rest, behind: piece)
      if !isWritten {
        insert(makeText(words.utf8, origin: origin), behind: piece)
        isWritten = true
      }
      if nodes[Int(rest)].count == 0 { remove(rest) }
      if nodes[Int(piece)].count == 0 { remove(piece) }
    }
  }

  /// Appends words to the text below a node: to its last text, before white space that only ends a line.
  package mutating func appendText(_ words: String, to node: NodeID, origin: Int32) {
    guard let last = texts(node).last(where: { bytes[textRange($0)].contains { $0 > 0x20 } }) else { return }
    let range = textRange(last)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    let rest = makeText(Array(bytes[end..<range.upperBound]), origin: nodes[Int(last)].origin)
    nodes[Int(last)].count = UInt32(end - range.lowerBound)
    insert(rest, behind: last)
    insert(makeText(words.utf8, origin: origin), behind: last)
    if nodes[Int(rest)].count == 0 { remove(rest) }
  }
}
