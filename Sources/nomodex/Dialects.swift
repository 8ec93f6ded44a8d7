internal import ArgumentParser
import Compiling

struct Dialects: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dialects", abstract: "List the dialects that are read.")

  @Flag(help: "Print what becomes of every element as one Markdown document.")
  var pages = false

  func run() throws {
    writeOut(Array((pages ? dialectPages() : dialectList()).utf8))
  }
}
