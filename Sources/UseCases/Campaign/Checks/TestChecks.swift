import Kernel
import Prophylaxis
import Store

extension SetupCheck {
    /// 3.5: tests and matrices.
    static let tests: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-74"]) { facts in
            let plans = facts.differingPlans()
            return [
                SetupRemark(.wrongTest, .refused, on: facts.parameters.impossibleMethods),
                SetupRemark(.wrongTest, .warning, on: plans.methods),
                SetupRemark(.wrongMatrix, .warning, on: plans.matrices),
            ].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-48"]) { facts in
            let both = facts.interventions.values.filter { row in
                let rows = facts.plans[row.id] ?? []
                return Set(rows.map(\.disease)).count < rows.count
            }
            return [SetupRemark(.bothMatrices, .refused, on: both.map(\.number).sorted())].compactMap { $0 }
        },
    ]
}

extension SetupFacts {
    /// Plans of the executed campaign whose test or matrix is not what the set-up asks for now.
    fileprivate func differingPlans() -> (methods: [String], matrices: [String]) {
        var (methods, matrices): ([String], [String]) = ([], [])
        for setup in herds {
            guard let row = interventions[setup.herd.id], row.state == .planned else { continue }
            for plan in plans[row.id] ?? [] {
                guard let due = setup.plan(for: plan.disease) else { continue }
                let name = "\(setup.herd.reference) \(plan.disease.rawValue)"
                if due.matrix != plan.matrix {
                    matrices.append("\(name) (\(CodeWords.matrix(plan.matrix)))")
                } else if due.method != plan.method {
                    methods.append("\(name) (\(plan.method.rawValue))")
                }
            }
        }
        return (methods, matrices)
    }
}

extension CampaignParameters {
    /// Methods set for a disease that they do not detect, by parameter.
    fileprivate var impossibleMethods: [String] {
        let skin: [TestMethod] = [.simpleSkin, .comparativeSkin]
        let single: [(String, TestMethod, [TestMethod])] = [
            ("brucellosisMethod", brucellosisMethod, [.bufferedAntigen, .elisa]),
            ("leukosisMethod", leukosisMethod, [.elisa]),
            ("tuberculin.method", tuberculin.method, skin),
        ]
        let zones = tuberculin.methodByCommune.sorted { $0.key < $1.key }.map {
            ("tuberculin.methodByCommune.\($0.key)", $0.value, skin)
        }
        return (single + zones).filter { !$0.2.contains($0.1) }.map { "\($0.0) = \($0.1.rawValue)" }
    }
}
