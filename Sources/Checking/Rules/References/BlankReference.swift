package import Diagnostics
import Citations
import Provisions

/// Words that send the reader to the law, and not to an act.
package enum BlankReference: Rule {
  package static let info = RuleInfo(
    name: "blank-reference", family: .references, severity: .warning,
    summary: "The text sends the reader to \"the law\" and names no act.",
    rationale: """
      Whoever is bound by "the manner prescribed by legislation" cannot find the rule, and no one can check that it exists. \
      Looked for are set phrases in Belarusian, Bulgarian, English, German, Italian, Russian and Spanish. Not flagged: a \
      phrase behind which the act, the unit or the body follows ("по реда на Закона за …"), a sentence that names an act \
      or a unit within 120 bytes of the phrase, quoted law, recitals and notes, judgments and debates. One warning for each \
      unit. A constitution leaves much to the law on purpose and is passed \
      over.
      """,
    example: "«в установленном порядке», \"in the manner prescribed by legislation\"",
    fix: "Name the act, or the body and the kind of act.",
    precision: """
      14 findings in 3 of 249 documents, all read, all right in what they say: 12 are in the Criminal Code of Bulgaria, which punishes what is done otherwise than «по установения ред», where a drafter may have meant it so. English phrases did not fire on real law, and no Russian, Belarusian or Spanish law is among the documents; only their fixtures show that they are found.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard let phrases = BlankPhrases.of(document.identity.language), document.identity.form != .record else {
      return []
    }
    guard document.identity.rank != .constitution, !isConstitution(document.identity.displayTitle) else { return [] }
    var out: [Diagnostic] = []
    var named: Set<Int> = []
    let places = phrases.find(in: document.text)
    guard !places.isEmpty else { return [] }
    let cited = citedBytes(document)
    var node = 0
    for place in places {
      while node < document.content.count, !holds(document.content[node], place.lowerBound) { node += 1 }
      guard node < document.content.count else { break }
      let index = document.provision(holding: node)
      guard !isOfAnother(node, index, document) else { continue }
      let near = max(0, place.lowerBound - 120)..<place.upperBound + 120
      guard !cited.contains(where: { $0.overlaps(near) }), !goesOn(behind: place.upperBound, document.text) else {
        continue
      }
      let unit = document.unit(.article, holding: index) ?? index
      guard named.insert(unit).inserted else { continue }
      let item = document.content[node]
      let start = item.offset + UInt32(place.lowerBound) - item.start
      let last = min(place.upperBound, item.textRange.indices.upperBound)
      out.append(
        finding(
          "“\(document.words(place))” names no act",
          at: SourceRange(file: document.file, start: start, end: item.offset + UInt32(last) - item.start),
          in: subject.address(d, index), remedy: "name the act, or the body and the kind of act"))
    }
    return out
  }

  private static func isConstitution(_ title: String) -> Bool {
    let title = title.lowercased()
    return ["constitution", "конституция", "канстытуцыя", "verfassung", "grundgesetz", "costituzione", "constitución"]
      .contains { title.hasPrefix($0) }
  }

  private static func holds(_ node: ContentNode, _ byte: Int) -> Bool {
    node.kind == .text && node.textRange.indices.contains(byte)
  }

  /// The bytes of every reference, marked or read from the words.
  private static func citedBytes(_ document: LegalDocument) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for reference in document.references where reference.node != 0 {
      for node in document.content[Int(reference.node)..<Int(document.content[Int(reference.node)].end)]
      where node.kind == .text { out.append(node.textRange.indices) }
    }
    return out
  }

  /// Whether a place lies in quoted law, a recital or a note.
  private static func isOfAnother(_ node: Int, _ index: Int, _ document: LegalDocument) -> Bool {
    var k = index
    while true {
      let provision = document.provisions[k]
      if provision.traits.contains(.quoted) || provision.kind == .recital { return true }
      if k == 0 { break }
      k = Int(provision.parent)
    }
    return document.content[Int(document.provisions[index].contentStart)..<node].contains {
      Int($0.end) > node && [.quotation, .quotedText, .note, .history].contains($0.kind)
    }
  }

  /// Whether the words behind a phrase belong to it: a title ("за", "о"), a number, a mark of quotation.
  private static func goesOn(behind byte: Int, _ text: [UInt8]) -> Bool {
    var i = byte
    while i < text.count, text[i] == 0x20 || text[i] == 0x0A { i += 1 }
    guard i > byte, i < text.count else { return false }
    let rest = text[i..<min(text.count, i + 12)]
    return ["за ", "на ", "о ", "об ", "аб ", "of ", "on ", "über ", "di ", "de ", "№", "\"", "„", "«", "“"].contains {
      rest.starts(with: $0.utf8)
    }
  }
}

extension LegalDocument {
  /// Bytes of the text with white space folded.
  fileprivate func words(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }
}
