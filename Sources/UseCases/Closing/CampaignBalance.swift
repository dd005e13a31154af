import Documents
import Kernel
import Prophylaxis
import Store

/// The campaign report (*bilan*): context, figures of the work done and of its results, beside last year's (PRO-286,
/// PRO-287). Reading it changes nothing.
package struct CampaignBalance: UseCase {
    package struct Outcome: Sendable {
        package let title: String
        package let context: [String]
        package let table: FollowUpTable
        let issuer: String
        let day: Day
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector

    package init(selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        let (campaign, earlier, now, before) = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            let earlier = try connection.campaign(
                before: campaign.prophylaxisYear, department: campaign.department, name: campaign.name)
            return (
                campaign, earlier, try connection.balance(of: campaign.id),
                try earlier.map { try connection.balance(of: $0.id) } ?? []
            )
        }
        let last = Dictionary(before.map { (BalanceKey($0), $0.count) }) { first, _ in first }
        let current = Set(now.map(BalanceKey.init))
        var columns = ["rubrique", "maladie", "valeur", "nombre"]
        if let earlier { columns.append(String(earlier.prophylaxisYear)) }
        var rows = now.map { count in
            cells(count, String(count.count)) + (earlier == nil ? [] : [String(last[BalanceKey(count)] ?? 0)])
        }
        // What only last year had is part of the comparison too.
        for count in before where !current.contains(BalanceKey(count)) {
            rows.append(cells(count, "0") + [String(count.count)])
        }
        return Outcome(
            title: "Bilan de la campagne \(campaign.title)", context: try contextLines(campaign, earlier),
            table: FollowUpTable(columns: columns, rows: rows), issuer: context.actor.name, day: context.today)
    }

    private func cells(_ count: BalanceCount, _ number: String) -> [String] {
        [count.section, count.disease, BalanceWords.value(count), number]
    }

    private func contextLines(_ campaign: CampaignRow, _ earlier: CampaignRow?) throws -> [String] {
        let parameters = try campaign.decodedParameters()
        var lines = [
            "Du \(campaign.startsOn.french) au \(campaign.endsOn.french) ; état : \(CodeWords.state(campaign.state)).",
            "Maladies déléguées : \(parameters.delegatedDiseases.map(\.rawValue).joined(separator: ", ")).",
        ]
        if let closedOn = campaign.closedOn { lines.append("Close le \(closedOn.french).") }
        for (name, reason) in parameters.justifications.sorted(by: { $0.key < $1.key }) {
            lines.append("Paramètre « \(name) » : \(reason)")
        }
        lines.append(earlier.map { "Comparée à \($0.title)." } ?? "Pas de campagne antérieure à comparer.")
        return lines
    }
}

/// The values of the balance in words, where they are not official codes.
private enum BalanceWords {
    static func value(_ count: BalanceCount) -> String {
        switch (count.section, count.value) {
        case ("interventions", "planned"): "prévues"
        case ("interventions", "withdrawn"): "retirées"
        case ("plans", let matrix): Matrix(rawValue: matrix).map(CodeWords.matrix) ?? matrix
        default: count.value
        }
    }
}

private struct BalanceKey: Hashable {
    let section: String
    let disease: String
    let value: String

    init(_ count: BalanceCount) { (section, disease, value) = (count.section, count.disease, count.value) }
}

extension CampaignBalance.Outcome {
    package var markdown: String {
        let rows = [table.columns, table.columns.map { _ in "---" }] + table.rows
        let lines = rows.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" }
        return "# \(title)\n\n" + context.map { "- \($0)\n" }.joined() + "\n" + lines.joined(separator: "\n") + "\n"
    }

    package func pdf() throws -> [UInt8] {
        let print = ReportPrint(
            title: title, issuer: Party(issuer), day: day,
            blocks: [
                .heading("Contexte", level: 1), .bullets(context), .heading("Réalisation et résultats", level: 1),
                .table(ReportTable(columns: table.columns.map { .init($0) }, rows: table.rows)),
            ],
            foot: "Instruction technique DGAL/SDSPA/2020-653, point 11.4.2")
        return try Documents.pdf(PrintJob(title: title, author: issuer, day: day), [print])
    }
}
