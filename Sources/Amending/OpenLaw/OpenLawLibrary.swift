import Provisions
package import XMLReading

/// The law of a jurisdiction in the format of the Open Law engine: codes, acts, and the instructions which acts give.
///
/// Files are put in one by one and then joined: one tree holds them all, so that text moves between documents without
/// being taken apart.
package struct OpenLawLibrary: Sendable {
  typealias NodeID = MarkupTree.NodeID

  var tree = MarkupTree()
  /// By index into the names of the tree.
  private(set) var elements: [OpenLawElement] = []
  private(set) var attributes: [OpenLawAttribute] = []
  /// Documents by their identifier.
  private(set) var documents: [String: NodeID] = [:]
  /// Documents in the order of their files.
  private(set) var documentOrder: [NodeID] = []
  /// The paths of the files, by their root elements.
  private(set) var files: [NodeID: String] = [:]
  private var roots: [String: NodeID] = [:]
  /// Inclusions of other files, with the path of the file that has them.
  private var inclusions: [(node: NodeID, file: String)] = []
  /// What the acts are codified in.
  private(set) var codes: Set<NodeID> = []
  /// Where provisions of acts say that they stand elsewhere.
  private var stubs: [NodeID] = []
  /// The documents that hold instructions or say where their provisions stand in a code: acts.
  private(set) var acts: Set<NodeID> = []

  package init() { classify() }

  /// - Parameter path: from the folder of the library, with "/".
  package mutating func add(_ file: XMLTree, path: String) {
    let first = tree.nodes.count
    let root = tree.adopt(file)
    guard root != MarkupTree.none else { return }
    classify()
    files[root] = path
    roots[path] = root
    var isAct = false
    for node in first..<tree.nodes.count {
      switch elements[Int(tree.nodes[node].name)] {
      case .externalFile: inclusions.append((NodeID(node), path))
      case .stub, .place:
        isAct = true
        stubs.append(NodeID(node))
      case .applicability: isAct = true
      case let element where element.isInstruction: isAct = true
      default: break
      }
    }
    if isAct { acts.insert(root) }
    guard element(root) == .document, let id = value(root, .id), documents[id] == nil else { return }
    documents[id] = root
    documentOrder.append(root)
  }

  /// Puts files into the places where others include them.
  package mutating func join() {
    for (node, file) in inclusions {
      guard let href = value(node, .href) else { continue }
      guard let included = roots[Self.resolve(href, from: file)] else { continue }
      // A collection includes whole documents; they stand by themselves.
      guard element(included) != .document, tree.parent(included) == MarkupTree.none, included != top(node)
      else { continue }
      tree.insert(included, before: node)
      tree.remove(node)
    }
    inclusions = []
    // What acts are parts of is a code, even where editors keep drafts with instructions in it.
    acts = Set(acts.map { top($0) })
    let parts = Set(stubs.map { top($0) })
    codes = Set(stubs.compactMap { value($0, .doc).flatMap { documents[$0] } }).subtracting(parts)
    if codes.isEmpty {
      // Where no act says that it is part of a code, a code is what no act gave a date, and gives no instructions.
      codes = Set(documentOrder.filter { !acts.contains($0) && (effective($0)?.isFirstDay ?? true) })
    }
    acts.subtract(codes)
    stubs = []
  }

  private static func resolve(_ href: String, from file: String) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in href.split(separator: "/") {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// Names that the tree learnt are told apart.
  mutating func classify() {
    for name in tree.names[elements.count...] {
      elements.append(OpenLawElement(name))
      attributes.append(OpenLawAttribute(name))
    }
  }

  /// Gives the file of a node to another one.
  mutating func moveFile(_ path: String, from old: NodeID, to new: NodeID) {
    files[old] = nil
    files[new] = path
  }

  /// An act that got instructions from another.
  mutating func markAct(_ document: NodeID) { acts.insert(document) }

  // MARK: Looking

  func element(_ node: NodeID) -> OpenLawElement { elements[Int(tree.nodes[Int(node)].name)] }

  func value(_ node: NodeID, _ key: OpenLawAttribute) -> String? {
    let item = tree.nodes[Int(node)]
    guard item.name != 0 else { return nil }
    for k in Int(item.start)..<Int(item.start + item.count) {
      let attribute = tree.attributes[k]
      if attributes[Int(attribute.name)] == key { return tree.string(attribute.start, attribute.count) }
    }
    return nil
  }

  /// The first child that is such an element.
  func child(_ node: NodeID, _ wanted: OpenLawElement) -> NodeID? {
    var child = tree.firstChild(node)
    while child != MarkupTree.none {
      if element(child) == wanted { return child }
      child = tree.next(child)
    }
    return nil
  }

  func children(_ node: NodeID, _ wanted: OpenLawElement) -> [NodeID] {
    tree.children(node).filter { element($0) == wanted }
  }

  /// A node's ancestors, itself first.
  func ancestors(_ node: NodeID) -> some Sequence<NodeID> {
    sequence(first: node) {
      let parent = tree.parent($0)
      return parent == MarkupTree.none ? nil : parent
    }
  }

  func ancestor(_ node: NodeID, _ wanted: OpenLawElement) -> NodeID? {
    ancestors(node).first { element($0) == wanted }
  }

  /// The outermost element that holds a node.
  func top(_ node: NodeID) -> NodeID {
    var at = node
    while tree.parent(at) != MarkupTree.none { at = tree.parent(at) }
    return at
  }

  /// The number of a unit, with white space as one space.
  func label(_ node: NodeID) -> String {
    child(node, .number).map { normalized($0) } ?? ""
  }

  /// The text below a node, with white space as one space.
  func normalized(_ node: NodeID) -> String { Self.normalized(tree.text(node)) }

  static func normalized(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the number of a unit is this one, white space aside.
  func hasLabel(_ node: NodeID, _ label: [UInt8]) -> Bool {
    guard let number = child(node, .number) else { return false }
    var at = 0
    for piece in tree.texts(number) {
      for byte in tree.bytes[tree.textRange(piece)] where byte > 0x20 {
        guard at < label.count, label[at] == byte else { return false }
        at += 1
      }
    }
    return at == label.count
  }

  /// The day from which an act takes effect; `nil` if it names none.
  func effective(_ document: NodeID) -> LegalDate? {
    guard let meta = child(document, .meta), let day = child(meta, .effective) else { return nil }
    return LegalDate(normalized(day))
  }
}

extension LegalDate {
  /// Codes bear the first day of the calendar for want of one.
  fileprivate var isFirstDay: Bool { packed == 10_101 }
}
