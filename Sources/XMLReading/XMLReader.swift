package import Diagnostics
internal import CLibXML2

/// A libxml2 parser with its dictionary, reused for every document that one worker reads.
///
/// Nothing but the given bytes is ever read: no document type, catalogue, inclusion or entity is fetched, by file or by
/// network; the files of a schema are handed over too (``SchemaSource``). libxml2's traps and the reasons for each setting stand in ARCHITECTURE.md.
@safe package struct XMLReader: ~Copyable {
  private let context: xmlParserCtxtPtr
  private var builder: TreeBuilder
  private var recoded = SourceBuffer()

  /// No document may be larger: offsets are 32 bits, and libxml2 counts in `Int32`.
  package static let largestDocument = 512 << 20
  /// No start tag may hold more attributes: libxml2 compares each with each.
  package static let mostAttributes = 1000

  // No HUGE: depth beyond 256 and values beyond 10 MB are clean errors without it. NOENT, because `&amp;` in an
  // attribute would arrive as `&#38;` without it; expansion is bounded in `TreeBuilder.entity`.
  static let options = Int32(
    bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_BIG_LINES.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue)

  /// To be called once before any worker starts: libxml2's own set-up is not thread safe.
  package static func prepareLibrary() {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { location, _, context in unsafe schemaFile(location, context) }
  }

  /// A reader that keeps the attributes which `keep` wants: most attributes of real law are the publisher's own bookkeeping,
  /// and leaving them out saves a tenth of the time and a fifth of the memory.
  package init(keeping keep: @escaping @Sendable (QualifiedName) -> Bool = { _ in true }) {
    guard let context = unsafe xmlNewParserCtxt() else {
      preconditionFailure("libxml2 has no memory for a parser context")
    }
    unsafe self.context = context
    unsafe builder = TreeBuilder(context, keeping: keep)
  }

  deinit { unsafe xmlFreeParserCtxt(context) }

  /// Reads a document. A fault yields what stands before it, one diagnostic, and `isWellFormed == false`.
  package mutating func read(_ source: borrowing SourceBuffer, file: SourceFile.ID) -> Diagnosed<XMLTree> {
    if source.count > Self.largestDocument {
      return refuse("limit-exceeded", "the file is larger than 512 MB", at: 0, file: file)
    }
    switch source.withBytes(encodingVerdict) {
    case .refused(let rule, let message):
      return refuse(rule, message, at: 0, file: file)
    case .utf8:
      return parse(source, encoding: nil, file: file)
    case .transcode(let label, let name, let skip):
      let (utf8, failure) = transcode(source.copy(), from: name, skip: skip)
      if let failure {
        return refuse(
          "malformed-xml", "byte \(failure) means nothing in the declared encoding \(label)",
          at: UInt32(clamping: utf8.count), file: file, encoding: label)
      }
      var buffer = SourceBuffer()
      swap(&buffer, &recoded)
      buffer.load(utf8)
      let result = parse(buffer, encoding: label, file: file)
      swap(&buffer, &recoded)
      return result
    }
  }

  private func refuse(
    _ rule: String, _ message: String, at offset: UInt32, file: SourceFile.ID, encoding: String? = nil
  ) -> Diagnosed<XMLTree> {
    Diagnosed(
      .empty,
      [
        Diagnostic(
          rule: rule, severity: .error, message: message,
          range: SourceRange(file: file, start: offset, end: offset + 1))
      ])
  }

  private mutating func parse(
    _ source: borrowing SourceBuffer, encoding: String?, file: SourceFile.ID
  ) -> Diagnosed<XMLTree> {
    builder.reset(sourceSize: source.count)
    var wellFormed = false
    if let flood = source.withBytes(attributeFlood) {
      builder.fault = ParseFault(
        rule: "limit-exceeded", message: "a start tag holds more than \(Self.mostAttributes) attributes", offset: flood)
      builder.faultCount = 1
    } else {
      wellFormed = run(source)
    }
    builder.finish(sourceSize: source.count)
    if wellFormed, builder.fault != nil { wellFormed = false }
    if !wellFormed, builder.fault == nil {
      builder.fault = ParseFault(rule: "malformed-xml", message: "not well formed", offset: 0)
    }
    var diagnostics: [Diagnostic] = []
    if let fault = builder.fault {
      let start = UInt32(clamping: min(fault.offset, source.count))
      let more = builder.faultCount - 1
      diagnostics.append(
        Diagnostic(
          rule: fault.rule, severity: .error, message: fault.message,
          range: SourceRange(file: file, start: start, end: start + 1),
          witness: more > 0 ? [Witness("and \(more) further \(more == 1 ? "fault" : "faults") in this file")] : []))
    }
    let tree = XMLTree(
      nodes: builder.nodes.snapshot(), attributes: builder.attributes.snapshot(), text: builder.text.snapshot(),
      values: builder.values.snapshot(), names: builder.symbols.names, instructions: builder.instructions,
      commentCount: builder.commentCount, isWellFormed: wellFormed, encoding: encoding)
    return Diagnosed(tree, diagnostics)
  }

  private mutating func run(_ source: borrowing SourceBuffer) -> Bool {
    let context = unsafe self.context
    unsafe withUnsafeMutablePointer(to: &builder) { builder in
      unsafe context.pointee.sax.pointee = saxHandler()
      // Never the context itself: libxml2 would then resolve entities on its own.
      unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
      let length = Int32(clamping: source.count)
      unsafe source.base.withMemoryRebound(to: CChar.self, capacity: source.count) { bytes in
        if let document = unsafe xmlCtxtReadMemory(context, bytes, length, nil, nil, XMLReader.options) {
          unsafe xmlFreeDoc(document)
        }
      }
      if let left = unsafe context.pointee.myDoc {
        unsafe xmlFreeDoc(left)
        unsafe context.pointee.myDoc = nil
      }
      unsafe context.pointee.userData = UnsafeMutableRawPointer(context)
    }
    return unsafe context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
  }
}

