import Exchange
import Kernel
import Register
import Store

/// What the stage of an import has found: everything that the transaction needs to know.
struct ImportJudgement {
    let scope: ImportScope
    let stamp: RegisterStamp
    let parts: [PartTally]
    let findings: [Finding]
    let refusedFindings: [Finding]
    /// Why nothing of it may count; empty when it may.
    let refusals: [Finding]
}

/// The stage of an import: reads the files into temporary tables and judges them there. Writes no real table but ids.
struct ImportStage: Sendable {
    let input: ImportInput
    let scope: ImportScope
    let reading: ReadingOptions
    let types: ProductionTypes
    let policy: ImportRunRow.Policy
    let options: ImportOptions
    let absenceLimit: Ratio
    let progress: ImportProgress?

    /// Findings of refused lines that are shown at once; all of them are kept with their lines.
    private static let mostShown = 50

    func run(_ connection: Connection) throws -> ImportJudgement {
        let stamp = try connection.registerStamp()
        try connection.createImportTables(scope.family)
        var loader = RegisterLoader(connection, input, reading, types, progress)
        try loader.loadAll()
        guard loader.fatal.isEmpty else {
            return judgement(stamp, tallies: loader.tallies, loader.notes, shown: [], refusals: loader.fatal)
        }
        progress?(.judging, 0, nil)
        try connection.judgeImport(scope)
        let text = RefusedText(connection: connection, input: input, reading: reading, headers: loader.headers)
        var tallies = loader.tallies
        for (part, count) in try text.stage() {
            tallies[part]?.accepted -= count
            tallies[part]?.refused += count
        }
        var notes = loader.notes
        try addWarnings(connection, to: &notes)
        let shown = try connection.stagedRefusedFindings(limit: Self.mostShown).flatMap(decodeFindings)
        let refusals = try refusals(connection, tallies, &notes)
        return judgement(stamp, tallies: tallies, notes, shown: shown, refusals: refusals)
    }

    private func judgement(
        _ stamp: RegisterStamp, tallies: [String: PartTally], _ notes: ImportNotes, shown: [Finding],
        refusals: [Finding]
    ) -> ImportJudgement {
        let findings = notes.findings { part, code, count in
            Finding(RegisterFinding.findingsLeftOut, .info, ["table": part, "about": code, "count": String(count)])
        }
        let order = scope.family.format.tables.map(\.name)
        return ImportJudgement(
            scope: scope, stamp: stamp, parts: order.compactMap { tallies[$0] }, findings: findings,
            refusedFindings: shown, refusals: refusals)
    }

    private func addWarnings(_ connection: Connection, to notes: inout ImportNotes) throws {
        for (part, code, count) in try connection.warningCounts() {
            let file = input.files[part]?.source.name ?? part
            let first = try connection.warnings(part: part, code: code, limit: ImportNotes.mostOfAKind)
            notes.add(first.map { $0.finding(.warning, file: file) }, of: count, code: code, part: part)
        }
    }

    /// A history takes nothing away.
    private func absences(_ connection: Connection) throws -> [AbsenceCount] {
        scope.family == .register ? try connection.absenceCounts(scope) : []
    }

    /// Too much absent (decision 17), or a refused line under the policy `file`.
    private func refusals(
        _ connection: Connection, _ tallies: [String: PartTally], _ notes: inout ImportNotes
    ) throws -> [Finding] {
        var refusals: [Finding] = []
        for count in try absences(connection) where count.absent > 0 {
            let isLimited = count.table != HerdPart.table.part
            if isLimited, absenceLimit.isExceeded(by: count.absent, of: count.total),
                !options.acceptAbsent.contains(count.table)
            {
                refusals.append(
                    Finding(
                        RegisterFinding.absentTooMany, .fatal,
                        [
                            "table": count.table, "absent": String(count.absent), "total": String(count.total),
                            "limit": absenceLimit.description,
                        ]))
            } else {
                let code =
                    count.table == StayPart.table.part
                    ? RegisterFinding.staysRetracted : RegisterFinding.closureCandidates
                notes.add(
                    Finding(code, .warning, ["table": count.table, "count": String(count.absent)]), part: count.table)
            }
        }
        let refused = tallies.values.reduce(0) { $0 + $1.refused }
        if policy == .file, refused > 0 {
            refusals.append(Finding(RegisterFinding.fileRefusedWhole, .fatal, ["refused": String(refused)]))
        }
        return refusals
    }
}

/// Findings as the store keeps them.
func decodeFindings(_ json: String) throws -> [Finding] { try CanonicalJSON.decode([Finding].self, from: json.utf8) }
