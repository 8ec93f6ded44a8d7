package import Checking
package import Compiling
package import Diagnostics
import Provisions

/// What a run over some documents finds, through the whole compiler: each document is a file `0.xml`, `1.xml`, ….
///
/// - Parameter schema: the XML schema against which the documents are validated.
package func compilation(
  of documents: [String], rules: [any Rule.Type] = allRules, on date: String = "2026-01-01", jobs: Int = 1,
  schema: String? = nil
) async throws -> Compilation {
  guard let day = LegalDate(date) else { throw UnreadableFixture(path: date) }
  let folder = try TemporaryFolder()
  if let schema { try folder.write(schema, to: "schema.xsd") }
  for (i, document) in documents.enumerated() { try folder.write(document, to: "\(i).xml") }
  var options = CompileOptions(
    paths: [folder.path], date: day, jobs: jobs, rules: rules, showsProgress: false,
    schema: schema.map { _ in folder.path + "/schema.xsd" })
  options.readsUnmarked = true
  return try await compile(options)
}

/// The findings of one rule in some documents.
package func findings(
  _ rule: any Rule.Type, in documents: [String], on date: String = "2026-01-01", schema: String? = nil
) async throws -> [Diagnostic] {
  try await compilation(of: documents, rules: [rule], on: date, schema: schema).diagnostics
}
