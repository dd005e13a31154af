/// Collects the many small writes of the PDF library and hands them on in pieces of 64 kB.
final class ByteOutput {
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private var buffer: [UInt8] = []
    private static let pieceBytes = 65_536
    /// The first error of the sink.
    private(set) var failure: (any Error)?
    /// When false, everything is swallowed.
    var isOpen = true

    init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.sink = sink
        buffer.reserveCapacity(2 * ByteOutput.pieceBytes)
    }

    /// False when the sink has failed.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard isOpen else { return true }
        guard failure == nil else { return false }
        buffer.append(contentsOf: bytes)
        guard buffer.count >= ByteOutput.pieceBytes else { return true }
        do {
            try flush()
            return true
        } catch {
            failure = error
            return false
        }
    }

    func flush() throws {
        guard !buffer.isEmpty else { return }
        try buffer.withUnsafeBytes { try sink($0) }
        buffer.removeAll(keepingCapacity: true)
    }
}
