import Catalogue
import Diagnostics
import Testing

@Suite("The catalogue of requirements")
struct CatalogueTests {
  @Test("that is built in is whole")
  func builtIn() {
    let catalogue = Catalogue.builtIn
    #expect(catalogue.requirements.count == 90 && catalogue.areas.count == 12)
    #expect(catalogue.interactionTypes.count == 14 && catalogue.chains.count == 14)
    let errors = catalogue.requirements.filter { $0.severity == .error }
    #expect(errors.count == 34)
    for requirement in errors { #expect(requirement.elements.allSatisfy { !$0.id.isEmpty }, "\(requirement.id)") }
  }

  @Test("shows no locator that is not verified")
  func locators() {
    let catalogue = Catalogue.builtIn
    let lines = catalogue.requirements.flatMap { $0.sourceLines(catalogue) }
    #expect(lines.count == 265 && !lines.contains { $0.hasSuffix("?") })
  }

  private static let entry = """
    requirements:
      - id: own-rule
        title: An own rule
        area: FORM
        link: form
        scope: framework
        triggers: [submit]
        question: Is there one?
        plain: There is one.
        remedy: Add one.
        absent: a rule
        right_holder: everyone
        duty_bearer: nobody
        elements: [{id: one, kind: duty, text: One.}]
        min_rank: law
        rank_why: it is a test
        depends_on: [form-writing]
        severity: error

    """

  @Test("takes requirements of the user")
  func added() throws {
    let made = try Catalogue.read(Self.entry, path: "own.yaml", addingTo: .builtIn).get()
    #expect(made.requirements.count == 91 && made.requirement("own-rule")?.companions == ["form-writing"])
    let again = try Catalogue.read(
      Self.entry.replacing("own-rule", with: "form-seal").replacing("form-writing", with: "gov-enabling"),
      path: "own.yaml", addingTo: .builtIn
    ).get()
    #expect(again.requirements.count == 90 && again.requirement("form-seal")?.title == "An own rule")
  }

  @Test("is read behind a byte-order mark, with signs of aliases in quotation marks and comments")
  func signs() throws {
    let text = "\u{FEFF}# *a &b\n" + Self.entry.replacing("An own rule", with: "\"An *own* & other rule\" # &c")
    let made = try Catalogue.read(text, path: "own.yaml", addingTo: .builtIn).get()
    #expect(made.requirement("own-rule")?.title == "An *own* & other rule")
  }

  @Test("tells a circle once at each requirement in it, and no chain however long")
  func circles() throws {
    func entry(_ id: Int, on other: String) -> String {
      Self.entry.replacing("requirements:\n", with: "").replacing("own-rule", with: "own-\(id)")
        .replacing("form-writing", with: other)
    }
    let chain =
      "requirements:\n" + (0..<3000).map { entry($0, on: $0 == 2999 ? "form-writing" : "own-\($0 + 1)") }.joined()
    #expect(try Catalogue.read(chain, path: "c", addingTo: .builtIn).get().requirements.count == 3090)
    let circle = "requirements:\n" + (0..<3).map { entry($0, on: "own-\(($0 + 1) % 3)") }.joined()
    guard case .failure(let list) = Catalogue.read(circle, path: "c", addingTo: .builtIn) else {
      Issue.record("no circle was found")
      return
    }
    #expect(list.faults.map(\.message).contains("a circle: own-0 → own-1 → own-2 → own-0"))
    #expect(list.faults.count == 3)
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("area: FORM", "area: NONE", "own.yaml:4:11: there is no area “NONE”"),
      ("link: form", "link: forms", "own.yaml:5:11: “forms” is none of: competence, channel, identity"),
      ("triggers: [submit]", "triggers: [submt]", "own.yaml:7:15: there is no type of interaction “submt”"),
      ("min_rank: law", "min_rank: lore", "own.yaml:15:15: there is no rank “lore”"),
      ("depends_on: [form-writing]", "depends_on: [form-righting]", "there is no requirement “form-righting”"),
      ("depends_on: [form-writing]", "depends_on: [own-rule]", "a circle: own-rule → own-rule"),
      ("    title: An own rule\n", "", "own.yaml:2:5: “title” is missing"),
      ("    title:", "    tilte:", "own.yaml:3:5: “tilte” is not known here"),
      ("[{id: one, kind: duty, text: One.}]", "[]", "a requirement has at least one element"),
      ("severity: error", "severity: error\n    severity: info", "“severity” stands there twice"),
      ("requirements:", "requirements: [", "own.yaml:"),
      ("title: An own rule", "title: &a An own rule", "own.yaml:3:12: anchors and aliases are not used in this file"),
      ("title: An own rule", "title: *a", "own.yaml:3:12: anchors and aliases are not used in this file"),
      (
        "title: An own rule", "title: \"An\\e[31m own rule\"", "own.yaml:3:12: the text holds a line break or a control"
      ),
      ("id: own-rule", "id: Own Rule", "own.yaml:2:9: “id” takes small letters, digits and hyphens"),
      ("triggers: [submit]", "triggers: submit", "own.yaml:7:15: “triggers” takes a list"),
    ])
  func faults(text: String, wrong: String, message: String) {
    let result = Catalogue.read(Self.entry.replacing(text, with: wrong), path: "own.yaml", addingTo: .builtIn)
    guard case .failure(let list) = result else {
      Issue.record("no fault was found")
      return
    }
    #expect(
      list.faults.contains { $0.description.contains(message) }, "\(list.faults.map(\.description))")
  }
}

