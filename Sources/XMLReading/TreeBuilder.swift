internal import CLibXML2
internal import CLinux

/// What stopped a document from being read to its end.
struct ParseFault {
  var rule: String
  var message: String
  var offset: Int
}

/// Builds the flat tree from libxml2's SAX2 events: one value for each worker, reached from the C callbacks through
/// the parser's user data.
@safe struct TreeBuilder: ~Copyable {
  var nodes = Column<XMLNode>()
  var attributes = Column<XMLAttribute>()
  var text = Column<UInt8>()
  var values = Column<UInt8>()
  var open = Column<UInt32>(capacity: 256)
  var symbols: SymbolTable
  var instructions: [XMLInstruction] = []
  var commentCount = 0
  /// The first fault; later ones are only counted.
  var fault: ParseFault?
  var faultCount = 0
  private let context: xmlParserCtxtPtr
  /// Where the last tag, comment or instruction ended: text begins there.
  private var markupEnd = 0
  /// What entities may add to a document: a bound against expansion attacks.
  private var entityAllowance = 0

  init(_ context: xmlParserCtxtPtr, keeping keep: @escaping @Sendable (QualifiedName) -> Bool) {
    unsafe self.context = context
    symbols = SymbolTable(keeping: keep)
  }

  mutating func reset(sourceSize n: Int) {
    nodes.clear(reserving: n / 40 + 16)
    attributes.clear(reserving: n / 60 + 16)
    text.clear(reserving: n / 2 + 16)
    values.clear(reserving: n / 4 + 16)
    open.clear(reserving: 64)
    instructions = []
    commentCount = 0
    fault = nil
    faultCount = 0
    markupEnd = 0
    entityAllowance = n + (1 << 16)
  }

  /// How far the parser has come in the source.
  private var cursor: Int {
    guard let input = unsafe context.pointee.input else { return markupEnd }
    return unsafe input.pointee.cur - input.pointee.base + Int(input.pointee.consumed)
  }

  @inline(__always)
  mutating func start(
    _ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?, _ count: Int,
    _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let input = unsafe context.pointee.input, let base = unsafe input.pointee.base,
      let current = unsafe input.pointee.cur
    else { return }
    let used = unsafe current - base
    let consumed = Int(unsafe input.pointee.consumed)
    // `<` cannot occur inside a start tag, so the last one before the cursor opens it. An element out of an entity
    // has no tag of its own in the source: the cursor then stands after the reference, not on `>` or `/`.
    let stop = unsafe current.pointee
    var offset = used
    if stop == UInt8(ascii: ">") || stop == UInt8(ascii: "/"), let tag = unsafe memrchr(base, 0x3C, used) {
      offset = unsafe UnsafeRawPointer(tag) - UnsafeRawPointer(base)
      markupEnd = used + consumed + 1
    } else {
      markupEnd = used + consumed
    }
    let first = attributes.count
    if let raw = unsafe raw {
      let sourceStart = UInt(bitPattern: base)
      var k = 0
      for _ in 0..<count {
        if let name = unsafe raw[k], let begin = unsafe raw[k + 3], let end = unsafe raw[k + 4] {
          let symbol = unsafe symbols.intern(name, raw[k + 2])
          if symbols.keeps[Int(symbol)] {
            let length = unsafe end - begin
            let place = UInt(bitPattern: begin) &- sourceStart
            attributes.append(
              XMLAttribute(
                name: symbol, start: UInt32(truncatingIfNeeded: values.count),
                count: UInt32(truncatingIfNeeded: length),
                offset: place < UInt(used) ? UInt32(truncatingIfNeeded: Int(place) &+ consumed) : .max))
            unsafe values.append(UnsafeBufferPointer(start: begin, count: length))
          }
        }
        k += 5
      }
    }
    let index = UInt32(truncatingIfNeeded: nodes.count)
    unsafe nodes.append(
      XMLNode(
        name: symbols.intern(local, space), end: 0, offset: UInt32(truncatingIfNeeded: offset &+ consumed),
        endOffset: 0, dataStart: UInt32(truncatingIfNeeded: first),
        dataCount: UInt32(truncatingIfNeeded: attributes.count &- first)))
    open.append(index)
  }

