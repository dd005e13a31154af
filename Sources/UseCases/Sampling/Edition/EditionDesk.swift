import Kernel
import Programmes
import Prophylaxis
import Register
import Store

/// Edits or validates one chunk of documents in one transaction: the facts in, the rules, the decisions out.
struct EditionDesk {
    let connection: Connection
    let batch: EditionBatch
    let auditID: Int64
    private var frozen: FrozenDocumentWriter
    private var outcome = EditionOutcome()
    private var editions: [EditionRow] = []
    private var list = ListChanges()
    private var requests: [AnalysisRequestRow] = []
    private var details: [AuditDetail] = []

    init(_ connection: Connection, _ batch: EditionBatch, auditID: Int64) throws {
        self.connection = connection
        self.batch = batch
        self.auditID = auditID
        frozen = try FrozenDocumentWriter(batch.campaign.parameters)
    }

    /// Does the chunk. Interventions of it that have nothing to do are left as they are.
    static func run(
        _ ids: [Int64], _ connection: Connection, _ batch: EditionBatch, auditID: Int64
    ) throws -> EditionOutcome {
        var desk = try EditionDesk(connection, batch, auditID: auditID)
        try desk.run(.ids(ids))
        return desk.outcome
    }

    private mutating func run(_ chunk: InterventionFilter) throws {
        try connection.lockForEdition(campaign: batch.campaign.id, chunk)
        var tasks: [EditionTask] = []
        for subject in try connection.documentSubjects(campaign: batch.campaign.id, chunk) {
            switch batch.plan(subject) {
            case .todo(let task): tasks.append(task)
            case .leave(let finding):
                outcome.untouched += 1
                if let finding { outcome.findings.append(finding) }
            }
        }
        guard !tasks.isEmpty else { return }
        try readLists(&tasks)
        try readAnimals(&tasks)
        for task in tasks { try decide(task) }
        try write(tasks)
    }

    private mutating func decide(_ task: EditionTask) throws {
        let parent = task.isDesignated ? task.subject.parent : nil
        let facts = task.facts(
            parentsNonNegative: try parent.map {
                try connection.nonNegativeAnimals(campaign: batch.campaign.id, intervention: $0)
            } ?? [])
        let parameters = batch.campaign.parameters
        let decision: DocumentSelection.Decision
        do {
            decision = try DocumentSelection.decide(facts, parameters.sampling, parameters.tuberculin)
        } catch {
            let facts: KeyValuePairs = ["intervention": task.subject.number, "fault": error.code]
            outcome.findings.append(Finding(SamplingFinding.ruleRefused, .refused, facts))
            return
        }
        let bytes = try frozen.write(task, facts, decision)
        let digest = ContentDigest(of: bytes)
        if let refusal = batch.changeSinceDraft(task, digest) {
            outcome.findings.append(refusal)
            if refusal.severity >= .refused { return }
        }
        let edition = try batch.edition(of: task, digest)
        editions.append(edition)
        if batch.freezes {
            _ = try connection.putBlob(bytes, mediaType: "application/json", at: batch.now)
            let changes = ListChanges(task, decision)
            list.join(changes)
            requests += AnalysisRequestRow.requests(for: task, edition, changes.standing, batch)
        }
        details.append(
            AuditDetail(
                subject: "intervention:\(task.subject.id)", outcome: "edition-\(edition.number)-\(edition.state.rawValue)",
                payload: digest))
        try count(task, decision, edition)
    }

    private mutating func count(
        _ task: EditionTask, _ decision: DocumentSelection.Decision, _ edition: EditionRow
    ) throws {
        outcome.documents += 1
        outcome.animals += task.animals.count
        for request in decision.requested {
            for disease in Disease.set(request.diseases) { outcome.requested[disease, default: 0] += 1 }
        }
        if decision.requested.isEmpty { outcome.zeroBovine += 1 }
        outcome.findings += try batch.remarks(on: task, decision, edition)
    }

    private mutating func write(_ tasks: [EditionTask]) throws {
        let campaign = batch.campaign.id
        try connection.writeEditions(campaign: campaign, editions)
        try connection.insertRequested(campaign: campaign, list.added)
        for row in list.changed { try connection.updateRequested(campaign: campaign, row) }
        try connection.insertAnalysisRequests(campaign: campaign, requests)
        if batch.freezes {
            try connection.markStatesDue(
                campaign: campaign, interventions: editions.map(\.intervention), on: batch.today)
        }
        outcome.added = list.added.count
        outcome.analysisRequests = requests.count
        guard !details.isEmpty else { return }
        var entry = batch.context.entry(auditID, .documentEdit, batch.campaign.row)
        entry.details = details
        try connection.audit(entry)
    }

    // MARK: Reading

    private func readLists(_ tasks: inout [EditionTask]) throws {
        let touched = tasks.filter { !$0.subject.editions.isEmpty || $0.isDesignated }.map(\.subject.id)
        guard !touched.isEmpty else { return }
        let positions = positions(of: tasks)
        for listed in try connection.requestedAnimals(campaign: batch.campaign.id, .ids(touched)) {
            if let position = positions[listed.row.intervention] { tasks[position].list.append(listed) }
        }
    }

    private func readAnimals(_ tasks: inout [EditionTask]) throws {
        let positions = positions(of: tasks)
        let struckOff = tasks.map { Set($0.struckOff) }
        let filter = InterventionFilter.ids(tasks.map(\.subject.id))
        try connection.eachPresentAnimal(campaign: batch.campaign.id, filter, on: batch.reference) { id, animal in
            guard let position = positions[id], !struckOff[position].contains(animal.facts.animal) else { return }
            tasks[position].animals.append(animal)
        }
        try markSampledForAnotherPlan(&tasks, positions)
    }

    /// Only documents for one of the two blood diseases can have animals with a result for the other one.
    private func markSampledForAnotherPlan(_ tasks: inout [EditionTask], _ positions: [Int64: Int]) throws {
        let single = tasks.filter { [1, 2].contains($0.subject.diseases(by: .blood)) }.map(\.subject.id)
        guard !single.isEmpty else { return }
        let sampled = try connection.sampledForAnotherPlan(campaign: batch.campaign.id, .ids(single))
        let byTask = Dictionary(grouping: sampled, by: \.intervention)
        for (id, pairs) in byTask {
            guard let position = positions[id] else { continue }
            let animals = Set(pairs.map(\.animal))
            tasks[position].animals = tasks[position].animals.map {
                animals.contains($0.id) ? $0.sampledForOtherDisease : $0
            }
        }
    }

    private func positions(of tasks: [EditionTask]) -> [Int64: Int] {
        Dictionary(uniqueKeysWithValues: tasks.enumerated().map { ($1.subject.id, $0) })
    }
}

extension PresentAnimal {
    fileprivate var sampledForOtherDisease: PresentAnimal {
        PresentAnimal(
            id: id,
            facts: .init(
                animal: facts.animal, sex: facts.sex, birthDate: facts.birthDate, enteredOn: facts.enteredOn,
                sampledForOtherDisease: true))
    }
}
