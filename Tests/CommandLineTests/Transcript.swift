import Foundation
import TestSupport
import Testing

/// A command, what it says and how it ends, kept in `transcripts/NAME.txt`.
struct Transcript: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  /// A file of the workspace that is the standard input.
  var input: String?
  /// A folder whose files are listed behind the command.
  var lists: String?
  /// A file that is printed behind the command.
  var prints: String?

  /// - Parameter command: words with spaces between; `@` stands for a space within a word.
  init(_ name: String, _ command: String, input: String? = nil, lists: String? = nil, prints: String? = nil) {
    self.name = name
    arguments = command.split(separator: " ").map { String($0).replacing("@", with: " ") }
    self.input = input
    self.lists = lists
    self.prints = prints
  }

  var testDescription: String { name }

  /// Runs the command in a workspace of its own and compares with the file, or writes it when that is asked for.
  func verify() throws {
    let found = try recorded()
    let path = packageFolder + "/Tests/CommandLineTests/transcripts/\(name).txt"
    if ProcessInfo.processInfo.environment["NOMODEX_GOLDEN"] == "1" {
      try Data(found.utf8).write(to: URL(filePath: path))
      Issue.record("recorded; run again without NOMODEX_GOLDEN")
      return
    }
    let wanted = String(decoding: try bytes(ofFile: path), as: UTF8.self)
    #expect(found == wanted, "transcripts/\(name).txt")
  }

  private func recorded() throws -> String {
    let folder = try Workspace.make()
    let outcome = try Program.run(
      arguments, in: folder.path, input: input.map { Workspace.files[$0] ?? "" })
    var text = "$ nomodex \(arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " "))"
    text += input.map { " < \($0)" } ?? ""
    text +=
      "\n--- standard output\n\(outcome.output)--- standard error\n\(outcome.errors)--- status \(outcome.status)\n"
    if let lists {
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + lists).sorted()
      text += "$ find \(lists)\n\(files.map { "\(lists)/\($0)\n" }.joined())"
    }
    if let prints {
      text += "$ cat \(prints)\n\(String(decoding: try bytes(ofFile: folder.path + "/" + prints), as: UTF8.self))"
    }
    return text
  }
}
