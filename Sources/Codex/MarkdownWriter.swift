import Citations
import Consolidation
import Provisions

/// Writes the body of one document as Markdown (CommonMark with GFM tables): one walk over its content.
///
/// The text stands between `<div data-law="">` and `</div>`, so that its words can be told from the rest. White space is
/// folded, as it has no meaning in either; punctuation is escaped where its place gives it a meaning.
struct MarkdownWriter {
  private let publication: Publication
  private let d: Int
  private let document: LegalDocument
  private(set) var out = ByteWriter()
  private var frames: [Frame] = []
  /// Columns of the list items that are open.
  private var indent = 0
  private var groupDepth = 0
  private var anchorDepth = 0
  private var pendingNotes: [Int] = []
  private var line = LineState.closed
  /// Headings and cells are one line: blocks in them are only words.
  private var inlineDepth = 0
  private var isCell = false
  private var endsInSpace = true

  private enum LineState {
    /// The next word starts a block of its own.
    case closed
    /// A bullet stands on the line and nothing else: any block may follow.
    case bullet
    /// An anchor or a number stands on the line: words may go on, another block begins a line of its own.
    case joinable
    case text
  }

  private struct Frame {
    var end: Int
    var kind: ContentKind
    var close: String = ""
    var indent = 0
    var isAnchor = false
    var isGroup = false
    var isInline = false
    var spaced = false
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

  private mutating func walk(_ from: Int, _ end: Int) {
    let base = frames.count
    var i = from
    while i < end {
      while frames.count > base, let top = frames.last, top.end <= i { close() }
      i = open(i)
    }
    while frames.count > base { close() }
  }

  private mutating func close() {
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

  private mutating func push(_ node: ContentNode, _ change: (inout Frame) -> Void = { _ in }) {
    var frame = Frame(end: Int(node.end), kind: node.kind)
    frame.spaced = node.flags.contains(.spaced)
    change(&frame)
    frames.append(frame)
  }

  // MARK: Lines

  /// Begins a block: on the line that waits for one, else on a line of its own behind an empty one.
  private mutating func startBlock() {
    if inlineDepth > 0 {
      space()
      return
    }
    if line == .joinable || line == .bullet { return }
    newBlock()
    line = .joinable
  }

  /// Behind a bullet a block begins on the bullet's line: an empty line there would end the item.
  private mutating func newBlock() {
    if line == .bullet { return }
    out.write("\n\n")
    for _ in 0..<indent { out.write(byte: 0x20) }
    endsInSpace = true
  }

  private mutating func space() {
    guard !endsInSpace else { return }
    out.write(byte: 0x20)
    endsInSpace = true
  }

  /// Writes words: text at the start of a block is guarded against being read as a list, heading or quotation.
  private mutating func words(_ range: Range<Int>) {
    let text = document.text
    if line == .closed, inlineDepth == 0 {
      // Text directly in a provision: a paragraph of its own.
      guard text[range].contains(where: { $0 > 0x20 }) else { return }
      startBlock()
    }
    var i = range.lowerBound
    var from = i
    let end = range.upperBound
    while i < end {
      let byte = text[i]
      if byte <= 0x20 {
        // One space between words is how most text stands.
        if byte == 0x20, i > from, i + 1 < end, text[i - 1] > 0x20, text[i + 1] > 0x20 {
          i += 1
          continue
        }
        out.write(text[from..<i])
        if i > from { endsInSpace = false }
        space()
        i += 1
        from = i
        continue
      }
      if line != .text {
        if Self.needsGuard(text[i]) {
          out.write(text[from..<i])
          out.write(byte: 0x5C)
          from = i
        } else if let dot = Self.listNumberEnd(text, i, end) {
          out.write(text[from..<dot])
          out.write(byte: 0x5C)
          from = dot
          i = dot
          endsInSpace = false
          line = .text
          i += 1
          continue
        }
        line = .text
        if from == i, out.last == 0x5C {
          i += 1
          continue
        }
      }
      if byte < 0x80, Self.isSpecial(text, i, end, isCell) {
        out.write(text[from..<i])
        out.write(byte: 0x5C)
        from = i
      }
      i += 1
    }
    if end > from {
      out.write(text[from..<end])
      endsInSpace = false
    }
  }

  private static func isSpecial(_ text: [UInt8], _ i: Int, _ end: Int, _ isCell: Bool) -> Bool {
    switch text[i] {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x26, 0x7E: true
    case 0x7C: isCell
    // GitHub links bare addresses, and would take the backslashes in them as letters.
    case 0x3A: i + 2 < end && text[i + 1] == 0x2F && text[i + 2] == 0x2F
    case 0x2E: i >= 3 && text[i - 1] | 0x20 == 0x77 && text[i - 2] | 0x20 == 0x77 && text[i - 3] | 0x20 == 0x77
    default: false
    }
  }

  private static func needsGuard(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x2D, 0x2B, 0x3E, 0x3D, 0x7C, 0x3A: true
    default: false
    }
  }

