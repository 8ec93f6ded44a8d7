package import Diagnostics
import Citations
import Provisions

/// A character that cannot be seen and changes what is seen.
package enum HiddenCharacter: Rule {
  package static let info = RuleInfo(
    name: "hidden-character", family: .structure, severity: .warning,
    summary: "The text holds a control, direction or zero-width character.",
    rationale: """
      Direction controls make a text read otherwise than it is, zero-width characters make two equal words different, and \
      control characters of the range U+0080 to U+009F, left behind by conversions from windows-125x, cannot stand in a \
      web page: there they are shown as U+FFFD, the one exception to the promise that every character is published. Soft \
      hyphens and zero-width joiners, which some scripts need, are not flagged. One finding for each kind and document.
      """,
    example: "the fee is <U+202E>001<U+202C> euro",
    fix: "Delete the character, or replace it by the one that was meant.",
    precision: """
      3 findings in 249 documents, all read, all right: U+2060 in two drafts, U+200E in one regulation.
      """)

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    var first: [UInt32: (byte: Int, count: Int)] = [:]
    let text = document.text.span
    var i = 0
    while i < text.count {
      // Only these lead bytes begin a character that is looked for: C2 (U+0080…), D8 (U+061C), E2 (U+2000…), EF. Stretches
      // without them are passed over in steps.
      if i + 32 <= text.count, !mayHide(text.extracting(i..<i + 32)) {
        i += 32
        continue
      }
      let lead = text[i]
      if lead == 0xC2 || lead == 0xD8, i + 1 < text.count {
        let value = UInt32(lead & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
        if (0x80...0x9F).contains(value) || value == 0x61C { first[value, default: (i, 0)].count += 1 }
        i += 2
      } else if lead == 0xE2 || lead == 0xEF, i + 2 < text.count {
        let value = UInt32(lead & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F)
        if isHidden(value) { first[value, default: (i, 0)].count += 1 }
        i += 3
      } else {
        i += 1
      }
    }
    return first.sorted { $0.key < $1.key }.compactMap { value, use in
      guard let n = document.content.firstIndex(where: { $0.kind == .text && $0.textRange.indices.contains(use.byte) })
      else { return nil }
      let node = document.content[n]
      let place = node.offset + UInt32(use.byte) - node.start
      let digits = String(value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return finding(
        "the text holds the invisible character \(name)\(use.count > 1 ? ", \(use.count) times" : "")",
        at: SourceRange(file: document.file, start: place, end: place + (value < 0x800 ? 2 : 3)),
        in: subject.address(d, document.provision(holding: n)),
        remedy: "delete it, or replace it by the character that was meant")
    }
  }

  /// Whether one of the lead bytes is among these, in a loop that the compiler can widen.
  @inline(__always)
  private static func mayHide(_ bytes: Span<UInt8>) -> Bool {
    var marks: UInt8 = 0
    for k in bytes.indices {
      let byte = bytes[k]
      marks |= (byte == 0xC2 ? 1 : 0) | (byte == 0xD8 ? 1 : 0) | (byte == 0xE2 ? 1 : 0) | (byte == 0xEF ? 1 : 0)
    }
    return marks != 0
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
