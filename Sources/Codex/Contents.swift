import Citations
import Provisions

/// What stands beside the text of an act: its contents, and who cites it.
struct Contents {
  let publication: Publication
  let d: Int

  private var document: LegalDocument { publication.graph.documents[d] }

  /// Groups and citable units as nested lists of links; empty where there is nothing to find one's way in.
  func list() -> [UInt8] {
    let document = self.document
    let shown = document.provisions.indices.dropFirst().filter { i in
      let provision = document.provisions[i]
      return (provision.kind.isGroup || provision.kind.isCitableUnit) && !provision.traits.contains(.quoted)
        && (provision.headingNode != 0 || !provision.number.isEmpty)
    }
    guard shown.count > 2 else { return [] }
    var out = ByteWriter()
    // Ends of the entries that are open, innermost last.
    var open: [Int] = []
    out.write("<ol class=\"toc\">")
    var justOpened = true
    for i in shown {
      while let end = open.last, end <= i {
        open.removeLast()
        out.write(justOpened ? "</li>" : "</ol></li>")
        justOpened = false
      }
      if justOpened, !open.isEmpty { out.write("<ol>") }
      let provision = document.provisions[i]
      out.write("<li><a href=\"#")
      out.attribute(document.path(of: i))
      out.write("\">")
      if provision.numberNode != 0 {
        out.write("<span class=\"num\">")
        out.html(document.plainText(Int(provision.numberNode), limit: 60))
        out.write("</span> ")
      }
      out.html(document.heading(of: i))
      out.write("</a>")
      open.append(Int(provision.subtreeEnd))
      justOpened = true
    }
    while !open.isEmpty {
      open.removeLast()
      out.write(justOpened ? "</li>" : "</ol></li>")
      justOpened = false
    }
    out.write("</ol>")
    return out.bytes
  }

  /// The provisions of other documents that refer to this one, at most 200 of them.
  func citedBy() -> [UInt8] {
    let graph = publication.graph
    var out = ByteWriter()
    var seen: Set<String> = []
    var total = 0
    out.write("<ul>")
    for e in graph.incoming[d] where graph.edges[e].document != d {
      let edge = graph.edges[e]
      let reference = graph.reference(of: edge)
      guard let target = edge.resolution.place, reference.role != .marker,
        let slug = publication.slugs[edge.document]
      else { continue }
      let citing = graph.documents[edge.document]
      let source = Self.unit(Int(reference.source), in: citing)
      let path = citing.path(of: source)
      let cited = Self.unit(target.provision, in: document)
      guard seen.insert("\(slug)#\(path)>\(cited)").inserted else { continue }
      total += 1
      guard total <= 200 else { continue }
      out.write("<li><a href=\"")
      out.attribute(slug + ".html" + (path.isEmpty ? "" : "#" + path))
      out.write("\">")
      out.html(citing.identity.displayTitle)
      if source != 0 { out.html(", " + citing.label(of: source)) }
      out.write("</a> <span lang=\"en\">\(Self.verb(reference.role))</span> ")
      if cited == 0 {
        out.write("<span lang=\"en\">this act</span>")
      } else {
        out.write("<a href=\"#")
        out.attribute(document.path(of: cited))
        out.write("\">")
        out.html(document.label(of: cited))
        out.write("</a>")
      }
      out.write("</li>\n")
    }
    out.write("</ul>")
    if total > 200 { out.write("<p lang=\"en\">and \(total - 200) more</p>") }
    return total == 0 ? [] : out.bytes
  }

  private static func verb(_ role: ReferenceRole) -> String {
    switch role {
    case .basis: "rests on"
    case .amends: "amends"
    case .amendedBy: "is amended by"
    case .repeals: "repeals"
    default: "cites"
    }
  }

  /// The citable unit that holds a provision, or the provision itself where there is none.
  private static func unit(_ index: Int, in document: LegalDocument) -> Int {
    var k = index
    while k != 0 {
      if document.provisions[k].kind.isCitableUnit { return k }
      k = Int(document.provisions[k].parent)
    }
    return index
  }
}
