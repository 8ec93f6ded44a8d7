import Diagnostics
import TestSupport
import Testing
import XMLReading

@Suite("Encodings")
struct EncodingTests {
  @Test("UTF-16 is read in either order, with and without a mark", arguments: [true, false], [true, false])
  func utf16(little: Bool, mark: Bool) {
    let (tree, diagnostics) = read(encoded(law, little: little, mark: mark))
    #expect(diagnostics.isEmpty)
    #expect(tree.texts == ["Закон € 😀"])
    #expect(tree.encoding == (little ? "UTF-16LE" : "UTF-16BE"))
  }

  @Test("offsets of a transcoded file are those of its UTF-8 form")
  func transcodedOffsets() throws {
    let (tree, _) = read(encoded(law, little: true, mark: true))
    let a = try #require(tree.first("a"))
    #expect(Int(a.offset) == offset(of: "<a", in: law))
    #expect(Int(a.endOffset) == law.utf8.count)
  }

  @Test("a file in ISO-8859-1 is read")
  func latin1() {
    let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8)
    let (tree, diagnostics) = read(bytes)
    #expect(diagnostics.isEmpty)
    #expect(tree.texts == ["café"])
    #expect(tree.encoding == "ISO-8859-1")
  }

  @Test("a file in windows-1251 is read")
  func windows1251() {
    let word: [UInt8] = [0xC7, 0xE0, 0xEA, 0xEE, 0xED]
    let (tree, diagnostics) = read(
      Array("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>".utf8) + word + Array("</a>".utf8))
    #expect(diagnostics.isEmpty)
    #expect(tree.texts == ["Закон"])
  }

  @Test("a byte that means nothing in the declared encoding is named by its place")
  func meaninglessByte() throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>".utf8)
    let (_, diagnostics) = read(head + [0x98] + Array("</a>".utf8))
    let found = try #require(diagnostics.first)
    #expect(found.rule == "malformed-xml")
    #expect(found.message.contains("byte \(head.count) "))
  }

  @Test("bytes that are not UTF-8 in a file that says nothing are an error")
  func notUTF8() {
    #expect(read(Array("<a>caf".utf8) + [0xE9] + Array("</a>".utf8)).1.map(\.rule) == ["malformed-xml"])
  }

  @Test(
    "a declaration that lies is refused",
    arguments: [
      Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8),
      Array("\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8),
      encoded("<?xml version='1.0' encoding='UTF-8'?><a/>", little: true, mark: true),
      encoded("<?xml version='1.0' encoding='windows-1251'?><a/>", little: false, mark: true),
      encoded("<?xml version='1.0' encoding='UTF-16BE'?><a/>", little: true, mark: true),
    ])
  func lying(bytes: [UInt8]) {
    let (tree, diagnostics) = read(bytes)
    #expect(diagnostics.map(\.rule) == ["encoding-mismatch"])
    #expect(!tree.isWellFormed)
  }

  @Test(
    "encodings that hide markup or that nobody uses are refused",
    arguments: [
      Array("<?xml version='1.0' encoding='UTF-7'?><a/>".utf8),
      Array("<?xml version='1.0' encoding='x-foo'?><a/>".utf8),
      [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], [0x4C, 0x6F, 0xA7, 0x94, 0x93],
    ])
  func unsupported(bytes: [UInt8]) {
    #expect(read(bytes).1.map(\.rule) == ["encoding-mismatch"])
  }

  @Test("the declaration may be written with either quotes, spaces and a standalone note")
  func spelling() {
    let xml = "<?xml version = '1.0'  encoding = \"utf-8\" standalone='yes' ?><a>ж</a>"
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.isEmpty)
    #expect(tree.encoding == nil)
    #expect(tree.texts == ["ж"])
  }
}

