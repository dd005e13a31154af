import Kernel

/// A column-mapping file: makes a register bundle of someone else's files, once for each sender (decision 19).
/// The format is written down in `docs/formats/column-mapping.md`.
package struct ColumnMapping: Sendable, Hashable {
    package static let format = "vigie-mapping/1"

    package var name: String?
    /// Stands in for a manifest where the sender has none.
    package var manifest: BundleManifest?
    /// Our table → how its file is written. Tables that are not named keep our own format.
    package var tables: [String: TableMapping] = [:]

    package init() {}

    package static func read(_ source: ByteSource) -> (mapping: ColumnMapping?, findings: [Finding]) {
        do throws(Refusal) {
            return read(try ConfigurationTable.parse(source))
        } catch {
            return (nil, error.findings)
        }
    }

    private static func read(_ root: ConfigurationTable) -> (mapping: ColumnMapping?, findings: [Finding]) {
        var reader = ConfigurationReader(root)
        var mapping = ColumnMapping()
        reader.format(Self.format)
        mapping.name = reader.string("name")
        var common = TableMapping()
        common.separator = reader.separator("separator")
        common.encoding = reader.choice("encoding", EncodingChoice.self)
        common.dates = reader.choice("dates", DateFormat.self)
        if let bundle = reader.table("bundle") {
            let (manifest, findings) = BundleManifest.read(bundle)
            mapping.manifest = manifest
            reader.add(findings)
        }
        if let tables = reader.table("tables") {
            reader.add(mapping.readTables(tables, common))
        }
        let findings = reader.finish()
        return (findings.contains { $0.severity == .fatal } ? nil : mapping, findings)
    }

    private mutating func readTables(_ table: ConfigurationTable, _ common: TableMapping) -> [Finding] {
        var reader = ConfigurationReader(table)
        for specification in BundleFormat.allCases.flatMap(\.tables) {
            guard let inner = reader.table(specification.name) else { continue }
            let (mapping, findings) = TableMapping.read(inner, specification, common)
            tables[specification.name] = mapping
            reader.add(findings)
        }
        return reader.finish()
    }
}

extension TableMapping {
    static func read(
        _ table: ConfigurationTable, _ specification: TableSpecification, _ common: TableMapping
    ) -> (TableMapping, [Finding]) {
        var reader = ConfigurationReader(table)
        var mapping = common
        mapping.file = reader.string("file")
        mapping.separator = reader.separator("separator") ?? common.separator
        mapping.encoding = reader.choice("encoding", EncodingChoice.self) ?? common.encoding
        mapping.dates = reader.choice("dates", DateFormat.self) ?? common.dates
        mapping.columns = reader.strings("columns")
        mapping.constants = reader.strings("constants")
        if let values = reader.table("values") {
            var inner = ConfigurationReader(values)
            for column in specification.columns {
                let translation = inner.strings(column.name)
                if !translation.isEmpty { mapping.values[column.name] = translation }
            }
            reader.add(inner.finish())
        }
        reader.add(unknownColumns(mapping.columns, table, "columns", specification))
        reader.add(unknownColumns(mapping.constants, table, "constants", specification))
        return (mapping, reader.finish())
    }

    private static func unknownColumns(
        _ names: [String: String], _ table: ConfigurationTable, _ key: String, _ specification: TableSpecification
    ) -> [Finding] {
        guard case .table(let inner) = table.values[key] else { return [] }
        return names.keys.sorted().filter { specification.column($0) == nil }.map {
            Finding(ExchangeFinding.keyUnknown, .fatal, at: inner.place($0), ["key": $0])
        }
    }
}
