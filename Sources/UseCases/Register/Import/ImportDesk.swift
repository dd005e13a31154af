import Exchange
import Kernel
import Register
import Store

/// One import to carry out.
struct ImportOrder: Sendable {
    let input: ImportInput
    let run: ImportRunRow
    /// Findings that stand before all others.
    let notes: [Finding]
    /// Runs in the transaction after the merge, with what was refused: settles the lines that are judged again.
    var afterwards: (@Sendable (Connection, ImportJudgement) throws -> Void)?

    init(
        input: ImportInput, run: ImportRunRow, notes: [Finding],
        afterwards: (@Sendable (Connection, ImportJudgement) throws -> Void)? = nil
    ) {
        self.input = input
        self.run = run
        self.notes = notes
        self.afterwards = afterwards
    }
}

/// Stages, merges and records imports of one department.
struct ImportDesk: Sendable {
    let context: Context
    let department: String
    let options: ImportOptions
    let progress: ImportProgress?
    private let settings: RegisterSettings
    private let types: ProductionTypes

    init(
        _ context: Context, department: String, _ options: ImportOptions, _ progress: ImportProgress?
    ) async throws {
        self.context = context
        self.department = department
        self.options = options
        self.progress = progress
        (settings, types) = try await context.database.read { connection in
            var byDepartment: [String: ProductionTypeRule.Parameters] = [:]
            for (department, _) in try connection.settings(named: RegisterSetting.productionTypes.rawValue) {
                byDepartment[department] = try RegisterSettings(department, in: connection).productionTypes
            }
            return (
                try RegisterSettings(department, in: connection),
                ProductionTypes(byDepartment: byDepartment, department: department)
            )
        }
    }

    func run(kind: String, name: String, digest: String) -> ImportRunRow {
        var run = ImportRunRow(
            id: 0, kind: kind, file: (name, digest), received: (context.now, context.today),
            actor: context.actor.login)
        run.department = department
        return run
    }

    /// `line` unless the department has settled `file` for the sender.
    func policy(of sender: String?) -> ImportRunRow.Policy {
        sender.flatMap { settings.importPolicies[$0] }.flatMap(ImportRunRow.Policy.init) ?? .line
    }

    /// - Throws: `RegisterChanged` when another import was merged meanwhile.
    func carryOut(_ order: ImportOrder) async throws -> ImportOutcome {
        var ids = try await context.database.ids(2)
        let (importID, auditID) = (ids.next(), ids.next())
        var scope = ImportScope(
            importID: importID, department: department, at: (context.today, context.now),
            by: ImportSender(
                login: context.actor.login,
                isAuthority: Policy.allows(.authorisationSet, to: context.actor.role)))
        scope.isFull = order.input.isFull
        scope.tables = Set(order.input.files.keys)
        scope.family = order.input.family
        scope.digest = order.run.digest
        var reading = ReadingOptions(asOf: context.today, fictitious: options.fictitious)
        reading.format = DelimitedFormat()
        let stage = ImportStage(
            input: order.input, scope: scope, reading: reading, types: types, policy: order.run.policy,
            options: options, absenceLimit: settings.absenceLimit, progress: progress)
        var run = order.run
        run = ImportRunRow(
            id: importID, kind: run.kind, file: (run.fileName, run.digest), received: (run.receivedAt, run.receivedOn),
            actor: run.actor)
        run.sender = order.run.sender
        run.department = department
        run.policy = order.run.policy
        let merge = ImportMerge(
            run: run, order: order, context: context,
            audit: context.registerEntry(auditID, .registerImport, department, subject: "import:\(importID)"))
        let told = progress
        do {
            return try await context.database.stagedWrite(
                stage: { try stage.run($0) },
                merge: { connection, judgement in
                    told?(.merging, 0, nil)
                    return try merge.run(connection, judgement)
                })
        } catch let refusal as Refusal {
            throw Refused(refusal.findings)
        }
    }
}

/// The transaction of an import.
struct ImportMerge: Sendable {
    let run: ImportRunRow
    let order: ImportOrder
    let context: Context
    let audit: AuditEntry

    func run(_ connection: Connection, _ judgement: ImportJudgement) throws -> ImportOutcome {
        try connection.lockRegister()
        guard try connection.registerStamp() == judgement.stamp else { throw RegisterChanged() }
        let isRefused = !judgement.refusals.isEmpty
        var findings = order.notes + judgement.refusals + judgement.findings
        if !isRefused {
            try connection.mergeImport(judgement.scope)
            try connection.markStatesDue(inDepartment: judgement.scope.department, on: judgement.scope.today)
            findings += try afterMerge(connection, judgement.scope)
        }
        let run = finished(judgement, isRefused)
        try connection.insert(run)
        if !isRefused {
            if judgement.scope.family == .register { try connection.keepClosureCandidates(judgement.scope) }
            if order.afterwards == nil { try connection.keepStagedRefusedLines(of: run.id) }
        }
        try order.afterwards?(connection, judgement)
        try connection.insertImportFindings(try findings.map(CanonicalJSON.string), of: run.id)
        if run.state == .refused || run.state == .partly {
            try connection.tellRefusal(ofImport: run.id, (run.sender, run.actor, run.department), context)
        }
        try connection.audit(audit)
        return ImportOutcome(
            importID: run.id, state: run.state, parts: judgement.parts, findings: findings,
            refusedFindings: judgement.refusedFindings)
    }

    private func finished(_ judgement: ImportJudgement, _ isRefused: Bool) -> ImportRunRow {
        var run = run
        let accepted = judgement.parts.reduce(0) { $0 + $1.accepted }
        let refused = judgement.parts.reduce(0) { $0 + $1.refused }
        run.acceptedCount = isRefused ? 0 : accepted
        run.refusedCount = isRefused ? accepted + refused : refused
        run.state =
            order.run.state == .unchanged
            ? .unchanged : isRefused || (accepted == 0 && refused > 0) ? .refused : refused > 0 ? .partly : .accepted
        return run
    }

    private func afterMerge(_ connection: Connection, _ scope: ImportScope) throws -> [Finding] {
        switch scope.family {
        case .register: try closedHoldings(connection, scope)
        case .history: try HistoryDocuments(sources: order.input.documents).keep(connection, at: scope.now)
        }
    }

    /// Holdings that have ended, with animals still on them.
    private func closedHoldings(_ connection: Connection, _ scope: ImportScope) throws -> [Finding] {
        try connection.closedHoldingsWithAnimals(department: scope.department, on: scope.today).map { holding in
            Finding(
                RegisterFinding.closedHoldingWithAnimals, .warning,
                [
                    "holding": holding.number, "closed": holding.closedOn.description,
                    "count": String(holding.animals),
                ])
        }
    }
}
