import XMLReading

/// The text of the law in a source as pages must hold it, without white space: everything but the metadata, and the
/// notes behind the text instead of in it.
///
/// It is taken from the XML alone, so that it can prove what dialects and formats do.
package func bodyText(ofSource bytes: [UInt8]) -> [UInt8] {
  let tree = read(bytes).0
  var out: [UInt8] = []
  out.reserveCapacity(tree.text.count)
  var notes: [Range<Int>] = []
  func walk(_ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      let node = tree.nodes[i]
      guard !node.isText else {
        out += tree.text[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
        i += 1
        continue
      }
      switch tree.names[Int(node.name)].local {
      case "meta": i = Int(node.end)
      case "authorialNote", "Footnote":
        notes.append(i + 1..<Int(node.end))
        i = Int(node.end)
      default: i += 1
      }
    }
  }
  walk(0..<tree.nodes.count)
  var k = 0
  // A note may hold notes: they follow at the end.
  while k < notes.count {
    walk(notes[k])
    k += 1
  }
  return withoutWhiteSpace(out)
}

/// Bytes of UTF-8 without the white space of XML.
package func withoutWhiteSpace(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 > 0x20 } }
