internal import ArgumentParser
import Catalogue
import Citations
import Compiling
import Consolidation
import Diagnostics
import LegalBases
import Provisions

struct Coverage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell which legal bases of electronic interaction the framework has, and which it lacks.",
    discussion: """
      Each requirement of the catalogue is operative, partial, declared or absent on the date, with the provisions that \
      make it so, and what is missing. Only provisions that editors have marked count (refersTo). With several dates the \
      table has a column for each. The status is 0 whatever is found.
      """)

  @Argument(help: "Files and folders with documents.")
  var paths: [String] = ["."]

  @Option(
    name: .customLong("on"), help: "The dates, with commas between, such as 2026-01-01,2026-09-01. Default: today.")
  var dates: String?

  @Option(help: "How it is printed: human, json, csv or markdown.")
  var report = "human"

  @Option(help: "A file with requirements that are added to the built-in catalogue.")
  var catalogue: String?

  @Option(help: "The profile of the legal order. Default: profile.yaml in one of the folders, else a built-in one.")
  var profile: String?

  @Option(help: "How many workers read. Default: one for each processor.")
  var jobs: Int?

  func validate() throws {
    for date in dates?.split(separator: ",") ?? [] where LegalDate(date) == nil || date.utf8.count != 10 {
      throw ValidationError("\"\(date)\" is no day; write it as 2026-09-01.")
    }
    guard coverageReports.contains(where: { $0.name == report }) else {
      throw ValidationError("--report takes one of: \(coverageReports.map { $0.name }.joined(separator: ", ")).")
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
  }

  func run() async throws {
    let yardstick = try YardstickOption.read(catalogue: catalogue, profile: profile, beside: paths)
    var common = CommonOptions()
    common.paths = paths
    common.jobs = jobs
    common.date = nil
    let days = (dates ?? "\(common.legalDate)").split(separator: ",").compactMap { LegalDate($0) }
    let compilation = try await AmendmentCommand.compile(common.compileOptions(rules: []))
    let found = days.map { day in
      let (amended, status) = compilation.on(day).status(by: yardstick)
      return DatedCoverage(compilation: amended, status: status)
    }
    guard let format = coverageReports.first(where: { $0.name == report }) else { return }
    writeOut(Array(format.print(found, yardstick).utf8))
    if !compilation.failures.isEmpty { leave(2) }
  }
}

/// Reads the catalogue and the profile, or says what is wrong with them and leaves.
enum YardstickOption {
  static func read(catalogue: String?, profile: String?, beside paths: [String]) throws -> Yardstick {
    do throws(YardstickFailure) {
      return try Yardstick.read(catalogue: catalogue, profile: profile, beside: paths)
    } catch {
      for line in error.lines { say("nomodex: \(line.madeVisible)\n") }
      leave(2)
    }
  }
}

/// What the framework has on one date.
struct DatedCoverage {
  let compilation: Compilation
  let status: FrameworkStatus

  /// "/akn/zz/act/law/2008-10-28/266-l ~ art_15__para_1".
  func address(_ place: Place) -> String {
    let document = compilation.framework.graph.documents[place.document]
    return place.provision == 0
      ? document.identity.work : "\(document.identity.work) ~ \(document.path(of: place.provision))"
  }
}

/// A way in which coverage is printed.
protocol CoverageReport: Sendable {
  static var name: String { get }
  static func print(_ dates: [DatedCoverage], _ yardstick: Yardstick) -> String
}

let coverageReports: [any CoverageReport.Type] = [
  HumanCoverage.self, JSONCoverage.self, CSVCoverage.self, MarkdownCoverage.self,
]
