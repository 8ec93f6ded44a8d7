package import Diagnostics
import Citations
import Provisions

/// An identifier that occurs twice in one document.
package enum DuplicateID: Rule {
  package static let info = RuleInfo(
    name: "duplicate-id", family: .structure, severity: .error,
    summary: "The same identifier stands on two elements of one document.",
    rationale: """
      A reference to the identifier then leads to the first element and never to the second. Attached documents number \
      their identifiers for themselves and are looked at apart. At most ten identifiers are named for each document; the \
      last finding says how many more repeat. Dialects whose publishers repeat their identifiers on purpose are left out.
      """,
    example: "<paragraph eId=\"art_5__para_1\">…</paragraph> … <paragraph eId=\"art_5__para_1\">",
    fix: "Give the second element an identifier made from its own number.",
    precision: """
      18 findings in 3 of 138 documents of Akoma Ntoso, all read, all right: the value stands twice in the source.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard document.identifiersAreUnique, document.isComplete, !document.anchors.isEmpty else { return [] }
    var first: [Key: Int] = [:]
    var repeated: [Int] = []
    var named: Set<Key> = []
    for (i, anchor) in document.anchors.enumerated() where !anchor.isAlias {
      let key = Key(
        component: component(of: Int(anchor.provision), in: document),
        name: document.strings[anchor.name.indices])
      if first[key] == nil {
        first[key] = i
      } else if named.insert(key).inserted {
        repeated.append(i)
      }
    }
    return repeated.prefix(10).enumerated().map { position, i in
      let anchor = document.anchors[i]
      let name = document.attributeString(anchor.name)
      let key = Key(
        component: component(of: Int(anchor.provision), in: document), name: document.strings[anchor.name.indices])
      var witness: [Witness] = []
      if let earlier = first[key] {
        let place = document.anchors[earlier]
        witness.append(
          Witness(
            "first on \(document.label(of: Int(place.provision)))",
            at: SourceRange(file: document.file, start: place.start, end: place.end)))
      }
      if position == 9, repeated.count > 10 {
        witness.append(Witness("and \(repeated.count - 10) further identifiers of this document repeat"))
      }
      return finding(
        "identifier \"\(name.clipped(to: 80))\" stands on a second element",
        at: SourceRange(file: document.file, start: anchor.start, end: anchor.end),
        in: subject.address(d, Int(anchor.provision)), witness: witness,
        remedy: "make the identifier from the element's own number")
    }
  }

  private struct Key: Hashable {
    let component: Int
    let name: ArraySlice<UInt8>
  }

  private static func component(of provision: Int, in document: LegalDocument) -> Int {
    var index = provision
    while index != 0, document.provisions[index].kind != .component { index = Int(document.provisions[index].parent) }
    return index
  }
}
