import Provisions

/// File names of documents: checked letters only, unique whatever the file system does with case, never longer than it allows.
enum Naming {
  /// By document; `nil` for documents that were cut by a fault and are not published.
  static func slugs(of documents: [LegalDocument]) -> [String?] {
    var taken: Set<String> = ["index"]
    var texts: [String: Int] = [:]
    for document in documents { texts[stem(document), default: 0] += 1 }
    return documents.map { document in
      guard !document.isCut else { return nil }
      var name = stem(document)
      if texts[name, default: 0] > 1, let date = document.identity.versionDate { name += "." + date.description }
      var candidate = name
      var n = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)-\(n)"
        n += 1
      }
      return candidate
    }
  }

  private static func stem(_ document: LegalDocument) -> String {
    checked(document.identity.work) + "." + checked(document.identity.language)
  }

  /// Lower-case ASCII letters, digits, points and hyphens. Whatever had to go is made up for by a hash of the whole.
  static func checked(_ text: String) -> String {
    var out = ""
    var changed = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": out.unicodeScalars.append(scalar)
      case "A"..."Z": out += String(scalar).lowercased()
      case "/", "_", "-", " ", ":", ".":
        // Separators never start, end or repeat, so that neither `..` nor a hidden file can come about.
        if let last = out.last, last != "-" { out += "-" }
      default: changed = true
      }
    }
    while out.last == "-" { out.removeLast() }
    let reserved = ["con", "prn", "aux", "nul", "com1", "lpt1"].contains(out)
    if out.utf8.count > 100 {
      out = String(out.prefix(100))
      changed = true
    }
    if out.isEmpty || changed || reserved {
      out += (out.isEmpty ? "" : "-") + String(stableHash(text.utf8), radix: 16)
    }
    return out
  }
}
