import Diagnostics
import TestSupport
import Testing

@testable import Checking

@Suite("Chains of delegation")
struct DelegationChainsTests {
  private static let byLaw = order(
    preamble: "On the basis of \(link("/akn/zz/act/2020-01-01/1#art_1", "Article 1")), I order:")

  private static func clause(_ words: String) -> String { akomaNtoso(article("1", content(words)), kind: "law") }

  @Test(
    "are not broken where the ministry is empowered or a body may be authorised",
    arguments: [
      "The Ministry of Finance is empowered to lay down the procedure of payment.",
      "The Council of Ministers, or a body authorised by it, is empowered to lay down the procedure of payment.",
      "The Council of Ministers and the Ministry of Finance shall lay down the procedure of payment.",
      "The procedure of payment is laid down by an order.",
    ])
  func empowered(words: String) async throws {
    #expect(try await findings(SubDelegation.self, in: [Self.byLaw, Self.clause(words)]).isEmpty)
  }

  @Test("what is due is silent before its day and where an order rests on the clause")
  func fulfilled() async throws {
    let clause = Self.clause("The Ministry of Finance shall adopt the procedure of payment not later than 1 July 2020.")
    #expect(try await findings(DelegationUnfulfilled.self, in: [clause], on: "2020-06-30").isEmpty)
    #expect(try await findings(DelegationUnfulfilled.self, in: [clause], on: "2020-07-01").count == 1)
    #expect(try await findings(DelegationUnfulfilled.self, in: [clause, Self.byLaw]).isEmpty)
  }

  @Test("a by-law that rests on a law is in no circle")
  func sound() async throws {
    #expect(try await findings(CircularDelegation.self, in: [Self.byLaw, Self.clause("Orders may be made.")]).isEmpty)
  }

  @Test(
    "versions differ in mood only where one orders and the other allows",
    arguments: [
      ("shall delete", "вправе удалить", 1), ("shall delete", "обязано удалить", 0),
      ("shall not delete", "не вправе удалить", 0),
    ])
  func mood(english: String, russian: String, count: Int) async throws {
    let versions = [
      akomaNtoso(article("1", content("The Ministry \(english) the data."))),
      akomaNtoso(article("1", content("Министерство \(russian) данные.")), language: "rus"),
    ]
    let found = try await findings(LanguageVersionsApart.self, in: versions)
    #expect(found.count == count)
    if count > 0 { #expect(found.first?.message == "this version allows what the version in \"en\" orders") }
  }
}
