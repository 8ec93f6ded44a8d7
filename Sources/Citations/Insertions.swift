import Provisions

/// Provisions that amending acts insert into other documents, found by the identifier which they bear there.
///
/// As long as a text is not consolidated, a citation of an inserted provision has its target in the act that inserts it.
/// Sources: Akoma Ntoso 1.0 Naming Convention, 5.5 (identifiers inside quoted structures begin with those of the
/// quotation).
struct Insertions {
  /// By document, then by identifier.
  private var places: [Int: [String: Place]] = [:]

  /// - Parameter target: the document that an amending reference names, and the portion of it.
  init(
    _ documents: [LegalDocument], target: (_ reference: Reference, _ document: Int) -> (document: Int, portion: String)?
  ) {
    for (d, document) in documents.enumerated() {
      let amending = document.references.filter { $0.role == .amends && $0.form == .iri }
      guard !amending.isEmpty else { continue }
      var named: [Int: [(document: Int, portion: String)]] = [:]
      for reference in amending where reference.source != 0 {
        if let known = target(reference, d) { named[Int(reference.source), default: []].append(known) }
      }
      for anchor in document.anchors where anchor.isOfProvision {
        let provision = Int(anchor.provision)
        guard document.provisions[provision].traits.contains(.quoted),
          let (holder, own) = Self.split(document.attributeString(anchor.name)),
          let homes = named[document.unquotedHolder(of: provision)]
        else { continue }
        let place = Place(document: d, provision: provision)
        for home in homes where !holder.isEmpty {
          for name in Self.names(own, at: home.portion) where places[home.document]?[name] == nil {
            places[home.document, default: [:]][name] = place
          }
        }
      }
    }
  }

  /// The provision that bears an identifier in a document as amended, where an act that was read inserts it.
  func find(_ identifier: String, in document: Int) -> Place? { places[document]?[identifier] }

  /// An identifier inside a quotation: that of the quotation, and what follows it.
  private static func split(_ name: String) -> (quotation: Substring, own: Substring)? {
    var rest = name[...]
    var quotationEnd: String.Index?
    while let mark = rest.firstRange(of: "__qstr_") {
      quotationEnd = rest[mark.upperBound...].firstRange(of: "__")?.lowerBound
      rest = rest[mark.upperBound...]
    }
    guard let end = quotationEnd else { return nil }
    return (name[..<end], name[end...].dropFirst(2))
  }

  /// The identifiers that a quoted unit may have in the place that the instruction names: units that are numbered through
  /// bear their own, others stand below that place or beside it.
  private static func names(_ own: Substring, at portion: String) -> [String] {
    if own.hasPrefix("art_") || own.hasPrefix("chp_") || own.hasPrefix("sec_") || portion.isEmpty {
      return [String(own)]
    }
    let below = portion + "__" + own
    guard let cut = portion[...].lastRange(of: "__") else { return [below] }
    return [below, portion[..<cut.lowerBound] + "__" + own]
  }
}

extension LegalDocument {
  /// The innermost provision around a quoted one that is the document's own.
  fileprivate func unquotedHolder(of provision: Int) -> Int {
    var index = provision
    while index != 0, provisions[index].traits.contains(.quoted) { index = Int(provisions[index].parent) }
    return index
  }
}
