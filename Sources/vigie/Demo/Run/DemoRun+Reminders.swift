import Documents
import Kernel
import Prophylaxis
import Store
import UseCases

/// Two months before the campaign's end: reminders, refusals, new documents, milk that never came.
extension DemoRun {
    /// Herds that have not begun or not finished are written to. Those that have not begun get new documents, since the
    /// first ones are no longer valid.
    func remind() async throws {
        let day = plan.remindedOn
        let late = try await waiting(.notStarted, on: day).filter { visits[$0] != nil }
        try await letters("Relances", on: day) {
            try await write(.reminderNotStarted, on: day)
            // Their 90 days may be over; what counts then is the campaign's end.
            let limit = plan.endsOn
            try await write(.reminderUnfinished, on: day, by: limit)
            try await write(.tuberculinUnderRealisation, on: day, by: limit)
        }
        try await noteRefusals(late)
        guard !late.isEmpty else { return }
        var choice = EditChoice()
        (choice.again, choice.validates) = (true, true)
        let context = try await cast.context(.inspector, on: day)
        try await step("Documents réédités", on: day) {
            let outcome = try await EditDocuments(
                campaign: campaign, filter: DocumentFilter(numbers: late), choice: choice
            ).perform(context)
            return counted(outcome.documents, "document réédité")
        }
    }

    /// Milk that never came: the authority has the herd tested on blood.
    func passToBlood() async throws {
        let day = plan.remindedOn
        let authority = try await cast.context(.authority, on: day)
        let table = try await ListWork(campaign: campaign, kind: .milkMissing).perform(authority)
        guard !table.rows.isEmpty else { return }
        let numbers = Array(Set(table.rows.map { $0[1] })).sorted()
        try await step("Lait passé au sang", on: day) {
            for row in table.rows {
                guard let disease = Disease(rawValue: row[4]) else { continue }
                _ = try await PassToBlood(
                    campaign: campaign, intervention: row[1], disease: disease,
                    reason: "Aucun résultat de lait dans les deux mois du rattrapage"
                ).perform(authority)
            }
            var choice = EditChoice()
            choice.validates = true
            let inspector = try await cast.context(.inspector, on: day)
            _ = try await EditDocuments(campaign: campaign, filter: DocumentFilter(numbers: numbers), choice: choice)
                .perform(inspector)
            return "\(counted(numbers.count, "troupeau")), document édité"
        }
        // They are sampled with the herds that were reminded.
        for visit in try await facts(of: numbers).visits { stories[visit.intervention] = .afterReminder }
    }

    /// Farmers who say no to the reminder.
    private func noteRefusals(_ late: [String]) async throws {
        let refusing = late.filter { stories[$0] == .refused }
        guard !refusing.isEmpty else { return }
        let day = plan.remindedOn.adding(days: 4)
        let context = try await cast.context(.inspector, on: day)
        try await step("Refus d'éleveurs notés", on: day) {
            for number in refusing {
                try await AddNote(
                    campaign: campaign, intervention: number, kind: .refusal,
                    text: "L'éleveur refuse la visite, appel du \(day.french)"
                ).perform(context)
            }
            return counted(refusing.count, "refus")
        }
    }
}
