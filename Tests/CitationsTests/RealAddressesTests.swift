import Citations
import Diagnostics
import Dialects
import Provisions
import TestSupport
import Testing
import XMLReading

@Suite("Addresses of real law", .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
struct RealAddressesTests {
  @Test("each address that is printed leads back to its provision")
  func roundTrip() throws {
    XMLReader.prepareLibrary()
    var buffer = SourceBuffer()
    var xmlReader = XMLReader(keeping: isReadAttribute)
    var reader = DocumentReader()
    var exact = 0
    var ambiguous = 0
    var wrong: [String] = []
    for path in try corpusFiles(["akn", "canada"]) {
      try buffer.load(bytes(ofFile: path))
      let tree = xmlReader.read(buffer, file: 0).value
      guard var law = reader.readDocument(tree, from: SourceFile(id: 0, path: path)) else { continue }
      law.references = []
      for name in law.paths {
        let target = TextRange(start: UInt32(law.strings.count), count: UInt32(name.utf8.count + 1))
        law.strings += Array("~\(name)".utf8)
        law.references.append(
          Reference(role: .cites, form: .iri, source: 0, node: 0, target: target, start: 0, end: 0))
      }
      for edge in link([law]).edges {
        let place = Place(document: 0, provision: edge.reference + 1)
        switch edge.resolution {
        case .resolved(place): exact += 1
        case .ambiguous(let places) where places.contains(place): ambiguous += 1
        default: wrong.append("\(path) \(law.path(of: place.provision)): \(edge.resolution)")
        }
      }
    }
    print("\(exact) addresses lead back, \(ambiguous) are those of several provisions")
    #expect(wrong.isEmpty)
    #expect(exact > 50_000)
  }
}
