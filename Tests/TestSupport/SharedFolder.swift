package import Foundation

/// The folder `shared` beside the package, with corpora of real law; `nil` where it is absent.
package let sharedFolder: String? = {
  let folder = packageFolder.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/shared"
  return FileManager.default.fileExists(atPath: folder + "/corpora") ? folder : nil
}()

/// Why tests on real law are skipped, for `.enabled(if:)`.
package let sharedFolderIsNeeded = "needs ../shared/corpora, which stands beside the project and is no part of it"

/// The root of the package, without a slash at its end.
package let packageFolder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

/// The model framework.
package let modelCorpus = URL(filePath: packageFolder + "/Corpus")

/// The XML files below the folders of the corpora whose names begin with one of `prefixes`, sorted.
package func corpusFiles(_ prefixes: [String]) throws -> [String] {
  guard let sharedFolder else { return [] }
  let corpora = sharedFolder + "/corpora"
  var out: [String] = []
  for folder in try FileManager.default.contentsOfDirectory(atPath: corpora)
  where prefixes.contains(where: folder.hasPrefix) {
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(corpora)/\(folder)")
    where path.hasSuffix(".xml") || path.hasSuffix(".akn") {
      out.append("\(corpora)/\(folder)/\(path)")
    }
  }
  return out.sorted()
}

/// The bytes of a file.
package func bytes(ofFile path: String) throws -> [UInt8] {
  try Array(Data(contentsOf: URL(filePath: path, directoryHint: .notDirectory)))
}
