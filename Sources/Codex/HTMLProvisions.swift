import Citations
import Consolidation
import Provisions

/// Provisions of a page: the element, its heading and its state in force.
extension HTMLWriter {
  mutating func openProvision(_ i: Int, _ node: ContentNode) -> Int {
    let index = Int(node.start)
    let provision = document.provisions[index]
    let kind = provision.kind
    let isSection = kind.isGroup || kind.isCitableUnit
    out.write(Self.startTags[Int(kind.rawValue)])
    out.path(of: index, in: document)
    push(node, "\">", isSection ? "</section>" : "</div>", kind.isGroup ? [.line, .group] : .line)
    let next = isSection ? openHead(i, index, provision) : i + 1
    writeState(index, provision)
    return next
  }

  /// By kind: the start tag up to the identifier.
  private static let startTags = ProvisionKind.allCases.map { kind in
    if kind == .annex || kind == .component { return "<section class=\"annex\" id=\"" }
    if kind.isGroup { return "<section class=\"group \(kind.word)\" id=\"" }
    if kind.isCitableUnit { return "<section class=\"article\" id=\"" }
    return "<div class=\"unit \(kind.word)\" id=\""
  }

  /// The number and the heading with which a provision begins, as one heading of the page.
  mutating func openHead(_ i: Int, _ index: Int, _ provision: Provision) -> Int {
    let (parts, next) = headParts(of: i)
    guard !parts.isEmpty, parts.contains(where: { document.content[$0].flags.contains(.holdsText) }) else {
      return i + 1
    }
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
      let style: FrameStyle = child.flags.contains(.holdsBlock) ? [] : .phrase
      count(style, 1)
      frames.append(Frame(end: Int(child.end), close: "</\(tag)>", kind: child.kind, style: style))
      walk(part + 1, Int(child.end))
      close()
    }
    out.write(holdsBlock ? "</div>" : "</h\(level)>")
    if anchorDepth == 0 {
      out.write("<a class=\"self\" data-added=\"\" href=\"#")
      out.path(of: index, in: document)
      out.write("\" aria-label=\"Link to ")
      out.attribute(document.label(of: index))
      out.write("\">§</a>")
      if !oneLine { out.write(byte: 0x0A) }
    }
    if provision.kind.isCitableUnit, anchorDepth == 0 { writeHistory(index) }
    return next
  }

  /// Which amending provisions wrote an article, where it was consolidated.
  mutating func writeHistory(_ index: Int) {
    let lines = publication.history(of: index, in: d, extension: fileExtension)
    guard !lines.isEmpty else { return }
    out.write("<ul class=\"history\" data-added=\"\" lang=\"en\">")
    for line in lines {
      out.write("<li>")
      out.html(line.words + " ")
      if let address = line.address {
        out.write("<a href=\"")
        out.attribute(address)
        out.write("\">")
        out.html(line.act)
        out.write("</a>")
      } else {
        out.html(line.act)
      }
      out.html(", " + line.since)
      out.write("</li>")
    }
    out.write("</ul>")
    if !oneLine { out.write(byte: 0x0A) }
  }

  mutating func writeState(_ index: Int, _ provision: Provision) {
    guard let remark = publication.remark(on: index, in: d) else { return }
    badge(remark.isToCome ? "not-yet" : "gone", remark.words)
  }

  mutating func badge(_ style: String, _ words: String) {
    out.write("<span class=\"badge \(style)\" data-added=\"\">")
    out.html(words)
    out.write("</span> ")
  }
}
