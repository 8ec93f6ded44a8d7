import Provisions
import XMLReading

/// What the identification of a Justice Canada document says.
extension JusticeCanadaReader {
  /// Elements of the identification whose words are read.
  private static let identifying: Set = [
    "LongTitle", "ShortTitle", "RunningHead", "InstrumentNumber", "RegistrationDate", "RegulationMaker", "BillNumber",
    "Session", "Number", "ConsolidatedNumber", "YYYY", "AnnualStatuteNumber",
  ]

  func identity(_ root: XMLNode) -> Identity {
    let kind = tree.names[Int(root.name)].local
    var found: [String: String] = [:]
    var authority = ""
    var registered: LegalDate?
    var chapter: (year: String, number: String)?
    if let identification = tree.nodes.indices.first(where: { tree.isElement($0, "Identification") }) {
      for k in identification..<Int(tree.nodes[identification].end) where !tree.nodes[k].isText {
        let name = tree.names[Int(tree.nodes[k].name)].local
        if Self.identifying.contains(name), found[name] == nil { found[name] = tree.textContent(k).foldedWhitespace }
        if name == "RegulationMaker" { authority = found[name] ?? "" }
        if name == "RegistrationDate", registered == nil { registered = date(in: k) }
        if name == "AnnualStatuteId", chapter == nil { chapter = annualChapter(in: k) }
      }
    }
    var identity = Identity(work: "")
    identity.language = attributeString(.xmlLang, root).map(Vocabularies.language) ?? "und"
    identity.versionDate = attributeString(.date, root).flatMap { LegalDate($0) }
    identity.title = found["LongTitle"] ?? ""
    identity.shortTitle = found["ShortTitle"] ?? ""
    if let head = found["RunningHead"], head != identity.shortTitle, !head.isEmpty { identity.aliases.append(head) }
    identity.authority = authority
    switch kind {
    case "Regulation":
      identity.kind = "regulation"
      identity.rank = .byLaw
      identity.number = found["InstrumentNumber"] ?? ""
      if !identity.number.isEmpty {
        identity.work = "/ca/regulation/" + JusticeCanada.catalogueNumber(identity.number)
      }
    case "Bill":
      identity.kind = "bill"
      identity.form = .bill
      identity.rank = .law
      identity.number = found["BillNumber"] ?? ""
      let session = (found["Session"] ?? "") + "-" + (found["Number"] ?? "")
      if !identity.number.isEmpty { identity.work = "/ca/bill/\(session)/\(identity.number)".replacing(" ", with: "_") }
    default:
      identity.kind = "act"
      identity.rank = .law
      if let number = found["ConsolidatedNumber"], !number.isEmpty {
        identity.number = number
        identity.work = "/ca/act/" + JusticeCanada.catalogueNumber(number)
      } else if let chapter {
        identity.number = "\(chapter.year), c. \(chapter.number)"
        identity.work = "/ca/act/\(chapter.year)_\(chapter.number)"
      }
    }
    if let chapter { identity.aliases.append("/ca/act/\(chapter.year)_\(chapter.number)") }
    identity.adopted = registered
    if identity.work.isEmpty { identity.work = builder.file.fallbackWork }
    return identity
  }

  /// The chapter of the annual statutes: other years of the identification, such as that of the consolidation, are no part
  /// of it.
  private func annualChapter(in i: Int) -> (year: String, number: String)? {
    guard let year = text(of: "YYYY", in: i), let number = text(of: "AnnualStatuteNumber", in: i) else { return nil }
    return (year, number)
  }

  /// The day that year, month and day below an element name.
  private func date(in i: Int) -> LegalDate? {
    let parts = ["YYYY", "MM", "DD"].compactMap { text(of: $0, in: i).flatMap { Int($0) } }
    return parts.count == 3 ? LegalDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  private func text(of name: String, in i: Int) -> String? {
    let end = Int(tree.nodes[i].end)
    return (i..<end).first { tree.isElement($0, name) }.map { tree.textContent($0).foldedWhitespace }
  }
}
