import Dialects
import Diagnostics
import Provisions
import TestSupport
import Testing
import XMLReading

@testable import Citations

/// Words are read where a publisher has marked what they cite: the marks are hidden, and then say what was right.
@Suite("Citations in words against marks", .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
struct MarkedLawTests {
  @Test("ninety-seven of a hundred marked citations of Canadian law are read, and lead to the same unit")
  func canada() throws {
    let graph = link(try documents(["canada"]))
    var resolver = WordsResolver(graph.documents)
    var (marked, read, same) = (0, 0, 0)
    var wrong: [String] = []
    for (d, document) in graph.documents.enumerated() {
      let citations = readCitations(in: document)
      for edge in graph.edges(of: d) {
        let reference = document.references[edge.reference]
        guard reference.form == .unitNumber || reference.form == .unitOfAct, reference.node != 0 else { continue }
        if document.provisions[Int(reference.source)].traits.contains(.quoted) { continue }
        guard let range = textRange(of: reference, in: document) else { continue }
        let number = normalisedNumber(document.text[range].prefix { $0 != UInt8(ascii: "(") })
        guard number.first.map({ (0x30...0x39).contains($0) }) ?? false else { continue }
        marked += 1
        let found = citations.first { citation in
          citation.range.contains(range.lowerBound)
            && citation.steps.contains { $0.level == .unit && ($0.number == number || $0.through == number) }
        }
        guard var found else { continue }
        read += 1
        if let k = found.steps.firstIndex(where: { $0.level == .unit && $0.through == number }) {
          found.steps[k].number = number
        }
        let place = Place(document: d, provision: Int(reference.source))
        let base = document.references.first { $0.role == .basis }.flatMap { basis in
          graph.edges(of: d).first { document.references[$0.reference].node == basis.node }?.resolution.place?.document
        }
        let resolution = resolver.resolve(found, from: place, base: base)
        if isSame(edge.resolution, resolution, graph) {
          same += 1
        } else {
          wrong.append("\(edge.resolution) / \(found.act) \(resolution): \(context(range, document))")
        }
      }
    }
    print("Canada: \(marked) marked citations of a unit, \(read) read from the words, \(same) with the same target")
    // What is wrong is told by its words: a figure alone helps no one.
    for line in wrong.prefix(5) { print("another target:", line) }
    #expect(marked > 2000)
    #expect(Double(read) >= 0.97 * Double(marked))
    #expect(Double(same) >= 0.99 * Double(read))
  }

  @Test("marked citations of Italian law are read with their parts and the act, from their first word to their last")
  func italy() throws {
    let documents = try documents(["akn-it"])
    var (marked, unit, parts, act, whole) = (0, 0, 0, 0, 0)
    var wrong: [String] = []
    for document in documents {
      let citations = readCitations(in: document)
      for reference in document.references where reference.form == .iri && reference.node != 0 {
        guard case .work(let work, let portion) = TargetAddress(document.attributeString(reference.target)),
          let expected = Self.steps(portion), let range = textRange(of: reference, in: document)
        else { continue }
        marked += 1
        let overlapping = citations.filter { $0.range.overlaps(range) }
        guard let found = overlapping.first(where: { $0.steps.first == expected[0] }) ?? overlapping.first,
          found.steps.first == expected[0]
        else {
          wrong.append("\(portion): \(overlapping.map(\.label)): \(context(range, document))")
          continue
        }
        unit += 1
        if found.steps.starts(with: expected) { parts += 1 }
        if Self.names(found.act, work) { act += 1 }
        if found.range == range { whole += 1 }
        if !found.steps.starts(with: expected) || !Self.names(found.act, work) {
          wrong.append("\(portion) / \(found.label) of \(found.act): \(context(range, document))")
        }
      }
    }
    print(
      "Italy: \(marked) marked citations of an article, \(unit) read, \(parts) with their parts, \(act) with the act,",
      "\(whole) with the same words")
    for line in wrong.prefix(5) { print("other words:", line) }
    #expect(marked > 100)
    #expect(Double(unit) >= 0.97 * Double(marked))
    #expect(Double(parts) >= 0.97 * Double(unit))
    #expect(Double(act) >= 0.9 * Double(unit))
  }

  /// The steps that the portion of an Italian address names: "art_2bis-com1-lete".
  private static func steps(_ portion: String) -> [UnitStep]? {
    var steps: [UnitStep] = []
    for part in portion.split(separator: "-") {
      let levels: [(String, UnitLevel)] = [("art_", .unit), ("com", .paragraph), ("let", .letter)]
      guard let (word, level) = levels.first(where: { part.hasPrefix($0.0) }) else { return nil }
      let written = part.dropFirst(word.count)
      // "2bis" and "abis" stand for "2-bis" and "a-bis".
      let head = written.first.map(\.isNumber) ?? false ? written.prefix(while: \.isNumber) : written.prefix(1)
      let rest = written.dropFirst(head.count)
      let number = rest.isEmpty ? String(head) : head + "-" + rest
      steps.append(UnitStep(level, Array(number.utf8)))
    }
    return steps.isEmpty ? nil : steps
  }

  /// Whether a mention holds the year and the number of a work: "/akn/it/act/legge/stato/1990-08-07/241".
  private static func names(_ act: ActMention, _ work: String) -> Bool {
    guard case .named(let words) = act else { return false }
    let parts = work.split(separator: "/")
    if let code = parts.first(where: { $0.hasPrefix("codice.") }) {
      return words.lowercased() == code.replacing(".", with: " ")
    }
    guard let date = parts.firstIndex(where: { $0.prefix(4).allSatisfy(\.isNumber) }), date + 1 < parts.count else {
      return false
    }
    if parts[date + 1] == "const" { return words.lowercased().hasPrefix("costituzione") }
    return words.contains(parts[date].prefix(4)) && words.contains(parts[date + 1])
  }

  private func documents(_ folders: [String]) throws -> [LegalDocument] {
    var reader = DocumentReader()
    var xml = XMLReader(keeping: isReadAttribute)
    var buffer = SourceBuffer()
    XMLReader.prepareLibrary()
    return try corpusFiles(folders).enumerated().compactMap { id, path in
      buffer.load(try bytes(ofFile: path))
      return reader.readDocument(
        xml.read(buffer, file: SourceFile.ID(id)).value, from: SourceFile(id: SourceFile.ID(id), path: path))
    }
  }

  private func textRange(of reference: Reference, in document: LegalDocument) -> Range<Int>? {
    let node = Int(reference.node)
    let texts = document.content[node..<Int(document.content[node].end)].filter { $0.kind == .text }
    guard let first = texts.first, let last = texts.last else { return nil }
    return first.textRange.indices.lowerBound..<last.textRange.indices.upperBound
  }

  private func context(_ range: Range<Int>, _ document: LegalDocument) -> String {
    let from = max(0, range.lowerBound - 60)
    let until = min(document.text.count, range.upperBound + 60)
    let head = String(decoding: document.text[from..<range.lowerBound], as: UTF8.self)
    let tail = String(decoding: document.text[range.upperBound..<until], as: UTF8.self)
    return "\(document.identity.number): \(head)⟦\(String(decoding: document.text[range], as: UTF8.self))⟧\(tail)"
      .replacing("\n", with: " ")
  }

  /// Marks name the section; words may go deeper.
  private func isSame(_ mark: Resolution, _ words: Resolution, _ graph: CitationGraph) -> Bool {
    switch (mark, words) {
    case (.workNotLoaded, .workNotLoaded), (.external, .external), (.external, .workNotLoaded): return true
    case (.provisionMissing(_, let a), .provisionMissing(_, let b)): return a.document == b.document
    default: break
    }
    func unit(_ resolution: Resolution) -> Place? {
      var place: Place
      if case .provisionMissing(_, let nearest) = resolution {
        place = nearest
      } else if let known = resolution.place {
        place = known
      } else {
        return nil
      }
      while place.provision != 0, !graph.documents[place.document].provisions[place.provision].kind.isCitableUnit {
        place = Place(
          document: place.document,
          provision: Int(graph.documents[place.document].provisions[place.provision].parent))
      }
      return place
    }
    return unit(mark) != nil && unit(mark) == unit(words)
  }
}
