/// What a checker of legal bases has to know of a legal order: the ranks of its acts, and which general acts cover what.
package struct Profile: Sendable {
  package internal(set) var jurisdiction = ""
  package internal(set) var name = ""
  var kinds: [KindRank] = []
  var titles: [TitleRank] = []
  var dialects: [DialectRank] = []
  package internal(set) var generalActs: [GeneralAct] = []
  /// The longest path of references on which a basis is within reach.
  package internal(set) var longestPath = 3
  /// After how many months without the rules that a clause orders it counts as unfulfilled, where it names no date.
  package internal(set) var unfulfilledAfterMonths = 12
  /// Whether this is the profile that is built in and knows no legal order.
  package internal(set) var isDefault = false

  /// The rank of a kind of act.
  struct KindRank: Sendable {
    let kind: String
    let rank: String
    /// The rank that the kind has where a requirement reserves a matter to a rank.
    let countsAs: String
    let country: String
    let isGuess: Bool
    /// Taken only where nothing that comes later fits.
    let isWeak: Bool
  }

  /// A rank told by the words of a title.
  struct TitleRank: Sendable {
    let rank: String
    let languages: [String]
    let starts: [String]
    let contains: [String]
    let ends: [String]
    let isGuess: Bool
  }

  struct DialectRank: Sendable {
    let dialect: String
    let element: String
    let rank: String
    let isGuess: Bool
  }

  /// An act that covers a class of dealings by its own words (reach R4).
  package struct GeneralAct: Sendable {
    package let work: String
    /// Types of interaction; `nil` for all.
    package let dealings: [String]?
    /// Types that the act takes out.
    package let except: [String]

    package func covers(_ type: String) -> Bool { !except.contains(type) && dealings?.contains(type) ?? true }
  }
}

/// The rank of an act, and how it was found.
package struct ActRank: Sendable, Equatable {
  /// As the catalogue names ranks; empty where nothing tells it.
  package let rank: String
  /// The rank that counts where a requirement reserves a matter.
  package let countsAs: String
  /// The word that decided: "kind “law”", "title “Law on …”".
  package let source: String
  /// The word does not decide for certain.
  package let isGuess: Bool
}

/// What of a document tells its rank.
package struct RankEvidence: Sendable {
  package let kind: String
  package let country: String
  package let language: String
  package let title: String
  package let dialect: String
  /// The root element, in the spelling of its dialect.
  package let element: String

  package init(kind: String, country: String, language: String, title: String, dialect: String, element: String) {
    self.kind = kind
    self.country = country
    self.language = language
    self.title = title
    self.dialect = dialect
    self.element = element
  }
}

extension Profile {
  /// The rank of a document, or `nil` where no word of it tells one or it is no norm of a state.
  package func rank(of evidence: RankEvidence) -> ActRank? {
    var weak: ActRank?
    let kind = Self.normalised(evidence.kind)
    if let known = byKind(kind, evidence.country) {
      if !known.isWeak, known.rank != "by-title" {
        return found(known.rank, known.countsAs, "kind “\(evidence.kind)”", known.isGuess)
      }
      if known.isWeak { weak = found(known.rank, known.countsAs, "kind “\(evidence.kind)”", known.isGuess) }
    }
    let title = evidence.title.lowercased()
    for entry in titles where entry.languages.contains(evidence.language) && entry.fits(title) {
      return found(entry.rank, entry.rank, "title “\(evidence.title)”", entry.isGuess)
    }
    if let weak { return weak }
    let element = dialects.first { $0.dialect == evidence.dialect && $0.element == evidence.element }
    return element.flatMap { found($0.rank, $0.rank, "element <\(evidence.element)>", $0.isGuess) }
  }

  private func found(_ rank: String, _ countsAs: String, _ source: String, _ isGuess: Bool) -> ActRank? {
    rank == "none" ? nil : ActRank(rank: rank, countsAs: countsAs, source: source, isGuess: isGuess)
  }

  private func byKind(_ kind: String, _ country: String) -> KindRank? {
    guard !kind.isEmpty else { return nil }
    let same = kinds.filter { $0.kind == kind }
    return same.first { $0.country == country && !country.isEmpty } ?? same.first { $0.country.isEmpty }
  }

  static func normalised(_ kind: String) -> String {
    kind.lowercased().replacing("_", with: "-").replacing(" ", with: "-").replacing("/", with: "-")
  }
}

extension Profile.TitleRank {
  func fits(_ title: String) -> Bool {
    if contains.contains(where: { title.contains($0) }) { return true }
    for start in starts where title.hasPrefix(start) {
      let next = title.dropFirst(start.count).first
      if start.contains(" ") || next.map({ !$0.isLetter }) ?? true { return true }
    }
    return ends.contains { end in
      title.split(separator: " ").prefix(6).contains { word in
        word.trimmingSuffix(while: { ".,;()".contains($0) }).hasSuffix(end)
      }
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var out = self
    while let last = out.last, isTrimmed(last) { out.removeLast() }
    return out
  }
}
