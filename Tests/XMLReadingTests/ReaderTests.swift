import Diagnostics
import TestSupport
import Testing
import XMLReading

@Suite("The reader of a worker")
struct ReaderTests {
  private func texts(_ xml: String, with reader: inout XMLReader) -> [String] {
    var buffer = SourceBuffer()
    buffer.load(Array(xml.utf8))
    return reader.read(buffer, file: 0).value.texts
  }

  @Test("one reader reads many documents, and none leaves a trace in the next")
  func reuse() {
    _ = read("<a/>")
    var reader = XMLReader()
    for n in 0..<300 {
      #expect(texts("<a\(n % 7) x\(n)='1'><b>text \(n)</b></a\(n % 7)>", with: &reader) == ["text \(n)"])
      switch n % 5 {
      case 0: #expect(texts("<a><b>cut \(n)", with: &reader) == ["cut \(n)"])
      case 1: #expect(texts("<!DOCTYPE a [<!ENTITY e 'E\(n)'>]><a>&e;</a>", with: &reader) == ["E\(n)"])
      case 2: #expect(texts("<a>&e;x</a>", with: &reader).joined().contains("E") == false)
      case 3: #expect(texts("", with: &reader) == [])
      default: break
      }
    }
  }

  @Test("a name keeps its number from document to document")
  func symbols() {
    _ = read("<a/>")
    var reader = XMLReader()
    var buffer = SourceBuffer()
    buffer.load(Array("<a><b/></a>".utf8))
    let first = reader.read(buffer, file: 0).value
    buffer.load(Array("<c><b/><a/></c>".utf8))
    let second = reader.read(buffer, file: 1).value
    #expect(first.first("b")?.name == second.first("b")?.name)
    #expect(first.first("a")?.name == second.first("a")?.name)
    #expect(second.names.starts(with: first.names))
  }

  @Test("thousands of different names are told apart")
  func manyNames() {
    let xml = "<r>" + (0..<3000).map { "<n\($0)/>" }.joined() + "</r>"
    let (tree, _) = read(xml)
    let names = tree.nodes.dropFirst().map { tree.names[Int($0.name)].local }
    #expect(names == (0..<3000).map { "n\($0)" })
  }

  @Test("only attributes that are wanted are kept, by namespace and name")
  func filter() {
    _ = read("<a/>")
    var reader = XMLReader { $0 == QualifiedName(namespace: "", local: "keep") }
    var buffer = SourceBuffer()
    buffer.load(Array("<a keep='1' drop='2' p:keep='3' xmlns:p='urn:p'><b drop='4'/><c keep='5'/></a>".utf8))
    let tree = reader.read(buffer, file: 0).value
    #expect(tree.attributes.map(tree.string(of:)) == ["1", "5"])
    #expect(tree.first("b")?.dataCount == 0)
    #expect(tree.string(of: tree.attributes[0]) == "1")
  }

  @Test("namespace declarations are no attributes")
  func declarations() {
    let (tree, _) = read("<a xmlns='urn:1' xmlns:p='urn:2' x='1'/>")
    #expect(tree.attributes.map { tree.names[Int($0.name)].local } == ["x"])
  }

  @Test("a buffer holds what was written last, whatever its size")
  func buffer() {
    var buffer = SourceBuffer()
    buffer.load(Array(repeating: 7, count: 200_000))
    #expect(buffer.count == 200_000)
    buffer.load([1, 2, 3])
    #expect(buffer.copy() == [1, 2, 3])
    #expect(buffer.withBytes { $0.count } == 3)
    var left = 100_000
    let isComplete = buffer.refill(expecting: 10) { room in
      let n = min(left, room.count)
      unsafe room.initializeMemory(as: UInt8.self, repeating: 9)
      left -= n
      return n
    }
    #expect(isComplete)
    #expect(buffer.count == 100_000)
    #expect(!buffer.refill(expecting: 10) { _ in -1 })
    #expect(buffer.count == 0)
  }
}
