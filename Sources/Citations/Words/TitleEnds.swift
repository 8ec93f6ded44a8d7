import Provisions

/// Lets citations reach to the end of the titles that they name, which only the loaded acts tell.
///
/// - Parameter documents: with the references of ``addCitations(to:source:)``.
/// - Returns: the names of the acts; `nil` where no document cites in words, so that no one asks for them.
func reachTitles(_ documents: inout [LegalDocument]) -> ActNames? {
  guard documents.contains(where: { $0.references.contains { $0.form == .words } }) else { return nil }
  let names = ActNames(documents)
  for d in documents.indices {
    for r in documents[d].references.indices where documents[d].references[r].form == .words {
      let target = documents[d].references[r].target
      // Only a title in words that may go on is not at its end yet.
      guard target.count > 0, documents[d].strings[Int(target.start)] == TextCitation.titledMark else { continue }
      guard let citation = TextCitation(target: documents[d].attributeString(documents[d].references[r].target)) else {
        continue
      }
      documents[d].reach(r, citation, names)
    }
  }
  return names
}

extension TextCitation {
  /// How many bytes behind its words belong to the title that they begin.
  func rest(ofTitleBehind words: ArraySlice<UInt8>, _ names: ActNames) -> Int {
    guard case .titled(let mention) = act, let length = names.reach(of: mention) else { return 0 }
    let title = Array(mention.utf8.prefix(length))
    // The words end with the first ones of the title.
    let shared = (1...max(1, min(title.count, words.count))).last { words.suffix($0).elementsEqual(title.prefix($0)) }
    return shared.map { title.count - $0 } ?? 0
  }
}

extension LegalDocument {
  /// Moves the border between the words of a citation and the text behind them.
  fileprivate mutating func reach(_ r: Int, _ citation: TextCitation, _ names: ActNames) {
    let words = Int(references[r].node) + 1
    let behind = words + 1
    guard behind < content.count, content[words].kind == .text, content[behind].kind == .text,
      content[behind].start == content[words].start + content[words].count
    else { return }
    let rest = UInt32(citation.rest(ofTitleBehind: text[content[words].textRange.indices], names))
    guard rest > 0, rest < content[behind].count else { return }
    content[words].count += rest
    content[behind].start += rest
    content[behind].count -= rest
    content[behind].offset += rest
    if text[content[behind].textRange.indices].allSatisfy({ $0 <= 0x20 }) { content[behind].flags.insert(.blank) }
    references[r].end += rest
  }
}
