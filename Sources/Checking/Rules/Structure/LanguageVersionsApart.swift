package import Diagnostics
import Citations
import LegalBases
import Provisions

/// A unit that one language version of an act has and another has not.
package enum LanguageVersionsApart: Rule {
  package static let info = RuleInfo(
    name: "language-versions-apart", family: .structure, severity: .warning,
    summary: "One language version of an act has a unit that another has not, or orders what another allows.",
    rationale: """
      Where two versions are equally authentic, a unit that stands in one of them only is law for some readers and not for \
      others. Versions of one work and one date are compared by the stable paths of their numbered units. A unit whose \
      holder is missing too is not told again. Not compared: definitions, which stand in the order of each alphabet; units \
      without numbers; parts numbered by letters, which one language may write as a list and the other as a sentence; texts that were read only in part; versions of different dates; \
      versions of which more than a quarter differs, as they are numbered in ways of their own. In English and Russian it is also \
      compared whether a unit orders or allows, where its words do only one of these.
      """,
    example: "subsection 5(3) in the English text of an act whose French text ends section 5 with subsection (2)",
    fix: "Add the unit to the version that lacks it, or take it out of the other, with its references.",
    precision: """
      No finding in 11 pairs of English and French texts of Canada: their sections and subsections agree. With parts numbered by \
      letters it told 61 differences, all of them facts and none a defect: the French text has no list there.
      """)

  /// Beyond these the rest is counted.
  private static let most = 20

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let documents = subject.graph.documents
    guard documents[d].isComplete else { return [] }
    var out: [Diagnostic] = []
    for other in versions(of: d, in: documents) {
      out += apartInMood(d, other, subject)
      let here = units(of: documents[d])
      let there = Set(units(of: documents[other]).map { documents[other].provisions[$0].key })
      let only = here.filter { !there.contains(documents[d].provisions[$0].key) }
      guard !only.isEmpty, only.count * 4 <= here.count else { continue }
      let missing = Set(only)
      // What holds it says it already.
      let first = only.filter { !missing.contains(Int(documents[d].provisions[$0].parent)) }
      let language = documents[other].identity.language
      for index in first.prefix(most) {
        let place = Place(document: d, provision: index)
        let left = first.count > most && index == first[most - 1] ? first.count - most : 0
        out.append(
          finding(
            "the version in \"\(language)\" has no such unit: \(documents[d].path(of: index))",
            at: subject.sourceRange(of: place), in: subject.address(d, index),
            witness: [Witness("the other version", at: SourceRange(file: documents[other].file, start: 0, end: 1))]
              + (left > 0 ? [Witness("and \(left) further units")] : []),
            remedy: "add the unit to the version that lacks it, or take it out of this one"))
      }
    }
    return out
  }

  /// Units that order in one language and allow in the other; told at the version in the later file.
  private static func apartInMood(_ d: Int, _ other: Int, _ subject: Subject) -> [Diagnostic] {
    guard d > other else { return [] }
    let (here, there) = (subject.graph.documents[d], subject.graph.documents[other])
    let places = Dictionary(units(of: there).map { (there.provisions[$0].key, $0) }) { first, _ in first }
    return units(of: here).compactMap { i in
      guard let j = places[here.provisions[i].key], let mine = UnitMood.of(i, in: here),
        let theirs = UnitMood.of(j, in: there), mine != theirs
      else { return nil }
      return finding(
        "this version \(mine == .duty ? "orders" : "allows") what the version in \"\(there.identity.language)\" "
          + (theirs == .duty ? "orders" : "allows"),
        at: subject.sourceRange(of: Place(document: d, provision: i)), in: subject.address(d, i),
        witness: [
          Witness("the other version", at: subject.sourceRange(of: Place(document: other, provision: j)))
        ], remedy: "bring the versions into line")
    }
  }

  /// The versions of the same work and date in other languages.
  private static func versions(of d: Int, in documents: [LegalDocument]) -> [Int] {
    let identity = documents[d].identity
    return documents.indices.filter { k in
      k != d && documents[k].identity.work == identity.work && documents[k].identity.language != identity.language
        && documents[k].identity.versionDate == identity.versionDate && documents[k].dialect == documents[d].dialect
        && documents[k].isComplete
    }
  }

  /// The units that are compared, in order.
  private static func units(of document: LegalDocument) -> [Int] {
    document.provisions.indices.dropFirst().filter { i in
      let provision = document.provisions[i]
      guard provision.kind.isCitableUnit || provision.kind.isInner, provision.kind != .definition else { return false }
      guard !provision.traits.contains(.quoted), !provision.number.isEmpty else { return false }
      // Below what bears no number of its own a place in one version is none in the other.
      var holder = i
      while holder != 0 {
        let kind = document.provisions[holder].kind
        if kind == .definition || document.provisions[holder].ordinal > 0 && !kind.isGroup { return false }
        holder = Int(document.provisions[holder].parent)
      }
      return (0x30...0x39).contains(document.text[Int(provision.number.start)])
    }
  }
}
