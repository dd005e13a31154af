import Exchange
import Store

/// What one import reads: files by table, from a bundle or from refused lines that are judged again.
struct ImportInput: Sendable {
    let name: String
    let isFull: Bool
    /// Table → file.
    let files: [String: BundleFile]
    let family: ImportFamily
    /// Documents of a history, by their path in the bundle.
    let documents: [String: ByteSource]

    init(_ bundle: RegisterBundle) {
        name = bundle.name
        isFull = bundle.manifest.kind == .full
        var files: [String: BundleFile] = [:]
        for table in bundle.tables { files[table] = bundle.file(of: table) }
        self.files = files
        family = bundle.manifest.format.family
        documents = bundle.documents
    }

    init(name: String, files: [String: BundleFile], family: ImportFamily) {
        self.name = name
        isFull = false
        self.files = files
        self.family = family
        documents = [:]
    }
}

/// How many lines of a table were what.
package struct PartTally: Sendable, Hashable, Codable {
    package let table: String
    package var accepted = 0
    package var refused = 0
    package var lines: Int { accepted + refused }
}

extension BundleFormat {
    package var family: ImportFamily {
        switch self {
        case .register: .register
        case .history: .history
        }
    }
}

extension ImportFamily {
    var format: BundleFormat {
        switch self {
        case .register: .register
        case .history: .history
        }
    }

    /// The kind of a run that imports a bundle of this family.
    package var kind: String {
        switch self {
        case .register: "register"
        case .history: "history"
        }
    }

    package var replayKind: String { "\(kind)-replay" }
}

extension ImportRunRow {
    /// The family that the run's lines belong to.
    var family: ImportFamily { Connection.historyKinds.contains(kind) ? .history : .register }
}
