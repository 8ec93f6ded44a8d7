import Citations
import Consolidation
import Provisions

/// References and notes of the Markdown edition.
extension MarkdownWriter {
  mutating func openReference(_ node: ContentNode) {
    let resolution = publication.resolution(d, Int(node.start))
    if !node.flags.contains(.holdsBlock), !node.flags.contains(.holdsText) { return openWordless(node, resolution) }
    guard anchorDepth == 0, !node.flags.contains(.holdsBlock) else { return push(node) }
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
    // "![" would begin an image.
    if out.last == UInt8(ascii: "!") { out.escapeLast() }
    out.write("[")
    line = .text
    endsInSpace = false
    anchorDepth += 1
    push(node) {
      $0.close = "](\(target))"
      $0.isAnchor = true
    }
  }

  /// A reference without words: the name of the target is added.
  private mutating func openWordless(_ node: ContentNode, _ resolution: Resolution) {
    guard let name = document.name(ofWordless: Int(node.start), resolution, in: publication.graph) else {
      return push(node)
    }
    if inlineDepth == 0, line == .text { line = .closed }
    if line == .closed, inlineDepth == 0 { startBlock() }
    let target = resolution.place.flatMap { publication.address(of: $0, from: d, extension: "md") }
    out.write("<span data-added=\"\">")
    if anchorDepth == 0, let target {
      out.write("[\(Self.escaped(name))](\(target))")
    } else {
      out.write(Self.escaped(name))
    }
    out.write("</span>")
    line = .text
    endsInSpace = false
    push(node)
  }

  mutating func openNote(_ node: ContentNode) -> Int {
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

  mutating func openMark(_ i: Int, _ node: ContentNode) {
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

  mutating func writeNotes() {
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
}
