package import Provisions
package import XMLReading

/// What a dialect does with an element.
package enum Treatment: Sendable, Equatable {
  /// A unit that can be cited.
  case provision(ProvisionKind)
  /// A block or phrase.
  case content(ContentKind)
  case region(Region)
  /// A wrapper without meaning of its own: what it holds is read in its place.
  case transparent
  /// Data about the document, not its text.
  case ignored
  /// Depends on its place; the dialect's reader decides.
  case special(Special)
  /// Not in the table: the text is kept and the element reported.
  case unmapped

  /// Elements that need more than a table, in all dialects.
  package enum Special: UInt8, Sendable {
    case documentType, section, namedContainer, number, heading, reference, referenceRange, anchorReference, note
    case noteReference, metadata, attached, quotedStructure, figure, cell, foreign
    case groupHeading, label, enablingAuthority, internalReference, externalReference, definition, flatBody, language
    case relatedProvisions, schedule, image, modification, otherAuthority
    case metadataEntry, contentsEntry, part, printBreak, mathToken, mathScript
  }
}

/// What a dialect does with an attribute.
package enum AttributeRole: UInt8, Sendable {
  case other
  case eId, plainId, xmlId, currentId
  /// A further identifier of the same place, by which others may point to it.
  case alias
  case href, from, upTo, refersTo, actorAs, sourceMark, byMark
  case period, status, start, end
  case name, src, alt, columnSpan, rowSpan, value, date, languageCode, type, showAs, xmlLang, marker, breakAt, otherName
  case link, level, inForce, inForceStart, moreRows, nameStart, nameEnd, columnName, referenceType, idref
  /// How the print sets a paragraph, where the markup tells its part by that.
  case style
  /// The act that made a version.
  case amender
}

/// The element and attribute tables of a dialect.
package struct Vocabulary: Sendable {
  /// Whether the dialect's elements live in a namespace.
  package let owns: @Sendable (_ namespace: String) -> Bool
  /// By local name.
  package let elements: [String: Treatment]
  /// By local name; attributes in namespaces are written "xml:lang", "lims:id" with the names of ``prefixes``.
  package let attributes: [String: AttributeRole]
  /// Elements of other vocabularies that stand in documents as islands, by namespace and local name.
  package let islands: [String: [String: Treatment]]
  /// Short names for attribute namespaces that matter.
  package let prefixes: [String: String]
  /// Phrases behind which the source leaves the space to the layout, by local name.
  package let spaced: Set<String>

  package init(
    owns: @escaping @Sendable (String) -> Bool, elements: [String: Treatment], attributes: [String: AttributeRole],
    islands: [String: [String: Treatment]] = [:], prefixes: [String: String] = [:], spaced: Set<String> = []
  ) {
    self.owns = owns
    self.elements = elements
    self.attributes = attributes
    self.islands = islands
    self.spaced = spaced
    self.prefixes = prefixes.merging(["http://www.w3.org/XML/1998/namespace": "xml"]) { a, _ in a }
  }
}

extension Vocabulary {
  /// What becomes of an element by its name.
  func treatment(of name: QualifiedName) -> Treatment {
    if owns(name.namespace), let own = elements[name.local] { return own }
    return islands[name.namespace]?[name.local] ?? .unmapped
  }

  /// The role of an attribute by its name.
  func role(of name: QualifiedName) -> AttributeRole {
    if name.namespace.isEmpty { return attributes[name.local] ?? .other }
    return attributes[(prefixes[name.namespace] ?? name.namespace) + ":" + name.local] ?? .other
  }
}

/// Whether some dialect looks at attributes of this name.
@Sendable package func isReadAttribute(_ name: QualifiedName) -> Bool {
  allDialects.contains { $0.vocabulary.role(of: name) != .other }
}

/// A vocabulary by name index: what the reading loop looks at.
package struct ResolvedVocabulary: Sendable {
  package private(set) var treatments: [Treatment] = []
  package private(set) var roles: [AttributeRole] = []
  package private(set) var spaced: [Bool] = []

  package init() {}

  /// Names of one worker only grow, so what was resolved stays right.
  package mutating func extend(_ vocabulary: Vocabulary, to names: [QualifiedName]) {
    for name in names[min(treatments.count, names.count)...] {
      treatments.append(vocabulary.treatment(of: name))
      roles.append(vocabulary.role(of: name))
      spaced.append(vocabulary.spaced.contains(name.local))
    }
  }
}
