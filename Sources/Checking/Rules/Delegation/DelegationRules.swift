package import Diagnostics
import Citations
import Consolidation
import LegalBases
import Provisions

/// A by-law that names no power to make it.
package enum NoEnablingClause: Rule {
  package static let info = RuleInfo(
    name: "no-enabling-clause", family: .delegation, severity: .error,
    summary: "A by-law marks no clause of a higher act that empowers its maker.",
    rationale: """
      Rules that bind persons need a basis in an act of higher rank. The rule looks for a marked legal basis: references of \
      the preamble or enacting formula, a legislative delegation in the metadata, the enabling authority of a Canadian \
      regulation. It speaks only of documents that mark their references at all; where none is marked, the words may well \
      name a basis, and nothing is said. Which documents are by-laws follows from their own word for their kind.
      """,
    example: "“On the basis of the Statute of the Ministry, I order:” without any link",
    fix: "Cite and mark the clause; if there is none, the rule belongs in an act of higher rank.",
    precision: """
      No finding on the 66 Canadian regulations, each of which names its authority; one that rests on "other than statutory authority" is told apart. The order of the model framework is found.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    guard let chain = subject.chains[d], chain.verdict == .absent else { return [] }
    let document = subject.graph.documents[d]
    guard !document.provisions[0].traits.contains(.repealed) else { return [] }
    let preamble = document.content.firstIndex { $0.kind == .region && $0.start == Region.preamble.rawValue }
    var range = document.numberRange(of: 0)
    var witness: [Witness] = []
    if let preamble {
      let words = document.plainText(preamble, limit: 160)
      for node in document.content[preamble..<Int(document.content[preamble].end)]
      where node.kind == .text && !node.flags.contains(.blank) {
        range = SourceRange(file: document.file, start: node.offset, end: node.offset + node.count)
        break
      }
      witness.append(Witness("the preamble says only “\(words)”", at: range))
    }
    let kind = document.identity.kind.replacing("-", with: " ")
    return [
      finding(
        "this \(kind) marks no clause of a higher act that empowers its maker", at: range,
        in: subject.address(d, 0), witness: witness,
        remedy: "cite and mark the enabling clause; if there is none, the rules belong in an act of higher rank")
    ]
  }
}

/// A by-law whose basis is gone.
package enum OrphanByLaw: Rule {
  package static let info = RuleInfo(
    name: "orphan-by-law", family: .delegation, severity: .error,
    summary: "Every legal basis of a by-law that is loaded is repealed, has lapsed or does not exist.",
    rationale: """
      A by-law falls with its basis unless a savings clause keeps it. The rule follows each marked basis to its provision \
      and looks at its state on the date of the check. A basis whose act is not loaded proves nothing and is reported as \
      such (document-not-loaded); one basis in force is enough.
      """,
    example: "an order made under the electronic-document law that was repealed in 2010",
    fix: "Make the by-law anew under the successor, or add a savings clause.",
    precision: """
      No finding in 249 documents: no loaded regulation rests on an act that is loaded and repealed. Its fixtures are the only place where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    guard let chain = subject.chains[d], chain.verdict == .fallen else { return [] }
    let document = subject.graph.documents[d]
    var witness: [Witness] = []
    var first: Reference?
    for basis in chain.bases {
      let reference = subject.graph.reference(of: subject.graph.edges[basis.edge])
      switch (basis.resolution, basis.state) {
      case (.provisionMissing(let name, let nearest), _):
        witness.append(
          Witness(
            "\"\(name)\" does not exist; nearest: \(subject.describe(nearest, from: d))",
            at: subject.sourceRange(of: nearest)))
      case (_, .repealed(let date)?):
        guard let place = basis.resolution.place else { continue }
        let day = date.map { " on \($0)" } ?? ""
        witness.append(
          Witness("\(subject.describe(place, from: d)) is repealed\(day)", at: subject.sourceRange(of: place)))
      case (_, .expired(let date)?):
        guard let place = basis.resolution.place else { continue }
        witness.append(
          Witness("\(subject.describe(place, from: d)) expired on \(date)", at: subject.sourceRange(of: place)))
      case (.workNotLoaded(let work), _):
        witness.append(Witness("\"\(work)\" is not loaded: nothing is known about it"))
        continue
      default: continue
      }
      if first == nil { first = reference }
    }
    guard let first else { return [] }
    let kind = document.identity.kind.replacing("-", with: " ")
    return [
      finding(
        "the legal basis of this \(kind) is gone", at: subject.range(of: first, in: d), in: subject.address(d, 0),
        witness: witness, remedy: "make it anew under the successor, or add a savings clause")
    ]
  }
}
