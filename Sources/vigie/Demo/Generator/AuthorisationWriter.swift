import Exchange
import Kernel
import Prophylaxis
import Register

/// What the authority has decided on some herds: exemptions from blood tests, raw milk, risks, suspensions.
struct AuthorisationWriter {
    private let plan: DemoPlan

    init(_ plan: DemoPlan) { self.plan = plan }

    func rows(_ holdings: [DemoHolding]) -> [AuthorisationRow] {
        var chance = plan.chance(.authorisations)
        var rows: [AuthorisationRow] = []
        for (index, holding) in holdings.enumerated() {
            for herd in holding.kind.herds {
                // Nearly every dairy herd is screened in its bulk milk.
                if herd.herdClass == .dairy, chance.chance(960) {
                    for disease in [Disease.brucellosis, .leukosis] {
                        rows.append(row(holding, herd.code, .bloodTestExemption, disease, (2016, index)))
                    }
                }
                if herd.herdClass == .dairy, chance.chance(15) {
                    rows.append(row(holding, herd.code, .rawMilkSale, nil, (2019, index)))
                }
                if herd.herdClass == .beef, chance.chance(4) {
                    rows.append(row(holding, herd.code, .specificRisk, .tuberculosis, (2024, index)))
                }
                if herd.herdClass == .beef, chance.chance(1) {
                    rows.append(row(holding, herd.code, .repopulated, .brucellosis, (2024, index)))
                }
                if herd.herdClass == .fatteningDerogatory {
                    rows.append(row(holding, herd.code, .fatteningDerogation, nil, (2020, index)))
                }
            }
            if holding.kind == .beef, chance.chance(2) {
                rows.append(row(holding, nil, .suspension, .tuberculosis, (2025, index)))
            }
        }
        return rows
    }

    private func row(
        _ holding: DemoHolding, _ herd: String?, _ kind: AuthorisationKind, _ disease: Disease?,
        _ decision: (year: Int, number: Int)
    ) -> AuthorisationRow {
        var row = AuthorisationRow(
            holding: holding.number, herd: herd, kind: kind, disease: disease, since: day(decision.year, 6, 1))
        row.reference = "Décision fictive \(decision.year)-\(padded(decision.number + 1, 5))"
        return row
    }
}
