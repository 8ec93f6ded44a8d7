internal import ArgumentParser
import Amending
import Catalogue
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
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print the page of a rule, of a requirement, or on amendments.",
    discussion: """
      A rule is named as it stands in brackets behind a finding, a requirement as `nomodex coverage` names it. \
      "amendments" and "requirements" print all pages of their kind.
      """)

  @Argument(help: "The name of a rule, of a requirement, or of a case of amendment.")
  var name: String

  func run() throws {
    let catalogue = Catalogue.builtIn
    if name == "amendments" { return writeOut(Array(AmendmentPage.document.utf8)) }
    if name == "requirements" { return writeOut(Array(RequirementPage.document(catalogue).utf8)) }
    if let rule = allRules.first(where: { $0.info.name == name }) {
      return writeOut(Array(RulePage.text(rule.info).utf8))
    }
    if let requirement = catalogue.requirement(name) {
      return writeOut(Array(RequirementPage.text(requirement, catalogue).utf8))
    }
    if let page = AmendmentPage.all.first(where: { $0.name == name }) {
      return writeOut(Array("\(page.title)\n\n\(page.text)".utf8))
    }
    let names = allRules.map { $0.info.name } + catalogue.requirements.map(\.id) + AmendmentPage.all.map(\.name)
    let near = RuleChoice.nearest(to: name, in: names).map { " Did you mean \"\($0)\"?" } ?? ""
    throw ValidationError(
      "There is no page \"\(name)\".\(near) \"nomodex rules\" and \"nomodex coverage\" list what there is.")
  }
}
