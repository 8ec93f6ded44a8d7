package import Diagnostics
package import Provisions
package import XMLReading

/// The XML of the Open Law engine, as the Council of the District of Columbia publishes its acts and its Code: a document of
/// its own for each act, and for each section of a code.
///
/// What acts instruct the engine to do to other documents (`codify:`) is data: their own words say it too. `codify` carries
/// it out.
package enum OpenLaw: Dialect {
  package static let name = "open-law"
  package static let title = "Open Law (D.C.)"

  private static let library: Set = [
    "https://code.dccouncil.us/schemas/dc-library", "https://open.law/schemas/library",
  ]

  package static func recognizes(_ root: QualifiedName) -> Bool {
    library.contains(root.namespace) && ["document", "container", "section", "collection"].contains(root.local)
  }

  package static func read(
    _ tree: XMLTree, from file: SourceFile, using tables: ResolvedVocabulary
  ) -> LegalDocument {
    var reader = OpenLawReader(tree: tree, file: file, tables: tables)
    return reader.read()
  }

  package static let vocabulary = Vocabulary(
    owns: library.contains, elements: elements, attributes: attributes, islands: islands, prefixes: [:],
    spaced: ["prefix"])

  private static let elements: [String: Treatment] = {
    var table: [String: Treatment] = [:]
    func set(_ treatment: Treatment, _ names: String) {
      for name in names.split(separator: " ") { table[String(name)] = treatment }
    }
    set(.special(.documentType), "document collection")
    set(.special(.namedContainer), "container")
    set(.special(.section), "section")
    set(.special(.part), "para")
    set(.ignored, "meta")
    set(.special(.number), "num")
    set(.special(.heading), "heading subheading h1 h2 h3 h4")
    set(.special(.label), "prefix")
    set(.content(.paragraph), "text reason p")
    set(.content(.continuation), "aftertext")
    set(.content(.quotation), "include")
    set(.content(.block), "annotations div")
    set(.content(.history), "annotation")
    set(.content(.list), "ul ol")
    set(.content(.listItem), "li")
    set(.content(.table), "table")
    set(.content(.tableHead), "thead")
    set(.content(.tableBody), "tbody tfoot")
    set(.content(.caption), "caption")
    set(.content(.row), "tr")
    set(.special(.cell), "td th")
    set(.special(.reference), "cite code-cite")
    set(.special(.image), "img")
    set(.content(.emphasis), "em i")
    set(.content(.strong), "strong b")
    set(.content(.underline), "u underline")
    set(.content(.superscript), "sup")
    set(.content(.subscript), "sub")
    set(.content(.deletion), "s")
    set(.content(.lineBreak), "br")
    set(.content(.inline), "span")
    return table
  }()

  private static let attributes: [String: AttributeRole] = [
    "id": .plainId, "type": .type, "doc": .name, "path": .href, "containing-doc": .otherName, "colspan": .columnSpan,
    "rowspan": .rowSpan, "src": .src, "alt": .alt, "placeholder": .status, "xml:lang": .xmlLang,
  ]

  private static let islands: [String: [String: Treatment]] = {
    var instructions: [String: Treatment] = [:]
    for name in [
      "insert", "replace", "replace-or-insert", "find-replace", "repeal", "redesignate-para", "organic",
      "recodify-section", "create-sub-container", "remove", "expire", "placeholder", "applicability", "annotation",
      "not-funded-anno", "funded-anno", "temporary", "temporary-new-sec", "emergency", "emergency-new-sec",
      "street-designation-anno", "marginalia",
    ] { instructions[name] = .ignored }
    let stubs: [String: Treatment] = ["stub": .special(.attached), "at": .ignored]
    return [
      "https://code.dccouncil.us/schemas/codify": instructions, "https://open.law/schemas/codify": instructions,
      "https://code.dccouncil.us/schemas/codified": stubs, "https://open.law/schemas/codified": stubs,
      "http://www.w3.org/2001/XInclude": ["include": .special(.attached)],
    ]
  }()

  /// The address of a document, from the name that the engine gives it: "D.C. Law 24-191" is `/open-law/d.c._law_24-191`.
  package static func work(ofDocument id: String) -> String {
    "/open-law/" + id.foldedWhitespace.lowercased().replacing(" ", with: "_").replacing("/", with: "-")
  }

  /// The address of a place: `§2-532|(a-1)|(2)` of "D.C. Code" is `/open-law/d.c._code/sec-2-532#(a-1)|(2)`.
  ///
  /// Each section of a code is a document of its own. In an act the first step of a path is a section of it. A path that does
  /// not begin with a section leads to the document as a whole.
  package static func address(document id: String, path: String, isCode: Bool) -> String {
    let steps = path.split(separator: "|")
    let work = work(ofDocument: id)
    guard let first = steps.first, first.hasPrefix("§") else { return work }
    let section = first.dropFirst().trimmingPrefix { $0 == " " }
    if isCode { return "\(work)/sec-\(section.lowercased())#\(steps.dropFirst().joined(separator: "|"))" }
    return "\(work)#\((["§\(section)"] + steps.dropFirst().map(String.init)).joined(separator: "|"))"
  }
}
