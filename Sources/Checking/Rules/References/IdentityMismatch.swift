package import Diagnostics
import Citations
import Provisions

/// A citation whose number is that of one act and whose title is that of another.
package enum IdentityMismatch: Rule {
  package static let info = RuleInfo(
    name: "identity-mismatch", family: .references, severity: .error,
    summary: "A citation gives the number of one act and the title of another.",
    rationale: """
      Acts that differ by one sign of their numbers are mixed up, and which of the two is meant decides the case. The words of \
      a citation are compared with the loaded acts: one bears the number, with its year where the words give it, and another \
      one bears the title. Where the citation is a link, the number in its words is compared with that of the act to which it \
      leads. Not flagged: titles of fewer than three words, titles that the numbered act bears too, acts that are not loaded, \
      words with several numbers, numbers that stand somewhere in the number or the address of the act.
      """,
    example: "Закона от 28 октября 2008 г. № 266-З «Об обращениях граждан», where that title belongs to No. 300-З",
    fix: "Correct the number and date, or the title, whichever is wrong.",
    precision: """
      No finding in 249 documents: no citation there has both a number and a title of loaded acts that differ. Its fixtures are \
      the only place where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    return subject.graph.edges(of: d).compactMap { edge in
      if case .resolved(let place) = edge.resolution {
        return otherNumber(document.references[edge.reference], place, in: d, of: subject)
      }
      guard case .ambiguous(let places) = edge.resolution else { return nil }
      let reference = document.references[edge.reference]
      guard applies(to: reference, places, of: subject), let first = places.first, let last = places.last else {
        return nil
      }
      let acts = subject.graph.documents
      let number = acts[first.document].identity.number
      return finding(
        "the number \(number.clipped(to: 40)) is that of “\(acts[first.document].identity.displayTitle.clipped(to: 80))”, the title that of another act",
        at: subject.range(of: reference, in: d), in: subject.address(d, Int(reference.source)),
        witness: [
          Witness("the number", at: subject.sourceRange(of: first)),
          Witness("the title", at: subject.sourceRange(of: last)),
        ], remedy: "correct the number and date, or the title, whichever is wrong")
    }
  }

  /// A link whose words give the number of another act than the one to which it leads.
  private static func otherNumber(
    _ reference: Reference, _ place: Place, in d: Int, of subject: Subject
  ) -> Diagnostic? {
    guard reference.form == .iri, reference.node != 0, reference.role != .marker, place.document != d else {
      return nil
    }
    let words = subject.words(of: reference, in: d)
    let identity = subject.graph.documents[place.document].identity
    guard identity.number.contains(where: \.isNumber),
      let number = actNumber(in: words, language: subject.graph.documents[d].identity.language)
    else { return nil }
    let own = figures(identity.number) + figures(identity.work) + identity.aliases.flatMap(figures)
    let given = figures(number)
    guard !given.isEmpty, !given.contains(where: own.contains) else { return nil }
    let title = identity.displayTitle.clipped(to: 80)
    return finding(
      "the words give the number \(number.clipped(to: 40)), but the link goes to No. \(identity.number.clipped(to: 40)), “\(title)”",
      at: subject.range(of: reference, in: d), in: subject.address(d, Int(reference.source)),
      witness: [
        Witness("goes to \(subject.describe(place, from: d))", at: subject.sourceRange(of: place)),
        Witness("the words are “\(words)”"),
      ], remedy: "correct the number or the target, whichever is wrong")
  }

  /// The runs of figures in a number, without zeros in front.
  private static func figures(_ number: String) -> [Substring] {
    number.split { !("0"..."9").contains($0) }.map { $0.drop { $0 == "0" } }.filter { !$0.isEmpty }
  }

  /// Whether words fit several acts because their number and their title are those of two: acts that bear one title are
  /// merely ambiguous.
  static func applies(to reference: Reference, _ places: [Place], of subject: Subject) -> Bool {
    guard reference.form == .words, places.allSatisfy({ $0.provision == 0 }), let first = places.first else {
      return false
    }
    func title(_ place: Place) -> String {
      TargetAddress.normalisedTitle(subject.graph.documents[place.document].identity.displayTitle)
    }
    return places.dropFirst().contains { title($0) != title(first) }
  }
}
