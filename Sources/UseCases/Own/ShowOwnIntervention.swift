import Kernel
import Prophylaxis
import Register
import Store

/// One intervention for the people of the herd, its keeper and its veterinarians: what is to be done, by whom and until
/// when, what came back and what it means.
package struct ShowOwnIntervention: UseCase {
    package struct DiseasePart: Sendable {
        package let disease: Disease
        /// `12 testés sur 12 demandés`; nil of milk, and before a document asks for animals.
        package let figures: String?
        package let meaning: String
        /// Why the status is what it is.
        package let reasons: [String]
    }

    package struct Outcome: Sendable {
        package let head: InterventionHeading
        package let campaignEndsOn: Day
        package let todo: [String]
        package let diseases: [DiseasePart]
        /// What was done and what came back, in words.
        package let tables: Dossier
    }

    package let intention = Intention.interventionRead
    let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> Outcome {
        let intervention = intervention
        let tables = try await ShowIntervention(intervention).run(context).inWords.forOwnPeople
        return try await context.database.read { connection in
            guard let campaign = try connection.campaign(intervention.campaign),
                let head = try connection.interventionHeading(intervention)
            else { throw Refused(RegisterEditFinding.interventionUnknown, ["value": intervention.number]) }
            let maximumDays = try campaign.decodedParameters().status.maximumDays
            let plans = try connection.requestedPlans(of: intervention.campaign, intervention: intervention.id)
            let states = try connection.shownStates(of: intervention)
            let words = OwnWords(
                veterinarian: head.veterinarian, campaignEndsOn: campaign.endsOn, today: context.today)
            let parts = Disease.allCases.compactMap { disease -> (todo: [String], shown: DiseasePart)? in
                let plans = plans.filter { $0.disease == disease }
                let state = states.first { $0.disease == disease }
                guard !plans.isEmpty || (state.map { $0.tested > 0 || $0.nonNegative > 0 } ?? false) else { return nil }
                let sentences = state.map {
                    StatusSentences(
                        $0, plans: plans, campaign: (campaign.startsOn, campaign.endsOn), maximumDays: maximumDays
                    ).all
                }
                return (
                    words.todo(plans, state),
                    DiseasePart(
                        disease: disease, figures: words.figures(plans, state), meaning: words.meaning(plans, state),
                        reasons: sentences ?? [])
                )
            }
            let standing = try connection.standing(of: intervention, head, words)
            return Outcome(
                head: head, campaignEndsOn: campaign.endsOn,
                todo: standing.isOver ? standing.sentences : standing.sentences + parts.flatMap(\.todo),
                diseases: parts.map(\.shown), tables: tables)
        }
    }
}

extension Connection {
    /// What stands above all diseases: withdrawn, reported, decided, to be tested again.
    fileprivate func standing(
        of intervention: InterventionIdentity, _ head: InterventionHeading, _ words: OwnWords
    ) throws -> (sentences: [String], isOver: Bool) {
        if head.isWithdrawn { return ([words.withdrawn], true) }
        let retests = try retestEntries(of: intervention).filter { $0.closedOn == nil }.map(words.retest)
        if let report = try reports(campaign: intervention.campaign, intervention: intervention.id)
            .last(where: { $0.invalidatedOn == nil })
        {
            return (retests + [words.reported(report.value, report.issuedOn)], true)
        }
        if let decision = try nonCompletionEntries(of: intervention).last(where: { $0.revokedOn == nil }) {
            return (retests + [words.notDone(decision.code, decision.decidedOn)], true)
        }
        return (retests, false)
    }
}

/// The tables that the people of the herd read, each with the columns that tell them something: no digest, no trace of
/// who typed what.
package enum OwnTables {
    package static let shown: [(title: String, columns: [String])] = [
        (
            "Bovins non négatifs, douteux ou ininterprétables",
            ["Bovin", "Maladie", "Le", "Résultat", "Décision", "Motif"]
        ),
        ("Résultats de lait", ["Maladie", "Prélevé", "Analysé", "Interprétation", "Laboratoire"]),
        ("Bovins non tuberculinés", ["Bovin", "Motif", "Commentaire"]),
        ("Recontrôles", ["Ordonné", "À faire avant le", "Nature", "Intervention", "Issue"]),
        ("Visites", ["Le", "Nature"]),
        ("Documents de prélèvement", ["Numéro", "État", "Éditée", "Valable jusqu'au"]),
        ("Mouvements depuis la première édition", ["Bovin", "Mouvement", "Le"]),
        ("Rapports d'inspection", ["Numéro", "Version", "Valeur", "Émis", "Invalidé"]),
        ("Suites", ["Rapport", "Suite", "Le"]),
        ("Autres interventions de l'atelier dans la campagne", ["Numéro", "Nature", "État", "Prévue le"]),
    ]
}

extension Dossier {
    fileprivate var forOwnPeople: Dossier {
        var dossier = Dossier(title)
        for (title, columns) in OwnTables.shown {
            guard let section = sections.first(where: { $0.title == title && !$0.rows.isEmpty }) else { continue }
            let kept = columns.compactMap { section.columns.firstIndex(of: $0) }
            dossier.add(
                title, kept.map { section.columns[$0] },
                section.rows.map { row in
                    kept.map { $0 < row.count ? OwnWords.cell(row[$0], in: section.columns[$0], of: title) : "" }
                })
        }
        return dossier
    }
}
