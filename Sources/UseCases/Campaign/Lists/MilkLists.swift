import Kernel
import Prophylaxis
import Store

/// Lists for and about dairy laboratories.
extension ListFacts {
    static let milkColumns = ["laboratoire", "mois", "maladie", "producteur", "ede", "atelier", "nom", "intervention"]

    /// The consolidated list of herds to sample for each plan (PRO-106), of one month or of all.
    var milkSections: [CampaignList.Section] {
        let plans = setup.milkPlans.filter { month == nil || $0.month == month }
        return byLaboratory(plans) { plan, producer in
            [
                producer?.laboratoryCode ?? "", plan.month.yearAndMonth, plan.sampling.disease.rawValue,
                producer?.producerNumber ?? "", plan.sampling.holding, plan.setup.herd.reference.herd,
                plan.setup.herd.holdingName, plan.intervention.number,
            ]
        }
    }

    static let reprogramColumns = [
        "laboratoire", "maladie", "producteur", "ede", "atelier", "nom", "intervention", "mois_prevu", "a_prelever_en",
    ]

    /// Programmed up to the month and never sampled: asked for the month after, or in blood once the catch-up is over
    /// (PRO-120, PRO-200).
    var reprogramSections: [CampaignList.Section] {
        let month = month ?? setup.today.firstOfMonth.adding(months: -1)
        let missing = setup.milkPlans.filter { $0.month <= month && setup.milkSamplings[$0.sampling] == nil }
        return byLaboratory(missing) { plan, producer in
            let next = MilkMonth.reprogrammed(after: month, due: plan.month, setup.parameters.milk)
            return [
                producer?.laboratoryCode ?? "", plan.sampling.disease.rawValue, producer?.producerNumber ?? "",
                plan.sampling.holding, plan.setup.herd.reference.herd, plan.setup.herd.holdingName,
                plan.intervention.number, plan.month.yearAndMonth, next?.yearAndMonth ?? "sur sang",
            ]
        }
    }

    static let gapColumns = ["ecart", "maladie", "ede", "atelier", "intervention", "mois"]

    /// What was programmed for the month and not collected, and what was collected in it without being programmed.
    var gapSections: [CampaignList.Section] {
        let month = month ?? setup.today.firstOfMonth.adding(months: -1)
        let next = month.adding(months: 1)
        let missing = setup.milkPlans.filter { $0.month == month && setup.milkSamplings[$0.sampling] == nil }.map {
            [
                "programmé, non collecté", $0.sampling.disease.rawValue, $0.sampling.holding,
                $0.setup.herd.reference.herd, $0.intervention.number, month.yearAndMonth,
            ]
        }
        let programmed = Set(setup.milkPlans.map(\.sampling))
        let extra = setup.milkSamplings.filter { sampling, days in
            !programmed.contains(sampling) && days.last >= month && days.first < next
        }.keys.sorted { ($0.holding, $0.disease) < ($1.holding, $1.disease) }.map {
            ["collecté, non programmé", $0.disease.rawValue, $0.holding, "", "", month.yearAndMonth]
        }
        return [CampaignList.Section(recipient: nil, title: "", rows: missing + extra)]
    }

    /// One section for each laboratory that knows the producer; those that none knows come last.
    private func byLaboratory(
        _ plans: [MilkPlan], _ row: (MilkPlan, ProducerListing?) -> [String]
    ) -> [CampaignList.Section] {
        let known = Dictionary(grouping: producers, by: \.holding)
        var sections: [String: [[String]]] = [:]
        for plan in plans {
            let producers = known[plan.sampling.holding] ?? []
            for producer in producers { sections[producer.laboratoryCode, default: []].append(row(plan, producer)) }
            if producers.isEmpty { sections["", default: []].append(row(plan, nil)) }
        }
        let names = Dictionary(producers.map { ($0.laboratoryCode, $0.laboratoryName) }) { first, _ in first }
        let codes = sections.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
        return codes.map { code in
            CampaignList.Section(
                recipient: code.isEmpty ? nil : code, title: names[code] ?? "sans numéro de producteur",
                rows: sections[code] ?? [])
        }
    }
}
