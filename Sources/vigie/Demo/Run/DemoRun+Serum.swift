import Documents
import Kernel
import Prophylaxis
import Store
import UseCases

/// Under-sampled herds: the laboratory's serum bank first, then a letter (PRO-255, decision 11).
extension DemoRun {
    func completeSampling(on day: Day) async throws {
        let short = try await waiting(.serumBank, on: day).filter { asked.insert($0).inserted }
        guard !short.isEmpty else { return }
        let context = try await cast.context(.inspector, on: day)
        let folder = folder.documents + "/serotheque"
        try await step("Sérothèque demandée", on: day) {
            let request = RequestSerum(campaign: campaign) { file in
                try FileOutput.write(file.bytes, to: "\(folder)/\(file.name)")
            }
            let outcome = try await request.perform(context)
            return "\(counted(outcome.asked, "complément")), \(counted(outcome.laboratories, "laboratoire"))"
        }
        // The laboratory takes some days, and the letter some more: a campaign that is left open may end before.
        guard !plan.staysOpen || day.adding(days: 8) < plan.servedOn else { return }
        try await answerSerum(short, on: day.adding(days: 4))
    }

    /// The laboratory has kept the serums of some herds, and threw the others away.
    private func answerSerum(_ numbers: [String], on day: Day) async throws {
        let context = try await cast.context(.inspector, on: day)
        let kept = blood.kept.filter { numbers.contains($0.intervention) }
        let found = Set(kept.map(\.intervention))
        var impossible: [String] = []
        try await step("Sérothèque : réponses", on: day) {
            for number in numbers {
                let isImpossible = !found.contains(number)
                if isImpossible { impossible.append(number) }
                try await answer(number, isImpossible, context)
            }
            return "retrouvés \(found.count), impossible \(impossible.count)"
        }
        if !kept.isEmpty {
            let requests = Dictionary(grouping: kept, by: \.intervention).sorted { $0.key < $1.key }
            let file = try blood.write(
                requests.map { number, cases in
                    .init(document: nil, edition: nil, intervention: number, results: cases.map(\.result))
                }, on: day.adding(days: 3), reference: "serotheque")
            try await receive([file], "Résultats de la sérothèque")
        }
        let writtenOn = day.adding(days: 4)
        try await letters("Compléments demandés", on: writtenOn) {
            try await write(
                .complementAfterSerumBank, to: .workList(.serumBank), on: writtenOn, by: writtenOn.adding(days: 30))
        }
    }

    /// One answer for each blood plan of the intervention that is short.
    private func answer(_ number: String, _ isImpossible: Bool, _ context: Context) async throws {
        let table = try await ListWork(campaign: campaign, kind: .serumBank).perform(context)
        for row in table.rows where row[1] == number {
            guard let disease = Disease(rawValue: row[4]) else { continue }
            try await AnswerSerum(
                campaign: campaign, intervention: number, disease: disease, isImpossible: isImpossible,
                note: isImpossible ? "Sérums détruits après quinze jours" : nil
            ).perform(context)
        }
    }
}
