import TestSupport
import Testing

@testable import Codex

@Suite("Names of files")
struct NamingTests {
  private func slugs(_ works: [String], version: String = "2020-01-01") async throws -> [String] {
    try await Edition(of: works.map { akomaNtoso(article("1"), work: $0, version: version) })
      .publication.slugs.compactMap { $0 }
  }

  @Test("a name is the address of the work in small letters with its language")
  func plain() async throws {
    #expect(try await slugs(["/akn/zz/act/Law/2008-10-28/266-L"]) == ["akn-zz-act-law-2008-10-28-266-l.en"])
  }

  @Test(
    "no work makes a hidden file, a folder, a way out of the folder or a name that some system keeps for itself",
    arguments: [
      "..", "../../etc/passwd", "/", "//", ".", "/.hidden", "/a/../b", "con", "NUL", "a\\b", "Наредба",
      "/akn/zz/\u{202E}x",
      "/akn/zz/act/é", "C:\\x", "a b", String(repeating: "x", count: 4000), "-rf", "index", "---", "~root", "%2e%2e/x",
    ])
  func checked(work: String) {
    let name = Naming.checked(work)
    #expect(!name.isEmpty)
    #expect(name.utf8.count <= 120)
    #expect(name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    #expect(!name.hasPrefix("-") && !name.hasSuffix("-"))
    #expect(!["con", "nul", "prn", "aux"].contains(name))
  }

  @Test("works that differ only in what had to go have different names")
  func hashes() {
    let works = ["/akn/zz/Закон", "/akn/zz/Кодекс", "/akn/zz/", "/akn/zz/!", "/akn/zz/é", "/akn/zz/è"]
    #expect(Set(works.map(Naming.checked)).count == works.count)
    let long = String(repeating: "a", count: 300)
    #expect(Naming.checked(long + "b") != Naming.checked(long + "c"))
  }

  @Test("documents with one name get different ones, whatever the case")
  func unique() async throws {
    let names = try await slugs(["/akn/a", "/akn/A", "/akn/a", "/akn_a"])
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.hasPrefix("akn-a.en.2020-01-01") })
  }

  @Test("texts of several versions bear their dates")
  func versions() async throws {
    let documents = ["2020-01-01", "2021-01-01"].map { akomaNtoso(article("1"), version: $0) }
    #expect(
      try await Edition(of: documents).publication.slugs == [
        "akn-zz-act-2020-01-01-1.en.2020-01-01", "akn-zz-act-2020-01-01-1.en.2021-01-01",
      ])
  }

  @Test("no act takes the name of the index")
  func index() async throws {
    let edition = try await Edition(of: [akomaNtoso(article("1"), work: "index")])
    #expect(edition.files.keys.filter { !$0.hasPrefix("acts/") }.sorted() == ["index.html", "index.md", "style.css"])
    #expect(try edition.slug(0) == "index.en")
  }

  @Test("a document that names no work is named after its file")
  func unnamed() async throws {
    let act = "<act xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><body>\(article("1"))</body></act>"
    #expect(try await Edition(of: [act]).publication.slugs == ["file-0.und"])
  }
}
