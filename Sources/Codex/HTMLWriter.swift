import Citations
import Consolidation
import Provisions

/// Writes the body of one document as HTML: one walk over its content, in the order of the source.
///
/// What the program adds to the text bears `data-added`, so that the words of the law can be told from the rest.
struct HTMLWriter: ContentWalk {
  let publication: Publication
  let d: Int
  let document: LegalDocument
  var out = ByteWriter()
  var frames: [Frame] = []
  var anchorDepth = 0
  /// Open elements that take phrases only.
  var phraseDepth = 0
  var headDepth = 0
  var groupDepth = 0
  var tables: [TableLayout] = []
  /// Notes whose bodies are still to be written, as indices.
  var pendingNotes: [Int] = []
  /// For a table inside Markdown: no line breaks, as a blank line would end the HTML.
  let oneLine: Bool
  let fileExtension: String

  struct Frame: ContentFrame {
    var end: Int
    var close: String
    var kind: ContentKind
    var style = FrameStyle()
  }

  /// What an open element means for those inside and for what stands behind it.
  struct FrameStyle: OptionSet {
    let rawValue: UInt16
    static let anchor = FrameStyle(rawValue: 1)
    static let group = FrameStyle(rawValue: 2)
    /// A space is due behind it.
    static let spaced = FrameStyle(rawValue: 4)
    /// It takes phrases only.
    static let phrase = FrameStyle(rawValue: 8)
    /// A line of the page ends with it.
    static let line = FrameStyle(rawValue: 16)
    static let head = FrameStyle(rawValue: 32)
    static let plainList = FrameStyle(rawValue: 64)
    /// Its parts say of themselves what they are.
    static let identification = FrameStyle(rawValue: 128)
  }

  init(_ publication: Publication, _ d: Int, oneLine: Bool = false, fileExtension: String = "html") {
    self.publication = publication
    self.d = d
    self.oneLine = oneLine
    self.fileExtension = fileExtension
    document = publication.graph.documents[d]
  }

  /// The whole body: the text, then the notes.
  mutating func writeDocument() {
    out.reserve(document.text.count * 2 + document.content.count * 24)
    if !document.content.isEmpty { walk(1, Int(document.content[0].end)) }
    writeNotes()
  }

  /// One node with what is below it.
  mutating func writeNode(_ node: Int) { walk(node, Int(document.content[node].end)) }

  mutating func close() {
    let frame = frames.removeLast()
    out.write(frame.close)
    if frame.style.contains(.line), !oneLine { out.write(byte: 0x0A) }
    if frame.style.contains(.spaced) { out.write(byte: 0x20) }
    count(frame.style, -1)
    if frame.kind == .table { tables.removeLast() }
  }

  mutating func count(_ style: FrameStyle, _ step: Int) {
    if style.isEmpty { return }
    if style.contains(.anchor) { anchorDepth += step }
    if style.contains(.group) { groupDepth += step }
    if style.contains(.phrase) { phraseDepth += step }
    if style.contains(.head) { headDepth += step }
  }

  /// Writes a start tag and keeps the end tag for when the node ends.
  mutating func push(_ node: ContentNode, _ open: String, _ close: String, _ style: FrameStyle = []) {
    out.write(open)
    let style = node.flags.contains(.spaced) ? style.union(.spaced) : style
    count(style, 1)
    frames.append(Frame(end: Int(node.end), close: close, kind: node.kind, style: style))
  }

