import XMLReading

/// Writes markup as XML 1.0 in UTF-8.
///
/// Names keep their namespaces, not their prefixes: that of the root element is the default, each other one gets a prefix that
/// the root declares. Comments and processing instructions of the source are not in the tree.
package struct MarkupWriter {
  private let tree: MarkupTree
  private var out: [UInt8] = []
  private var prefixes: [String: String] = ["http://www.w3.org/XML/1998/namespace": "xml"]
  private let root: MarkupTree.NodeID
  private let home: String

  private init(_ tree: MarkupTree, _ root: MarkupTree.NodeID) {
    self.tree = tree
    self.root = root
    home = root == MarkupTree.none ? "" : tree.qualifiedName(root).namespace
  }

  package static func xml(_ tree: MarkupTree) -> [UInt8] { xml(tree, of: tree.root) }

  /// A document of which an element is the root.
  package static func xml(_ tree: MarkupTree, of root: MarkupTree.NodeID) -> [UInt8] {
    var writer = MarkupWriter(tree, root)
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if root != MarkupTree.none { writer.node(root, isRoot: true) }
    writer.write("\n")
    return writer.out
  }

  private mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

  private mutating func node(_ node: MarkupTree.NodeID, isRoot: Bool = false) {
    if tree.isText(node) {
      escape(tree.bytes[tree.textRange(node)], isValue: false)
      return
    }
    if isRoot { nameForeignSpaces() }
    let name = printed(tree.qualifiedName(node), isAttribute: false)
    write("<" + name)
    if isRoot {
      if !home.isEmpty { attribute("xmlns", Array(home.utf8)[...]) }
      for (space, prefix) in prefixes.sorted(by: { $0.value < $1.value }) where prefix != "xml" {
        attribute("xmlns:" + prefix, Array(space.utf8)[...])
      }
    }
    let item = tree.nodes[Int(node)]
    for k in Int(item.start)..<Int(item.start + item.count) {
      let value = tree.attributes[k]
      attribute(
        printed(tree.names[Int(value.name)], isAttribute: true),
        tree.bytes[Int(value.start)..<Int(value.start + value.count)])
    }
    guard item.first != MarkupTree.none else {
      write("/>")
      return
    }
    write(">")
    for child in tree.children(node) { self.node(child) }
    write("</" + name + ">")
  }

  private mutating func attribute(_ name: String, _ value: ArraySlice<UInt8>) {
    write(" " + name + "=\"")
    escape(value, isValue: true)
    write("\"")
  }

  /// Gives each namespace but that of the root a prefix, in the order in which they occur.
  private mutating func nameForeignSpaces() {
    var spaces: [String] = []
    tree.each(root) { node in
      guard !tree.isText(node) else { return }
      let item = tree.nodes[Int(node)]
      let own = [tree.qualifiedName(node).namespace == home ? "" : tree.qualifiedName(node).namespace]
      let others = (Int(item.start)..<Int(item.start + item.count)).map {
        tree.names[Int(tree.attributes[$0].name)].namespace
      }
      for space in own + others where !space.isEmpty && prefixes[space] == nil && !spaces.contains(space) {
        spaces.append(space)
      }
    }
    for (k, space) in spaces.enumerated() { prefixes[space] = "ns\(k + 1)" }
  }

  private func printed(_ name: QualifiedName, isAttribute: Bool) -> String {
    if name.namespace.isEmpty || (!isAttribute && name.namespace == home) { return name.local }
    return (prefixes[name.namespace] ?? "ns0") + ":" + name.local
  }

  private mutating func escape(_ text: ArraySlice<UInt8>, isValue: Bool) {
    for byte in text {
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      case 0x3E: write("&gt;")
      case 0x0D: write("&#13;")
      case 0x22 where isValue: write("&quot;")
      case 0x0A where isValue: write("&#10;")
      case 0x09 where isValue: write("&#9;")
      default: out.append(byte)
      }
    }
  }
}
