import Hummingbird
import UseCases

/// The views that somebody keeps of the follow-up: columns, filters and order under a name of one's own.
enum FollowUpViews {
    static let endpoints = [
        Endpoint(.post, "/campagnes/:department/:year/suivi/vues", .may(.campaignRead)) { call in
            let form = try await call.form()
            let query = try form.require("requete")
            // Only what an address of ours holds: what is kept is shown as a link.
            guard query.count <= 2000, query.utf8.allSatisfy({ FollowUpViews.allowed.contains($0) }) else {
                throw WebFault.formUnreadable
            }
            return try await act(call, "view", form, (columns: form.value("colonnes") ?? "", query: query))
        },
        Endpoint(.post, "/campagnes/:department/:year/suivi/vues/supprimer", .may(.campaignRead)) { call in
            try await act(call, "viewGone", try await call.form(), nil)
        },
    ]

    private static let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%=&".utf8)

    private static func act(
        _ call: Call, _ done: String, _ form: Form, _ content: (columns: String, query: String)?
    ) async throws -> Response {
        let campaign = try call.campaign()
        // A view is one's own, the page that it is kept from may be somebody else's.
        try call.visit.actor.require(.campaignRead, in: campaign.selector.department)
        return try await call.act(
            done, then: campaign.path("suivi"),
            again: { refused in
                try await FollowUpPage.page(
                    call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
            },
            {
                try await SaveView(form.text("nom") ?? "", content)
                    .perform(call.useCase(in: campaign.selector.department))
            })
    }
}
