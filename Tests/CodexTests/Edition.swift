import Compiling
import TestSupport
import Testing

@testable import Codex

/// All files of a publication, by path.
struct Edition {
  let files: [String: [UInt8]]
  let publication: Publication

  init(
    of documents: [String], on date: String = "2026-01-01", title: String = "Codex",
    problems: [(path: String, message: String)] = []
  ) async throws {
    let compilation = try await compilation(of: documents, rules: [], on: date)
    publication = Publication(
      framework: compilation.framework, title: title, generator: "nomodex test", problems: problems)
    var files: [String: [UInt8]] = [:]
    for format in allFormats {
      for d in publication.slugs.indices {
        for file in format.files(for: d, of: publication) { files[file.path] = file.bytes }
      }
      for file in format.sharedFiles(of: publication) { files[file.path] = file.bytes }
    }
    self.files = files
  }

  /// A page, which must be sound.
  func page(_ path: String) throws -> Page {
    let page = Page(try #require(files[path], "\(files.keys.sorted())"))
    #expect(page.faults.isEmpty)
    return page
  }

  func text(_ path: String) throws -> String {
    String(decoding: try #require(files[path], "\(files.keys.sorted())"), as: UTF8.self)
  }

  /// The page and the Markdown of the only document, or of the document with this index.
  func html(_ d: Int = 0) throws -> Page { try page("acts/\(slug(d)).html") }

  /// What stands between the tags of `<article id="law">`.
  func body(_ d: Int = 0) throws -> String {
    let text = try text("acts/\(slug(d)).html")
    let start = try #require(text.firstRange(of: "data-law=\"\" lang=\"en\">\n"))
    let end = try #require(text.firstRange(of: "\n</article>"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// The Markdown body without its frame.
  func markdownBody(_ d: Int = 0) throws -> String {
    let text = try text("acts/\(slug(d)).md")
    let start = try #require(text.firstRange(of: "<div data-law=\"\">\n"))
    let end = try #require(text.firstRange(of: "\n\n</div>\n"))
    return String(text[start.upperBound..<end.lowerBound].drop { $0 == "\n" })
  }

  func slug(_ d: Int) throws -> String {
    try #require(publication.slugs.indices.contains(d))
    return try #require(publication.slugs[d])
  }
}

/// The path of the fixtures' first act below the output folder, without extension.
let firstAct = "acts/akn-zz-act-2020-01-01-1.en"
