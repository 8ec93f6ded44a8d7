/// A word of a text, or the stop at the end of a sentence.
package struct Token: Sendable, Equatable {
  /// In lower case, without a possessive ending.
  package let lower: String
  /// Whether it is written with a capital.
  package let isCapital: Bool
  /// As it is written.
  package let written: String

  package static let stop = Token(lower: ".", isCapital: false, written: ".")
  /// Stands for the title of an act: what it says tells nothing of the unit that cites it.
  package static let title = Token(lower: "§title", isCapital: false, written: "§title")
  static let quotation = Token(lower: "§quote", isCapital: false, written: "§quote")
  static let mark = Token(lower: "\"", isCapital: false, written: "\"")

  package var isStop: Bool { lower == "." }

  /// Whether it is a number, in digits or as a word.
  package var isNumber: Bool { lower.first?.isNumber ?? false || Self.numbers.contains(lower) }

  private static let numbers: Set = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fourteen",
    "fifteen", "twenty", "thirty", "forty", "sixty", "ninety", "два", "три", "четыре", "пять", "шесть", "семь",
    "восемь",
    "десять", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "десяти", "пятнадцати", "двадцати",
    "тридцати",
  ]
}

/// Cuts text into words. Of the punctuation only the end of a sentence is kept.
package enum Tokenizer {
  /// The words of a text, with the titles of acts and quotations each as one token.
  package static func tokens(_ text: String) -> [Token] { withoutQuotations(withoutTitles(words(text))) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
        || ("A"..."Z").contains(scalar)
    }
    return scalar == "§" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func words(_ text: String) -> [Token] {
    var out: [Token] = []
    let scalars = Array(text.unicodeScalars)
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      guard isLetter(scalar) else {
        switch scalar {
        case ".", "?", "!": out.append(.stop)
        case "“", "”", "\"", "«", "»": out.append(.mark)
        default: break
        }
        i += 1
        continue
      }
      var word = String.UnicodeScalarView()
      while i < scalars.count {
        let next = scalars[i]
        let isInner =
          ["-", "'", "’", "\u{2011}", "."].contains(next) && i + 1 < scalars.count && isLetter(scalars[i + 1])
        guard isLetter(next) || isInner else { break }
        word.append(next == "’" ? "'" : next == "\u{2011}" ? "-" : next)
        i += 1
      }
      var written = String(word)
      if written.hasSuffix("'s") { written.removeLast(2) }
      let lower = written.lowercased().replacing("ё", with: "е")
      out.append(Token(lower: lower, isCapital: written.first?.isUppercase ?? false, written: written))
    }
    return out
  }

  private static let joiners: Set = [
    "of", "and", "the", "for", "in", "to", "with", "respecting", "on", "or", "by", "relating", "concerning", "from",
    "at",
  ]
  private static let titleEnds: Set = [
    "Act", "Regulations", "Code", "Rules", "Law", "Regulation", "Order", "Acts", "Directive", "Ordinance",
  ]
  private static let titleStarts: Set = [
    "Law", "Decree", "Code", "Act", "Regulation", "Directive", "Resolution", "Order",
  ]

  /// Runs of capitalised words that end in "Act", "Regulations" and so on, or follow "Law on", become one token.
  private static func withoutTitles(_ tokens: [Token]) -> [Token] {
    var out: [Token] = []
    var i = 0
    while i < tokens.count {
      let token = tokens[i]
      if titleStarts.contains(token.written), i + 2 < tokens.count,
        ["on", "of", "concerning"].contains(tokens[i + 1].lower),
        tokens[i + 2].isCapital
      {
        var last = i + 2
        var j = i + 2
        while j < tokens.count, tokens[j].isCapital || joiners.contains(tokens[j].lower) {
          if tokens[j].isCapital { last = j }
          j += 1
        }
        out += [token, .title]
        i = last + 1
        continue
      }
      if token.isCapital, let last = titleEnd(tokens, from: i) {
        out.append(.title)
        i = last + 1
        continue
      }
      out.append(token)
      i += 1
    }
    return out
  }

  private static func titleEnd(_ tokens: [Token], from start: Int) -> Int? {
    var last: Int?
    var j = start
    while j < tokens.count, j - start < 25 {
      let token = tokens[j]
      if token.isCapital {
        if titleEnds.contains(token.written), j - start >= 2 { last = j }
      } else if !joiners.contains(token.lower), !(token.written.unicodeScalars.first?.properties.numericType != nil) {
        break
      }
      j += 1
    }
    return last
  }

  private static func withoutQuotations(_ tokens: [Token]) -> [Token] {
    var out: [Token] = []
    var i = 0
    while i < tokens.count {
      guard tokens[i] == .mark else {
        out.append(tokens[i])
        i += 1
        continue
      }
      var j = i + 1
      while j < tokens.count, j - i <= 60, tokens[j] != .mark { j += 1 }
      if j < tokens.count, tokens[j] == .mark {
        out.append(.quotation)
        i = j + 1
      } else {
        i += 1
      }
    }
    return out
  }
}