  /// "12." or "12)" at the start of a block would open a list: the place of the mark.
  private static func listNumberEnd(_ text: [UInt8], _ i: Int, _ end: Int) -> Int? {
    var k = i
    while k < end, (0x30...0x39).contains(text[k]), k - i < 10 { k += 1 }
    guard k > i, k < end, text[k] == 0x2E || text[k] == 0x29 else { return nil }
    return k
  }

  // MARK: Nodes

  private mutating func open(_ i: Int) -> Int {
    let node = document.content[i]
    switch node.kind {
    case .text: words(node.textRange.indices)
    case .provision: return openProvision(i, node)
    case .region, .list, .block, .unknown, .row, .tableHead, .tableBody, .cell, .history, .signature, .formula:
      if inlineDepth > 0 { space() } else if line == .text { line = .closed }
      push(node)
    case .paragraph, .continuation, .caption:
      if inlineDepth > 0 { space() } else if line == .text { line = .closed }
      if node.flags.contains(.holdsText) || inlineDepth > 0 { startBlock() }
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

  private mutating func emphasis(_ i: Int, _ node: ContentNode, _ sign: String, _ tag: String) {
    guard node.flags.contains(.holdsText), !node.flags.contains(.holdsBlock) else { return push(node) }
    if line == .closed, inlineDepth == 0 { startBlock() }
    let (open, close) = marks(i, sign, tag)
    out.write(open)
    line = .text
    endsInSpace = false
    push(node) { $0.close = close }
  }

  private mutating func tag(_ name: String, _ node: ContentNode) {
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
  private func marks(_ i: Int, _ sign: String, _ tag: String) -> (open: String, close: String) {
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

  private func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && byte != 0x2A && byte != 0x5C && byte != 0x5F }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func bullet() {
    newBlock()
    out.write("- ")
    endsInSpace = true
    line = .bullet
    indent += 2
  }

  private mutating func anchor(_ path: String) {
    out.write("<a id=\"")
    out.attribute(path)
    out.write("\"></a>")
    if line == .bullet { line = .joinable }
  }

  private mutating func anchor(of index: Int) {
    out.write("<a id=\"")
    out.path(of: index, in: document)
    out.write("\"></a>")
    if line == .bullet { line = .joinable }
  }

  private mutating func openProvision(_ i: Int, _ node: ContentNode) -> Int {
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
  private mutating func openHead(_ i: Int, _ index: Int, _ level: Int) -> Int {
    newBlock()
    // Inside a list item a heading needs no other form; its line starts at the item's column.
    out.write(String(repeating: "#", count: level) + " ")
    anchor(of: index)
    endsInSpace = true
    line = .text
    inlineDepth += 1
    var k = i + 1
    let end = Int(document.content[i].end)
    while k < end {
      let child = document.content[k]
      if child.kind == .number || child.kind == .heading || child.kind == .subheading {
        space()
        frames.append(Frame(end: Int(child.end), kind: child.kind, isInline: false))
        walk(k + 1, Int(child.end))
        frames.removeLast()
      } else if !child.flags.contains(.blank) {
        break
      }
      k = Int(child.end)
    }
    inlineDepth -= 1
    line = .closed
    return k
  }

  // MARK: Tables

  private mutating func openTable(_ i: Int, _ node: ContentNode) -> Int {
    if inlineDepth > 0 {
      space()
      push(node)
      return i + 1
    }
    if let rows = simpleRows(i) {
      writePipes(rows)
    } else {
      newBlock()
      var html = HTMLWriter(publication, d, oneLine: true, fileExtension: "md")
      html.writeNode(i)
      out.write(html.out.bytes[...])
      pendingNotes += html.takeNotes()
    }
    line = .closed
    return Int(node.end)
  }

  /// The cells of a table that GFM can write: one head row, no spans, one paragraph at most in a cell.
  private func simpleRows(_ table: Int) -> [[Int]]? {
    var rows: [[Int]] = []
    var heads = 0
    var i = table + 1
    let end = Int(document.content[table].end)
    var cells = 0
    while i < end {
      let node = document.content[i]
      switch node.kind {
      case .tableHead, .tableBody:
        i += 1
        continue
      case .row:
        rows.append([])
        var k = i + 1
        while k < Int(node.end) {
          let cell = document.content[k]
          if cell.kind == .cell {
            guard cell.start == 0 || cell.start == 1, isOneParagraph(k) else { return nil }
            rows[rows.count - 1].append(k)
            cells += 1
          } else if !cell.flags.contains(.blank) {
            return nil
          }
          k = Int(cell.end)
        }
        if isHead(i, table) { heads += 1 }
      case .text where node.flags.contains(.blank): break
      default: return nil
      }
      i = Int(node.end)
    }
    guard heads == 1, rows.count > 1, cells == rows.count * rows[0].count, rows.allSatisfy({ $0.count == rows[0].count })
    else { return nil }
    return rows
  }

  private func isHead(_ row: Int, _ table: Int) -> Bool {
    if document.content[table + 1].kind == .tableHead { return row < Int(document.content[table + 1].end) }
    var k = row + 1
    var any = false
    while k < Int(document.content[row].end) {
      if document.content[k].kind == .cell {
        guard document.content[k].flags.contains(.header) else { return false }
        any = true
      }
      k = Int(document.content[k].end)
    }
    return any
  }

  private func isOneParagraph(_ cell: Int) -> Bool {
    var paragraphs = 0
    for k in cell + 1..<Int(document.content[cell].end) {
      switch document.content[k].kind {
      case .paragraph: paragraphs += 1
      case .note, .noteMark, .figure: return false
      case let kind where kind.isBlock: return false
      default: break
      }
    }
    return paragraphs <= 1
  }

  private mutating func writePipes(_ rows: [[Int]]) {
    newBlock()
    inlineDepth += 1
    isCell = true
    for (r, row) in rows.enumerated() {
      if r > 0 {
        out.write("\n")
        for _ in 0..<indent { out.write(byte: 0x20) }
      }
      out.write("|")
      for cell in row {
        out.write(" ")
        endsInSpace = true
        line = .text
        walk(cell + 1, Int(document.content[cell].end))
        space()
        out.write("|")
      }
      if r == 0 {
        out.write("\n")
        for _ in 0..<indent { out.write(byte: 0x20) }
        out.write("|" + String(repeating: " --- |", count: row.count))
      }
    }
    isCell = false
    inlineDepth -= 1
  }

  // MARK: References and notes

  private mutating func openReference(_ node: ContentNode) {
    let resolution = publication.resolution(d, Int(node.start))
    guard anchorDepth == 0, node.flags.contains(.holdsText), !node.flags.contains(.holdsBlock) else { return push(node) }
    var target: String?
    if let place = resolution.place {
      target = publication.address(of: place, from: d, extension: "md")
    } else if resolution == .external {
      target = HTMLWriter.safeWebAddress(
        document.attributeString(document.references[Int(node.start)].target)
      ).flatMap { $0.contains(where: { "()".contains($0) }) ? nil : $0 }
    }
    guard let target else { return push(node) }
    if line == .closed, inlineDepth == 0 { startBlock() }
    out.write("[")
    line = .text
    endsInSpace = false
    anchorDepth += 1
    push(node) {
      $0.close = "](\(target))"
      $0.isAnchor = true
    }
  }

  private mutating func openNote(_ node: ContentNode) -> Int {
    let n = Int(node.start)
    pendingNotes.append(n)
    if document.notes[n].mark == 0, document.notes[n].isOfText {
      if line == .closed, inlineDepth == 0 { startBlock() }
      out.write("<sup data-added=\"\">")
      out.write(anchorDepth == 0 ? "[\(n + 1)](#note_\(n + 1))" : "\(n + 1)")
      out.write("</sup>")
      line = .text
      endsInSpace = false
    }
    return Int(node.end)
  }

  private mutating func openMark(_ i: Int, _ node: ContentNode) {
    guard node.flags.contains(.holdsText) else {
      if Int(node.start) < document.notes.count {
        if line == .closed, inlineDepth == 0 { startBlock() }
        out.write("<sup data-added=\"\">\(node.start + 1)</sup>")
        line = .text
        endsInSpace = false
      }
      return push(node)
    }
    tag("sup", node)
  }

  private mutating func writeNotes() {
    guard !pendingNotes.isEmpty else { return }
    line = .closed
    newBlock()
    out.write("## <span data-added=\"\">Notes</span>")
    var k = 0
    while k < pendingNotes.count {
      let n = pendingNotes[k]
      let note = document.notes[n]
      if !note.isOfText {
        // A note of the metadata is no text of the law: it stands in one marked line.
        newBlock()
        out.write("<p data-added=\"\"><a id=\"note_\(n + 1)\"></a>\(n + 1): ")
        out.html(document.plainText(Int(note.node)))
        out.write("</p>")
      } else {
        line = .closed
        bullet()
        anchor("note_\(n + 1)")
        out.write("<span data-added=\"\">\(n + 1): </span>")
        walk(Int(note.node) + 1, Int(document.content[Int(note.node)].end))
        indent -= 2
      }
      line = .closed
      k += 1
    }
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
