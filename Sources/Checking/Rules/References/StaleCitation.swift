package import Diagnostics
import Citations
import Provisions

/// A link to an act by another name than the act bears.
package enum StaleCitation: Rule {
  package static let info = RuleInfo(
    name: "stale-citation", family: .references, severity: .note,
    summary: "The words of a link name an act otherwise than the act calls itself.",
    rationale: """
      An act that was renamed is still cited by its old name, and a reader looks for it in vain. The words of a link to a whole \
      act are compared with its title, short title and other names in the language of the citing document. Not compared: \
      words that are no title ("the Act", "Directive 95/46/EC", fewer than three words), words that are part of the title or \
      hold it, acts that are not loaded in that language.
      """,
    example:
      "<XRefExternal link=\"D-3.4\">Department of Old Affairs Act</XRefExternal>, where D-3.4 is now the New Affairs Act",
    fix: "Use the name that the act bears.",
    precision: """
      No finding in 249 documents: the names in published links are those of the loaded acts. Its fixtures are the only place \
      where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    var told: Set<String> = []
    return subject.graph.edges(of: d).compactMap { edge in
      guard case .resolved(let place) = edge.resolution, place.provision == 0, place.document != d else { return nil }
      let reference = document.references[edge.reference]
      guard reference.form == .iri || reference.form == .actNumber, reference.role != .marker, reference.node != 0
      else {
        return nil
      }
      let target = subject.graph.documents[place.document].identity
      guard target.language == document.identity.language else { return nil }
      let words = subject.words(of: reference, in: d)
      // Nearly every link: the words are the title, letter for letter.
      if words == target.shortTitle || words == target.title { return nil }
      let named = TargetAddress.normalisedTitle(words)
      guard isTitle(named, words), told.insert(target.work + named).inserted else { return nil }
      let names = ([target.title, target.shortTitle] + target.aliases).map(TargetAddress.normalisedTitle)
        .filter { $0.contains(" ") }
      guard !names.isEmpty, !names.contains(where: { $0.contains(named) || named.contains($0) }) else { return nil }
      return finding(
        "the act is called “\(target.displayTitle.clipped(to: 80))”, not “\(words.clipped(to: 80))”",
        at: subject.range(of: reference, in: d), in: subject.address(d, Int(reference.source)),
        witness: [Witness("the act", at: subject.sourceRange(of: place))], remedy: "use the name that the act bears")
    }
  }

  /// Whether words look like the title of an act and not like a pointer to one.
  private static func isTitle(_ named: String, _ words: String) -> Bool {
    named.split(separator: " ").count >= 3 && !named.contains(where: \.isNumber)
      && words.first?.isUppercase ?? false
  }
}
