package import Provisions

/// How one text of an act differs from another.
package struct Difference: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case inserted, removed, changed
  }

  package let kind: Kind
  /// The stable path of the provision.
  package let path: String
  /// "article 14, paragraph 2".
  package let label: String
  /// The words of the provision without those of its parts; for an inserted or removed one with them.
  package let words: [Word]

  /// A word, or several, and whether they stand in both texts, only in the newer or only in the older one.
  package struct Word: Sendable, Equatable {
    package enum Side: String, Sendable {
      case both, newer, older
    }

    package let side: Side
    package let text: String

    package init(side: Side, text: String) {
      self.side = side
      self.text = text
    }
  }
}

/// The differences between two texts of an act, in the order of the newer; what is only in the older one comes where its
/// predecessor stands.
///
/// Provisions are compared by stable path, then by words. A provision that got another number is one that is gone and one
/// that is new.
package func compare(_ older: LegalDocument, _ newer: LegalDocument) -> [Difference] {
  let (old, new) = (units(of: older), units(of: newer))
  let oldByPath = Dictionary(old.map { ($0.path, $0) }) { first, _ in first }
  let newByPath = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
  var out: [Difference] = []
  var gone: [String: [Unit]] = [:]
  var last = ""
  for unit in old {
    if newByPath[unit.path] != nil {
      last = unit.path
    } else if newByPath[unit.parent] != nil || unit.parent.isEmpty {
      gone[last, default: []].append(unit)
    }
  }
  func removed(behind path: String) {
    for unit in gone[path] ?? [] {
      out.append(
        Difference(kind: .removed, path: unit.path, label: unit.label, words: [.init(side: .older, text: unit.whole)]))
    }
  }
  removed(behind: "")
  for unit in new {
    if let before = oldByPath[unit.path] {
      if before.own != unit.own {
        out.append(
          Difference(kind: .changed, path: unit.path, label: unit.label, words: words(before.own, unit.own)))
      }
      removed(behind: unit.path)
    } else if oldByPath[unit.parent] != nil || unit.parent.isEmpty {
      out.append(
        Difference(kind: .inserted, path: unit.path, label: unit.label, words: [.init(side: .newer, text: unit.whole)]))
    }
  }
  return out
}

/// A provision as it is compared.
private struct Unit {
  let path: String
  let parent: String
  let label: String
  /// Its words without those of its parts.
  let own: [String]
  /// All its words.
  let whole: String
}

private func units(of document: LegalDocument) -> [Unit] {
  document.provisions.indices.map { index in
    let provision = document.provisions[index]
    var own = ""
    var whole = ""
    var partEnd = 0
    for i in Int(provision.contentStart)..<Int(provision.contentEnd) {
      let node = document.content[i]
      if node.kind == .provision, i > Int(provision.contentStart) { partEnd = max(partEnd, Int(node.end)) }
      // Phrases go on in one word, blocks begin another.
      let text = node.kind == .text ? document.string(node.textRange) : node.kind.isPhrase ? "" : " "
      whole += text
      if i >= partEnd { own += text }
    }
    var labels: [String] = []
    var holder = index
    while holder != 0, !document.provisions[holder].kind.isGroup {
      labels.insert(document.label(of: holder), at: 0)
      holder = Int(document.provisions[holder].parent)
    }
    if labels.isEmpty { labels = [index == 0 ? "the act" : document.label(of: index)] }
    return Unit(
      path: document.path(of: index), parent: index == 0 ? "" : document.path(of: Int(provision.parent)),
      label: labels.joined(separator: ", "), own: own.split { $0.isWhitespace }.map(String.init),
      whole: whole.split { $0.isWhitespace }.joined(separator: " "))
  }
}

/// Runs of words that both texts have, and that only one has.
private func words(_ old: [String], _ new: [String]) -> [Difference.Word] {
  let difference = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var runs: [Run] = []
  func add(_ side: WritableKeyPath<Run, [String]>, _ word: String) {
    let isKept = side == \.kept
    if let last = runs.last, last.isKept == isKept {
      runs[runs.count - 1][keyPath: side].append(word)
    } else {
      runs.append(Run())
      runs[runs.count - 1][keyPath: side].append(word)
    }
  }
  var (i, k) = (0, 0)
  while i < old.count || k < new.count {
    if i < old.count, removed.contains(i) {
      add(\.older, old[i])
      i += 1
    } else if k < new.count, inserted.contains(k) {
      add(\.newer, new[k])
      k += 1
    } else {
      if k < new.count { add(\.kept, new[k]) }
      i += 1
      k += 1
    }
  }
  return joined(runs).flatMap(\.words)
}

/// Words that both texts have, or words of the one in place of words of the other.
private struct Run {
  var kept: [String] = []
  var older: [String] = []
  var newer: [String] = []
  var isKept: Bool { !kept.isEmpty }

  var words: [Difference.Word] {
    [(Difference.Word.Side.both, kept), (.older, older), (.newer, newer)].filter { !$0.1.isEmpty }
      .map { Difference.Word(side: $0.0, text: $0.1.joined(separator: " ")) }
  }
}

/// Changes are joined over words that are kept between them by chance: those that are fewer than what changes on both sides.
///
/// "the" and "of" stand in every sentence; a rewritten one would else be read as many small changes.
private func joined(_ runs: [Run]) -> [Run] {
  var out: [Run] = []
  for run in runs {
    guard !run.isKept, out.count > 1, let kept = out.last?.kept else {
      out.append(run)
      continue
    }
    func size(_ run: Run) -> Int { max(run.older.count, run.newer.count) }
    guard kept.count < size(out[out.count - 2]), kept.count < size(run) else {
      out.append(run)
      continue
    }
    out.removeLast()
    out[out.count - 1].older += kept + run.older
    out[out.count - 1].newer += kept + run.newer
  }
  return out
}
