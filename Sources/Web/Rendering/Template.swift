import Mustache

/// A template with the name by which others include it.
struct Template: Sendable {
    let name: String
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}

/// All templates, parsed once when the server starts.
enum Templates {
    static let all: [Template] = [
        [Layout.template, Layout.narrow, FaultPage.template, FaultPage.noticeTemplate, Notice.template],
        [ActForm.template, ActField.template, ActField.state],
        SignInPages.templates,
        AccountPages.templates,
        AdministrationPages.templates,
        [HomePage.template, HomePage.shareTemplate, OwnHome.template, LaboratoryHome.template, AnalysesPage.template],
        FollowUpPage.templates,
        InterventionPages.templates,
        WorkPages.templates,
        CampaignPage.templates + [MapPage.template],
        ParameterPages.templates + LaboratoryPages.templates,
        DeskPages.templates,
        LetterPages.templates,
        ConventionPages.templates,
        [NewCampaignPage.template, CampaignLife.template, CampaignHerdsPage.template] + CampaignListsPage.templates,
        [VerificationPage.template] + RegionsPage.templates,
        ClosingPages.templates,
        DossierPage.templates + [HoldingPage.template, SearchPage.template],
        [
            DocumentListPage.template, DocumentQuery.template, SendingRegisterPage.template, ReeditionPage.template,
            TuberculinPage.template,
        ],
        [FilesPage.template, FilePage.template, JobsPage.template, JobPage.template],
        SettingsPages.templates,
        AuditPages.templates,
        HelpPages.templates,
        [APIPage.template, TokensPage.template],
        WebhookPages.templates,
        [ReadsPage.template, ClientsPage.template],
        NoticePages.templates,
    ].flatMap { $0 }

    static func library() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for template in all { try library.register(template.text, named: template.name) }
        return library
    }
}
