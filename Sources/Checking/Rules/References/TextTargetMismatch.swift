package import Diagnostics
import Citations
import Provisions

/// A link whose words name another provision than its target.
package enum TextTargetMismatch: Rule {
  package static let info = RuleInfo(
    name: "text-target-mismatch", family: .references, severity: .error,
    summary: "The words of a link name one provision, its target is another.",
    rationale: """
      Whoever reads the words and whoever follows the link learn different law. The number that follows a word for a unit \
      ("Article 20", "чл. 20", "§ 20") is compared with the number of the target's unit of that kind. Not flagged: links \
      whose words hold several numbers or none, links to whole acts, units of another kind than the words name.
      """,
    example: "<ref href=\"#art_2\">Article 20</ref>",
    fix: "Correct the target or the words, whichever is wrong.",
    precision: """
      No finding in 249 documents: published links and their words agree. Its fixtures are the only place where it was seen to fire.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    var out: [Diagnostic] = []
    for edge in subject.graph.edges(of: d) {
      guard case .resolved(let place) = edge.resolution, place.provision != 0 else { continue }
      let reference = document.references[edge.reference]
      guard reference.form == .iri, reference.node != 0, reference.role != .marker else { continue }
      let words = subject.words(of: reference, in: d)
      guard let named = unit(in: words) else { continue }
      let target = subject.graph.documents[place.document]
      guard let index = target.unit(named.kind, holding: place.provision) else { continue }
      let number = String(
        decoding: normalisedNumber(target.text[target.provisions[index].number.indices]), as: UTF8.self)
      guard !number.isEmpty, number != named.number else { continue }
      let goes = subject.describe(place, from: d)
      out.append(
        finding(
          "link goes to \(target.label(of: index)), but the text names \(named.kind.word) \(named.number)",
          at: subject.range(of: reference, in: d), in: subject.address(d, Int(reference.source)),
          witness: [
            Witness("goes to \(goes)", at: subject.sourceRange(of: place)), Witness("the words are “\(words)”"),
          ],
          remedy: "correct the target or the words, whichever is wrong"))
    }
    return out
  }

  /// The one unit that the words name: its kind and normalised number.
  static func unit(in words: String) -> (kind: ProvisionKind, number: String)? {
    let tokens = words.replacing("§", with: " § ").split { $0.isWhitespace || $0 == "\u{A0}" }
    var numbers = 0
    for token in tokens where token.contains(where: \.isNumber) { numbers += 1 }
    guard numbers == 1, tokens.count <= 8 else { return nil }
    for (k, token) in tokens.enumerated() where k + 1 < tokens.count {
      let word = token.lowercased().filter { $0.isLetter || $0 == "§" }
      guard let kind = unitWords[word] else { continue }
      let printed = tokens[k + 1]
      guard printed.first?.isNumber ?? false else { continue }
      // "3(1)" names article 3; what stands in brackets is a lower unit. "5–7" is a run.
      let head = printed.prefix { $0.isNumber || $0.isLetter || $0 == "." || $0 == "-" }
      if printed.contains("–") || printed.dropFirst(head.count).contains("-") { return nil }
      let number = String(decoding: normalisedNumber(Array(head.utf8)[...]), as: UTF8.self)
      guard !number.isEmpty, !(head.contains("-") && head.last?.isNumber ?? false) else { return nil }
      // "Article 5 bis": the suffix belongs to the number, and the comparison would need it.
      if k + 2 < tokens.count, ["bis", "ter", "quater"].contains(tokens[k + 2].lowercased()) { return nil }
      return (kind, number)
    }
    return nil
  }

  private static let unitWords: [String: ProvisionKind] = [
    "article": .article, "art": .article, "artikel": .article, "articolo": .article, "artículo": .article,
    "artigo": .article, "чл": .article, "член": .article, "статья": .article, "статьи": .article, "статье": .article,
    "статьёй": .article, "статьей": .article, "статью": .article, "артыкул": .article, "section": .section,
    "sec": .section, "§": .section,
  ]
}

extension LegalDocument {
  /// The provision of a kind that is `index` or holds it; an article and a section stand for each other, as what one
  /// jurisdiction calls an article another marks as a section. What is quoted stands in no unit of the act that quotes it.
  func unit(_ kind: ProvisionKind, holding index: Int) -> Int? {
    var k = index
    let isQuoted = provisions[index].traits.contains(.quoted)
    while k != 0, !isQuoted || provisions[k].traits.contains(.quoted) {
      if provisions[k].kind == kind { return k }
      if kind.isCitableUnit, provisions[k].kind.isCitableUnit { return k }
      k = Int(provisions[k].parent)
    }
    return nil
  }
}
