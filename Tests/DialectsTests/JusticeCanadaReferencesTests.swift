import Provisions
import TestSupport
import Testing

@Suite("References of Justice Canada")
struct JusticeCanadaReferencesTests {
  @Test("a link to an act or regulation is a catalogue number, and its title is one where no link stands")
  func external() throws {
    let law = try document(
      justiceCanadaAct(
        text(
          """
          <XRefExternal reference-type="act" link="P-21">Privacy  Act</XRefExternal>, \
          <XRefExternal reference-type="regulation" link="SOR-83-508">R</XRefExternal>, \
          <XRefExternal reference-type="act">Canada  Evidence Act</XRefExternal>, \
          <XRefExternal reference-type="standard" link="X">ISO</XRefExternal>
          """)))
    #expect(law.references.map(\.form) == [.actNumber, .actNumber, .actTitle, .none])
    #expect(law.references.prefix(3).map(law.target) == ["P-21", "SOR-83-508", "Canada Evidence Act"])
    #expect(law.references.allSatisfy { $0.role == .cites })
    #expect(law.marksReferences)
  }

  @Test("acts of the enabling authority are bases, and so is another authority, without a target")
  func enablingAuthority() throws {
    let law = try document(
      justiceCanadaRegulation(
        text("<XRefExternal reference-type='act' link='A-1'>A</XRefExternal>"),
        authority: """
          <XRefExternal reference-type="act" link="P-21">PRIVACY ACT</XRefExternal>\
          <XRefExternal reference-type="act" link="A-1">ACCESS ACT</XRefExternal><OtherAuthority>Prerogative</OtherAuthority>
          """))
    #expect(law.references.map(\.role) == [.basis, .basis, .basis, .cites])
    #expect(law.references.map(\.form) == [.actNumber, .actNumber, .none, .actNumber])
  }

  @Test(
    "a section number is at home here, unless the words that follow say otherwise",
    arguments: [
      "under section <4>.", "section <4> applies.", "section <4> of this Act", "section <4> of these Regulations",
      "section <4> and the <P-21>", "section <4>, <P-21>", "section <4> of Part II", "section <4>; of the <P-21>",
      "section <4>. Of the <P-21>", "section <4> or a regulation under the <P-21>",
      "de l'article <4> de la présente loi",
      "l’article <4> du présent règlement",
      "section <4> of the Schedule", "paragraph <4>(a) of this Act",
    ])
  func here(words: String) throws {
    #expect(try homes(in: justiceCanadaAct(text(marked(words)))) == ["4"])
  }

  @Test(
    "a section number is at home in the act that is linked next",
    arguments: [
      "section <4> of the <P-21>", "section <4>(a) of the <P-21>", "subsection <4>(1) of the <P-21>",
      "section <4> of <P-21>", "section <4> under the <P-21>", "l’article <4> de la <P-21>", "l'article <4> de <P-21>",
      "l’alinéa <4>c) de la <P-21>", "section <4> in the <P-21>",
    ])
  func named(words: String) throws {
    #expect(try homes(in: justiceCanadaAct(text(marked(words)))) == ["P-21 4"])
  }

  @Test(
    "each number of a list is at home where the whole list is",
    arguments: [
      "sections <4> and <5> of the <P-21>", "sections <4>, <5> of the <P-21>", "sections <4> to <5> of the <P-21>",
      "section <4> or subsection <5> of the <P-21>", "les articles <4> et <5> de la <P-21>",
      "des articles <4> à <5> de la <P-21>", "sections <4>, 4.1 and <5> of the <P-21>",
    ])
  func lists(words: String) throws {
    #expect(try homes(in: justiceCanadaAct(text(marked(words)))) == ["P-21 4", "P-21 5"])
  }

  @Test(
    "a section number of an act that no link names has no target",
    arguments: [
      "section <4> of that Act", "section <4> of the said Act", "section <4> of the Canada Evidence Act",
      "section <4> of the former Act", "l'article <4> de cette loi", "section <4> of those Regulations",
    ])
  func elsewhere(words: String) throws {
    #expect(try homes(in: justiceCanadaAct(text(marked(words)))) == [""])
  }

  @Test(
    "the Act of a regulation is the first of its enabling authority",
    arguments: ["section <4> of the Act", "l'article <4> de la Loi", "subsections <4> of the Act applies"])
  func theAct(words: String) throws {
    let authority = """
      <XRefExternal reference-type="act" link="A-1">A</XRefExternal><XRefExternal reference-type="act" link="B-2">B\
      </XRefExternal>
      """
    let rested = justiceCanadaRegulation(text(marked(words)), authority: authority)
    #expect(try homes(in: rested) == ["A-1 4"])
    #expect(try homes(in: justiceCanadaRegulation(text(marked(words)))) == [""])
    #expect(try homes(in: justiceCanadaAct(text(marked(words)))) == [""])
  }
}

private func text(_ inner: String) -> String { section("1", "<Text>\(inner)</Text>") }

/// "<4>" is the mark of a section number, "<P-21>" a link to an act.
private func marked(_ words: String) -> String {
  words.replacing("<P-21>", with: "<XRefExternal reference-type=\"act\" link=\"P-21\">Privacy Act</XRefExternal>")
    .replacing("<4>", with: "<XRefInternal>4</XRefInternal>").replacing("<5>", with: "<XRefInternal>5</XRefInternal>")
}

/// The targets of the marked section numbers: "4" here, "P-21 4" in another act, empty without a target.
private func homes(in xml: String) throws -> [String] {
  let law = try document(xml)
  return law.references.filter { $0.form != .actNumber }.map { law.target($0).replacing("\n", with: " ") }
}
