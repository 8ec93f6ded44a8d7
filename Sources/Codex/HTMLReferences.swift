import Citations
import Consolidation
import Provisions

/// References and notes of a page.
extension HTMLWriter {
  mutating func openReference(_ node: ContentNode) {
    let isBlock = node.flags.contains(.holdsBlock)
    let r = Int(node.start)
    let resolution = publication.resolution(d, r)
    if !isBlock, !node.flags.contains(.holdsText) { return openWordless(node, resolution) }
    let canLink = anchorDepth == 0 && !isBlock
    if canLink, let place = resolution.place,
      let address = publication.address(of: place, from: d, extension: fileExtension)
    {
      out.write("<a class=\"ref\" href=\"")
      out.attribute(address)
      return push(node, "\">", "</a>", [.anchor, .phrase])
    }
    let written = document.attributeString(document.references[r].target)
    if canLink, resolution == .external, let address = Self.safeWebAddress(written) {
      out.write("<a class=\"ref external\" href=\"")
      out.attribute(address)
      return push(node, "\">", "</a>", [.anchor, .phrase])
    }
    let title: String? =
      switch resolution {
      case .workNotLoaded(let work): "Not loaded: \(work)"
      case .provisionMissing(let name, _): "No such provision: \(name)"
      case .placeholder: "The target is still to be filled in"
      default: nil
      }
    guard let title, !isBlock else { return phrase(node, "<span class=\"ref\">", "</span>") }
    out.write("<span class=\"ref unresolved\" title=\"")
    out.attribute(title)
    push(node, "\">", "</span>", .phrase)
  }

  /// A reference without words, such as the place of a part that stands in another file: the name of the target is added.
  private mutating func openWordless(_ node: ContentNode, _ resolution: Resolution) {
    guard let name = document.name(ofWordless: Int(node.start), resolution, in: publication.graph) else {
      return push(node, "<span class=\"ref\">", "</span>", .phrase)
    }
    let tag = phraseDepth > 0 ? "span" : "p"
    out.write("<\(tag) data-added=\"\">")
    if anchorDepth == 0, let place = resolution.place,
      let address = publication.address(of: place, from: d, extension: fileExtension)
    {
      out.write("<a class=\"ref\" href=\"")
      out.attribute(address)
      out.write("\">")
      out.html(name)
      out.write("</a>")
    } else {
      out.write("<span class=\"ref unresolved\">")
      out.html(name)
      out.write("</span>")
    }
    push(node, "</\(tag)>", "")
  }

  /// Web addresses only, without what could break out of the attribute or be read as something else.
  static func safeWebAddress(_ text: String) -> String? {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    let rest = lower.dropFirst(lower.hasPrefix("https") ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    let isHost = parts.first.map { host in
      !host.isEmpty
        && host.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "-"
        }
    }
    guard isHost ?? false, parts.count == 1 || parts.count == 2 && UInt16(parts[1]) != nil else { return nil }
    let forbidden = "\"<>\\^`{|}[]".unicodeScalars
    guard
      text.unicodeScalars.allSatisfy({
        $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) && !$0.isHidden && !forbidden.contains($0)
      }), hasValidEscapes(text)
    else { return nil }
    return text
  }

  static func hasValidEscapes(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (k, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      guard k + 2 < bytes.count, UInt8(String(decoding: bytes[k + 1...k + 2], as: UTF8.self), radix: 16) != nil else {
        return false
      }
    }
    return true
  }

  mutating func openNote(_ node: ContentNode) -> Int {
    let n = Int(node.start)
    pendingNotes.append(n)
    let note = document.notes[n]
    if note.mark == 0, note.isOfText { mark(n, isAdded: true) }
    return Int(node.end)
  }

  mutating func mark(_ n: Int, isAdded: Bool) {
    out.write("<sup class=\"mark\"\(isAdded ? " data-added=\"\"" : "")>")
    if anchorDepth == 0 {
      out.write("<a href=\"#note_\(n + 1)\" id=\"mark_\(n + 1)\">\(n + 1)</a>")
    } else {
      out.write("<span id=\"mark_\(n + 1)\">\(n + 1)</span>")
    }
    out.write("</sup>")
  }

  mutating func openMark(_ i: Int, _ node: ContentNode) {
    let n = Int(node.start)
    let isBlock = node.flags.contains(.holdsBlock)
    guard n < document.notes.count, !isBlock else { return phrase(node, "<sup class=\"mark\">", "</sup>") }
    let identifier = Int(document.notes[n].mark) == i ? " id=\"mark_\(n + 1)\"" : ""
    // A mark without words of its own gets the number of the note.
    if !node.flags.contains(.holdsText) {
      out.write("<sup class=\"mark\"\(identifier) data-added=\"\">")
      out.write(anchorDepth == 0 ? "<a href=\"#note_\(n + 1)\">\(n + 1)</a>" : "\(n + 1)")
      return push(node, "</sup>", "")
    }
    if anchorDepth == 0 {
      push(node, "<sup class=\"mark\"\(identifier)><a href=\"#note_\(n + 1)\">", "</a></sup>", [.anchor, .phrase])
    } else {
      push(node, "<sup class=\"mark\"\(identifier)>", "</sup>", .phrase)
    }
  }

  /// Notes that were met and are to be written elsewhere.
  mutating func takeNotes() -> [Int] {
    defer { pendingNotes = [] }
    return pendingNotes
  }

  mutating func writeNotes() {
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

extension LegalDocument {
  /// What a reference without words leads to: the title of a document, the name of a provision, else the target as written;
  /// `nil` where nothing is written.
  func name(ofWordless reference: Int, _ resolution: Resolution, in graph: CitationGraph) -> String? {
    if let place = resolution.place {
      let target = graph.documents[place.document]
      return place.provision == 0 ? target.identity.displayTitle : target.label(of: place.provision)
    }
    let written = attributeString(references[reference].target)
    return written.isEmpty ? nil : written
  }
}

extension Unicode.Scalar {
  /// Characters that are not seen and change what is: in an address they have no business.
  fileprivate var isHidden: Bool {
    switch properties.generalCategory {
    case .format, .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned:
      true
    default: false
    }
  }
}
