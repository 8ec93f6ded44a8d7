import Provisions
import XMLReading

/// References, identifiers and marks of an Akoma Ntoso document.
extension AkomaNtosoReader {
  mutating func reference(_ node: XMLNode, end: Int, target: XMLAttribute?) {
    let isBasis = region == .preamble && Int(node.end) <= regionEnd && !isInRecital
    // What an amendment quotes is law that cites, not a place that is amended.
    let amends = Int(node.end) <= modificationEnd && builder.quotationDepth == 0
    let role: ReferenceRole = amends ? .amends : isBasis ? .basis : .cites
    let index = builder.references.count
    builder.open(ContentNode(kind: .reference, offset: node.offset, start: UInt32(index)), treeEnd: end)
    appendReference(node, contentNode: builder.top.node, target: target, role: role)
    anchors(node, ofProvision: false)
  }

  var isInRecital: Bool { builder.provisions[Int(builder.provision)].kind == .recital }

  mutating func appendReference(
    _ node: XMLNode, contentNode: UInt32, target: XMLAttribute?, role: ReferenceRole
  ) {
    let range = target.map { builder.string($0) } ?? .empty
    if !range.isEmpty { marksReferences = true }
    var reference = Reference(
      role: role, form: range.isEmpty ? .none : .iri, source: builder.provision, node: contentNode, target: range,
      start: node.offset, end: node.endOffset)
    if let target, target.offset != .max {
      reference.targetStart = target.offset
      reference.targetEnd = target.offset + target.count
    }
    builder.references.append(reference)
  }

  /// Identifiers and marks of an element: `eId` and its like, `refersTo`, `period`, `as`, `source`, `by`.
  mutating func anchors(_ node: XMLNode, ofProvision: Bool) {
    if let identifier = identifierAttribute(node) {
      let known = identifier.offset != .max
      builder.anchors.append(
        Anchor(
          name: builder.string(identifier), provision: builder.provision,
          start: known ? identifier.offset : node.offset,
          end: known ? identifier.offset + identifier.count : node.offset + 1, isOfProvision: ofProvision))
    }
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)] {
      switch tables.roles[Int(attribute.name)] {
      case .refersTo, .actorAs, .byMark: marks(attribute, node)
      case .period:
        marks(attribute, node)
        // On a document or its body a period is that of the whole.
        let index = Int(builder.provision)
        if builder.top.kind == .provision, index == 0 || builder.provisions[index].kind == .component,
          let interval = metadata.time.interval(local(attribute), at: node.offset)
        {
          builder.withProvision(index) { $0.validity = interval }
        }
      case .alias:
        // An empty range: it is no identifier of its own, so it may stand on another element too.
        builder.anchors.append(
          Anchor(
            name: builder.string(attribute), provision: builder.provision, start: node.offset, end: node.offset,
            isOfProvision: false))
      default: break
      }
    }
  }

  /// One marker reference for each `#name` of the attribute.
  mutating func marks(_ attribute: XMLAttribute, _ node: XMLNode) {
    let bytes = tree.values[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    let known = attribute.offset != .max
    for word in bytes.split(separator: 0x20) where word.first == UInt8(ascii: "#") && word.count > 1 {
      var mark = Reference(
        role: .marker, form: .iri, source: builder.provision, node: 0, target: builder.string(word),
        start: node.offset, end: node.offset + 1)
      if known {
        mark.targetStart = attribute.offset + UInt32(word.startIndex - bytes.startIndex)
        mark.targetEnd = mark.targetStart + UInt32(word.count)
      }
      builder.references.append(mark)
    }
  }
}
