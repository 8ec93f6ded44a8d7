internal import ArgumentParser
import Checking
import Compiling
import Diagnostics

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List the rules, by family.")

  @Flag(help: "Print the pages of all rules as one Markdown document.")
  var pages = false

  func run() throws {
    if pages { return writeOut(Array(RulePage.document(allRules.map { $0.info }).utf8)) }
    let width = allRules.map { $0.info.name.count }.max() ?? 0
    var out = ""
    for family in RuleInfo.Family.allCases {
      out += "\(family.rawValue)\n"
      for rule in allRules where rule.info.family == family {
        let info = rule.info
        out += "  \(info.name)\(String(repeating: " ", count: width - info.name.count))  "
        out +=
          "\(info.severity.name)\(String(repeating: " ", count: 7 - info.severity.name.count))  \(info.summary)\(info.isOnRequest ? " (on request)" : "")\n"
      }
    }
    writeOut(Array(out.utf8))
  }
}

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "Print the page of a rule.")

  @Argument(help: "The name of a rule, as it stands in brackets behind a finding.")
  var rule: String

  func run() throws {
    guard let found = allRules.first(where: { $0.info.name == rule }) else {
      let near =
        RuleChoice.nearest(to: rule, in: allRules.map { $0.info.name }).map { " Did you mean \"\($0)\"?" } ?? ""
      throw ValidationError("There is no rule \"\(rule)\".\(near) \"nomodex rules\" lists them.")
    }
    writeOut(Array(RulePage.text(found.info).utf8))
  }
}
