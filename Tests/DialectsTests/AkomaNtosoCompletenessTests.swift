import Dialects
import Provisions
import TestSupport
import Testing
import XMLReading

@Suite("The table of Akoma Ntoso")
struct AkomaNtosoCompletenessTests {
  private static let table = AkomaNtoso.vocabulary.elements

  @Test(
    "has a treatment for every element of the schema",
    .enabled(if: sharedFolder != nil, Comment(rawValue: sharedFolderIsNeeded)))
  func schema() throws {
    let folder = try #require(sharedFolder) + "/corpora/akn-schema"
    let (tree, diagnostics) = read(try bytes(ofFile: folder + "/akomantoso30.xsd"))
    #expect(diagnostics.isEmpty)
    let names = tree.nodes.filter { !$0.isText && tree.names[Int($0.name)].local == "element" }.compactMap { node in
      tree.attributes[Int(node.dataStart)..<Int(node.dataStart + node.dataCount)]
        .first { tree.names[Int($0.name)].local == "name" }.map(tree.string(of:))
    }
    #expect(Set(names).count > 300)
    #expect(names.filter { Self.table[$0] == nil }.isEmpty)
  }

  @Test(
    "has a treatment for elements that only drafts and earlier versions have",
    arguments: [
      "judgement", "judgementBody", "debateRecord", "report", "fragment", "fragmentBody", "extractText",
      "extractStructure", "wrap", "listHeading", "listConclusion", "popup", "ActTitle",
      "witness", "preparedBy", "blockContainerIntro", "thead", "tbody", "staticContent",
    ])
  func earlier(element: String) {
    #expect(Self.table[element] != nil)
  }

  @Test("an entry of the metadata that stands in the text keeps its words and is reported", arguments: ["note", "new"])
  func misplaced(element: String) throws {
    let law = try document(
      akomaNtoso(article("1", "<content><p>One <\(element)>two</\(element)> three.</p></content>")))
    #expect(law.lawText.joined().contains("One two three."))
    #expect(law.unmapped.map(\.name) == [element])
  }

  @Test(
    "documents of every type are read with all their text",
    arguments: [
      "act", "bill", "doc", "statement", "documentCollection", "officialGazette", "portion", "amendment",
      "amendmentList", "judgment", "debate", "debateReport", "judgement", "debateRecord",
    ])
  func types(type: String) throws {
    let law = try document(
      akomaNtoso(article("1")).replacing("<act name=\"act\">", with: "<\(type) name=\"x\">")
        .replacing("</act>", with: "</\(type)>"))
    #expect(law.unmapped.isEmpty)
    #expect(law.paths == ["art_1"])
    #expect(law.texts(of: .paragraph) == ["Text."])
  }
}
