import Diagnostics
import Dialects
import Provisions
import TestSupport
import Testing
import XMLReading

/// What holds for every file of real law, in both dialects.
@Suite("Reading of real law", .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
struct RealLawTests {
  @Test(
    "each variant of Akoma Ntoso is read whole, with every element of its own namespace known",
    arguments: [
      ("akn-2.0-chile", 2), ("akn-africa", 10), ("akn-bg", 17), ("akn-bg-breadth", 42), ("akn-csd06", 1),
      ("akn-de", 15),
      ("akn-de-consolidation", 12), ("akn-eu", 2), ("akn-fi", 1), ("akn-it", 2), ("akn-leos", 6), ("akn-lu", 1),
      ("akn-oasis", 6), ("akn-oasis-wd17", 1), ("akn-pl", 1), ("akn-uk-docs", 2), ("akn-uk-judgment", 2),
      ("akn-uk-lawmaker", 11), ("akn-un", 2),
    ])
  func variants(folder: String, count: Int) throws {
    let files = try corpusFiles([folder]).filter { $0.contains("/\(folder)/") }
    let found = try Reading(of: files)
    #expect(found.documents == ["akoma-ntoso": count])
    #expect(files.count == count)
    #expect(found.lost.isEmpty)
    #expect(found.untreated.isEmpty)
    #expect(found.foreign.isEmpty)
    #expect(found.malformed.isEmpty)
  }

  @Test("files that are not well formed are reported with the place of the fault")
  func malformed() throws {
    let files = try corpusFiles(["akn-bg-malformed"])
    var places: [String: UInt32] = [:]
    for path in files {
      let (tree, diagnostics) = try read(TestSupport.bytes(ofFile: path))
      #expect(!tree.isWellFormed)
      #expect(diagnostics.map(\.rule) == ["malformed-xml"])
      places[String(path.split(separator: "/").last ?? "")] = diagnostics.first?.range.start
    }
    #expect(
      places == [
        "postanovlenie_dv-22-10-11_2010-03-19.bul.xml": 24351, "postanovlenie_dv-64-18-14_2018-08-03.bul.xml": 6473,
        "reshenie_dv-41-13-10_2013-05-07.bul.xml": 0,
      ])
  }

  @Test("no word is lost, no path stands twice, and every element of the schema has a treatment")
  func conservation() async throws {
    let files = try corpusFiles(["akn", "canada", "large"])
    let count = 4
    let found = try await withThrowingTaskGroup(of: Reading.self) { group in
      for worker in 0..<count {
        let own = files.indices.filter { $0 % count == worker }.map { files[$0] }
        group.addTask { try Reading(of: own) }
      }
      return try await group.reduce(into: Reading()) { $0.add($1) }
    }
    #expect(found.lost.isEmpty)
    #expect(found.doubled.isEmpty)
    #expect(found.untreated.isEmpty)
    #expect(found.documents["akoma-ntoso", default: 0] > 100)
    #expect(found.documents["justice-canada", default: 0] > 100)
    let documents = found.documents.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    print(
      "\(documents.joined(separator: ", ")): \(found.pieces) pieces of text in order, \(found.bytes) bytes,",
      "\(found.provisions) provisions; foreign elements: \(found.foreign.sorted())")
  }
}

/// What was seen in some files.
private struct Reading: Sendable {
  var documents: [String: Int] = [:]
  var pieces = 0
  var bytes = 0
  var provisions = 0
  /// Files whose text is not the same in the tree and in the document.
  var lost: [String] = []
  /// Paths that stand more than once in their document.
  var doubled: [String] = []
  /// Elements in the namespace of the root without a treatment.
  var untreated: Set<String> = []
  /// Files that are not well formed.
  var malformed: [String] = []
  /// Elements of other namespaces.
  var foreign: Set<String> = []

  init() {}

  init(of files: [String]) throws {
    XMLReader.prepareLibrary()
    var buffer = SourceBuffer()
    var xmlReader = XMLReader(keeping: isReadAttribute)
    var reader = DocumentReader()
    for path in files {
      try buffer.load(TestSupport.bytes(ofFile: path))
      let tree = xmlReader.read(buffer, file: 0).value
      if !tree.isWellFormed { malformed.append(path) }
      guard let law = reader.readDocument(tree, from: SourceFile(id: 0, path: path)) else { continue }
      look(at: law, from: tree, path)
    }
  }

  private mutating func look(at law: LegalDocument, from tree: XMLTree, _ path: String) {
    documents[law.dialect, default: 0] += 1
    provisions += law.provisions.count
    let source = bodyText(of: tree, withoutMetadata: law.dialect == "akoma-ntoso")
    let text = lawText(of: law)
    if source.bytes != text { lost.append(path) }
    pieces += source.pieces
    bytes += source.bytes.count
    var seen: Set<String> = []
    for name in law.paths where !seen.insert(name).inserted { doubled.append("\(path) \(name)") }
    let root = tree.nodes.first.map { tree.names[Int($0.name)].namespace }
    for element in law.unmapped {
      if element.namespace == root {
        untreated.insert(element.name)
      } else {
        foreign.insert("\(element.namespace) \(element.name)")
      }
    }
  }

  mutating func add(_ other: Reading) {
    documents.merge(other.documents, uniquingKeysWith: +)
    pieces += other.pieces
    bytes += other.bytes
    provisions += other.provisions
    lost += other.lost
    malformed += other.malformed
    doubled += other.doubled
    untreated.formUnion(other.untreated)
    foreign.formUnion(other.foreign)
  }
}

/// All text of a tree that is not white space only, piece by piece in order, each piece exactly.
private func bodyText(of tree: XMLTree, withoutMetadata: Bool) -> (bytes: [UInt8], pieces: Int) {
  var out: [UInt8] = []
  var pieces = 0
  var i = 0
  while i < tree.nodes.count {
    let node = tree.nodes[i]
    if node.isText {
      let piece = tree.text[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
      if piece.contains(where: { $0 > 0x20 }) {
        out += piece
        pieces += 1
      }
    } else if withoutMetadata, tree.names[Int(node.name)].local == "meta" {
      i = Int(node.end)
      continue
    }
    i += 1
  }
  return (out, pieces)
}

/// The same of a document: notes of the metadata are no text of the law.
private func lawText(of law: LegalDocument) -> [UInt8] {
  var out: [UInt8] = []
  var i = 0
  while i < law.content.count {
    let node = law.content[i]
    if node.kind == .note, !law.notes[Int(node.start)].isOfText {
      i = Int(node.end)
      continue
    }
    if node.kind == .text {
      let piece = law.text[node.textRange.indices]
      if piece.contains(where: { $0 > 0x20 }) { out += piece }
    }
    i += 1
  }
  return out
}
