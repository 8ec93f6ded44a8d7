import Provisions
import Wording

/// The words of the smallest unit that can be cited, as a tree of blocks: a point is read with what stands before it.
struct UnitText: Sendable {
  /// Index into the provisions.
  let provision: Int
  let isDefinition: Bool
  /// The term of a definition.
  let term: [Token]
  /// The heading of the group that holds the unit.
  let group: String
  let root: Block

  struct Block: Sendable {
    /// Words before the first inner block.
    var own: [Token] = []
    var inner: [Block] = []
    /// Words behind an inner block.
    var tail: [Token] = []

    /// All words in the order of the text.
    var linear: [Token] { own + inner.flatMap(\.linear) + tail }
  }
}

/// Cuts documents into units.
struct UnitReader {
  private let document: LegalDocument
  private let isCanadian: Bool

  init(_ document: LegalDocument) {
    self.document = document
    isCanadian = document.dialect == "justice-canada"
  }

  /// The units of the document, in its order. Quoted law is none.
  func units() -> [UnitText] {
    var out: [UnitText] = []
    var group = ""
    var i = 1
    while i < document.provisions.count {
      let provision = document.provisions[i]
      if provision.traits.contains(.quoted) {
        i = max(i + 1, Int(provision.subtreeEnd))
        continue
      }
      if provision.kind.isGroup { group = document.heading(of: i) }
      guard provision.kind.isCitableUnit else {
        i += 1
        continue
      }
      out += units(below: i, group)
      i = max(i + 1, Int(provision.subtreeEnd))
    }
    return out
  }

  private func units(below citable: Int, _ group: String) -> [UnitText] {
    let parts = document.children(of: citable).filter { isPart($0) }
    var out: [UnitText] = []
    if parts.isEmpty {
      out.append(unit(citable))
    } else {
      // An introduction to the subsections may be a rule of its own.
      let own = unit(citable)
      if !own.root.own.isEmpty || !own.root.inner.isEmpty { out.append(own) }
      out += parts.map(unit)
    }
    for i in citable..<Int(document.provisions[citable].subtreeEnd) where document.provisions[i].kind == .definition {
      out.append(definition(i))
    }
    func unit(_ i: Int) -> UnitText {
      UnitText(
        provision: i, isDefinition: false, term: [], group: group,
        root: block(i, without: i == citable ? Set(parts) : []))
    }
    func definition(_ i: Int) -> UnitText {
      UnitText(
        provision: i, isDefinition: true, term: Tokenizer.tokens(document.number(of: i)), group: group,
        root: block(i, without: []))
    }
    return out
  }

  /// Whether a part of a section or article is a unit of its own: subsections, and numbered paragraphs outside Canada, whose
  /// paragraphs are points.
  private func isPart(_ i: Int) -> Bool {
    let kind = document.provisions[i].kind
    return kind == .subsection || kind == .paragraph && !isCanadian
  }

  // MARK: Words

  private func block(_ provision: Int, without left: Set<Int>) -> UnitText.Block {
    var block = UnitText.Block()
    var text = ""
    func flush() {
      guard !text.isEmpty else { return }
      let tokens = Tokenizer.tokens(text)
      if block.inner.isEmpty { block.own += tokens } else { block.tail += tokens }
      text = ""
    }
    let own = document.provisions[provision]
    var i = Int(own.contentStart) + 1
    let end = Int(own.contentEnd)
    while i < end {
      let node = document.content[i]
      switch node.kind {
      case .text:
        text += document.string(node.textRange)
        i += 1
      case .provision:
        let inner = Int(node.start)
        let kind = document.provisions[inner].kind
        if !left.contains(inner), kind != .definition, !document.provisions[inner].traits.contains(.quoted) {
          flush()
          block.inner.append(self.block(inner, without: []))
        } else {
          text += " "
        }
        i = max(i + 1, Int(node.end))
      case .listItem:
        flush()
        block.inner.append(listItem(i))
        i = max(i + 1, Int(node.end))
      case .number, .heading, .subheading, .history, .note, .noteMark, .quotation, .quotedText, .table, .figure,
        .formula,
        .foreignLanguage, .repealed:
        text += " "
        i = max(i + 1, Int(node.end))
      case .reference where isTitle(node), .emphasis where isLongTitle(i):
        text += " §title "
        i = max(i + 1, Int(node.end))
      default:
        if node.kind.isBlock { text += " " }
        i += 1
      }
    }
    flush()
    return block
  }

  private func listItem(_ item: Int) -> UnitText.Block {
    var block = UnitText.Block()
    block.own = Tokenizer.tokens(document.plainText(item))
    return block
  }

  /// A link whose words are the title of an act.
  private func isTitle(_ node: ContentNode) -> Bool {
    let form = document.references[Int(node.start)].form
    return form == .actNumber || form == .actTitle
  }

  private func isLongTitle(_ node: Int) -> Bool {
    isCanadian && document.plainText(node, limit: 200).split(separator: " ").count > 2
  }
}
