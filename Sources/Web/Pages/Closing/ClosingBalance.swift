import Hummingbird
import Kernel
import UseCases

/// The report of a campaign as a file (PRO-286, PRO-287).
extension ClosingPages {
    static func balance(_ call: Call) async throws -> Response {
        let outcome = try await read(call, remarks: [])
        switch try call.part("file") {
        case "bilan.pdf": return try call.download(outcome.pdf(), try name(call, "pdf"), .pdf)
        case "bilan.csv": return try call.download(outcome.csv(), try name(call, "csv"), .csv)
        case "bilan.md": return try call.download(Array(outcome.markdown.utf8), try name(call, "md"), .markdown)
        default: throw WebFault.notFound
        }
    }

    /// With strengths and difficulties, a line each, in the words of who writes it; nothing is stored.
    static func balanceWithRemarks(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let remarks = try form.require("remarques").split(whereSeparator: \.isNewline).map(String.init)
        return try call.download(try await read(call, remarks: remarks).pdf(), try name(call, "pdf"), .pdf)
    }

    private static func read(_ call: Call, remarks: [String]) async throws -> CampaignBalance.Outcome {
        let campaign = try call.campaign()
        return try await CampaignBalance(selector: campaign.selector, remarks: remarks)
            .perform(call.useCase(in: campaign.selector.department))
    }

    private static func name(_ call: Call, _ ending: String) throws -> String {
        let campaign = try call.campaign()
        return "bilan-\(campaign.selector.department)-\(campaign.year).\(ending)"
    }
}
