import Exchange
import Kernel
import Prophylaxis
import Register

extension SetupCheck {
    /// The technical convention, and what departs from the national specification.
    static let convention: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-12", "PRO-92"]) { facts in
            guard let convention = facts.convention else { return [SetupRemark(.conventionMissing, .warning)] }
            return [SetupRemark(.conventionIncomplete, .warning, on: facts.missingParts(of: convention))]
                .compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-64", "PRO-58"]) { facts in
            guard let convention = facts.convention else { return [] }
            let missing = facts.programmedDiseases.filter { convention.orders[$0.rawValue]?.isEmpty ?? true }
            return [SetupRemark(.orderMissing, .warning, on: missing.map(\.rawValue))].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-63"]) { facts in
            guard let convention = facts.convention else { return [] }
            let campaign = Set(facts.parameters.delegatedDiseases)
            let differing = campaign.symmetricDifference(convention.delegatedDiseases).sorted()
            return [SetupRemark(.delegationDiffers, .refused, on: differing.map(\.rawValue))].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-50"]) { facts in
            guard !facts.isExecuted else { return [] }
            let verified = facts.settingsVerifiedOn.map { $0 > facts.campaign.startsOn.adding(months: -12) } ?? false
            return verified ? [] : [SetupRemark(.settingsNotVerified, .warning)]
        },
        SetupCheck(.creation, ["PRO-13"]) { facts in
            let departing = try facts.parameters.deviations().filter { !$0.isJustified }
            return [SetupRemark(.deviationUnjustified, .refused, on: departing.map(\.entry.name))].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-141"]) { facts in
            guard !facts.isExecuted else { return [] }
            let (own, shared) = (try facts.parameters.json(), try facts.parameters.taking(facts.regionalRules).json())
            let differing = RegionalRules.entries.map(\.name).filter { own.value(at: $0) != shared.value(at: $0) }
            return [SetupRemark(.regionalDiffers, .warning, on: differing)].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-70"]) { facts in
            let special: [HerdClass] = [.bullRanch, .summerPasture, .vealSelection]
            let present = special.filter { kind in facts.herds.contains { $0.isProgrammed && $0.herd.herdClass == kind }
            }
            let rules = facts.convention?.classRules ?? [:]
            let missing = present.filter { rules[$0.rawValue]?.isEmpty ?? true }
            return [SetupRemark(.classRulesMissing, .warning, on: missing.map(\.french))].compactMap { $0 }
        },
    ]
}

extension SetupFacts {
    /// Diseases that some herd is tested for.
    var programmedDiseases: [Disease] {
        Disease.allCases.filter { disease in herds.contains { $0.isProgrammed && $0.plan(for: disease) != nil } }
    }

    fileprivate func missingParts(of convention: Convention) -> [String] {
        let steps = (1...11).map(String.init).filter { convention.delegation[$0] == nil }
        let hasBlood = herds.contains { $0.isProgrammed && $0.plans.plans.contains { $0.matrix == .blood } }
        let parts: [(String, Bool)] = [
            ("délégation des étapes \(steps.joined(separator: ", "))", !steps.isEmpty),
            ("convention quadripartite (sang)", hasBlood && convention.quadripartite == nil),
            ("convention tripartite (lait)", hasMilk && convention.tripartite == nil),
            ("délai de transmission des arrêtés", convention.orderTransmissionDays == nil),
        ]
        return parts.filter(\.1).map(\.0)
    }
}

/// A parameter that departs from the national value.
package struct ParameterDeviation: Sendable {
    package let entry: ParameterEntry
    package let isJustified: Bool
}

extension CampaignParameters {
    /// Values that are neither the national ones nor the department's own by nature (PRO-13).
    package func deviations() throws -> [ParameterDeviation] {
        let own = try json()
        let national = try CampaignParameters(department: department, prophylaxisYear: prophylaxisYear).json()
        return ParameterCatalogue.entries.compactMap { entry in
            guard !entry.isLocal, own.value(at: entry.name) != national.value(at: entry.name) else { return nil }
            let reason = justifications[entry.name] ?? ""
            return ParameterDeviation(entry: entry, isJustified: !reason.isEmpty)
        }
    }
}
