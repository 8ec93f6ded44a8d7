import TestSupport
import Testing

@testable import Codex

@Suite("Every format")
struct FormatTests {
  @Test("has a name of its own, as --format takes it")
  func names() {
    let names = allFormats.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } && !$0.isEmpty })
  }

  @Test(
    "writes one file below acts/ for each document, named by it, and nothing outside the folder", arguments: allFormats)
  func paths(format: any OutputFormat.Type) async throws {
    let works = ["../../x", "/akn/zz/act/1", "/etc/passwd", "con", "Закон", ".."]
    let edition = try await Edition(of: works.map { akomaNtoso(article("1"), work: $0) })
    var seen: Set<String> = []
    for (d, slug) in edition.publication.slugs.enumerated() {
      let files = format.files(for: d, of: edition.publication)
      #expect(files.count == 1)
      let path = try #require(files.first?.path)
      #expect(path.hasPrefix("acts/\(try #require(slug))."))
      #expect(seen.insert(path).inserted)
    }
    for file in format.sharedFiles(of: edition.publication) { #expect(seen.insert(file.path).inserted) }
    for path in seen {
      #expect(!path.hasPrefix("/") && !path.split(separator: "/").contains { $0.hasPrefix(".") }, "\(path)")
    }
  }

  @Test("writes nothing of a document that was cut by a fault", arguments: allFormats)
  func incomplete(format: any OutputFormat.Type) async throws {
    let broken = akomaNtoso(article("1") + "<article><b></article>")
    let edition = try await Edition(of: [broken, waterOrder])
    #expect(format.files(for: 0, of: edition.publication).isEmpty)
    #expect(format.files(for: 1, of: edition.publication).count == 1)
  }

  @Test("writes a document without a word", arguments: allFormats)
  func empty(format: any OutputFormat.Type) async throws {
    let edition = try await Edition(of: [akomaNtoso("")])
    let file = try #require(format.files(for: 0, of: edition.publication).first)
    #expect(!file.bytes.isEmpty)
    #expect(Page(file.bytes).lawText.isEmpty)
  }

  @Test("says the date on which the framework is seen, for each act and for all", arguments: allFormats)
  func date(format: any OutputFormat.Type) async throws {
    let edition = try await Edition(of: [waterAct], on: "2031-12-24")
    for file in format.files(for: 0, of: edition.publication) + format.sharedFiles(of: edition.publication)
    where file.path != "style.css" {
      #expect(
        String(decoding: file.bytes, as: UTF8.self).contains("as of") && holds("2031-12-24", file), "\(file.path)")
    }
  }

  private func holds(_ words: String, _ file: OutputFile) -> Bool {
    String(decoding: file.bytes, as: UTF8.self).contains(words)
  }
}
