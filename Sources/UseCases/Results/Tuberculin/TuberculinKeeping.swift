import Exchange
import Kernel
import Programmes
import Prophylaxis
import Store

/// Stores one report with all that is said of it; called inside a transaction.
struct TuberculinKeeping {
    let desk: ResultDesk
    let run: Int64?
    let fictitious: Bool
    let connection: Connection

    struct Kept {
        let concerned: ConcernedIntervention
        let findings: [Finding]
    }

    /// - Throws: `Refused` when the report belongs to no intervention with a tuberculin plan.
    func keep(_ input: TuberculinInput, id: Int64, at place: Place?) throws -> Kept {
        let concerned = try connection.open(input.intervention, .tuberculosis, desk.department)
        guard try !connection.matrices(of: concerned).isEmpty else {
            throw Refused(
                ResultsFinding.planUnknown, ["intervention": input.intervention, "animal": "-", "disease": "TUB"])
        }
        var report = NewTuberculinReport(
            id: id, in: (concerned.campaign, concerned.intervention), method: input.method,
            injectedOn: input.injectedOn, receivedOn: input.receivedOn)
        let count = try TuberculinCount.decide(.init(descriptors: input.counts), NoParameters())
        report.readOn = input.readOn
        report.subjective = input.subjective
        report.approvedModel = input.approvedModel
        report.incomplete = !input.missing.isEmpty
        report.consistent = count.consistent
        report.counts = input.counts
        report.run = run
        report.comment = input.comment
        report.veterinarian = try input.orderNumber.flatMap { try connection.veterinarianID(orderNumber: $0) }
        var findings = judge(input, count, at: place)
        if input.method == SkinMethodCode.comparative.rawValue,
            try connection.hasNonNegativeReport(of: concerned, before: input.injectedOn)
        {
            findings.append(
                Finding(
                    ResultsFinding.recheckInProphylaxis, .warning, at: place,
                    ["intervention": input.intervention, "date": input.injectedOn.french]))
        }
        let animals = try input.animals.map { animal in try named(animal, input, at: place, &findings) }
        let who = (desk.context.actor.login, desk.context.now)
        let former = try connection.store(report, animals, by: who)
        try alert(input, concerned)
        try alertRemoval(of: former, by: animals, input, concerned)
        try record(findings, input, concerned)
        return Kept(concerned: concerned, findings: findings)
    }

    private func judge(_ input: TuberculinInput, _ count: TuberculinCount.Decision, at place: Place?) -> [Finding] {
        var findings: [Finding] = []
        func tell(_ code: ResultsFinding, _ facts: KeyValuePairs<String, String>) {
            let all = [Finding.Fact("intervention", input.intervention)] + facts.map { Finding.Fact($0.key, $0.value) }
            findings.append(Finding(code, .warning, at: place, facts: all))
        }
        if !count.consistent { tell(.countsInconsistent, ["tested": String(count.tested)]) }
        if let readOn = input.readOn, readOn < input.injectedOn {
            tell(.readBeforeInjection, ["read": readOn.french, "injected": input.injectedOn.french])
        }
        if !input.approvedModel { tell(.modelNotApproved, [:]) }
        if !input.missing.isEmpty { tell(.reportIncomplete, ["missing": input.missing.joined(separator: ", ")]) }
        let named = input.animals.filter(\.isNonNegative).count
        if named < input.countedNonNegative {
            tell(
                .nonNegativeNotNamed,
                ["counted": String(input.countedNonNegative), "named": String(named)])
        }
        if let readOn = input.readOn, input.receivedOn > ResultDeadlines.tuberculinReportDue(readOn: readOn) {
            tell(.reportLate, ["read": readOn.french, "received": input.receivedOn.french])
        }
        return findings
    }

    /// A non-negative animal is identified in full (PRO-195): country code and its whole number.
    private func named(
        _ animal: TuberculinInput.Animal, _ input: TuberculinInput, at place: Place?, _ findings: inout [Finding]
    ) throws -> NewTuberculinAnimal {
        var number = animal.number
        var known: Int64?
        do throws(NumberFault) {
            number = try AnimalNumber(parsing: animal.number, fictitious: fictitious).description
        } catch {
            if animal.isNonNegative {
                findings.append(
                    Finding(
                        ResultsFinding.numberIncomplete, .warning, at: place,
                        ["intervention": input.intervention, "animal": animal.number]))
            }
        }
        known = try connection.animalID(number: number)
        return NewTuberculinAnimal(
            number: number, animal: known, outcome: animal.outcome, reason: animal.reason, comment: animal.comment)
    }

    /// Decision 3, PRO-180: what is not negative alerts the authority at once.
    private func alert(_ input: TuberculinInput, _ concerned: ConcernedIntervention) throws {
        guard input.isNonNegative else { return }
        try warn(
            "alert-non-negative", input.animals.filter(\.isNonNegative).map(\.number), input, concerned)
    }

    /// Decision 4: a replacement that takes an animal out of those that are not negative waits for the authority.
    private func alertRemoval(
        of former: ReplacedTuberculin, by animals: [NewTuberculinAnimal], _ input: TuberculinInput,
        _ concerned: ConcernedIntervention
    ) throws {
        let still = Set(animals.filter { $0.outcome != SkinOutcomeCode.untested.rawValue }.map(\.number))
        let removed = former.animals.filter { !still.contains($0) }
        guard !removed.isEmpty || (former.isNonNegative && !input.isNonNegative) else { return }
        try warn("replacement-removes-non-negative", removed, input, concerned)
    }

    private func warn(
        _ kind: String, _ animals: [String], _ input: TuberculinInput, _ concerned: ConcernedIntervention
    ) throws {
        let subject = input.injectedOn.description
        let facts = try CanonicalJSON.string([
            "intervention": input.intervention, "injectedOn": subject, "nonNegative": String(input.countedNonNegative),
            "animals": animals.joined(separator: ", "), "matrix": "skin",
        ])
        let alert = ResultAlert(.authority, kind, department: desk.department, subject: subject, facts: facts)
        try connection.warn(
            [concerned.about(alert)] + concerned.contradiction(subject: subject, facts: facts), desk.context)
    }

    /// The malfunctions of Annex 3 (PRO-193 to PRO-195, PRO-218, PRO-314), and the local flag of an incomplete report.
    private func record(
        _ findings: [Finding], _ input: TuberculinInput, _ concerned: ConcernedIntervention
    ) throws {
        let kinds: [String: DysfunctionKind] = [
            ResultsFinding.modelNotApproved.rawValue: .modelNotApproved,
            ResultsFinding.reportIncomplete.rawValue: .reportIncomplete,
            ResultsFinding.numberIncomplete.rawValue: .numberIncomplete,
            ResultsFinding.nonNegativeNotNamed.rawValue: .numberIncomplete,
            ResultsFinding.reportLate.rawValue: .reportLate,
        ]
        let found = Set(findings.compactMap { kinds[$0.code]?.rawValue }).sorted()
        let facts = try CanonicalJSON.string(["injectedOn": input.injectedOn.description])
        let dysfunctions = found.map { kind in
            var dysfunction = Dysfunction(
                kind, department: desk.department, concerned: input.orderNumber, facts: facts)
            (dysfunction.campaign, dysfunction.intervention) = (concerned.campaign, concerned.intervention)
            return dysfunction
        }
        try connection.record(dysfunctions, on: desk.context.today, by: desk.context.actor.login)
    }
}
