import CPostgreSQL

extension PostgresSession {
    /// COPY FROM STDIN in text format.
    func bulkInsert(
        into table: String, columns: [String], _ feed: (inout BulkWriter) throws -> Void
    ) throws -> Int {
        let names = columns.map(quoted).joined(separator: ", ")
        try script("COPY \(quoted(table)) (\(names)) FROM STDIN")
        let handle = link.handle
        var writer = BulkWriter(columnCount: columns.count) { buffer in
            let code = buffer.withUnsafeBytes { bytes in
                PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
            }
            guard code == 1 else { throw postgresError(handle, nil) }
        }
        do {
            try feed(&writer)
            try writer.finish()
        } catch {
            // The server answers with the failure of this COPY, and the feed's own error says why.
            state.failed = true
            PQputCopyEnd(handle, "stopped")
            drain()
            throw error
        }
        try guarded { try finishCopy() }
        return writer.rowCount
    }

    private func finishCopy() throws {
        guard PQputCopyEnd(link.handle, nil) == 1 else { throw postgresError(link.handle, nil) }
        let result = PQgetResult(link.handle)
        defer {
            PQclear(result)
            drain()
        }
        try link.check(result)
    }

    /// Reads the answers that are left, so that the connection takes the next statement.
    private func drain() {
        while let result = PQgetResult(link.handle) { PQclear(result) }
    }
}
