internal import ArgumentParser
import Compiling

/// The program's own version, also in every report and page.
let toolVersion = "0.1.0"

@main
struct Nomodex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nomodex",
    abstract: "A compiler for regulatory frameworks: law in XML in; findings, a graph and a codex out.",
    discussion: """
      Exit status: 0 when nothing is at or above the fail level, 1 when something is, 2 for a wrong command line or a \
      file that cannot be read or written.
      """,
    version: "nomodex \(toolVersion)",
    subcommands: [Check.self, Build.self, Explain.self, Rules.self, Dialects.self])

  /// As the parser's own entry point, but with our exit status for a wrong command line.
  @MainActor
  static func main() async {
    prepareMemory()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as FileFailure {
      say("nomodex: \(error.message)\n")
      leave(2)
    } catch {
      let code = exitCode(for: error)
      if code == .validationFailure || !(error is ExitCode) {
        let text = fullMessage(for: error)
        if code == .success {
          writeOut(Array((text + "\n").utf8))
          leave(0)
        }
        say(text + "\n")
        leave(2)
      }
      leave(code.rawValue)
    }
  }
}

/// Writes data to the standard output, and leaves with status 2 if it cannot be written.
func writeOut(_ bytes: [UInt8]) {
  do {
    try print(bytes: bytes)
  } catch {
    say("nomodex: \(error.message)\n")
    leave(2)
  }
}
