import FoundationEssentials
import Kernel
import Secrets
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The installation's keys, from where the configuration says. A file is made when it is first needed, for its owner
/// only, and read again every few seconds, so that a rotation needs no restart.
package final class KeyBook: Sendable {
    package enum Place: Sendable, Hashable {
        case file(String)
        /// The content itself, from the environment.
        case text(String)
        /// Nothing is configured: what needs keys is refused.
        case nowhere
    }

    private static let trustedSeconds = 5

    package let place: Place
    private let known = Mutex<(keys: InstallationKeys, readAt: Int)?>(nil)

    package init(_ place: Place) { self.place = place }

    /// - Parameter anew: reads the file now, at most once a second: a token names a key that is not known.
    /// - Throws: `Refused`.
    package func keys(at now: Int, anew: Bool = false) throws -> InstallationKeys {
        let trusted = anew ? 1 : KeyBook.trustedSeconds
        if let found = known.withLock({ $0 }), now - found.readAt < trusted, now >= found.readAt { return found.keys }
        let keys = try read(at: now)
        known.withLock { $0 = (keys, now) }
        return keys
    }

    /// Writes a new key that signs from now on.
    /// - Throws: `Refused` where the keys do not stand in a file.
    package func rotate(at now: Int) throws -> InstallationKeys {
        guard case .file(let path) = place else { throw Refused(KeyFinding.notAFile) }
        let rotated = try read(at: now).rotated(at: now)
        let partial = try KeyBook.put(rotated.text, beside: path)
        guard rename(partial, path) == 0 else { throw KeyBook.fault(path) }
        known.withLock { $0 = (rotated, now) }
        return rotated
    }

    private func read(at now: Int) throws -> InstallationKeys {
        let text: String
        switch place {
        case .nowhere: throw Refused(KeyFinding.missing)
        case .text(let given): text = given
        case .file(let path):
            if !FileManager.default.fileExists(atPath: path) { try KeyBook.make(path, at: now) }
            text = try KeyBook.content(of: path)
        }
        guard let keys = InstallationKeys(text: text) else { throw Refused(KeyFinding.unreadable, ["place": named]) }
        return keys
    }

    private var named: String { if case .file(let path) = place { path } else { "VIGIE_KEYS" } }

    /// Of several servers that start at once the first wins; the others read what it wrote.
    private static func make(_ path: String, at now: Int) throws {
        let partial = try put(InstallationKeys.make(at: now).text, beside: path)
        defer { unlink(partial) }
        guard link(partial, path) == 0 || errno == EEXIST else { throw fault(path) }
    }

    /// A new file that only its owner may read.
    private static func put(_ text: String, beside path: String) throws -> String {
        let partial = "\(path).\(Token.make().prefix(12)).partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            unlink(partial)
            throw fault(path)
        }
        return partial
    }

    private static func content(of path: String) throws -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { throw fault(path) }
        guard status.st_mode & 0o077 == 0 else { throw Refused(KeyFinding.exposed, ["place": path]) }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw fault(path) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func fault(_ path: String) -> Refused {
        Refused(KeyFinding.inaccessible, ["place": path, "message": String(cString: strerror(errno))])
    }
}

/// What is wrong with the installation's keys: told to who runs it, never to who asks for a token.
package enum KeyFinding: String, FindingCode {
    /// Neither a file nor the environment holds them.
    case missing = "keys-missing"
    /// Others than the owner may read the file [place].
    case exposed = "keys-exposed"
    /// Not the text that Vigie writes [place].
    case unreadable = "keys-unreadable"
    /// The system refuses the file [place, message].
    case inaccessible = "keys-inaccessible"
    /// They stand in the environment: who set them changes them.
    case notAFile = "keys-not-a-file"
}
