import Dialects

/// The dialects that are read, one a line.
package func dialectList() -> String {
  allDialects.map { "\($0.name)  \($0.title), \($0.vocabulary.elements.count) elements\n" }.joined()
}

/// `Documentation/Dialects.md`: what becomes of every element of every dialect.
package func dialectPages() -> String {
  var out = """
    # Dialects

    Printed by the program (`make golden`). For each element of a dialect: `[x]` it has a meaning in the one representation, \
    `[o]` its text is kept in its place and nothing more, `[ ]` it is data about the document and left out of the text on \
    purpose. An element that is not in a table keeps its text and is reported once a kind (`unknown-element`).

    """
  for dialect in allDialects {
    out += "\n## \(dialect.title) (`\(dialect.name)`)\n\n"
    for (name, treatment) in dialect.vocabulary.elements.sorted(by: { $0.key < $1.key }) {
      out += "- \(treatment.sign) `\(name)`: \(treatment.words)\n"
    }
    for (namespace, elements) in dialect.vocabulary.islands.sorted(by: { $0.key < $1.key }) where !namespace.isEmpty {
      out += "\nIslands of <\(namespace)>:\n\n"
      for (name, treatment) in elements.sorted(by: { $0.key < $1.key }) {
        out += "- \(treatment.sign) `\(name)`: \(treatment.words)\n"
      }
    }
  }
  return out
}
