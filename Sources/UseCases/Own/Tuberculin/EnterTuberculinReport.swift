import Kernel
import Register
import Store

/// A tuberculin report typed in the browser by the herd's health veterinarian, the delegate or the authority: checked
/// first, stored once nothing is wrong or whoever types it says that it is so (CAL-37, PRO-178, PRO-181).
package struct EnterTuberculinReport: UseCase {
    package enum Outcome: Sendable {
        /// What is to be looked at all the same.
        case stored([Finding])
        /// Nothing was stored: refusals, or warnings that wait for a confirmation. Each at its field (`Place.column`).
        case notStored([Finding])
    }

    package let intention = Intention.tuberculinReport
    package let intervention: InterventionIdentity
    package let form: TypedTuberculin
    /// Stores although there are warnings.
    package let isConfirmed: Bool

    package init(_ form: TypedTuberculin, of intervention: InterventionIdentity, isConfirmed: Bool) {
        self.intervention = intervention
        self.form = form
        self.isConfirmed = isConfirmed
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }
    package var isOfficial: Bool { true }

    package func run(_ context: Context) async throws -> Outcome {
        let (sheet, sender) = try await context.database.read { connection in
            (try connection.tuberculinSheet(of: intervention), try connection.orderNumber(ofScope: context.actor.scope))
        }
        guard let sheet else {
            throw Refused(OwnFinding.notForTuberculin, ["intervention": intervention.number])
        }
        guard form.fits(sheet) else {
            let place = Place(column: TypedTuberculin.Field.animals)
            return .notStored([
                Finding(OwnFinding.documentChanged, .refused, at: place, ["edition": sheet.shownEdition])
            ])
        }
        let reading = form.read(sheet, number: intervention.number, sender: sender, today: context.today)
        guard let input = reading.input else { return .notStored(reading.findings) }
        let add = AddTuberculinReport(
            input, department: intervention.department, fictitious: true, as: intention)
        let said = reading.findings + (try await add.tried(context)).map(atItsField)
        guard isConfirmed || !said.contains(where: { $0.severity >= .warning }) else { return .notStored(said) }
        _ = try await add.run(context)
        try await context.database.write {
            try $0.dropTuberculinDraft(of: context.actor.login, intervention)
        }
        return .stored(said)
    }

    /// Where on the form the remark belongs.
    private func atItsField(_ finding: Finding) -> Finding {
        let fields: [String: String] = [
            ResultsFinding.readBeforeInjection.rawValue: TypedTuberculin.Field.readOn,
            ResultsFinding.reportLate.rawValue: TypedTuberculin.Field.readOn,
            ResultsFinding.recheckInProphylaxis.rawValue: TypedTuberculin.Field.method,
            ResultsFinding.reportIncomplete.rawValue:
                form[TypedTuberculin.Field.readOn].isEmpty
                ? TypedTuberculin.Field.readOn : TypedTuberculin.Field.subjective,
        ]
        var finding = finding
        if finding.code == ResultsFinding.numberIncomplete.rawValue,
            let number = finding.facts.first(where: { $0.name == "animal" })?.value,
            let index = (1...form.extraSlots).first(where: {
                form[TypedTuberculin.Field.extra($0)] == number
            })
        {
            finding.place = Place(column: TypedTuberculin.Field.extra(index))
        } else {
            finding.place = Place(column: fields[finding.code] ?? TypedTuberculin.Field.comment)
        }
        return finding
    }
}
