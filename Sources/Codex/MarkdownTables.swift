import Provisions

/// Tables of the Markdown edition: pipes where GFM can write them, HTML elsewhere.
extension MarkdownWriter {
  mutating func openTable(_ i: Int, _ node: ContentNode) -> Int {
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
  func simpleRows(_ table: Int) -> [[Int]]? {
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
    guard heads == 1, rows.count > 1, cells == rows.count * rows[0].count,
      rows.allSatisfy({ $0.count == rows[0].count })
    else { return nil }
    return rows
  }

  func isHead(_ row: Int, _ table: Int) -> Bool {
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

  func isOneParagraph(_ cell: Int) -> Bool {
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

  mutating func writePipes(_ rows: [[Int]]) {
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
}
