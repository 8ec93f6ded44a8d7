import Provisions
import XMLReading

/// References and marks of a Justice Canada document.
extension JusticeCanadaReader {
  mutating func externalReference(_ i: Int, _ node: XMLNode) {
    let type = attributeString(.referenceType, node) ?? ""
    let isLaw = type == "act" || type == "regulation" || type.isEmpty
    let link = attribute(.link, node)
    let role: ReferenceRole = i < isInAuthority ? .basis : .cites
    let title = isLaw && link == nil ? tree.textContent(i).foldedWhitespace : ""
    open(node, role: role) { builder in
      guard isLaw else { return (.none, .empty) }
      if let link, link.count > 0 { return (.actNumber, builder.string(link)) }
      return title.isEmpty ? (.none, .empty) : (.actTitle, builder.string(Array(title.utf8)))
    }
    if role == .basis, enablingAct == nil, let link, isLaw { enablingAct = tree.string(of: link) }
    if let link, link.offset != .max { setTargetRange(link.offset, link.count) }
  }

  mutating func internalReference(_ i: Int, _ node: XMLNode) {
    let number = Array(tree.textContent(i).foldedWhitespace.utf8)
    let home = UnitHome.find(after: i, in: tree, tables: tables)
    // "The Act" of a regulation is the one on which it rests.
    let theAct = isRegulation ? enablingAct : nil
    open(node, role: .cites) { builder in
      if number.isEmpty { return (.none, .empty) }
      switch home {
      case .here: return (.unitNumber, builder.string(number))
      case .named(let link): return (.unitOfAct, builder.string(Array(link.utf8) + [0x0A] + number))
      case .theAct:
        guard let theAct else { return (.none, .empty) }
        return (.unitOfAct, builder.string(Array(theAct.utf8) + [0x0A] + number))
      case .elsewhere: return (.none, .empty)
      }
    }
  }

  mutating func open(
    _ node: XMLNode, role: ReferenceRole, target: (inout DocumentBuilder) -> (TargetForm, TextRange)
  ) {
    let index = builder.references.count
    builder.open(ContentNode(kind: .reference, offset: node.offset, start: UInt32(index)), treeEnd: Int(node.end))
    let (form, range) = target(&builder)
    builder.references.append(
      Reference(
        role: role, form: form, source: builder.provision, node: builder.top.node, target: range, start: node.offset,
        end: node.endOffset))
  }

  mutating func setTargetRange(_ offset: UInt32, _ count: UInt32) {
    let last = builder.references.count - 1
    builder.references[last].targetStart = offset
    builder.references[last].targetEnd = offset + count
  }
}
