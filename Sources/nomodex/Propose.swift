internal import ArgumentParser
import Catalogue
import Citations
import Compiling
import Consolidation
import Diagnostics
import LegalBases
import Provisions

struct Propose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Propose which provisions are about electronic interactions, and which requirements they may state.",
    discussion: """
      From the words of the text alone, in English and Russian; units of more than 4,000 words are left out. Each proposal says which words made it. A proposal \
      fulfils no requirement: an editor confirms it by a mark (refersTo), and `nomodex coverage` then counts it.
      """)

  @Flag(help: "Only units that are about an interaction.")
  var interactions = false

  @Option(help: "How it is printed: human or json.")
  var report = "human"

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard ["human", "json"].contains(report) else { throw ValidationError("--report takes one of: human, json.") }
  }

  func run() async throws {
    let options = common.compileOptions(rules: [])
    let compilation = try await AmendmentCommand.compile(options)
    let all = await compilation.proposals(jobs: options.jobs).map { list in
      interactions ? list.filter(\.isInteraction) : list
    }
    writeOut(report == "json" ? json(compilation, all) : human(compilation, all))
    if !compilation.failures.isEmpty { leave(2) }
  }

  private func human(_ compilation: Compilation, _ all: [[Proposal]]) -> [UInt8] {
    var printer = PlacePrinter(compilation)
    var out = ""
    var (interactions, requirements) = (0, 0)
    for (d, proposals) in all.enumerated() {
      for proposal in proposals {
        let place = Place(document: d, provision: proposal.provision)
        out += "\(printer.position(of: place)): \(printer.description(of: place))\n"
        if proposal.isInteraction {
          interactions += 1
          out += "  interaction: \(proposal.types.joined(separator: ", ")) (confidence "
          out += "\(CoverageWords.decimal(proposal.confidence, places: 2)))\n"
          out += "    \(proposal.reasons.joined(separator: "; ").madeVisible)\n"
        }
        for (id, words) in proposal.requirements {
          requirements += 1
          out += "  may state \(id): “\(words.madeVisible)”\n"
        }
      }
    }
    out += "\(interactions) interactions, \(requirements) requirements proposed; none is confirmed\n"
    return Array(out.utf8)
  }

  private func json(_ compilation: Compilation, _ all: [[Proposal]]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.number("version", 1)
      json.array("proposals") { json in
        for (d, proposals) in all.enumerated() {
          let document = compilation.framework.graph.documents[d]
          for proposal in proposals {
            json.object { json in
              json.string("path", compilation.files[Int(document.file)].path)
              json.number("start", Int(document.provisions[proposal.provision].sourceStart))
              json.string("provision", "\(document.identity.work) ~ \(document.path(of: proposal.provision))")
              json.array("types") { json in for type in proposal.types { json.string(nil, type) } }
              json.number("points", proposal.points)
              json.string("confidence", CoverageWords.decimal(proposal.confidence, places: 2))
              json.array("reasons") { json in for reason in proposal.reasons { json.string(nil, reason) } }
              json.array("requirements") { json in
                for (id, words) in proposal.requirements {
                  json.object { json in
                    json.string("id", id)
                    json.string("words", words)
                  }
                }
              }
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
