import Kernel
import Programmes
import Prophylaxis
import Register
import Store

/// The documents without any animal, each with what the risk analysis says (PRO-135 to PRO-140, PRO-145, PRO-148).
package struct ReviewZeroBovine: UseCase {
    package let intention = Intention.documentRead
    package let campaign: CampaignSelector

    package init(campaign: CampaignSelector) { self.campaign = campaign }

    package var department: String? { campaign.department }

    package struct Line: Sendable {
        package let intervention: String
        package let holding: String
        package let herd: String
        package let cattle: Int
        package let review: ZeroBovineReview.Decision
        /// What keeper, veterinarian or identification service told of the herd (PRO-148).
        package let told: [String]
    }

    private static let chunkSize = 200

    package func run(_ context: Context) async throws -> [Line] {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let ids = try await context.database.read {
            try $0.interventions(campaign: campaign.id, matching: DocumentFilter())
        }
        var lines: [Line] = []
        for chunk in ids.chunks(of: Self.chunkSize) {
            lines += try await context.database.read { connection in
                try review(.ids(chunk), campaign, context.today, connection)
            }
        }
        return lines
    }

    private func review(
        _ filter: InterventionFilter, _ campaign: DocumentCampaign, _ today: Day, _ connection: Connection
    ) throws -> [Line] {
        let asked = Set(
            try connection.requestedAnimals(campaign: campaign.id, filter).filter { !$0.row.isCancelled }
                .map(\.row.intervention))
        let empty = try connection.documentSubjects(campaign: campaign.id, filter).filter {
            $0.kind == .main && $0.standing != nil && !asked.contains($0.id)
        }
        guard !empty.isEmpty else { return [] }
        let stays = Dictionary(
            grouping: try connection.herdStays(
                campaign: campaign.id, .ids(empty.map(\.id)), since: today.adding(months: -12)),
            by: \.intervention)
        let notes = try connection.standingNotes(campaign: campaign.id, .ids(empty.map(\.id)))
        return try empty.map { subject in
            let facts = facts(subject, stays[subject.id] ?? [], campaign.parameters, today)
            return Line(
                intervention: subject.number, holding: subject.holding, herd: subject.herdCode, cattle: facts.cattle,
                review: try ZeroBovineReview.decide(facts, .init()), told: notes[subject.id] ?? [])
        }
    }

    private func facts(
        _ subject: DocumentSubject, _ stays: [HerdStay], _ parameters: CampaignParameters, _ today: Day
    ) -> ZeroBovineReview.Facts {
        let age = ageMonths(subject, parameters, today)
        let introduced = stays.filter { ($0.introducedOn ?? .distantPast) >= parameters.startsOn }
        let eligible = stays.compactMap { stay -> ZeroBovineReview.EligibleStay? in
            let from = max(stay.since, stay.birth.earliest.adding(months: age))
            if let until = stay.until, until <= from { return nil }
            return .init(from: from, until: stay.until, isIntroduced: stay.introducedOn != nil)
        }
        return ZeroBovineReview.Facts(
            today: today, campaignEnd: parameters.endsOn, isClosed: subject.closedOn.map { $0 <= today } ?? false,
            cattle: stays.count { $0.since <= today && ($0.until.map { $0 > today } ?? true) },
            eligibleStays: eligible, introduced: introduced.count,
            introducedFromProgrammed: introduced.count(where: \.originProgrammed),
            introducedTested: introduced.count(where: \.isTested))
    }

    /// The lowest age that any plan of the document asks for.
    private func ageMonths(_ subject: DocumentSubject, _ parameters: CampaignParameters, _ today: Day) -> Int {
        var ages: [Int] = []
        if subject.diseases(by: .blood) != 0 { ages.append(parameters.sampling.minimumAgeMonths) }
        if subject.diseases(by: .skin) != 0 {
            ages.append(
                TuberculinSelection.ageLimit(
                    commune: subject.commune, isRiskHerd: subject.isRiskHerd(on: today), parameters.tuberculin
                ).months)
        }
        return ages.min() ?? parameters.sampling.minimumAgeMonths
    }
}

extension Day {
    /// Before any campaign.
    fileprivate static let distantPast = Day(number: .min / 2)
}
