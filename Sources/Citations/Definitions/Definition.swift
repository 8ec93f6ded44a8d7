package import Provisions

/// A term and the words that say what it means, as one document gives them.
package struct Definition: Sendable {
  /// The term in ``LegalDocument/text``, without quotation marks.
  package let term: Range<Int>
  /// The content node of the text in which the term begins.
  package let node: Int
  /// The innermost provision that holds the term.
  package let provision: Int
  package let scope: DefinitionScope
  /// The content nodes of the whole definition, with the term.
  package internal(set) var nodes: Range<Int>
  /// The byte of ``LegalDocument/text`` behind the last of the terms: the defining words follow.
  package internal(set) var wordsStart: Int
  /// The byte behind the verb of defining; where none was found, behind the terms.
  var usesStart = 0
  /// The position of the first term of the same definition: "A or B means …" gives two definitions with one group.
  package internal(set) var group: Int
  /// Whether the words send the reader to the definition of another place or act.
  package internal(set) var isByReference = false
  /// Whether the words only add something to the term, or take it out: "includes".
  package internal(set) var isPartial = false
  /// Whether words between the term and its verb narrow the case: "X, in respect of a company, means …".
  package internal(set) var isQualified = false
  /// Whether the term is a short name of a body, a place or an act, as its capital tells in languages where it does.
  package internal(set) var isName = false
  /// A hash of the term's words in lower case.
  package internal(set) var key: UInt64 = 0
  /// Whether the term, or another one of its group, stands anywhere in its scope outside its own definition, in any
  /// inflection.
  package internal(set) var isUsed = false
  /// The groups whose terms the defining words use, in order and each once.
  package internal(set) var uses: [Int] = []
}

/// The part of a document for which a definition is given.
package struct DefinitionScope: Sendable, Equatable, BitwiseCopyable {
  /// The provision in which the definition holds; 0 for the whole document.
  package let root: Int
  /// `false` where the words name other units besides, or none that was understood: then ``root`` is the document.
  package let isCertain: Bool

  /// The whole document, by its own words.
  package static let document = DefinitionScope(root: 0, isCertain: true)
  static let unclear = DefinitionScope(root: 0, isCertain: false)
}

extension Definition {
  /// Whether the words say for themselves what the term means.
  package var isClosed: Bool { !isByReference && !isPartial && !isName }
}

extension LegalDocument {
  /// The term as printed, with white space folded.
  package func term(of definition: Definition) -> String {
    String(decoding: text[definition.term], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Source bytes of the term.
  package func sourceRange(of definition: Definition) -> (start: UInt32, end: UInt32) {
    let node = content[definition.node]
    let start = node.offset + UInt32(definition.term.lowerBound) - node.start
    let end = min(definition.term.upperBound, node.textRange.indices.upperBound)
    return (start, node.offset + UInt32(end) - node.start)
  }

  /// Whether a definition holds in at least one place in which another holds.
  package func overlap(_ a: DefinitionScope, _ b: DefinitionScope) -> Bool {
    holds(a.root, b.root) || holds(b.root, a.root)
  }

  /// Whether a provision is another one or holds it.
  package func holds(_ outer: Int, _ inner: Int) -> Bool {
    outer <= inner && inner < Int(provisions[outer].subtreeEnd)
  }

  /// The texts of a definition behind its terms, in order, and whether each is marked as a term: without terms of another
  /// language, numbers and notes. It ends where `body` is `false`.
  func eachDefiningText(of definition: Definition, foreign: UInt16, _ body: (Range<Int>, _ isTerm: Bool) -> Bool) {
    var i = definition.nodes.lowerBound
    var termEnd = 0
    while i < definition.nodes.upperBound {
      let node = content[i]
      switch node.kind {
      case .text:
        let range = node.textRange.indices
        if range.upperBound > definition.wordsStart {
          guard body(max(range.lowerBound, definition.wordsStart)..<range.upperBound, i < termEnd) else { return }
        }
      case .number, .note, .history:
        i = Int(node.end)
        continue
      case .term:
        if node.word == foreign {
          i = Int(node.end)
          continue
        }
        termEnd = Int(node.end)
      default: break
      }
      i += 1
    }
  }
}
