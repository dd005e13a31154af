import Documents
import Kernel
import Prophylaxis
import Store

/// The campaign report (*bilan*): context, set-up in words, work done and results, what was not done and why,
/// malfunctions, beside last year's (PRO-286, PRO-287). Reading it changes nothing.
package struct CampaignBalance: UseCase {
    package struct Outcome: Sendable {
        package let title: String
        package let context: [String]
        package let parameters: [String]
        /// Strengths and difficulties, in the words of who writes the report.
        package let remarks: [String]
        /// Every figure: section, disease, value, number, and last year's number.
        package let table: ListTable
        let issuer: Party
        let day: Day
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector
    package let remarks: [String]

    package init(selector: CampaignSelector, remarks: [String] = []) {
        self.selector = selector
        self.remarks = remarks.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        let (issuer, facts) = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            let seesRawMilk = try connection.seesRawMilk(context.actor, in: campaign.department)
            let earlier = try connection.campaign(
                before: campaign.prophylaxisYear, department: campaign.department, name: campaign.name)
            let facts = BalanceFacts(
                campaign: campaign, earlier: earlier, now: try connection.yearFigures(campaign, seesRawMilk),
                before: try earlier.map { try connection.yearFigures($0, seesRawMilk) } ?? [],
                lastResults: try connection.lastResults(of: campaign.id))
            return (try connection.issuer(for: context.actor), facts)
        }
        return Outcome(
            title: "Bilan de la campagne \(facts.campaign.title)", context: try facts.context,
            parameters: try facts.localParameters, remarks: remarks, table: facts.table,
            issuer: issuer, day: context.today)
    }
}

/// One figure of the balance as a cell: a number, or a share of two.
struct BalanceFigure: Sendable {
    let key: BalanceKey
    let text: String
}

struct BalanceKey: Hashable, Sendable {
    let section: String
    let disease: String
    let value: String

    /// What stands where a year has no such figure: nothing counted is 0, no share is no figure.
    var absent: String { section.hasPrefix("taux_") || section.hasPrefix("part_") ? "—" : "0" }
}

struct BalanceFacts: Sendable {
    let campaign: CampaignRow
    let earlier: CampaignRow?
    let now: [BalanceFigure]
    let before: [BalanceFigure]
    let lastResults: [(disease: String, on: Day)]

    /// What only last year had is part of the comparison too. Sections keep their order.
    var table: ListTable {
        let last = Dictionary(before.map { ($0.key, $0.text) }) { first, _ in first }
        let current = Set(now.map(\.key))
        var rows = now.map { cells($0.key, $0.text, last[$0.key] ?? $0.key.absent) }
        rows += before.filter { !current.contains($0.key) }.map { cells($0.key, $0.key.absent, $0.text) }
        let order = BalanceWords.sections.enumerated().map { ($0.element.code, $0.offset) }
        let position = Dictionary(order) { first, _ in first }
        let sorted = rows.enumerated().sorted { left, right in
            let places = [left, right].map { position[$0.element[0]] ?? position.count }
            return places[0] == places[1] ? left.offset < right.offset : places[0] < places[1]
        }
        var columns = ["rubrique", "maladie", "valeur", "nombre"]
        if let earlier { columns.append(String(earlier.prophylaxisYear)) }
        return ListTable(columns: columns, rows: sorted.map(\.element))
    }

    private func cells(_ key: BalanceKey, _ number: String, _ last: String) -> [String] {
        [key.section, key.disease, BalanceWords.value(key), number] + (earlier == nil ? [] : [last])
    }

    var context: [String] {
        get throws {
            let parameters = try campaign.decodedParameters()
            let delegated = parameters.delegatedDiseases.map(\.rawValue).joined(separator: ", ")
            var lines = [
                "Du \(campaign.startsOn.french) au \(campaign.endsOn.french) ; état : "
                    + "\(CodeWords.state(campaign.state)).",
                "Maladies déléguées : \(delegated.isEmpty ? "aucune" : delegated).",
            ]
            if let closedOn = campaign.closedOn { lines.append("Close le \(closedOn.french).") }
            if !lastResults.isEmpty {
                let days = lastResults.map { "\($0.disease) le \($0.on.french)" }.joined(separator: ", ")
                lines.append("Derniers résultats intégrés : \(days).")
            }
            lines.append(earlier.map { "Comparée à \($0.title)." } ?? "Pas de campagne antérieure à comparer.")
            return lines
        }
    }

    /// What departs from the national set-up, in words with its reason (PRO-13).
    var localParameters: [String] {
        get throws {
            let parameters = try campaign.decodedParameters()
            let values = try parameters.json()
            let lines = try parameters.deviations().map { deviation in
                let entry = deviation.entry
                let value = ParameterWords.text(of: values.value(at: entry.name) ?? .null, entry.format)
                let own = parameters.justifications[entry.name] ?? ""
                let reason = parameters.regional[entry.name].map { "paramètre régional, région \($0) : \(own)" } ?? own
                return "\(entry.label) : \(value)\(reason.isEmpty ? "" : " (\(reason))")."
            }
            return lines.isEmpty
                ? ["Toutes les valeurs sont nationales."] : lines + ["Les autres valeurs sont nationales."]
        }
    }
}
