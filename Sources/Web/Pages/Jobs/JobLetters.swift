import Kernel
import UseCases

/// What a job wrote, for whom.
struct JobLetters: Sendable {
    struct Line: Sendable {
        let id: String
        let pdf: String?
        let intervention: String?
        let recipient: String
        let diseases: String
        let deadline: String
    }

    let lines: [Line]
    let more: Int?

    init(_ made: LettersMade) {
        let address = CampaignAddress(made.campaign)
        lines = made.lines.map { line in
            Line(
                id: line.id, pdf: address?.path("courriers/\(line.id)/courrier.pdf"),
                intervention: line.intervention.isEmpty ? nil : line.intervention, recipient: line.recipient,
                diseases: line.diseases, deadline: Day(line.lastDay)?.french ?? line.lastDay)
        }
        more = made.more > 0 ? made.more : nil
    }
}

extension CampaignAddress {
    /// Nil for the latest campaign, which has another address every year.
    init?(_ selector: CampaignSelector) {
        guard let year = selector.year else { return nil }
        self.init(selector.department, year, selector.name)
    }
}
