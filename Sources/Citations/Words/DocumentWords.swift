package import Provisions

/// The citations in the words of a document, in the order of the text.
///
/// Left out is what belongs to another act or is no sentence: quoted law, numbers of units, notes of the metadata and of the
/// history, which speak of acts that amended this one. Marks of references are not looked at.
///
/// - Returns: citations whose ranges are bytes of ``LegalDocument/text``; empty where the language has no table.
package func readCitations(in document: LegalDocument) -> [TextCitation] {
  guard let language = CitationLanguage.of(document.identity.language), !document.content.isEmpty else { return [] }
  var parser = CitationParser(document.text, language)
  var run: Range<Int>?
  var ends: [Int] = []
  var i = 0
  var titleEnd = 0
  var frontEnd = 0
  // The parser is handed over: captured, it would be moved for each question asked of it.
  func flush(_ parser: inout CitationParser) {
    guard let block = run else { return }
    run = nil
    let before = parser.found.count
    parser.isFront = i <= frontEnd
    parser.read(block)
    // The front of a document bears its own title, and those of the acts that are in it.
    if i <= titleEnd { parser.dropWholeActs(from: before) }
  }
  while i < document.content.count {
    while let end = ends.last, end <= i {
      flush(&parser)
      ends.removeLast()
    }
    let node = document.content[i]
    switch node.kind {
    case .region:
      flush(&parser)
      ends.append(Int(node.end))
      let region = Region(rawValue: node.start)
      let isTitle = region == .preface || region == .cover || region == .identification
      if isTitle { titleEnd = max(titleEnd, Int(node.end)) }
      if isTitle || region == .preamble { frontEnd = max(frontEnd, Int(node.end)) }
    case .text:
      let range = node.textRange.indices
      run = (run?.lowerBound ?? range.lowerBound)..<range.upperBound
    case .number, .quotation, .quotedText, .history:
      flush(&parser)
      i = Int(node.end)
      continue
    case .note where !document.notes[Int(node.start)].isOfText:
      i = Int(node.end)
      continue
    case .heading, .subheading, .note:
      flush(&parser)
      ends.append(Int(node.end))
    default:
      if node.kind.isBlock {
        flush(&parser)
        ends.append(Int(node.end))
      }
    }
    i += 1
  }
  flush(&parser)
  return doubted(parser.found, parser.actWords, document)
}

/// Marks what may belong to another act or unit: an act is named before it in the same article, or, for a part of a unit,
/// another unit is.
private func doubted(_ found: [TextCitation], _ actWords: [Int], _ document: LegalDocument) -> [TextCitation] {
  var out = found
  var node = 0
  var article = -1
  var (hasAct, hasUnit) = (false, false)
  var word = 0
  for k in out.indices {
    let start = out[k].range.lowerBound
    while node + 1 < document.content.count {
      let item = document.content[node]
      if item.kind == .text, item.textRange.indices.upperBound > start { break }
      node += 1
    }
    let own = document.article(holding: document.provision(holding: node))
    if own != article {
      article = own
      (hasAct, hasUnit) = (false, false)
      // Words for acts in front of the article are of no matter.
      let from = document.firstText(of: own)
      while word < actWords.count, actWords[word] < from { word += 1 }
    }
    while word < actWords.count, actWords[word] < start {
      hasAct = true
      word += 1
    }
    let isPart = (out[k].steps.first?.level ?? .book) > .unit
    if out[k].act == .unnamed, hasAct || isPart && hasUnit { out[k].act = .unclear }
    switch out[k].act {
    case .titled, .named, .generic, .preceding: hasAct = true
    default: break
    }
    if !isPart, !out[k].steps.isEmpty { hasUnit = true }
  }
  return out
}

extension LegalDocument {
  /// The citable unit that holds a provision, else the outermost provision that is no group.
  fileprivate func article(holding index: Int) -> Int {
    var holder = index
    while holder != 0, !provisions[holder].kind.isCitableUnit {
      let parent = Int(provisions[holder].parent)
      if parent == 0 || provisions[parent].kind.isGroup { return holder }
      holder = parent
    }
    return holder
  }

  /// The first byte of a provision's text.
  fileprivate func firstText(of index: Int) -> Int {
    for node in content[Int(provisions[index].contentStart)..<Int(provisions[index].contentEnd)]
    where node.kind == .text {
      return Int(node.start)
    }
    return 0
  }
}
