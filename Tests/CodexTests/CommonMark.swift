import Foundation
import TestSupport
import Testing

/// `cmark-gfm`, the reference reader of CommonMark with the extensions of GitHub, where it is installed.
enum CommonMark {
  static let program: String? = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The page that a reader shows of a Markdown file.
  static func page(of markdown: [UInt8]) throws -> Page {
    let folder = try TemporaryFolder()
    try folder.write(markdown, to: "act.md")
    let process = Process()
    process.executableURL = URL(filePath: try #require(program))
    process.arguments = ["--unsafe", "-e", "table", "-e", "autolink", folder.path + "/act.md"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let html = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Page(Array(html))
  }
}
