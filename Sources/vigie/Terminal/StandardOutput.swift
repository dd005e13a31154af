import Glibc

/// Standard output through a buffer, for commands that answer line by line.
struct StandardOutput {
    private var buffer: [UInt8] = []
    private static let flushSize = 1 << 16

    mutating func write(line: [UInt8]) {
        buffer += line
        buffer.append(0x0a)
        if buffer.count >= StandardOutput.flushSize { flush() }
    }

    /// Writes what is buffered. A reader that went away (`| head`) ends the command quietly, as other tools do.
    mutating func flush() {
        var rest = buffer[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { exit(0) }
                StandardError.stop("La sortie ne peut être écrite")
            }
            rest = rest.dropFirst(written)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
