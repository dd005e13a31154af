import Documents
import Kernel
import Prophylaxis
import Store

/// Reads what a chunk of documents prints.
struct PrintReader {
    let connection: Connection
    let campaign: DocumentCampaign
    let filter: InterventionFilter

    /// The standing editions of the chunk, with their frozen lists; interventions without one go to `left`.
    func standing(left: (DocumentSubject) -> Void) throws -> [PrintableDocument] {
        var editions: [(DocumentSubject, EditionRow, FrozenDocument)] = []
        for subject in try connection.documentSubjects(campaign: campaign.id, filter) where subject.needsDocument {
            guard let edition = subject.standing, let digest = edition.factsDigest.flatMap(ContentDigest.init(hex:))
            else {
                left(subject)
                continue
            }
            let bytes = try connection.blob(digest).bytes
            editions.append((subject, edition, try CanonicalJSON.decode(FrozenDocument.self, from: bytes)))
        }
        return try documents(editions)
    }

    /// The drafts of the chunk, as their validation would freeze them now.
    func drafts(_ context: Context, left: (DocumentSubject) -> Void) throws -> [PrintableDocument] {
        let batch = EditionBatch(campaign, context, .ofDraft, .validate(ValidateChoice()), isNamed: false)
        var findings: [Finding] = []
        let drafted = try drafts(batch, &findings)
        let ids = Set(drafted.map(\.subject.id))
        for subject in try connection.documentSubjects(campaign: campaign.id, filter)
        where subject.needsDocument && !ids.contains(subject.id) { left(subject) }
        return drafted
    }

    /// What the batch would make of the chunk, drawn as drafts; why not goes to `findings`.
    func drafts(_ batch: EditionBatch, _ findings: inout [Finding]) throws -> [PrintableDocument] {
        let reader = EditionReader(connection: connection, batch: batch)
        var writer = try FrozenDocumentWriter(campaign.parameters)
        var editions: [(DocumentSubject, EditionRow, FrozenDocument)] = []
        var left: [Finding] = []
        for task in try reader.tasks(filter, left: { if let finding = $0 { left.append(finding) } }) {
            guard let (facts, decision) = try reader.decide(task, &findings) else { continue }
            let bytes = try writer.write(task, facts, decision)
            let edition = try task.subject.draft ?? batch.edition(of: task, ContentDigest(of: bytes))
            editions.append((task.subject, edition, try CanonicalJSON.decode(FrozenDocument.self, from: bytes)))
        }
        findings += left
        return try documents(editions)
    }

    private func documents(
        _ editions: [(DocumentSubject, EditionRow, FrozenDocument)]
    ) throws -> [PrintableDocument] {
        guard let latest = editions.map(\.1.referenceDate).max() else { return [] }
        let filter = InterventionFilter.ids(editions.map(\.0.id))
        let heads = try connection.documentHeads(campaign: campaign.id, filter)
        let references = Dictionary(uniqueKeysWithValues: editions.map { ($0.0.id, $0.1.referenceDate) })
        var details: [Int64: [String: AnimalDetails]] = [:]
        try connection.eachAnimalDetails(campaign: campaign.id, filter, by: latest) { id, number, animal in
            // The last entry by the document's own day.
            if let entry = animal.entryDay, let day = references[id], entry > day { return }
            details[id, default: [:]][number] = animal
        }
        let sampled = try connection.sampledAnimals(campaign: campaign.id, filter)
        let lists = Dictionary(
            grouping: try connection.requestedAnimals(campaign: campaign.id, filter), by: \.row.intervention)
        let laboratories = try connection.organisationNames(
            Set(editions.flatMap { $0.0.plans.compactMap(\.laboratory) }))
        return editions.compactMap { subject, edition, frozen in
            guard let head = heads[subject.id] else { return nil }
            let list = lists[subject.id] ?? []
            return PrintableDocument(
                subject: subject, edition: edition, frozen: frozen, head: head, details: details[subject.id] ?? [:],
                sampled: sampled[subject.id] ?? [], struckOff: Set(list.filter(\.row.isStruckOff).map(\.number)),
                added: Set(list.filter { $0.row.firstEdition == edition.number }.map(\.number)),
                laboratories: laboratories, attachedDiseases: campaign.parameters.documents.attachedDiseases)
        }
    }
}
