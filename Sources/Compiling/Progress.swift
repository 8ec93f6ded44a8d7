import Synchronization

/// Tells on a terminal how far long work has come; silent elsewhere and for short work.
final class Progress: Sendable {
  private let done = Atomic<Int>(0)
  private let told = Atomic<Bool>(false)
  private let total: Int
  private let verb: String
  private let isShown: Bool

  init(total: Int, verb: String, isShown: Bool) {
    self.total = total
    self.verb = verb
    self.isShown = isShown && total >= 50
  }

  func step() {
    guard isShown else { return }
    let n = done.wrappingAdd(1, ordering: .relaxed).newValue
    guard n % 25 == 0 else { return }
    told.store(true, ordering: .relaxed)
    say("\r\(verb) \(n) of \(total)")
  }

  /// Takes the line back.
  func end() {
    if told.load(ordering: .relaxed) { say("\r\u{1B}[K") }
  }
}
