import Provisions

/// One pass over the content of a document, in the order of the source: what the writers of all formats share.
///
/// `open` writes what begins with a node and pushes a frame; `close` writes what ends with the innermost frame.
protocol ContentWalk {
  associatedtype Frame: ContentFrame
  var document: LegalDocument { get }
  var frames: [Frame] { get set }
  /// Opens a node and returns the index at which the walk goes on: behind its beginning, or behind the whole of it.
  mutating func open(_ i: Int) -> Int
  /// Closes the innermost frame.
  mutating func close()
}

/// A content node that is open.
protocol ContentFrame {
  /// The index behind its last content node.
  var end: Int { get }
}

extension ContentWalk {
  /// Writes the nodes from `from` to `end`, where a node ends, and closes what they opened.
  mutating func walk(_ from: Int, _ end: Int) {
    let base = frames.count
    var i = from
    while i < end {
      while frames.count > base, let top = frames.last, top.end <= i { close() }
      i = open(i)
    }
    while frames.count > base { close() }
  }

  /// Number, heading and subheading with which the provision of content node `i` begins, and where the rest of it goes on.
  func headParts(of i: Int) -> (parts: [Int], next: Int) {
    var parts: [Int] = []
    var k = i + 1
    let end = Int(document.content[i].end)
    while k < end {
      let child = document.content[k]
      if child.kind == .number || child.kind == .heading || child.kind == .subheading {
        parts.append(k)
      } else if !child.flags.contains(.blank) {
        break
      }
      k = Int(child.end)
    }
    return (parts, k)
  }
}
