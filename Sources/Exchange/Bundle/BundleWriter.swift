import FoundationEssentials
import Kernel

/// A table of a bundle being written to its file, row by row.
package final class TableFile<Row: TableRow> {
    private let output: OutputFile
    private var writer: TableWriter<Row>

    package init(_ path: String) throws {
        let output = try OutputFile(path)
        self.output = output
        writer = try TableWriter { bytes in try output.write(bytes) }
    }

    package func write(_ row: Row) throws { try writer.write(row) { bytes in try output.write(bytes) } }

    /// Rows written. The file counts only once this has returned.
    package func close() throws -> Int {
        try output.close()
        return writer.rows
    }
}

/// Writes a bundle as a folder: its tables first, the manifest with their row counts last, so that a folder with a
/// manifest is a whole bundle.
package struct BundleWriter {
    package let folder: String
    package let format: BundleFormat
    private var rowCounts: [String: Int] = [:]

    /// Makes the folder where there is none.
    package init(folder: String, format: BundleFormat) throws {
        self.folder = folder
        self.format = format
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// Begins a table; several may be written side by side. Ends with `close(_:)`.
    package func open<Row: TableRow>(_ type: Row.Type) throws -> TableFile<Row> {
        try TableFile(folder + "/" + Row.table.name + ".csv")
    }

    package mutating func close<Row: TableRow>(_ table: TableFile<Row>) throws {
        rowCounts[Row.table.name] = try table.close()
    }

    /// A whole table at once.
    package mutating func write<Row: TableRow>(_ rows: some Sequence<Row>) throws {
        let table = try open(Row.self)
        for row in rows { try table.write(row) }
        try close(table)
    }

    /// Writes the manifest.
    @discardableResult
    package func finish(
        kind: BundleManifest.Kind, extractedOn: Day, department: String, source: String? = nil
    ) throws -> BundleManifest {
        let manifest = BundleManifest(
            format: format, kind: kind, extractedOn: extractedOn, department: department, source: source,
            rowCounts: rowCounts)
        let output = try OutputFile(folder + "/" + BundleManifest.fileName)
        var toml = manifest.toml
        try toml.withUTF8 { try output.write(UnsafeRawBufferPointer($0)) }
        try output.close()
        return manifest
    }
}
