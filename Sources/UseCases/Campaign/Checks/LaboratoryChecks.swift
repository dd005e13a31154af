import Kernel
import Prophylaxis
import Store

extension SetupCheck {
    /// 4.5, and the approval that 4.4 and 9.4.1 ask for.
    static let laboratories: [SetupCheck] = [
        SetupCheck(.laboratories, ["PRO-93"]) { facts in
            let differing = facts.bloodDiseases.filter { disease in
                guard let agreed = facts.convention?.laboratories[disease.rawValue] else { return false }
                return facts.parameters.laboratories[disease.rawValue] != agreed.code
            }
            return [SetupRemark(.laboratoryDiffers, .warning, on: differing.map(\.rawValue))].compactMap { $0 }
        },
        SetupCheck(.laboratories, ["PRO-94"], executed: true) { facts in
            let without = facts.herds.compactMap { setup -> String? in
                guard let row = facts.interventions[setup.herd.id], row.state == .planned else { return nil }
                let open = (facts.plans[row.id] ?? []).filter { $0.matrix == .blood && $0.laboratory == nil }
                guard !open.isEmpty else { return nil }
                return "\(setup.herd.reference) (\(open.map(\.disease.rawValue).joined(separator: ", ")))"
            }
            return [SetupRemark(.planWithoutLaboratory, .warning, on: without)].compactMap { $0 }
        },
        SetupCheck(.laboratories, ["PRO-95"]) { facts in
            let labels = facts.bloodDiseases.filter { disease in
                guard let agreed = facts.convention?.laboratories[disease.rawValue],
                    let laboratory = facts.laboratory(of: disease), laboratory.code == agreed.code
                else { return false }
                return laboratory.name != agreed.name
            }
            return [
                SetupRemark(.laboratoryLabel, .warning, on: labels.map(\.rawValue)),
                SetupRemark(.documentLaboratory, .warning, on: facts.interventionsWithOutdatedLaboratory),
            ].compactMap { $0 }
        },
        SetupCheck(.laboratories, ["PRO-167", "PRO-88"]) { facts in
            let set = Disease.allCases.filter { facts.parameters.laboratories[$0.rawValue] != nil }
            let unknown = set.filter { facts.laboratory(of: $0) == nil }
            let unapproved = set.filter { disease in
                facts.laboratory(of: disease).map { !$0.canAnalyseBlood(of: disease) } ?? false
            }
            func name(_ disease: Disease) -> String {
                "\(disease.rawValue) (\(facts.parameters.laboratories[disease.rawValue] ?? ""))"
            }
            return [
                SetupRemark(.laboratoryUnknown, .refused, on: unknown.map(name)),
                SetupRemark(.laboratoryNotApproved, .refused, on: unapproved.map(name)),
            ].compactMap { $0 }
        },
        SetupCheck(.validation, ["PRO-101"]) { facts in
            let without = facts.bloodDiseases.filter { facts.parameters.laboratories[$0.rawValue] == nil }
            return [SetupRemark(.setupWithoutLaboratory, .warning, on: without.map(\.rawValue))].compactMap { $0 }
        },
    ]
}

extension SetupFacts {
    /// Diseases that some herd is tested for in blood.
    fileprivate var bloodDiseases: [Disease] {
        programmedDiseases.filter { disease in
            herds.contains { $0.isProgrammed && $0.plan(for: disease)?.matrix == .blood }
        }
    }
}

extension LaboratoryRow {
    package func canAnalyseBlood(of disease: Disease) -> Bool {
        !isDairyLaboratory && approvedDiseases.contains(disease)
    }
}
