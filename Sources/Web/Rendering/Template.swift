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
    static let all: [Template] =
        [Layout.template, FaultPage.template, Notice.template] + SignInPages.templates + AccountPages.templates
        + AdministrationPages.templates + [HomePage.template] + FollowUpPage.templates + DossierPage.templates
        + [HoldingPage.template, SearchPage.template, OwnHome.template, LaboratoryHome.template]
        + [SendingRegisterPage.template]
        + [DocumentListPage.template, TuberculinPage.template, ReeditionPage.template]
        + [APIPage.template, TokensPage.template] + InterventionPages.templates + WorkPages.templates
        + CampaignPage.templates + DeskPages.templates + SettingsPages.templates + AuditPages.templates
        + HelpPages.templates + WebhookPages.templates + [ReadsPage.template, ClientsPage.template]
        + [FilesPage.template, FilePage.template, JobsPage.template, JobPage.template]

    static func library() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for template in all { try library.register(template.text, named: template.name) }
        return library
    }
}