private func builder(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
  unsafe data?.assumingMemoryBound(to: TreeBuilder.self)
}

private func saxHandler() -> xmlSAXHandler {
  var sax = unsafe xmlSAXHandler()
  unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe sax.startElementNs = { data, local, _, space, _, _, count, _, raw in
    guard let b = unsafe builder(data), let local = unsafe local else { return }
    unsafe b.pointee.start(local, space, Int(count), raw)
  }
  unsafe sax.endElementNs = { data, _, _, _ in
    if let b = unsafe builder(data) { unsafe b.pointee.end() }
  }
  unsafe sax.characters = { data, bytes, n in
    if let b = unsafe builder(data), let bytes = unsafe bytes { unsafe b.pointee.characters(bytes, Int(n)) }
  }
  unsafe sax.ignorableWhitespace = sax.characters
  unsafe sax.cdataBlock = sax.characters
  unsafe sax.comment = { data, _ in
    if let b = unsafe builder(data) { unsafe b.pointee.comment() }
  }
  unsafe sax.processingInstruction = { data, target, body in
    if let b = unsafe builder(data) { unsafe b.pointee.instruction(target, body) }
  }
  unsafe sax.entityDecl = { data, name, type, _, _, _ in
    if let b = unsafe builder(data) { unsafe b.pointee.declareEntity(name, type: type) }
  }
  unsafe sax.notationDecl = { data, _, publicIdentifier, systemIdentifier in
    let isIdentified = unsafe publicIdentifier != nil || systemIdentifier != nil
    if let b = unsafe builder(data) { unsafe b.pointee.declareNotation(isIdentified: isIdentified) }
  }
  unsafe sax.getEntity = { data, name in
    guard let b = unsafe builder(data) else { return nil }
    return unsafe b.pointee.entity(name)
  }
  unsafe sax.serror = { data, error in
    if let b = unsafe builder(data), let error = unsafe error { unsafe b.pointee.report(UnsafePointer(error)) }
  }
  return unsafe sax
}

/// The offset of a start tag with more than ``XMLReader/mostAttributes`` attributes, if there is one.
///
/// Such a tag is longer than 5,000 bytes and holds no `<`, so the search looks back for a `<` every 5,000 bytes and
/// reads a stretch only where none is found: it costs nothing on real documents.
private func attributeFlood(_ bytes: Span<UInt8>) -> Int? {
  let stretch = XMLReader.mostAttributes * 5
  var from = 0
  while from + stretch < bytes.count {
    var i = from + stretch
    while i > from, bytes[i] != UInt8(ascii: "<") { i -= 1 }
    if i > from {
      from = i
      continue
    }
    let next = bytes[from + 1]
    if bytes[from] == UInt8(ascii: "<"), next != UInt8(ascii: "!"), next != UInt8(ascii: "?"), next != UInt8(ascii: "/")
    {
      var quote: UInt8 = 0
      var count = 0
      var k = from + 1
      while k < bytes.count {
        let c = bytes[k]
        if quote != 0 {
          if c == quote { quote = 0 }
        } else if c == 0x22 || c == 0x27 {
          quote = c
        } else if c == UInt8(ascii: ">") {
          break
        } else if c == UInt8(ascii: "=") {
          count += 1
          if count > XMLReader.mostAttributes { return from }
        }
        k += 1
      }
      from = max(k, from + 1)
    } else {
      from += stretch
      while from < bytes.count, bytes[from] != UInt8(ascii: "<") { from += 1 }
    }
  }
  return nil
}
