import Kernel
import Prophylaxis
import Store

/// A page of a work list, each line with what to do, for whom and by when: what the pages show.
package struct ReadWork: UseCase {
    package struct Line: Sendable, Hashable {
        package let intervention: String
        package let holding: String
        package let name: String
        package let disease: String
        package let detail: String
        package let since: Day?
        package let dueOn: Day?
        package let isAuthority: Bool
        /// What to do.
        package let action: String
        /// The alert, where the line is one that a person closes.
        package let item: Int64?
        /// What an alert tells of, in codes: `alert-non-negative`, `report-contradicted`; empty on other lists.
        package let kinds: [String]
        /// The waiting result, where the line is one.
        package let waiting: WaitingLine?
        /// The herd is closed or has no cattle left: its non-completion is to be decided.
        package let isGone: Bool
        /// The received file that the line comes from.
        package let file: Int64?
    }

    package struct Outcome: Sendable {
        package let lines: [Line]
        package let total: Int
    }

    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let kind: WorkListKind
    /// Lines before the page.
    package let offset: Int
    package let limit: Int
    /// Only what waits for the authority.
    package let onlyAuthority: Bool

    package init(
        campaign: CampaignSelector, kind: WorkListKind, offset: Int = 0, limit: Int = 200, onlyAuthority: Bool = false
    ) {
        self.campaign = campaign
        self.onlyAuthority = onlyAuthority
        self.kind = kind
        self.offset = max(0, offset)
        self.limit = limit
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let useCase = self
        let entries = try await context.database.read { connection in
            try connection.workEntries(
                useCase.kind, of: useCase.campaign.find(in: connection), today: context.today)
        }.filter { !useCase.onlyAuthority || $0.audience == .authority }
        return Outcome(lines: entries.dropFirst(offset).prefix(limit).map(Line.init), total: entries.count)
    }
}

extension ReadWork.Line {
    init(_ entry: WorkEntry) {
        let row = entry.row
        self.init(
            intervention: row.intervention, holding: row.holding, name: row.name, disease: row.disease,
            detail: entry.detailInWords, since: row.since, dueOn: entry.dueOn,
            isAuthority: entry.audience == .authority,
            action: entry.action, item: row.item,
            kinds: entry.alert?.kinds ?? [], waiting: entry.waiting, isGone: entry.isGone,
            file: entry.waiting?.importID ?? entry.alert?.file)
    }
}

extension WorkEntry {
    /// The figures or codes of a line as people say them; an unknown code stays as it is.
    fileprivate var detailInWords: String {
        let detail = self.detail
        func count(_ one: String, _ many: String) -> String {
            Int(detail).map { "\($0) \($0 == 1 ? one : many)" } ?? detail
        }
        switch kind {
        // What was asked for once is not there any more.
        case .notStarted where isGone: return "atelier fermé ou sans bovin"
        case .notStarted: return count("bovin demandé", "bovins demandés")
        case .cancelledLate, .offDocument, .tuberculinUntested: return count("bovin", "bovins")
        case .serumBank: return WorkEntry.serumWords[detail] ?? detail
        case .retests: return Matrix(rawValue: detail).map(CodeWords.matrix) ?? detail
        case .documentsOverdue: return "document n° \(detail)"
        case .doubtful:
            let parts = detail.split(separator: " ")
            return parts.count == 3 ? "\(parts[0]) douteux, \(parts[2]) à décider" : detail
        case .decisionAwaited:
            return EvaluationProposal.Comment(rawValue: detail).map(ReasonTexts.sentence) ?? detail
        default: return detail
        }
    }

    private static let serumWords = [
        "to-ask": "à demander", "asked": "demandée", "answered": "répondue", "impossible": "impossible",
    ]
}
