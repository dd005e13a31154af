import Kernel
import Prophylaxis

/// An intervention of an earlier campaign (decision 18).
package struct InterventionRow: TableRow {
    package var number: String
    package var campaign: String
    package var campaignStart: Day
    package var campaignEnd: Day
    package var holding: HoldingNumber
    package var herd: String
    package var kind: InterventionKindCode
    package var parent: String?
    package var orderNumber: OrderNumber?
    package var plannedOn: Day?
    package var firstVisit: Day?
    package var lastVisit: Day?
    package var nonCompletion: NonCompletionCode?

    package init(
        number: String, campaign: String, campaignStart: Day, campaignEnd: Day, holding: HoldingNumber, herd: String,
        kind: InterventionKindCode
    ) {
        self.number = number
        self.campaign = campaign
        self.campaignStart = campaignStart
        self.campaignEnd = campaignEnd
        self.holding = holding
        self.herd = herd
        self.kind = kind
    }

    package enum Column: Int, TableColumn {
        case number, campaign, campaignStart, campaignEnd, holding, herd, kind
        case parent, orderNumber, plannedOn, firstVisit, lastVisit, nonCompletion

        package var definition: ColumnDefinition {
            switch self {
            case .number: .init("Numéro d'intervention", .text(32), .required)
            case .campaign:
                .init(
                    "Campagne", .text(32), .required,
                    "Label, the same for all interventions of a campaign: `2019-2020`.")
            case .campaignStart: .init("Début de campagne", .day, .required)
            case .campaignEnd: .init("Fin de campagne", .day, .required)
            case .holding: .init("Exploitation (n° EDE)", .holdingNumber, .required)
            case .herd: .init("Code de l'atelier", .text(32), .required)
            case .kind: .init("Type d'intervention", .code(of: InterventionKindCode.self), .required)
            case .parent:
                .init("Intervention d'origine", .text(32), .optional, "Of a retest: the intervention it follows.")
            case .orderNumber: .init("Numéro ordinal du vétérinaire", .orderNumber, .informative)
            case .plannedOn: .init("Date prévisionnelle", .day, .optional)
            case .firstVisit: .init("Première visite", .pastDay, .optional)
            case .lastVisit: .init("Dernière visite", .pastDay, .optional)
            case .nonCompletion: .init("Motif de non réalisation", .code(of: NonCompletionCode.self), .optional)
            }
        }
    }

    package static let table = TableSpecification(
        "interventions", "Interventions des campagnes passées", Column.self, key: [.number])

    package init?(_ fields: inout FieldScope<InterventionRow>) {
        let number = fields.text(.number)
        let campaign = fields.text(.campaign)
        let campaignStart = fields.day(.campaignStart)
        let campaignEnd = fields.day(.campaignEnd)
        let holding = fields.holdingNumber(.holding)
        let herd = fields.text(.herd)
        let kind: InterventionKindCode? = fields.code(.kind)
        parent = fields.text(.parent)
        orderNumber = fields.orderNumber(.orderNumber)
        plannedOn = fields.day(.plannedOn)
        firstVisit = fields.day(.firstVisit)
        lastVisit = fields.day(.lastVisit)
        nonCompletion = fields.code(.nonCompletion)
        fields.checkPeriod(campaignStart, .campaignEnd, campaignEnd)
        fields.checkPeriod(firstVisit, .lastVisit, lastVisit)
        guard let number, let campaign, let campaignStart, let campaignEnd, let holding, let herd, let kind else {
            return nil
        }
        self.number = number
        self.campaign = campaign
        self.campaignStart = campaignStart
        self.campaignEnd = campaignEnd
        self.holding = holding
        self.herd = herd
        self.kind = kind
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .number: number
        case .campaign: campaign
        case .campaignStart: campaignStart.description
        case .campaignEnd: campaignEnd.description
        case .holding: holding.description
        case .herd: herd
        case .kind: cell(kind)
        case .parent: cell(parent)
        case .orderNumber: cell(orderNumber)
        case .plannedOn: cell(plannedOn)
        case .firstVisit: cell(firstVisit)
        case .lastVisit: cell(lastVisit)
        case .nonCompletion: cell(nonCompletion)
        }
    }
}
