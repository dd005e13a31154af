import Kernel
import Prophylaxis
import Store

/// Attaches a waiting result to an intervention by a person's choice, with the animal's number corrected where the
/// laboratory's was wrong (decisions 4 and 20). A laboratory does so with what it sent, under the right to send it.
package struct AttachResult: UseCase {
    package let intention: Intention
    package let id: Int64
    package let departmentCode: String
    /// Twelve digits.
    package let number: String
    /// The right number of the animal, as people write it; nil: as the line has it. Blood only.
    package var animal: String?

    package init(
        _ id: Int64, to number: String, department: String, under intention: Intention = .resultAttach
    ) {
        self.intention = intention
        self.id = id
        self.number = number
        departmentCode = department
    }

    package var department: String? { departmentCode }

    /// Returns how many interventions were computed again.
    package func run(_ context: Context) async throws -> Int {
        let desk = ResultDesk(context: context, department: departmentCode)
        let ids = try await context.database.ids(2)
        let touched = try await context.database.write { connection in
            var ids = ids
            guard let row = try connection.unattached(id, department: departmentCode), row.state == "open",
                let run = try connection.resultRun(row.run), try connection.sees(run, context.actor)
            else {
                throw Refused(ResultsFinding.unattachedUnknown, ["id": String(id)])
            }
            let concerned = try attach(row, resultID: ids.next(), in: connection, context)
            let who = (context.actor.login, context.now)
            try connection.settleUnattached(row.id, as: "attached", by: who, resolution: number)
            try connection.markDue([concerned], on: context.today, resultsOn: context.today)
            try context.announceResults([concerned], in: connection)
            var entry = desk.entry(ids.next(), intention, subject: "unattached:\(id)")
            entry.details = [AuditDetail(subject: "intervention:\(concerned.number)", outcome: "attached")]
            if let animal { entry.details.append(AuditDetail(subject: "animal:\(animal)", outcome: "corrected")) }
            try connection.audit(entry)
            if row.nonNegative {
                try connection.warn(
                    concerned.contradiction(subject: "unattached:\(id)", facts: row.facts), context)
            }
            return [concerned]
        }
        return try await desk.recompute(touched, resultsOn: context.today)
    }

    private func attach(
        _ row: UnattachedRow, resultID: Int64, in connection: Connection, _ context: Context
    ) throws -> ConcernedIntervention {
        switch row.kind {
        case "blood": try attachBlood(row, resultID, in: connection, context)
        case "milk": try attachMilk(row, resultID, in: connection)
        case "tuberculin": try attachTuberculin(row, resultID, in: connection, context)
        default: throw Refused(ResultsFinding.notAttachable, ["id": String(id)])
        }
    }

    private func attachBlood(
        _ row: UnattachedRow, _ resultID: Int64, in connection: Connection, _ context: Context
    ) throws -> ConcernedIntervention {
        let facts = try CanonicalJSON.decode(StagedBloodFacts.self, from: row.facts.utf8)
        let concerned = try intervention(facts.disease, "blood", in: connection)
        guard facts.matrix == "blood" else { throw Refused(ResultsFinding.notAttachable, ["id": String(id)]) }
        let named = try animal.map(AttachResult.number) ?? facts.animal ?? ""
        guard let animal = try connection.animalID(number: named) else {
            throw Refused(
                ResultsFinding.animalUnknown,
                ["animal": named.isEmpty ? "-" : named, "disease": facts.disease, "date": facts.sampledOn.french])
        }
        var result = NewBloodResult(
            in: (concerned.campaign, concerned.intervention), disease: facts.disease, animal: animal,
            sample: (facts.sample, facts.sampledOn))
        result.interpretation = facts.interpretation
        result.reason = facts.reason
        result.analysedOn = facts.analysedOn
        result.method = facts.method
        result.laboratory = try facts.laboratory.flatMap { try connection.sender(code: $0, kinds: ["laboratory"])?.id }
        result.dossier = facts.dossier ?? ""
        (result.run, result.line) = (row.run, row.line)
        try connection.insert(result, id: resultID, by: context.actor.login)
        return concerned
    }

    /// The number as it is stored, of what somebody typed.
    private static func number(_ typed: String) throws -> String {
        do {
            return try AnimalNumber(parsing: typed, country: "FR", fictitious: true).description
        } catch {
            throw Refused(error, ["value": typed])
        }
    }

    private func attachMilk(
        _ row: UnattachedRow, _ resultID: Int64, in connection: Connection
    ) throws -> ConcernedIntervention {
        let facts = try CanonicalJSON.decode(MilkFacts.self, from: row.facts.utf8)
        let concerned = try intervention(facts.disease, "milk", in: connection)
        guard let run = try connection.resultRun(row.run),
            let sender = try connection.sender(code: run.sender, kinds: ImportMilkResults.senderKinds)
        else { throw Refused(ResultsFinding.notAttachable, ["id": String(id)]) }
        let result = NewMilkResult(
            of: concerned.holding, disease: facts.disease, interpretation: facts.interpretation,
            dossier: facts.dossier, days: (facts.sampledOn, facts.analysedOn), laboratory: sender.id)
        try connection.insert(result, id: resultID, from: (run, row.line))
        return concerned
    }

    private func attachTuberculin(
        _ row: UnattachedRow, _ resultID: Int64, in connection: Connection, _ context: Context
    ) throws -> ConcernedIntervention {
        var input = try CanonicalJSON.decode(TuberculinInput.self, from: row.facts.utf8)
        input.intervention = number
        let desk = ResultDesk(context: context, department: departmentCode)
        // Numbers were judged when the file was read.
        let keeping = TuberculinKeeping(desk: desk, run: row.run, fictitious: true, connection: connection)
        return try keeping.keep(input, id: resultID, at: nil).concerned
    }

    private func intervention(
        _ disease: String, _ matrix: String, in connection: Connection
    ) throws -> ConcernedIntervention {
        let found = try connection.concerned(number: number, department: departmentCode, diseases: [disease])
        guard let concerned = found.first else {
            throw Refused(
                ResultsFinding.interventionUnknown, ["intervention": number, "animal": "-", "disease": disease])
        }
        guard try connection.matrices(of: concerned).contains(matrix) else {
            throw Refused(
                ResultsFinding.wrongMatrix, ["intervention": number, "animal": "-", "disease": disease])
        }
        return concerned
    }
}
