import Kernel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file being written, gathered in pieces of 256 kB. A full disk is an error at `write` or `close`, never silence.
package final class OutputFile {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var isOpen = true

    /// Replaces what is at `path`.
    package init(_ path: String) throws(Refusal) {
        name = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.refusal(path) }
        buffer.reserveCapacity(Self.pieceLength + 65_536)
    }

    deinit { if isOpen, descriptor >= 0 { _ = closeDescriptor(descriptor) } }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.pieceLength { try flush() }
    }

    /// Writes what is left and says whether all of it arrived.
    package func close() throws(Refusal) {
        try flush()
        isOpen = false
        guard closeDescriptor(descriptor) == 0 else { throw Self.refusal(name) }
    }

    private func flush() throws(Refusal) {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes { bytes in
                writeDescriptor(descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]))
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw Self.refusal(name)
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static var pieceLength: Int { 262_144 }

    private static func refusal(_ name: String) -> Refusal {
        Refusal(.fileUnwritable, at: Place(file: name), ["reason": systemReason(errno)])
    }
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func writeDescriptor(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
