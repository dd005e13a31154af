/// Every route of Vigie, area by area. What is not here does not exist.
enum Routes {
    static let all: [Endpoint] =
        [AssetShelf.endpoint] + SignInPages.endpoints + HomePage.endpoints + FollowUpPage.endpoints
        + DossierPages.endpoints + FilesPages.endpoints + JobPages.endpoints
}
