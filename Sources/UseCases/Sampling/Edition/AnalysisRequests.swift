import Kernel
import Prophylaxis
import Store

extension AnalysisRequestRow {
    /// The requests that a validated edition issues: one for each laboratory of its blood plans, for the animals that
    /// stand on the list. None without a laboratory (the document is printed all the same, PRO-96) or without animals.
    static func requests(
        for task: EditionTask, _ edition: EditionRow, _ standing: [RequestedAnimalRow], _ batch: EditionBatch
    ) -> [AnalysisRequestRow] {
        var diseases: [Int64: Int] = [:]
        for plan in task.subject.plans where plan.matrix == .blood {
            if let laboratory = plan.laboratory { diseases[laboratory, default: 0] |= plan.disease.bit }
        }
        return diseases.sorted { $0.key < $1.key }.compactMap { laboratory, bits in
            let animals = standing.count { $0.diseases & bits != 0 }
            guard animals > 0 else { return nil }
            return AnalysisRequestRow(
                intervention: task.subject.id, edition: edition.number, laboratory: laboratory, diseases: bits,
                animals: animals, issuedAt: batch.now, issuedBy: batch.actor.login)
        }
    }
}
