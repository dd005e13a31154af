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

package typealias InterventionTheme = Store.InterventionTheme

/// What is known of an intervention, by theme: codes and ISO dates, as the store holds them.
package struct InterventionRecord: Sendable {
    package let intervention: InterventionIdentity
    /// The one row of `InterventionTheme.head`.
    package let head: [String]
    package let diseases: [InterventionSummary.Disease]
    /// Those that the authority is in charge of; the others are the delegate's.
    package let withAuthority: Set<Disease>
    package let themes: [(theme: InterventionTheme, rows: [[String]])]
}

/// All there is to know of an intervention, for programs.
package struct ReadInterventionRecord: UseCase {
    package let intention = Intention.interventionRead
    let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> InterventionRecord {
        let intervention = intervention
        return try await context.database.read { connection in
            guard let campaign = try connection.campaign(intervention.campaign),
                let head = try connection.history(of: intervention, .head).first
            else { throw Refused(RegisterEditFinding.interventionUnknown, ["value": intervention.number]) }
            return InterventionRecord(
                intervention: intervention, head: head,
                diseases: try connection.diseases(of: intervention, (campaign.startsOn, campaign.endsOn)),
                withAuthority: try connection.withAuthority(intervention, campaign),
                themes: try connection.themes(of: intervention, campaign, context))
        }
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
        return try await context.database.read { connection in
            var dossier = Dossier("Intervention \(intervention.number)")
            guard let campaign = try connection.campaign(intervention.campaign) else { return dossier }
            let head = InterventionTheme.head
            for fields in try connection.history(of: intervention, head) {
                let words = InterventionWords.row(fields, of: head)
                for (column, value) in zip(head.columns, words) { dossier.add(column.title, value) }
            }
            try connection.addInCharge(to: &dossier, intervention, campaign, context)
            let themes = try connection.themes(of: intervention, campaign, context)
            let before = InterventionTheme.beforeStatus(of: context.actor).count
            for (theme, rows) in themes.prefix(before) { dossier.add(theme, rows) }
            try connection.addStates(to: &dossier, intervention, campaign)
            for (theme, rows) in themes.dropFirst(before) { dossier.add(theme, rows) }
            return dossier
        }
    }
}

extension InterventionTheme {
    fileprivate static func beforeStatus(of actor: Actor) -> [InterventionTheme] {
        actor.scope.isTerritory ? beforeStatus : ownBeforeStatus
    }

    fileprivate static func afterStatus(of actor: Actor) -> [InterventionTheme] {
        actor.scope.isTerritory ? afterStatus : ownAfterStatus
    }
}

extension Dossier {
    /// A theme in words.
    fileprivate mutating func add(_ theme: InterventionTheme, _ rows: [[String]]) {
        add(theme.title, theme.columns.map(\.title), rows.map { InterventionWords.row($0, of: theme) })
    }
}

extension Connection {
    /// Every theme that the actor may see, with its rows.
    fileprivate func themes(
        of intervention: InterventionIdentity, _ campaign: CampaignRow, _ context: Context
    ) throws -> [(theme: InterventionTheme, rows: [[String]])] {
        let plain = InterventionTheme.beforeStatus(of: context.actor) + InterventionTheme.afterStatus(of: context.actor)
        let window = try campaign.deadlines()
        let milk = [SQLValue.day(window.milkWindowStart), .day(window.milkWindowEnd)]
        return try plain.map { ($0, try history(of: intervention, $0)) } + [
            (.milk, try history(of: intervention, .milk, milk)),
            (.authorisations, try authorisations(intervention, campaign, context)),
        ]
    }

    /// Raw milk is for the authority, and for delegates to whom the convention grants it (PRO-53).
    private func authorisations(
        _ intervention: InterventionIdentity, _ campaign: CampaignRow, _ context: Context
    ) throws -> [[String]] {
        let rows = try history(of: intervention, .authorisations)
        guard try !seesRawMilk(context.actor, in: campaign.department) else { return rows }
        return rows.filter { $0.first != AuthorisationKind.rawMilkSale.rawValue }
    }

    /// Not delegated, suspended or infected (decision 6).
    fileprivate func withAuthority(
        _ intervention: InterventionIdentity, _ campaign: CampaignRow
    ) throws -> Set<Disease> {
        let delegated = try campaign.decodedParameters().delegatedDiseases
        let managed = try shownStates(of: intervention).filter { $0.proposal.reason == .managedByAuthority }
        return Set(Disease.allCases.filter { !delegated.contains($0) }).union(managed.map(\.disease))
    }

    func add(
        _ theme: InterventionTheme, of intervention: InterventionIdentity, to dossier: inout Dossier,
        _ more: [SQLValue] = []
    ) throws {
        let rows = try history(of: intervention, theme, more)
        dossier.add(theme.title, theme.columns.map(\.title), rows.map { InterventionWords.row($0, of: theme) })
    }

    func addAuthorisations(
        to dossier: inout Dossier, _ intervention: InterventionIdentity, _ campaign: CampaignRow, _ context: Context
    ) throws {
        dossier.add(.authorisations, try authorisations(intervention, campaign, context))
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
        let withAuthority = try withAuthority(intervention, campaign)
        let parts = Disease.allCases.map { disease in
            "\(disease.rawValue) : \(withAuthority.contains(disease) ? "DD(CS)PP" : "délégataire")"
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
