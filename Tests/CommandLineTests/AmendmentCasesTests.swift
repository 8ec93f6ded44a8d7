import Foundation
import TestSupport
import Testing

@testable import Amending

/// The hard cases of consolidation: each has a page, acts, and commands that show how it is treated.
@Suite("Hard cases of amendment")
struct AmendmentCasesTests {
  private static let folder = packageFolder + "/Tests/CommandLineTests/cases"

  @Test("each has a page and a case of its name, and none is left over")
  func pages() throws {
    let names = AmendmentPage.all.map(\.name)
    #expect(names.count == 20)
    #expect(try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() == names.sorted())
    for page in AmendmentPage.all {
      for part in ["**Question.**", "**Rule.**", "**Never.**", "**Reported.**", "**Source.**"] {
        #expect(page.text.contains(part), "\(page.name) has no \(part)")
      }
    }
  }

  @Test("is treated as its recorded commands say", arguments: AmendmentPage.all.map(\.name))
  func commands(name: String) throws {
    let source = "\(Self.folder)/\(name)"
    let folder = try TemporaryFolder()
    for file in try FileManager.default.contentsOfDirectory(atPath: source).sorted() where file.hasSuffix(".xml") {
      try folder.write(String(decoding: try bytes(ofFile: "\(source)/\(file)"), as: UTF8.self), to: file)
    }
    let commands = String(decoding: try bytes(ofFile: source + "/commands"), as: UTF8.self).split(separator: "\n")
    #expect(commands.count >= 2)
    var found = ""
    for command in commands {
      let outcome = try Program.run(command.split(separator: " ").map(String.init), in: folder.path)
      found += "$ nomodex \(command)\n\(Self.body(outcome.output))\(outcome.errors)--- status \(outcome.status)\n"
    }
    let path = source + "/expected.txt"
    if ProcessInfo.processInfo.environment["NOMODEX_GOLDEN"] == "1" {
      try Data(found.utf8).write(to: URL(filePath: path))
      Issue.record("recorded; run again without NOMODEX_GOLDEN")
      return
    }
    #expect(found == String(decoding: try bytes(ofFile: path), as: UTF8.self))
  }

  /// Of a consolidated act only the body: the rest of it is metadata.
  private static func body(_ output: String) -> String {
    guard let start = output.range(of: "<body"), let end = output.range(of: "</body>") else { return output }
    return String(output[start.lowerBound..<end.upperBound]) + "\n"
  }
}
