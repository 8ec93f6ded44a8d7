import Citations
import Consolidation
import Provisions

/// Writes the body of one document as Markdown (CommonMark with GFM tables): one walk over its content.
///
/// The text stands between `<div data-law="">` and `</div>`, so that its words can be told from the rest. White space is
/// folded, as it has no meaning in either; punctuation is escaped where its place gives it a meaning.
struct MarkdownWriter: ContentWalk {
  let publication: Publication
  let d: Int
  let document: LegalDocument
  var out = ByteWriter()
  var frames: [Frame] = []
  /// Columns of the list items that are open.
  var indent = 0
  var groupDepth = 0
  var anchorDepth = 0
  var pendingNotes: [Int] = []
  var line = LineState.closed
  /// Headings and cells are one line: blocks in them are only words.
  var inlineDepth = 0
  var isCell = false
  var endsInSpace = true

  enum LineState {
    /// The next word starts a block of its own.
    case closed
    /// A bullet stands on the line and nothing else: any block may follow.
    case bullet
    /// An anchor or a number stands on the line: words may go on, another block begins a line of its own.
    case joinable
    case text
  }

  struct Frame: ContentFrame {
    var end: Int
    var kind: ContentKind
    var close: String = ""
    var indent = 0
    var isAnchor = false
    var isGroup = false
    var isInline = false
    var spaced = false
    var isIdentification = false
  }

  init(_ publication: Publication, _ d: Int) {
    self.publication = publication
    self.d = d
    document = publication.graph.documents[d]
  }

  /// The whole body: the text, then the notes.
  mutating func writeDocument() {
    out.reserve(document.text.count + document.text.count / 2 + document.content.count * 12)
    out.write("<div data-law=\"\">\n")
    if !document.content.isEmpty { walk(1, Int(document.content[0].end)) }
    writeNotes()
    out.write("\n\n</div>\n")
  }

  mutating func close() {
    let frame = frames.removeLast()
    out.write(frame.close)
    if !frame.close.isEmpty { endsInSpace = false }
    indent -= frame.indent
    if frame.isAnchor { anchorDepth -= 1 }
    if frame.isGroup { groupDepth -= 1 }
    if frame.isInline { inlineDepth -= 1 }
    if frame.kind.isBlock || frame.kind == .heading || frame.kind == .subheading, inlineDepth == 0 { line = .closed }
    if frame.spaced { space() }
    // The text goes on behind its number.
    if frame.kind == .number, inlineDepth == 0 { line = .joinable }
  }

  mutating func push(_ node: ContentNode, _ change: (inout Frame) -> Void = { _ in }) {
    var frame = Frame(end: Int(node.end), kind: node.kind)
    frame.spaced = node.flags.contains(.spaced)
    change(&frame)
    frames.append(frame)
  }

  // MARK: Nodes

  mutating func open(_ i: Int) -> Int {
    let node = document.content[i]
    switch node.kind {
    case .text: words(node.textRange.indices)
    case .provision: return openProvision(i, node)
    case .region, .list, .block, .unknown, .row, .tableHead, .tableBody, .cell, .history, .signature, .formula:
      if inlineDepth > 0 { space() } else if line == .text { line = .closed }
      push(node) { $0.isIdentification = node.kind == .region && node.start == Region.identification.rawValue }
    case .paragraph, .continuation, .caption:
      if inlineDepth > 0 { space() } else if line == .text { line = .closed }
      if node.flags.contains(.holdsText) || inlineDepth > 0 { startBlock() }
      if frames.last?.isIdentification ?? false, node.kind == .paragraph { writeLabel(node) }
      push(node)
    case .listItem:
      guard inlineDepth == 0 else {
        space()
        push(node)
        break
      }
      bullet()
      push(node) { $0.indent = 2 }
    case .table: return openTable(i, node)
    case .figure:
      if line == .closed { startBlock() }
      out.write("<span data-added=\"\">\\[image ")
      out.write(Self.escaped(document.attributeString(node.textRange)))
      out.write("\\]</span>")
      line = .text
      endsInSpace = false
      push(node)
    case .quotation:
      guard inlineDepth == 0 else {
        space()
        push(node)
        break
      }
      // Indented like a list item: a quotation mark on each line would have to be carried through tables.
      bullet()
      push(node) { $0.indent = 2 }
    case .number:
      if line == .closed { startBlock() }
      emphasis(i, node, "**", "b")
      frames[frames.count - 1].spaced = true
    case .heading, .subheading:
      if inlineDepth > 0 {
        space()
      } else {
        if line != .bullet { line = .closed }
        startBlock()
      }
      emphasis(i, node, "**", "b")
      frames[frames.count - 1].isInline = true
      inlineDepth += 1
    case .reference: openReference(node)
    case .note: return openNote(node)
    case .noteMark: openMark(i, node)
    case .strong: emphasis(i, node, "**", "b")
    case .emphasis: emphasis(i, node, "*", "i")
    case .term: tag("dfn", node)
    case .superscript: tag("sup", node)
    case .subscript: tag("sub", node)
    case .insertion: tag("ins", node)
    case .deletion: tag("del", node)
    case .lineBreak:
      space()
      push(node)
    case .underline, .smallCaps, .quotedText, .placeholder, .repealed, .inline, .foreignLanguage: push(node)
    }
    return i + 1
  }