  /// Opens a node and returns where the walk goes on.
  mutating func open(_ i: Int) -> Int {
    let node = document.content[i]
    // The walk begins in no frame; any kind that holds no table stands for that.
    let holder = frames.last?.kind ?? .block
    if holder == .table || holder == .tableHead || holder == .tableBody || holder == .row {
      if node.flags.contains(.blank) { return i + 1 }
      wrapInTable(i, node, holder)
    }
    if holder != .table, node.kind == .tableHead || node.kind == .tableBody || node.kind == .row,
      !(node.kind == .row && (holder == .tableHead || holder == .tableBody))
    {
      // A part of a table without the table: a browser would move its text elsewhere.
      push(node, "<div>", "</div>", .line)
      frames[frames.count - 1].kind = .block
      return i + 1
    }
    let isBlock = node.flags.contains(.holdsBlock)
    switch node.kind {
    case .text: out.html(document.text, node.textRange.indices, oneLine: oneLine)
    case .provision: return openProvision(i, node)
    case .region: openRegion(node)
    case .paragraph:
      if isBlock {
        push(node, "<div class=\"p\">", "</div>", .line)
      } else {
        let isLabelled = frames.last?.style.contains(.identification) ?? false
        push(node, "<p>", "</p>", [.line, .phrase])
        if isLabelled { writeLabel(node) }
      }
    case .continuation:
      if isBlock {
        push(node, "<div class=\"p flush\">", "</div>", .line)
      } else {
        push(node, "<p class=\"flush\">", "</p>", [.line, .phrase])
      }
    case .list: openList(i, node)
    case .listItem:
      if frames.last?.style.contains(.plainList) ?? false {
        push(node, "<li>", "</li>", .line)
      } else {
        push(node, "<div class=\"item\">", "</div>", .line)
      }
    case .table:
      tables.append(TableLayout(document, table: i))
      push(
        node, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>", "</table></div>",
        .line)
    case .tableHead:
      if tables.last?.head == i {
        push(node, "<thead>", "</thead>", [.line, .head])
      } else {
        push(node, "<tbody>", "</tbody>", .line)
      }
    case .tableBody: push(node, "<tbody>", "</tbody>", .line)
    case .row:
      if tables.last?.emptyRows.contains(i) ?? false { return Int(node.end) }
      push(node, "<tr>", "</tr>", .line)
    case .cell: openCell(i, node)
    case .caption:
      if tables.last?.caption == i { push(node, "<caption>", "</caption>") } else { push(node, "<div>", "</div>") }
    case .figure:
      out.write("<span class=\"placeholder\" data-added=\"\">[image ")
      out.html(document.attributeString(node.textRange))
      out.write("]</span>")
      if isBlock { push(node, "<div>", "</div>") } else { push(node, "<span>", "</span>", .phrase) }
    case .quotation: push(node, "<blockquote class=\"quote\">", "</blockquote>", .line)
    case .formula: push(node, "<div class=\"formula\">", "</div>", .line)
    case .signature:
      if phraseDepth > 0 {
        push(node, "<span class=\"signature\">", "</span>")
      } else {
        push(node, "<div class=\"signature\">", "</div>", .line)
      }
    case .history: push(node, "<div class=\"history\">", "</div>", .line)
    case .block: push(node, "<div>", "</div>", .line)
    case .unknown: push(node, "<div class=\"unknown\">", "</div>", .line)
    case .number: phrase(node, "<span class=\"num\">", "</span>", "<div class=\"num\">")
    case .heading: heading(node, "<p class=\"heading\">", "<span class=\"heading\">", "<div class=\"heading\">")
    case .subheading:
      heading(node, "<p class=\"subheading\">", "<span class=\"subheading\">", "<div class=\"subheading\">")
    case .reference: openReference(node)
    case .note: return openNote(node)
    case .noteMark: openMark(i, node)
    case .term: phrase(node, "<dfn>", "</dfn>")
    case .strong: phrase(node, "<b>", "</b>")
    case .emphasis: phrase(node, "<i>", "</i>")
    case .underline: phrase(node, "<span class=\"underline\">", "</span>")
    case .smallCaps: phrase(node, "<span class=\"small-caps\">", "</span>")
    case .superscript: phrase(node, "<sup>", "</sup>")
    case .subscript: phrase(node, "<sub>", "</sub>")
    case .insertion: phrase(node, "<ins>", "</ins>")
    case .deletion: phrase(node, "<del>", "</del>")
    case .quotedText: phrase(node, "<span class=\"quoted\">", "</span>")
    case .placeholder: phrase(node, "<span class=\"placeholder\">", "</span>")
    case .repealed: phrase(node, "<span class=\"repealed\">", "</span>", "<div class=\"repealed\">")
    case .lineBreak: push(node, "<br>", "")
    case .inline: phrase(node, "<span>", "</span>")
    case .foreignLanguage:
      let tag = document.attributeString(node.textRange).filter { $0.isASCII && ($0.isLetter || $0 == "-") }
      phrase(node, tag.isEmpty ? "<span>" : "<span lang=\"\(tag)\">", "</span>")
    }
    return i + 1
  }

