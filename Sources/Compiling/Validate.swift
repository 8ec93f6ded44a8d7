import Checking
import Diagnostics
import Provisions
import XMLReading

/// A schema that was found to be one.
struct Schema: Sendable {
  /// The file name, without folders.
  let name: String
  let namespace: String
  let source: SchemaSource
}

/// Reads a schema with the files of its folder that it includes or imports. A file that is missing is a failure.
func readSchema(_ path: String) throws(FileFailure) -> Schema {
  let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  let (folder, name) = (String(path[..<slash]), String(path[slash...]))
  guard case .file = try kind(of: path, followingLink: true) else {
    throw FileFailure(path: path, action: "read", reason: "it is no file")
  }
  var buffer = SourceBuffer()
  try read(path, expecting: 1 << 18, into: &buffer)
  var source = SchemaSource(main: name, files: [name: buffer.copy()])
  while true {
    do throws(SchemaFault) {
      let validator = try SchemaValidator(source)
      return Schema(name: name, namespace: validator.targetNamespace, source: source)
    } catch {
      switch error {
      case .invalid(let reason): throw FileFailure(path: path, action: "use the schema", reason: reason)
      case .missing(let files):
        // What one file includes is seen only when it is there.
        for file in files {
          guard (try? read(folder + file, expecting: 1 << 16, into: &buffer)) != nil, buffer.count > 0 else {
            throw FileFailure(
              path: path, action: "use the schema", reason: "it needs \(file), which is not in its folder")
          }
          source.files[file] = buffer.copy()
        }
      }
    }
  }
}

/// One worker's means of validating; without a schema it does nothing.
struct Validation: ~Copyable {
  private let schema: Schema?
  private let validator: SchemaValidator?

  init(_ schema: Schema?) {
    self.schema = schema
    validator = schema.flatMap { try? SchemaValidator($0.source) }
  }

  /// What the schema does not allow in a document, and whether it describes the document at all; `nil` where there is nothing
  /// to validate.
  func validate(
    _ buffer: borrowing SourceBuffer, _ tree: XMLTree, _ file: SourceFile, _ document: LegalDocument?
  ) -> Diagnosed<Bool>? {
    guard let schema, tree.isWellFormed else { return nil }
    guard validator?.describes(tree) ?? false else { return Diagnosed(false, []) }
    guard let verdict = validator?.validate(buffer, tree) else { return nil }
    let info = SchemaViolation.info
    let named = schema.namespace.isEmpty ? "no namespace" : schema.namespace
    return Diagnosed(
      true,
      verdict.violations.enumerated().map { i, violation in
        var witness = [Witness("schema \(schema.name) for \(named)")]
        if i == verdict.violations.count - 1, verdict.further > 0 {
          witness.append(
            Witness("and \(verdict.further) further \(verdict.further == 1 ? "violation" : "violations") in this file"))
        }
        return Diagnostic(
          rule: info.name, severity: info.severity, message: violation.message,
          range: SourceRange(file: file.id, start: violation.start, end: violation.end),
          provision: document.map { $0.id(of: $0.provision(at: violation.start)).description }, witness: witness)
      })
  }
}

extension LegalDocument {
  /// The innermost provision whose source holds an offset.
  fileprivate func provision(at offset: UInt32) -> Int {
    var found = 0
    for i in provisions.indices.dropFirst() {
      if provisions[i].sourceStart > offset { break }
      if offset < provisions[i].sourceEnd { found = i }
    }
    return found
  }
}
