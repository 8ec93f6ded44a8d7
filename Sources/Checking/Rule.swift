package import Citations
package import Consolidation
package import Diagnostics
package import LegalBases
import Provisions

/// A defect that the compiler looks for. A rule is a pure function of what was assessed; rules do not know one another.
package protocol Rule: Sendable {
  static var info: RuleInfo { get }
  /// The findings whose place lies in document `d`.
  static func findings(in d: Int, of subject: Subject) -> [Diagnostic]
}

/// What rules look at: the framework on one date with its assessment.
package struct Subject: Sendable {
  package let framework: Framework
  package let assessment: Assessment
  /// By document: the enabling chain of a by-law.
  package let chains: [Int: EnablingChain]
  /// By document: the terms that it defines.
  package let definitions: [[Definition]]
  package let amendmentFaults: AmendmentFaults
  /// By document: what the rules on wording find.
  package let wording: [[WordingFinding]]
  /// What editors have marked.
  package let marks: LegalMarks
  /// How far the requirements of the catalogue are fulfilled; `nil` where no rule asks.
  package let status: FrameworkStatus?
  /// By language and term: every definition for the whole of a document, in the order of the documents.
  let definedTerms: [DefinedTerm: [DefinitionPlace]]
  /// Elements without treatment that occur in several documents: the first document and how many there are.
  let unmapped: [UnmappedKey: UnmappedUse]

  struct UnmappedKey: Hashable, Sendable {
    let dialect: String
    let namespace: String
    let name: String
  }

  struct UnmappedUse: Sendable {
    var first: Int
    var documents: Int
    var count: Int
  }

  struct DefinedTerm: Hashable, Sendable {
    let language: String
    let key: UInt64
  }

  /// - Parameter definitions: those of each document of the framework, where they were read before.
  package init(
    framework: Framework, assessment: Assessment, definitions: [[Definition]]? = nil,
    amendmentFaults: AmendmentFaults = AmendmentFaults(), wording: [[WordingFinding]]? = nil,
    marks: LegalMarks = LegalMarks(), status: FrameworkStatus? = nil
  ) {
    self.marks = marks
    self.status = status
    self.amendmentFaults = amendmentFaults
    self.wording = wording ?? framework.graph.documents.map { _ in [] }
    self.framework = framework
    self.assessment = assessment
    self.definitions = definitions ?? framework.graph.documents.map { readDefinitions(in: $0) }
    definedTerms = Self.index(self.definitions, framework.graph.documents)
    chains = Dictionary(assessment.enablingChains.map { ($0.document, $0) }) { first, _ in first }
    var unmapped: [UnmappedKey: UnmappedUse] = [:]
    for (d, document) in framework.graph.documents.enumerated() {
      for element in document.unmapped {
        let key = UnmappedKey(dialect: document.dialect, namespace: element.namespace, name: element.name)
        unmapped[key, default: UnmappedUse(first: d, documents: 0, count: 0)].documents += 1
        unmapped[key]?.count += element.count
      }
    }
    self.unmapped = unmapped
  }

  var graph: CitationGraph { framework.graph }

  private static func index(
    _ definitions: [[Definition]], _ documents: [LegalDocument]
  ) -> [DefinedTerm: [DefinitionPlace]] {
    var index: [DefinedTerm: [DefinitionPlace]] = [:]
    for (d, list) in definitions.enumerated() {
      let language = documents[d].identity.language
      for (k, definition) in list.enumerated() where definition.scope == .document {
        index[DefinedTerm(language: language, key: definition.key), default: []].append(
          DefinitionPlace(document: d, index: k))
      }
    }
    return index
  }
}

/// One definition of the framework.
struct DefinitionPlace: Hashable, Sendable {
  let document: Int
  let index: Int
}

