internal import Diagnostics

extension Catalogue {
  /// The catalogue that is built into the program.
  package static let builtIn: Catalogue = {
    let text = String(decoding: PackageResources.requirements_yaml, as: UTF8.self)
    guard case .success(let catalogue) = read(text, path: "(built in)") else {
      preconditionFailure("the catalogue that is built in has faults")
    }
    return catalogue
  }()

  /// Reads a catalogue, or adds the requirements, chains and names of a file to another one.
  ///
  /// A requirement with an identifier that is known replaces that one.
  package static func read(
    _ text: String, path: String, addingTo base: Catalogue = Catalogue()
  ) -> Result<Catalogue, DataFaultList> {
    do throws(DataFault) {
      let root = try DataNode(text, path: path)
      var reader = CatalogueReader(base)
      reader.read(root)
      return root.faults.all.isEmpty ? .success(reader.catalogue) : .failure(DataFaultList(faults: root.faults.all))
    } catch {
      return .failure(DataFaultList(faults: [error]))
    }
  }
}

/// All faults of a file, in the order of the file.
package struct DataFaultList: Error, Sendable {
  package let faults: [DataFault]
}

private struct CatalogueReader {
  var catalogue: Catalogue
  /// Where each requirement of this file stands.
  private var places: [(id: String, node: DataNode)] = []

  init(_ base: Catalogue) { catalogue = base }

  private static let keys: Set<String> = [
    "meta", "links", "element_kinds", "conditions", "ranks", "severities", "scopes", "interaction_types", "principles",
    "indicators", "instruments", "areas", "requirements", "chains",
  ]
  private static let requirementKeys: Set<String> = [
    "id", "title", "title_ru", "area", "link", "scope", "triggers", "question", "question_ru", "plain", "remedy",
    "absent", "right_holder", "duty_bearer", "elements", "min_rank", "rank_why", "depends_on", "severity", "sources",
    "indicators", "principles", "cues",
  ]

  mutating func read(_ root: DataNode) {
    guard root.isMapping else { return root.fault("a catalogue is a mapping of lists") }
    root.allow(Self.keys)
    if let version = root["meta"]?["version"]?.string { catalogue.version = version }
    for (key, _, value) in root.table("ranks") {
      if let force = value.string.flatMap({ Int($0) }) {
        catalogue.ranks[key] = force
      } else {
        value.fault("the force of a rank is a number")
      }
    }
    names(root, "interaction_types", \.interactionTypes)
    names(root, "principles", \.principles)
    names(root, "indicators", \.indicators)
    names(root, "instruments", \.instruments)
    names(root, "areas", \.areas)
    names(root, "conditions", \.conditions)
    var seen: Set<String> = []
    for node in root.list("requirements") {
      node.allow(Self.requirementKeys)
      let requirement = requirement(node)
      if !seen.insert(requirement.id).inserted { node.fault("“\(requirement.id)” stands there twice") }
      catalogue.add(requirement)
      places.append((requirement.id, node))
    }
    for (type, keyNode, links) in root.table("chains") { chain(type, keyNode, links) }
    for (id, node) in places { check(id, node) }
    checkCircles()
  }

  private mutating func names(_ root: DataNode, _ key: String, _ list: WritableKeyPath<Catalogue, [Catalogue.Named]>) {
    for (id, _, value) in root.table(key) {
      guard let title = value.string, !title.contains(where: \.isNewline) else {
        value.fault("“\(id)” takes a text of one line")
        continue
      }
      catalogue[keyPath: list].removeAll { $0.id == id }
      catalogue[keyPath: list].append(Catalogue.Named(id: id, title: title))
    }
  }

  private enum SeverityWord: String, CaseIterable { case error, warning, info }

  private func requirement(_ node: DataNode) -> Requirement {
    let severity: Severity =
      switch node.choice("severity", SeverityWord.self, else: .info) {
      case .error: .error
      case .warning: .warning
      case .info: .note
      }
    return Requirement(
      id: node.name("id"), title: node.text("title"), area: node.text("area"),
      link: node.choice("link", Link.self, else: .special),
      scope: node.choice("scope", Requirement.Scope.self, else: .framework), triggers: node.texts("triggers"),
      question: node.text("question"), plain: node.text("plain"), remedy: node.text("remedy"),
      absent: node.text("absent"), rightHolder: node.text("right_holder"), dutyBearer: node.text("duty_bearer"),
      elements: elements(node), minimumRank: node.text("min_rank"), rankReason: node.text("rank_why"),
      companions: node.texts("depends_on"), severity: severity, sources: node.texts("sources"),
      indicators: node.texts("indicators"), principles: node.texts("principles"))
  }

