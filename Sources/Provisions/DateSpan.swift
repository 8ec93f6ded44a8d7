/// A length of time in years, months and days, as metadata of laws write it: "P3M", "P1Y6M", "P2W" (ISO 8601, durations).
package struct DateSpan: Sendable, Equatable {
  package var years = 0
  package var months = 0
  package var days = 0

  /// Anything else than a duration of whole days, weeks, months or years is `nil`.
  package init?(_ text: String) {
    var rest = text[...]
    guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(digits), count <= 100_000 else { return nil }
      rest = rest.dropFirst(digits.count)
      switch rest.popFirst() {
      case "Y": years += count
      case "M": months += count
      case "W": days += 7 * count
      case "D": days += count
      default: return nil
      }
    }
  }

  package var negated: Self {
    var out = self
    (out.years, out.months, out.days) = (-years, -months, -days)
    return out
  }
}

extension LegalDate {
  /// The day that lies a span later: years and months first, where the month has no such day its last one, then days.
  ///
  /// `nil` outside the years 1 to 9999.
  package func adding(_ span: DateSpan) -> LegalDate? {
    let packed = Int(packed)
    let month = packed / 10_000 * 12 + packed / 100 % 100 - 1 + span.years * 12 + span.months
    guard month >= 12, month < 120_000 else { return nil }
    var day = packed % 100
    while day > 28, LegalDate(year: month / 12, month: month % 12 + 1, day: day) == nil { day -= 1 }
    return LegalDate(dayNumber: Self.dayNumber(month / 12, month % 12 + 1, day) + span.days)
  }

  /// Days since 1 March of the year 0, in the Gregorian calendar, where a year begins in March and ends with its leap day.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month < 3 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
  }

  private init?(dayNumber: Int) {
    guard dayNumber >= 306 else { return nil }
    var year = dayNumber / 366
    while Self.dayNumber(year + 1, 3, 1) <= dayNumber { year += 1 }
    let dayOfYear = dayNumber - Self.dayNumber(year, 3, 1)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = (shifted + 2) % 12 + 1
    self.init(
      year: month < 3 ? year + 1 : year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
