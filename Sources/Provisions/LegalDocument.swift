package import Diagnostics

/// One legal document as flat arrays: the law as values, the same for every dialect.
///
/// Invariant: every character of the body's text lies in ``content``, in the order of the source.
package struct LegalDocument: Sendable {
  package var identity: Identity
  /// The name of the dialect that read it: "akoma-ntoso", "justice-canada".
  package let dialect: String
  package let file: SourceFile.ID
  /// Where it was read from, as the user gave it: parts of a collection may be named by their files.
  package var path: String
  /// In preorder; `provisions[0]` is the document.
  package var provisions: [Provision]
  /// In preorder; `content[0]` is the document's own node.
  package var content: [ContentNode]
  /// All character data, UTF-8, in the order of the source.
  package let text: [UInt8]
  /// Values that came out of attributes: targets, identifiers.
  package var strings: [UInt8]
  /// The dialect's own words for elements, by index.
  package var words: [String]
  package var references: [Reference]
  package var notes: [Note]
  package var anchors: [Anchor]
  /// Local identifiers of the metadata that marks may name: `TLCConcept` entries, events, periods.
  package var declared: Set<String>
  /// Entries of the metadata for concepts of the project's own ontology (`…/nomodex/…`), by local identifier: their addresses.
  package var concepts: [String: String] = [:]
  package var events: [LifecycleEvent]
  package var unmapped: [UnmappedElement]
  /// What the dialect knows about the document's own time in force.
  package var validity: ValidityInterval
  /// Whether the intervals of provisions date the wording that is loaded and not the provision itself: before them, an
  /// earlier wording that is not loaded was in force.
  package var intervalsDateTheText: Bool
  /// Whether this dialect, or this document, marks its references, so that a missing mark means something.
  package var marksReferences: Bool
  /// Whether duplicate identifiers are a fault here; some publishers repeat theirs on purpose.
  package var identifiersAreUnique: Bool
  /// Whether the metadata record changes that the document makes, to others or to itself.
  package var recordsChanges = false
  /// Where amendments were carried out on the source: which.
  package var consolidated: Consolidated?
  /// `false` when the source was cut by a fault, or lies in several files: what is absent here may stand in the rest.
  package let isComplete: Bool
  /// Whether the source was cut by a fault: the text ends somewhere, and is not published.
  package let isCut: Bool

  package init(identity: Identity, dialect: String, file: SourceFile.ID, text: [UInt8], isComplete: Bool, isCut: Bool) {
    self.identity = identity
    self.dialect = dialect
    self.file = file
    self.text = text
    self.isComplete = isComplete
    self.isCut = isCut
    path = ""
    provisions = []
    content = []
    strings = []
    words = [""]
    references = []
    notes = []
    anchors = []
    declared = []
    events = []
    unmapped = []
    validity = .unknown
    intervalsDateTheText = false
    marksReferences = false
    identifiersAreUnique = true
  }
}

extension LegalDocument {
  /// Characters of the text buffer as a string.
  package func string(_ range: TextRange) -> String {
    String(decoding: text[range.indices], as: UTF8.self)
  }

  /// Characters of the buffer of attribute values as a string.
  package func attributeString(_ range: TextRange) -> String {
    String(decoding: strings[range.indices], as: UTF8.self)
  }

  /// The number as printed: "12", "a", "2-bis"; empty when there is none.
  package func number(of index: Int) -> String { string(provisions[index].number) }

