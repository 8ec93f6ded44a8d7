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
    if let identification = tree.nodes.indices.first(where: { tree.isElement($0, "Identification") }) {
      for k in identification..<Int(tree.nodes[identification].end) where !tree.nodes[k].isText {
        let name = tree.names[Int(tree.nodes[k].name)].local
        if Self.identifying.contains(name), found[name] == nil { found[name] = tree.textContent(k).foldedWhitespace }
        if name == "RegulationMaker" { authority = found[name] ?? "" }
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
      } else if let year = found["YYYY"], let number = found["AnnualStatuteNumber"] {
        identity.number = "\(year), c. \(number)"
        identity.work = "/ca/act/\(year)_\(number)"
      }
    }
    if let year = found["YYYY"], let number = found["AnnualStatuteNumber"] {
      identity.aliases.append("/ca/act/\(year)_\(number)")
    }
    if let date = found["RegistrationDate"] {
      let parts = date.split(separator: " ").compactMap { Int($0) }
      if parts.count == 3 { identity.adopted = LegalDate(year: parts[0], month: parts[1], day: parts[2]) }
    }
    if identity.work.isEmpty { identity.work = builder.file.fallbackWork }
    return identity
  }
}
