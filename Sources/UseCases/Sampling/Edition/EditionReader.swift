import Kernel
import Programmes
import Prophylaxis
import Store

/// Reads what the documents of a chunk depend on, and asks the rules.
struct EditionReader {
    let connection: Connection
    let batch: EditionBatch

    /// The documents that there is something to do for, with lists and animals; the others go to `left`.
    func tasks(_ chunk: InterventionFilter, left: (Finding?) -> Void) throws -> [EditionTask] {
        var tasks: [EditionTask] = []
        for subject in try connection.documentSubjects(campaign: batch.campaign.id, chunk) {
            switch batch.plan(subject) {
            case .todo(let task): tasks.append(task)
            case .leave(let finding): left(finding)
            }
        }
        guard !tasks.isEmpty else { return [] }
        try readLists(&tasks)
        try readAnimals(&tasks)
        return tasks
    }

    /// The facts of the selection and what the rules say; nil when they refuse the facts, which `findings` tells.
    func decide(
        _ task: EditionTask, _ findings: inout [Finding]
    ) throws -> (facts: DocumentSelection.Facts, decision: DocumentSelection.Decision)? {
        var suspects: [String] = []
        if task.isDesignated, let parent = task.subject.parent {
            suspects = try connection.nonNegativeAnimals(campaign: batch.campaign.id, intervention: parent)
        }
        let facts = task.facts(parentsNonNegative: suspects)
        let parameters = batch.campaign.parameters
        do {
            return (facts, try DocumentSelection.decide(facts, parameters.sampling, parameters.tuberculin))
        } catch {
            findings.append(
                Finding(
                    SamplingFinding.ruleRefused, .refused,
                    ["intervention": task.subject.number, "fault": error.code]))
            return nil
        }
    }

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
