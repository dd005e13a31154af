import Hummingbird
import Kernel
import Register
import UseCases

/// The health veterinarian asks for a new edition of the document (PRO-132).
struct ReeditionPage: PageModel {
    let title = Catalogue.french.text("documents", "reeditionTitle")
    let number: String
    let path: String
    var reason = ""
    var isSent = false
    var fault: FaultPage.Line?

    static let template = Template(
        "re-edition",
        #"""
        {{<layout}}{{$main}}
        <div class="card narrow">
        <h1>{{title}}</h1>
        <p><a href="{{page.path}}">{{t.documents.intervention}} {{page.number}}</a></p>
        {{#page.isSent}}<p class="notice done" role="status">{{t.documents.sentNow}}</p>{{/page.isSent}}
        {{^page.isSent}}
        {{>fault-notice}}
        <form method="post">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="motif">{{t.documents.reason}}</label>
        <textarea id="motif" name="motif" rows="4" maxlength="500" required aria-describedby="suite">{{page.reason}}
        </textarea></p>
        <p id="suite" class="hint">{{t.documents.reeditionHint}}</p>
        <p><button class="primary">{{t.documents.send}}</button></p>
        </form>
        {{/page.isSent}}
        </div>
        {{/main}}{{/layout}}
        """#)
}

enum ReeditionPages {
    static let endpoints = [
        Endpoint(.get, "/interventions/:number/reedition", .may(.reeditionRequest)) { call in
            let intervention = try await find(call)
            var page = ReeditionPage(number: intervention.number, path: "/interventions/\(intervention.number)")
            page.isSent = call.query("envoyee") != nil
            return try call.page(page, .home)
        },
        Endpoint(.post, "/interventions/:number/reedition", .may(.reeditionRequest), request),
    ]

    private static func find(_ call: Call) async throws -> InterventionIdentity {
        guard let found = try await FindIntervention(call.part("number")).all(call.useCase()).first else {
            throw WebFault.notFound
        }
        return found
    }

    private static func request(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let intervention = try await find(call)
        let path = "/interventions/\(intervention.number)"
        let reason = try form.require("motif")
        do {
            try await RequestReedition(intervention, reason: reason).perform(
                call.useCase(in: intervention.department))
            return call.seeOther("\(path)/reedition?envoyee=1")
        } catch let refused as Refused {
            let status = Refusal.status(of: refused.findings)
            guard status == .unprocessableContent else { throw refused }
            var page = ReeditionPage(number: intervention.number, path: path)
            (page.reason, page.fault) = (reason, FaultPage(refused).lines.first)
            return try call.page(page, .home, status: status)
        }
    }
}

/// What can be done about an intervention from its page, by who looks at it.
enum InterventionLinks {
    static func all(of intervention: InterventionIdentity, _ context: Context) async throws -> [DossierPage.Link] {
        let options = try await InterventionOptions(intervention).perform(context)
        let path = "/interventions/\(intervention.number)"
        func link(_ word: String, _ page: String) -> DossierPage.Link {
            .init(title: Catalogue.french.text("dossier", word), path: "\(path)/\(page)")
        }
        let isKeeper = context.actor.role == .keeper
        return InterventionOptions.Option.allCases.filter(options.contains).flatMap { option in
            switch option {
            case .document where isKeeper: [link("farmerDocument", "document-eleveur.pdf")]
            case .document: [link("document", "document.pdf")]
            // On paper too, where the document was made.
            case .tuberculin:
                [link("tuberculin", "tuberculination")]
                    + (options.contains(.document) ? [link("tuberculinForm", "tuberculination.pdf")] : [])
            case .reedition: [link("reedition", "reedition")]
            }
        }
    }
}
