import Provisions

extension Treatment {
  /// How the coverage table marks the treatment.
  package var sign: String {
    switch self {
    case .ignored, .special(.metadataEntry): "[ ]"
    case .transparent, .unmapped: "[o]"
    default: "[x]"
    }
  }

  /// The treatment in words.
  package var words: String {
    switch self {
    case .provision(let kind): "provision, \(kind.word)"
    case .content(let kind): "\(kind)"
    case .region(let region): "part of the page, \(region)"
    case .transparent: "read in the place of its wrapper"
    case .ignored: "data, not text"
    case .special(.metadataEntry): "data of the metadata; kept and reported where it stands elsewhere"
    case .special(let special): "by its place, \(special)"
    case .unmapped: "not known"
    }
  }
}
