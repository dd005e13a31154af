import Exchange
import Kernel
import Register
import Store

package typealias ReceivedFileFilter = Store.ReceivedFileFilter
package typealias ReceivedFileRow = Store.ReceivedFileRow
package typealias ReceivedFileState = ResultRun.State

/// The files that came in, the latest first: those of one's departments, and of a laboratory its own only.
package struct ListReceivedFiles: UseCase {
    package let intention = Intention.importRead
    package let department: String? = nil
    package let kind: ReceivedKind?
    package let state: ReceivedFileState?
    package let onlyOpen: Bool
    package let before: Int64?
    package let limit: Int

    package init(
        kind: ReceivedKind? = nil, state: ReceivedFileState? = nil, onlyOpen: Bool = false, before: Int64? = nil,
        limit: Int = 50
    ) {
        self.kind = kind
        self.state = state
        self.onlyOpen = onlyOpen
        self.before = before
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> [ReceivedFileRow] {
        try await context.database.read { connection in
            var filter = try connection.visibleFiles(context.actor)
            filter.kinds = kind?.runKinds ?? []
            (filter.state, filter.onlyOpen, filter.before) = (state, onlyOpen, before)
            return try connection.receivedFiles(filter, limit: limit)
        }
    }
}

/// A received file with all that is said of it: its findings, and the refused lines that wait.
package struct ShowReceivedFile: UseCase {
    package struct Line: Sendable {
        package let part: String
        package let number: Int
        package let text: String
        package let findings: [Finding]
        package let mayBeNonNegative: Bool
    }

    package struct Outcome: Sendable {
        package let row: ReceivedFileRow
        package let findings: [Finding]
        package let lines: [Line]
        /// Well-formed results that belong to nothing yet, negative ones too.
        package let waiting: [WaitingLine]

        package var run: ResultRun { row.run }
        package var kind: ReceivedKind? { ReceivedKind(runKind: run.kind) }
        package var openLines: Int { row.openLines }
    }

    /// Refused lines shown one by one.
    package static let mostLines = 200

    package let intention = Intention.importRead
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> Outcome {
        try await context.database.read { connection in
            let row = try connection.receivedFile(id, for: context.actor)
            let lines = try connection.openRefusedResults(ofRun: id, limit: ShowReceivedFile.mostLines)
            return Outcome(
                row: row,
                findings: try connection.importFindings(of: id).map {
                    try CanonicalJSON.decode(Finding.self, from: $0.utf8)
                },
                lines: try lines.map { line in
                    Line(
                        part: line.part, number: line.line, text: row.run.isOfRegister ? line.body : line.raw,
                        findings: try line.decodedFindings(), mayBeNonNegative: line.nonNegative)
                },
                waiting: try connection.waitingLines(
                    connection.waitingResults(ofRun: id, limit: ShowReceivedFile.mostLines)))
        }
    }
}

/// The acknowledgement of a received file as a table: what was accepted, and each refused line with what is said of it.
package struct WriteAcknowledgement: UseCase {
    package let intention = Intention.importRead
    package let department: String? = nil
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    package func run(_ context: Context) async throws -> [UInt8] {
        let acknowledgement = try await context.database.read { connection in
            let row = try connection.receivedFile(id, for: context.actor)
            if let digest = try connection.lastDetail(
                ResultDesk.acknowledgementSubject, ofSubject: "import:\(id)")
            {
                return try Acknowledgement(json: try connection.blob(digest).bytes)
            }
            return try connection.registerAcknowledgement(row.run)
        }
        var bytes: [UInt8] = []
        try acknowledgement.writeCSV { bytes.append(contentsOf: $0) }
        return bytes
    }
}

/// The dairy laboratories of which files may come.
package struct ListDairyLaboratories: UseCase {
    package let intention = Intention.importRead
    package let department: String? = nil

    package init() {}

    package func run(_ context: Context) async throws -> [(code: String, name: String)] {
        try await context.database.read { try $0.organisations(kinds: ["dairy-laboratory"]) }
    }
}

extension ResultRun {
    var isOfRegister: Bool { ReceivedKind(runKind: kind) == .register }
}

extension RefusedResult {
    /// Lines of the register are kept below their header.
    var header: String { String(raw.prefix { $0 != "\n" }) }
    var body: String { String(raw.drop { $0 != "\n" }.dropFirst()) }
}

extension Connection {
    /// - Throws: `Refused` for a file that is not there or not for the actor: they answer alike.
    fileprivate func receivedFile(_ id: Int64, for actor: Actor) throws -> ReceivedFileRow {
        var filter = try visibleFiles(actor)
        filter.before = id < .max ? id + 1 : id
        guard let row = try receivedFiles(filter, limit: 1).first, row.run.id == id else {
            throw Refused(JobFinding.fileUnknown, ["import": String(id)])
        }
        return row
    }

    /// That of a bundle, from what is kept of it.
    fileprivate func registerAcknowledgement(_ run: ResultRun) throws -> Acknowledgement {
        var outcome = TableOutcome(file: run.fileName)
        outcome.counts.lines = run.acceptedCount + run.refusedCount
        outcome.counts.accepted = run.acceptedCount
        outcome.counts.refused = run.refusedCount
        outcome.findings = try importFindings(of: run.id).map {
            try CanonicalJSON.decode(Finding.self, from: $0.utf8)
        }
        let lines = try openRefusedResults(ofRun: run.id, limit: ResultDesk.acknowledgedLines)
        return Acknowledgement(
            outcome, digest: run.digest, sender: run.sender, readOn: run.receivedOn,
            refused: try lines.map {
                RefusedLine(line: $0.line, raw: $0.body, findings: try $0.decodedFindings())
            })
    }

    /// What of the received files the actor may see at all.
    func visibleFiles(_ actor: Actor) throws -> ReceivedFileFilter {
        var filter = ReceivedFileFilter()
        if actor.role.isLaboratory {
            filter.sender = .init(
                code: try actor.organisation.flatMap { try organisationCode($0) }, login: actor.login)
        } else if case .departments(let codes) = actor.scope {
            filter.departments = codes
        }
        return filter
    }
}
