internal import ArgumentParser
import Compiling
import Diagnostics

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
    subcommands: [
      Check.self, Coverage.self, Interactions.self, Propose.self, Build.self, Consolidate.self, Timeline.self,
      Diff.self, Unapplied.self,
      Codify.self,
      Resolve.self,
      References.self, Graph.self, Why.self, Impact.self, Explain.self, Rules.self, Dialects.self,
    ])

  /// As the parser's own entry point, but with our exit status for a wrong command line.
  @MainActor
  static func main() async {
    prepareMemory()
    suggestCommand()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as FileFailure {
      say("nomodex: \(error.message.madeVisible)\n")
      leave(2)
    } catch let error as ValidationError {
      say("nomodex: \(error.message.madeVisible)\n")
      leave(2)
    } catch {
      let code = exitCode(for: error)
      if code == .validationFailure || !(error is ExitCode) {
        let text = fullMessage(for: error)
        if code == .success {
          writeOut(Array((text + "\n").utf8))
          leave(0)
        }
        // A name that a shell found may hold anything, and the text quotes it.
        say(
          text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).madeVisible + "\n" }.joined())
        leave(2)
      }
      leave(code.rawValue)
    }
  }
}

extension Nomodex {
  /// Leaves with the nearest command when the first word is none.
  private static func suggestCommand() {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return }
    let near = RuleChoice.nearest(to: word, in: names).map { "; did you mean \"\($0)\"?" } ?? ";"
    say("nomodex: there is no command \"\(word.madeVisible)\"\(near) \"nomodex --help\" lists them\n")
    leave(2)
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
