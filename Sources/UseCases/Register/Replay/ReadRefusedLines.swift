import Exchange
import FoundationEssentials
import Kernel
import Register
import Store

/// An import by its number, if the actor may see it.
package struct FindImport: Sendable {
    let importID: Int64

    package init(importID: Int64) { self.importID = importID }

    package func run(_ context: Context) async throws -> ImportRunRow {
        guard let run = try await context.database.read({ try $0.importRun(importID) }),
            let department = run.department, context.actor.scope.covers(department)
        else { throw Refused(RegisterFinding.importUnknown, ["import": String(importID)]) }
        return run
    }
}

/// The imports of a department, the last first, with how many of their lines are still open.
package struct ListImports: UseCase {
    package struct Entry: Sendable {
        package let run: ImportRunRow
        package let openCount: Int
    }

    package let intention = Intention.registerRead
    let departmentCode: String
    let limit: Int

    package init(department: String, limit: Int) {
        departmentCode = department
        self.limit = limit
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> [Entry] {
        try await context.database.read { connection in
            let kinds = Connection.registerKinds + Connection.historyKinds
            let open = try connection.openRefusedCounts(department: departmentCode, kinds: kinds)
            let counts = Dictionary(open.map { ($0.importID, $0.count) }, uniquingKeysWith: +)
            return try connection.importRuns(department: departmentCode, kinds: kinds, limit: limit).map {
                Entry(run: $0, openCount: counts[$0.id] ?? 0)
            }
        }
    }
}

/// A refused line as a person looks at it.
package struct RefusedLineView: Sendable {
    package let part: String
    package let line: Int
    package let text: String
    package let findings: [Finding]
}

/// The open refused lines of an import, and on request a folder in which they can be corrected: a bundle of its own.
package struct ReadRefusedLines: Sendable {
    let importID: Int64
    let folder: String?

    package init(importID: Int64, folder: String? = nil) {
        self.importID = importID
        self.folder = folder
    }

    package func run(_ context: Context) async throws -> [RefusedLineView] {
        let run = try await FindImport(importID: importID).run(context)
        try context.actor.require(.registerImport, in: run.department)
        let rows = try await context.database.read { try $0.openRefusedLines(of: importID) }
        if let folder { try write(rows, of: run, to: folder) }
        return try rows.map { row in
            RefusedLineView(
                part: row.part, line: row.line, text: String(decoding: row.text, as: UTF8.self),
                findings: try decodeFindings(row.findings))
        }
    }

    private func write(_ rows: [RefusedLineRow], of run: ImportRunRow, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var counts: [String: Int] = [:]
        for (part, lines) in Dictionary(grouping: rows, by: \.part) {
            counts[part] = lines.count
            var text = lines.first?.header ?? []
            for line in lines { text += [0x0a] + line.text }
            try refusing { try save(text + [0x0a], to: "\(folder)/\(part).csv") }
        }
        let manifest = BundleManifest(
            format: run.family.format, kind: .incremental, extractedOn: run.receivedOn,
            department: run.department ?? "",
            source: run.sender)
        try refusing { try save(Array(manifest.toml.utf8), to: "\(folder)/\(BundleManifest.fileName)") }
    }

    private func save(_ bytes: [UInt8], to path: String) throws(Refusal) {
        let output = try OutputFile(path)
        var fault: Refusal?
        bytes.withUnsafeBytes { buffer in
            do throws(Refusal) { try output.write(buffer) } catch { fault = error }
        }
        if let fault { throw fault }
        try output.close()
    }
}
