import Amending
import Citations
import Compiling
import Provisions
import TestSupport
import Testing

@testable import Amending

@Suite("Carrying out instructions")
struct InstructionTests {
  static let act = akomaNtoso(
    article(
      "1",
      "<paragraph eId='art_1__para_1'><num>1.</num><content><p>The “<b>old</b> words” stand here.</p></content></paragraph>"
        + "<paragraph eId='art_1__para_2'><num>2.</num><content><p>Second.</p></content></paragraph>"
        + "<paragraph eId='art_1__para_3'><num>3.</num><content><p>Third.</p></content></paragraph>")
      + article("2"))

  static let giver = akomaNtoso(
    article(
      "1",
      """
      <content><p><mod eId="m"><quotedStructure eId="q"><paragraph eId="q__para_2-1"><num>2-1.</num>\
      <content eId="q__para_2-1__content"><p>New.</p></content></paragraph></quotedStructure></mod></p></content>
      """))

  /// The text of the act after one instruction, unit by unit, and what became of the instruction.
  static func carriedOut(
    _ operation: Instruction.Operation, at identifier: String, upTo: String? = nil
  ) throws -> (units: [String], outcome: Outcome?) {
    let (units, outcomes) = try carriedOut([operation], at: identifier, upTo: upTo)
    return (units, outcomes[0])
  }

