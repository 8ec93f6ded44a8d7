internal import ArgumentParser
import Catalogue
import Citations
import Compiling
import Consolidation
import Diagnostics
import LegalBases
import Provisions

struct Interactions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interactions",
    abstract: "List the marked electronic interactions, each with the legal bases that it needs.",
    discussion: """
      For each basis: the provision that gives it and how it is reached (the same place, references, the same act, the act \
      on which the by-law rests, a general act), or the nearest provision and why it does not serve. Bases that are needed \
      in some cases only stand behind their condition and are not counted.
      """)

  @Flag(help: "Only what is missing.")
  var missing = false

  @Option(help: "How it is printed: human or json.")
  var report = "human"

  @Option(help: "A file with requirements that are added to the built-in catalogue.")
  var catalogue: String?

  @Option(help: "The profile of the legal order. Default: profile.yaml in one of the folders, else a built-in one.")
  var profile: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard ["human", "json"].contains(report) else { throw ValidationError("--report takes one of: human, json.") }
  }

  func run() async throws {
    let yardstick = try YardstickOption.read(catalogue: catalogue, profile: profile, beside: common.paths)
    let compilation = try await AmendmentCommand.compile(common.compileOptions(rules: []))
    let (amended, chains) = compilation.interactions(by: yardstick)
    let printer = ChainPrinter(compilation: amended, yardstick: yardstick, showsMissingOnly: missing)
    writeOut(report == "json" ? printer.json(chains) : Array(printer.human(chains, common.legalDate).utf8))
    if !compilation.failures.isEmpty { leave(2) }
  }
}

/// Prints chains of bases.
private struct ChainPrinter {
  let compilation: Compilation
  let yardstick: Yardstick
  let showsMissingOnly: Bool

  private func address(_ place: Place) -> String {
    let document = compilation.framework.graph.documents[place.document]
    return place.provision == 0
      ? document.identity.work : "\(document.identity.work) ~ \(document.path(of: place.provision))"
  }

  func human(_ chains: [InteractionChain], _ date: LegalDate) -> String {
    var out = ""
    for chain in chains {
      let found = chain.needed.count(where: \.isFound)
      out += "\(address(chain.place).madeVisible): \(title(chain.type))\n"
      out += "  \(found) of \(chain.needed.count) bases found"
      out +=
        chain.brokenLinks.isEmpty ? "\n" : "; broken: \(chain.brokenLinks.map(\.rawValue).joined(separator: ", "))\n"
      for basis in chain.bases where !showsMissingOnly || !basis.isFound && basis.condition == nil {
        let condition = basis.condition.map { "if \(self.condition($0)): " } ?? ""
        out +=
          "  \(basis.isFound ? " " : "-") \(basis.link.rawValue): \(condition)\(basis.requirement.id): \(words(basis))\n"
      }
    }
    let ready = chains.count(where: \.isReady)
    out +=
      "\(chains.count) interactions as of \(date), \(ready) of them with every needed basis whose absence is an error "
    out += "and no weak link\n"
    return out + CoverageWords.caveats(yardstick).map { "  \($0)\n" }.joined()
  }

  private func title(_ type: String) -> String {
    yardstick.catalogue.interactionTypes.first { $0.id == type }.map { "\(type), \($0.title)" } ?? type
  }

  private func condition(_ id: String) -> String {
    yardstick.catalogue.conditions.first { $0.id == id }?.title ?? id
  }

  private func words(_ basis: InteractionBasis) -> String {
    switch basis.finding {
    case .found(let place, let reach): return "\(address(place).madeVisible) (\(words(reach)))"
    case .failed(let place, let reason):
      return "not found; the nearest is \(address(place).madeVisible): \(reason?.words ?? "out of reach")"
    case .nowhere: return "not found: \(basis.requirement.absent)"
    }
  }

  private func words(_ reach: Reach) -> String {
    switch reach {
    case .samePlace: return "the same place"
    case .references(let way): return "over \(way.count) \(way.count == 1 ? "reference" : "references")"
    case .sameAct: return "the same act"
    case .enabling(let way): return way.count == 1 ? "the enabling act" : "over \(way.count) enabling acts"
    case .generalAct: return "a general act"
    }
  }

  func json(_ chains: [InteractionChain]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.array("interactions") { json in
        for chain in chains {
          json.object { json in
            json.string("provision", address(chain.place))
            json.string("type", chain.type)
            json.string("strength", CoverageWords.decimal(chain.strength, places: 2))
            json.bool("ready", chain.isReady)
            json.array("bases") { json in for basis in chain.bases { self.json(basis, &json) } }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func json(_ basis: InteractionBasis, _ json: inout JSONWriter) {
    json.object { json in
      json.string("requirement", basis.requirement.id)
      json.string("link", basis.link.rawValue)
      if let condition = basis.condition { json.string("condition", condition) }
      json.bool("found", basis.isFound)
      switch basis.finding {
      case .found(let place, let reach):
        json.string("provision", address(place))
        json.string("reach", words(reach))
        if case .references(let way) = reach {
          json.array("path") { json in for step in way { json.string(nil, address(step)) } }
        }
      case .failed(let place, let reason):
        json.string("nearest", address(place))
        json.string("reason", reason?.words ?? "out of reach")
      case .nowhere: json.string("reason", basis.requirement.absent)
      }
    }
  }
}
