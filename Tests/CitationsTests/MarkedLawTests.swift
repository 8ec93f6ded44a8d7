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
  @Test("nine of ten marked citations of Canadian law are read, and lead to the same unit")
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
    #expect(Double(read) >= 0.9 * Double(marked))
    #expect(Double(same) >= 0.97 * Double(read))
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
