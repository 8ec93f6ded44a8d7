/// Where something stands in a document of an Open Law library: "§1-610.52|(b)|text", "7|32|III".
///
/// `path := ['|'] step ('|' step)*`. A section is found anywhere in the document, so what precedes it does not count. Any
/// other step is the number of a child, or the name of a child element.
package struct LawAddress: Equatable, Sendable {
  package enum Step: Equatable, Sendable {
    case section(String)
    case child(String)
  }

  package let steps: [Step]
  /// Whether the address says by itself where to begin: what holds the instruction adds nothing to it.
  package let isRooted: Bool

  package init(_ text: String) {
    var steps: [Step] = []
    for part in text.split(separator: "|") {
      let step = part.trimmed
      if step.first == "§" {
        let number = step.drop { $0 == "§" || $0 == " " }
        guard !number.isEmpty else { continue }
        steps = [.section(String(number))]
      } else if !step.isEmpty {
        steps.append(.child(String(step)))
      }
    }
    self.steps = steps
    isRooted = text.trimmed.first.map { $0 == "|" || $0 == "§" } ?? false
  }

  private init(_ steps: [Step], _ isRooted: Bool) {
    self.steps = steps
    self.isRooted = isRooted
  }

  /// The address that this one is, seen from another.
  package func below(_ outer: LawAddress) -> LawAddress {
    if isRooted { return self }
    if case .section? = steps.first { return self }
    return LawAddress(outer.steps + steps, outer.isRooted)
  }

  /// The same with steps of several numbers, such as "(4)(A)" or "§5(b)", taken apart.
  package var unfolded: LawAddress {
    LawAddress(steps.flatMap { Self.unfold($0) }, isRooted)
  }

  private static func unfold(_ step: Step) -> [Step] {
    switch step {
    case .section(let number):
      guard let cut = number.firstIndex(of: "("), cut > number.startIndex else { return [step] }
      return [.section(String(number[..<cut]))] + unfold(.child(String(number[cut...])))
    case .child(let label):
      var parts: [Step] = []
      var part = ""
      for character in label {
        if character == "(", !part.isEmpty, part.contains(")") {
          parts.append(.child(part))
          part = ""
        }
        part.append(character)
      }
      return parts + [.child(part)]
    }
  }

  package var text: String {
    steps.map {
      switch $0 {
      case .section(let number): "§" + number
      case .child(let label): label
      }
    }.joined(separator: "|")
  }

  /// The section, and what follows it.
  var section: (number: String, inner: [String])? {
    guard case .section(let number)? = steps.first else { return nil }
    return (
      number,
      steps.dropFirst().compactMap {
        if case .child(let label) = $0 { return label }
        return nil
      }
    )
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
