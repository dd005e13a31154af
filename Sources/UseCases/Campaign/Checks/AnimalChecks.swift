import Kernel
import Prophylaxis

extension SetupCheck {
    /// 3.5, «autres erreurs sur les animaux à tester».
    static let animals: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-80"]) { facts in
            [
                SetupRemark(.ageLimit, .warning, on: facts.oddAgeLimits()),
                SetupRemark(
                    .herdWithoutCattle, .warning,
                    on: facts.names(facts.herds) {
                        facts.isInside($0) && facts.herdsWithoutCattle.contains($0.herd.id)
                    }),
            ].compactMap { $0 }
        }
    ]
}

extension SetupFacts {
    /// Age limits that contradict each other, and zones of communes that the department does not have.
    fileprivate func oddAgeLimits() -> [String] {
        let tuberculin = parameters.tuberculin
        var odd: [String] = []
        if tuberculin.riskHerdAgeMonths > tuberculin.minimumAgeMonths { odd.append("tuberculin.riskHerdAgeMonths") }
        for (insee, months) in tuberculin.ageMonthsByCommune.sorted(by: { $0.key < $1.key }) {
            if communeNames[insee] == nil || months > tuberculin.minimumAgeMonths {
                odd.append("tuberculin.ageMonthsByCommune.\(insee)")
            }
        }
        for insee in tuberculin.methodByCommune.keys.sorted() where communeNames[insee] == nil {
            odd.append("tuberculin.methodByCommune.\(insee)")
        }
        return odd
    }
}
