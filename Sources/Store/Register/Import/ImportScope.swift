import Kernel

/// What an import is about, and who sends it.
package struct ImportScope: Sendable {
    package let importID: Int64
    package let department: String
    package let today: Day
    /// UTC instant, ISO 8601.
    package let now: String
    /// Login of the sender.
    package let actor: String
    /// The sender may say what is never delegated.
    package let isAuthority: Bool
    /// Tables that the bundle holds.
    package var tables: Set<String> = []
    /// What is absent has ended (decision 17).
    package var isFull = false
    package var family = ImportFamily.register
    /// SHA-256 of what was read: what official papers of earlier campaigns rest on.
    package var digest = ""

    package init(importID: Int64, department: String, at moment: (today: Day, now: String), by sender: ImportSender) {
        self.importID = importID
        self.department = department
        today = moment.today
        now = moment.now
        actor = sender.login
        isAuthority = sender.isAuthority
    }

    package func has(_ table: StagedTable) -> Bool { tables.contains(table.part) }
}

package struct ImportSender: Sendable {
    package let login: String
    package let isAuthority: Bool

    package init(login: String, isAuthority: Bool) {
        self.login = login
        self.isAuthority = isAuthority
    }
}

/// One table of a bundle: how its lines are judged against each other and the store, and how they go in.
protocol ImportPart: Sendable {
    static var table: StagedTable { get }
    /// In the stage: fills in references, finds faults, takes out what is refused. Changes temporary tables only.
    static func judge(_ connection: Connection, _ scope: ImportScope) throws
    /// In the transaction: puts what is left into the real tables.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws
}

/// The two kinds of bundles.
package enum ImportFamily: Sendable, Hashable { case register, history }

enum ImportParts {
    /// What is judged and merged. A history leans on the register that is there: its first two parts are empty and
    /// only give the numbers of holdings and herds their identity.
    static func of(_ family: ImportFamily) -> [any ImportPart.Type] {
        switch family {
        case .register: all
        case .history: [HoldingPart.self, HerdPart.self] + history
        }
    }

    static let history: [any ImportPart.Type] = [
        HistoryInterventionPart.self, HistoryPlanPart.self, HistoryReportPart.self, HistoryEvaluationPart.self,
        HistoryFollowUpPart.self, HistoryDocumentPart.self,
    ]

    /// In the order in which they lean on each other.
    static let all: [any ImportPart.Type] = [
        OrganisationPart.self, VeterinarianPart.self, CommunePart.self, CommuneScreeningPart.self, HoldingPart.self,
        EstablishmentPart.self, HerdPart.self, HerdScreeningPart.self, AnimalPart.self, StayPart.self,
        AssignmentPart.self, HerdVeterinarianPart.self, AuthorisationPart.self, ProducerPart.self,
    ]
}
