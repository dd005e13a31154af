import Synchronization

/// Collects what a use case hands out file by file.
package final class FileBox: Sendable {
    private let files = Mutex<[PrintedFile]>([])

    package init() {}

    package func append(_ file: PrintedFile) { files.withLock { $0.append(file) } }
    package var first: PrintedFile? { files.withLock { $0.first } }
}
