import Foundation
import TestSupport
import Testing

/// The program that was built beside the tests.
enum Program {
  static let path: String? = {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = tests.map { URL(filePath: $0).deletingLastPathComponent().path } ?? packageFolder + "/.build/debug"
    return [folder, packageFolder + "/.build/debug"].map { $0 + "/nomodex" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  struct Outcome: Equatable {
    var output: String
    var errors: String
    var status: Int32
  }

  /// Runs the program in a folder, with nothing of the environment but what is fixed here.
  static func run(
    _ arguments: [String], in folder: String, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    try scratch.write(input ?? "", to: "input")
    try scratch.write("", to: "output")
    try scratch.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(filePath: try #require(path, "nomodex is not built"))
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory)
    process.environment = ["COLUMNS": "80", "LC_ALL": "C", "NO_COLOR": "1", "TERM": "dumb"]
      .merging(environment) { _, given in given }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: scratch.path + "/input"))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/errors"))
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "the program was killed by signal \(process.terminationStatus)")
    return Outcome(
      output: String(decoding: try bytes(ofFile: scratch.path + "/output"), as: UTF8.self),
      errors: String(decoding: try bytes(ofFile: scratch.path + "/errors"), as: UTF8.self),
      status: process.terminationStatus)
  }
}
