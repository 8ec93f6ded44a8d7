import Diagnostics

/// One finding with a witness in another file and a remedy, and the report that holds it.
enum ReportFixture {
  static let rule = RuleInfo(
    name: "dangling-target", family: .references, severity: .error, summary: "A link leads nowhere.",
    rationale: "Readers follow it.", example: "<ref/>", fix: "Correct it.", precision: "None.")

  static let act = "<act>\n  <ref href=\"#art_19\">Article 19</ref>\n</act>\n"
  static let law = "<law>\n<num>Article 17</num></law>\n"

  static let finding = Diagnostic(
    rule: "dangling-target", severity: .error, message: "link goes to \"art_19\", which does not exist",
    range: SourceRange(file: 0, start: 19, end: 26), provision: "/akn/zz/act/2020-01-01/1 ~ art_2",
    witness: [Witness("nearest that exists: article 17", at: SourceRange(file: 1, start: 11, end: 21))],
    remedy: "correct the target, or add the provision")

  /// What a reporter prints of some findings in two files.
  static func printed(
    by reporter: any Reporter.Type, _ diagnostics: [Diagnostic] = [finding],
    paths: [String] = ["acts/a.xml", "acts/b.xml"],
    encoding: String? = nil, sources: [String] = [act, law], color: Bool = false
  ) -> String {
    let files = paths.enumerated().map { SourceFile(id: UInt32($0), path: $1, encoding: encoding) }
    let located = locate(diagnostics, excerpts: true) { id in
      Int(id) < sources.count ? SourceText(Array(sources[Int(id)].utf8)) : nil
    }
    let report = Report(
      files: files, diagnostics: located, rules: [rule], asOf: "2026-09-01", toolVersion: "0.1.0")
    return String(decoding: reporter.print(report, style: ReportStyle(color: color, width: 100)), as: UTF8.self)
  }

  /// A finding whose every part that comes out of a document or a file name is hostile.
  static let hostile = Diagnostic(
    rule: "dangling-target", severity: .warning, message: hostileText, range: SourceRange(file: 0, start: 0, end: 5),
    provision: hostileText, witness: [Witness(hostileText, at: SourceRange(file: 0, start: 0, end: 1))])

  /// Quotes, a backslash, controls of a terminal, a direction control, broken UTF-8 and markup.
  static let hostileText =
    "say \"no\" \\ \u{1B}[31m\u{7}\u{9B}2J\r\n\t\u{0}\u{202E}\u{2028} \(String(decoding: [0x66, 0xFF, 0xC3], as: UTF8.self)) "
    + "</script> & \u{E0041}😀"
}
