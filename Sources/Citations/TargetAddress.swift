/// A target as written, taken apart: which work, and which place in it.
///
/// Sources: Akoma Ntoso Naming Convention 1.0 (work, expression, component, portion); ELI; `urn:nir` (AIPA, Italy);
/// LegalDocML.de (ELI with eId and character range as path segments).
package enum TargetAddress: Hashable, Sendable {
  /// An identifier in the same document: `#art_2`.
  case local(String)
  /// A portion of the same work: `~art_2`.
  case portion(String)
  /// Another work; `work` is normalised, see ``normalisedWork(_:)``. `portion` is empty for the whole work.
  case work(String, portion: String)
  /// A place on the web that is no address of law.
  case web(String)
  /// Written to be filled in later.
  case placeholder

  package init(_ written: String) {
    let text = written.trimmingSpaces
    if text.isEmpty || text == "#" || text.contains("undefiniert") || text == "TODO" || text == "TBD" {
      self = .placeholder
      return
    }
    if text.hasPrefix("#") {
      self = .local(String(text.dropFirst()))
      return
    }
    if text.hasPrefix("~") {
      self = .portion(String(text.dropFirst()))
      return
    }
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      // An ELI may be written as the address of the publisher's page.
      if let eli = text.firstRange(of: "/eli/") {
        self = Self.split(String(text[text.index(after: eli.lowerBound)...]))
      } else if let akn = text.firstRange(of: "/akn/") {
        self = Self.split(String(text[akn.lowerBound...]))
      } else {
        self = .web(text)
      }
      return
    }
    if lower.hasPrefix("mailto:") || lower.hasPrefix("tel:") || lower.hasPrefix("ftp:") || lower.hasPrefix("data:")
      || lower.hasPrefix("javascript:")
    {
      self = .web(text)
      return
    }
    self = Self.split(text)
  }

  private static func split(_ text: String) -> TargetAddress {
    if let mark = text.firstIndex(where: { $0 == "#" || $0 == "~" }) {
      var portion = String(text[text.index(after: mark)...])
      if portion.hasPrefix("~") { portion = String(portion.dropFirst()) }
      return .work(normalisedWork(String(text[..<mark])), portion: portion)
    }
    return .work(normalisedWork(text), portion: "")
  }

  /// The name of a component among what an address has behind the work, as its metadata is kept: `!annex_1/schedule_2`.
  static func componentName(_ parts: [Substring]) -> String {
    var rest = parts[...]
    if let language = rest.lastIndex(where: { $0.contains("@") }) { rest = rest[(language + 1)...] }
    if let mark = rest.firstIndex(where: { $0.hasPrefix("!") }) { rest = rest[mark...] }
    return "!" + rest.map { $0.drop { $0 == "!" } }.filter { !$0.isEmpty && $0 != "main" }.joined(separator: "/")
  }

  /// One spelling for each title: letters and digits in lower case, one space between words.
  package static func normalisedTitle(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isSpaceDue = false
    for byte in text.utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) {
        if isSpaceDue { bytes.append(0x20) }
        isSpaceDue = false
        bytes.append(lower)
      } else {
        isSpaceDue = !bytes.isEmpty
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One spelling for each work: lower case, without leading slash, component mark, extension and trailing slash.
  package static func normalisedWork(_ text: String) -> String {
    var parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: true)
    if let last = parts.last, last.hasSuffix(".xml") || last.hasSuffix(".akn") {
      parts[parts.count - 1] = last.dropLast(4)
    }
    while let last = parts.last, last == "main" || last == "!main" || last == "!" || last.isEmpty { parts.removeLast() }
    return parts.joined(separator: "/")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    guard let a = firstIndex(where: { !$0.isWhitespace }), let b = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[a...b])
  }
}
