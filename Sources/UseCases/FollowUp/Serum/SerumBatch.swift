import Documents
import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// What one laboratory is asked for.
struct SerumBatch: Sendable {
    let laboratory: String
    let shortfalls: [SerumShortfall]
    let campaign: CampaignRow
    let issuer: Party
    let today: Day

    static let columns = [
        "intervention", "ede", "exploitation", "maladie", "preleve_le", "demandes", "analyses", "manquants", "bovins",
    ]

    /// The list as PDF first, then as CSV, then one analysis request for each intervention with sera.
    func files(sender: LetterHouse) throws -> [LetterFile] {
        let name = "serotheque-\(laboratory)-\(today)"
        let print = ReportPrint.serumBankRequest(
            to: shortfalls.first?.laboratory?.name ?? laboratory, by: issuer, campaign: campaign.title, day: today,
            rows: shortfalls.map(\.printed))
        let list = try pdf(
            PrintJob(title: "Sérothèque \(laboratory)", author: issuer.name, day: today), [print])
        return [
            LetterFile(name: "\(name).pdf", bytes: list),
            LetterFile(name: "\(name).csv", bytes: try ListTable(columns: SerumBatch.columns, rows: cells).csv()),
        ] + (try requests(from: sender.code))
    }

    private var cells: [[String]] {
        shortfalls.map { row in
            [
                row.number, row.holding, row.holdingName, row.disease.rawValue, row.sampledOn.description,
                String(row.requested), String(row.tested), String(row.missing),
                row.candidates.joined(separator: " "),
            ]
        }
    }

    private func requests(from sender: String) throws -> [LetterFile] {
        try Dictionary(grouping: shortfalls, by: \.number).sorted { $0.key < $1.key }.compactMap { number, rows in
            var plans: [String: [AnalysisRequest.Plan]] = [:]
            for row in rows {
                let plan = try row.requestedPlan
                for animal in row.candidates { plans[animal, default: []].append(plan) }
            }
            guard let first = rows.first, !plans.isEmpty else { return nil }
            let reference = "SERO-\(number)-\(today)"
            let request = AnalysisRequest(
                envelope: AnalysisEnvelope(
                    sender: sender, recipient: laboratory, createdOn: today, reference: reference),
                document: "\(number)-\(first.edition)", edition: first.edition, intervention: number,
                herd: .init(holding: HoldingNumber(stored: first.holding), code: first.herdCode),
                animals: plans.sorted { $0.key < $1.key }.map { animal, plans in
                    .init(number: AnimalNumber(stored: animal), plans: plans)
                })
            return LetterFile(name: "DAI-\(laboratory)-\(reference).xml", bytes: try request.encoded())
        }
    }
}

extension SerumShortfall {
    fileprivate var printed: SerumBankRow {
        SerumBankRow(
            intervention: number, holding: HoldingNumber(stored: holding), keeper: holdingName,
            disease: CodeWords.disease(disease), sampled: sampledOn, counts: (requested, tested, missing),
            candidates: candidates.map { AnimalNumber(stored: $0) })
    }

    /// - Throws: `Refused` for a method that the message has no code for.
    fileprivate var requestedPlan: AnalysisRequest.Plan {
        get throws {
            guard let method = TestMethodCode(rawValue: method) else {
                throw Refused(SamplingFinding.methodUnknown, ["intervention": number, "method": method])
            }
            return AnalysisRequest.Plan(disease: disease, method: method)
        }
    }
}