@Suite("Profiles of a legal order")
struct ProfileTests {
  @Test(
    "tell ranks by kind, title and element",
    arguments: [
      ("law", "", "", "law"), ("ministerial-order", "", "", "ministerial-order"), ("", "bg", "Наредба № 5", nil),
      ("", "en", "State Programme of Informatisation", "programme"), ("", "en", "Law on Fees", "law"),
      ("judgment", "en", "Law on Fees", nil), ("", "en", "A memorandum", nil), ("Act", "en", "Decree No. 5", "decree"),
      ("Act", "en", "Something", "law"), ("", "de", "Onlinezugangsgesetz", "law"),
    ] as [(String, String, String, String?)])
  func rank(kind: String, language: String, title: String, rank: String?) {
    let evidence = RankEvidence(
      kind: kind, country: "", language: language, title: title, dialect: "akoma-ntoso", element: "act")
    if let rank {
      #expect(Profile.builtIn.rank(of: evidence)?.rank == rank)
    } else if kind == "judgment" || title == "A memorandum" {
      #expect(Profile.builtIn.rank(of: evidence) == nil)
    }
  }

  @Test("let one rank count as another, and say where they are wrong")
  func reading() throws {
    let text = "profile: 1\nranks:\n  - {kind: decree, rank: decree, counts-as: law}\n"
    let profile = try Profile.read(text, path: "p.yaml").get()
    let evidence = RankEvidence(kind: "Decree", country: "", language: "", title: "", dialect: "", element: "")
    let rank = try #require(profile.rank(of: evidence))
    #expect(rank.rank == "decree" && rank.countsAs == "law" && rank.source == "kind “Decree”" && !rank.isGuess)
    for wrong in ["ranks: oops", "reach: {longest-path: 9223372036854775807}", "reach: {longest-path: many}"] {
      guard case .failure = Profile.read("profile: 1\n" + wrong, path: "p.yaml") else {
        Issue.record("no fault was found in \(wrong)")
        continue
      }
    }
    guard case .failure(let list) = Profile.read(text.replacing("as: law", with: "as: lore"), path: "p.yaml") else {
      Issue.record("no fault was found")
      return
    }
    #expect(list.faults.map(\.description) == ["p.yaml:3:45: there is no rank “lore”"])
  }
}
