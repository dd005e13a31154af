import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A temporary folder that nobody else on the machine can enter, whatever the umask: for what is on its way between
/// people and the store. It goes with the value, and all that is in it.
final class PrivateFolder: Sendable {
    let path: String

    /// The system could not make it.
    struct NotMade: Error { let code: Int32 }

    init() throws(NotMade) {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/vigie-XXXXXX".utf8CString)
        // mkdtemp makes it for its owner only (0700).
        guard mkdtemp(&template) != nil else { throw NotMade(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }  // temporary; there may be none
}
