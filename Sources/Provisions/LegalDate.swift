/// A calendar day, as laws count: no time, no zone. Packed as `yyyymmdd`, so that order is order in time.
package struct LegalDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  package let packed: UInt32

  /// A day of the Gregorian calendar, or `nil` if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year) else {
      return nil
    }
    packed = UInt32(year * 10_000 + month * 100 + day)
  }

  /// From "2026-09-01", also as the start of a date and time ("2026-09-01T00:00:00Z"); anything else is `nil`.
  package init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8.prefix(11))[...])
  }

  /// From "20260901", the basic format of ISO 8601; anything else is `nil`.
  package init?(basic text: some StringProtocol) {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let packed = Int(text) else {
      return nil
    }
    self.init(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
  }

  /// The same from bytes.
  package init?(bytes: ArraySlice<UInt8>) {
    let first = bytes.startIndex
    guard bytes.count >= 10, bytes[first + 4] == 0x2D, bytes[first + 7] == 0x2D,
      bytes.count == 10 || bytes[first + 10] == 0x54
    else { return nil }
    var parts = (0, 0, 0)
    for i in 0..<10 where i != 4 && i != 7 {
      let byte = bytes[first + i]
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = Int(byte - 0x30)
      if i < 4 {
        parts.0 = parts.0 * 10 + digit
      } else if i < 7 {
        parts.1 = parts.1 * 10 + digit
      } else {
        parts.2 = parts.2 * 10 + digit
      }
    }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: LegalDate, b: LegalDate) -> Bool { a.packed < b.packed }
}

extension LegalDate: CustomStringConvertible {
  /// "2026-09-01".
  package var description: String {
    func pad(_ n: UInt32, _ width: Int) -> String {
      let s = String(n)
      return String(repeating: "0", count: max(0, width - s.count)) + s
    }
    return "\(pad(packed / 10_000, 4))-\(pad(packed / 100 % 100, 2))-\(pad(packed % 100, 2))"
  }
}

/// When a text is in force: from `start` on, until the day before `end`. `nil` is an open or unknown side.
package struct ValidityInterval: Hashable, Sendable, BitwiseCopyable {
  package var start: LegalDate?
  package var end: LegalDate?

  package init(start: LegalDate? = nil, end: LegalDate? = nil) {
    self.start = start
    self.end = end
  }

  /// Nothing is known.
  package static let unknown = ValidityInterval()
}
