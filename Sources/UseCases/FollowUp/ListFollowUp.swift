import Documents
import Kernel
import Prophylaxis
import Store

/// The follow-up page of a campaign (PRO-221, PRO-277): one line an intervention, filtered, in pages.
package struct ListFollowUp: UseCase {
    package struct Outcome: Sendable {
        package let rows: [FollowUpRow]
        let today: Day
        /// The rows as cells, for files and the screen.
        package var table: ListTable {
            ListTable(columns: ListFollowUp.columns, rows: rows.map { ListFollowUp.cells($0, today: today) })
        }
        /// The rows as an Excel workbook.
        package func workbook() throws -> [UInt8] {
            let columns = ListFollowUp.columns.map { name in
                let isNumber = ["_demandes", "_testes", "_taux", "_non_negatifs", "_douteux", "jours_depuis"].contains {
                    name.hasSuffix($0)
                }
                let isDay = name.hasSuffix("_le") || name.hasSuffix("_dernier_resultat")
                return Spreadsheet.Column(name, isNumber ? .number : isDay ? .day : .text)
            }
            return try Spreadsheet.xlsx("Suivi", columns, table.rows)
        }
        /// Where the next page begins; nil on the last one.
        package let next: FollowUpOrder.Cursor?
    }

    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let filter: FollowUpFilter

    package init(campaign: CampaignSelector, filter: FollowUpFilter = FollowUpFilter()) {
        self.campaign = campaign
        self.filter = filter
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let (selector, filter) = (campaign, filter)
        let rows = try await context.database.read { connection in
            try connection.followUpRows(of: selector.find(in: connection).id, filter)
        }
        return Outcome(
            rows: rows, today: context.today,
            next: rows.count == filter.limit ? rows.last?.cursor(in: filter.order) : nil)
    }

    static let columns =
        [
            "intervention", "ede", "nom", "commune", "atelier", "classe", "prevue_le", "veterinaire", "premiere_le",
            "derniere_le", "jours_depuis",
        ]
        + Disease.allCases.flatMap { disease in
            [
                "plans", "statut", "demandes", "testes", "taux", "non_negatifs", "douteux", "dernier_resultat",
                "proposition",
                "evaluation",
            ].map { "\(disease.rawValue)_\($0)" }
        } + ["dnr", "rapport", "valeur", "rapport_le", "suite"]

    /// `blood milk` in words: `sang, lait de mélange`.
    private static func plans(_ codes: String) -> String {
        codes.split(separator: " ").map { Matrix(rawValue: String($0)).map(CodeWords.matrix) ?? String($0) }
            .joined(separator: ", ")
    }

    private static func cells(_ row: FollowUpRow, today: Day) -> [String] {
        let first = row.diseases.compactMap(\.startedOn).min()
        let last = row.diseases.compactMap(\.finishedOn).max()
        let head = [
            row.number, row.holding, row.name, row.insee, row.herd,
            CodeWords.herdClass(code: row.herdClass), row.plannedOn?.description ?? "",
            row.veterinarian, first?.description ?? "", last?.description ?? "",
            last.map { String(today.number - $0.number) } ?? "",
        ]
        let parts = row.diseases.flatMap { part in
            [
                ListFollowUp.plans(part.plans), part.status?.rawValue ?? "", String(part.requested),
                String(part.tested),
                Percent.plain(part.tested, of: part.requested), String(part.nonNegative),
                String(part.doubtful), part.lastResultOn?.description ?? "", part.proposal, part.evaluation ?? "",
            ]
        }
        return head + parts + [
            row.nonCompletion ?? "", row.report ?? "", row.reportValue ?? "", row.reportedOn?.description ?? "",
            row.followUp ?? "",
        ]
    }
}
