import Kernel

/// Which file of a bundle is which table.
struct TableFiles {
    private(set) var sources: [String: ByteSource] = [:]
    private(set) var findings: [Finding] = []

    init(_ files: BundleFiles, _ manifest: BundleManifest, _ mapping: ColumnMapping?) {
        var used: Set<String> = [BundleManifest.fileName]
        for table in manifest.format.tables {
            let pattern = mapping?.tables[table.name]?.file ?? "\(table.name).csv"
            let names = files.topLevel.filter { matches($0, pattern: pattern) }
            used.formUnion(names)
            if let name = names.first { sources[table.name] = files.sources[name] }
            if names.count > 1 {
                add(.tableDoubled, .fatal, files.name, ["table": table.name, "files": names.joined(separator: ", ")])
            }
        }
        findMissing(files, manifest)
        for name in files.topLevel where !used.contains(name) && !name.lowercased().hasPrefix("readme") {
            add(.fileUnknown, .warning, name)
        }
        // A mapped bundle has no counts to be in.
        guard mapping?.manifest == nil else { return }
        for name in sources.keys.sorted() where manifest.rowCounts[name] == nil {
            add(.tableNotInManifest, .warning, files.name, ["table": name])
        }
    }

    private mutating func findMissing(_ files: BundleFiles, _ manifest: BundleManifest) {
        let required = manifest.format.requiredTables(of: manifest.kind)
        for table in manifest.format.tables where sources[table.name] == nil {
            guard manifest.rowCounts[table.name] ?? 0 > 0 || required.contains(table.name) else { continue }
            add(.tableMissing, .fatal, files.name, ["table": table.name])
        }
    }

    private mutating func add(
        _ code: ExchangeFinding, _ severity: Finding.Severity, _ file: String,
        _ facts: KeyValuePairs<String, String> = [:]
    ) {
        findings.append(Finding(code, severity, at: Place(file: file), facts))
    }
}
