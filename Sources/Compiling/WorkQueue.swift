import Synchronization

/// Hands out the numbers `0 ..< count`, each once, to however many workers ask.
final class WorkQueue: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int

  init(count: Int) { self.count = count }

  func take() -> Int? {
    let n = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return n < count ? n : nil
  }

  /// How many were handed out.
  var taken: Int { min(next.load(ordering: .relaxed), count) }
}

/// Runs a job for each number below `count` on `jobs` workers and returns the results by number.
///
/// - Parameters:
///   - order: in which order the numbers are handed out; the largest pieces first keep all workers busy to the end.
///   - work: makes one worker's own state and runs until the queue is empty.
func inParallel<Result: Sendable>(
  count: Int, jobs: Int, order: [Int]? = nil,
  _ work: @escaping @Sendable (_ take: () -> Int?, _ put: (Int, Result) -> Void) -> Void
) async -> [Result?] {
  let queue = WorkQueue(count: count)
  let numbers = order ?? Array(0..<count)
  let workers = max(1, min(jobs, count))
  @Sendable func run() -> [(Int, Result)] {
    var out: [(Int, Result)] = []
    work({ queue.take().map { numbers[$0] } }, { out.append(($0, $1)) })
    return out
  }
  var results = [Result?](repeating: nil, count: count)
  if workers == 1 {
    for (i, result) in run() { results[i] = result }
    return results
  }
  await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<workers { group.addTask { run() } }
    for await part in group {
      for (i, result) in part { results[i] = result }
    }
  }
  return results
}

extension Array {
  /// The indices by how much work each element makes, the most first.
  func indicesByWork<Measure: Comparable>(_ measure: (Element) -> Measure) -> [Int] {
    let measures = map(measure)
    return indices.sorted { measures[$0] != measures[$1] ? measures[$0] > measures[$1] : $0 < $1 }
  }
}
