import ArgumentParser

/// `vigie document`: sampling documents, from their edition to the register of what was sent (steps 7 and 8).
struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Les documents d'accompagnement des prélèvements (DAP).",
        subcommands: [
            EditDocumentCommand.self, ValidateDocumentCommand.self, ReeditDocumentCommand.self,
            CancelDocumentCommand.self, PrintDocumentCommand.self, TestPageCommand.self, DispatchCommand.self,
            RegisterOfDispatchCommand.self, AnalysisRequestsCommand.self, CheckDocumentsCommand.self,
            ZeroBovineCommand.self, MovementsCommand.self, DocumentFactsCommand.self, OtherSamplesCommand.self,
            CompleteDocumentCommand.self,
        ])
}
