import Exchange
import Kernel
import Register
import Store

/// The PDFs of sampling documents that come with a history: kept under their digest, as our own are.
struct HistoryDocuments: Sendable {
    let sources: [String: ByteSource]

    /// A document of some pages; what is larger is no sampling document.
    private static let largestBytes = 20_000_000

    /// - Returns: what the tables name and the bundle does not hold.
    func keep(_ connection: Connection, at now: String) throws -> [Finding] {
        var findings: [Finding] = []
        for document in try connection.historyDocumentFiles() {
            guard let source = sources[document.file] ?? sources["documents/\(document.file)"] else {
                findings.append(
                    Finding(
                        RegisterFinding.historyFileMissing, .warning,
                        at: Place(file: "documents.csv", line: document.line, column: "file"),
                        ["file": document.file]))
                continue
            }
            let bytes = try source.readAll(limit: Self.largestBytes)
            let digest = try connection.putBlob(bytes, mediaType: "application/pdf", at: now)
            try connection.setDocument(digest, of: document)
        }
        return findings
    }
}