  private func elements(_ node: DataNode) -> [Requirement.Element] {
    guard let list = node["elements"], !list.elements.isEmpty else {
      node.fault("a requirement has at least one element")
      return []
    }
    var seen: Set<String> = ["declared"]
    return list.elements.map { element in
      if let text = element.string { return Requirement.Element(id: "", text: text, isConditional: false) }
      element.allow(["id", "kind", "text", "conditional"])
      let id = element.name("id")
      if !seen.insert(id).inserted { element.fault("“\(id)” stands there twice, or is no name for an element") }
      return Requirement.Element(
        id: id, text: element.text("text"), isConditional: element["conditional"]?.string == "true")
    }
  }

  private mutating func chain(_ type: String, _ keyNode: DataNode, _ links: DataNode) {
    if !catalogue.isInteractionType(type) { keyNode.fault("there is no type of interaction “\(type)”") }
    var places: [Catalogue.ChainPlace] = []
    for (name, linkNode, list) in links.pairs {
      guard let link = Link(rawValue: name) else {
        linkNode.fault("there is no link “\(name)”")
        continue
      }
      for entry in list.elements {
        let parts = (entry.string ?? "").split(separator: "?")
        guard let id = parts.first.map(String.init), catalogue.requirement(id) != nil else {
          entry.fault("there is no requirement “\(parts.first ?? "")”")
          continue
        }
        let condition = parts.count > 1 ? String(parts[1]) : nil
        if let condition, !catalogue.conditions.contains(where: { $0.id == condition }) {
          entry.fault("there is no condition “\(condition)”")
        }
        places.append(Catalogue.ChainPlace(link: link, requirement: id, condition: condition))
      }
    }
    catalogue.chains[type] = places
  }

  private func check(_ id: String, _ node: DataNode) {
    guard let requirement = catalogue.requirement(id) else { return }
    func known(_ key: String, _ values: [String], _ what: String, _ isKnown: (String) -> Bool) {
      for value in values where !value.isEmpty && !isKnown(value) {
        (node[key] ?? node).fault("there is no \(what) “\(value)”")
      }
    }
    known("area", [requirement.area], "area") { id in catalogue.areas.contains { $0.id == id } }
    known("triggers", requirement.triggers, "type of interaction") { catalogue.isInteractionType($0) }
    known("min_rank", [requirement.minimumRank], "rank") { catalogue.ranks[$0] != nil }
    known("depends_on", requirement.companions, "requirement") { catalogue.requirement($0) != nil }
    known("principles", requirement.principles, "principle") { id in catalogue.principles.contains { $0.id == id } }
    known("indicators", requirement.indicators, "indicator") { id in catalogue.indicators.contains { $0.id == id } }
    known("sources", requirement.sources, "instrument") { source in
      catalogue.instruments.contains { source.hasPrefix($0.id + ":") }
    }
  }

  /// A requirement must not depend on itself, by whatever way.
  private func checkCircles() {
    // Those on which nothing waits any more go; what is left stands in circles or behind them.
    var left = Set(catalogue.requirements.map(\.id))
    var waiting: [String: Int] = [:]
    var dependents: [String: [String]] = [:]
    for requirement in catalogue.requirements {
      let known = requirement.companions.filter(left.contains)
      waiting[requirement.id] = known.count
      for companion in known { dependents[companion, default: []].append(requirement.id) }
    }
    var free = left.filter { waiting[$0] == 0 }
    while let id = free.popFirst() {
      left.remove(id)
      for dependent in dependents[id] ?? [] {
        waiting[dependent, default: 0] -= 1
        if waiting[dependent] == 0 { free.insert(dependent) }
      }
    }
    for (id, node) in places where left.contains(id) {
      var way = [id]
      while let next = catalogue.requirement(way[way.count - 1])?.companions.first(where: left.contains) {
        if let start = way.firstIndex(of: next) {
          if start == 0 { (node["depends_on"] ?? node).fault("a circle: \((way + [next]).joined(separator: " → "))") }
          break
        }
        way.append(next)
      }
    }
  }
}
