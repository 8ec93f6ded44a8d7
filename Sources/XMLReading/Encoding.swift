internal import Glibc

/// What the first bytes of a file say about it, before any parser sees them.
enum EncodingVerdict {
  /// The bytes are UTF-8 (or say so): parse them as they are.
  case utf8
  /// The bytes are in another encoding and become UTF-8 first; `skip` bytes of byte-order mark are left out.
  case transcode(label: String, iconv: String, skip: Int)
  /// Not readable, and why.
  case refused(rule: String, message: String)
}

/// Decides by container magic, then byte-order mark, then the declaration; a mark and a declaration that contradict each
/// other are an error (XML 1.0, section 4.3.3).
func encodingVerdict(_ bytes: Span<UInt8>) -> EncodingVerdict {
  func starts(_ prefix: [UInt8]) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for i in prefix.indices where bytes[i] != prefix[i] { return false }
    return true
  }
  for (magic, name) in containers where starts(magic) {
    return .refused(rule: "not-xml", message: "this is \(name), not XML: unpack or convert it first")
  }
  var blank = true
  for i in 0..<min(bytes.count, 4096) where !isSpace(bytes[i]) {
    blank = false
    break
  }
  if blank, bytes.count <= 4096 { return .refused(rule: "malformed-xml", message: "the file is empty") }

  if starts([0xFF, 0xFE, 0, 0]) || starts([0, 0, 0xFE, 0xFF]) || starts([0x3C, 0, 0, 0]) || starts([0, 0, 0, 0x3C]) {
    return .refused(rule: "encoding-mismatch", message: "UTF-32 is not supported: save the file as UTF-8")
  }
  if starts([0x4C, 0x6F, 0xA7, 0x94]) {
    return .refused(rule: "encoding-mismatch", message: "EBCDIC is not supported: save the file as UTF-8")
  }
  if starts([0xFF, 0xFE]) { return sixteen(bytes, skip: 2, little: true) }
  if starts([0xFE, 0xFF]) { return sixteen(bytes, skip: 2, little: false) }
  if starts([0x3C, 0, 0x3F, 0]) || starts([0x3C, 0]) { return sixteen(bytes, skip: 0, little: true) }
  if starts([0, 0x3C, 0, 0x3F]) || starts([0, 0x3C]) { return sixteen(bytes, skip: 0, little: false) }

  let marked = starts([0xEF, 0xBB, 0xBF])
  guard let declared = declaredEncoding(bytes, from: marked ? 3 : 0, step: 1, offset: 0) else { return .utf8 }
  let label = declared.lowercased()
  if label == "utf-8" || label == "utf8" { return .utf8 }
  if marked {
    return .refused(
      rule: "encoding-mismatch",
      message: "the byte-order mark says UTF-8, the declaration says \"\(clip(declared))\"")
  }
  if label.hasPrefix("utf-16") || label.hasPrefix("utf16") || label.contains("ucs-2") || label.contains("10646") {
    return .refused(
      rule: "encoding-mismatch", message: "the declaration says \"\(clip(declared))\", the bytes are not in it")
  }
  guard isSupported(label) else {
    return .refused(
      rule: "encoding-mismatch",
      message: "the encoding \"\(clip(declared))\" is not supported: save the file as UTF-8")
  }
  return .transcode(label: declared, iconv: label == "us-ascii" || label == "ascii" ? "ASCII" : declared, skip: 0)
}

private let containers: [([UInt8], String)] = [
  ([0x1F, 0x8B], "gzip data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz data"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
  ([0x42, 0x5A, 0x68], "bzip2 data"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("%PDF".utf8), "a PDF"),
]

private func isSpace(_ c: UInt8) -> Bool { c == 0x20 || c == 9 || c == 10 || c == 13 }

private func clip(_ s: String) -> String { s.count > 40 ? s.prefix(40) + "…" : s }

private func sixteen(_ bytes: Span<UInt8>, skip: Int, little: Bool) -> EncodingVerdict {
  let declared = declaredEncoding(bytes, from: skip, step: 2, offset: little ? 0 : 1)?.lowercased()
  if let declared, declared != "utf-16", declared != (little ? "utf-16le" : "utf-16be"), declared != "iso-10646-ucs-2" {
    return .refused(
      rule: "encoding-mismatch", message: "the bytes are UTF-16, the declaration says \"\(clip(declared))\"")
  }
  let label = little ? "UTF-16LE" : "UTF-16BE"
  return .transcode(label: label, iconv: label, skip: skip)
}

/// The value of `encoding` in an XML declaration, if there is one; characters lie `step` bytes apart.
private func declaredEncoding(_ bytes: Span<UInt8>, from: Int, step: Int, offset: Int) -> String? {
  var head: [UInt8] = []
  var i = from + offset
  while i < bytes.count, head.count < 1024 {
    head.append(bytes[i])
    if head.count >= 2, head[head.count - 1] == UInt8(ascii: ">") { break }
    i += step
  }
  guard head.starts(with: "<?xml".utf8), head.count > 5, isSpace(head[5]) else { return nil }
  let key = Array("encoding".utf8)
  var at = 6
  var quote: UInt8 = 0
  while at < head.count {
    let c = head[at]
    if quote != 0 {
      if c == quote { quote = 0 }
    } else if c == 0x22 || c == 0x27 {
      quote = c
    } else if head[at...].starts(with: key) {
      at += key.count
      while at < head.count, isSpace(head[at]) || head[at] == UInt8(ascii: "=") { at += 1 }
      guard at < head.count, head[at] == 0x22 || head[at] == 0x27 else { return nil }
      let mark = head[at]
      let value = head[(at + 1)...].prefix { $0 != mark }
      return String(decoding: value, as: UTF8.self)
    }
    at += 1
  }
  return nil
}

/// Encodings in which law has been found or may reasonably be; UTF-7 and its like can hide markup and are left out.
private func isSupported(_ label: String) -> Bool {
  let families = ["iso-8859-", "iso8859-", "windows-125", "cp125", "koi8-"]
  if families.contains(where: label.hasPrefix) { return label.utf8.count <= 16 }
  return [
    "us-ascii", "ascii", "latin1", "cp866", "ibm866", "macintosh", "euc-jp", "shift_jis", "iso-2022-jp", "big5",
    "gb2312",
    "gbk", "gb18030", "euc-kr", "tis-620",
  ].contains(label)
}

/// The UTF-8 form of `bytes`, or the offset of the first byte that means nothing in the encoding.
func transcode(_ bytes: [UInt8], from encoding: String, skip: Int) -> (utf8: [UInt8], failure: Int?) {
  guard let converter = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
    return ([], 0)
  }
  defer { unsafe iconv_close(converter) }
  var source = bytes
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 2)
  var chunk = [CChar](repeating: 0, count: 1 << 16)
  var failure: Int?
  unsafe source.withUnsafeMutableBytes { raw in
    var from = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self).advanced(by: skip)
    var left = raw.count - skip
    while left > 0, failure == nil {
      unsafe chunk.withUnsafeMutableBufferPointer { target in
        var to = target.baseAddress
        var room = target.count
        let result = unsafe iconv(converter, &from, &left, &to, &room)
        let reason = errno
        let written = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(target)[..<(target.count - room)])
        unsafe out.append(contentsOf: written)
        if result == -1, reason != E2BIG { failure = raw.count - left }
      }
    }
  }
  return (out, failure)
}
