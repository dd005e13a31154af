/// What can be done in the background.
package enum JobKind: String, Codable, Sendable, CaseIterable {
    case registerImport = "register-import"
    case analysisReport = "analysis-report"
    case milkResults = "milk-results"
    case tuberculinReports = "tuberculin-reports"
    case documentEdition = "document-edition"
    case printing
    case recomputation
    case campaignExecution = "campaign-execution"
    case letters
    case replay
    case mail
    case workLists = "work-lists"
    case webhookDelivery = "webhook-delivery"

    /// Short work of the house, with a lane of its own: a mail does not wait for an import.
    package var isQuick: Bool { self == .mail }

    /// A call to somebody else's machine, which may be slow: neither our work nor our mails wait for it.
    package var isOutgoing: Bool { self == .webhookDelivery }

    /// The type that a job of this kind is stored as.
    var work: any JobWork.Type {
        switch self {
        case .registerImport: RegisterImportWork.self
        case .analysisReport: AnalysisReportWork.self
        case .milkResults: MilkResultsWork.self
        case .tuberculinReports: TuberculinReportsWork.self
        case .documentEdition: DocumentEditionWork.self
        case .printing: PrintingWork.self
        case .recomputation: RecomputationWork.self
        case .campaignExecution: ExecutionWork.self
        case .letters: LettersWork.self
        case .replay: ReplayWork.self
        case .webhookDelivery: WebhookWork.self
        case .mail: MailWork.self
        case .workLists: WorkListsWork.self
        }
    }
}
