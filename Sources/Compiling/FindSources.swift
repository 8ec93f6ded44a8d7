package import Diagnostics

/// The documents below some paths, sorted by path.
///
/// A file is taken whatever its name; in folders, `.xml` and `.akn` files are. Links are not followed, hidden folders are
/// left out: what a repository's tools keep there is not law.
package func findSources(_ paths: [String]) throws(FileFailure) -> [SourceFile] {
  try findSizedSources(paths).map(\.file)
}

/// A source with its size on disk, by which work is shared out.
struct SizedSource: Sendable {
  let file: SourceFile
  let size: Int
}

func findSizedSources(_ paths: [String]) throws(FileFailure) -> [SizedSource] {
  var found: [String: Int] = [:]
  for path in paths {
    if path == "-" {
      found["-"] = 0
      continue
    }
    switch try kind(of: path, followingLink: true) {
    case .file(let size): found[path] = size
    case .folder: try collect(path.droppingTrailingSlashes, &found)
    case .link, .other: throw FileFailure(path: path, action: "read", reason: "it is neither a file nor a folder")
    }
  }
  let sorted = found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  return sorted.enumerated().map { i, entry in
    SizedSource(file: SourceFile(id: UInt32(i), path: entry.key), size: entry.value)
  }
}

private func collect(_ folder: String, _ found: inout [String: Int]) throws(FileFailure) {
  for name in try names(inFolder: folder) where !name.hasPrefix(".") {
    let path = folder == "." ? name : folder + "/" + name
    switch try kind(of: path, followingLink: false) {
    case .folder: try collect(path, &found)
    case .file(let size):
      let lower = name.lowercased()
      if lower.hasSuffix(".xml") || lower.hasSuffix(".akn") { found[path] = size }
    case .link, .other: break
    }
  }
}

extension String {
  var droppingTrailingSlashes: String {
    var out = Substring(self)
    while out.count > 1, out.last == "/" { out = out.dropLast() }
    return String(out)
  }
}
