import Amending
import Testing

@Suite("Addresses in a law library")
struct OpenLawAddressTests {
  @Test(
    "are read step by step",
    arguments: [
      ("§1-610.52|(b)|text", [.section("1-610.52"), .child("(b)"), .child("text")]),
      ("7|32|III", [.child("7"), .child("32"), .child("III")]),
      ("|47|28|I-B|", [.child("47"), .child("28"), .child("I-B")]),
      ("§28:2-106", [.section("28:2-106")]),
      ("[(3)]|heading", [.child("[(3)]"), .child("heading")]),
      // What precedes a section does not count.
      ("IV|§4122|(a)", [.section("4122"), .child("(a)")]),
      ("§§32-173.04", [.section("32-173.04")]),
      ("§ 3 ", [.section("3")]),
      ("", []),
    ] as [(String, [LawAddress.Step])])
  func steps(text: String, steps: [LawAddress.Step]) {
    #expect(LawAddress(text).steps == steps)
  }

  @Test("go on from the address of what holds them")
  func below() {
    let outer = LawAddress("§1-101|(a)")
    #expect(LawAddress("(2)").below(outer).text == "§1-101|(a)|(2)")
    #expect(LawAddress("§1-102").below(outer).text == "§1-102")
    #expect(LawAddress("|7|2").below(outer).text == "7|2")
    #expect(LawAddress("").below(outer).text == "§1-101|(a)")
  }

  @Test("with several numbers in a step are taken apart")
  func unfolded() {
    #expect(LawAddress("§5(b)|(2)").unfolded.text == "§5|(b)|(2)")
    #expect(LawAddress("§2|(A)(i)").unfolded.text == "§2|(A)|(i)")
    #expect(LawAddress("§2|(a-1)").unfolded.text == "§2|(a-1)")
  }
}