  /// The same after several on one unit.
  static func carriedOut(
    _ operations: [Instruction.Operation], at identifier: String, upTo: String? = nil
  ) throws -> (units: [String], outcomes: [Outcome?]) {
    let date = try #require(LegalDate("2020-01-01"))
    var target = Instruction.Target(document: 0, address: "", identifier: identifier)
    target.upTo = upTo
    var text = AmendedText(MarkupTree(read(act).0))
    for (k, operation) in operations.enumerated() {
      var instruction = Instruction(
        operation: operation, target: target, effective: .from(date), document: 1, source: "m", adopted: nil)
      instruction.id = Instruction.ID(k)
      text.apply(instruction, from: MarkupTree(read(giver).0))
    }
    let body = try #require(
      text.tree.firstElement(text.tree.root, named: "act").flatMap { text.tree.firstElement($0, named: "body") })
    var units: [String] = []
    text.tree.each(body) { node in
      guard !text.tree.isText(node), text.tree.name(node) == "paragraph" else { return }
      units.append("\(text.tree.attribute(node, "eId") ?? "") \(text.tree.text(node))")
    }
    return (units, operations.indices.map { text.outcomes[Instruction.ID($0)] })
  }

  static func payload() throws -> Instruction.Payload {
    let tree = MarkupTree(read(giver).0)
    var holder: MarkupTree.NodeID?
    tree.each(tree.root) { if !tree.isText($0), tree.name($0) == "quotedStructure" { holder = $0 } }
    return Instruction.Payload(holder: try #require(holder), identifier: "q")
  }

  static let unchanged = [
    "art_1__para_1 1.The “old words” stand here.", "art_1__para_2 2.Second.", "art_1__para_3 3.Third.",
  ]

  @Test("words are replaced across the elements around them, whatever the quotation marks")
  func words() throws {
    let (units, outcome) = try Self.carriedOut(
      .replaceWords(old: "\"old  words\"", new: "new words"), at: "art_1__para_1")
    #expect(outcome == .applied)
    #expect(units.first == "art_1__para_1 1.The new words stand here.")
    let (added, _) = try Self.carriedOut(.insertWords(" And more.", .end), at: "art_1__para_2")
    #expect(added[1] == "art_1__para_2 2.Second. And more.")
  }

  @Test(
    "units are inserted with the identifiers of their new place",
    arguments: [
      (Instruction.Position.after, "art_1__para_2", 2), (.before, "art_1__para_3", 2), (.end, "art_1", 3),
      (.start, "art_1", 0),
    ])
  func insertion(position: Instruction.Position, target: String, index: Int) throws {
    let (units, outcome) = try Self.carriedOut(.insert(Self.payload(), position), at: target)
    #expect(outcome == .applied)
    #expect(units.count == 4)
    #expect(units[index] == "art_1__para_2-1 2-1.New.")
  }

  @Test("a repealed unit keeps its place, and its number is free")
  func repealedPlace() throws {
    let behind = try Self.carriedOut([.repeal, .insert(Self.payload(), .after)], at: "art_1__para_2")
    #expect(behind.outcomes == [.applied, .applied])
    #expect(
      behind.units == [
        Self.unchanged[0], "art_1__para_2 2.(Repealed.)", "art_1__para_2-1 2-1.New.", Self.unchanged[2],
      ])
    let words = try Self.carriedOut([.repeal, .replaceWords(old: "Second", new: "Other")], at: "art_1__para_2")
    #expect(words.outcomes == [.applied, .failed(.targetRepealed("art_1__para_2"))])
    let again = try #require(TimeChange(type: "reEnactment"))
    let revived = try Self.carriedOut([.repeal, .changeTime(again)], at: "art_1__para_2")
    #expect(revived.units == Self.unchanged)
    let anew = try Self.carriedOut([.repeal, .replace(Self.payload())], at: "art_1__para_2")
    #expect(anew.units == [Self.unchanged[0], "art_1__para_2-1 2-1.New.", Self.unchanged[2]])
  }

  @Test("units are replaced one by one and as a range")
  func replacement() throws {
    let (one, _) = try Self.carriedOut(.replace(Self.payload()), at: "art_1__para_2")
    #expect(one == [Self.unchanged[0], "art_1__para_2-1 2-1.New.", Self.unchanged[2]])
    let (range, _) = try Self.carriedOut(.replace(Self.payload()), at: "art_1__para_1", upTo: "art_1__para_2")
    #expect(range == ["art_1__para_2-1 2-1.New.", Self.unchanged[2]])
  }

  @Test("a repealed unit keeps its number, and gives it up to a unit that is renumbered")
  func repeal() throws {
    let (units, _) = try Self.carriedOut(.repeal, at: "art_1__para_2")
    #expect(units[1] == "art_1__para_2 2.(Repealed.)")
    let (renumbered, outcome) = try Self.carriedOut(.renumber("art_1__para_4"), at: "art_1__para_3")
    #expect(outcome == .applied)
    #expect(renumbered[2] == "art_1__para_4 4.Third.")
  }

  @Test(
    "what cannot be carried out changes nothing and is told",
    arguments: [
      (
        Instruction.Operation.replaceWords(old: "absent", new: "x"), "art_1__para_1", nil,
        Failure.wordsMissing("absent")
      ),
      (.replaceWords(old: "o", new: "x"), "art_1__para_1", nil, .wordsSeveralTimes("o", 2)),
      (.repeal, "art_9", nil, .targetMissing("art_9")),
      (.repeal, "art_1__para_2", "art_2", .endOfRangeMissing("art_2")),
      (.renumber("art_1__para_1"), "art_1__para_3", nil, .identifierTaken("art_1__para_1")),
    ] as [(Instruction.Operation, String, String?, Failure)])
  func failures(operation: Instruction.Operation, target: String, upTo: String?, failure: Failure) throws {
    let (units, outcome) = try Self.carriedOut(operation, at: target, upTo: upTo)
    #expect(outcome == .failed(failure))
    #expect(units == Self.unchanged)
  }

  @Test("differences are told by provision and by words")
  func differences() throws {
    let older = try document(Self.act)
    let newer = try document(
      Self.act.replacing("Second.", with: "Another.").replacing(
        "<paragraph eId='art_1__para_3'><num>3.</num><content><p>Third.</p></content></paragraph>", with: ""))
    let found = compare(older, newer)
    #expect(found.map(\.path) == ["art_1__para_2", "art_1__para_3"])
    #expect(found.map(\.kind) == [.changed, .removed])
    #expect(
      found.first?.words == [
        .init(side: .both, text: "2."), .init(side: .older, text: "Second."), .init(side: .newer, text: "Another."),
      ])
    #expect(compare(older, older).isEmpty)
  }
}
