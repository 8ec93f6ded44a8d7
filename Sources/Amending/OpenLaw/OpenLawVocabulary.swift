import XMLReading

/// What an element of the Open Law vocabularies is, in whichever of their namespaces it stands.
enum OpenLawElement: UInt8, Sendable {
  /// Text, or an element that means nothing to the codification.
  case other
  case document, container, section, paragraph, inclusion
  case number, heading, prefix, text, afterText, reason, tableCell, tableHead, subheading
  case annotations, annotation, citation, codeCitation, span, meta, effective, find, replacement
  /// Instructions that change text.
  case insert, replace, replaceOrInsert, findReplace, repeal, redesignate, organic, recodify, createContainer, remove
  case expire, reserve
  /// An annotation of the editors, or a macro that makes one: it changes no text, but the history tells of it.
  case remark
  /// When the amendments of a provision begin to apply.
  case applicability
  /// An instruction that changes neither the text of the law nor its history.
  case note
  /// Where a provision of an act stands in a code.
  case stub, place
  case externalFile

  /// An instruction that is carried out.
  var isInstruction: Bool { OpenLawElement.insert.rawValue <= rawValue && rawValue <= Self.remark.rawValue }

  /// What holds words of the law and no units.
  var isLeaf: Bool {
    switch self {
    case .number, .heading, .prefix, .text, .afterText, .reason, .tableCell, .tableHead: true
    default: false
    }
  }

  /// What an address steps through by a number.
  var isUnit: Bool {
    switch self {
    case .container, .section, .paragraph: true
    default: false
    }
  }

  /// Data about the law or for the engine, not its words.
  var isForeign: Bool {
    switch self {
    case .annotations, .annotation, .meta, .applicability, .note, .stub, .place: true
    default: isInstruction
    }
  }

  init(_ name: QualifiedName) {
    self =
      switch OpenLawNamespace(name.namespace) {
      case .library: Self.law[name.local] ?? .other
      case .codify: Self.instructions[name.local] ?? .note
      case .codified: name.local == "stub" ? .stub : name.local == "at" ? .place : .note
      case .inclusion: name.local == "include" ? .externalFile : .other
      case nil: .other
      }
  }

  private static let law: [String: OpenLawElement] = [
    "document": .document, "container": .container, "section": .section, "para": .paragraph, "include": .inclusion,
    "num": .number, "heading": .heading, "prefix": .prefix, "text": .text, "aftertext": .afterText,
    "reason": .reason, "td": .tableCell, "th": .tableHead, "subheading": .subheading, "annotations": .annotations,
    "annotation": .annotation, "cite": .citation, "code-cite": .codeCitation, "span": .span, "meta": .meta,
    "effective": .effective, "find": .find, "replace": .replacement,
  ]

  private static let instructions: [String: OpenLawElement] = [
    "insert": .insert, "replace": .replace, "replace-or-insert": .replaceOrInsert, "find-replace": .findReplace,
    "repeal": .repeal, "redesignate-para": .redesignate, "organic": .organic, "recodify-section": .recodify,
    "create-sub-container": .createContainer, "remove": .remove, "expire": .expire, "placeholder": .reserve,
    "applicability": .applicability, "annotation": .remark, "not-funded-anno": .remark, "funded-anno": .remark,
  ]
}

/// The vocabularies of the engine, by what they are for. D.C. has names of its own for them.
enum OpenLawNamespace {
  case library, codify, codified, inclusion

  init?(_ namespace: String) {
    switch namespace {
    case "https://code.dccouncil.us/schemas/dc-library", "https://open.law/schemas/library": self = .library
    case "https://code.dccouncil.us/schemas/codify", "https://open.law/schemas/codify": self = .codify
    case "https://code.dccouncil.us/schemas/codified", "https://open.law/schemas/codified": self = .codified
    case "http://www.w3.org/2001/XInclude": self = .inclusion
    default: return nil
    }
  }
}

/// The attributes that the codification reads.
enum OpenLawAttribute: UInt8, Sendable {
  case other
  case id, type, href, doc, path, after, before, count, position, find, replace, date, history, prefix, tag, enacted
  case undesignated, number, headingText, historyPrefix, destination, placeholderText
  /// Global ones, which may stand on any element of an act.
  case targetDocument, targetPath, value, applicability
  /// What is only said to the engine, and leaves the text with the instruction.
  case engine

  init(_ name: QualifiedName) {
    switch OpenLawNamespace(name.namespace) {
    case .codify:
      self =
        switch name.local {
        case "doc": .targetDocument
        case "path": .targetPath
        case "value": .value
        case "applicability": .applicability
        default: .engine
        }
    case .codified: self = .engine
    default: self = name.namespace.isEmpty ? Self.plain[name.local] ?? .other : .other
    }
  }

  private static let plain: [String: OpenLawAttribute] = [
    "id": .id, "type": .type, "href": .href, "doc": .doc, "path": .path, "after": .after, "before": .before,
    "count": .count, "position": .position, "find": .find, "replace": .replace, "date": .date, "history": .history,
    "prefix-value": .prefix, "tag": .tag, "tag-value": .tag, "enacted": .enacted, "undesignated": .undesignated,
    "num-value": .number, "heading-value": .headingText, "history-prefix": .historyPrefix,
    "destination-path": .destination, "placeholder-value": .placeholderText,
  ]
}
