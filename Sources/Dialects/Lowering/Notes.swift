import Provisions
import XMLReading

/// Notes with their marks, and figures: what every dialect writes alike.
extension DocumentBuilder {
  /// Opens a note, which stands behind the text in every format.
  ///
  /// - Parameter isOfText: whether its words are words of the law; notes of the metadata are not.
  mutating func openNote(_ node: XMLNode, identifier: XMLAttribute?, isOfText: Bool) {
    let name = identifier.map { string($0) } ?? .empty
    let index = UInt32(notes.count)
    notes.append(Note(node: nextNode, identifier: name, isOfText: isOfText))
    open(ContentNode(kind: .note, offset: node.offset, start: index), treeEnd: Int(node.end))
  }

  /// Opens the mark of a note that may stand before or behind it; ``resolveMarks()`` finds the note.
  mutating func openNoteMark(_ node: XMLNode, target: XMLAttribute?) {
    open(ContentNode(kind: .noteMark, offset: node.offset, start: .max), treeEnd: Int(node.end))
    guard let target else { return }
    let name = tree.string(of: target)
    pendingMarks.append((node: top.node, name: name.hasPrefix("#") ? String(name.dropFirst()) : name))
  }

  mutating func openFigure(_ node: XMLNode, source: XMLAttribute?) {
    let address = source.map { string($0) } ?? .empty
    open(
      ContentNode(kind: .figure, offset: node.offset, start: address.start, count: address.count),
      treeEnd: Int(node.end))
  }

  /// Joins marks and notes, once all of both are read. A mark whose note is not there stays as it is.
  mutating func resolveMarks() {
    guard !pendingMarks.isEmpty else { return }
    var byName: [String: UInt32] = [:]
    for (index, note) in notes.enumerated() where !note.identifier.isEmpty {
      byName[String(decoding: strings[note.identifier.indices], as: UTF8.self)] = UInt32(index)
    }
    for mark in pendingMarks {
      guard let index = byName[mark.name] else { continue }
      withContent(Int(mark.node)) { $0.start = index }
      if notes[Int(index)].mark == 0 { notes[Int(index)].mark = mark.node }
    }
  }
}