@Suite("Refusals and limits")
struct RefusalTests {
  @Test(
    "what is no XML is refused by its first bytes",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip"), (Array("%PDF-1.7\n".utf8), "PDF"), (Array("PK\u{3}\u{4}abc".utf8), "ZIP"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz"), (Array("BZh9".utf8), "bzip2"),
    ] as [([UInt8], String)])
  func containers(bytes: [UInt8], name: String) throws {
    let found = try #require(read(bytes).1.first)
    #expect(found.rule == "not-xml")
    #expect(found.message.contains(name))
  }

  @Test("an empty file is malformed", arguments: ["", " ", "\r\n\t "])
  func empty(xml: String) {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.map(\.message) == ["the file is empty"])
    #expect(tree.nodes.isEmpty)
  }

  @Test(
    "a fault of markup is malformed",
    arguments: [
      "<a><b></a></b>", "<a>", "<a></a><a/>", "text", "<a x=1/>", "<a x='1' x='2'/>", "<a><</a>", "<a>]]></a>", "<a",
      "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a><!-- -- --></a>", "<p:a/>", "<a p:x='1'/>", "<a><b xmlns:p=''/></a>",
    ])
  func malformed(xml: String) {
    let (tree, diagnostics) = read(xml)
    #expect(diagnostics.map(\.rule) == ["malformed-xml"])
    #expect(diagnostics.first?.severity == .error)
    #expect(!tree.isWellFormed)
  }

  @Test("a NUL is an error at its place")
  func nul() throws {
    let (tree, diagnostics) = read("<a>x\u{0}y</a>")
    let found = try #require(diagnostics.first)
    #expect(found.rule == "malformed-xml")
    #expect(found.range.start == 4)
    #expect(!tree.isWellFormed)
  }

  @Test("an undeclared prefix is an error that names the prefix")
  func undeclaredPrefix() throws {
    #expect(try #require(read("<a><akn:p/></a>").1.first).message.contains("akn"))
  }

  @Test("a start tag of a thousand attributes is read, one more is refused at its place")
  func attributeFlood() throws {
    func document(_ count: Int) -> String {
      "<r>\n<a \((0..<count).map { "a\($0)='\($0)'" }.joined(separator: " "))/></r>"
    }
    let (tree, none) = read(document(1000))
    #expect(none.isEmpty)
    #expect(tree.attributes.count == 1000)
    let found = try #require(read(document(1001)).1.first)
    #expect(found.rule == "limit-exceeded")
    #expect(found.range.start == 4)
  }

  @Test("long text, comments and CDATA full of equal signs are no flood of attributes")
  func noFlood() {
    let signs = String(repeating: "a='1' ", count: 5000)
    for xml in ["<a>\(signs)</a>", "<a><!--\(signs)--></a>", "<a><![CDATA[\(signs)]]></a>", "<a x=\"\(signs)\"/>"] {
      #expect(read(xml).1.isEmpty)
    }
  }

  @Test("elements may be nested 250 deep and not 300 deep")
  func depth() {
    func document(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
    }
    #expect(read(document(250)).1.isEmpty)
    #expect(read(document(300)).1.map(\.rule) == ["limit-exceeded"])
  }

  @Test("a file is reported once, at its first fault")
  func once() {
    let faults = String(repeating: "<p></q>", count: 1000)
    let (_, diagnostics) = read("<a>\(faults)</a>")
    #expect(diagnostics.count == 1)
    let undeclared = read("<!DOCTYPE a SYSTEM 'x'><a>&one;&two;&three;</a>").1
    #expect(undeclared.count == 1)
    #expect(undeclared.first?.witness.count == 1)
  }

  @Test("what stands before the fault is kept, with every element closed")
  func kept() throws {
    let (tree, _) = read("<a><p>kept</p><p>cut</q><p>lost</p></a>")
    #expect(!tree.isWellFormed)
    #expect(tree.texts == ["kept", "cut"])
    for (i, node) in tree.nodes.enumerated() {
      #expect(Int(node.end) > i)
      #expect(Int(node.end) <= tree.nodes.count)
      #expect(node.endOffset >= node.offset)
    }
  }

  @Test("a message is one clause without a full stop or line break")
  func messages() {
    for xml in ["<a>", "<a><b></a>", "text", "<a x=1/>", "<p:a/>", "<a>&nope;</a>"] {
      for found in read(xml).1 {
        #expect(!found.message.hasSuffix("."))
        #expect(!found.message.contains("\n"))
        #expect(!found.message.isEmpty)
      }
    }
  }
}

private let law = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a x='Ж'>Закон € 😀</a>"

/// A text in UTF-16.
private func encoded(_ text: String, little: Bool, mark: Bool) -> [UInt8] {
  ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return little ? [low, high] : [high, low]
  }
}
