import Hummingbird
import Kernel
import UseCases

/// What went wrong, in a sentence, and what to do about it.
struct FaultPage: PageModel {
    struct Line: Sendable {
        let sentence: String
        let wayOut: String
    }

    let title: String
    let lines: [Line]
    let status: HTTPResponse.Status
    /// The page without its filters, where one of them was refused.
    var unfiltered: String?

    init(_ title: String, _ sentence: String, _ wayOut: String, _ status: HTTPResponse.Status) {
        self.title = title
        self.lines = [Line(sentence: sentence, wayOut: wayOut)]
        self.status = status
    }

    init(_ refused: Refused) {
        status = Refusal.status(of: refused.findings)
        guard status != .notFound else {
            (title, lines) = (WebFault.notFound.page.title, WebFault.notFound.page.lines)
            return
        }
        title = status == .forbidden ? "Action non permise" : "Demande refusée"
        lines = Line.lines(of: refused.findings)
    }

    /// Whatever the server's library refuses by itself: too large, unreadable.
    init(_ status: HTTPResponse.Status) {
        self.init(
            "Demande refusée", "Le serveur n'a pas pu lire cette demande (\(status.code)).",
            "Revenez à la page précédente et recommencez.", status)
    }

    static let busy = FaultPage(
        "Un instant", "Trop de personnes se connectent en même temps.", "Réessayez dans quelques secondes.",
        .serviceUnavailable)
    static let `internal` = FaultPage(
        "Erreur du serveur", "Votre demande n'a pas abouti ; rien n'a été enregistré à moitié.",
        "Recommencez ; si l'erreur persiste, prévenez l'administrateur en donnant l'heure.", .internalServerError)

    static let template = Template(
        "fault",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{#page.lines}}<p class="sentence">{{sentence}}</p>
        <p><span class="way">{{t.fault.way}} :</span> {{wayOut}}</p>
        {{/page.lines}}
        {{#page.unfiltered}}<p><a href="{{.}}">{{t.fault.unfiltered}}</a></p>{{/page.unfiltered}}
        <p><a href="/">{{t.fault.home}}</a></p>
        {{/main}}{{/layout}}
        """#)

    /// The same inside a page whose model has `fault`: a line, or several.
    static let noticeTemplate = Template(
        "fault-notice",
        #"""
        {{#page.fault}}<div class="notice refused" role="alert"><p>{{sentence}}</p>
        <p><span class="way">{{t.fault.way}} :</span> {{wayOut}}</p></div>
        {{/page.fault}}
        """#)
}

extension WebFault {
    var page: FaultPage {
        switch self {
        case .signInNeeded, .passwordChangeNeeded, .secondFactorNeeded:
            FaultPage("Connexion nécessaire", "Cette page demande un compte.", "Connectez-vous.", .unauthorized)
        case .notFound:
            FaultPage(
                "Page introuvable", "Il n'y a rien à cette adresse, ou ce n'est pas à vous de le voir.",
                "Vérifiez l'adresse, ou passez par la recherche.", .notFound)
        case .foreignOrigin:
            FaultPage(
                "Demande refusée", "Ce formulaire a été envoyé depuis un autre site.",
                "Remplissez-le sur une page de Vigie.", .forbidden)
        case .formStale:
            FaultPage(
                "Page périmée", "Ce formulaire était ouvert depuis trop longtemps ; rien n'a été enregistré.",
                "Revenez à la page, rechargez-la et recommencez.", .forbidden)
        case .formUnreadable:
            FaultPage(
                "Formulaire illisible", "Il manque un champ, ou ce n'est pas un formulaire.",
                "Revenez à la page et recommencez.", .badRequest)
        }
    }
}
