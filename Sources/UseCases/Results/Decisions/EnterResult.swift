import Kernel
import Prophylaxis
import Store

/// What a person enters with the reference of its proof: a blood result on paper, the proof that a prophylaxis was done
/// although no result came (PRO-192), or a negative test of a new entrant elsewhere (PRO-233, AMB-27).
package struct EnterResult: UseCase {
    package enum Content: Sendable {
        case blood(animal: AnimalNumber, interpretation: Interpretation, sampledOn: Day)
        case realisation
        case negativeElsewhere(animal: AnimalNumber, testedOn: Day)
    }

    package let intention = Intention.resultsEnter
    package let departmentCode: String
    package let number: String
    package let disease: Disease
    package let content: Content
    package let proof: String

    package init(
        _ content: Content, of disease: Disease, in intervention: (number: String, department: String), proof: String
    ) {
        self.content = content
        self.disease = disease
        (number, departmentCode) = intervention
        self.proof = proof
    }

    package var department: String? { departmentCode }

    /// New entrants count as tested when the test is at most this old on the day of the last visit (PRO-233).
    package static let elsewhereDays = 90

    package func run(_ context: Context) async throws -> Int {
        guard proof.contains(where: { !$0.isWhitespace }) else { throw Refused(ResultsFinding.proofNeeded) }
        let desk = ResultDesk(context: context, department: departmentCode)
        let ids = try await context.database.ids(2)
        let touched = try await context.database.write { connection in
            var ids = ids
            let concerned = try connection.open(number, disease, departmentCode)
            try context.requireBasis(connection, of: concerned.campaign, for: intention)
            try store(concerned, id: ids.next(), in: connection, context)
            try connection.markDue([concerned], on: context.today, resultsOn: context.today)
            try context.announceResults([concerned], in: connection)
            var entry = desk.entry(ids.next(), intention, subject: "intervention:\(concerned.number)")
            entry.details = [AuditDetail(subject: disease.rawValue, outcome: outcomeName)]
            entry.payload = try connection.putBlob(Array(proof.utf8), mediaType: "text/plain", at: context.now)
            try connection.audit(entry)
            return [concerned]
        }
        return try await desk.recompute(touched, resultsOn: context.today)
    }

    private var outcomeName: String {
        switch content {
        case .blood(_, let interpretation, _): interpretation.rawValue
        case .realisation: "realisation"
        case .negativeElsewhere: "negative-test-elsewhere"
        }
    }

    private func store(
        _ concerned: ConcernedIntervention, id: Int64, in connection: Connection, _ context: Context
    ) throws {
        let who = (context.actor.login, context.now)
        switch content {
        case .realisation:
            try connection.recordEvidence(
                id: id, for: concerned, kind: "realisation", test: (nil, nil), reference: proof, by: who)
        case .negativeElsewhere(let animal, let testedOn):
            let limit = try connection.lastVisit(of: concerned) ?? context.today
            guard testedOn <= limit, limit.days(since: testedOn) <= EnterResult.elsewhereDays else {
                throw Refused(
                    ResultsFinding.testTooOld,
                    ["animal": animal.description, "date": testedOn.french, "visit": limit.french])
            }
            try connection.recordEvidence(
                id: id, for: concerned, kind: "negative-test-elsewhere",
                test: (try known(animal, in: connection), testedOn), reference: proof, by: who)
        case .blood(let animal, let interpretation, let sampledOn):
            try enterBlood(concerned, id, (animal, interpretation, sampledOn), in: connection, context)
        }
    }

    private func enterBlood(
        _ concerned: ConcernedIntervention, _ id: Int64,
        _ entered: (animal: AnimalNumber, interpretation: Interpretation, on: Day), in connection: Connection,
        _ context: Context
    ) throws {
        guard entered.on <= context.today else {
            throw Refused(ResultsFinding.dateInFuture, ["date": entered.on.french])
        }
        guard try connection.matrices(of: concerned).contains("blood") else {
            throw Refused(
                ResultsFinding.wrongMatrix,
                ["intervention": number, "animal": entered.animal.description, "disease": disease.rawValue])
        }
        var result = NewBloodResult(
            in: (concerned.campaign, concerned.intervention), disease: disease.rawValue,
            animal: try known(entered.animal, in: connection), sample: ("saisie-\(id)", entered.on))
        result.interpretation = entered.interpretation.rawValue
        result.dossier = "saisie"
        result.proof = proof
        try connection.insert(result, id: id, by: context.actor.login)
        guard let kind = NonNegativeLook.ofBlood(entered.interpretation).alert else { return }
        let facts = try CanonicalJSON.string([
            "animal": entered.animal.description, "interpretation": entered.interpretation.rawValue, "proof": proof,
        ])
        let subject = entered.animal.description
        let alert = concerned.about(
            ResultAlert(.authority, kind, department: departmentCode, subject: subject, facts: facts))
        try connection.warn([alert] + concerned.contradiction(subject: subject, facts: facts), context)
    }

    private func known(_ animal: AnimalNumber, in connection: Connection) throws -> Int64 {
        if let id = try connection.animalID(number: animal.description) { return id }
        throw Refused(
            ResultsFinding.animalUnknown, ["animal": animal.description, "disease": disease.rawValue, "date": "-"])
    }
}
