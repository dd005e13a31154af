import Kernel
import Prophylaxis
import Store

/// One tuberculin report entered by hand (PRO-181), or the note that none came (ABSRAP; PRO-194).
package struct AddTuberculinReport: UseCase {
    package let intention: Intention
    package let departmentCode: String
    package let input: TuberculinInput
    package let fictitious: Bool

    package init(
        _ input: TuberculinInput, department: String, fictitious: Bool = false, as intention: Intention = .resultsEnter
    ) {
        self.intention = intention
        self.input = input
        departmentCode = department
        self.fictitious = fictitious
    }

    package var department: String? { departmentCode }

    /// Returns what is to be looked at; the report counts all the same (decision 21).
    package func run(_ context: Context) async throws -> [Finding] {
        try requirePast(context.today)
        let desk = ResultDesk(context: context, department: departmentCode)
        let ids = try await context.database.ids(2)
        let (concerned, findings) = try await context.database.write { connection in
            var ids = ids
            let keeping = TuberculinKeeping(desk: desk, run: nil, fictitious: fictitious, connection: connection)
            let kept = try keeping.keep(input, id: ids.next(), at: nil)
            try connection.markDue([kept.concerned], on: context.today, resultsOn: input.receivedOn)
            try context.announceResults([kept.concerned], in: connection)
            var entry = desk.entry(ids.next(), intention, subject: "intervention:\(kept.concerned.number)")
            entry.payload = try connection.putBlob(
                try CanonicalJSON.encode(input), mediaType: "application/json", at: context.now)
            try connection.audit(entry)
            try context.alongside?(connection, kept.findings)
            return (kept.concerned, kept.findings)
        }
        _ = try await desk.recompute([concerned], resultsOn: input.receivedOn)
        return findings
    }

    private func requirePast(_ today: Day) throws {
        for day in [input.injectedOn, input.receivedOn, input.readOn ?? input.injectedOn] where day > today {
            throw Refused(ResultsFinding.dateInFuture, ["date": day.french])
        }
    }

    /// What would be said of it: everything is tried, and nothing is kept.
    func tried(_ context: Context) async throws -> [Finding] {
        struct Tried: Error { let findings: [Finding] }
        try requirePast(context.today)
        let desk = ResultDesk(context: context, department: departmentCode)
        let id = try await context.database.id()
        do {
            return try await context.database.write { connection -> [Finding] in
                let keeping = TuberculinKeeping(desk: desk, run: nil, fictitious: fictitious, connection: connection)
                throw Tried(findings: try keeping.keep(input, id: id, at: nil).findings)
            }
        } catch let tried as Tried {
            return tried.findings
        }
    }
}

/// The report that an intervention owes has not come (PRO-194): required even without a non-negative animal.
package struct RecordAbsentReport: UseCase {
    package let intention = Intention.resultsEnter
    package let departmentCode: String
    package let number: String

    package init(_ number: String, department: String) {
        self.number = number
        departmentCode = department
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws {
        let desk = ResultDesk(context: context, department: departmentCode)
        let entryID = try await context.database.id()
        try await context.database.write { connection in
            let concerned = try connection.open(number, .tuberculosis, departmentCode)
            try context.requireBasis(connection, of: concerned.campaign, for: intention)
            let facts = try CanonicalJSON.string(["intervention": number])
            var absent = Dysfunction(
                DysfunctionKind.reportAbsent.rawValue, department: departmentCode, concerned: nil, facts: facts)
            (absent.campaign, absent.intervention) = (concerned.campaign, concerned.intervention)
            try connection.record([absent], on: context.today, by: context.actor.login)
            var entry = desk.entry(entryID, intention, subject: "intervention:\(concerned.number)")
            entry.details = [AuditDetail(subject: "TUB", outcome: DysfunctionKind.reportAbsent.rawValue)]
            try connection.audit(entry)
        }
    }
}