  // MARK: Elements

  /// A phrase, or a block in its place where it holds one.
  mutating func phrase(_ node: ContentNode, _ open: String, _ close: String, _ block: String = "<div>") {
    if node.flags.contains(.holdsBlock) { push(node, block, "</div>") } else { push(node, open, close, .phrase) }
  }

  mutating func heading(_ node: ContentNode, _ paragraph: String, _ phrase: String, _ block: String) {
    if node.flags.contains(.holdsBlock) {
      push(node, block, "</div>", .line)
    } else if phraseDepth > 0 {
      push(node, phrase, "</span>", .phrase)
    } else {
      push(node, paragraph, "</p>", [.line, .phrase])
    }
  }

  /// Text, blocks or cells where a table expects rows or cells.
  mutating func wrapInTable(_ i: Int, _ node: ContentNode, _ holder: ContentKind?) {
    let end = Int(node.end)
    switch node.kind {
    case .tableHead, .tableBody: if holder == .table { return }
    case .caption: if holder == .table, tables.last?.caption == i { return }
    case .row: if holder != .row { return }
    case .cell:
      if holder == .row { return }
      out.write("<tr>")
      frames.append(Frame(end: end, close: "</tr>", kind: .row))
      return
    default: break
    }
    out.write(holder == .row ? "<td>" : "<tr><td>")
    frames.append(Frame(end: end, close: holder == .row ? "</td>" : "</td></tr>", kind: .cell))
  }

  mutating func openCell(_ i: Int, _ node: ContentNode) {
    guard let layout = tables.last, frames.last?.kind == .row else {
      return push(node, "<div class=\"item\">", "</div>", .line)
    }
    for _ in 0..<(layout.fillers[i] ?? 0) { out.write("<td></td>") }
    let isHeader = node.flags.contains(.header) || headDepth > 0
    out.write(isHeader ? "<th" : "<td")
    if let span = layout.spans[i] {
      if span.columns > 1 { out.write(" colspan=\"\(span.columns)\"") }
      if span.rows > 1 { out.write(" rowspan=\"\(span.rows)\"") }
    }
    push(node, ">", isHeader ? "</th>" : "</td>")
  }

  mutating func openList(_ i: Int, _ node: ContentNode) {
    var k = i + 1
    var isPlain = true
    while k < Int(node.end) {
      let child = document.content[k]
      if child.kind != .listItem, !child.flags.contains(.blank) { isPlain = false }
      k = Int(child.end)
    }
    if isPlain, k > i + 1 {
      push(node, node.flags.contains(.bulleted) ? "<ul>" : "<ul class=\"plain\">", "</ul>", [.line, .plainList])
    } else {
      push(node, "<div class=\"list\">", "</div>", .line)
    }
  }

  mutating func openRegion(_ node: ContentNode) {
    let open =
      switch Region(rawValue: node.start) {
      case .preface: "<section class=\"preface\">"
      case .preamble: "<section class=\"preamble\">"
      case .conclusions: "<section class=\"conclusions\">"
      case .identification: "<section class=\"identification\">"
      case .cover: "<section class=\"preface cover\">"
      case .amendmentsList: "<section class=\"history\">"
      case .body, nil: "<section>"
      }
    push(node, open, "</section>", node.start == Region.identification.rawValue ? [.line, .identification] : .line)
  }

  /// What a part of the identification is, before its words.
  mutating func writeLabel(_ node: ContentNode) {
    guard let label = document.identificationLabel(of: node) else { return }
    out.write("<span class=\"label\" data-added=\"\" lang=\"en\">")
    out.html(label)
    out.write(": </span>")
  }
}
