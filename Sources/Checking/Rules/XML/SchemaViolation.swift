package import Diagnostics

/// The document is not valid against the schema that the user named.
package enum SchemaViolation: ReadingRule {
  package static let info = RuleInfo(
    name: "schema-violation", family: .xml, severity: .warning,
    summary: "The document is not valid against the schema that was given with --schema.",
    rationale: """
      Validity is no condition of anything that the compiler does: most published law is not valid, and is read, checked and \
      published all the same. Who is bound to a schema asks for this report with --schema FILE.xsd. Documents whose root is \
      in the schema's target namespace are validated by libxml2; how many others there are is said once. Of each document \
      the first twenty violations are told, with the number of the rest: one wrong element can make a hundred. The schema is \
      read from its own folder only, and a file that it imports and that is not there ends the run. A document that is not \
      well formed is not validated.
      """,
    example: "<act>…</act> (the attribute name is required)",
    fix: "Correct the markup, or name the schema that the document was written for.",
    precision: """
      407 violations in 83 of 105 documents of Akoma Ntoso 3.0, with the schema of the OASIS standard: on every line that \
      xmllint names and on no other. Most are two in each Bulgarian act (no act/@name, an attribute of FRBRalias); the \
      others are empty metadata, days that are none, identifiers that stand twice, and elements out of order. The 22 valid \
      documents are those of OASIS, the EU, Italy, Finland, Poland, LEOS and the United Kingdom's judgments and memoranda.
      """)
}