/// Every rule, by family and then by name. The order is that of `nomodex rules`.
package let allRules: [any Rule.Type] = [
  // xml
  EncodingMismatch.self,
  LimitExceeded.self,
  MalformedXML.self,
  NotXML.self,
  RefusedEntity.self,
  SchemaViolation.self,
  // structure
  CommencementUnclear.self,
  DivergingDefinition.self,
  DuplicateID.self,
  DuplicateNumber.self,
  HiddenCharacter.self,
  LanguageVersionsApart.self,
  MarkerDangling.self,
  NumberingGap.self,
  ShadowedDefinition.self,
  UnknownDialect.self,
  UnknownElement.self,
  UnusedDefinition.self,
  ValidityOverlap.self,
  // references
  AmbiguousReference.self,
  AmendmentOrderConflict.self,
  AmendmentTargetMismatch.self,
  BlankReference.self,
  CircularDefinition.self,
  DanglingTarget.self,
  DocumentNotLoaded.self,
  IdentityMismatch.self,
  PlaceholderTarget.self,
  StaleCitation.self,
  TargetExpired.self,
  TargetNotYetInForce.self,
  TargetRepealed.self,
  TextTargetMismatch.self,
  // delegation
  CircularDelegation.self,
  DelegationUnfulfilled.self,
  GenericCompetenceOnly.self,
  NoEnablingClause.self,
  OrphanByLaw.self,
  OutsideDelegatedSubject.self,
  ProgrammeAsBasis.self,
  RankTooLow.self,
  SubDelegation.self,
  // legal-basis
  AlternativeMissing.self,
  AutomatedDecisionBare.self,
  ChannelNotRecognised.self,
  DataBasisMissing.self,
  DecisionLimitMissing.self,
  DeclaredOnly.self,
  ExchangeWithoutBasis.self,
  OutageRuleMissing.self,
  ParticipationWithoutFeedback.self,
  SystemWithoutStatus.self,
  UnsafeEService.self,
  // state-centric
  AsksWhatStateHolds.self,
  BareDiscretion.self,
  DeadlineAsymmetry.self,
  DoubleSubmission.self,
  FormalRejection.self,
  NeedlessIdentification.self,
  OpenDocumentList.self,
  RiskShiftedToUser.self,
  TechnicalPossibilityEscape.self,
  TechnocraticGoal.self,
  UpwardOnlyAccountability.self,
]

/// The findings of the chosen rules in one document, in order.
package func check(_ d: Int, of subject: Subject, rules: [any Rule.Type]) -> [Diagnostic] {
  var out: [Diagnostic] = []
  for rule in rules { out += rule.findings(in: d, of: subject) }
  out.sort(by: Diagnostic.isOrderedBefore)
  return out
}

extension Rule {
  /// A finding of this rule with its own severity.
  static func finding(
    _ message: String, at range: SourceRange, in provision: String? = nil, witness: [Witness] = [],
    remedy: String? = nil, severity: Severity? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: info.name, severity: severity ?? info.severity, message: message, range: range, provision: provision,
      witness: witness, remedy: remedy)
  }
}

extension Subject {
  /// The address of a provision for a report.
  func address(_ d: Int, _ provision: Int) -> String { graph.documents[d].id(of: provision).description }

  /// What a person calls a place: "article 2 “Definitions”", with the act where it is another one.
  func describe(_ place: Place, from d: Int? = nil) -> String {
    let document = graph.documents[place.document]
    var text = place.provision == 0 ? "" : document.label(of: place.provision)
    if place.provision != 0, !document.number(of: place.provision).isEmpty {
      let heading = document.heading(of: place.provision)
      if !heading.isEmpty { text += " “\(heading)”" }
    }
    guard place.document != d || text.isEmpty else { return text }
    let title = "“\(document.identity.displayTitle.clipped(to: 80))”"
    return text.isEmpty ? title : "\(text) of \(title)"
  }

  /// Source bytes that a reader would underline for a reference: the target's value, else the whole element.
  func range(of reference: Reference, in d: Int) -> SourceRange {
    let file = graph.documents[d].file
    if reference.targetEnd > reference.targetStart {
      return SourceRange(file: file, start: reference.targetStart, end: reference.targetEnd)
    }
    // A target that is the words themselves: underline the words, not the markup around them.
    let content = graph.documents[d].content
    if reference.node != 0 {
      for node in content[Int(reference.node)..<Int(content[Int(reference.node)].end)] where node.kind == .text {
        return SourceRange(file: file, start: node.offset, end: node.offset + node.count)
      }
    }
    return SourceRange(file: file, start: reference.start, end: reference.end)
  }

  /// Where a place stands in its source, as evidence.
  func sourceRange(of place: Place) -> SourceRange { graph.documents[place.document].numberRange(of: place.provision) }

  /// The words of a reference; empty for one of the metadata.
  func words(of reference: Reference, in d: Int) -> String {
    reference.node == 0 ? "" : graph.documents[d].plainText(Int(reference.node), limit: 120)
  }
}

extension String {
  /// At most `limit` characters, the rest replaced by an ellipsis.
  func clipped(to limit: Int) -> String { count > limit ? prefix(limit - 1) + "…" : self }
}
