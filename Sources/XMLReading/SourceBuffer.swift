/// A file's bytes, in a buffer that is reused from file to file.
///
/// One byte past the contents is always zero, as libxml2 likes it.
@safe package struct SourceBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init() {
    capacity = 1 << 16
    unsafe base = .allocate(capacity: capacity)
    unsafe base[0] = 0
  }

  deinit { unsafe base.deallocate() }

  /// Replaces the contents by what `fill` writes.
  ///
  /// - Parameters:
  ///   - expected: how many bytes are expected; `fill` is offered at least one more.
  ///   - fill: writes into the space offered and returns how many bytes it wrote; it is called until it returns
  ///     zero (the end) or a negative number (a failure, which empties the buffer).
  /// - Returns: whether the end was reached.
  package mutating func refill(expecting expected: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Bool {
    count = 0
    reserve(expected + 2)
    while true {
      if count + 1 >= capacity { reserve(capacity * 2) }
      let room = unsafe UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count - 1)
      let n = unsafe fill(room)
      if n <= 0 {
        if n < 0 { count = 0 }
        unsafe base[count] = 0
        return n == 0
      }
      count += n
    }
  }

  /// Replaces the contents by `bytes`.
  package mutating func load(_ bytes: [UInt8]) {
    count = 0
    reserve(bytes.count + 2)
    unsafe bytes.withUnsafeBufferPointer { source in
      if let from = source.baseAddress { unsafe base.update(from: from, count: source.count) }
    }
    count = bytes.count
    unsafe base[count] = 0
  }

  private mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity = wanted
  }

  /// A copy of the bytes.
  package borrowing func copy() -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// The bytes for as long as `body` runs.
  package borrowing func withBytes<R>(_ body: (Span<UInt8>) -> R) -> R {
    body(unsafe UnsafeBufferPointer(start: base, count: count).span)
  }
}
