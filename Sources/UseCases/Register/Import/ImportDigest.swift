import Crypto
import Exchange
import Store

/// The digest of what an import reads: every file with its table and length, and what else changes its meaning. The
/// same bytes give the same digest, in a folder as in a zip.
enum ImportDigest {
    static func of(_ bundle: RegisterBundle, mapping: [UInt8]?) throws -> String {
        var hash = SHA256()
        hash.update(data: Array(bundle.manifest.toml.utf8))
        hash.update(data: mapping ?? [])
        var buffer = [UInt8](repeating: 0, count: 262_144)
        for table in bundle.tables {
            guard let file = bundle.file(of: table) else { continue }
            hash.update(data: Array("\u{0}\(table)\u{0}".utf8))
            let stream = try file.source.open()
            var length = 0
            while true {
                let count = try read(stream, into: &buffer)
                if count == 0 { break }
                length += count
                buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            }
            hash.update(data: Array("\u{0}\(length)".utf8))
        }
        return hash.finalize().map { byte in
            let hex = String(byte, radix: 16)
            return hex.utf8.count == 1 ? "0" + hex : hex
        }.joined()
    }

    private static func read(_ stream: any ByteStream, into buffer: inout [UInt8]) throws -> Int {
        var count = 0
        var fault: Refusal?
        buffer.withUnsafeMutableBytes { bytes in
            do throws(Refusal) { count = try stream.read(into: bytes) } catch { fault = error }
        }
        if let fault { throw fault }
        return count
    }
}
