/// Every route of Vigie, area by area. What is not here does not exist.
enum Routes {
    static let all: [Endpoint] =
        [AssetShelf.endpoint] + SignInPages.endpoints + HomePage.endpoints + FollowUpPage.endpoints
        + InterventionPages.endpoints + WorkPages.endpoints + CampaignPage.endpoints + DeskPages.endpoints
        + SettingsPages.endpoints + AuditPages.endpoints + HelpPages.endpoints
        + AccountPages.endpoints + SecondFactorPages.endpoints
        + InvitationPages.endpoints + ProviderPages.endpoints + AdministrationPages.endpoints
        + HerdPages.endpoints + SearchPage.endpoints + DocumentPages.endpoints
        + TuberculinPages.endpoints + ReeditionPages.endpoints + OwnHome.endpoints
        + APIPage.endpoints + TokenPages.endpoints + WebhookPages.endpoints
        + ReadsPages.endpoints + ClientPages.endpoints
        + FilesPages.endpoints + JobPages.endpoints
}
