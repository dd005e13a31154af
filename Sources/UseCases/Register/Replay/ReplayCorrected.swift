import Exchange
import Kernel
import Register
import Store

/// Imports the corrected lines of a run. They take the place of the lines that were kept: a table of the correction
/// holds every open line of it, or a reason says why some are left out. What is refused again is kept with the new run.
package struct ReplayCorrected: UseCase {
    package let intention = Intention.registerImport
    let previous: ImportRunRow
    let bundle: RegisterBundle
    let options: ImportOptions
    /// Why lines are left out.
    let dismissal: String?

    package init(
        _ previous: ImportRunRow, with bundle: RegisterBundle, options: ImportOptions = ImportOptions(),
        dismissal: String? = nil
    ) {
        self.previous = previous
        self.bundle = bundle
        self.options = options
        self.dismissal = dismissal
    }

    package var department: String? { previous.department }

    package func run(_ context: Context) async throws -> ImportOutcome {
        guard let department else { throw Refused(RegisterFinding.importUnknown, ["import": String(previous.id)]) }
        try requireFitting(department)
        let kept = try await context.database.read { try $0.openRefusedLines(of: previous.id) }
        let open = Dictionary(grouping: kept, by: \.part).mapValues(\.count)
        let parts = bundle.tables.filter { open[$0] != nil }
        guard !parts.isEmpty else { throw Refused(RegisterFinding.nothingToReplay, ["import": String(previous.id)]) }
        let desk = try await ImportDesk(context, department: department, options, nil)
        var run = desk.run(
            kind: previous.family.replayKind, name: bundle.name,
            digest: try refusing { try ImportDigest.of(bundle, mapping: options.mapping) })
        run.sender = previous.sender
        var files: [String: BundleFile] = [:]
        for part in parts { files[part] = bundle.file(of: part) }
        var order = ImportOrder(
            input: ImportInput(name: bundle.name, files: files, family: previous.family), run: run, notes: [])
        order.afterwards = settling(open, by: (context.actor.login, context.now))
        do {
            return try await desk.carryOut(order)
        } catch is RegisterChanged {
            throw Refused(RegisterFinding.concurrentImport)
        }
    }

    private func requireFitting(_ department: String) throws {
        let manifest = bundle.manifest
        guard manifest.format == previous.family.format else {
            throw Refused(
                RegisterFinding.bundleFormat,
                ["expected": previous.family.kind, "found": manifest.format.rawValue])
        }
        guard manifest.department == department else {
            throw Refused(
                RegisterFinding.bundleDepartment, ["found": manifest.department, "expected": department])
        }
    }

    private func settling(
        _ open: [String: Int], by who: (actor: String, at: String)
    ) -> @Sendable (Connection, ImportJudgement) throws -> Void {
        let dismissal = dismissal
        let previous = previous.id
        return { connection, judgement in
            guard judgement.refusals.isEmpty else { return }
            try connection.keepStagedRefusedLines(of: judgement.scope.importID)
            for part in judgement.parts {
                let expected = open[part.table] ?? 0
                if part.lines < expected, dismissal == nil {
                    throw Refused(
                        RegisterFinding.correctionIncomplete,
                        ["table": part.table, "expected": String(expected), "found": String(part.lines)])
                }
                try connection.settleRefusedLines(
                    of: previous, part: part.table, as: "replayed", by: who,
                    resolution: ["import:\(judgement.scope.importID)", dismissal].compactMap(\.self)
                        .joined(separator: " "))
            }
        }
    }
}