  mutating func emphasis(_ i: Int, _ node: ContentNode, _ sign: String, _ tag: String) {
    guard node.flags.contains(.holdsText), !node.flags.contains(.holdsBlock) else { return push(node) }
    if line == .closed, inlineDepth == 0 { startBlock() }
    let (open, close) = marks(i, sign, tag)
    out.write(open)
    line = .text
    endsInSpace = false
    push(node) { $0.close = close }
  }

  mutating func tag(_ name: String, _ node: ContentNode) {
    guard node.flags.contains(.holdsText), !node.flags.contains(.holdsBlock) else { return push(node) }
    if line == .closed, inlineDepth == 0 { startBlock() }
    out.write("<\(name)>")
    line = .text
    endsInSpace = false
    push(node) { $0.close = "</\(name)>" }
  }

  /// The marks of an emphasis where its words allow them, else the HTML element.
  ///
  /// A run of marks opens when letters follow it and closes when letters stand before it (CommonMark 6.2); what comes
  /// before and after is then of no matter, except another mark.
  func marks(_ i: Int, _ sign: String, _ tag: String) -> (open: String, close: String) {
    var first: UInt8 = 0
    var final: UInt8 = 0
    for node in document.content[i + 1..<Int(document.content[i].end)] {
      guard node.kind == .text, node.count > 0 else { return ("<\(tag)>", "</\(tag)>") }
      if first == 0 { first = document.text[Int(node.start)] }
      final = document.text[Int(node.start + node.count) - 1]
    }
    let before = out.last ?? 0x0A
    let isFree = before != 0x2A && before != 0x5C
    // A number is followed by a space and does not follow a letter: its brackets and points do no harm then.
    let isNumber = document.content[i].kind == .number && !isLetter(before) && before < 0x80
    let fits = isNumber ? isInk(first) && isInk(final) : isLetter(first) && isLetter(final)
    return fits && isFree ? (sign, sign) : ("<\(tag)>", "</\(tag)>")
  }

  func isInk(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x2A && byte != 0x5C && byte != 0x5F
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  mutating func bullet() {
    newBlock()
    out.write("- ")
    endsInSpace = true
    line = .bullet
    indent += 2
  }

  mutating func anchor(_ path: String) {
    out.write("<a id=\"")
    out.attribute(path)
    out.write("\"></a>")
    if line == .bullet { line = .joinable }
  }

  mutating func anchor(of index: Int) {
    out.write("<a id=\"")
    out.path(of: index, in: document)
    out.write("\"></a>")
    if line == .bullet { line = .joinable }
  }

  mutating func openProvision(_ i: Int, _ node: ContentNode) -> Int {
    let index = Int(node.start)
    let provision = document.provisions[index]
    guard inlineDepth == 0 else {
      space()
      push(node)
      return i + 1
    }
    if provision.kind.isGroup || provision.kind.isCitableUnit {
      let level = min(6, groupDepth + 2)
      push(node) { $0.isGroup = provision.kind.isGroup }
      if provision.kind.isGroup { groupDepth += 1 }
      return openHead(i, index, level)
    }
    bullet()
    anchor(of: index)
    push(node) { $0.indent = 2 }
    return i + 1
  }

  /// The number and the heading with which a group or article begins, as one heading line.
  mutating func openHead(_ i: Int, _ index: Int, _ level: Int) -> Int {
    newBlock()
    // Inside a list item a heading needs no other form; its line starts at the item's column.
    out.write(String(repeating: "#", count: level) + " ")
    anchor(of: index)
    endsInSpace = true
    line = .text
    inlineDepth += 1
    let (parts, next) = headParts(of: i)
    for part in parts {
      let child = document.content[part]
      space()
      frames.append(Frame(end: Int(child.end), kind: child.kind, isInline: false))
      walk(part + 1, Int(child.end))
      frames.removeLast()
    }
    inlineDepth -= 1
    line = .closed
    if let remark = publication.remark(on: index, in: d) {
      newBlock()
      out.write("<span data-added=\"\">*\(Self.escaped(remark.words))*</span>")
      line = .closed
    }
    if document.provisions[index].kind.isCitableUnit { writeHistory(index) }
    return next
  }

  /// Which amending provisions wrote an article, where it was consolidated.
  mutating func writeHistory(_ index: Int) {
    for history in publication.history(of: index, in: d, extension: "md") {
      newBlock()
      let act = Self.escaped(history.act)
      let link = history.address.map { "[\(act)](\($0))" } ?? act
      out.write("<span data-added=\"\">*\(Self.escaped(history.words)) \(link), \(history.since)*</span>")
      line = .closed
    }
  }

  /// What a part of the identification is, before its words.
  mutating func writeLabel(_ node: ContentNode) {
    guard let label = document.identificationLabel(of: node) else { return }
    out.write("<span data-added=\"\">\(label): </span>")
    line = .text
    endsInSpace = true
  }

  /// A string as words of a paragraph.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_[]<>&~|#".contains(character) { out.append("\\") }
      out.append(character.isNewline ? " " : character)
    }
    return out
  }
}
