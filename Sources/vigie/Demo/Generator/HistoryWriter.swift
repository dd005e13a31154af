import Exchange
import Kernel
import Prophylaxis

/// Writes the bundle of last year's campaign, as a department takes it over from its former system.
struct HistoryWriter {
    let plan: DemoPlan
    let parties: DemoParties
    let folder: String

    private var year: Int { plan.prophylaxisYear - 1 }
    private var start: Day { day(year - 1, 10, 1) }

    private struct Rows {
        var interventions: [InterventionRow] = []
        var plans: [TestPlanRow] = []
        var evaluations: [EvaluationRow] = []
        var reports: [InspectionReportRow] = []
        var followUps: [FollowUpRow] = []
    }

    func write(_ holdings: [DemoHolding]) throws {
        var rows = Rows()
        var chance = plan.chance(.history)
        for holding in holdings where holding.size > 0 {
            for herd in holding.kind.herds where herd.herdClass == .dairy || herd.herdClass == .beef {
                add(holding, herd.code, isDairy: herd.herdClass == .dairy, &rows, &chance)
            }
        }
        var bundle = try BundleWriter(folder: folder, format: .history)
        try bundle.write(rows.interventions)
        try bundle.write(rows.plans)
        try bundle.write(rows.evaluations)
        try bundle.write(rows.reports)
        try bundle.write(rows.followUps)
        try bundle.finish(
            kind: .full, extractedOn: plan.extractedOn, department: plan.department, source: plan.source)
    }

    private func add(
        _ holding: DemoHolding, _ herd: String, isDairy: Bool, _ rows: inout Rows, _ chance: inout SplitMix64
    ) {
        let number = String(year) + padded(rows.interventions.count + 1, 8)
        // The same season as this year's, a few days earlier or later.
        let wave = plan.isEarly(holding.practice) ? day(year - 1, 10, 15) : day(year, 1, 5)
        let visit = holding.number.day(plan, from: wave).adding(days: chance.within(-6...6))
        let value: EvaluationValue =
            chance.chance(950) ? .compliant : chance.chance(900) ? .administrativeNonCompliance : .sanitaryNonCompliance
        var intervention = InterventionRow(
            number: number, campaign: "\(year - 1)-\(year)", campaignStart: start, campaignEnd: day(year, 4, 30),
            holding: holding.number, herd: herd, kind: .main)
        intervention.orderNumber = parties.veterinarians[holding.veterinarian].orderNumber
        if !isDairy { (intervention.firstVisit, intervention.lastVisit) = (visit, visit) }
        rows.interventions.append(intervention)
        // A fifth of the females older than two years, ten at least; bulk milk counts as one.
        let requested = isDairy ? 1 : max(1, min(holding.size * 45 / 100, max(10, holding.size * 9 / 100)))
        let tested = value == .administrativeNonCompliance ? requested / 2 : requested
        let nonNegative = value == .sanitaryNonCompliance ? 1 : 0
        var testPlan = TestPlanRow(
            intervention: number, disease: .brucellosis, method: isDairy ? .elisa : .bufferedAntigen,
            matrix: isDairy ? .milk : .blood)
        testPlan.laboratory = isDairy ? DemoParties.dairyLaboratory : DemoParties.laboratory
        if isDairy { testPlan.milkMonth = 11 }
        (testPlan.requested, testPlan.tested, testPlan.nonNegative) = (requested, tested, nonNegative)
        rows.plans.append(testPlan)
        for disease in Disease.allCases {
            var row = EvaluationRow(
                intervention: number, disease: disease, evaluation: disease == .brucellosis ? value : .withoutObject)
            row.status = disease == .brucellosis ? status(value) : .withoutObject
            if disease == .brucellosis {
                (row.requested, row.tested, row.nonNegative) = (requested, tested, nonNegative)
            }
            rows.evaluations.append(row)
        }
        report(number, value, &rows, &chance)
    }

    private func report(
        _ number: String, _ value: EvaluationValue, _ rows: inout Rows, _ chance: inout SplitMix64
    ) {
        let reported: ReportValue =
            switch value {
            case .compliant: .compliant
            case .sanitaryNonCompliance: .sanitaryNonCompliance
            default: .administrativeNonCompliance
            }
        var report = InspectionReportRow(
            number: "RI-\(plan.department)-\(number)", version: 1, intervention: number, value: reported,
            issuedOn: day(year, 5, 16))
        (report.issuer, report.inspector) = (DemoParties.section, "Denis Orcival")
        rows.reports.append(report)
        guard reported != .compliant else { return }
        let code: FollowUpCode =
            reported == .sanitaryNonCompliance ? .suspension : chance.chance(700) ? .warning : .none
        rows.followUps.append(FollowUpRow(intervention: number, code: code, decidedOn: day(year, 6, 2)))
    }

    private func status(_ value: EvaluationValue) -> Status {
        switch value {
        case .compliant: .withoutAnomaly
        case .sanitaryNonCompliance: .sanitaryAnomaly
        default: .administrativeAnomaly
        }
    }
}

extension DemoPlan {
    /// Whether a practice visits its herds before winter.
    func isEarly(_ practice: Int) -> Bool {
        var chance = SplitMix64(seed: seed, stream: Stream.waves.rawValue << 32 | UInt64(practice))
        return practice == 0 || chance.chance(600)
    }
}

extension HoldingNumber {
    /// When the veterinarian comes to a holding: within the two months that a document is valid.
    func day(_ plan: DemoPlan, from start: Day) -> Day {
        var chance = SplitMix64(seed: plan.seed, stream: (UInt64(description) ?? 0) << 8)
        return start.adding(days: 4 + chance.below(37))
    }
}
