import Amending
import Provisions
import TestSupport
import Testing

/// A small law library: a code of one title, and acts.
struct LawFixture {
  /// The sections of the code.
  var code = ""
  /// What stands beside the sections.
  var rest = ""
  var isEnacted = false
  /// Each act: its number, its day, and what it holds.
  var acts: [(number: String, day: String, body: String)] = []
  /// Where the vocabularies are at home: D.C., or any other jurisdiction.
  var home = (
    library: "https://code.dccouncil.us/schemas/dc-library", codify: "https://code.dccouncil.us/schemas/codify",
    codified: "https://code.dccouncil.us/schemas/codified"
  )

  private func document(_ id: String, _ number: String, _ day: String, _ body: String) -> String {
    """
    <document xmlns="\(home.library)" xmlns:codify="\(home.codify)" xmlns:codified="\(home.codified)" id="\(id)">\(number)
    <meta><effective>\(day)</effective></meta>\(body)</document>
    """
  }

  func codified(on day: String = "2024-01-01") throws -> Codification {
    let enacted = isEnacted ? " enacted=\"true\"" : ""
    let title = """
      <container\(enacted)><prefix>Title</prefix><num>1</num><heading>Of all.</heading>
      <container><prefix>Chapter</prefix><num>1</num><heading>Of some.</heading>\(code)</container>\(rest)</container>
      """
    var library = OpenLawLibrary()
    library.add(read(document("Code", "", "0001-01-01", title)).0, path: "code/index.xml")
    for act in acts {
      let number = "<num type=\"law\">\(act.number)</num>"
      library.add(
        read(document("Law \(act.number)", number, act.day, act.body)).0, path: "laws/\(act.number).xml")
    }
    library.join()
    return Codification(library, on: try #require(LegalDate(day)))
  }

  /// The flattened sections that were changed, by their numbers.
  func sections(on day: String = "2024-01-01") throws -> [String: [String]] {
    let codification = try codified(on: day)
    var out: [String: [String]] = [:]
    for (path, node) in codification.changedSections {
      let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      out[name] = codification.lines(of: node)
    }
    return out
  }

  func outcomes(on day: String = "2024-01-01") throws -> [Outcome] { try codified(on: day).outcomes }
}

/// One act of a library, made on a day.
func act(_ number: String, _ day: String = "2020-01-01", _ body: String) -> (String, String, String) {
  (number, day, body)
}

/// A section of a code with two paragraphs.
let twoParagraphs = """
  <section><num>1-101</num><heading>Dogs.</heading><text>A dog must:</text>
  <para><num>(1)</num><text>bark at the postman; and</text></para>
  <para><num>(2)</num><text>sleep in the house.</text></para></section>
  """
