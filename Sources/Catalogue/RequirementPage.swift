import Diagnostics

/// The page of a requirement.
package enum RequirementPage {
  /// As text for a terminal.
  package static func text(_ requirement: Requirement, _ catalogue: Catalogue) -> String {
    "\(requirement.id): \(requirement.title)\n\n" + body(requirement, catalogue)
  }

  /// All requirements as one Markdown document, by area.
  package static func document(_ catalogue: Catalogue) -> String {
    var out = "# Requirements\n\n"
    out += "What the law has to say before a person can rely on an electronic interaction with a public authority. "
    out += "Catalogue \(catalogue.version).\n"
    for area in catalogue.areas {
      let own = catalogue.requirements.filter { $0.area == area.id }
      guard !own.isEmpty else { continue }
      out += "\n## \(area.title)\n"
      for requirement in own {
        out += "\n### `\(requirement.id)`: \(requirement.title)\n\n" + body(requirement, catalogue)
      }
    }
    return out
  }

  private static func body(_ requirement: Requirement, _ catalogue: Catalogue) -> String {
    func names(_ ids: [String], _ list: [Catalogue.Named]) -> String {
      ids.map { id in list.first { $0.id == id }?.title ?? id }.joined(separator: "; ")
    }
    var out = "\(requirement.question)\n\n\(requirement.plain)\n\n"
    out += "- Who gains by it: \(requirement.rightHolder)\n- Who has to act: \(requirement.dutyBearer)\n"
    out += "- Lowest rank that counts: \(requirement.minimumRank) (\(requirement.rankReason))\n"
    out += "- Its absence is: \(requirement.severity.name)\n"
    if !requirement.triggers.isEmpty {
      out += "- Called for by: \(names(requirement.triggers, catalogue.interactionTypes))\n"
    }
    if !requirement.companions.isEmpty {
      out += "- Stands with: \(requirement.companions.joined(separator: ", "))\n"
    }
    if !requirement.principles.isEmpty {
      out += "- Principles: \(names(requirement.principles, catalogue.principles))\n"
    }
    out += "\nElements:\n\n"
    for element in requirement.elements {
      out += element.id.isEmpty ? "- \(element.text)" : "- `\(element.id)`: \(element.text)"
      out += element.isConditional ? " (where the case arises)\n" : "\n"
    }
    out += "\nWhere it is absent: \(requirement.remedy)\n"
    let sources = requirement.sourceLines(catalogue)
    if !sources.isEmpty {
      out += "\nComparative sources, which are arguments and not obligations of the legal order that is checked:\n\n"
      out += sources.map { "- \($0)\n" }.joined()
    }
    return out
  }
}
