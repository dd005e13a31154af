import Exchange
import Kernel
import Register
import Store

/// Judges the open refused lines of a run again, as they came: what they lacked may be there now. Lines that are good
/// now count, the others stay open with what is said of them today.
package struct ReplayRefused: UseCase {
    package let intention = Intention.registerImport
    let previous: ImportRunRow
    let options: ImportOptions
    /// Set when the same bytes came again: the run is then recorded as unchanged, under their digest.
    let digest: String?

    package init(_ previous: ImportRunRow, options: ImportOptions = ImportOptions()) {
        self.init(previous, options: options, asUnchanged: nil)
    }

    init(_ previous: ImportRunRow, options: ImportOptions, asUnchanged digest: String?) {
        self.previous = previous
        self.options = options
        self.digest = digest
    }

    package var department: String? { previous.department }

    package func run(_ context: Context) async throws -> ImportOutcome {
        guard let department else { throw Refused(RegisterFinding.importUnknown, ["import": String(previous.id)]) }
        let kept = try await context.database.read { try $0.openRefusedLines(of: previous.id) }
        let text = try ReplayText(kept, name: previous.fileName)
        if digest == nil, text.isEmpty {
            throw Refused(RegisterFinding.nothingToReplay, ["import": String(previous.id)])
        }
        let desk = try await ImportDesk(context, department: department, options, nil)
        var run = desk.run(
            kind: digest == nil ? previous.family.replayKind : previous.family.kind, name: previous.fileName,
            digest: digest ?? previous.digest)
        run.sender = previous.sender
        if digest != nil { run.state = .unchanged }
        let order = ImportOrder(
            input: ImportInput(name: previous.fileName, files: text.files, family: previous.family), run: run,
            notes: [note(kept.count)],
            afterwards: settling(text, by: (context.actor.login, context.now)))
        do {
            return try await desk.carryOut(order)
        } catch is RegisterChanged {
            throw Refused(RegisterFinding.concurrentImport)
        }
    }

    private func note(_ open: Int) -> Finding {
        Finding(
            RegisterFinding.bundleUnchanged, .info, at: Place(file: previous.fileName),
            ["import": String(previous.id), "received": previous.receivedOn.description, "open": String(open)])
    }

    /// Settles the lines that are good now; the others get today's findings.
    private func settling(
        _ text: ReplayText, by who: (actor: String, at: String)
    ) -> @Sendable (Connection, ImportJudgement) throws -> Void {
        { connection, judgement in
            guard judgement.refusals.isEmpty else { return }
            let refused = try connection.stagedRefused()
            for (part, line, row) in text.positions {
                if let findings = refused[StagedLine(part: part, line: line)] {
                    try connection.updateFindings(of: row, to: findings)
                } else {
                    try connection.settleRefusedLines(
                        of: row.importID, part: part, line: row.line, as: "replayed", by: who,
                        resolution: "import:\(judgement.scope.importID)")
                }
            }
        }
    }
}
