internal import CLibXML2
internal import Synchronization

/// A schema as it stands in files: the one that was asked for, and those of its folder that it includes or imports.
package struct SchemaSource: Sendable {
  /// The name of the schema itself, one of ``files``.
  package let main: String
  /// Bytes by path below the folder of the schema.
  package var files: [String: [UInt8]]

  package init(main: String, files: [String: [UInt8]]) {
    self.main = main
    self.files = files
  }

  /// The path below the folder that a location names, or `nil` for one outside of it. Of an address on the web only the file
  /// name counts: its file is expected beside the schema, as nothing is fetched.
  package static func path(ofLocation location: String) -> String? {
    if location.contains("://") { return location.split(separator: "/").last.map(String.init) }
    guard !location.hasPrefix("/") else { return nil }
    var parts: [Substring] = []
    for part in location.split(separator: "/") where part != "." {
      guard part != ".." else { return nil }
      parts.append(part)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}

/// Why there is no schema.
package enum SchemaFault: Error, Equatable {
  /// Files that it includes or imports and that were not given.
  case missing([String])
  /// It is no schema, and why.
  case invalid(String)
}

/// The files that libxml2 may see while a schema is loaded. It asks for them through a function without context, so they
/// stand here; no document may name them, as external entities are refused before anything is asked for.
private let served = Mutex<ServedFiles?>(nil)
/// One schema is loaded at a time: libxml2 sets up the types of schemas when it loads the first.
private let loading = Mutex<Void>(())

private struct ServedFiles: Sendable {
  var files: [String: [UInt8]]
  var missing: [String] = []
}

/// Answers libxml2's request for a file: one of the schema that is being loaded, or nothing.
func schemaFile(_ location: UnsafePointer<CChar>?, _ context: xmlParserCtxtPtr?) -> xmlParserInputPtr? {
  guard let location = unsafe location, let context = unsafe context else { return nil }
  // libxml2 makes an address of the name.
  let written = unsafe String(cString: location).replacing("%20", with: " ")
  let bytes = served.withLock { served -> [UInt8]? in
    guard served != nil else { return nil }
    let path = SchemaSource.path(ofLocation: written)
    if let path, let bytes = served?.files[path], !bytes.isEmpty { return bytes }
    if served?.missing.contains(path ?? written) == false { served?.missing.append(path ?? written) }
    return nil
  }
  guard let bytes else { return nil }
  let buffer = unsafe bytes.withUnsafeBytes { raw in
    unsafe xmlParserInputBufferCreateMem(
      raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count), XML_CHAR_ENCODING_NONE)
  }
  guard let buffer = unsafe buffer, let input = unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
  else { return nil }
  // The name is the base of the locations inside.
  let name = unsafe xmlStrdup(UnsafeRawPointer(location).assumingMemoryBound(to: xmlChar.self))
  unsafe input.pointee.filename = UnsafeRawPointer(name)?.assumingMemoryBound(to: CChar.self)
  return unsafe input
}

/// Loads a schema. The caller frees it.
func loadSchema(_ source: SchemaSource) throws(SchemaFault) -> xmlSchemaPtr {
  if source.files[source.main]?.isEmpty ?? true { throw .invalid("the file is empty") }
  var messages: [String] = []
  var missing: [String] = []
  let schema: UInt? = loading.withLock { _ in
    served.withLock { $0 = ServedFiles(files: source.files) }
    defer {
      missing = served.withLock { served in
        defer { served = nil }
        return served?.missing ?? []
      }
    }
    return unsafe withUnsafeMutablePointer(to: &messages) { messages in
      let collect: xmlStructuredErrorFunc = { data, error in
        guard let messages = unsafe data?.assumingMemoryBound(to: [String].self), let error = unsafe error,
          unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue, let text = unsafe error.pointee.message
        else { return }
        unsafe messages.pointee.append(String(cString: text))
      }
      // For faults of the files themselves, which would be printed.
      unsafe xmlSetStructuredErrorFunc(messages, collect)
      defer { xmlSetStructuredErrorFunc(nil, nil) }
      guard let parser = unsafe xmlSchemaNewParserCtxt(source.main) else { return nil }
      defer { unsafe xmlSchemaFreeParserCtxt(parser) }
      unsafe xmlSchemaSetParserStructuredErrors(parser, collect, messages)
      return unsafe xmlSchemaParse(parser).map { UInt(bitPattern: $0) }
    }
  }
  let pointer = unsafe schema.flatMap { unsafe xmlSchemaPtr(bitPattern: $0) }
  guard missing.isEmpty, let pointer = unsafe pointer else {
    if let pointer = unsafe pointer { unsafe xmlSchemaFree(pointer) }
    if !missing.isEmpty { throw .missing(missing) }
    let reason = messages.first ?? "it cannot be parsed"
    throw .invalid(plainMessage(reason, targetNamespace: "http://www.w3.org/2001/XMLSchema"))
  }
  return unsafe pointer
}
