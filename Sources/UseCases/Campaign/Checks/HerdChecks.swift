import Kernel
import Prophylaxis
import Register

extension SetupCheck {
    /// 3.5 and 5.5: herds that should not be in the campaign, or should.
    static let herdSelection: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-75"]) { facts in
            [
                SetupRemark(.authorisationIncomplete, .warning, on: facts.herdsWithIncompleteDelegation()),
                SetupRemark(
                    .herdOfAuthority, .refused,
                    on: facts.names(facts.herds) { $0.isProgrammed && facts.herdsOfAuthorities.contains($0.herd.id) }),
            ].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-76"]) { facts in
            let inside = facts.herds.filter { setup in
                let isExempt = setup.herd.herdClass == .fatteningDerogatory || setup.herd.has(.fatteningDerogation)
                return isExempt && facts.isInside(setup)
            }
            // By its class it is a mistake; by its name, or once programmed, someone decided it.
            return [
                SetupRemark(
                    .fatteningIncluded, .refused,
                    on: facts.names(inside) { $0.inclusion.reasons.first == .classIncluded }),
                SetupRemark(
                    .fatteningIncluded, .warning,
                    on: facts.names(inside) { $0.inclusion.reasons.first != .classIncluded }),
            ].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-78", "PRO-82"]) { facts in
            let inside = facts.names(facts.herds) { $0.herd.has(.requalification) && facts.isInside($0) }
            return [SetupRemark(.requalificationIncluded, .warning, on: inside)].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-79", "PRO-83"]) { facts in
            let omitted = facts.herds.filter { setup in
                guard setup.inclusion.reasons.first != .closed else { return false }
                return !setup.herd.riskDiseases.allSatisfy { setup.inclusion.included && setup.plan(for: $0) != nil }
            }
            // Left out by name, or for a requalification of its own: someone knows.
            func isDecided(_ setup: HerdSetup) -> Bool {
                let reasons = setup.inclusion.reasons
                return reasons.contains(.excludedByName) || reasons.contains(.requalification)
            }
            return [
                SetupRemark(.riskHerdOmitted, .refused, on: facts.names(omitted) { !isDecided($0) }),
                SetupRemark(.riskHerdOmitted, .warning, on: facts.names(omitted, where: isDecided)),
            ].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-68"]) { facts in
            let known = Set(facts.herds.filter { $0.inclusion.reasons.first != .closed }.map(\.herd.reference))
            let named = facts.parameters.includedHerds + facts.parameters.excludedHerds
            let unknown = Set(named).subtracting(known).sorted()
            return [SetupRemark(.namedHerdUnknown, .warning, on: unknown.map(\.description))].compactMap { $0 }
        },
        SetupCheck(.validation, ["PRO-102"]) { facts in
            let gone: [HerdInclusion.Reason] = [.closed, .requalification, .excludedByName]
            let missing = facts.herds.filter { setup in
                guard facts.herdsOfLastCampaign.contains(setup.herd.id), !setup.inclusion.included else { return false }
                return !(setup.inclusion.reasons.first.map(gone.contains) ?? false)
            }
            let named = missing.map { setup in
                let reason = setup.inclusion.reasons.first.map(CodeWords.inclusion) ?? ""
                return "\(setup.herd.reference) (\(reason))"
            }
            return [SetupRemark(.herdMissing, .warning, on: named)].compactMap { $0 }
        },
    ]
}

extension SetupFacts {
    /// In the campaign: by the rules before the execution, by a planned intervention after it.
    func isInside(_ setup: HerdSetup) -> Bool {
        isExecuted ? interventions[setup.herd.id]?.state == .planned : setup.isProgrammed
    }

    /// Where the department says herd by herd what is delegated, the herds for which it did not.
    fileprivate func herdsWithIncompleteDelegation() -> [String] {
        let used = Set(herdsWithDelegation.values.flatMap { $0 }).intersection(parameters.delegatedDiseases)
        guard !used.isEmpty else { return [] }
        return programmed.compactMap { setup in
            let missing = used.subtracting(herdsWithDelegation[setup.herd.id] ?? []).sorted()
            guard !missing.isEmpty else { return nil }
            return "\(setup.herd.reference) (\(missing.map(\.rawValue).joined(separator: ", ")))"
        }
    }
}
