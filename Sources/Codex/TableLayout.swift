import Provisions

/// Spans of a table's cells as HTML can hold them.
///
/// Tables of real law have spans that reach past their rows, columns in which no cell begins and rows without cells. Each
/// is an error in HTML, and browsers draw each differently.
struct TableLayout {
  /// Column and row span by the cell's content node.
  private(set) var spans: [Int: (columns: Int, rows: Int)] = [:]
  /// Empty cells that are due before a cell, because the source leaves columns out.
  private(set) var fillers: [Int: Int] = [:]
  /// Rows that hold no cell.
  private(set) var emptyRows: Set<Int> = []
  /// The part that may be written as the head.
  private(set) var head: Int?
  /// The caption, where it comes first.
  private(set) var caption: Int?

  private struct Cell {
    var node: Int
    var column: Int
    var columns: Int
    var rows: Int
    var filler: Int
  }

  init(_ document: LegalDocument, table: Int) {
    var groups: [[Int]] = [[]]
    var isFirst = true
    for child in children(of: table, in: document) {
      let node = document.content[child]
      switch node.kind {
      case .caption where isFirst: caption = child
      case .tableHead, .tableBody:
        if node.kind == .tableHead, groups.allSatisfy(\.isEmpty) { head = child }
        groups.append(children(of: child, in: document).filter { document.content[$0].kind == .row })
        groups.append([])
      case .row: groups[groups.count - 1].append(child)
      case .text where node.flags.contains(.blank): continue
      default: break
      }
      isFirst = false
    }
    var placed: [Cell] = []
    for rows in groups { placed += place(rows, document) }
    shrink(placed)
  }

  private func children(of node: Int, in document: LegalDocument) -> [Int] {
    var out: [Int] = []
    var i = node + 1
    let end = Int(document.content[node].end)
    while i < end {
      out.append(i)
      i = Int(document.content[i].end)
    }
    return out
  }

  /// Puts the cells of a group of rows into columns.
  private mutating func place(_ rows: [Int], _ document: LegalDocument) -> [Cell] {
    let full = rows.filter { row in children(of: row, in: document).contains { isFilled(document.content[$0]) } }
    emptyRows.formUnion(Set(rows).subtracting(full))
    // Rows that a column is still taken for.
    var busy: [Int] = []
    var out: [Cell] = []
    for (r, row) in full.enumerated() {
      var column = 0
      for child in children(of: row, in: document) where isFilled(document.content[child]) {
        let node = document.content[child]
        let isCell = node.kind == .cell
        while column < busy.count, busy[column] > 0 { column += 1 }
        var filler = 0
        let wanted = isCell ? Int(node.count) - 1 : -1
        while wanted > column, column < busy.count ? busy[column] == 0 : true, filler < 200 {
          filler += 1
          column += 1
          while column < busy.count, busy[column] > 0 { column += 1 }
        }
        var columns = isCell ? max(1, Int(node.start & 0xFFFF)) : 1
        let rowSpan = min(isCell ? max(1, Int(node.start >> 16)) : 1, full.count - r)
        // A span ends where a cell from above still stands.
        for k in 1..<max(columns, 2) where k < columns && column + k < busy.count && busy[column + k] > 0 {
          columns = k
          break
        }
        while busy.count < column + columns { busy.append(0) }
        for k in 0..<columns { busy[column + k] = rowSpan }
        out.append(Cell(node: child, column: column, columns: columns, rows: rowSpan, filler: filler))
        if filler > 0 {
          for k in 0..<filler {
            out.append(Cell(node: -1, column: column - filler + k, columns: 1, rows: 1, filler: 0))
          }
        }
        column += columns
      }
      for k in busy.indices where busy[k] > 0 { busy[k] -= 1 }
    }
    return out
  }

  private func isFilled(_ node: ContentNode) -> Bool { !(node.kind == .text && node.flags.contains(.blank)) }

  /// Leaves out columns in which no cell begins.
  private mutating func shrink(_ cells: [Cell]) {
    let begun = Set(cells.map(\.column))
    for cell in cells where cell.node >= 0 {
      let live = (cell.column..<cell.column + cell.columns).filter(begun.contains).count
      spans[cell.node] = (max(1, live), cell.rows)
      if cell.filler > 0 { fillers[cell.node] = cell.filler }
    }
  }
}
