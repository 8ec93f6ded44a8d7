/// Words that are replaced by others, counted as the instruction counts them.
extension Codification {
  /// Words at a place of the text.
  struct WordPlace {
    let leaf: NodeID
    /// Bytes of the leaf's text.
    let range: Range<Int>
    /// Whether neither end lies within a word.
    let isWhole: Bool
    let isGenerated: Bool
    /// Whether they begin inside any citation.
    let isCited: Bool
    let isNumber: Bool
  }

  mutating func replaceWords(_ instruction: LawInstruction, in target: NodeID) throws(Failure) {
    if library.element(target) == .document, library.codes.contains(target) {
      throw .notUnderstood("no part of the code is named")
    }
    let firstCitation = open.count
    let wordings = wordings(of: instruction, in: target)
    let wanted = library.value(instruction.node, .count).flatMap { Int($0.trimmed) }
    guard let old = wordings.first, !old.trimmed.isEmpty else { throw .payloadMissing }
    var all: [WordPlace] = []
    for wording in wordings where all.isEmpty { all = places(of: wording, in: target) }
    var chosen: [WordPlace]
    if let position = library.value(instruction.node, .position) {
      let found = all.filter { !$0.isNumber || library.element(target) == .number }
      switch position {
      case "first": chosen = found.first.map { [$0] } ?? []
      case "last": chosen = found.last.map { [$0] } ?? []
      default:
        guard let n = Int(position.trimmed) else { throw .notUnderstood("the position “\(position)” is not known") }
        chosen = found.indices.contains(n - 1) ? [found[n - 1]] : []
      }
    } else {
      chosen = strictest(all, wanted, isNumber: library.element(target) == .number)
    }
    guard !chosen.isEmpty else { throw .wordsMissing(old) }
    if let wanted, library.value(instruction.node, .position) == nil, chosen.count != wanted {
      throw .wordsCounted(old, chosen.count, wanted)
    }
    record(instruction, at: target)
    if library.ancestor(target, .section) == nil {
      for place in chosen { record(instruction, at: place.leaf) }
      // All that a container holds is amended, whether or not it says the words.
      for section in self.all(.section, below: target) { remember(instruction, of: section) }
    }
    for place in chosen.reversed() {
      let new = replacement(instruction)
      if new.contains(where: { library.element($0).isUnit }) {
        replaceLeaf(place.leaf, by: new)
      } else {
        library.tree.replaceText(place.range, in: place.leaf, by: new)
      }
    }
    library.classify()
    for place in chosen { noteNumber(of: place.leaf) }
    writeCitations(from: firstCitation)
  }

  /// Words that become units of their own take the whole element's place.
  private mutating func replaceLeaf(_ leaf: NodeID, by units: [NodeID]) {
    var behind = leaf
    for unit in units where !library.tree.isText(unit) {
      library.tree.insert(unit, behind: behind)
      behind = unit
    }
    library.tree.remove(leaf)
  }

  /// The readings of "the words" from the loosest to the strictest: the first that has the number that the instruction
  /// counts, else the loosest.
  private func strictest(_ all: [WordPlace], _ wanted: Int?, isNumber: Bool) -> [WordPlace] {
    let plain = all.filter { !$0.isNumber || isNumber }
    guard let wanted else { return plain }
    let readings = [
      plain, plain.filter(\.isWhole), plain.filter { !$0.isGenerated }, plain.filter { $0.isWhole && !$0.isGenerated },
      plain.filter { !$0.isCited }, plain.filter { $0.isWhole && !$0.isCited },
      all, all.filter(\.isWhole), all.filter { $0.isWhole && !$0.isGenerated },
    ]
    return readings.first { $0.count == wanted } ?? plain
  }

  private func places(of words: String, in target: NodeID) -> [WordPlace] {
    var out: [WordPlace] = []
    for leaf in leaves(target) {
      let found = library.tree.find(words, in: leaf)
      if found.isEmpty { continue }
      let pieces = library.tree.texts(leaf)
      let text = pieces.flatMap { library.tree.bytes[library.tree.textRange($0)] }
      for range in found {
        out.append(
          WordPlace(
            leaf: leaf, range: range, isWhole: Self.isWhole(range, in: text),
            isGenerated: isCited(range, pieces, leaf) { generated.contains($0) },
            isCited: isCited(range, pieces, leaf) { library.element($0) == .citation },
            isNumber: library.element(leaf) == .number))
      }
    }
    return out
  }

