import Kernel
import Prophylaxis
import Store

extension SetupCheck {
    /// 3.5 and 5.5: the screening rhythm of communes and herds.
    static let screening: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-73"]) { facts in
            [
                SetupRemark(.screeningUndefined, .refused, on: facts.undefinedRhythms()),
                SetupRemark(.screeningPhase, .warning, on: facts.impossiblePhases()),
            ].compactMap { $0 }
        },
        SetupCheck(.validation, ["PRO-100"]) { facts in
            let herds = facts.names(facts.herds) { setup in
                guard setup.inclusion.included else { return false }
                guard let insee = setup.herd.insee else { return true }
                return facts.communeNames[insee] == nil
            }
            let communes = facts.communeRhythms.keys.filter { facts.communeNames[$0] == nil }.sorted()
            return [SetupRemark(.communeWrong, .warning, on: herds + communes)].compactMap { $0 }
        },
        SetupCheck(.execution, ["PRO-107"]) { facts in
            let share = facts.leukosisMilkShare()
            guard share.isUneven else { return [] }
            return [
                SetupRemark(.milkYearsUneven, .warning, ("due", String(share.due)), ("herds", String(share.herds)))
            ]
        },
    ]
}

extension SetupFacts {
    /// `63001 Ambert BRU (12)`: commune, disease, number of herds; herds without commune by themselves.
    fileprivate func undefinedRhythms() -> [String] {
        var counts: [String: Int] = [:]
        var alone: [String] = []
        for setup in herds where setup.inclusion.included {
            for disease in Disease.allCases where setup.ranks[disease]?.reason == .undefined {
                if let insee = setup.herd.insee {
                    counts["\(insee) \(communeNames[insee] ?? "") \(disease.rawValue)", default: 0] += 1
                } else {
                    alone.append("\(setup.herd.reference) \(disease.rawValue)")
                }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" } + alone
    }

    fileprivate func impossiblePhases() -> [String] {
        func isImpossible(_ rhythm: ScreeningRank.Rhythm) -> Bool {
            rhythm.phase >= max(1, rhythm.intervalYears)
        }
        let communes = communeRhythms.flatMap { insee, rhythms in
            rhythms.filter { isImpossible($0.value) }.map { "\(insee) \($0.key.rawValue)" }
        }
        let own = herds.flatMap { setup in
            setup.herd.rhythms.filter { isImpossible($0.value) }.map { "\(setup.herd.reference) \($0.key.rawValue)" }
        }
        return communes.sorted() + own.sorted()
    }

    /// Herds whose leukosis milk is looked at every n-th year: how many there are, and how many this year.
    fileprivate func leukosisMilkShare() -> (herds: Int, due: Int, isUneven: Bool) {
        var (total, due, fair) = (0, 0, 0)
        for setup in herds where setup.inclusion.included && setup.herd.milkDelivery == .dairy {
            guard setup.herd.has(.bloodTestExemption, of: .leukosis) else { continue }
            let rhythm = setup.herd.rhythms[.leukosis] ?? setup.herd.insee.flatMap { communeRhythms[$0]?[.leukosis] }
            guard let rhythm, rhythm.intervalYears > 1 else { continue }
            total += 1
            due += setup.ranks[.leukosis]?.due == true ? 1 : 0
            // One herd in n, counted in 5040ths, which 1 to 10 divide.
            fair += 5040 / rhythm.intervalYears
        }
        // More than twice the even share: the years are not spread.
        return (total, due, total >= 10 && due * 5040 > 2 * fair)
    }
}
