import Hummingbird
import Kernel
import UseCases

enum DossierPages {
    /// An intervention as its keeper or veterinarian sees it; `InterventionPages` has the route.
    static func intervention(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let found = try await FindIntervention(call.part("number")).all(call.useCase())
        guard let first = found.first else { throw WebFault.notFound }
        let context = try call.useCase(in: first.department)
        var page = DossierPage(try await ShowIntervention(first).perform(context).inWords, LocalTime(first.department))
        page.actions = try await InterventionLinks.all(of: first, context)
        if Access.may(.paperRead).allows(context.actor.role) {
            page.pieces = try PaperPart(await ListAttachments(of: first).perform(context), of: first, call)
        }
        page.show(notices, status)
        return try call.page(page, .followUp, status: status)
    }
}
