import Documents
import Kernel
import Prophylaxis
import Store

/// The issuer's side of a batch of reports.
struct ReportIssue: Sendable {
    let campaign: CampaignRow
    let issuer: Party
    let inspector: String
    let issuedOn: Day
    let comment: String?
    /// Nothing is issued: it is looked at first.
    var isDraft = false
}

extension ReportDraft {
    /// `RI-63-202100000123`: one number for an intervention, with its versions counted (PRO-276).
    func number(in campaign: CampaignRow) -> String { "RI-\(campaign.department)-\(subject.number)" }

    var version: Int { subject.versions + 1 }

    /// The report as PDF. The same report gives the same bytes.
    func print(_ issue: ReportIssue, on press: Press) throws -> [UInt8] {
        let number = number(in: issue.campaign)
        var document = InspectionReportPrint(
            number: number, version: version, issued: issue.issuedOn, issuer: issue.issuer,
            inspector: issue.inspector, head: head(issue), facts: dates,
            value: printedValue, evaluations: rows.compactMap(\.printed), reasons: reasons,
            articles: articles(issue.campaign),
            letters: subject.letters.map {
                SentLetter(day: $0.writtenOn, title: LetterKind(rawValue: $0.kind)?.title ?? $0.kind)
            }, comment: issue.comment)
        document.isDraft = issue.isDraft
        return try pdf(
            PrintJob(
                title: issue.isDraft ? "Rapport d'inspection (brouillon)" : "Rapport d'inspection \(number)",
                author: issue.issuer.name, day: issue.issuedOn),
            [document], on: press)
    }

    private func head(_ issue: ReportIssue) -> InterventionHead {
        InterventionHead(
            campaign: issue.campaign.title, number: subject.number, issuer: issue.issuer,
            holding: HoldingNumber(stored: subject.holding),
            keeper: Party(subject.keeper ?? subject.holdingName, subject.address), herd: subject.herd,
            herdClass: DocumentTexts.herdClass(subject.herdClass),
            veterinarian: Party(subject.veterinarian ?? "non désigné"),
            orderNumber: subject.orderNumber.flatMap { try? OrderNumber(parsing: $0) })
    }

    private var dates: [ReportedFact] {
        let first = rows.compactMap(\.startedOn).min().map { ReportedFact("Première visite", $0.french) }
        let last = completedOn.map { ReportedFact("Date de réalisation", $0.french) }
        return [first, last].compactMap { $0 }
    }

    private var printedValue: InspectionReportPrint.Value {
        switch decision.report {
        case .compliant: .a
        case .administrativeNonCompliance: .b
        case .sanitaryNonCompliance: .c
        case .notAssessable: .notAssessable
        }
    }

    /// For the diseases that decided: figures, then each reason of status and proposal in a sentence.
    private var reasons: [String] {
        rows.filter { decision.decidedBy.contains($0.facts.disease) }.flatMap { row in
            let code = row.facts.disease.rawValue
            return ["\(code) : \(row.figures)."]
                + row.reasons.map { "\(code) : \(ReasonTexts.sentence($0))" }
                + ["\(code) : \(ReasonTexts.sentence(row.facts.proposal.reason))"]
        }
    }

    /// Non-compliance names the order that it breaches (decision 22).
    private func articles(_ campaign: CampaignRow) -> [String] {
        switch decision.report {
        case .compliant, .notAssessable: []
        case .administrativeNonCompliance, .sanitaryNonCompliance:
            decision.decidedBy.compactMap { LegalTexts.order(for: $0, on: campaign.startsOn) }
        }
    }
}

extension EvaluationRow {
    fileprivate var printed: ReportedEvaluation? {
        guard let value = ReportedEvaluation.Value(rawValue: standingValue.rawValue) else { return nil }
        return ReportedEvaluation(
            disease: facts.disease.frenchName, value: value, facts: isProgrammed ? figures : "", comment: comment)
    }
}

extension Disease {
    /// The name on documents.
    package var frenchName: String {
        switch self {
        case .brucellosis: "Brucellose"
        case .leukosis: "Leucose bovine enzootique"
        case .tuberculosis: "Tuberculose"
        }
    }
}
