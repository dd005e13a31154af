import Kernel

/// What a PDF file says of itself. The day is the document's own (edition, letter, report), never the clock's.
package struct PrintJob: Hashable, Sendable {
    package var title: String
    package var author: String
    package var day: Day

    package init(title: String, author: String, day: Day) {
        self.title = title
        self.author = author
        self.day = day
    }
}

/// What one document became.
package struct PrintedPages: Hashable, Sendable {
    /// Number in the file of its first page, from 1.
    package let firstPage: Int
    package let pages: Int
    /// Animal and spare labels that carry a barcode.
    package let labels: Int
    /// What someone should know before posting it, see `DocumentFinding`.
    package let findings: [Finding]
}

/// One PDF file from any number of documents, written while they are added: thousands of pages need no more memory
/// than one. Use from one thread; several runs may go on at once.
///
///     let run = try PrintRun(job) { bytes in try file.write(contentsOf: bytes) }
///     for document in documents { try run.add(document) }
///     try run.finish()
package final class PrintRun {
    private let type: Typesetter
    private let file: PDFFile
    private var isOver = false

    /// - Parameters:
    ///   - press: fonts that another run has used and left; nil loads them anew.
    ///   - sink: takes the file's bytes in pieces, in order; what it throws ends the run.
    /// - Throws: `PrintFault`.
    package init(
        _ job: PrintJob, on press: Press? = nil, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        type = try (press ?? Press()).type
        file = try PDFFile(job, type, to: sink)
    }

    /// Lays a document out and writes its pages. A document that throws here has printed nothing, and the run may go
    /// on with the next one; after an error of the sink or the drawing library it may not.
    ///
    /// - Throws: the document's own fault, `PrintFault`, or what the sink threw.
    @discardableResult
    package func add(_ document: some PrintedDocument) throws -> PrintedPages {
        guard !isOver else { throw PrintFault.runEnded }
        let layout = try document.layout(type)
        let first = file.pages + 1
        do {
            for draw in layout.pages { try file.page(draw) }
        } catch {
            isOver = true
            throw error
        }
        return PrintedPages(
            firstPage: first, pages: layout.pages.count, labels: layout.labels, findings: layout.findings)
    }

    /// Ends the file. A run that is dropped without it leaves an unfinished file.
    package func finish() throws {
        guard !isOver else { throw PrintFault.runEnded }
        isOver = true
        try file.finish()
    }
}

/// The bytes of one PDF with these documents, in this order.
package func pdf(_ job: PrintJob, _ documents: [any PrintedDocument], on press: Press? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let run = try PrintRun(job, on: press) { bytes.append(contentsOf: $0) }
    for document in documents { try run.add(document) }
    try run.finish()
    return bytes
}
