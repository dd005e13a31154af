import Kernel
import Prophylaxis
import Register
import Store

/// Makes a list of an executed campaign and, when asked, keeps that it was sent: date, recipient, bytes (PRO-114).
package struct ListCampaign: UseCase {
    package let intention: Intention
    package let selector: CampaignSelector
    package let kind: CampaignListKind
    /// First day of the month in question.
    package let month: Day?
    package let isRecorded: Bool

    package init(selector: CampaignSelector, kind: CampaignListKind, month: Day? = nil, isRecorded: Bool = false) {
        self.selector = selector
        self.kind = kind
        self.month = month?.firstOfMonth
        self.isRecorded = isRecorded && kind.letter != nil
        intention = self.isRecorded ? .letterWrite : .campaignRead
    }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> CampaignList {
        let list = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return try connection.campaignList(kind, of: campaign, month: month, context)
        }
        guard isRecorded, let letter = kind.letter else { return list }
        let ids = try await context.database.ids(list.sections.count)
        let auditID = try await context.database.id()
        try await context.database.write { connection in
            let campaign = try selector.lock(in: connection)
            try campaign.require(.executed)
            var ids = ids
            var letters: [LetterRow] = []
            for section in list.sections {
                let digest = try connection.putBlob(list.csv(section), mediaType: "text/csv", at: context.now)
                let facts = try CanonicalJSON.string(["rows": String(section.rows.count), "title": section.title])
                var row = LetterRow(
                    id: ids.next(), of: campaign, kind: letter.rawValue, to: section.recipient ?? section.title,
                    written: (context.today, context.actor.login), content: (facts, digest))
                row.sentOn = context.today
                letters.append(row)
            }
            try connection.insert(letters)
            var entry = context.entry(auditID, intention, campaign)
            entry.details = letters.map { AuditDetail(subject: "recipient:\($0.recipient)", outcome: $0.kind) }
            try connection.audit(entry)
        }
        return list
    }
}

extension Connection {
    func campaignList(
        _ kind: CampaignListKind, of campaign: CampaignRow, month: Day?, _ context: Context
    ) throws -> CampaignList {
        var setup = try setupFacts(of: campaign, for: context.actor, today: context.today, withChecks: false)
        let window = MilkWindow(campaignStart: campaign.startsOn)
        setup.milkSamplings = try milkSamplings(
            department: campaign.department, from: window.start, to: window.end)
        let day = campaign.situationDay(today: context.today)
        let facts = ListFacts(
            setup: setup, listings: try interventionListings(of: campaign.id),
            producers: try producerListings(department: campaign.department, on: day), month: month)
        let (columns, sections) = facts.content(kind)
        return CampaignList(
            kind: kind, title: "\(kind.title), \(campaign.title)",
            issuer: try programmeOffice(department: campaign.department) ?? "Département \(campaign.department)",
            day: context.today, columns: columns, sections: sections)
    }
}

extension ListFacts {
    fileprivate func content(_ kind: CampaignListKind) -> ([String], [CampaignList.Section]) {
        switch kind {
        case .interventions: (ListFacts.interventionColumns, interventionSections)
        case .practices: (ListFacts.practiceColumns, practiceSections)
        case .milk: (ListFacts.milkColumns, milkSections)
        case .reprogram: (ListFacts.reprogramColumns, reprogramSections)
        case .milkGap: (ListFacts.gapColumns, gapSections)
        case .requalification: (ListFacts.authorisationColumns, authorisationSections([.requalification]))
        case .risk:
            (ListFacts.authorisationColumns, authorisationSections([.repopulated, .contactZone, .specificRisk]))
        case .farmers: (ListFacts.farmerColumns, farmerSections)
        }
    }
}

extension CampaignListKind {
    package var title: String {
        switch self {
        case .interventions: "Interventions de la campagne (BO 11)"
        case .practices: "Exploitations à visiter par cabinet"
        case .milk: "Prélèvements de lait par laboratoire et par mois"
        case .reprogram: "Prélèvements de lait à reprogrammer"
        case .milkGap: "Écarts entre lait programmé et lait collecté"
        case .requalification: "Ateliers en protocole de requalification"
        case .risk: "Troupeaux repeuplés, de zone contact ou à risque"
        case .farmers: "Information des éleveurs"
        }
    }
}
