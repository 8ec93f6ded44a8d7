package import Provisions

/// Reads the citations in the words of a document and adds them to it as references, with a content node around the words
/// of each, so that they are linked, checked and written like marked ones.
///
/// Words inside a mark are left to the mark.
///
/// - Parameter source: the bytes to which the document's offsets refer; empty where they are not at hand, and places are
///   then exact only in texts without character references.
package func addCitations(to document: inout LegalDocument, source: Span<UInt8>) {
  let citations = readCitations(in: document)
  guard !citations.isEmpty else { return }
  var insertion = CitationInsertion(document)
  insertion.run(citations, source)
  document = insertion.document
}

/// Builds the content of a document anew with nodes for citations, and moves every index that points into it.
private struct CitationInsertion {
  var document: LegalDocument
  private let old: [ContentNode]
  private var new: [ContentNode] = []
  /// By old index: the new one. One more for the end.
  private var moved: [UInt32] = []

  init(_ document: LegalDocument) {
    self.document = document
    old = document.content
  }

  mutating func run(_ citations: [TextCitation], _ source: Span<UInt8>) {
    new.reserveCapacity(old.count + citations.count * 3)
    moved.reserveCapacity(old.count + 1)
    var next = 0
    var markEnd = 0
    for (i, node) in old.enumerated() {
      moved.append(UInt32(new.count))
      if node.kind == .reference { markEnd = max(markEnd, Int(node.end)) }
      guard node.kind == .text else {
        new.append(node)
        continue
      }
      let range = node.textRange.indices
      while next < citations.count, citations[next].range.lowerBound < range.lowerBound { next += 1 }
      guard i >= markEnd, next < citations.count, citations[next].range.lowerBound < range.upperBound else {
        new.append(node)
        continue
      }
      var offsets = SourceOffsets(node, source)
      var from = range.lowerBound
      while next < citations.count, citations[next].range.lowerBound < range.upperBound {
        let citation = citations[next]
        next += 1
        guard citation.range.lowerBound >= from else { continue }
        append(node, from..<citation.range.lowerBound, &offsets)
        // Words that go on in another element are linked as far as this one goes.
        let words = citation.range.lowerBound..<min(citation.range.upperBound, range.upperBound)
        reference(citation, node, words, at: i, &offsets)
        from = words.upperBound
      }
      append(node, from..<range.upperBound, &offsets)
    }
    moved.append(UInt32(new.count))
    for (i, node) in old.enumerated() where node.kind != .text || moved[i] + 1 == moved[i + 1] {
      new[Int(moved[i])].end = moved[Int(node.end)]
    }
    move()
  }

  private mutating func append(_ node: ContentNode, _ range: Range<Int>, _ offsets: inout SourceOffsets) {
    guard !range.isEmpty else { return }
    var piece = node
    piece.offset = offsets.offset(of: range.lowerBound)
    piece.start = UInt32(range.lowerBound)
    piece.count = UInt32(range.count)
    piece.end = UInt32(new.count + 1)
    piece.flags.remove(.blank)
    if document.text[range].allSatisfy({ $0 <= 0x20 }) { piece.flags.insert(.blank) }
    new.append(piece)
  }

  private mutating func reference(
    _ citation: TextCitation, _ node: ContentNode, _ words: Range<Int>, at i: Int, _ offsets: inout SourceOffsets
  ) {
    let target = Array(citation.target.utf8)
    let index = UInt32(new.count)
    var wrapper = ContentNode(
      kind: .reference, offset: offsets.offset(of: words.lowerBound), start: UInt32(document.references.count))
    wrapper.flags.insert(.holdsText)
    wrapper.end = index + 2
    new.append(wrapper)
    append(node, words, &offsets)
    let range = TextRange(start: UInt32(document.strings.count), count: UInt32(target.count))
    document.strings += target
    document.references.append(
      Reference(
        role: citation.role, form: .words, source: UInt32(document.provision(holding: i)), node: index, target: range,
        start: wrapper.offset, end: offsets.offset(of: words.upperBound)))
  }

  private mutating func move() {
    let count = document.references.count
    for k in 0..<count where document.references[k].form != .words && document.references[k].node != 0 {
      document.references[k].node = moved[Int(document.references[k].node)]
    }
    for k in document.provisions.indices {
      document.provisions[k].contentStart = moved[Int(document.provisions[k].contentStart)]
      document.provisions[k].contentEnd = moved[Int(document.provisions[k].contentEnd)]
      document.provisions[k].numberNode = moved[Int(document.provisions[k].numberNode)]
      document.provisions[k].headingNode = moved[Int(document.provisions[k].headingNode)]
    }
    for k in document.notes.indices {
      document.notes[k].node = moved[Int(document.notes[k].node)]
      document.notes[k].mark = moved[Int(document.notes[k].mark)]
    }
    document.content = new
  }
}

/// Leads bytes of one text node back to the source, where one character may be written with more bytes than it has.
struct SourceOffsets {
  private var text: Int
  private var place: Int
  private let source: [UInt8]
  private let base: Int
  /// Whether the place is in a CDATA section, where nothing is markup but its end.
  private var isLiteral = false

  /// - Parameter source: of the whole document; empty where it is not at hand.
  init(_ node: ContentNode, _ source: Span<UInt8>) {
    text = Int(node.start)
    place = 0
    base = Int(node.offset)
    var window: [UInt8] = []
    if base < source.count {
      // References make a text longer: rarely by much.
      let end = min(source.count, base + Int(node.count) * 2 + 256)
      window.reserveCapacity(end - base)
      for i in base..<end { window.append(source[i]) }
    }
    self.source = window
  }

  /// The source offset of a byte of the text. To be asked in ascending order.
  mutating func offset(of byte: Int) -> UInt32 {
    while text < byte {
      guard place < source.count else {
        place += byte - text
        text = byte
        break
      }
      step()
    }
    return UInt32(clamping: base + place)
  }

  private mutating func step() {
    let rest = source[place...]
    if isLiteral, !rest.starts(with: "]]>".utf8), source[place] != 0x0D {
      place += 1
      text += 1
      return
    }
    switch source[place] {
    case UInt8(ascii: "&"):
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { break }
      text += Self.width(of: source[place + 1..<end])
      place = end + 1
      return
    case UInt8(ascii: "<"):
      // A comment, an instruction or the border of a CDATA section stands in the text without a character of it.
      if rest.starts(with: "<![CDATA[".utf8) {
        place += 9
        isLiteral = true
      } else {
        let close: [UInt8] = rest.starts(with: "<!--".utf8) ? Array("-->".utf8) : [UInt8(ascii: ">")]
        var k = place
        while k < source.count, !source[k...].starts(with: close) { k += 1 }
        place = min(source.count, k + close.count)
      }
      return
    case UInt8(ascii: "]") where rest.starts(with: "]]>".utf8):
      place += 3
      isLiteral = false
      return
    case 0x0D where rest.dropFirst().first == 0x0A: place += 1
    default: break
    }
    place += 1
    text += 1
  }

  /// How many bytes of UTF-8 a character reference stands for; an entity of the document counts as one.
  private static func width(of name: ArraySlice<UInt8>) -> Int {
    guard name.first == UInt8(ascii: "#") else { return 1 }
    let digits = name.dropFirst()
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(text, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init).map { UTF8.width($0) } ?? 1
  }
}
