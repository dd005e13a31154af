import ArgumentParser
import Prophylaxis
import Register
import Store
import UseCases

/// `vigie results extract`: extraction BO 12.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Extraction des résultats d'une campagne (BO 12), en CSV.",
        discussion: """
            Sans --by : une ligne par résultat. Avec --by : la part de bovins non négatifs par catégorie d'ateliers
            (link : lien épidémiologique ; rank : rythme de dépistage ; risk : à risque ; class ; commune).
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Part de non négatifs par catégorie.") var by: HerdCategory?
    @Option(help: "Maladie.") var disease: Disease?
    @Option(help: "Nature du prélèvement : blood, milk, skin.") var matrix: Matrix?
    @Option(name: .customLong("class"), help: "Classe d'atelier.") var herdClass: HerdClass?
    @Option(help: "Commune (code INSEE).") var commune: String?
    @Option(help: "Seulement les ateliers de cette catégorie : link, risk.") var only: HerdCategory?
    @Flag(name: .customLong("non-negative"), help: "Seulement ce qui n'est pas négatif.") var nonNegative = false
    @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

    func validate() throws {
        let hasFilter =
            disease != nil || matrix != nil || herdClass != nil || commune != nil || only != nil || nonNegative
        if by != nil, hasFilter { throw ValidationError("--by porte sur toute la campagne : ôtez les filtres.") }
        if let only, only != .link, only != .risk { throw ValidationError("--only : link ou risk.") }
    }

    func run() async throws {
        try await Failure.report {
            if let by {
                let table = try await options.perform(
                    ShareOfPositives(selector: campaign.selector, by: by), for: campaign)
                return try TableOutput.write(table, asJSON: options.json, to: output)
            }
            let table = try await options.withContext(department: campaign.department) { try await pages($0) }
            try TableOutput.write(table, asJSON: options.json, to: output)
        }
    }

    private func pages(_ context: Context) async throws -> ListTable {
        var filter = ResultExtractionFilter()
        (filter.disease, filter.matrix, filter.commune, filter.category) = (disease, matrix, commune, only)
        (filter.herdClass, filter.onlyNonNegative) = (herdClass?.rawValue, nonNegative)
        var page = try await ExtractResults(selector: campaign.selector, filter: filter).perform(context)
        var table = page.table
        while let next = page.next {
            page = try await ExtractResults(selector: campaign.selector, filter: filter, after: next).perform(context)
            table.rows += page.table.rows
        }
        return table
    }
}

extension HerdCategory: ExpressibleByArgument {}
extension Matrix: ExpressibleByArgument {}
