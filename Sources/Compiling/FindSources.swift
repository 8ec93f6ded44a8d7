import Diagnostics

/// A source with its size on disk, by which work is shared out.
struct SizedSource: Sendable {
  let file: SourceFile
  let size: Int
}

/// The documents below some paths, sorted by path, and what could not be looked into.
///
/// A file is taken whatever its name; in folders, `.xml` and `.akn` files are. Links are not followed, hidden folders are
/// left out: what a repository's tools keep there is not law. Only a path that the user named stops the run.
func findSources(_ paths: [String]) throws(FileFailure) -> (sources: [SizedSource], failures: [FileFailure]) {
  var found: [String: Int] = [:]
  var failures: [FileFailure] = []
  for path in paths {
    if path == "-" {
      found["-"] = 0
      continue
    }
    switch try kind(of: path, followingLink: true) {
    case .file(let size): found[path] = size
    case .folder: collect(path.droppingTrailingSlashes, &found, &failures)
    case .link, .other: throw FileFailure(path: path, action: "read", reason: "it is neither a file nor a folder")
    }
  }
  let sorted = found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  let sources = sorted.enumerated().map { i, entry in
    SizedSource(file: SourceFile(id: UInt32(i), path: entry.key), size: entry.value)
  }
  return (sources, failures)
}

private func collect(_ folder: String, _ found: inout [String: Int], _ failures: inout [FileFailure]) {
  do throws(FileFailure) {
    for name in try names(inFolder: folder) where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder + "/" + name
      let lower = name.lowercased()
      let isDocument = lower.hasSuffix(".xml") || lower.hasSuffix(".akn")
      // A name that is not UTF-8 was repaired when it was read, and the repaired name opens nothing.
      if name.contains("\u{FFFD}") {
        if isDocument { failures.append(FileFailure(path: path, action: "read", reason: "its name is not UTF-8")) }
        continue
      }
      do throws(FileFailure) {
        switch try kind(of: path, followingLink: false) {
        case .folder: collect(path, &found, &failures)
        case .file(let size): if isDocument { found[path] = size }
        case .link, .other: break
        }
      } catch {
        failures.append(error)
      }
    }
  } catch {
    failures.append(error)
  }
}

extension String {
  var droppingTrailingSlashes: String {
    var out = Substring(self)
    while out.count > 1, out.last == "/" { out = out.dropLast() }
    return String(out)
  }
}
