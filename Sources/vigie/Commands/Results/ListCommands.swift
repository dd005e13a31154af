import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie results missing`: what has not come or cannot be right (PRO-186 to PRO-191, PRO-197, PRO-203).
struct MissingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing", abstract: "Plans sans résultat, échantillons non analysés, négatifs contredits.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Option(help: "Année de prophylaxie ; par défaut la dernière campagne.") var year: Int?
    @Option(help: "Matrice : blood, milk ou skin.") var matrix: String?
    @Option(help: "Une seule intervention.") var intervention: String?

    func run() async throws {
        try await Failure.report {
            let rows = try await options.withContext(department: department) { context in
                try context.actor.require(.campaignRead, in: department)
                let selector = CampaignSelector(department: department, year: year)
                return try await context.database.read { connection in
                    let campaign = try selector.find(in: connection).id
                    let missing = try connection.plansWithoutResult(
                        campaign: campaign, matrix: matrix, intervention: intervention)
                    guard intervention == nil else { return missing }
                    let rechecks = try connection.misplacedRechecks(campaign: campaign)
                        .filter { matrix == nil || $0.matrix == matrix }
                    guard matrix == nil || matrix == "blood" else { return missing + rechecks }
                    return try missing + connection.samplesNotAnalysed(campaign: campaign)
                        + connection.contradictedNegatives(campaign: campaign) + rechecks
                }
            }
            try printReception(rows, asJSON: options.json)
        }
    }
}

/// `vigie results late` (PRO-217).
struct LateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "late", abstract: "Résultats lait reçus un mois ou plus après l'analyse.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Option(help: "Reçus à partir du.") var from: Day?
    @Option(help: "Reçus jusqu'au.") var until: Day?

    func run() async throws {
        try await Failure.report {
            let rows = try await options.withContext(department: department) { context in
                try context.actor.require(.campaignRead, in: department)
                let (from, until) = (from ?? context.today.adding(months: -12), until ?? context.today)
                return try await context.database.read { connection in
                    try connection.lateMilk(department: department, from: from, until: until)
                }
            }
            try printReception(rows, asJSON: options.json)
        }
    }
}

private func printReception(_ rows: [ReceptionRow], asJSON: Bool) throws {
    if asJSON {
        print(try CanonicalJSON.string(rows))
        return
    }
    let names = [
        "missing": "sans résultat", "not-analysed": "non analysé", "late": "en retard",
        "contradicts-notification": "négatif contredit",
        "recheck-outside": "recontrôle en police sanitaire, à compter dans la prophylaxie",
        "recheck-in-prophylaxis": "recontrôle en prophylaxie, suspicion peut-être comptée deux fois",
    ]
    for row in rows {
        let name = names[row.kind] ?? row.kind
        print(
            "\(name)  \(row.intervention)  \(row.holding)  \(row.disease) \(row.matrix)"
                + "  \(row.laboratory ?? "-")  \(row.detail)"
        )
    }
    print("\(rows.count) ligne(s).")
}
