import Crypto
import Exchange

/// SHA-256 of a file of results: the same bytes again change nothing that was accepted.
enum FileDigest {
    static func of(_ source: ByteSource) throws(Refusal) -> String {
        let stream = try source.open()
        var hash = SHA256()
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 262_144, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = try stream.read(into: chunk)
            if count == 0 { break }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in hash.finalize() { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Turns a file that cannot be read into a refusal of the use case.
func orRefused<Value>(_ body: () throws(Refusal) -> Value) throws(Refused) -> Value {
    do { return try body() } catch { throw Refused(error.findings) }
}
