import Kernel

/// A bundle of tables that has been opened: its manifest is good and its files are found. Nothing is read yet.
package struct RegisterBundle: Sendable {
    package let name: String
    package let manifest: BundleManifest
    /// Files below `documents/`, by their path in the bundle.
    package let documents: [String: ByteSource]
    private let files: [String: ByteSource]
    private let mapping: ColumnMapping?

    /// Names of the tables that are there, in the order in which they should be read.
    package var tables: [String] { manifest.format.tables.map(\.name).filter { files[$0] != nil } }

    package struct Opened: Sendable {
        /// nil after a fatal finding.
        package let bundle: RegisterBundle?
        package let findings: [Finding]
    }

    /// Opens a folder or a zip.
    package static func open(_ path: String, mapping: ColumnMapping? = nil, limits: ZipLimits = ZipLimits()) -> Opened {
        do throws(Refusal) {
            return try open(BundleFiles(path: path, limits: limits), mapping)
        } catch {
            return Opened(bundle: nil, findings: error.findings)
        }
    }

    /// Opens a zip that was received as bytes.
    package static func open(
        zip source: ByteSource, mapping: ColumnMapping? = nil, limits: ZipLimits = ZipLimits()
    ) -> Opened {
        do throws(Refusal) {
            return try open(BundleFiles(zip: source, limits: limits), mapping)
        } catch {
            return Opened(bundle: nil, findings: error.findings)
        }
    }

    private static func open(_ files: BundleFiles, _ mapping: ColumnMapping?) throws(Refusal) -> Opened {
        let (manifest, manifestFindings) = readManifest(files, mapping)
        guard let manifest else { return Opened(bundle: nil, findings: manifestFindings) }
        let match = TableFiles(files, manifest, mapping)
        let findings = manifestFindings + match.findings
        if findings.contains(where: { $0.severity == .fatal }) { return Opened(bundle: nil, findings: findings) }
        let bundle = RegisterBundle(
            name: files.name, manifest: manifest,
            documents: files.sources.filter { $0.key.hasPrefix("documents/") }, files: match.sources, mapping: mapping)
        return Opened(bundle: bundle, findings: findings)
    }

    private static func readManifest(
        _ files: BundleFiles, _ mapping: ColumnMapping?
    ) -> (BundleManifest?, [Finding]) {
        if let source = files.sources[BundleManifest.fileName] { return BundleManifest.read(source) }
        if let manifest = mapping?.manifest { return (manifest, []) }
        let place = Place(file: files.name)
        return (nil, [Finding(ExchangeFinding.manifestMissing, .fatal, at: place, ["file": BundleManifest.fileName])])
    }
}

// MARK: - Reading

extension RegisterBundle {
    /// A reader of one table; nil when the bundle does not hold it.
    package func reader<Row: TableRow>(_ type: Row.Type, _ options: ReadingOptions) -> TableReader<Row>? {
        let name = Row.table.name
        guard let source = files[name] else { return nil }
        return TableReader(
            source, options, mapping: mapping?.tables[name], expectedRows: manifest.rowCounts[name])
    }

    /// Reads one table to its end; nil when the bundle does not hold it. Only what `body` throws is thrown.
    package func rows<Row: TableRow>(
        _ type: Row.Type, _ options: ReadingOptions, _ body: (LineOutcome<Row>) throws -> Void
    ) rethrows -> TableOutcome? {
        guard let reader = reader(type, options) else { return nil }
        while let line = reader.next() { try body(line) }
        return reader.outcome
    }
}

/// Where one table of a bundle is and how it is written, for whoever reads it another way: the text of a line, a
/// digest.
package struct BundleFile: Sendable {
    package let source: ByteSource
    package let mapping: TableMapping?
    package let expectedRows: Int?

    package init(source: ByteSource, mapping: TableMapping? = nil, expectedRows: Int? = nil) {
        self.source = source
        self.mapping = mapping
        self.expectedRows = expectedRows
    }
}

extension RegisterBundle {
    /// The file of a table; nil when the bundle does not hold it.
    package func file(of table: String) -> BundleFile? {
        files[table].map {
            BundleFile(source: $0, mapping: mapping?.tables[table], expectedRows: manifest.rowCounts[table])
        }
    }
}
