internal import ArgumentParser
import Checking
import Compiling
import Diagnostics
import Provisions

/// What `check` and `build` have in common.
struct CommonOptions: ParsableArguments {
  @Argument(help: "Files and folders with documents; - reads one document from the standard input.")
  var paths: [String] = ["."]

  @Option(name: .customLong("on"), help: "The date on which the framework is seen, such as 2026-09-01. Default: today.")
  var date: String?

  @Option(help: "How many workers read, check and write. Default: one for each processor.")
  var jobs: Int?

  func validate() throws {
    if let date, LegalDate(date) == nil || date.utf8.count != 10 {
      throw ValidationError("\"\(date)\" is no day; write it as 2026-09-01.")
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError("The standard input can be read once.") }
  }

  var legalDate: LegalDate {
    if let date, let day = LegalDate(date) { return day }
    let (year, month, day) = today()
    guard let date = LegalDate(year: year, month: month, day: day) else {
      preconditionFailure("the calendar gives days that exist")
    }
    return date
  }

  func compileOptions(rules: [any Rule.Type]) -> CompileOptions {
    CompileOptions(
      paths: paths, date: legalDate, jobs: jobs ?? processorCount, rules: rules,
      showsProgress: Terminal.isError && environment("TERM") != "dumb")
  }
}

/// Chooses rules by name or family.
enum RuleChoice {
  static func rules(select: [String], ignore: [String]) throws -> [any Rule.Type] {
    let wanted = try names(select, option: "--select")
    let unwanted = try names(ignore, option: "--ignore")
    return allRules.filter { rule in
      let (name, family) = (rule.info.name, rule.info.family.rawValue)
      let isWanted = wanted.isEmpty ? !rule.info.isOnRequest : wanted.contains(name) || wanted.contains(family)
      return isWanted && !unwanted.contains(name) && !unwanted.contains(family)
    }
  }

  private static func names(_ list: [String], option: String) throws -> Set<String> {
    var out: Set<String> = []
    for entry in list.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard known.contains(entry) else {
        let near = nearest(to: entry, in: known).map { " Did you mean \"\($0)\"?" } ?? ""
        throw ValidationError("\(option) \"\(entry)\": there is no such rule or family.\(near)")
      }
      out.insert(entry)
    }
    if out.isEmpty, !list.isEmpty { throw ValidationError("\(option) names no rule. \"nomodex rules\" lists them.") }
    return out
  }

  private static var known: [String] {
    RuleInfo.Family.allCases.map(\.rawValue) + allRules.map { $0.info.name }
  }

  /// The name with the fewest changed letters, if it is near enough to be a slip.
  static func nearest(to word: String, in names: [String]) -> String? {
    let best = names.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= max(2, word.utf8.count / 3) else { return nil }
    return best.0
  }

  /// Levenshtein's distance.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
