import Exchange
import FoundationEssentials
import Store
import Synchronization

/// Where running work puts the files that it makes: a private folder of the attempt's own, packed and stored at its
/// end. Nothing is kept outside of the store: the folder goes with the value.
package final class JobOutput: Sendable {
    private struct Made: Sendable {
        let name: String
        let size: Int
    }

    /// Made with the first file: most jobs make none.
    private let folder = Mutex<PrivateFolder?>(nil)
    private let made = Mutex<[Made]>([])

    init() {}

    package var count: Int { made.withLock { $0.count } }

    /// - Parameter name: without folder, unique within the job.
    package func add(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: "\(try place())/\(name)"))
        made.withLock { $0.append(Made(name: name, size: bytes.count)) }
    }

    /// How many bytes one zip holds before the next begins: all that is ever held in memory of a batch.
    private static let lotSizeInBytes = 32 << 20

    /// Stores the files with the job: a single one as it is, several in as few zips as need be.
    func store(for job: JobRow, in database: Database, at now: String) async throws {
        let lots = lots()
        for (index, lot) in lots.enumerated() {
            let isAlone = lots.count == 1 && lot.count == 1
            let name = isAlone ? lot[0] : "\(job.kind)-\(job.id)-\(index + 1).zip"
            let bytes = try isAlone ? read(lot[0]) : packed(lot)
            try await database.write { connection in
                let digest = try connection.putBlob(
                    bytes, mediaType: isAlone ? "application/pdf" : "application/zip", at: now)
                try connection.keep(JobFileRow(name: name, digest: digest), of: job.id, .output, at: index + 1)
            }
        }
    }

    private func lots() -> [[String]] {
        var (lots, size): ([[String]], Int) = ([], 0)
        for file in made.withLock({ $0 }) {
            if lots.isEmpty || size + file.size > JobOutput.lotSizeInBytes { (lots, size) = (lots + [[]], 0) }
            lots[lots.count - 1].append(file.name)
            size += file.size
        }
        return lots
    }

    private func packed(_ names: [String]) throws -> [UInt8] {
        let path = "\(try place())/.lot.zip"
        try refusing { try ZipWriter.write(try names.map { ($0, try read($0)) }, to: path) }
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    private func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "\(try place())/\(name)")))
    }

    private func place() throws -> String {
        try folder.withLock { folder in
            let made = try folder ?? PrivateFolder()
            folder = made
            return made.path
        }
    }
}
