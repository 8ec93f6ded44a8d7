package import Catalogue
package import LegalBases
package import Provisions
import Citations
import Consolidation
import XMLReading

/// What the requirements are, and what the legal order is like.
package struct Yardstick: Sendable {
  private let ownCatalogue: Catalogue?
  private let ownProfile: Profile?
  /// The file of the profile, as it was found; `nil` for the built-in one.
  package let profilePath: String?

  /// The built-in ones are read when they are first asked for: most runs never do.
  package var catalogue: Catalogue { ownCatalogue ?? .builtIn }
  package var profile: Profile { ownProfile ?? .builtIn }

  package init(catalogue: Catalogue? = nil, profile: Profile? = nil, profilePath: String? = nil) {
    ownCatalogue = catalogue
    ownProfile = profile
    self.profilePath = profilePath
  }

  /// Reads a catalogue that adds to the built-in one, and a profile.
  ///
  /// - Parameters:
  ///   - paths: what is compiled; where a folder of these holds a `profile.yaml`, that is the profile, unless one is named.
  /// - Throws: the faults of a file, or that it cannot be read.
  package static func read(
    catalogue: String?, profile: String?, beside paths: [String]
  ) throws(YardstickFailure) -> Yardstick {
    var requirements: Catalogue?
    if let catalogue { requirements = try made(Catalogue.read(text(catalogue), path: catalogue, addingTo: .builtIn)) }
    let found =
      profile
      ?? paths.lazy.map { ($0 == "/" ? "" : trimmed($0)) + "/profile.yaml" }.first { path in
        (try? kind(of: path, followingLink: true)) != nil
      }
    guard let found else { return Yardstick(catalogue: requirements) }
    return Yardstick(
      catalogue: requirements, profile: try made(Profile.read(text(found), path: found)), profilePath: found)
  }

  private static let largest = 16 << 20

  private static func trimmed(_ path: String) -> String { path.hasSuffix("/") ? String(path.dropLast()) : path }

  private static func made<Value>(_ result: Result<Value, DataFaultList>) throws(YardstickFailure) -> Value {
    switch result {
    case .success(let value): return value
    case .failure(let list): throw .faults(list.faults)
    }
  }

  private static func text(_ path: String) throws(YardstickFailure) -> String {
    var buffer = SourceBuffer()
    do throws(FileFailure) {
      guard case .file(let size) = try kind(of: path, followingLink: true) else {
        throw FileFailure(path: path, action: "read", reason: "it is no file")
      }
      guard size <= largest else {
        throw FileFailure(path: path, action: "read", reason: "it is larger than 16 MB")
      }
      try Compiling.read(path, expecting: size, into: &buffer)
      guard let text = String(validating: buffer.copy(), as: UTF8.self) else {
        throw FileFailure(path: path, action: "read", reason: "it is not UTF-8")
      }
      return text
    } catch {
      throw .file(error)
    }
  }
}

package enum YardstickFailure: Error, Sendable {
  case faults([DataFault])
  case file(FileFailure)

  /// One line for each fault.
  package var lines: [String] {
    switch self {
    case .faults(let faults): faults.map(\.description)
    case .file(let failure): [failure.message]
    }
  }
}

extension Compilation {
  /// The same documents on another date.
  package func on(_ date: LegalDate) -> Compilation {
    Compilation(
      files: files, framework: framework.timeline.on(date), diagnostics: diagnostics, failures: failures,
      problems: problems, unvalidated: unvalidated, standardInput: standardInput)
  }

  /// The marked interactions of the framework, as amended on its date, with the bases of each; with the framework, into which
  /// the places point.
  package func interactions(by yardstick: Yardstick) -> (compilation: Compilation, chains: [InteractionChain]) {
    let amended = consolidated()
    let marks = LegalMarks(amended.framework.graph, yardstick.catalogue)
    let finder = ChainFinder(amended.framework, yardstick.catalogue, yardstick.profile, marks)
    return (amended, finder.chains(marks))
  }

  /// How far the framework, as amended on its date, fulfils each requirement; with the framework, into which the places of
  /// the evidence point.
  package func status(by yardstick: Yardstick) -> (compilation: Compilation, status: FrameworkStatus) {
    let amended = consolidated()
    let marks = LegalMarks(amended.framework.graph, yardstick.catalogue)
    let finder = StatusFinder(amended.framework, yardstick.catalogue, yardstick.profile)
    return (amended, finder.status(marks))
  }
}
