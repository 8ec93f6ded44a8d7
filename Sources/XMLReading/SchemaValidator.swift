internal import CLibXML2

/// Validates documents against a schema: one value for each worker, as libxml2 promises nothing of a schema that several
/// workers use.
///
/// Validity is no condition of anything: it is an optional report. The document is parsed a second time, into libxml2's own
/// tree, from the same bytes and with the same settings, so its elements are those of the ``XMLTree`` in the same order.
@safe package struct SchemaValidator: ~Copyable {
  private let schema: xmlSchemaPtr
  private let context: xmlParserCtxtPtr
  /// The namespace whose documents the schema describes; empty for none.
  package let targetNamespace: String
  /// Of each document so many violations are told, the rest are counted.
  package static let mostViolations = 20

  package init(_ source: SchemaSource) throws(SchemaFault) {
    let schema = try unsafe loadSchema(source)
    guard let context = unsafe xmlNewParserCtxt() else {
      preconditionFailure("libxml2 has no memory for a parser context")
    }
    targetNamespace = unsafe schema.pointee.targetNamespace.map { unsafe String(cString: $0) } ?? ""
    unsafe self.schema = schema
    unsafe self.context = context
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
    unsafe xmlSchemaFree(schema)
  }

  /// Whether the schema describes a document.
  package func describes(_ tree: XMLTree) -> Bool {
    tree.nodes.first.map { tree.names[Int($0.name)].namespace == targetNamespace } ?? false
  }

  /// What is not valid in a document that was read and is well formed.
  package func validate(_ source: borrowing SourceBuffer, _ tree: XMLTree) -> SchemaVerdict {
    guard case .transcode(_, let name, let skip) = source.withBytes(encodingVerdict) else {
      return validate(utf8: source, tree)
    }
    var buffer = SourceBuffer()
    buffer.load(transcode(source.copy(), from: name, skip: skip).utf8)
    return validate(utf8: buffer, tree)
  }

  private func validate(utf8 source: borrowing SourceBuffer, _ tree: XMLTree) -> SchemaVerdict {
    let options = XMLReader.options | Int32(XML_PARSE_NOERROR.rawValue) | Int32(XML_PARSE_NOWARNING.rawValue)
    let document = unsafe source.base.withMemoryRebound(to: CChar.self, capacity: source.count) { bytes in
      unsafe xmlCtxtReadMemory(context, bytes, Int32(clamping: source.count), nil, nil, options)
    }
    guard let document = unsafe document else { return SchemaVerdict() }
    defer { unsafe xmlFreeDoc(document) }
    guard let validator = unsafe xmlSchemaNewValidCtxt(schema) else {
      preconditionFailure("libxml2 has no memory for a validation context")
    }
    defer { unsafe xmlSchemaFreeValidCtxt(validator) }
    var found = FoundViolations()
    unsafe withUnsafeMutablePointer(to: &found) { found in
      unsafe xmlSchemaSetValidStructuredErrors(
        validator,
        { data, error in
          guard let found = unsafe data?.assumingMemoryBound(to: FoundViolations.self), let error = unsafe error else {
            return
          }
          unsafe found.pointee.add(error.pointee)
        }, found)
      unsafe xmlSchemaValidateDoc(validator, document)
    }
    let offsets = unsafe places(of: Set(found.kept.map(\.node)), in: document, tree)
    let violations = found.kept.map { violation in
      let place = offsets[violation.node] ?? tree.nodes.first.map { range(of: $0, tree) } ?? 0..<1
      return SchemaFinding(
        message: plainMessage(violation.message, targetNamespace: targetNamespace), start: place.lowerBound,
        end: place.upperBound)
    }
    return SchemaVerdict(violations: violations, further: found.count - found.kept.count)
  }

  /// Where elements of libxml2's tree stand in the source: both trees hold the same elements in the same order.
  private func places(of wanted: Set<UInt>, in document: xmlDocPtr, _ tree: XMLTree) -> [UInt: Range<UInt32>] {
    guard !wanted.isEmpty else { return [:] }
    var out: [UInt: Range<UInt32>] = [:]
    var next = 0
    var node = unsafe xmlDocGetRootElement(document)
    while let element = unsafe node {
      if unsafe element.pointee.type == XML_ELEMENT_NODE {
        while next < tree.nodes.count, tree.nodes[next].isText { next += 1 }
        guard next < tree.nodes.count else { break }
        let address = UInt(bitPattern: element)
        if wanted.contains(address) {
          out[address] = range(of: tree.nodes[next], tree)
          if out.count == wanted.count { break }
        }
        next += 1
      }
      unsafe node = following(element)
    }
    return out
  }

  /// The node behind one in the order of the document.
  private func following(_ node: xmlNodePtr) -> xmlNodePtr? {
    if unsafe node.pointee.type == XML_ELEMENT_NODE, let child = unsafe node.pointee.children { return unsafe child }
    var at: xmlNodePtr? = unsafe node
    while let here = unsafe at {
      if let next = unsafe here.pointee.next { return unsafe next }
      unsafe at = here.pointee.parent
      if let up = unsafe at, unsafe up.pointee.type != XML_ELEMENT_NODE { return nil }
    }
    return nil
  }

  /// The start tag as far as the name.
  private func range(of node: XMLNode, _ tree: XMLTree) -> Range<UInt32> {
    node.offset..<node.offset + 1 + UInt32(tree.names[Int(node.name)].local.utf8.count)
  }
}

