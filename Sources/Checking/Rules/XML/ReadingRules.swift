package import Diagnostics

/// Faults that stop the reader. They are found while reading, before there is a document to check.
package protocol ReadingRule: Rule {}

extension ReadingRule {
  package static func findings(in d: Int, of subject: Subject) -> [Diagnostic] { [] }
}

/// The file is not well-formed XML.
package enum MalformedXML: ReadingRule {
  package static let info = RuleInfo(
    name: "malformed-xml", family: .xml, severity: .error,
    summary: "The file is not well-formed XML.",
    rationale: """
      What stands behind the fault cannot be trusted, so the document is neither checked further nor published, and \
      nothing that is missing in it is held against documents that cite it. Well-formedness includes namespaces: an \
      undeclared prefix is a fault. Each file is reported once, at its first fault; the number of further faults stands \
      beside it. Characters that XML does not allow (NUL and other controls, which converters leave behind) are faults \
      too. Validity against a schema is never a condition; see schema-violation.
      """,
    example: "<p>The fee is <b>ten<p>",
    fix: "Correct the file at the place shown; an XML editor closes the tag or removes the character.",
    precision:
      "3 of 3 findings right over 139 files in Akoma Ntoso and 110 of Justice Canada; the W3C conformance suite "
      + "gives the rest (see ARCHITECTURE.md).")
}

/// The bytes and what is said about their encoding disagree.
package enum EncodingMismatch: ReadingRule {
  package static let info = RuleInfo(
    name: "encoding-mismatch", family: .xml, severity: .error,
    summary: "The byte-order mark, the declaration and the bytes disagree about the encoding, or it is not supported.",
    rationale: """
      A text that is read in the wrong encoding is another text. UTF-8, UTF-16, ISO-8859, windows-125x, KOI8 and the \
      common East Asian encodings are read; UTF-7 and others that can hide markup are not.
      """,
    example: "<?xml version=\"1.0\" encoding=\"UTF-16\"?> in a file that is UTF-8",
    fix: "Save the file as UTF-8 and correct its declaration.",
    precision: "No finding on real law; measured on the attack files and the conformance suite only.")
}

/// The document exceeds a limit that protects the reader.
package enum LimitExceeded: ReadingRule {
  package static let info = RuleInfo(
    name: "limit-exceeded", family: .xml, severity: .error,
    summary: "The document is larger, deeper or denser than any law: 512 MB, 256 levels, 1,000 attributes on a tag.",
    rationale: """
      The largest real law that was measured has 4.2 MB, 34 levels and 22 attributes on a tag. Beyond limits that are \
      several times higher a file is an accident or an attack.
      """,
    example: "an element nested 100,000 times in itself",
    fix: "Split the document, or find the program that wrote it.",
    precision: "No finding on real law; measured on the attack files only.")
}

/// The file is something else than XML.
package enum NotXML: ReadingRule {
  package static let info = RuleInfo(
    name: "not-xml", family: .xml, severity: .error,
    summary: "The file is an archive, a compressed file or a PDF.",
    rationale: "Nothing is unpacked unasked: a small archive can unpack to more than a machine holds.",
    example: "a .docx saved as law.xml",
    fix: "Unpack or convert the file first.",
    precision: "No finding on real law; measured on the attack files only.")
}

/// The document declares or uses an entity that is not read.
package enum RefusedEntity: ReadingRule {
  package static let info = RuleInfo(
    name: "refused-entity", family: .xml, severity: .error,
    summary: "The document declares an external or parameter entity, or its entities grow beyond the document.",
    rationale: """
      A document is read from its own bytes only: no file, no address, no document type is ever opened. General entities \
      that the document declares for itself are expanded as long as all of them together stay within the size of the \
      document and 64 kB.
      """,
    example: "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
    fix: "Write the text in place of the entity.",
    precision: "No finding on real law; measured on the attack files and the conformance suite only.")
}
