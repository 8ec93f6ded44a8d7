import Foundation
import TestSupport
import Testing

@testable import Codex
@testable import Compiling

@Suite("Publishing a folder")
struct PublishTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  private func publishWater(
    to path: String, _ documents: [String] = [waterAct], formats: [any OutputFormat.Type] = allFormats, jobs: Int = 1
  ) async throws -> Int {
    try await publish(
      Edition(of: documents).publication, formats: formats, to: path, jobs: jobs, showsProgress: false)
  }

  private static let whole = [
    "dist", "dist/.nomodex", "dist/acts", "dist/\(firstAct).html", "dist/\(firstAct).md", "dist/index.html",
    "dist/index.md", "dist/style.css",
  ]

  @Test(
    "a place where nothing stands gets the whole publication, and nothing else is left", arguments: ["", "/", "//"])
  func newPlace(slash: String) async throws {
    let folder = try TemporaryFolder()
    let count = try await publishWater(to: folder.path + "/dist" + slash)
    #expect(count == 5)
    #expect(try names(folder) == Self.whole)
  }

  @Test("folders above the place are made")
  func foldersAbove() async throws {
    let folder = try TemporaryFolder()
    _ = try await publishWater(to: folder.path + "/a/b/dist")
    #expect(try names(folder).contains("a/b/dist/index.html"))
  }

  @Test("a folder of ours is replaced as a whole: what was in it is gone")
  func replacement() async throws {
    let folder = try TemporaryFolder()
    _ = try await publishWater(to: folder.path + "/dist", [waterAct, waterOrder])
    try folder.write("old", to: "dist/acts/stale.html")
    _ = try await publishWater(to: folder.path + "/dist")
    #expect(try names(folder) == Self.whole)
  }

  @Test("only the chosen formats are written")
  func oneFormat() async throws {
    let folder = try TemporaryFolder()
    let count = try await publishWater(to: folder.path + "/dist", formats: [MarkdownFormat.self])
    #expect(count == 2)
    #expect(
      try names(folder) == ["dist", "dist/.nomodex", "dist/acts", "dist/\(firstAct).md", "dist/index.md"])
  }

  @Test("an empty folder is taken")
  func emptyFolder() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/dist", withIntermediateDirectories: true)
    _ = try await publishWater(to: folder.path + "/dist")
    #expect(try names(folder) == Self.whole)
  }

  @Test("a folder that is neither empty nor ours stays as it is")
  func foreignFolder() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "dist/acts/mine.txt")
    let failure = await #expect(throws: FileFailure.self) { try await publishWater(to: folder.path + "/dist") }
    #expect(
      failure?.message
        == "cannot replace \(folder.path)/dist: it was not made by nomodex; name another folder or empty this one")
    #expect(try names(folder) == ["dist", "dist/acts", "dist/acts/mine.txt"])
  }

  @Test("a file stays as it is")
  func file() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "dist")
    let failure = await #expect(throws: FileFailure.self) { try await publishWater(to: folder.path + "/dist") }
    #expect(failure?.reason == "it is not a folder")
    #expect(try bytes(ofFile: folder.path + "/dist") == Array("mine".utf8))
    #expect(try names(folder) == ["dist"])
  }

  @Test("a link stays as it is, even one to a folder of ours, and so does what it leads to", arguments: [true, false])
  func link(isLive: Bool) async throws {
    let folder = try TemporaryFolder()
    if isLive { _ = try await publishWater(to: folder.path + "/real") }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/dist", withDestinationPath: "real")
    let before = try names(folder)
    let failure = await #expect(throws: FileFailure.self) {
      try await publishWater(to: folder.path + "/dist", [waterOrder])
    }
    #expect(failure?.reason == "it is not a folder")
    #expect(try names(folder) == before)
  }

  @Test("a run that fails leaves the old pages and nothing of its own", arguments: [true, false])
  func failure(stands: Bool) async throws {
    let folder = try TemporaryFolder()
    if stands { _ = try await publishWater(to: folder.path + "/dist") }
    let before = try names(folder)
    await #expect(throws: FileFailure.self) {
      try await publishWater(
        to: folder.path + "/dist", [waterAct, waterOrder], formats: [HTMLFormat.self, Broken.self])
    }
    #expect(try names(folder) == before)
  }

  @Test("what a killed run left behind is removed; what belongs to a living one or to nobody is not")
  func leftovers() async throws {
    let folder = try TemporaryFolder()
    let dead = Process()
    dead.executableURL = URL(filePath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let other = [".dist.nomodex-1", ".dist.nomodex-x", ".other.nomodex-\(dead.processIdentifier)"]
    for name in other + [".dist.nomodex-\(dead.processIdentifier)"] { try folder.write("x", to: name + "/acts/x.html") }
    _ = try await publishWater(to: folder.path + "/dist")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == (other + ["dist"]).sorted())
  }

  @Test("a publication without documents is published, with an index that is empty")
  func nothing() async throws {
    let folder = try TemporaryFolder()
    #expect(try await publishWater(to: folder.path + "/dist", []) == 3)
    #expect(try names(folder).contains("dist/acts"))
  }

  @Test("the bytes are the same at any number of workers", arguments: [2, 5])
  func jobs(count: Int) async throws {
    let folder = try TemporaryFolder()
    let acts = [waterOrder, waterAct] + ConservationTests.fixtures
    _ = try await publishWater(to: folder.path + "/one", acts)
    _ = try await publishWater(to: folder.path + "/many", acts, jobs: count)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/one").sorted()
    #expect(files.count > 50)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/many").sorted() == files)
    for file in files where file != "acts" {
      #expect(
        try bytes(ofFile: folder.path + "/one/" + file) == bytes(ofFile: folder.path + "/many/" + file), "\(file)")
    }
  }
}

/// A format whose last file cannot be written, as its folder is not there.
private enum Broken: OutputFormat {
  static let name = "broken"
  static func files(for d: Int, of publication: Publication) -> [OutputFile] {
    d == 0 ? [] : [OutputFile(path: "nowhere/\(d).txt", pieces: [])]
  }
  static func sharedFiles(of publication: Publication) -> [OutputFile] { [] }
}