  @inline(__always)
  mutating func end() {
    markupEnd = cursor
    guard open.count > 0 else { return }
    close(at: UInt32(truncatingIfNeeded: markupEnd))
  }

  @inline(__always)
  private mutating func close(at offset: UInt32) {
    let i = Int(open[open.count - 1])
    nodes[i].end = UInt32(truncatingIfNeeded: nodes.count)
    nodes[i].endOffset = offset
    open.removeLast()
  }

  mutating func comment() {
    markupEnd = cursor
    commentCount += 1
  }

  mutating func instruction(_ target: UnsafePointer<xmlChar>?, _ data: UnsafePointer<xmlChar>?) {
    let earliest = markupEnd
    markupEnd = cursor
    guard let target = unsafe target else { return }
    let name = unsafe String(cString: target)
    let body = unsafe data.map { unsafe String(cString: $0) } ?? ""
    let begin = max(earliest, instructionStart(name, body))
    instructions.append(
      XMLInstruction(
        target: name, data: body, range: UInt32(truncatingIfNeeded: begin)..<UInt32(truncatingIfNeeded: markupEnd),
        node: UInt32(truncatingIfNeeded: nodes.count)))
  }

  /// Where the instruction before the cursor begins: read backwards, as text may lie between it and the last markup, and
  /// as the white space between its parts is not handed over.
  private func instructionStart(_ target: String, _ data: String) -> Int {
    guard let input = unsafe context.pointee.input, let base = unsafe input.pointee.base else { return 0 }
    var at = unsafe input.pointee.cur - base - 2
    for byte in data.utf8.reversed() {
      at -= 1
      // A line end of two bytes arrives as one.
      if byte == UInt8(ascii: "\n"), at > 0, unsafe base[at] == byte, unsafe base[at - 1] == UInt8(ascii: "\r") {
        at -= 1
      }
    }
    while at > 0, unsafe [0x20, 0x09, 0x0A, 0x0D].contains(base[at - 1]) { at -= 1 }
    return at - target.utf8.count - 2 + Int(unsafe input.pointee.consumed)
  }

  @inline(__always)
  mutating func characters(_ bytes: UnsafePointer<xmlChar>, _ n: Int) {
    let depth = open.count
    if depth == 0 { return }
    let count = nodes.count
    let last = nodes[count - 1]
    // libxml2 hands text over in pieces of 300 bytes and one for each reference: together they are one text. A text
    // is never the parent, so a last node that is text and closes at the end is the previous sibling.
    if last.isText && last.end == UInt32(truncatingIfNeeded: count)
      && last.dataStart &+ last.dataCount
        == UInt32(truncatingIfNeeded: text.count)
      && lastIsChildOfTop(count - 1)
    {
      nodes[count - 1].dataCount &+= UInt32(truncatingIfNeeded: n)
    } else {
      nodes.append(
        XMLNode(
          name: 0, end: UInt32(truncatingIfNeeded: count &+ 1), offset: UInt32(truncatingIfNeeded: markupEnd),
          endOffset: UInt32(truncatingIfNeeded: markupEnd), dataStart: UInt32(truncatingIfNeeded: text.count),
          dataCount: UInt32(truncatingIfNeeded: n)))
      textOwner = open[depth - 1]
    }
    unsafe text.append(UnsafeBufferPointer(start: bytes, count: n))
  }

  /// The element that the most recent text belongs to.
  private var textOwner: UInt32 = .max

  @inline(__always)
  private func lastIsChildOfTop(_ index: Int) -> Bool { textOwner == open[open.count - 1] }

