internal import ArgumentParser
import Amending
import Compiling
import Diagnostics
import Provisions

struct Codify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codify",
    abstract: "Carry out the instructions of a law library on its code.",
    discussion: """
      The folder is a library in the format of the Open Law engine: a code as it stood on a day, and the acts since, with \
      their codify: instructions. Sections that the instructions change or make are written below the output folder, in \
      the places of their files. An instruction that cannot be carried out changes nothing and is reported; the status is \
      then 1.
      """)

  @Argument(help: "The folder of the library.")
  var folder: String

  @Option(name: [.short, .long], help: "The folder for the sections; without it they are only counted.")
  var output: String?

  @Option(name: .customLong("on"), help: "The date of the code, such as 2026-09-01. Default: today.")
  var date: String?

  @Option(help: "A file for a list of all instructions and what became of each.")
  var list: String?

  @Option(help: "How many workers read. Default: one for each processor.")
  var jobs: Int?

  func run() async throws {
    let (library, failures) = try await readOpenLawLibrary(folder, jobs: jobs ?? processorCount)
    for failure in failures { say("nomodex: \(failure.message.madeVisible)\n") }
    let codification = Codification(library, on: try day())
    if let output { try writeSections(of: codification, to: output) }
    var (applied, waiting, lapsed, failed) = (0, 0, 0, 0)
    var lines = ""
    for instruction in codification.instructions {
      let outcome = codification.outcomes[Int(instruction.id)]
      switch outcome {
      case .failed(let failure):
        failed += 1
        say("\(codification.description(instruction).madeVisible): \(failure.words.madeVisible)\n")
      case .applied: applied += 1
      case .lapsed: lapsed += 1
      default: waiting += 1
      }
      if list != nil { lines += codification.line(instruction) + "\n" }
    }
    if let list { try write(Array(lines.utf8), toFile: list) }
    say(
      "\(codification.changedSections.count) sections changed: \(applied) instructions carried out, \(waiting) waiting, "
        + "\(lapsed) taken away before, \(failed) cannot be carried out\n")
    if !failures.isEmpty { leave(2) }
    if failed > 0 { leave(1) }
  }

  private func day() throws -> LegalDate {
    if let date {
      guard let day = LegalDate(date), date.utf8.count == 10 else {
        throw ValidationError("\"\(date)\" is no day; write it as 2026-09-01.")
      }
      return day
    }
    let (year, month, day) = today()
    guard let date = LegalDate(year: year, month: month, day: day) else {
      preconditionFailure("the calendar gives days that exist")
    }
    return date
  }
}
