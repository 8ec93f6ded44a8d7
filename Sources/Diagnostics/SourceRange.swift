/// A place in one input file: bytes `start ..< end`, zero based and half open.
///
/// The bytes are those of the file on disk where it is UTF-8, else those of its UTF-8 form
/// (see ``SourceFile/encoding``); line and column are the same either way.
package struct SourceRange: Hashable, Sendable, BitwiseCopyable {
  package let file: SourceFile.ID
  package let start: UInt32
  package let end: UInt32

  /// A range; `end` before `start` is taken as an empty range at `start`.
  package init(file: SourceFile.ID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }
}

/// An input file by name; its bytes are read again when a message needs them.
package struct SourceFile: Sendable {
  /// The position of the file in the sorted list of inputs, from zero.
  package typealias ID = UInt32

  package let id: ID
  /// As the user gave it, or below the folder that the user gave; never made absolute.
  package let path: String
  /// The encoding label when the file is not UTF-8 and ranges refer to its UTF-8 form; else `nil`.
  package var encoding: String?

  package init(id: ID, path: String, encoding: String? = nil) {
    self.id = id
    self.path = path
    self.encoding = encoding
  }
}
