import Kernel
import Prophylaxis
import Register
import Store

/// Finds interventions by number, spaces aside. One of another territory answers like one that is not there.
package struct FindIntervention: Sendable {
    let text: String

    package init(_ text: String) { self.text = text.filter { !$0.isWhitespace } }

    package func all(_ context: Context) async throws -> [InterventionIdentity] {
        let found = try await context.database.read { try $0.interventions(numbered: text, within: context.reach) }
        guard !found.isEmpty else { throw Refused(RegisterEditFinding.interventionUnknown, ["value": text]) }
        return found
    }
}

/// All there is to know of an intervention, with its history: the herd, what was planned, the documents, what came
/// back, what it comes to, who decided what.
package struct ShowIntervention: UseCase {
    package let intention = Intention.interventionRead
    let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> Dossier {
        let intervention = intervention
        let isService = context.actor.scope.isTerritory
        let before = isService ? InterventionTheme.beforeStatus : InterventionTheme.ownBeforeStatus
        let after = isService ? InterventionTheme.afterStatus : InterventionTheme.ownAfterStatus
        return try await context.database.read { connection in
            var dossier = Dossier("Intervention \(intervention.number)")
            guard let campaign = try connection.campaign(intervention.campaign) else { return dossier }
            let head = InterventionTheme.head
            for fields in try connection.history(of: intervention, head) {
                let words = InterventionWords.row(fields, of: head)
                for (column, value) in zip(head.columns, words) { dossier.add(column.title, value) }
            }
            try connection.addInCharge(to: &dossier, intervention, campaign, context)
            for theme in before { try connection.add(theme, of: intervention, to: &dossier) }
            try connection.addStates(to: &dossier, intervention, campaign)
            for theme in after { try connection.add(theme, of: intervention, to: &dossier) }
            let window = try campaign.deadlines()
            let milk = [SQLValue.day(window.milkWindowStart), .day(window.milkWindowEnd)]
            try connection.add(.milk, of: intervention, to: &dossier, milk)
            try connection.addAuthorisations(to: &dossier, intervention, campaign, context)
            return dossier
        }
    }
}

extension Connection {
    func add(
        _ theme: InterventionTheme, of intervention: InterventionIdentity, to dossier: inout Dossier,
        _ more: [SQLValue] = []
    ) throws {
        let rows = try history(of: intervention, theme, more)
        dossier.add(theme.title, theme.columns.map(\.title), rows.map { InterventionWords.row($0, of: theme) })
    }

    /// Raw milk is for the authority, and for delegates to whom the convention grants it (PRO-53).
    func addAuthorisations(
        to dossier: inout Dossier, _ intervention: InterventionIdentity, _ campaign: CampaignRow, _ context: Context
    ) throws {
        let theme = InterventionTheme.authorisations
        var rows = try history(of: intervention, theme)
        let seesRawMilk = try self.seesRawMilk(context.actor, in: campaign.department)
        if !seesRawMilk { rows.removeAll { $0.first == AuthorisationKind.rawMilkSale.rawValue } }
        dossier.add(theme.title, theme.columns.map(\.title), rows.map { InterventionWords.row($0, of: theme) })
    }

    /// The state of each disease with its figures, then each reason as a sentence with its paragraph.
    fileprivate func addStates(
        to dossier: inout Dossier, _ intervention: InterventionIdentity, _ campaign: CampaignRow
    ) throws {
        let states = try shownStates(of: intervention)
        let plans = try requestedPlans(of: intervention.campaign, intervention: intervention.id)
        let maximumDays = try campaign.decodedParameters().status.maximumDays
        dossier.add("Statut par maladie", StateCells.columns, states.map(StateCells.cells))
        // A state that came with a history has no reasons: they were never told.
        let reasons = states.filter { !$0.reasons.isEmpty }.flatMap { state in
            let sentences = StatusSentences(
                state, plans: plans, campaign: (campaign.startsOn, campaign.endsOn), maximumDays: maximumDays)
            return sentences.all.map { [state.disease.rawValue, "statut \(state.status.rawValue)", $0] } + [
                [
                    state.disease.rawValue, "proposition \(state.proposal.evaluation.rawValue)",
                    ReasonTexts.sentence(state.proposal.reason),
                ]
            ]
        }
        dossier.add("Motifs", ["Maladie", "De quoi", "Pourquoi"], reasons)
    }

    /// Whose the diseases are: the delegate's, unless not delegated, suspended or infected; reminders become the
    /// authority's once the campaign has ended (decisions 6 and 23).
    fileprivate func addInCharge(
        to dossier: inout Dossier, _ intervention: InterventionIdentity, _ campaign: CampaignRow, _ context: Context
    ) throws {
        let delegated = try campaign.decodedParameters().delegatedDiseases
        let states = Dictionary(
            try shownStates(of: intervention).map { ($0.disease, $0) }, uniquingKeysWith: { first, _ in first })
        let parts = Disease.allCases.map { disease in
            let isAuthority =
                !delegated.contains(disease) || states[disease]?.proposal.reason == .managedByAuthority
            return "\(disease.rawValue) : \(isAuthority ? "DD(CS)PP" : "délégataire")"
        }
        dossier.add("En charge", parts.joined(separator: ", "))
        if context.today > campaign.endsOn {
            dossier.add("Relances", "DD(CS)PP, la campagne ayant pris fin le \(campaign.endsOn.french)")
        }
    }
}

/// A disease's figures as cells.
private enum StateCells {
    static let columns = [
        "Maladie", "Statut", "Proposition", "Demandés", "Testés", "Non négatifs", "Ininterprétables",
        "Décision attendue", "Douteux vus", "Hors document", "Présents non testés", "Première visite",
        "Dernière visite", "Premier lait", "Dernier lait", "Dernier résultat", "Calculé", "Change le",
    ]

    static func cells(_ state: ShownState) -> [String] {
        let counts = [
            state.requested, state.tested, state.nonNegative, state.uninterpretable, state.awaitingDecision,
            state.doubtfulSeen, state.testedOffDocument, state.presentUntested,
        ]
        let days: [Day?] = [
            state.startedOn, state.finishedOn, state.milkFirstOn, state.milkLastOn, state.lastResultOn,
            state.computedOn, state.changesOn,
        ]
        return [state.disease.rawValue, state.status.rawValue, state.proposal.evaluation.rawValue]
            + counts.map(String.init) + days.map { $0?.description ?? "" }
    }
}
