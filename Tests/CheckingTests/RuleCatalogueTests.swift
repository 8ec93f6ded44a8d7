import Compiling
import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Every rule")
struct RuleCatalogueTests {
  @Test("has a page on which nothing is missing", arguments: allRules)
  func page(rule: any Rule.Type) {
    let info = rule.info
    for part in [info.summary, info.rationale, info.example, info.fix, info.precision] {
      #expect(part.contains { !$0.isWhitespace })
    }
    #expect(info.summary.hasSuffix(".") && !info.summary.contains("\n"), "one sentence")
  }

  @Test("has a name in kebab case", arguments: allRules)
  func kebab(rule: any Rule.Type) {
    let words = rule.info.name.split(separator: "-", omittingEmptySubsequences: false)
    #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } })
  }

  @Test("has a name of its own, which is that of no family")
  func unique() {
    let names = allRules.map { $0.info.name } + RuleInfo.Family.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
  }

  @Test("stands by family and then by name")
  func order() {
    for family in RuleInfo.Family.allCases {
      let names = allRules.map { $0.info }.filter { $0.family == family }.map(\.name)
      #expect(!names.isEmpty && names == names.sorted())
    }
    let families = allRules.map { $0.info.family }
    #expect(zip(families, families.dropFirst()).count { $0 != $1 } == RuleInfo.Family.allCases.count - 1)
  }

  @Test("fires on its fixture, in its own name and with its own severity", arguments: allRules)
  func fires(rule: any Rule.Type) async throws {
    let found = try await onlyFinding(rule)
    #expect(found.severity == rule.info.severity)
  }

  @Test("has a fixture, and there is no fixture without a rule")
  func fixtures() {
    #expect(Set(firingFixtures.keys) == Set(allRules.map { $0.info.name }))
  }

  @Test("says one clause without a full stop and one verb phrase as remedy", arguments: allRules)
  func wording(rule: any Rule.Type) async throws {
    let found = try await onlyFinding(rule)
    #expect(!found.message.hasSuffix(".") && !found.message.contains("\n") && !found.message.isEmpty)
    if let remedy = found.remedy { #expect(!remedy.hasSuffix(".") && remedy.first?.isLowercase == true) }
  }

  @Test("finds nothing in a sound act and in an empty one", arguments: allRules)
  func sound(rule: any Rule.Type) async throws {
    let act = akomaNtoso(
      article("1", content("See \(link("#art_2", "Article 2")).")) + articles("2", "3"), title: "Water Act")
    #expect(try await findings(rule, in: [act, justiceCanadaAct(section("1") + section("2"))]).isEmpty)
    #expect(try await findings(rule, in: [akomaNtoso("")]).isEmpty)
  }

  @Test("says the same at any number of workers")
  func jobs() async throws {
    let documents = firingFixtures.sorted { $0.key < $1.key }.flatMap(\.value)
    func report(_ jobs: Int) async throws -> [String] {
      try await compilation(of: documents, jobs: jobs, schema: smallSchema).diagnostics.map { "\($0)" }
    }
    let one = try await report(1)
    #expect(one.count >= allRules.count - 1)
    #expect(try await report(2) == one)
    #expect(try await report(5) == one)
  }
}
