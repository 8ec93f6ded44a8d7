package import Diagnostics
import Citations
import LegalBases
import Provisions

/// By-laws that rest on one another.
package enum CircularDelegation: Rule {
  package static let info = RuleInfo(
    name: "circular-delegation", family: .delegation, severity: .error,
    summary: "By-laws rest on one another, so that none of them rests on a law.",
    rationale: """
      Each act names a provision of the other as its basis; power that goes round in a circle comes from nowhere. The rule \
      follows marked bases from by-law to by-law. A circle is told once, at the act in its last file.
      """,
    example: "order No. 44 on the basis of Article 2 of order No. 45, made on the basis of Article 5 of order No. 44",
    fix: "Let one of the acts rest on a provision of a law.",
    precision: "No finding in 355 documents of the corpora. The circle of the model framework is found.")

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    guard let circle = circle(from: d, subject), circle.count > 1, circle.max() == d else { return [] }
    let names = circle.map { "“\(subject.graph.documents[$0].identity.displayTitle.clipped(to: 60))”" }
    guard let place = DelegationPlaces.citation(in: d, of: { $0.document == circle[1] }, subject) else { return [] }
    return [
      finding(
        "this act rests on \(names[1]), which rests on this act", at: place.range,
        in: subject.address(d, place.provision),
        witness: [Witness("the circle: \((names + [names[0]]).joined(separator: " → "))")],
        remedy: "let one of the acts rest on a provision of a law")
    ]
  }

  /// The shortest way over bases from a by-law back to itself: the by-laws on it, in order.
  private static func circle(from d: Int, _ subject: Subject) -> [Int]? {
    var ways: [[Int]] = [[d]]
    var seen: Set<Int> = []
    while !ways.isEmpty {
      var next: [[Int]] = []
      for way in ways {
        for basis in way.last.flatMap({ subject.chains[$0] })?.bases ?? [] {
          guard let target = basis.resolution.place?.document else { continue }
          if target == d { return way }
          if subject.chains[target] != nil, seen.insert(target).inserted { next.append(way + [target]) }
        }
      }
      ways = next
    }
    return nil
  }
}

/// An act was made by another body than the one that its clause empowers.
package enum SubDelegation: Rule {
  package static let info = RuleInfo(
    name: "sub-delegation", family: .delegation, severity: .error,
    summary: "The clause on which an order rests empowers the government, and a ministry or lower body made it.",
    rationale: """
      Who is empowered cannot pass the power on unless the law allows it. The rule looks at orders of ministries and lower bodies \
      whose marked basis empowers the government as a whole, in words such as “the Council of Ministers is empowered to”. It is \
      silent where the clause names a ministry or another body beside it, or a body authorised by the government.
      """,
    example: "an order of a ministry on the basis of “The Council of Ministers is empowered to lay down the procedure”",
    fix: "Let the body that is empowered adopt the rules, or let the law allow it to pass the power on.",
    precision: "No finding in 355 documents of the corpora. The order of the model framework is found.")

  private static let governments = [
    "council of ministers", "government", "cabinet", "совет министров", "правительство", "савет міністраў", "урад",
  ]
  private static let others = [
    "ministr", "authoris", "authoriz", "body", "agency", "министер", "орган", "уполномоч", "міністэр",
  ]
  private static let lowRanks: Set = ["ministerial-order", "local-act", "local-decision"]

  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] {
    let document = subject.graph.documents[d]
    guard let chain = subject.chains[d], lowRanks.contains(document.identity.kind) else { return [] }
    var out: [Diagnostic] = []
    for basis in chain.bases {
      guard let clause = basis.resolution.place, clause.provision != 0, clause.document != d else { continue }
      let giver = subject.graph.documents[clause.document]
      let words = giver.plainText(Int(giver.provisions[clause.provision].contentStart), limit: 600).lowercased()
      guard let name = governments.first(where: words.contains) else { continue }
      let sentence = words.split(separator: ".", maxSplits: 12).first { $0.contains(name) }.map(String.init) ?? words
      let rest = sentence.replacing(name, with: "")
      guard !others.contains(where: rest.contains),
        ["empower", "authorized to", "shall", "may ", "уполномоч", "устанавлива"].contains(where: rest.contains),
        let place = DelegationPlaces.citation(in: d, of: { $0 == clause }, subject),
        !out.contains(where: { $0.range == place.range })
      else { continue }
      out.append(
        finding(
          "the clause empowers the \(name), and this act was made by a body below it", at: place.range,
          in: subject.address(d, place.provision),
          witness: [Witness("the clause: \(subject.describe(clause, from: d))", at: subject.sourceRange(of: clause))],
          remedy: "let the body that is empowered adopt the rules, or amend the clause"))
    }
    return out
  }
}

/// Where an act names the basis on which it rests.
private enum DelegationPlaces {
  /// A citation in the body that leads to a target, else the basis in the preamble or the metadata.
  static func citation(
    in d: Int, of isTarget: (Place) -> Bool, _ subject: Subject
  ) -> (range: SourceRange, provision: Int)? {
    let document = subject.graph.documents[d]
    let edges = subject.graph.edges(of: d).filter { edge in
      let role = document.references[edge.reference].role
      return role == .cites || role == .basis
    }.filter { $0.resolution.place.map(isTarget) ?? false }
    let edge = edges.first { document.references[$0.reference].source != 0 } ?? edges.first
    return edge.map { edge in
      let reference = document.references[edge.reference]
      return (subject.range(of: reference, in: d), Int(reference.source))
    }
  }
}
