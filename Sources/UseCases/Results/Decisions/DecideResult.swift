import Kernel
import Prophylaxis
import Store

/// The inspector's decision on a blood result that the laboratory left open: counted only where the interpretation is
/// neither NEG nor POS (PRO-298, EX-03). Every decision stays in the audit; the last one counts.
package struct DecideResult: UseCase {
    package let intention = Intention.resultDecide
    package let departmentCode: String
    package let number: String
    package let disease: Disease
    package let animal: AnimalNumber
    package let decision: ResultDecision
    package let reason: String

    package init(
        _ decision: ResultDecision, on disease: Disease, of animal: AnimalNumber,
        in intervention: (number: String, department: String), reason: String
    ) {
        self.decision = decision
        self.disease = disease
        self.animal = animal
        (number, departmentCode) = intervention
        self.reason = reason
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Int {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refused(ResultsFinding.reasonNeeded) }
        let desk = ResultDesk(context: context, department: departmentCode)
        let entryID = try await context.database.id()
        let touched = try await context.database.write { connection in
            let concerned = try connection.open(number, disease, departmentCode)
            try context.requireBasis(connection, of: concerned.campaign, for: intention)
            let facts: KeyValuePairs = ["animal": animal.description, "disease": disease.rawValue]
            guard let id = try connection.animalID(number: animal.description) else {
                throw Refused(ResultsFinding.noResult, facts)
            }
            let (all, open) = try connection.undecidedBlood(of: concerned, animal: id)
            guard !all.isEmpty else { throw Refused(ResultsFinding.noResult, facts) }
            guard !open.isEmpty else { throw Refused(ResultsFinding.decisionNotAllowed, facts) }
            try connection.decide(
                open, of: concerned, (decision.rawValue, reason), by: (context.actor.login, context.now))
            try connection.markDue([concerned], on: context.today, resultsOn: context.today)
            try context.announceResults([concerned], in: connection)
            var entry = desk.entry(entryID, intention, subject: "intervention:\(concerned.number)")
            entry.details = open.map {
                AuditDetail(subject: "blood:\(disease.rawValue):\($0)", outcome: decision.rawValue)
            }
            entry.payload = try connection.putBlob(
                Array(reason.utf8), mediaType: "text/plain", at: context.now)
            try connection.audit(entry)
            return [concerned]
        }
        return try await desk.recompute(touched, resultsOn: context.today)
    }
}

extension Connection {
    /// An intervention of a campaign that is not closed.
    func open(_ number: String, _ disease: Disease, _ department: String) throws -> ConcernedIntervention {
        let found = try concerned(number: number, department: department, diseases: [disease.rawValue])
        guard let concerned = found.first, !concerned.isClosed else {
            throw Refused(
                ResultsFinding.interventionUnknown,
                ["intervention": number, "animal": "-", "disease": disease.rawValue])
        }
        return concerned
    }
}
