import ArgumentParser
import Glibc

/// Standard error, unbuffered. (`stderr` itself is a mutable global that Swift 6 refuses.)
enum StandardError {
    static func write(_ text: String) {
        var rest = ArraySlice(text.utf8)
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    /// Says which part of the machine failed, and why (`errno`), and ends the program.
    static func stop(_ what: String) -> Never {
        write("\(what) : \(String(cString: strerror(errno))).\n")
        exit(ExitCode.internalError.rawValue)
    }
}
