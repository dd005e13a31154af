import Exchange

/// What one import reads: files by table, from a bundle or from refused lines that are judged again.
struct ImportInput: Sendable {
    let name: String
    let isFull: Bool
    /// Table → file.
    let files: [String: BundleFile]

    init(_ bundle: RegisterBundle) {
        name = bundle.name
        isFull = bundle.manifest.kind == .full
        var files: [String: BundleFile] = [:]
        for table in bundle.tables { files[table] = bundle.file(of: table) }
        self.files = files
    }

    init(name: String, files: [String: BundleFile]) {
        self.name = name
        isFull = false
        self.files = files
    }
}

/// How many lines of a table were what.
package struct PartTally: Sendable, Hashable, Codable {
    package let table: String
    package var accepted = 0
    package var refused = 0
    package var lines: Int { accepted + refused }
}