  /// All text below a content node with white space folded, cut to about `limit` characters.
  package func plainText(_ node: Int, limit: Int = .max) -> String {
    var out: [UInt8] = []
    var blank = true
    var i = node
    let last = Int(content[node].end)
    while i < last {
      let item = content[i]
      if item.kind == .text {
        for byte in text[item.textRange.indices] {
          if byte == 0x20 || (9...13).contains(byte) {
            if !blank { out.append(0x20) }
            blank = true
          } else {
            out.append(byte)
            blank = false
          }
        }
        if out.count > limit, limit != .max { break }
      } else if item.kind == .note, i != node {
        i = Int(item.end)
        continue
      } else if item.kind.isBlock || item.kind == .lineBreak, !blank {
        out.append(0x20)
        blank = true
      }
      i += 1
    }
    while out.last == 0x20 { out.removeLast() }
    let text = String(decoding: out, as: UTF8.self)
    return text.count > limit ? text.prefix(limit) + "…" : text
  }

  /// The heading of a provision as one line; empty when there is none.
  package func heading(of index: Int) -> String {
    let node = Int(provisions[index].headingNode)
    return node == 0 ? "" : plainText(node, limit: 160)
  }

  /// What a person calls the provision: "Article 12(3)", "paragraph 2 of Article 5" is left to the messages.
  package func label(of index: Int) -> String {
    if index == 0 { return identity.displayTitle }
    let provision = provisions[index]
    let number = self.number(of: index)
    if number.isEmpty {
      let text = heading(of: index)
      if !text.isEmpty { return "\(provision.kind.word) “\(text)”" }
      return provision.ordinal > 0 ? "\(provision.kind.word) no. \(provision.ordinal)" : provision.kind.word
    }
    return "\(provision.kind.word) \(number)"
  }

  /// What a person calls the provision, from the citable unit down: "article 6 “Duty to accept”, paragraph 2". Of the document,
  /// its title.
  package func fullLabel(of index: Int, withHeadings: Bool = true) -> String {
    if index == 0 { return label(of: 0) }
    var out: [String] = []
    var holder = index
    while holder != 0 {
      let provision = provisions[holder]
      var label = label(of: holder)
      let heading = withHeadings ? heading(of: holder) : ""
      if !heading.isEmpty, !label.contains(heading) { label += " “\(heading)”" }
      if !provision.number.isEmpty || holder == index { out.insert(label, at: 0) }
      if !provision.kind.isInner { break }
      holder = Int(provision.parent)
    }
    return out.joined(separator: ", ")
  }

  /// The innermost provision whose content holds a content node.
  package func provision(holding node: Int) -> Int {
    var low = 0
    var high = provisions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(provisions[middle].contentStart) <= node { low = middle } else { high = middle }
    }
    var index = low
    while index > 0, Int(provisions[index].contentEnd) <= node { index = Int(provisions[index].parent) }
    return index
  }

  /// The place that an identifier names; a further name of a place counts only where nothing else bears it.
  package func anchor(named identifier: String) -> Anchor? {
    anchors.first { !$0.isAlias && attributeString($0.name) == identifier }
      ?? anchors.first { attributeString($0.name) == identifier }
  }

  /// The indices of the provisions directly below one, in order.
  package func children(of index: Int) -> ChildProvisions { ChildProvisions(document: self, parent: index) }

  /// Source bytes of the number as printed, else of the start of the provision.
  package func numberRange(of index: Int) -> SourceRange {
    let provision = provisions[index]
    if provision.numberNode != 0 {
      let node = Int(provision.numberNode)
      for item in content[node..<Int(content[node].end)] where item.kind == .text {
        return SourceRange(file: file, start: item.offset, end: item.offset + item.count)
      }
    }
    return SourceRange(file: file, start: provision.sourceStart, end: provision.sourceStart + 1)
  }
}

/// The provisions directly below another one, without an array of their own.
package struct ChildProvisions: Sequence, IteratorProtocol {
  private let document: LegalDocument
  private var next_: Int
  private let end: Int

  init(document: LegalDocument, parent: Int) {
    self.document = document
    next_ = parent + 1
    end = Int(document.provisions[parent].subtreeEnd)
  }

  package mutating func next() -> Int? {
    guard next_ < end else { return nil }
    defer { next_ = Int(document.provisions[next_].subtreeEnd) }
    return next_
  }
}
