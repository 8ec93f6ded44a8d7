import Citations
import Consolidation
import Provisions

/// What a page of a consolidated act says of its amendments.
extension Publication {
  /// A line of the history of an article.
  struct HistoryLine {
    /// "Paragraph 4 inserted by".
    let words: String
    /// "Law on Amendments …, No. 9-L".
    let act: String
    /// Where the instruction stands, as an address from this document's page; `nil` when it is not published.
    let address: String?
    /// "in force since 2017-07-01".
    let since: String
  }

  /// The history of a citable unit, its parts included, in the order in which the amendments took effect.
  func history(of index: Int, in d: Int, extension fileExtension: String) -> [HistoryLine] {
    let document = graph.documents[d]
    guard let consolidated = document.consolidated, !consolidated.changes.isEmpty else { return [] }
    var found: [(provision: Int, change: Consolidated.Change)] = []
    for provision in index..<Int(document.provisions[index].subtreeEnd) {
      for change in consolidated.changes[provision] ?? [] { found.append((provision, change)) }
    }
    // Stable: what took effect together stays in the order of the text.
    let order = found.indices.sorted {
      found[$0].change.date != found[$1].change.date ? found[$0].change.date < found[$1].change.date : $0 < $1
    }
    return order.map { k in
      let (provision, change) = found[k]
      var units = [document.label(of: provision)]
      var holder = provision
      while holder != index, document.provisions[holder].parent != index {
        holder = Int(document.provisions[holder].parent)
        units.insert(document.label(of: holder), at: 0)
      }
      let unit = units.joined(separator: ", ")
      let giver = graph.works[TargetAddress.normalisedWork(change.work)]?.first
      let act = giver.map { name($0) } ?? change.work
      return HistoryLine(
        words: "\(unit.prefix(1).uppercased() + unit.dropFirst()) \(change.kind.rawValue) by", act: act,
        address: giver.flatMap { address(of: place(of: change.source, in: $0), from: d, extension: fileExtension) },
        since: "in force since \(change.date)")
    }
  }

  /// A plain statement of what the text of a consolidated act is.
  func consolidationStatus(_ d: Int) -> String? {
    guard let consolidated = graph.documents[d].consolidated else { return nil }
    let acts = consolidated.acts.map { work in
      let identity = graph.works[TargetAddress.normalisedWork(work)]?.first.map { graph.documents[$0].identity }
      return identity.map { $0.number.isEmpty ? $0.displayTitle : "No. \($0.number)" } ?? work
    }
    var out = "Consolidated here as of \(framework.date)"
    out += acts.isEmpty ? "." : " from the text as enacted and the amendments made by \(acts.joined(separator: ", "))."
    out += " This is not an official text."
    if !consolidated.failures.isEmpty {
      let count = consolidated.failures.count
      out += " \(count) \(count == 1 ? "amendment" : "amendments") could not be carried out: "
      out += consolidated.failures.joined(separator: "; ") + "."
    }
    return out
  }

  private func name(_ d: Int) -> String {
    let identity = graph.documents[d].identity
    return identity.number.isEmpty ? identity.displayTitle : "\(HTMLFormat.kind(identity)) No. \(identity.number)"
  }

  /// The provision in which an identifier stands.
  private func place(of identifier: String, in d: Int) -> Place {
    let document = graph.documents[d]
    let anchor = document.anchor(named: identifier)
    return Place(document: d, provision: anchor.map { Int($0.provision) } ?? 0)
  }
}
