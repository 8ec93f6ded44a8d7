import Diagnostics
import Provisions
import XMLReading

/// Turns a walk over an XML tree into the flat arrays of a ``LegalDocument``.
///
/// A reader opens and closes provisions and content nodes in the order of the source; the builder keeps the nesting,
/// the flags that writers need, and the invariant that no text is lost.
struct DocumentBuilder {
  let tree: XMLTree
  let file: SourceFile
  private(set) var provisions: [Provision] = []
  private(set) var content: [ContentNode] = []
  var strings: [UInt8] = []
  private(set) var words: [String] = [""]
  private var wordIndex: [String: UInt16] = [:]
  /// By name: the word's index, or the largest value where it was not asked for.
  private var wordByName: [UInt16]
  var references: [Reference] = []
  var notes: [Note] = []
  var anchors: [Anchor] = []
  /// Marks of notes, by content node, whose notes are still to be found.
  var pendingMarks: [(node: UInt32, name: String)] = []
  private var unmapped: [UInt32: UnmappedElement] = [:]
  private var frames: [Frame] = []
  /// The innermost open provision.
  private(set) var provision: UInt32 = 0
  /// How many quotations are open.
  private(set) var quotationDepth = 0

  struct Frame {
    var node: UInt32
    var kind: ContentKind
    /// The provision to return to.
    var outer: UInt32
    /// Tree index at which the frame closes.
    var treeEnd: Int
    /// Level of a group made by a heading; 0 for anything that the markup nests.
    var level: UInt8 = 0
    var holdsBlock = false
    var holdsText = false
  }

  init(tree: XMLTree, file: SourceFile, word: String) {
    self.tree = tree
    self.file = file
    wordByName = Array(repeating: .max, count: tree.names.count)
    provisions.reserveCapacity(tree.nodes.count / 8 + 8)
    content.reserveCapacity(tree.nodes.count)
    frames.reserveCapacity(64)
    _ = openProvision(.document, word: self.word(word), offset: 0, treeEnd: .max)
    provisions[0].sourceEnd = tree.nodes.first?.endOffset ?? 0
  }

  var top: Frame { frames[frames.count - 1] }
  var depth: Int { frames.count }

  // MARK: Opening and closing

  /// Opens a provision below the innermost open one; the caller sets what the markup says of it.
  mutating func openProvision(
    _ kind: ProvisionKind, word: UInt16, offset: UInt32, treeEnd: Int, level: UInt8 = 0
  ) -> Int {
    let index = provisions.count
    var new = Provision(
      kind: kind, word: word, parent: provision, contentStart: UInt32(content.count), sourceStart: offset)
    if quotationDepth > 0 { new.traits.insert(.quoted) }
    provisions.append(new)
    push(ContentNode(kind: .provision, offset: offset, start: UInt32(index)), treeEnd: treeEnd, level: level)
    provision = UInt32(index)
    return index
  }

  mutating func open(_ node: ContentNode, treeEnd: Int) {
    if node.kind == .quotation { quotationDepth += 1 }
    push(node, treeEnd: treeEnd, level: 0)
  }

  private mutating func push(_ node: ContentNode, treeEnd: Int, level: UInt8) {
    frames.append(
      Frame(node: UInt32(content.count), kind: node.kind, outer: provision, treeEnd: treeEnd, level: level))
    content.append(node)
  }

  /// Closes every frame that ends at or before a tree index.
  mutating func close(before index: Int) {
    while frames.count > 1, top.treeEnd <= index { closeTop(sourceEnd: nil) }
  }

  /// Closes the groups that a heading of `level` ends, if they are the innermost open frames.
  mutating func closeGroups(downTo level: UInt8, at offset: UInt32) {
    while frames.count > 1, top.level >= level, top.level > 0 { closeTop(sourceEnd: offset) }
  }

  private mutating func closeTop(sourceEnd: UInt32?) {
    let last = frames.count - 1
    let frame = frames[last]
    frames.removeLast()
    let node = Int(frame.node)
    let end = UInt32(content.count)
    content[node].close(at: end, holdsBlock: frame.holdsBlock, holdsText: frame.holdsText)
    switch frame.kind {
    case .provision:
      let index = Int(content[node].start)
      provisions[index].close(at: end, before: UInt32(provisions.count), sourceEnd: sourceEnd)
      provision = frame.outer
    case .number: setNumber(node)
    case .heading:
      if provisions[Int(provision)].headingNode == 0 { provisions[Int(provision)].headingNode = UInt32(node) }
    case .quotation: quotationDepth -= 1
    default: break
    }
    if last > 0 { frames[last - 1].hold(frame) }
  }

  private mutating func setNumber(_ node: Int) {
    let index = Int(provision)
    guard index > 0, provisions[index].numberNode == 0 else { return }
    provisions[index].numberNode = UInt32(node)
    let range = textRange(of: node)
    let span = NumberText.extract(tree.text, range)
    provisions[index].number = innermost(span.number, of: index)
    if span.isStretch { provisions[index].traits.insert(.stretch) }
  }

  /// A unit may repeat the number of the unit that holds it: "3.05(2)" in section 3.05 is subsection 2.
  private func innermost(_ number: TextRange, of index: Int) -> TextRange {
    let bytes = tree.text[number.indices]
    let outer = provisions[Int(provisions[index].parent)].number
    guard !outer.isEmpty, let bracket = bytes.firstIndex(of: UInt8(ascii: "(")),
      bytes[..<bracket].elementsEqual(tree.text[outer.indices])
    else { return number }
    let inner = bytes[(bracket + 1)...].prefix { $0 != UInt8(ascii: ")") }
    return inner.isEmpty ? number : TextRange(start: UInt32(inner.startIndex), count: UInt32(inner.count))
  }

