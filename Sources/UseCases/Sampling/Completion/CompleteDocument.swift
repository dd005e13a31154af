import Kernel
import Prophylaxis
import Register
import Store

/// Adds to a validated document the cattle that the veterinarian sampled in the place of some that were gone (PRO-150).
///
/// The list as it was issued stays: how many are asked for does not change. What changes is that results of the added
/// animals stand on the document, so that they are not read as tests off it (decision 9). Nobody must look for
/// substitutes: a document without animals needs none.
package struct CompleteDocument: UseCase {
    package let intention = Intention.documentEdit
    package let campaign: CampaignSelector
    /// Number of the intervention.
    package let number: String
    package let animals: [AnimalNumber]
    package let sampledOn: Day

    package init(campaign: CampaignSelector, number: String, animals: [AnimalNumber], sampledOn: Day) {
        self.campaign = campaign
        self.number = number
        self.animals = animals
        self.sampledOn = sampledOn
    }

    package var department: String? { campaign.department }

    /// Returns how many animals were added; one that cannot be is refused with all others.
    package func run(_ context: Context) async throws -> Int {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try campaign.requireOpen()
        let audit = try await context.database.id()
        let count = try await context.database.write { connection in
            let ids = try connection.interventions(campaign: campaign.id, matching: DocumentFilter(numbers: [number]))
            try connection.lockForEdition(campaign: campaign.id, .ids(ids))
            let subject = try connection.documentSubject(campaign: campaign.id, number: number)
            let rows = try rows(of: subject, campaign, context, connection)
            try connection.insert(
                rows, campaign: campaign.id, written: (context.actor.login, context.now))
            try connection.refreshOnDocument(campaign: campaign.id, interventions: [subject.id])
            try connection.markStatesDue(campaign: campaign.id, interventions: [subject.id], on: context.today)
            var entry = context.entry(audit, intention, campaign.row, subject: "intervention:\(subject.number)")
            entry.details = rows.map { AuditDetail(subject: "animal:\($0.animal)", outcome: "added \(sampledOn)") }
            try connection.audit(entry)
            return rows.count
        }
        try await context.refreshStatuses(of: self.campaign)
        return count
    }

    private func rows(
        of subject: DocumentSubject, _ campaign: DocumentCampaign, _ context: Context, _ connection: Connection
    ) throws -> [AddedAnimalRow] {
        guard let edition = subject.standing else { throw Refused(SamplingFinding.notValidatedYet, subject.facts) }
        let diseases = subject.diseases(by: .blood)
        guard diseases != 0 else { throw Refused(SamplingFinding.noBloodPlan, subject.facts) }
        guard sampledOn >= edition.editedOn, sampledOn <= context.today else {
            throw Refused(
                SamplingFinding.dayOutsideDocument,
                ["day": sampledOn.french, "edited": edition.editedOn.french])
        }
        let present = try presentAnimals(subject, campaign.id, connection)
        let listed = try listedAnimals(subject, campaign.id, connection)
        let months = campaign.parameters.sampling.minimumAgeMonths
        var findings: [Finding] = []
        var rows: [AddedAnimalRow] = []
        for animal in animals {
            if let code = problem(animal, listed, present[animal.description], months) {
                findings.append(
                    Finding(
                        code, .refused,
                        [
                            "intervention": number, "animal": animal.description, "day": sampledOn.french,
                            "months": String(months),
                        ]))
            } else if let found = present[animal.description] {
                rows.append(
                    AddedAnimalRow(
                        of: subject.id, animal: found.id, on: (edition.number, diseases), sampledOn: sampledOn,
                        veterinarian: subject.healthVeterinarian(on: sampledOn)))
            }
        }
        if !findings.isEmpty { throw Refused(findings) }
        return rows
    }

    private func problem(
        _ animal: AnimalNumber, _ listed: Set<String>, _ present: PresentAnimal?, _ months: Int
    ) -> SamplingFinding? {
        if listed.contains(animal.description) { return .animalListed }
        guard let present else { return .animalNotPresent }
        return present.facts.birthDate.adding(months: months) <= sampledOn ? nil : .animalTooYoung
    }

    private func presentAnimals(
        _ subject: DocumentSubject, _ campaign: Int64, _ connection: Connection
    ) throws -> [String: PresentAnimal] {
        var present: [String: PresentAnimal] = [:]
        try connection.eachPresentAnimal(campaign: campaign, .ids([subject.id]), on: .day(sampledOn)) { _, animal in
            present[animal.facts.animal] = animal
        }
        return present
    }

    private func listedAnimals(
        _ subject: DocumentSubject, _ campaign: Int64, _ connection: Connection
    ) throws -> Set<String> {
        let requested = try connection.requestedAnimals(campaign: campaign, .ids([subject.id]))
            .filter { !$0.row.isCancelled }.map(\.number)
        return Set(requested + (try connection.addedAnimals(campaign: campaign, intervention: subject.id)))
    }
}
