import Provisions
import Testing

@testable import Citations

/// Words, and what a lawyer reads in them.
///
/// An expected citation is written as "words = level number/level number", with " of …" for the act and " as basis" for the
/// role: "чл. 5 от ЗЕУ = unit 5 of ЗЕУ". The act is "this" or "that" one, "a law" where only its kind is named, "?" where it
/// may be another than the one at hand, and "title …" where only the loaded titles tell where the title ends.
struct CitationRow: Sendable, CustomTestStringConvertible {
  let words: String
  let expected: [String]

  init(_ words: String, _ expected: String...) {
    self.words = words
    self.expected = expected
  }

  var testDescription: String { words }

  /// The citations that are read from the words, in the same form.
  func read(_ language: String) -> [String] {
    guard let table = CitationLanguage.of(language) else { return ["no language \(language)"] }
    let bytes = Array(words.utf8)
    var parser = CitationParser(bytes, table)
    parser.read(0..<bytes.count)
    return parser.found.map { citation in
      let words = String(decoding: bytes[citation.range], as: UTF8.self)
      let steps = citation.steps.map { step in
        let through = step.through.isEmpty ? "" : ".." + String(decoding: step.through, as: UTF8.self)
        return "\(step.level) " + String(decoding: step.number, as: UTF8.self) + through
      }
      return "\(words) = \(steps.joined(separator: "/"))\(Self.act(citation.act))"
        + (citation.role == .basis ? " as basis" : "")
    }
  }

  private static func act(_ act: ActMention) -> String {
    switch act {
    case .unnamed: ""
    case .unclear: " of ?"
    case .this: " of this"
    case .preceding: " of that"
    case .generic(let word): " of a \(word)"
    case .titled(let words): " of title \(words)"
    case .named(let words): " of \(words)"
    }
  }
}
