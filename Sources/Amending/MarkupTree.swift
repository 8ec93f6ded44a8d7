package import XMLReading

/// A document's markup as it can be changed: what amendments are carried out on.
///
/// Nodes lie in one array and are named by their index; a node that was taken out stays in the array and is nobody's child.
/// Text and attribute values lie in one buffer of bytes, which only grows. Unlike ``XMLTree`` the tree is not in the order
/// of its source: children hang together by their links.
package struct MarkupTree: Sendable {
  /// The index of a node. ``MarkupTree/none`` is no node.
  package typealias NodeID = Int32
  package static let none: NodeID = -1

  struct Node: Sendable, BitwiseCopyable {
    /// Index into ``MarkupTree/names``; zero is text.
    var name: UInt32
    var parent = MarkupTree.none
    var first = MarkupTree.none
    var last = MarkupTree.none
    var previous = MarkupTree.none
    var next = MarkupTree.none
    /// Text: its bytes in the buffer. Element: its attributes in ``MarkupTree/attributes``.
    var start: UInt32
    var count: UInt32
    /// The instruction that wrote the node; ``Instruction/ID/none`` where it stood there from the beginning.
    var origin: Int32 = -1
  }

  struct Attribute: Sendable, BitwiseCopyable {
    var name: UInt32
    var start: UInt32
    var count: UInt32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  package private(set) var names: [QualifiedName]
  private var nameIndex: [QualifiedName: UInt32] = [:]
  package private(set) var root = MarkupTree.none

  /// The markup of a document that was read with all its attributes.
  package init(_ tree: XMLTree) {
    names = tree.names
    for (i, name) in names.enumerated() { nameIndex[name] = UInt32(i) }
    nodes.reserveCapacity(tree.nodes.count)
    bytes = tree.text + tree.values
    let shift = UInt32(tree.text.count)
    attributes = tree.attributes.map { Attribute(name: $0.name, start: $0.start + shift, count: $0.count) }
    var open: [(node: NodeID, end: Int)] = []
    for (i, item) in tree.nodes.enumerated() {
      while let top = open.last, top.end <= i { open.removeLast() }
      let id = NodeID(nodes.count)
      nodes.append(Node(name: item.name, start: item.dataStart, count: item.dataCount))
      if let top = open.last { append(id, to: top.node) } else { root = id }
      if !item.isText { open.append((id, Int(item.end))) }
    }
  }

  /// Markup that holds nothing yet.
  package init() { names = [QualifiedName(namespace: "", local: "#text")] }

  /// Puts the markup of a further document beside what is there, and returns its root; nobody's child yet.
  package mutating func adopt(_ tree: XMLTree) -> NodeID {
    let renamed = tree.names.enumerated().map { $0.offset == 0 ? 0 : intern($0.element) }
    let (textShift, valueShift) = (UInt32(bytes.count), UInt32(bytes.count + tree.text.count))
    let (nodeShift, attributeShift) = (nodes.count, UInt32(attributes.count))
    bytes.append(contentsOf: tree.text)
    bytes.append(contentsOf: tree.values)
    for item in tree.attributes {
      attributes.append(
        Attribute(name: renamed[Int(item.name)], start: item.start + valueShift, count: item.count))
    }
    var open: [(node: NodeID, end: Int)] = []
    for (i, item) in tree.nodes.enumerated() {
      while let top = open.last, top.end <= i { open.removeLast() }
      let id = NodeID(nodeShift + i)
      nodes.append(
        Node(
          name: renamed[Int(item.name)], start: item.dataStart + (item.isText ? textShift : attributeShift),
          count: item.dataCount))
      if let top = open.last { append(id, to: top.node) }
      if !item.isText { open.append((id, Int(item.end))) }
    }
    return tree.nodes.isEmpty ? Self.none : NodeID(nodeShift)
  }

  // MARK: Looking

  package func isText(_ node: NodeID) -> Bool { nodes[Int(node)].name == 0 }

  /// The local name of an element; "#text" for a text.
  package func name(_ node: NodeID) -> String { names[Int(nodes[Int(node)].name)].local }

  package func qualifiedName(_ node: NodeID) -> QualifiedName { names[Int(nodes[Int(node)].name)] }

  package func parent(_ node: NodeID) -> NodeID { nodes[Int(node)].parent }

  package func next(_ node: NodeID) -> NodeID { nodes[Int(node)].next }

  package func firstChild(_ node: NodeID) -> NodeID { nodes[Int(node)].first }

  /// The instruction that wrote a node, or the one that wrote what holds it.
  package func origin(_ node: NodeID) -> Int32 { nodes[Int(node)].origin }

  package func children(_ node: NodeID) -> [NodeID] {
    var out: [NodeID] = []
    var child = nodes[Int(node)].first
    while child != Self.none {
      out.append(child)
      child = nodes[Int(child)].next
    }
    return out
  }

  /// The child elements with a local name.
  package func elements(_ node: NodeID, named name: String) -> [NodeID] {
    children(node).filter { !isText($0) && self.name($0) == name }
  }

  package func firstElement(_ node: NodeID, named name: String) -> NodeID? {
    var child = nodes[Int(node)].first
    while child != Self.none {
      if !isText(child), self.name(child) == name { return child }
      child = nodes[Int(child)].next
    }
    return nil
  }

  /// The value of the attribute with a local name in no namespace.
  package func attribute(_ node: NodeID, _ name: String) -> String? {
    guard let index = nameIndex[QualifiedName(namespace: "", local: name)] else { return nil }
    return attribute(node, index)
  }

  package func attribute(_ node: NodeID, namespace: String, _ name: String) -> String? {
    guard let index = nameIndex[QualifiedName(namespace: namespace, local: name)] else { return nil }
    return attribute(node, index)
  }

  private func attribute(_ node: NodeID, _ index: UInt32) -> String? {
    let item = nodes[Int(node)]
    guard item.name != 0 else { return nil }
    for k in Int(item.start)..<Int(item.start + item.count) where attributes[k].name == index {
      return string(attributes[k].start, attributes[k].count)
    }
    return nil
  }

  func string(_ start: UInt32, _ count: UInt32) -> String {
    String(decoding: bytes[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  /// All text below a node, as it stands.
  package func text(_ node: NodeID) -> String {
    String(decoding: texts(node).flatMap { bytes[textRange($0)] }, as: UTF8.self)
  }

  /// The text nodes below a node, or itself, in order.
  package func texts(_ node: NodeID) -> [NodeID] {
    var out: [NodeID] = []
    each(node) { if isText($0) { out.append($0) } }
    return out
  }

  func textRange(_ node: NodeID) -> Range<Int> {
    Int(nodes[Int(node)].start)..<Int(nodes[Int(node)].start + nodes[Int(node)].count)
  }

  /// A node and all that is below it, in the order of the document.
  package func each(_ node: NodeID, _ body: (NodeID) -> Void) {
    var at = node
    while true {
      body(at)
      if nodes[Int(at)].first != Self.none {
        at = nodes[Int(at)].first
        continue
      }
      while at != node, nodes[Int(at)].next == Self.none { at = nodes[Int(at)].parent }
      if at == node { return }
      at = nodes[Int(at)].next
    }
  }

  /// Whether `outer` is a node or holds it.
  package func holds(_ outer: NodeID, _ node: NodeID) -> Bool {
    var at = node
    while at != Self.none {
      if at == outer { return true }
      at = nodes[Int(at)].parent
    }
    return false
  }

  // MARK: Changing

  mutating func intern(_ name: QualifiedName) -> UInt32 {
    if let known = nameIndex[name] { return known }
    let index = UInt32(names.count)
    names.append(name)
    nameIndex[name] = index
    return index
  }

  mutating func store(_ text: some Sequence<UInt8>) -> (start: UInt32, count: UInt32) {
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: text)
    return (start, UInt32(bytes.count) - start)
  }

  /// A text that is nobody's child yet.
  package mutating func makeText(_ text: some Sequence<UInt8>, origin: Int32 = -1) -> NodeID {
    let place = store(text)
    nodes.append(Node(name: 0, start: place.start, count: place.count, origin: origin))
    return NodeID(nodes.count - 1)
  }

  /// An element that is nobody's child yet.
  package mutating func makeElement(_ name: QualifiedName, _ values: [(String, String)] = []) -> NodeID {
    let index = intern(name)
    let first = UInt32(attributes.count)
    for (key, value) in values {
      let place = store(value.utf8)
      attributes.append(
        Attribute(
          name: intern(QualifiedName(namespace: "", local: key)), start: place.start, count: place.count))
    }
    nodes.append(Node(name: index, start: first, count: UInt32(values.count)))
    return NodeID(nodes.count - 1)
  }

  /// Sets an attribute in no namespace; `nil` takes it away.
  package mutating func setAttribute(_ node: NodeID, _ name: String, _ value: String?) {
    let index = intern(QualifiedName(namespace: "", local: name))
    let item = nodes[Int(node)]
    // A slice would hold on to the whole array, which then could not grow in place.
    let old = Array(attributes[Int(item.start)..<Int(item.start + item.count)])
    if let value {
      let place = store(value.utf8)
      let new = Attribute(name: index, start: place.start, count: place.count)
      if let k = old.firstIndex(where: { $0.name == index }) {
        attributes[Int(item.start) + k] = new
        return
      }
      nodes[Int(node)].start = UInt32(attributes.count)
      nodes[Int(node)].count += 1
      attributes.append(contentsOf: old + [new])
    } else if old.contains(where: { $0.name == index }) {
      nodes[Int(node)].start = UInt32(attributes.count)
      nodes[Int(node)].count -= 1
      attributes.append(contentsOf: old.filter { $0.name != index })
    }
  }

  package mutating func append(_ node: NodeID, to parent: NodeID) {
    insert(node, into: parent, behind: nodes[Int(parent)].last)
  }

  /// Puts a node that is nobody's child behind a child of `parent`; behind ``none`` is first.
  package mutating func insert(_ node: NodeID, into parent: NodeID, behind previous: NodeID) {
    let next = previous == Self.none ? nodes[Int(parent)].first : nodes[Int(previous)].next
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previous = previous
    nodes[Int(node)].next = next
    if previous == Self.none { nodes[Int(parent)].first = node } else { nodes[Int(previous)].next = node }
    if next == Self.none { nodes[Int(parent)].last = node } else { nodes[Int(next)].previous = node }
  }

  package mutating func insert(_ node: NodeID, before next: NodeID) {
    insert(node, into: nodes[Int(next)].parent, behind: nodes[Int(next)].previous)
  }

  package mutating func insert(_ node: NodeID, behind previous: NodeID) {
    insert(node, into: nodes[Int(previous)].parent, behind: previous)
  }

  /// Takes a node, with what is below it, out of its parent.
  package mutating func remove(_ node: NodeID) {
    let item = nodes[Int(node)]
    guard item.parent != Self.none else { return }
    if item.previous == Self.none {
      nodes[Int(item.parent)].first = item.next
    } else {
      nodes[Int(item.previous)].next = item.next
    }
    if item.next == Self.none {
      nodes[Int(item.parent)].last = item.previous
    } else {
      nodes[Int(item.next)].previous = item.previous
    }
    nodes[Int(node)].parent = Self.none
    nodes[Int(node)].previous = Self.none
    nodes[Int(node)].next = Self.none
  }

  /// A copy of a node of another tree, with all that is below it; nobody's child yet.
  ///
  /// - Parameter origin: the instruction that writes the copy.
  package mutating func copy(_ node: NodeID, from other: borrowing MarkupTree, origin: Int32) -> NodeID {
    let source = other.nodes[Int(node)]
    if source.name == 0 { return makeText(other.bytes[other.textRange(node)], origin: origin) }
    let name = intern(other.names[Int(source.name)])
    let first = UInt32(attributes.count)
    for attribute in other.attributes[Int(source.start)..<Int(source.start + source.count)] {
      let place = store(other.bytes[Int(attribute.start)..<Int(attribute.start + attribute.count)])
      attributes.append(
        Attribute(name: intern(other.names[Int(attribute.name)]), start: place.start, count: place.count))
    }
    nodes.append(Node(name: name, start: first, count: source.count, origin: origin))
    let made = NodeID(nodes.count - 1)
    for child in other.children(node) { append(copy(child, from: other, origin: origin), to: made) }
    return made
  }
}
