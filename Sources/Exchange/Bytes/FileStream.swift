import Kernel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file of the system, read in the chunks that the reader asks for.
final class FileStream: ByteStream {
    private let descriptor: Int32
    private let name: String

    init(path: String, name: String) throws(Refusal) {
        self.name = name
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code: ExchangeFinding = errno == ENOENT ? .fileMissing : .fileUnreadable
            throw Refusal(code, at: Place(file: name), ["reason": systemReason(errno)])
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            if errno != EINTR {
                throw Refusal(.fileUnreadable, at: Place(file: name), ["reason": systemReason(errno)])
            }
        }
    }
}

/// What the system says of an error number.
func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }
