import Kernel
import Prophylaxis
import Store

/// The whole set-up of a campaign in words (PRO-98, PRO-103): every value, its source, and whether it is the national
/// one or the department's with its reason (PRO-13).
package struct ShowCampaign: UseCase {
    package struct Line: Codable, Sendable {
        package let name: String
        package let label: String
        package let value: String
        package let source: String
        /// `valeur nationale`, or `paramètre régional` or `valeur locale : ` and its justification.
        package let origin: String
    }

    package struct Group: Codable, Sendable {
        package let criterion: SetupCriterion
        package let title: String
        package let lines: [Line]
    }

    package struct Deadline: Codable, Sendable {
        package let label: String
        package let value: String
    }

    package struct Validation: Codable, Sendable {
        package let at: String
        package let by: String
    }

    package struct View: Codable, Sendable {
        package let id: Int64
        package let title: String
        package let state: String
        package let interventions: Int
        package let validated: Validation?
        package let copiedFrom: String?
        package let criteriaToReview: [SetupCriterion]
        package let deadlines: [Deadline]
        /// The same as days.
        package let dates: CampaignDeadlines.Decision
        package let groups: [Group]
        /// The parameters as they are stored.
        package let parameters: CampaignParameters
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> View {
        try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            let parameters = try campaign.decodedParameters()
            // EX-31: the dates that follow from the campaign's own.
            let dates = try CampaignDeadlines.decide(
                .init(campaignStart: parameters.startsOn, campaignEnd: parameters.endsOn), parameters.deadlines)
            let copied = try campaign.copiedFrom.flatMap { try connection.campaign($0) }
            return View(
                id: campaign.id, title: campaign.title, state: campaign.state.rawValue,
                interventions: try connection.plannedCount(of: campaign.id),
                validated: campaign.validatedAt.map { Validation(at: $0, by: campaign.validatedBy ?? "") },
                copiedFrom: copied?.title, criteriaToReview: campaign.criteriaToReview,
                deadlines: deadlines(dates), dates: dates, groups: try groups(parameters), parameters: parameters)
        }
    }

    private func deadlines(_ dates: CampaignDeadlines.Decision) -> [Deadline] {
        func span(_ start: Day, _ end: Day) -> String { "du \(start.french) au \(end.french)" }
        return [
            Deadline(label: "Autorisations à jour", value: "le \(dates.authorisationsBy.french) au plus tard"),
            Deadline(label: "Lecture du lait", value: span(dates.milkWindowStart, dates.milkWindowEnd)),
            Deadline(label: "Clôture", value: span(dates.closingFrom, dates.closingUntil)),
            Deadline(label: "Calcul automatique des statuts", value: "jusqu'au \(dates.computationUntil.french)"),
            Deadline(label: "Clôture par la DGAL", value: "après le \(dates.forcedClosingAfter.french)"),
        ]
    }

    private func groups(_ parameters: CampaignParameters) throws -> [Group] {
        let values = try parameters.json()
        let deviations = Set(try parameters.deviations().map(\.entry.name))
        return SetupCriterion.allCases.compactMap { criterion in
            let entries = ParameterCatalogue.entries.filter { $0.criterion == criterion }
            guard !entries.isEmpty else { return nil }
            let lines = entries.map { entry in
                Line(
                    name: entry.name, label: entry.label,
                    value: ParameterWords.text(of: values.value(at: entry.name) ?? .null, entry.format),
                    source: "\(entry.source.place)\(entry.source.requirement.map { " (\($0))" } ?? "")",
                    origin: origin(entry, parameters, deviations))
            }
            return Group(
                criterion: criterion, title: CodeWords.criterion(criterion).capitalisedFirst, lines: lines)
        }
    }

    private func origin(
        _ entry: ParameterEntry, _ parameters: CampaignParameters, _ deviations: Set<String>
    ) -> String {
        let reason = parameters.justifications[entry.name]
        if let region = parameters.regional[entry.name] {
            return "paramètre régional (région \(region)) : \(reason ?? "")"
        }
        let isOwn = entry.isLocal || deviations.contains(entry.name)
        guard isOwn else { return "valeur nationale" }
        if let reason, !reason.isEmpty { return "valeur locale : \(reason)" }
        return entry.isLocal ? "propre au département" : "valeur locale sans justification"
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