  /// The declaration of an entity: only internal general ones are let through.
  mutating func declareEntity(_ name: UnsafePointer<xmlChar>?, type: Int32) {
    guard type != Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue) else { return }
    let word = unsafe name.map { unsafe String(cString: $0) } ?? ""
    let kind =
      type == Int32(XML_INTERNAL_PARAMETER_ENTITY.rawValue) || type == Int32(XML_EXTERNAL_PARAMETER_ENTITY.rawValue)
      ? "parameter" : "external"
    stop(rule: "refused-entity", "\(kind) entity \"\(word)\" is refused: a document is read from its own bytes only")
  }

  /// The declaration of a notation: libxml2 accepts one without any identifier, the standard does not (production 82).
  mutating func declareNotation(isIdentified: Bool) {
    if !isIdentified { stop(rule: "malformed-xml", "a notation is declared without an identifier") }
  }

  /// An entity that the document declares for itself, as long as all of them together stay within bounds.
  mutating func entity(_ name: UnsafePointer<xmlChar>?) -> xmlEntityPtr? {
    guard let name = unsafe name, let document = unsafe context.pointee.myDoc else { return nil }
    guard let entity = unsafe xmlGetDocEntity(document, name) else { return nil }
    guard unsafe entity.pointee.etype == XML_INTERNAL_GENERAL_ENTITY else { return nil }
    // One byte for the call itself, so that empty entities cannot call each other without end.
    entityAllowance -= Int(unsafe entity.pointee.length) + 1
    if entityAllowance < 0 {
      stop(rule: "refused-entity", "entities expand to more than the document itself")
      return nil
    }
    return unsafe entity
  }

  @inline(never)
  mutating func stop(rule: String, _ message: String) {
    if fault == nil { fault = ParseFault(rule: rule, message: message, offset: cursor) }
    faultCount += 1
    unsafe xmlStopParser(context)
  }

  @inline(never)
  mutating func report(_ error: UnsafePointer<xmlError>) {
    let code = Int32(unsafe error.pointee.code)
    // A warning, unless a text would be lost: an entity that only an unread document type could have declared.
    let undeclared = code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
    // Below fatal, libxml2 also calls things errors that the standard leaves to the application, such as odd addresses.
    let level = unsafe error.pointee.level
    let isNamespace = unsafe error.pointee.domain == Int32(XML_FROM_NAMESPACE.rawValue) && level == XML_ERR_ERROR
    guard undeclared || isNamespace || level == XML_ERR_FATAL else { return }
    faultCount += 1
    // Past a fatal error libxml2 hands over no more tags, but text all the same: it would land in the wrong element.
    if level == XML_ERR_FATAL, let sax = unsafe context.pointee.sax {
      unsafe sax.pointee.characters = nil
      unsafe sax.pointee.ignorableWhitespace = nil
      unsafe sax.pointee.cdataBlock = nil
    }
    guard fault == nil else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well formed"
    fault = Self.fault(code: code, message: message, offset: place(ofFault: code))
  }

  /// Where a fault lies: at the cursor, but an end tag is read whole before it is found to fit no start tag.
  private func place(ofFault code: Int32) -> Int {
    guard code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue), let input = unsafe context.pointee.input,
      let base = unsafe input.pointee.base, let current = unsafe input.pointee.cur,
      let tag = unsafe memrchr(base, 0x3C, current - base)
    else { return cursor }
    return unsafe UnsafeRawPointer(tag) - UnsafeRawPointer(base) + Int(input.pointee.consumed)
  }

  /// Closes what the parser left open, so that a cut tree is still a tree.
  mutating func finish(sourceSize: Int) {
    while open.count > 0 { close(at: UInt32(truncatingIfNeeded: sourceSize)) }
  }
}

extension TreeBuilder {
  fileprivate static func fault(code: Int32, message: String, offset: Int) -> ParseFault {
    var text = message
    while let last = text.unicodeScalars.last, last == "\n" || last == " " || last == "." {
      text.unicodeScalars.removeLast()
    }
    if text.hasPrefix("Excessive depth in document") {
      return ParseFault(rule: "limit-exceeded", message: "elements are nested more than 256 deep", offset: offset)
    }
    if text.contains("XML_PARSE_HUGE") {
      return ParseFault(
        rule: "limit-exceeded", message: "a name, an attribute or an entity is longer than 10 MB", offset: offset)
    }
    if text.unicodeScalars.count > 200 {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(200))) + "…"
    }
    // "Start tag expected" reads on after our colon, so it starts small; "PCDATA" and "EntityRef" keep their capitals.
    let scalars = Array(text.unicodeScalars.prefix(2))
    if scalars.count == 2, scalars[0].properties.isUppercase, !scalars[1].properties.isUppercase,
      !text.hasPrefix("EntityRef"), !text.hasPrefix("CData")
    {
      text = text.prefix(1).lowercased() + text.dropFirst()
    }
    return ParseFault(rule: "malformed-xml", message: text, offset: offset)
  }
}
