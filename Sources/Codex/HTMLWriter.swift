import Citations
import Consolidation
import Provisions

/// Writes the body of one document as HTML: one walk over its content, in the order of the source.
///
/// What the program adds to the text bears `data-added`, so that the words of the law can be told from the rest.
struct HTMLWriter {
  private let publication: Publication
  private let d: Int
  private let document: LegalDocument
  private(set) var out = ByteWriter()
  private var frames: [Frame] = []
  private var anchorDepth = 0
  private var groupDepth = 0
  private var tables: [TableLayout] = []
  /// Notes whose bodies are still to be written, as indices.
  private var pendingNotes: [Int] = []
  /// For a table inside Markdown: no line breaks, as a blank line would end the HTML.
  private let oneLine: Bool
  private let fileExtension: String

  private struct Frame {
    var end: Int
    var close: String
    var kind: ContentKind
    var isAnchor = false
    var isGroup = false
    var spaced = false
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
    if frame.isAnchor { anchorDepth -= 1 }
    if frame.isGroup { groupDepth -= 1 }
    if frame.kind == .table { tables.removeLast() }
    if frame.spaced { out.write(byte: 0x20) }
  }

  private mutating func push(
    _ i: Int, _ node: ContentNode, open: String, close: String, isAnchor: Bool = false, isGroup: Bool = false
  ) {
    out.write(open)
    if isAnchor { anchorDepth += 1 }
    if isGroup { groupDepth += 1 }
    frames.append(
      Frame(
        end: Int(node.end), close: close, kind: node.kind, isAnchor: isAnchor, isGroup: isGroup,
        spaced: node.flags.contains(.spaced)))
  }

  /// Opens a node and returns where the walk goes on.
  private mutating func open(_ i: Int) -> Int {
    let node = document.content[i]
    let holder = frames.last?.kind
    if holder == .table || holder == .tableHead || holder == .tableBody || holder == .row {
      if node.flags.contains(.blank) { return i + 1 }
      wrapInTable(i, node, holder)
    }
    let isBlock = node.flags.contains(.holdsBlock)
    switch node.kind {
    case .text: out.html(document.text, node.textRange.indices, oneLine: oneLine)
    case .provision: return openProvision(i, node)
    case .region: openRegion(i, node)
    case .paragraph: block(i, node, isBlock ? "div class=\"p\"" : "p")
    case .continuation: block(i, node, isBlock ? "div class=\"p flush\"" : "p class=\"flush\"")
    case .list: openList(i, node)
    case .listItem: block(i, node, frames.last?.close == "</ul>" ? "li" : "div class=\"item\"")
    case .table:
      let layout = TableLayout(document, table: i)
      tables.append(layout)
      push(i, node, open: "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>", close: "</table></div>")
    case .tableHead: block(i, node, tables.last?.head == i ? "thead" : "tbody")
    case .tableBody: block(i, node, "tbody")
    case .row:
      if tables.last?.emptyRows.contains(i) ?? false { return Int(node.end) }
      block(i, node, "tr")
    case .cell: openCell(i, node)
    case .caption:
      if tables.last?.caption == i { block(i, node, "caption") } else { block(i, node, isBlock ? "div" : "p") }
    case .figure:
      out.write("<span class=\"placeholder\" data-added=\"\">[image ")
      out.html(document.attributeString(node.textRange))
      out.write("]</span>")
      push(i, node, open: isBlock ? "<div>" : "<span>", close: isBlock ? "</div>" : "</span>")
    case .quotation: block(i, node, "blockquote class=\"quote\"")
    case .formula: block(i, node, "div class=\"formula\"")
    case .signature: block(i, node, isBlock || !isInParagraph ? "div class=\"signature\"" : "span class=\"signature\"")
    case .history: block(i, node, "div class=\"history\"")
    case .block: block(i, node, "div")
    case .unknown: block(i, node, "div class=\"unknown\"")
    case .number: phrase(i, node, "span class=\"num\"", blockClass: "num")
    case .heading, .subheading:
      let name = node.kind == .heading ? "heading" : "subheading"
      block(i, node, "\(isBlock ? "div" : isInParagraph ? "span" : "p") class=\"\(name)\"")
    case .reference: openReference(i, node)
    case .note: return openNote(i, node)
    case .noteMark: openMark(i, node)
    case .term: phrase(i, node, "dfn")
    case .strong: phrase(i, node, "b")
    case .emphasis: phrase(i, node, "i")
    case .underline: phrase(i, node, "span class=\"underline\"", blockClass: "underline")
    case .smallCaps: phrase(i, node, "span class=\"small-caps\"", blockClass: "small-caps")
    case .superscript: phrase(i, node, "sup")
    case .subscript: phrase(i, node, "sub")
    case .insertion: phrase(i, node, "ins")
    case .deletion: phrase(i, node, "del")
    case .quotedText: phrase(i, node, "span class=\"quoted\"", blockClass: "quoted")
    case .placeholder: phrase(i, node, "span class=\"placeholder\"", blockClass: "placeholder")
    case .repealed: phrase(i, node, "span class=\"repealed\"", blockClass: "repealed")
    case .lineBreak: push(i, node, open: "<br>", close: "")
    case .inline: phrase(i, node, "span", blockClass: "")
    case .foreignLanguage:
      let tag = document.attributeString(node.textRange).filter { $0.isASCII && ($0.isLetter || $0 == "-") }
      phrase(i, node, tag.isEmpty ? "span" : "span lang=\"\(tag)\"", blockClass: "")
    }
    return i + 1
  }