/// What a validation found.
package struct SchemaVerdict: Sendable {
  /// In the order in which the validator met them, at most ``SchemaValidator/mostViolations``.
  package var violations: [SchemaFinding] = []
  /// How many more there are.
  package var further = 0
}

/// One place that is not valid.
package struct SchemaFinding: Sendable {
  package let message: String
  /// Source bytes of the element's tag.
  package let start: UInt32
  package let end: UInt32
}

/// What the validator's callback gathers.
private struct FoundViolations {
  struct Found {
    let node: UInt
    let message: String
  }

  var kept: [Found] = []
  var count = 0
  /// The element whose value a facet has refused.
  private var refused: UInt = 0

  mutating func add(_ error: xmlError) {
    guard unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    var node = unsafe error.node?.assumingMemoryBound(to: xmlNode.self)
    // Of an attribute, the element that bears it.
    if let attribute = unsafe node, unsafe attribute.pointee.type == XML_ATTRIBUTE_NODE {
      unsafe node = attribute.pointee.parent
    }
    let address = UInt(bitPattern: node)
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "not valid"
    // Behind each refusal by a facet stands another, which says only that the type refuses the value too.
    let isFacet = message.contains("[facet '")
    if !isFacet, refused == address, message.contains("is not a valid value of the") {
      refused = 0
      return
    }
    refused = isFacet ? address : 0
    count += 1
    if kept.count < SchemaValidator.mostViolations { kept.append(Found(node: address, message: message)) }
  }
}

private let plainWords = [
  ("missing child element(s)", "child elements are missing"), ("duplicate key-sequence [", "the value ["),
  ("] in unique identity-constraint ", "] stands twice where it must be unique, by the constraint "),
  ("is not a valid value of the local union type", "is not a valid value"),
]

/// libxml2's message without the namespace of the schema on each name, with a tag for "Element 'x'", and short.
func plainMessage(_ written: String, targetNamespace: String) -> String {
  var text = written.split { $0.isWhitespace }.joined(separator: " ")
  if !targetNamespace.isEmpty { text = text.replacing("{\(targetNamespace)}", with: "") }
  text = text.replacing("{http://www.w3.org/XML/1998/namespace}", with: "xml:")
  if let start = text.firstRange(of: "[facet '"), let end = text[start.upperBound...].firstRange(of: "'] ") {
    text.removeSubrange(start.lowerBound..<end.upperBound)
  }
  while text.hasSuffix(".") || text.hasSuffix(" ") { text.removeLast() }
  var rest = Substring(text)
  var place = ""
  if rest.hasPrefix("Element '"), let end = rest.firstRange(of: "'") {
    let name = rest[end.upperBound...].prefix { $0 != "'" }
    place = "<\(name)>"
    rest = rest[name.endIndex...].dropFirst()
    if rest.hasPrefix(", attribute '") {
      let attribute = rest.dropFirst(13).prefix { $0 != "'" }
      place += ", attribute \(attribute)"
      rest = rest[attribute.endIndex...].dropFirst()
    }
    rest = rest.drop { $0 == ":" || $0 == " " }
  }
  var sentence = rest.prefix(1).lowercased() + rest.dropFirst()
  // The sentence names the attribute itself.
  if sentence.hasPrefix("the attribute '"), let comma = place.firstIndex(of: ",") { place = String(place[..<comma]) }
  for (long, short) in plainWords { sentence = sentence.replacing(long, with: short) }
  for (long, short) in [(". Expected is one of ( ", "; expected is one of "), (". Expected is ( ", "; expected is ")] {
    guard let mark = sentence.firstRange(of: long) else { continue }
    let names = sentence[mark.upperBound...].prefix { $0 != ")" }.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.prefix { $0 != " " })
    }
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    sentence = sentence[..<mark.lowerBound] + short + names.prefix(8).joined(separator: ", ") + more
    break
  }
  if !place.isEmpty { sentence = "\(place): \(sentence)" }
  guard sentence.unicodeScalars.count > 240 else { return sentence }
  return String(String.UnicodeScalarView(sentence.unicodeScalars.prefix(240))) + "…"
}
