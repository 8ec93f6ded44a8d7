package import Checking
package import Compiling
package import Diagnostics
import Provisions

/// What a run over some documents finds, through the whole compiler: each document is a file `0.xml`, `1.xml`, ….
package func compilation(
  of documents: [String], rules: [any Rule.Type] = allRules, on date: String = "2026-01-01", jobs: Int = 1
) async throws -> Compilation {
  guard let day = LegalDate(date) else { throw UnreadableFixture(path: date) }
  let folder = try TemporaryFolder()
  for (i, document) in documents.enumerated() { try folder.write(document, to: "\(i).xml") }
  return try await compile(
    CompileOptions(paths: [folder.path], date: day, jobs: jobs, rules: rules, showsProgress: false))
}

/// The findings of one rule in some documents.
package func findings(
  _ rule: any Rule.Type, in documents: [String], on date: String = "2026-01-01"
) async throws -> [Diagnostic] {
  try await compilation(of: documents, rules: [rule], on: date).diagnostics
}
