import Prophylaxis
import Store

/// What a validation changes in the lists: nothing ever leaves, animals and diseases may join (PRO-126).
struct ListChanges {
    /// New animals, in ascending order.
    private(set) var added: [RequestedAnimalRow] = []
    private(set) var changed: [RequestedAnimalRow] = []
    /// The rows that stand after the validation, cancelled ones left out.
    private(set) var standing: [RequestedAnimalRow] = []

    init() {}

    init(_ task: EditionTask, _ decision: DocumentSelection.Decision) {
        var rows: [Int64: RequestedAnimalRow] = [:]
        for listed in task.list { rows[listed.row.animal] = listed.row }
        for request in decision.requested {
            let animal = task.animals[request.index].id
            let new = RequestedAnimalRow(
                intervention: task.subject.id, animal: animal, diseases: request.diseases, level: request.level,
                edition: (task.number, task.editedOn))
            guard let old = rows[animal] else {
                added.append(new)
                continue
            }
            rows[animal] = join(old, new)
        }
        standing = rows.values.filter { !$0.isCancelled && $0.firstEdition > 0 } + added
    }

    /// A row that was cancelled with its whole list, or only designated so far, begins anew; another one keeps its
    /// first edition and may get more diseases.
    private mutating func join(_ old: RequestedAnimalRow, _ new: RequestedAnimalRow) -> RequestedAnimalRow {
        if old.isCancelled || old.firstEdition == 0 {
            changed.append(new)
            return new
        }
        guard old.diseases | new.diseases != old.diseases else { return old }
        var row = old
        row.diseases |= new.diseases
        row.level = old.level ?? new.level
        changed.append(row)
        return row
    }

    mutating func join(_ other: ListChanges) {
        added += other.added
        changed += other.changed
    }
}
