package import Diagnostics

/// The bytes of one file as a message needs them: the UTF-8 form, decoded the way the reader did.
package func sourceText(_ source: borrowing SourceBuffer) -> SourceText {
  if case .transcode(_, let name, let skip) = source.withBytes(encodingVerdict) {
    return SourceText(transcode(source.copy(), from: name, skip: skip).utf8)
  }
  return SourceText(source.copy())
}

extension SourceText {
  /// The bytes between the quotes of an attribute in the start tag at `tag`, or `nil` if the tag does not write it.
  ///
  /// - Parameter name: the name as written, prefix included.
  package func attributeValue(tag: UInt32, name: String) -> Range<UInt32>? {
    func isSpace(_ c: UInt8) -> Bool { c == 0x20 || c == 9 || c == 10 || c == 13 }
    let wanted = Array(name.utf8)
    var i = Int(tag) + 1
    while i < bytes.count, !isSpace(bytes[i]), bytes[i] != 0x3E, bytes[i] != 0x2F { i += 1 }
    while i < bytes.count {
      while i < bytes.count, isSpace(bytes[i]) { i += 1 }
      guard i < bytes.count, bytes[i] != 0x3E, bytes[i] != 0x2F else { return nil }
      let start = i
      while i < bytes.count, !isSpace(bytes[i]), bytes[i] != 0x3D { i += 1 }
      let found = bytes[start..<i].elementsEqual(wanted)
      while i < bytes.count, bytes[i] != 0x22, bytes[i] != 0x27 { i += 1 }
      guard i < bytes.count else { return nil }
      let quote = bytes[i]
      let value = i + 1
      i = value
      while i < bytes.count, bytes[i] != quote { i += 1 }
      if found { return UInt32(clamping: value)..<UInt32(clamping: i) }
      i += 1
    }
    return nil
  }
}
