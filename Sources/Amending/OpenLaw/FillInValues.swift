/// Words that editors give in a code in place of those enacted.
extension Codification {
  /// Writes the editors' words of the codes as they stood from the beginning.
  mutating func fillInValues() {
    for node in library.tree.nodes.indices {
      let id = NodeID(node)
      guard library.tree.nodes[node].count > 0, !library.tree.isText(id) else { continue }
      let value = library.value(id, .value)
      let isCitation = library.element(id) == .codeCitation
      guard value != nil || isCitation, let section = library.ancestor(id, .section), isAttached(section),
        library.codes.contains(library.top(section)),
        !library.ancestors(id).contains(where: { library.element($0).isForeign })
      else { continue }
      if isCitation {
        let cite = citation(id, value, origin: -1)
        library.tree.insert(cite, before: id)
        library.tree.remove(id)
      } else if let value {
        let text = library.tree.makeText(value.utf8)
        if library.element(id) == .span {
          library.tree.insert(text, before: id)
          library.tree.remove(id)
        } else {
          for child in library.tree.children(id) { library.tree.remove(child) }
          library.tree.append(text, to: id)
        }
      }
      touch(section)
    }
  }
}
