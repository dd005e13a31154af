import Kernel
import Register
import Store

/// The sheet on which a tuberculin report is typed, with the account's draft (CAL-37, PRO-178).
package struct OpenTuberculinEntry: UseCase {
    package struct Outcome: Sendable {
        package let sheet: TuberculinSheet
        package let draft: TypedTuberculin?
        /// UTC, ISO 8601.
        package let draftSavedAt: String?
    }

    package let intention = Intention.tuberculinReport
    package let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }
    package var isOfficial: Bool { true }

    /// - Throws: `Refused` for an intervention that takes no tuberculin report.
    package func run(_ context: Context) async throws -> Outcome {
        try await context.database.read { connection in
            guard let sheet = try connection.tuberculinSheet(of: intervention) else {
                throw Refused(OwnFinding.notForTuberculin, ["intervention": intervention.number])
            }
            let draft = try connection.tuberculinDraft(of: context.actor.login, intervention)
            return Outcome(
                sheet: sheet,
                draft: try draft.map { try CanonicalJSON.decode(TypedTuberculin.self, from: $0.content.utf8) },
                draftSavedAt: draft?.savedAt)
        }
    }
}

/// Keeps what was typed so far, for this account alone; nil forgets it. No audit: nothing is said to anybody yet.
package struct KeepTuberculinDraft: UseCase {
    package let intention = Intention.tuberculinReport
    package let intervention: InterventionIdentity
    package let form: TypedTuberculin?

    package init(_ form: TypedTuberculin?, of intervention: InterventionIdentity) {
        self.intervention = intervention
        self.form = form
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }
    package var isOfficial: Bool { true }

    package func run(_ context: Context) async throws {
        let content = try form.map { form in
            guard form.fields.count <= TypedTuberculin.mostFields else {
                throw Refused(OwnFinding.fieldUnreadable, ["value": "…", "field": "…"])
            }
            return try CanonicalJSON.string(form)
        }
        try await context.database.write { connection in
            guard try connection.tuberculinSheet(of: intervention) != nil else {
                throw Refused(OwnFinding.notForTuberculin, ["intervention": intervention.number])
            }
            if let content {
                try connection.keep(
                    TuberculinDraftRow(content: content, savedAt: context.now), of: context.actor.login, intervention)
            } else {
                try connection.dropTuberculinDraft(of: context.actor.login, intervention)
            }
        }
    }
}
