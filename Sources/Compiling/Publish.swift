package import Codex
import Citations
import Consolidation
import Provisions

/// Writes a publication: whole or not at all.
///
/// Everything is written into a folder beside the place, and that folder then takes the place in one step, so that a reader
/// finds the old pages or the new ones, never a mixture.
///
/// - Returns: how many files were written.
package func publish(
  _ publication: Publication, formats: [any OutputFormat.Type], to output: String, jobs: Int, showsProgress: Bool
) async throws(FileFailure) -> Int {
  let place = output.droppingTrailingSlashes
  let (parent, name) = split(place)
  let stands = try standing(place)
  try makeFolders(parent)
  removeLeftovers(in: parent, of: name)
  let staging = "\(parent)/.\(name).nomodex-\(processNumber)"
  try makeFolder(staging)
  do {
    let count = try await writeAll(publication, formats, staging, jobs, showsProgress)
    try write([Array("This folder is made by nomodex and replaced as a whole.\n".utf8)], to: staging + "/" + marker)
    if stands { try exchange(staging, place) } else { try rename(staging, to: place) }
    if stands { removeFolder(staging) }
    return count
  } catch {
    removeFolder(staging)
    throw error
  }
}

/// A file by which we know a folder that we made, so that no other is ever replaced.
private let marker = ".nomodex"

/// Whether a folder of ours stands at the place; throws when something else does.
private func standing(_ place: String) throws(FileFailure) -> Bool {
  guard let found = try? kind(of: place, followingLink: false) else { return false }
  guard case .folder = found else {
    throw FileFailure(path: place, action: "replace", reason: "it is not a folder")
  }
  let inside = try names(inFolder: place)
  guard inside.isEmpty || inside.contains(marker) else {
    throw FileFailure(
      path: place, action: "replace", reason: "it was not made by nomodex; name another folder or empty this one")
  }
  return true
}

private func split(_ place: String) -> (parent: String, name: String) {
  guard let slash = place.lastIndex(of: "/") else { return (".", place) }
  let parent = slash == place.startIndex ? "/" : String(place[..<slash])
  return (parent, String(place[place.index(after: slash)...]))
}

/// Folders that a run which was killed left behind.
private func removeLeftovers(in parent: String, of name: String) {
  let prefix = ".\(name).nomodex-"
  for entry in (try? namesAsTheyLie(inFolder: parent)) ?? [] where entry.hasPrefix(prefix) {
    guard let number = Int32(entry.dropFirst(prefix.count)), number != processNumber, !isAlive(process: number) else {
      continue
    }
    removeFolder(parent + "/" + entry)
  }
}

private func writeAll(
  _ publication: Publication, _ formats: [any OutputFormat.Type], _ staging: String, _ jobs: Int, _ showsProgress: Bool
) async throws(FileFailure) -> Int {
  try makeFolder(staging + "/acts")
  let documents = publication.framework.graph.documents
  let order = documents.indicesByWork { $0.text.count }
  let progress = Progress(total: documents.count, verb: "writing", isShown: showsProgress)
  defer { progress.end() }
  let written = await inParallel(count: documents.count, jobs: jobs, order: order) { take, put in
    while let d = take() {
      var outcome: Result<Int, FileFailure> = .success(0)
      do throws(FileFailure) {
        var count = 0
        for format in formats {
          for file in format.files(for: d, of: publication) {
            try write(file.pieces, to: staging + "/" + file.path)
            count += 1
          }
        }
        outcome = .success(count)
      } catch {
        outcome = .failure(error)
      }
      put(d, outcome)
      progress.step()
    }
  }
  var total = 0
  for outcome in written { total += try outcome?.get() ?? 0 }
  for format in formats {
    for file in format.sharedFiles(of: publication) {
      try write(file.pieces, to: staging + "/" + file.path)
      total += 1
    }
  }
  return total
}
