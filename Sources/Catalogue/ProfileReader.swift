extension Profile {
  /// The profile that holds where none is named: what the words of a document itself tell of its rank.
  package static let builtIn: Profile = {
    let text = String(decoding: PackageResources.profile_yaml, as: UTF8.self)
    guard case .success(var profile) = read(text, path: "(built in)") else {
      preconditionFailure("the profile that is built in has faults")
    }
    profile.isDefault = true
    return profile
  }()

  /// Reads the profile of a jurisdiction.
  package static func read(_ text: String, path: String) -> Result<Profile, DataFaultList> {
    do throws(DataFault) {
      let root = try DataNode(text, path: path)
      let profile = profile(root)
      return root.faults.all.isEmpty ? .success(profile) : .failure(DataFaultList(faults: root.faults.all))
    } catch {
      return .failure(DataFaultList(faults: [error]))
    }
  }

  private static func profile(_ root: DataNode) -> Profile {
    var profile = Profile()
    guard root.isMapping, root["profile"] != nil else {
      root.fault("a profile begins with “profile: 1”")
      return profile
    }
    root.allow([
      "profile", "jurisdiction", "name", "languages", "original-languages", "infer", "ranks", "titles", "elements",
      "delegation", "bodies", "general-acts", "treaties", "reach",
    ])
    profile.jurisdiction = root.optionalText("jurisdiction")
    profile.name = root.optionalText("name")
    let known = Set(Catalogue.builtInRanks + ["none", "by-title"])
    func rank(_ node: DataNode, _ key: String = "rank") -> String {
      let rank = node.text(key)
      if !rank.isEmpty, !known.contains(rank) { node[key]?.fault("there is no rank “\(rank)”") }
      return rank
    }
    func isTrue(_ node: DataNode, _ key: String) -> Bool { node[key]?.string == "true" }
    for node in root.list("ranks") {
      let own = rank(node)
      profile.kinds.append(
        KindRank(
          kind: normalised(node.text("kind")), rank: own,
          countsAs: node["counts-as"] == nil ? own : rank(node, "counts-as"), country: node.optionalText("country"),
          isGuess: isTrue(node, "guess"), isWeak: isTrue(node, "weak")))
    }
    for node in root.list("titles") {
      profile.titles.append(
        TitleRank(
          rank: rank(node), languages: node.texts("lang"), starts: node.texts("starts").map { $0.lowercased() },
          contains: node.texts("contains").map { $0.lowercased() }, ends: node.texts("ends").map { $0.lowercased() },
          isGuess: isTrue(node, "guess")))
    }
    for node in root.list("elements") {
      profile.dialects.append(
        DialectRank(
          dialect: node.text("dialect"), element: node.text("element"), rank: rank(node), isGuess: isTrue(node, "guess")
        )
      )
    }
    for node in root.list("general-acts") {
      let covers = node["covers"]
      let isAll = covers?["dealings"]?.string == "all"
      profile.generalActs.append(
        GeneralAct(
          work: node.text("act"), dealings: isAll ? nil : covers?.texts("dealings") ?? [],
          except: covers?.texts("except") ?? []))
    }
    if let length = root["reach"]?.number("longest-path", in: 0...16) { profile.longestPath = length }
    if let months = root["delegation"]?.number("unfulfilled-after-months", in: 0...1200) {
      profile.unfulfilledAfterMonths = months
    }
    return profile
  }
}

extension Catalogue {
  /// The ranks that a profile may name.
  static let builtInRanks = [
    "constitution", "treaty", "law", "decree", "gov-resolution", "ministerial-order", "local-act", "programme",
  ]
}
