import Kernel
import Store

/// The documents of one file.
struct PrintGroup: Sendable {
    /// Order number of the veterinarian, or number of the holding; nil where each document is a file.
    let key: String?
    let interventions: [Int64]
}

extension Connection {
    /// The documents that the filter names, file by file. Documents of one file come in the order of their holdings.
    func printGroups(
        campaign: Int64, matching filter: DocumentFilter, by grouping: PrintChoice.Grouping
    ) throws -> [PrintGroup] {
        let ids = try interventions(campaign: campaign, matching: filter)
        guard !ids.isEmpty else { return [] }
        if grouping == .document { return [PrintGroup(key: nil, interventions: ids)] }
        var groups: [String: [(holding: String, id: Int64)]] = [:]
        for part in ids.chunks(of: InterventionFilter.idLimit) {
            let heads = try documentHeads(campaign: campaign, .ids(part))
            for subject in try documentSubjects(campaign: campaign, .ids(part)) {
                let vet = heads[subject.id]?.veterinarian?.orderNumber ?? "sans-veterinaire"
                groups[grouping == .vet ? vet : subject.holding, default: []].append((subject.holding, subject.id))
            }
        }
        return groups.sorted { $0.key < $1.key }.map { key, members in
            PrintGroup(key: key, interventions: members.sorted { $0 < $1 }.map(\.id))
        }
    }
}
