package import LegalBases
import Citations
import Consolidation
import Provisions

extension Compilation {
  /// What the words of each document propose, by document.
  package func proposals(jobs: Int) async -> [[Proposal]] {
    let documents = framework.graph.documents
    let found = await inParallel(count: documents.count, jobs: jobs, order: documents.indicesByWork { $0.text.count }) {
      take, put in
      while let d = take() { put(d, Detector.proposals(in: documents[d])) }
    }
    return found.map { $0 ?? [] }
  }
}
