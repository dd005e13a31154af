import Kernel
import Prophylaxis
import Store

extension Connection {
    /// The figures of one campaign: counts, rates per disease, and the share of non-negatives by category of herd.
    func yearFigures(_ campaign: CampaignRow, _ seesRawMilk: Bool) throws -> [BalanceFigure] {
        let counts = try balance(of: BalanceScope(campaign, until: campaign.deadlines().computationUntil))
        var figures = counts.map { count in
            BalanceFigure(
                key: BalanceKey(section: count.section, disease: count.disease, value: count.value),
                text: String(count.count))
        }
        func total(_ section: String, _ disease: Disease) -> Int? {
            counts.first { $0.section == section && $0.disease == disease.rawValue }?.count
        }
        for disease in Disease.allCases {
            guard let tested = total("testes", disease) else { continue }
            let rates = [
                ("taux_realisation", tested, total("demandes", disease) ?? 0),
                ("taux_non_negatifs", total("non_negatifs", disease) ?? 0, tested),
            ]
            for (section, part, whole) in rates where whole > 0 {
                figures.append(
                    BalanceFigure(
                        key: BalanceKey(section: section, disease: disease.rawValue, value: ""),
                        text: Percent.french(part, of: whole, decimals: 2)))
            }
        }
        for category in [HerdCategory.link, .risk, .rank] {
            for share in try shares(of: campaign.id, by: category, seesRawMilk: seesRawMilk) where share.tested > 0 {
                figures.append(
                    BalanceFigure(
                        key: BalanceKey(
                            section: "part_\(CategoryWords.column(category))", disease: share.disease.rawValue,
                            value: share.value), text: share.text))
            }
        }
        return figures
    }
}

extension CategoryShare {
    /// `3/412 (0,72 %)`
    var text: String { "\(nonNegative)/\(tested) (\(Percent.french(nonNegative, of: tested, decimals: 2)))" }
}
