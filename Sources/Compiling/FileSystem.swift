internal import CLinux
internal import Glibc
import XMLReading

/// A failure of the world outside: a file or folder that cannot be read or written.
package struct FileFailure: Error, Sendable {
  package let path: String
  /// What was attempted, as a verb: "read", "write".
  package let action: String
  package let reason: String

  package init(path: String, action: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }

  init(_ path: String, _ action: String, code: Int32 = errno) {
    self.init(path: path, action: action, reason: unsafe String(cString: strerror(code)))
  }

  /// "cannot read acts/a.xml: Permission denied".
  package var message: String { "cannot \(action) \(path): \(reason)" }
}

/// What stands at a path.
enum FileKind {
  case file(size: Int)
  case folder
  case link
  case other
}

/// The kind of what stands at a path, without following a link at its end unless asked to.
func kind(of path: String, followingLink: Bool) throws(FileFailure) -> FileKind {
  var info = stat()
  let result = unsafe followingLink ? stat(path, &info) : lstat(path, &info)
  guard result == 0 else { throw FileFailure(path, "read") }
  switch info.st_mode & S_IFMT {
  case S_IFREG: return .file(size: Int(info.st_size))
  case S_IFDIR: return .folder
  case S_IFLNK: return .link
  default: return .other
  }
}

/// The names in a folder, sorted by their bytes.
func names(inFolder path: String) throws(FileFailure) -> [String] {
  try namesAsTheyLie(inFolder: path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The same in the order of the file system, for what does not depend on it: temporary folders hold thousands of entries.
func namesAsTheyLie(inFolder path: String) throws(FileFailure) -> [String] {
  guard let folder = unsafe opendir(path) else { throw FileFailure(path, "read") }
  defer { unsafe closedir(folder) }
  var out: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != "." && name != ".." { out.append(name) }
  }
  return out
}

/// Fills the buffer with the bytes of a file; "-" is the standard input.
func read(_ path: String, expecting size: Int, into buffer: inout SourceBuffer) throws(FileFailure) {
  let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
  guard descriptor >= 0 else { throw FileFailure(path, "read") }
  defer { if path != "-" { close(descriptor) } }
  var code: Int32 = 0
  var total = 0
  let limit = XMLReader.largestDocument
  let complete = unsafe buffer.refill(expecting: min(max(size, 0), limit)) { room in
    // A file that grows without end is cut one byte past the limit, where the reader refuses it.
    if total > limit { return 0 }
    while true {
      let n = unsafe Glibc.read(descriptor, room.baseAddress, min(room.count, limit + 1 - total))
      if n < 0 {
        if errno == EINTR { continue }
        code = errno
      }
      total += max(n, 0)
      return n
    }
  }
  guard complete else { throw FileFailure(path, "read", code: code) }
}

/// Writes a new file out of pieces that follow one another; the caller owns the folder.
func write(_ pieces: [[UInt8]], to path: String) throws(FileFailure) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
  guard descriptor >= 0 else { throw FileFailure(path, "write") }
  for piece in pieces {
    let code = writeAll(piece, to: descriptor)
    guard code == 0 else {
      close(descriptor)
      throw FileFailure(path, "write", code: code)
    }
  }
  guard close(descriptor) == 0 else { throw FileFailure(path, "write") }
}

/// Writes one file in one step: what stood there stays until the whole of the new one is written.
///
/// A device, a pipe or the file at the end of a link is written where it is: it would be replaced by a plain file else.
package func write(_ bytes: [UInt8], toFile path: String) throws(FileFailure) {
  switch try? kind(of: path, followingLink: false) {
  case .folder?: throw FileFailure(path: path, action: "write", reason: "it is a folder")
  case .link?, .other?:
    let descriptor = unsafe open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileFailure(path, "write") }
    let code = writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, code == 0 else { throw FileFailure(path, "write", code: code) }
    return
  default: break
  }
  let staging = "\(path).nomodex-\(processNumber)"
  do throws(FileFailure) {
    try write([bytes], to: staging)
  } catch {
    unsafe unlink(staging)
    throw FileFailure(path: path, action: error.action, reason: error.reason)
  }
  guard unsafe rename(staging, path) == 0 else {
    let failure = FileFailure(path, "write")
    unsafe unlink(staging)
    throw failure
  }
}

/// Writes all bytes; zero, or the system's error.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  unsafe bytes.withUnsafeBytes { raw in
    var done = 0
    while done < raw.count {
      let n = unsafe Glibc.write(descriptor, raw.baseAddress.map { unsafe $0 + done }, raw.count - done)
      if n < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += n
    }
    return 0
  }
}

/// Writes to the standard output.
package func print(bytes: [UInt8]) throws(FileFailure) {
  let code = writeAll(bytes, to: STDOUT_FILENO)
  if code != 0 { throw FileFailure("standard output", "write", code: code) }
}

/// Writes to the standard error output; a failure there has nowhere to go.
package func say(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

func makeFolder(_ path: String) throws(FileFailure) {
  guard unsafe mkdir(path, 0o777) == 0 else { throw FileFailure(path, "make the folder") }
}

/// Makes a folder and those above it that are missing.
func makeFolders(_ path: String) throws(FileFailure) {
  if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
    throw FileFailure(path, "make the folder")
  }
  try makeFolders(String(path[..<slash]))
  guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileFailure(path, "make the folder") }
}

/// Removes a folder with all that is in it, without following links.
func removeFolder(_ path: String) {
  guard let names = try? names(inFolder: path) else { return }
  for name in names {
    let inner = path + "/" + name
    if case .folder? = try? kind(of: inner, followingLink: false) {
      removeFolder(inner)
    } else {
      unsafe unlink(inner)
    }
  }
  unsafe rmdir(path)
}

/// The process number, for names of temporary folders.
var processNumber: Int32 { getpid() }

/// Whether a process with this number is alive.
func isAlive(process number: Int32) -> Bool { kill(number, 0) == 0 || errno == EPERM }

/// Puts `new` in the place of `old` in one step (RENAME_EXCHANGE, 2); what stood there is then at `new`.
func exchange(_ new: String, _ old: String) throws(FileFailure) {
  guard unsafe renameat2(AT_FDCWD, new, AT_FDCWD, old, 2) == 0 else {
    throw FileFailure(old, "replace")
  }
}

/// Puts `new` at a place where nothing stands (RENAME_NOREPLACE, 1).
func rename(_ new: String, to place: String) throws(FileFailure) {
  guard unsafe renameat2(AT_FDCWD, new, AT_FDCWD, place, 1) == 0 else {
    throw FileFailure(place, "make")
  }
}

/// Whether a stream is a terminal.
package enum Terminal {
  package static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  package static var isError: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A variable of the environment.
package func environment(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

/// Processors that may be used.
package var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Today in UTC, or the day that `SOURCE_DATE_EPOCH` names, so that builds can be repeated: year, month, day.
package func today() -> (year: Int, month: Int, day: Int) {
  let now = time(nil)
  var seconds = environment("SOURCE_DATE_EPOCH").flatMap { time_t($0) } ?? now
  var parts = unsafe tm()
  unsafe gmtime_r(&seconds, &parts)
  return unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
}
