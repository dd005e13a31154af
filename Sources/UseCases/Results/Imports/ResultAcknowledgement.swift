import Exchange
import Kernel
import Store

// The acknowledgement of a file (PRO-174): stored when the file is judged, named by the audit entry of its import.
extension ResultDesk {
    static let acknowledgementSubject = "acknowledgement"
    /// Refused lines named one by one; the counts are those of all.
    static let acknowledgedLines = 5000

    /// Stores what became of the file as it stands in this transaction; called after its lines have been kept.
    func acknowledge(_ run: ResultRun, _ tally: FindingTally, in connection: Connection) throws -> AuditDetail {
        var outcome = TableOutcome(file: run.fileName)
        outcome.counts.lines = run.acceptedCount + run.refusedCount
        outcome.counts.accepted = run.acceptedCount
        outcome.counts.refused = run.refusedCount
        let lines = try refusedLines(of: run, in: connection)
        // What is said of a refused line stands with the line.
        let told = Set(lines.flatMap(\.findings))
        outcome.findings = tally.kept.filter { !told.contains($0) }
        var acknowledgement = Acknowledgement(
            outcome, digest: run.digest, sender: run.sender, readOn: context.today, refused: lines)
        acknowledgement.verdict =
            switch run.state {
            case .accepted: .accepted
            case .refused: .refused
            case .partly: .partial
            case .unchanged: run.refusedCount == 0 ? .accepted : run.acceptedCount > 0 ? .partial : .refused
            }
        let digest = try connection.putBlob(
            try acknowledgement.json(), mediaType: "application/json", at: context.now)
        if run.state != .unchanged {
            try context.announce(
                .fileJudged, [Announcement(file: run.id, department: run.department)], in: connection)
        }
        return AuditDetail(
            subject: ResultDesk.acknowledgementSubject, outcome: acknowledgement.verdict.rawValue, payload: digest)
    }

    /// Lines that could not be read, then lines that belong to nothing yet.
    private func refusedLines(of run: ResultRun, in connection: Connection) throws -> [RefusedLine] {
        let limit = ResultDesk.acknowledgedLines
        let unread = try connection.openRefusedResults(ofRun: run.id, limit: limit).map { line in
            RefusedLine(line: line.line, raw: line.raw, findings: try line.decodedFindings())
        }
        let waiting = try connection.openUnattached(ofRun: run.id, limit: limit - unread.count).map { row in
            RefusedLine(
                line: row.line, raw: row.facts,
                findings: try CanonicalJSON.decode([Finding].self, from: row.findings.utf8))
        }
        return unread + waiting
    }
}

extension RefusedResult {
    package func decodedFindings() throws -> [Finding] {
        try CanonicalJSON.decode([Finding].self, from: findings.utf8)
    }
}

/// The acknowledgement of an import as it was last given, for its sender.
package struct ReadAcknowledgement: UseCase {
    package let intention = Intention.importRead
    package let run: Int64
    package let departmentCode: String

    package init(_ run: Int64, department: String) {
        self.run = run
        departmentCode = department
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Acknowledgement {
        let bytes = try await context.database.read { connection -> [UInt8] in
            guard let found = try connection.resultRun(run), found.department == departmentCode,
                try connection.sees(found, context.actor),
                let digest = try connection.lastDetail(
                    ResultDesk.acknowledgementSubject, ofSubject: "import:\(run)")
            else { throw Refused(ResultsFinding.importUnknown, ["import": String(run)]) }
            return try connection.blob(digest).bytes
        }
        return try Acknowledgement(json: bytes)
    }
}
