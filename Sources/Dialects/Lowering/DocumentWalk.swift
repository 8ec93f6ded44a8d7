import Provisions
import XMLReading

/// One pass over the tree of a document, in the order of the source: what the readers of all dialects share.
protocol DocumentWalk {
  var tree: XMLTree { get }
  var tables: ResolvedVocabulary { get }
  var builder: DocumentBuilder { get set }
  /// Treats one element and returns the index at which the walk goes on: behind its tag, or behind the whole of it.
  mutating func element(_ i: Int, _ node: XMLNode) -> Int
}

extension DocumentWalk {
  /// Walks over the nodes of a range, which ends where an element does, and closes what they opened.
  mutating func walk(_ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      builder.close(before: i)
      let node = tree.nodes[i]
      if node.isText {
        builder.text(node)
        i += 1
      } else {
        i = element(i, node)
      }
    }
    builder.close(before: range.upperBound)
  }

  /// The first attribute of an element that has a role.
  func attribute(_ role: AttributeRole, _ node: XMLNode) -> XMLAttribute? {
    for attribute in tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
    where tables.roles[Int(attribute.name)] == role { return attribute }
    return nil
  }

  func attributeString(_ role: AttributeRole, _ node: XMLNode) -> String? {
    attribute(role, node).map(tree.string(of:))
  }
}
