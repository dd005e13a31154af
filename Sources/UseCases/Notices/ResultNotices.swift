import Kernel
import Prophylaxis
import Register
import Store

extension Connection {
    /// Opens alerts on results, and tells the authority and whoever is in charge of those that are new, in the
    /// transaction that stores the results: one event for all of a campaign (PRO-168, PRO-180, decision 3).
    func warn(_ alerts: [ResultAlert], _ context: Context) throws {
        let opened = try raise(alerts, on: context.today)
        guard !opened.isEmpty else { return }
        struct Group: Hashable {
            let department: String
            let campaign: Int64?
        }
        let groups = Dictionary(grouping: opened) {
            Group(department: $0.alert.department, campaign: $0.alert.campaign)
        }
        for (group, items) in groups.sorted(by: { $0.value[0].id < $1.value[0].id }) {
            let isNew = items.contains { $0.alert.kind.hasPrefix("alert-") }
            var event = NoticeEvent(
                isNew ? .nonNegativeResult : .changedResult, once: String(items[0].id), department: group.department)
            event.campaign = group.campaign
            let interventions = items.compactMap { item in
                group.campaign.flatMap { campaign in item.alert.intervention.map { (campaign: campaign, id: $0) } }
            }
            if let campaign = group.campaign, let only = Set(interventions.map(\.id)).onlyElement {
                event.intervention = try interventionNumber(only, in: campaign)
            }
            event.importID = items.lazy.compactMap { $0.alert.importID }.first
            event.isRawMilk = try sellsRawMilk(interventions: interventions, on: .day(context.today))
            let diseases = Set(items.compactMap { $0.alert.disease.flatMap(Disease.init(rawValue:)) })
            var desk = NoticeDesk(self, at: context.moment)
            try desk.tell(
                event, try inCharge(of: diseases, campaign: group.campaign, in: group.department))
        }
    }

    /// The department's authority, and the delegate's inspectors where the convention leaves them the results and the
    /// disease is theirs (decisions 3 and 6); the national authority for a department that nobody here is in charge of
    /// (decision 4).
    private func inCharge(
        of diseases: Set<Disease>, campaign: Int64?, in department: String
    ) throws -> [NoticeRecipient] {
        let delegated = try campaign.flatMap { try self.campaign($0) }?.decodedParameters().delegatedDiseases
        let isDelegated = diseases.isEmpty || delegated.map { !diseases.isDisjoint(with: $0) } ?? true
        let roles = try Policy.roles(for: .resultDecide).filter { role in
            try !role.isDelegate || isDelegated && DelegationGate.leaves(.resultDecide, in: department, self)
        }
        let kind = NoticeKind.nonNegative.rawValue
        let there = try noticeContacts(roles: roles, kind: kind).filter { $0.account.scope.covers(department) }
        let contacts = there.isEmpty ? try noticeContacts(roles: [.nationalAuthority], kind: kind) : there
        return contacts.map { NoticeRecipient($0) }
    }
}

extension ResultAlert {
    /// The import that an alert without an intervention is about.
    fileprivate var importID: Int64? {
        SubjectCode.file(subject)
    }
}

extension Set {
    fileprivate var onlyElement: Element? { count == 1 ? first : nil }
}
