import FoundationEssentials
import Glibc
import Kernel

/// A file that holds a secret: a key, a password.
package enum SecretFile {
    /// - Throws: `Refused` when it is not there or cannot be read.
    package static func bytes(at path: String) throws(Refused) -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Refused(ServerFinding.fileUnreadable, ["file": path])
        }
        return [UInt8](bytes)
    }

    /// Its text without line ends, as who types a password into a file leaves it; nil for a file that is not there,
    /// cannot be read or is empty.
    package static func text(at path: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
        return text.isEmpty ? nil : text
    }

    /// A warning where everybody on the machine may read it.
    package static func exposure(of path: String) -> Finding? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o004 != 0 else { return nil }
        return Finding(ServerFinding.fileExposed, .warning, ["file": path])
    }
}