  private static func isWhole(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    // Letters beyond ASCII begin with these bytes in UTF-8; E2 begins quotation marks and dashes.
    func isLetter(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3..<0xE2: true
      default: false
      }
    }
    func isInside(_ place: Int) -> Bool {
      place > 0 && place < text.count && isLetter(text[place - 1]) && isLetter(text[place])
    }
    return !isInside(range.lowerBound) && !isInside(range.upperBound)
  }

  /// Whether words begin inside an element of a kind.
  private func isCited(
    _ range: Range<Int>, _ pieces: [NodeID], _ leaf: NodeID, _ isMeant: (NodeID) -> Bool
  ) -> Bool {
    var offset = 0
    for piece in pieces {
      let end = offset + library.tree.textRange(piece).count
      if range.lowerBound < end {
        return library.ancestors(piece).prefix { $0 != leaf }.contains(where: isMeant)
      }
      offset = end
    }
    return false
  }

  /// The elements below a node, or itself, that hold words.
  private func leaves(_ target: NodeID) -> [NodeID] {
    if library.element(target).isLeaf { return [target] }
    var out: [NodeID] = []
    var open = [target]
    while let node = open.popLast() {
      let element = library.element(node)
      if element.isLeaf {
        out.append(node)
        continue
      }
      // What stands in an act of an instruction is not its text.
      if element.isForeign { continue }
      for child in library.tree.children(node).reversed() where !library.tree.isText(child) { open.append(child) }
    }
    return out
  }

  /// The words that an instruction looks for: as they stand in the code, with its citations, and as they stand in the act.
  private func wordings(of instruction: LawInstruction, in target: NodeID) -> [String] {
    if let words = library.value(instruction.node, .find) { return [words] }
    guard let holder = library.child(instruction.node, .find) else { return [] }
    let plain = Self.withoutLayout(library.tree.text(holder))
    guard let home = library.ancestor(target, .section) else { return [plain] }
    let cited = Self.withoutLayout(rendered(holder, in: home))
    return cited == plain ? [plain] : [cited, plain]
  }

  private func rendered(_ node: NodeID, in home: NodeID) -> String {
    if library.tree.isText(node) { return library.tree.text(node) }
    if let value = library.value(node, .value) { return value }
    if library.element(node) == .codeCitation, let words = words(of: node, in: home) { return words }
    return library.tree.children(node).map { rendered($0, in: home) }.joined()
  }

  /// Space at the ends counts, but not where a line ends there: that is the layout of the file.
  private static func withoutLayout(_ text: String) -> String {
    var words = text[...]
    let head = words.prefix { $0.isWhitespace }
    if head.contains(where: \.isNewline) { words = words.dropFirst(head.count) }
    let tail = words.reversed().prefix { $0.isWhitespace }
    if tail.contains(where: \.isNewline) { words = words.dropLast(tail.count) }
    return String(words)
  }

  private mutating func replacement(_ instruction: LawInstruction) -> [NodeID] {
    if let words = library.value(instruction.node, .replace) {
      return words.isEmpty ? [] : [library.tree.makeText(words.utf8, origin: instruction.id)]
    }
    guard let holder = library.child(instruction.node, .replacement) else { return [] }
    let children = library.tree.children(holder)
    if children.allSatisfy({ library.tree.isText($0) }) {
      let words = Self.withoutLayout(library.tree.text(holder))
      return words.isEmpty ? [] : [library.tree.makeText(words.utf8, origin: instruction.id)]
    }
    return children.filter { $0 != children.first && $0 != children.last || !isLayout($0) }
      .flatMap { render($0, instruction) }
  }

  /// White space that only ends a line.
  private func isLayout(_ node: NodeID) -> Bool {
    guard library.tree.isText(node) else { return false }
    let bytes = library.tree.bytes[library.tree.textRange(node)]
    return bytes.allSatisfy { $0 <= 0x20 } && bytes.contains(0x0A)
  }
}

extension MarkupTree {
  /// Replaces bytes of the text below a node by nodes, which stand where the first of the bytes stood.
  mutating func replaceText(_ range: Range<Int>, in node: NodeID, by made: [NodeID]) {
    let mark = nodes.count
    replaceText(range, in: node, by: "\u{0}", origin: -1)
    guard let place = texts(node).first(where: { Int($0) >= mark && bytes[textRange($0)].elementsEqual([0]) }) else {
      return
    }
    var home = parent(place)
    var behind = place
    // A citation that lost all its words is none any more.
    if home != node, children(home) == [place] {
      behind = home
      home = parent(home)
    }
    for new in made {
      insert(new, into: home, behind: behind)
      behind = new
    }
    if nodes[Int(place)].parent != home { remove(nodes[Int(place)].parent) } else { remove(place) }
  }
}
