internal import Mustache
import Citations
import Consolidation
import Provisions
import Templates

/// Pages for a browser.
package enum HTMLFormat: OutputFormat {
  package static let name = "html"

  package static func files(for d: Int, of publication: Publication) -> [OutputFile] {
    guard let slug = publication.slugs[d] else { return [] }
    let identity = publication.graph.documents[d].identity
    var writer = HTMLWriter(publication, d)
    writer.writeDocument()
    let contents = Contents(publication: publication, d: d)
    let list = contents.list()
    let citedBy = contents.citedBy()
    let state = publication.state(of: d)
    let title = identity.title.isEmpty ? identity.displayTitle : identity.title
    let page = Shell.act.fill(
      [
        "lang": identity.language, "root": "../", "codexTitle": publication.title, "kind": kind(identity),
        "title": title, "pageTitle": "\(identity.displayTitle) – \(publication.title)",
        "facts": facts(identity).map { ["name": $0.0, "value": $0.1] },
        "asOf": publication.framework.date.description, "state": state.words, "stateClass": state.style,
        "textStatus": textStatus(d, of: publication), "hasContents": !list.isEmpty,
        "isLongTitle": title.count > 140,
        "hasCitedBy": !citedBy.isEmpty, "markdownName": slug + ".md", "generator": publication.generator,
      ],
      raw: ["contents": list, "body": writer.out.bytes, "citedBy": citedBy])
    return [OutputFile(path: "acts/\(slug).html", pieces: page)]
  }

  package static func sharedFiles(of publication: Publication) -> [OutputFile] {
    let page = Shell.index.fill(
      [
        "lang": "en", "root": "", "codexTitle": publication.title, "asOf": publication.framework.date.description,
        "count": publication.slugs.count { $0 != nil }, "generator": publication.generator,
        "groups": groups(publication), "hasProblems": !publication.problems.isEmpty,
        "problems": publication.problems.map { ["path": $0.path, "message": $0.message] },
      ], raw: [:])
    return [
      OutputFile(path: "index.html", pieces: page), OutputFile(path: "style.css", pieces: [Template.style]),
    ]
  }

  /// Acts by rank, then by title.
  private static func groups(_ publication: Publication) -> [[String: Any]] {
    var byHeading: [(order: Int, heading: String, acts: [(key: String, entry: [String: String])])] = []
    for (d, document) in publication.graph.documents.enumerated() {
      guard let slug = publication.slugs[d] else { continue }
      let (order, heading) = groupHeading(document.identity)
      let state = publication.state(of: d)
      let identity = document.identity
      let entry = [
        "href": "acts/\(slug).html", "title": identity.displayTitle,
        "number": identity.number.lowercased() == identity.kind.lowercased() ? "" : identity.number,
        "date": (identity.adopted ?? identity.versionDate)?.description ?? "", "state": state.words,
        "stateClass": state.style, "langName": identity.language == "und" ? "" : identity.language,
      ]
      let key = identity.displayTitle.lowercased() + "\u{0}" + slug
      if let k = byHeading.firstIndex(where: { $0.heading == heading }) {
        byHeading[k].acts.append((key, entry))
      } else {
        byHeading.append((order, heading, [(key, entry)]))
      }
    }
    byHeading.sort { $0.order != $1.order ? $0.order < $1.order : $0.heading < $1.heading }
    return byHeading.map { group in
      ["heading": group.heading, "acts": group.acts.sorted { $0.key < $1.key }.map(\.entry)]
    }
  }

  private static func groupHeading(_ identity: Identity) -> (Int, String) {
    switch (identity.form, identity.rank) {
    case (.bill, _): (7, "Drafts")
    case (.record, _): (9, "Records")
    case (.document, _): (8, "Other documents")
    case (_, .constitution): (0, "Constitution")
    case (_, .law): (1, "Laws")
    case (_, .decree): (2, "Decrees")
    case (_, .byLaw): (3, "By-laws")
    case (_, .programme): (4, "Programmes")
    case (_, .unknown): (5, "Acts")
    }
  }

  static func kind(_ identity: Identity) -> String {
    let words = identity.kind.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What the page says of the act: only what the document itself states.
  static func facts(_ identity: Identity) -> [(String, String)] {
    var out: [(String, String)] = []
    if !identity.shortTitle.isEmpty, identity.shortTitle != identity.title {
      out.append(("Short title", identity.shortTitle))
    }
    if !identity.number.isEmpty { out.append(("Number", identity.number)) }
    if let date = identity.adopted { out.append(("Date", date.description)) }
    if !identity.authority.isEmpty { out.append(("Authority", identity.authority)) }
    if let date = identity.versionDate { out.append(("Version", date.description)) }
    out.append(("Address", identity.work))
    return out
  }

  /// A plain statement of what the text is.
  static func textStatus(_ d: Int, of publication: Publication) -> String {
    if let consolidated = publication.consolidationStatus(d) { return consolidated }
    let document = publication.graph.documents[d]
    if document.identity.form == .bill { return "A draft. It is not law." }
    let version = document.identity.versionDate.map { " of \($0)" } ?? ""
    return "The text is reproduced as its source gives it (version\(version)); amendments are not consolidated here."
  }
}

/// The Markdown edition.
package enum MarkdownFormat: OutputFormat {
  package static let name = "markdown"

  package static func files(for d: Int, of publication: Publication) -> [OutputFile] {
    guard let slug = publication.slugs[d] else { return [] }
    let document = publication.graph.documents[d]
    let identity = document.identity
    var head = "# " + MarkdownWriter.escaped(identity.title.isEmpty ? identity.displayTitle : identity.title) + "\n\n"
    for (name, value) in HTMLFormat.facts(identity) { head += "- \(name): \(MarkdownWriter.escaped(value))\n" }
    head += "- State: \(publication.state(of: d).words) (as of \(publication.framework.date))\n\n"
    head += MarkdownWriter.escaped(HTMLFormat.textStatus(d, of: publication)) + "\n\n"
    var writer = MarkdownWriter(publication, d)
    writer.writeDocument()
    return [OutputFile(path: "acts/\(slug).md", pieces: [Array(head.utf8), writer.out.bytes])]
  }

  package static func sharedFiles(of publication: Publication) -> [OutputFile] {
    var out =
      "# \(MarkdownWriter.escaped(publication.title))\n\nState of each act as of \(publication.framework.date).\n"
    for (d, document) in publication.graph.documents.enumerated() {
      guard let slug = publication.slugs[d] else { continue }
      out += "\n- [\(MarkdownWriter.escaped(document.identity.displayTitle))](acts/\(slug).md)"
      out += " – \(publication.state(of: d).words)"
    }
    return [OutputFile(path: "index.md", pieces: [Array((out + "\n").utf8)])]
  }
}