  /// The bytes of all text below a node: they lie together in the buffer.
  func textRange(of node: Int) -> TextRange {
    var start: UInt32?
    var end: UInt32 = 0
    for i in node..<content.count where content[i].kind == .text {
      if start == nil { start = content[i].start }
      end = content[i].start + content[i].count
    }
    guard let start else { return .empty }
    return TextRange(start: start, count: end - start)
  }

  // MARK: Leaves

  /// Adds a text of the tree, exactly. White space between blocks is layout of the source and is left out.
  mutating func text(_ node: XMLNode) {
    guard node.dataCount > 0 else { return }
    let blank = isBlank(node)
    let last = frames.count - 1
    if blank, Self.isBetweenBlocks(frames[last].kind) { return }
    var item = ContentNode(kind: .text, offset: node.offset, start: node.dataStart, count: node.dataCount)
    if blank { item.flags.insert(.blank) } else { frames[last].holdsText = true }
    item.end = UInt32(content.count + 1)
    content.append(item)
  }

  private func isBlank(_ node: XMLNode) -> Bool {
    let span = tree.text.span
    for i in Int(node.dataStart)..<Int(node.dataStart + node.dataCount) where span[i] > 0x20 { return false }
    return true
  }

  private static func isBetweenBlocks(_ kind: ContentKind) -> Bool {
    switch kind {
    case .provision, .region, .list, .table, .tableHead, .tableBody, .row, .quotation, .block: true
    default: false
    }
  }

  /// Adds a node without anything below it.
  mutating func leaf(_ node: ContentNode) {
    var node = node
    node.end = UInt32(content.count + 1)
    if node.kind.isBlock { frames[frames.count - 1].holdsBlock = true }
    content.append(node)
  }

  mutating func withProvision(_ index: Int, _ change: (inout Provision) -> Void) { change(&provisions[index]) }

  mutating func withContent(_ index: Int, _ change: (inout ContentNode) -> Void) { change(&content[index]) }

  /// The content node that the next `open` or `leaf` will get.
  var nextNode: UInt32 { UInt32(content.count) }

  // MARK: Names, strings

  /// The index of a word of the source.
  mutating func word(_ text: String) -> UInt16 {
    if let known = wordIndex[text] { return known }
    guard words.count < Int(UInt16.max) else { return 0 }
    let index = UInt16(words.count)
    words.append(text)
    wordIndex[text] = index
    return index
  }

  /// The same for the name of an element.
  mutating func word(ofName name: UInt32) -> UInt16 {
    let known = wordByName[Int(name)]
    if known != .max { return known }
    let index = word(tree.names[Int(name)].local)
    wordByName[Int(name)] = index
    return index
  }

  /// Keeps bytes of the tree's attribute values.
  mutating func string(_ attribute: XMLAttribute) -> TextRange {
    let start = UInt32(strings.count)
    strings += tree.values[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    return TextRange(start: start, count: attribute.count)
  }

  mutating func string(_ bytes: some Collection<UInt8>) -> TextRange {
    let start = UInt32(strings.count)
    strings += bytes
    return TextRange(start: start, count: UInt32(bytes.count))
  }

  /// Notes an element without treatment.
  mutating func noteUnmapped(_ node: XMLNode) {
    if unmapped[node.name] != nil {
      unmapped[node.name]?.count += 1
    } else {
      let name = tree.names[Int(node.name)]
      unmapped[node.name] = UnmappedElement(
        name: name.local, namespace: name.namespace, count: 1, start: node.offset,
        end: node.offset + 1 + UInt32(name.local.utf8.count))
    }
  }

  /// Whether what is open takes phrases: then an unknown element is one.
  var isInPhrase: Bool { !Self.isBetweenBlocks(top.kind) && top.kind != .cell && top.kind != .listItem }

  // MARK: The document

  /// Closes what is open and hands over the document with its paths.
  ///
  /// - Parameter isWhole: whether all of its text stands in this file.
  mutating func finish(identity: Identity, dialect: String, isWhole: Bool = true) -> LegalDocument {
    let sourceEnd = tree.nodes.first?.endOffset
    while !frames.isEmpty { closeTop(sourceEnd: frames.count == 1 ? sourceEnd : nil) }
    var document = LegalDocument(
      identity: identity, dialect: dialect, file: file.id, text: tree.text, isComplete: tree.isWellFormed && isWhole,
      isCut: !tree.isWellFormed)
    document.path = file.path
    document.provisions = provisions
    document.content = content
    document.strings = strings
    document.words = words
    document.references = references
    document.notes = notes
    document.anchors = anchors
    document.unmapped = unmapped.values.sorted { $0.start < $1.start }
    document.finishPaths()
    return document
  }
}

extension ContentNode {
  @inline(__always)
  fileprivate mutating func close(at end: UInt32, holdsBlock: Bool, holdsText: Bool) {
    self.end = end
    if holdsBlock { flags.insert(.holdsBlock) }
    if holdsText { flags.insert(.holdsText) }
  }
}

extension DocumentBuilder.Frame {
  @inline(__always)
  fileprivate mutating func hold(_ inner: Self) {
    if inner.holdsBlock || inner.kind.isBlock { holdsBlock = true }
    if inner.holdsText { holdsText = true }
  }
}

extension Provision {
  @inline(__always)
  fileprivate mutating func close(at contentEnd: UInt32, before next: UInt32, sourceEnd: UInt32?) {
    subtreeEnd = next
    self.contentEnd = contentEnd
    if let sourceEnd { self.sourceEnd = sourceEnd }
  }
}
