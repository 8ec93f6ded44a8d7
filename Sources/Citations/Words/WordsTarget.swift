import Provisions

/// A citation as the target of a reference: the form in which it lies between reading and linking.
///
/// First line: a letter for the kind of mention and its words. Each further line: a step, as level, number and, behind "..",
/// the last number of a range. Numbers in normal form hold no white space.
extension TextCitation {
  /// The first byte of the target of a citation whose title may go on behind its words.
  static let titledMark = UInt8(ascii: "w")

  package var target: String {
    let mention =
      switch act {
      case .unnamed: "u"
      case .unclear: "c"
      case .this: "t"
      case .generic(let word): "g" + word
      case .preceding: "p"
      case .titled(let words): "w" + words.replacing("\n", with: " ")
      case .named(let words): "n" + words.replacing("\n", with: " ")
      }
    var lines = [mention]
    for step in steps {
      let number = String(decoding: step.number, as: UTF8.self)
      let through = String(decoding: step.through, as: UTF8.self)
      lines.append("\(step.level.rawValue) \(number)" + (through.isEmpty ? "" : " \(through)"))
    }
    return lines.joined(separator: "\n")
  }

  /// The citation behind a target; `nil` where the text is none.
  package init?(target: String) {
    let lines = target.split(separator: "\n", omittingEmptySubsequences: false)
    guard let mark = lines.first?.first else { return nil }
    let words = String(lines[0].dropFirst())
    let act: ActMention
    switch mark {
    case "u": act = .unnamed
    case "c": act = .unclear
    case "t": act = .this
    case "g": act = .generic(words)
    case "p": act = .preceding
    case "w": act = .titled(words)
    case "n": act = .named(words)
    default: return nil
    }
    var steps: [UnitStep] = []
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ")
      guard parts.count >= 2, let raw = UInt8(parts[0]), let level = UnitLevel(rawValue: raw) else { return nil }
      steps.append(UnitStep(level, Array(parts[1].utf8), through: parts.count > 2 ? Array(parts[2].utf8) : []))
    }
    self.init(range: 0..<0, steps: steps, act: act)
  }

  /// What a person calls the units: "article 57, paragraph 3".
  package var label: String {
    steps.map { step in
      let number = String(decoding: step.number, as: UTF8.self)
      return "\(step.level.word) \(number)"
        + (step.through.isEmpty ? "" : " to \(String(decoding: step.through, as: UTF8.self))")
    }.joined(separator: ", ")
  }
}
