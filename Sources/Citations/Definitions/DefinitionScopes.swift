import Provisions

/// Where a definition holds, as the words before it say: "In this Part", "Les définitions qui suivent s’appliquent au
/// présent article", "По смисъла на този закон".
extension DefinitionReader {
  /// The scope that the words before a term name: those of its own sentence, else those before the list in which it
  /// stands.
  ///
  /// - Parameters:
  ///   - node: the node of the term.
  ///   - byte: where the term begins in a text; not looked at where the node is no text.
  ///   - holder: the innermost provision that holds the term.
  func scope(before node: Int, byte: Int = 0, holder: Int) -> DefinitionScope {
    var index = holder
    var upTo = node
    for _ in 0..<4 {
      let provision = document.provisions[index]
      var words = introduction(of: index, upTo: upTo)
      if upTo == node, document.content[node].kind == .text {
        let start = Int(document.content[node].start)
        if byte > start { words.append(start..<byte) }
      }
      if let scope = scope(named: words, holder: index) { return scope }
      if index == 0 || provision.kind.isCitableUnit || provision.kind.isGroup { break }
      upTo = Int(provision.contentStart)
      index = Int(provision.parent)
    }
    return .document
  }

  /// The texts of a provision in front of a node, without what lies in provisions below it.
  private func introduction(of index: Int, upTo: Int) -> [Range<Int>] {
    var out: [Range<Int>] = []
    let first = Int(document.provisions[index].contentStart)
    var k = first
    while k < upTo {
      let node = document.content[k]
      switch node.kind {
      case .provision where k > first && Int(node.end) <= upTo:
        // What stands before an earlier unit belongs to the list, what stands in it does not.
        k = Int(node.end)
        continue
      case .number, .heading, .note, .history:
        k = Int(node.end)
        continue
      case .text: out.append(node.textRange.indices)
      default: break
      }
      k += 1
    }
    return out
  }

  private func scope(named texts: [Range<Int>], holder: Int) -> DefinitionScope? {
    var roots: [Int] = []
    var others = false
    var afterThis = false
    var hasUnit = false
    var last: DefinitionLanguage.ScopeUnit?
    for range in texts {
      var i = max(range.lowerBound, range.upperBound - 400)
      while i < range.upperBound {
        if hasUnit, (0x30...0x39).contains(document.text[i]) { others = true }
        guard Letters.isStart(document.text, i) else {
          i += 1
          continue
        }
        let word = Letters.word(document.text, i, range.upperBound)
        i = word.end
        switch language.entry(word.hash) {
        case .this: afterThis = true
        case .unit(let unit) where afterThis:
          hasUnit = true
          last = unit
          if let root = root(unit, holder) { roots.append(root) } else { others = true }
          afterThis = false
        case .unit(.act) where last == nil && language.isInflected:
          // "По смисъла на наредбата"
          last = .act
          if let root = root(.act, holder) { roots.append(root) }
        case .unit: hasUnit = true
        case .units: others = true
        default: break
        }
      }
    }
    // "The definitions in this section apply in this Part": the last one counts.
    guard let root = roots.last else { return others ? .unclear : nil }
    if others { return .unclear }
    return DefinitionScope(root: root, isCertain: true)
  }

  private func root(_ unit: DefinitionLanguage.ScopeUnit, _ holder: Int) -> Int? {
    var k = holder
    while k != 0 {
      let kind = document.provisions[k].kind
      let isIt =
        switch unit {
        case .act: false
        case .treaty: kind == .annex || kind == .component
        case .part: kind == .part || kind == .book
        case .title: kind == .title
        case .chapter: kind == .chapter
        case .division: kind == .division
        case .group: kind == .group && !document.provisions[k].number.isEmpty
        case .rule: kind == .rule
        case .annex: kind == .annex
        case .unit: kind.isCitableUnit
        case .subsection: kind == .subsection || kind == .paragraph && kind.isInner
        case .paragraph: kind == .paragraph || kind == .subparagraph
        }
      if isIt { return k }
      k = Int(document.provisions[k].parent)
    }
    return unit == .act || unit == .treaty ? 0 : nil
  }
}
