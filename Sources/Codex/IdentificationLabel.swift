import Provisions

extension LegalDocument {
  /// What a part of the identification is, in the source's own word for it: "Registration date" for an element
  /// `RegistrationDate`. A bare number or date says nothing without it. `nil` where the source has no word.
  func identificationLabel(of node: ContentNode) -> String? {
    guard node.word != 0, node.flags.contains(.holdsText) else { return nil }
    var out = ""
    for character in words[Int(node.word)] {
      if character.isUppercase, !out.isEmpty { out.append(" ") }
      out += out.isEmpty ? character.uppercased() : character.lowercased()
    }
    return out
  }
}