  // MARK: Elements

  private mutating func block(_ i: Int, _ node: ContentNode, _ tag: String) {
    let name = tag.prefix { $0 != " " }
    push(i, node, open: "<\(tag)>", close: oneLine || name == "p" && isInParagraph ? "</\(name)>" : "</\(name)>\n")
  }

  /// A phrase, or a block in its place where it holds one.
  private mutating func phrase(_ i: Int, _ node: ContentNode, _ tag: String, blockClass: String? = nil) {
    if node.flags.contains(.holdsBlock) {
      let name = blockClass ?? tag
      push(i, node, open: name.isEmpty ? "<div>" : "<div class=\"\(name)\">", close: "</div>")
    } else {
      push(i, node, open: "<\(tag)>", close: "</\(tag.prefix { $0 != " " })>")
    }
  }

  private var isInParagraph: Bool {
    frames.contains { $0.close.hasPrefix("</p>") || $0.close.hasPrefix("</h") || $0.close.hasPrefix("</span>") }
  }

  /// Text, blocks or cells where a table expects rows or cells.
  private mutating func wrapInTable(_ i: Int, _ node: ContentNode, _ holder: ContentKind?) {
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

  private mutating func openCell(_ i: Int, _ node: ContentNode) {
    guard let layout = tables.last, frames.last?.kind == .row else {
      return block(i, node, "div class=\"item\"")
    }
    for _ in 0..<(layout.fillers[i] ?? 0) { out.write("<td></td>") }
    let isHeader = node.flags.contains(.header) || frames.contains { $0.close.hasPrefix("</thead") }
    let name = isHeader ? "th" : "td"
    var tag = "<" + name
    if let span = layout.spans[i] {
      if span.columns > 1 { tag += " colspan=\"\(span.columns)\"" }
      if span.rows > 1 { tag += " rowspan=\"\(span.rows)\"" }
    }
    push(i, node, open: tag + ">", close: "</\(name)>")
  }

  private mutating func openList(_ i: Int, _ node: ContentNode) {
    var k = i + 1
    var isPlain = true
    while k < Int(node.end) {
      let child = document.content[k]
      if child.kind != .listItem, !child.flags.contains(.blank) { isPlain = false }
      k = Int(child.end)
    }
    if isPlain, k > i + 1 {
      push(i, node, open: node.flags.contains(.bulleted) ? "<ul>" : "<ul class=\"plain\">", close: "</ul>")
    } else {
      push(i, node, open: "<div class=\"list\">", close: "</div>")
    }
  }

  private mutating func openRegion(_ i: Int, _ node: ContentNode) {
    let name =
      switch Region(rawValue: node.start) {
      case .preface: "preface"
      case .preamble: "preamble"
      case .conclusions: "conclusions"
      case .identification: "identification"
      case .cover: "preface cover"
      case .amendmentsList: "history"
      case .body, nil: "body"
      }
    push(i, node, open: "<section class=\"\(name)\">", close: "</section>\n")
  }

  // MARK: Provisions

  private mutating func openProvision(_ i: Int, _ node: ContentNode) -> Int {
    let index = Int(node.start)
    let provision = document.provisions[index]
    let kind = provision.kind
    let path = document.path(of: index)
    let isSection = kind.isGroup || kind.isCitableUnit
    let isInPhrase = isInParagraph
    let name: String
    if isSection {
      name = kind.isGroup ? (kind == .annex || kind == .component ? "annex" : "group \(kind.abbreviation)") : "article"
    } else {
      name = "unit \(kind.word.replacing(" ", with: "-"))"
    }
    let tag = isSection && !isInPhrase ? "section" : "div"
    out.write("<\(tag) class=\"\(name)\" id=\"")
    out.attribute(path)
    push(i, node, open: "\">", close: "</\(tag)>\n", isGroup: kind.isGroup)
    var next = i + 1
    if isSection { next = openHead(i, index, provision, path) }
    writeState(index, provision)
    return next
  }

  /// The number and the heading with which a provision begins, as one heading of the page.
  private mutating func openHead(_ i: Int, _ index: Int, _ provision: Provision, _ path: String) -> Int {
    var parts: [Int] = []
    var k = i + 1
    let end = Int(document.content[i].end)
    while k < end {
      let child = document.content[k]
      if child.kind == .number || child.kind == .heading || child.kind == .subheading {
        parts.append(k)
      } else if !child.flags.contains(.blank) {
        break
      }
      k = Int(child.end)
    }
    guard !parts.isEmpty, parts.contains(where: { document.content[$0].flags.contains(.holdsText) }) else { return i + 1 }
    let level = min(6, max(2, groupDepth + (provision.kind.isGroup ? 1 : 2)))
    let holdsBlock = parts.contains { document.content[$0].flags.contains(.holdsBlock) }
    let order = document.content[parts[0]].kind == .number ? "head" : "head heading-first"
    out.write(
      holdsBlock
        ? "<div class=\"\(order)\" role=\"heading\" aria-level=\"\(level)\">" : "<h\(level) class=\"\(order)\">")
    for (n, part) in parts.enumerated() {
      let child = document.content[part]
      if n > 0 { out.write(byte: 0x20) }
      let name = child.kind == .number ? "num" : child.kind == .heading ? "heading" : "subheading"
      let tag = child.flags.contains(.holdsBlock) ? "div" : "span"
      out.write("<\(tag) class=\"\(name)\">")
      // The frame makes what is inside a phrase.
      frames.append(Frame(end: Int(child.end), close: "</\(tag)>", kind: child.kind))
      walk(part + 1, Int(child.end))
      close()
    }
    out.write(holdsBlock ? "</div>" : "</h\(level)>")
    if anchorDepth == 0 {
      out.write("<a class=\"self\" data-added=\"\" href=\"#")
      out.attribute(path)
      out.write("\" aria-label=\"Link to ")
      out.attribute(document.label(of: index))
      out.write("\">§</a>\n")
    }
    return k
  }

  private mutating func writeState(_ index: Int, _ provision: Provision) {
    let isMarked = provision.traits.contains(.notInForce) || provision.validity.start != nil || provision.validity.end != nil
    guard isMarked, index != 0 else { return }
    let place = Place(document: d, provision: index)
    let outer = Place(document: d, provision: Int(provision.parent))
    let state = publication.framework.state(of: place)
    guard state != publication.framework.state(of: outer) else { return }
    switch state {
    case .notYetInForce(let date):
      let since = date.map { "in force from \($0)" } ?? "not in force on \(publication.framework.date)"
      badge("not-yet", since)
    case .repealed(let date?): badge("gone", "repealed on \(date)")
    case .expired(let date): badge("gone", "no longer in force since \(date)")
    default: break
    }
  }

  private mutating func badge(_ style: String, _ words: String) {
    out.write("<span class=\"badge \(style)\" data-added=\"\">")
    out.html(words)
    out.write("</span> ")
  }

  // MARK: References and notes

  private mutating func openReference(_ i: Int, _ node: ContentNode) {
    let isBlock = node.flags.contains(.holdsBlock)
    let r = Int(node.start)
    let resolution = publication.resolution(d, r)
    let canLink = anchorDepth == 0 && !isBlock
    if canLink, let place = resolution.place,
      let address = publication.address(of: place, from: d, extension: fileExtension)
    {
      out.write("<a class=\"ref\" href=\"")
      out.attribute(address)
      return push(i, node, open: "\">", close: "</a>", isAnchor: true)
    }
    let written = document.attributeString(document.references[r].target)
    if canLink, resolution == .external, let address = Self.safeWebAddress(written) {
      out.write("<a class=\"ref external\" href=\"")
      out.attribute(address)
      return push(i, node, open: "\">", close: "</a>", isAnchor: true)
    }
    let title: String? =
      switch resolution {
      case .workNotLoaded(let work): "Not loaded: \(work)"
      case .provisionMissing(let name, _): "No such provision: \(name)"
      case .placeholder: "The target is still to be filled in"
      default: nil
      }
    guard let title, !isBlock else { return phrase(i, node, "span class=\"ref\"", blockClass: "ref") }
    out.write("<span class=\"ref unresolved\" title=\"")
    out.attribute(title)
    push(i, node, open: "\">", close: "</span>")
  }

  /// Web addresses only, without what could break out of the attribute or be read as something else.
  static func safeWebAddress(_ text: String) -> String? {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    let rest = text.drop { $0 != "/" }.drop { $0 == "/" }
    guard let host = rest.split(separator: "/").first, !host.isEmpty,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}[]".unicodeScalars.contains($0) }),
      !text.contains("%") || Self.hasValidEscapes(text)
    else { return nil }
    guard host.utf8.allSatisfy({ $0 >= 0x80 || $0 == 0x2D || $0 == 0x2E || $0 == 0x3A || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) else { return nil }
    return text
  }

  private static func hasValidEscapes(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (k, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      guard k + 2 < bytes.count, UInt8(String(decoding: bytes[k + 1...k + 2], as: UTF8.self), radix: 16) != nil else {
        return false
      }
    }
    return true
  }

  private mutating func openNote(_ i: Int, _ node: ContentNode) -> Int {
    let n = Int(node.start)
    pendingNotes.append(n)
    let note = document.notes[n]
    if note.mark == 0, note.isOfText { mark(n, isAdded: true) }
    return Int(node.end)
  }

  private mutating func mark(_ n: Int, isAdded: Bool) {
    out.write("<sup class=\"mark\"\(isAdded ? " data-added=\"\"" : "")>")
    if anchorDepth == 0 {
      out.write("<a href=\"#note_\(n + 1)\" id=\"mark_\(n + 1)\">\(n + 1)</a>")
    } else {
      out.write("<span id=\"mark_\(n + 1)\">\(n + 1)</span>")
    }
    out.write("</sup>")
  }

  private mutating func openMark(_ i: Int, _ node: ContentNode) {
    let n = Int(node.start)
    let isBlock = node.flags.contains(.holdsBlock)
    guard n < document.notes.count, !isBlock else { return phrase(i, node, "sup class=\"mark\"", blockClass: "mark") }
    let identifier = Int(document.notes[n].mark) == i ? " id=\"mark_\(n + 1)\"" : ""
    // A mark without words of its own gets the number of the note.
    if !node.flags.contains(.holdsText) {
      out.write("<sup class=\"mark\"\(identifier) data-added=\"\">")
      out.write(anchorDepth == 0 ? "<a href=\"#note_\(n + 1)\">\(n + 1)</a>" : "\(n + 1)")
      return push(i, node, open: "</sup>", close: "")
    }
    if anchorDepth == 0 {
      push(i, node, open: "<sup class=\"mark\"\(identifier)><a href=\"#note_\(n + 1)\">", close: "</a></sup>", isAnchor: true)
    } else {
      push(i, node, open: "<sup class=\"mark\"\(identifier)>", close: "</sup>")
    }
  }

  /// Notes that were met and are to be written elsewhere.
  mutating func takeNotes() -> [Int] {
    defer { pendingNotes = [] }
    return pendingNotes
  }

  private mutating func writeNotes() {
    guard !pendingNotes.isEmpty else { return }
    out.write("<section class=\"notes\"><h2 data-added=\"\">Notes</h2><ol>\n")
    var k = 0
    // A note may hold notes: they follow at the end.
    while k < pendingNotes.count {
      let n = pendingNotes[k]
      let note = document.notes[n]
      out.write("<li id=\"note_\(n + 1)\" value=\"\(n + 1)\"\(note.isOfText ? "" : " data-added=\"\"")>")
      walk(Int(note.node) + 1, Int(document.content[Int(note.node)].end))
      if note.mark != 0 || note.isOfText {
        out.write(" <a data-added=\"\" href=\"#mark_\(n + 1)\" aria-label=\"Back to the text\">↩</a>")
      }
      out.write("</li>\n")
      k += 1
    }
    out.write("</ol></section>\n")
  }
}
