package import Amending
import Provisions
import Diagnostics
import XMLReading

/// Reads all files of a folder in the format of the Open Law engine.
///
/// - Returns: the library, and what could not be read.
package func readOpenLawLibrary(
  _ folder: String, jobs: Int
) async throws(FileFailure) -> (library: OpenLawLibrary, failures: [FileFailure]) {
  var (sources, failures) = try findSources([folder])
  var library = OpenLawLibrary()
  let root = folder.droppingTrailingSlashes
  // The trees of a few files at a time: the library has its own copy of them.
  let batch = 2048
  XMLReader.prepareLibrary()
  for start in stride(from: 0, to: sources.count, by: batch) {
    let part = Array(sources[start..<min(start + batch, sources.count)])
    let read = await inParallel(count: part.count, jobs: jobs) { take, put in
      var buffer = SourceBuffer()
      var xml = XMLReader()
      while let i = take() {
        do throws(FileFailure) {
          try Compiling.read(part[i].file.path, expecting: part[i].size, into: &buffer)
          let tree = xml.read(buffer, file: part[i].file.id).value
          put(i, tree.isWellFormed ? Result<XMLTree, FileFailure>.success(tree) : .failure(.notWellFormed(part[i])))
        } catch {
          put(i, .failure(error))
        }
      }
    }
    for (source, result) in zip(part, read) {
      switch result {
      case .success(let tree): library.add(tree, path: String(source.file.path.dropFirst(root.count + 1)))
      case .failure(let failure): failures.append(failure)
      case nil: break
      }
    }
  }
  sources = []
  library.join()
  return (library, failures)
}

/// Writes the sections that instructions changed or made, each into the place of its file below a folder.
package func writeSections(of codification: Codification, to folder: String) throws(FileFailure) {
  for (path, node) in codification.changedSections {
    let place = folder.droppingTrailingSlashes + "/" + path
    try makeFolders(place.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
    try write(codification.xml(of: node), toFile: place)
  }
}

extension FileFailure {
  fileprivate static func notWellFormed(_ source: SizedSource) -> FileFailure {
    FileFailure(path: source.file.path, action: "read", reason: "it is not well-formed XML")
  }
}
