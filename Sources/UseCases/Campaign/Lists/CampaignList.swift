import Kernel

/// The lists that a campaign gives out (PRO-82, PRO-83, PRO-111, PRO-112, PRO-117, PRO-120).
package enum CampaignListKind: String, Sendable, CaseIterable {
    /// Extraction BO 11: every main intervention of the campaign.
    case interventions
    /// Holdings to visit, by practice.
    case practices
    /// Herds whose milk is sampled, by dairy laboratory and month.
    case milk
    /// Milk programmed but not sampled, to be sampled the month after.
    case reprogram
    /// What was programmed and what was collected for one month.
    case milkGap = "milk-gap"
    case requalification
    /// Repopulated, contact zone, specific risk.
    case risk
    /// What the information letters to farmers say.
    case farmers

    /// The kind under which sending it is kept; nil for lists that stay in the house.
    package var letter: CampaignLetter? {
        switch self {
        case .practices: .practiceList
        case .milk: .milkList
        case .reprogram: .milkAgain
        case .farmers: .information
        case .interventions, .milkGap, .requalification, .risk: nil
        }
    }
}

/// A list in sections, one for each recipient where it goes to several.
package struct CampaignList: Sendable {
    package struct Section: Sendable {
        /// Code of the organisation, or holding number; nil where it goes to nobody.
        package let recipient: String?
        package let title: String
        package let rows: [[String]]
    }

    package let kind: CampaignListKind
    package let title: String
    /// Who gives it out: the department's delegate, or the authority.
    package let issuer: String
    package let day: Day
    package let columns: [String]
    package let sections: [Section]

    package var rowCount: Int { sections.reduce(0) { $0 + $1.rows.count } }

    /// One section, or all in one file: UTF-8, semicolons, header.
    package func csv(_ section: Section? = nil) throws -> [UInt8] {
        try ListTable(columns: columns, rows: (section.map { [$0] } ?? sections).flatMap(\.rows)).csv()
    }
}
