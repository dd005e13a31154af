import HTTPTypes
import Hummingbird
import NIOCore

/// What a request without a session gets: the way to the sign-in, which leads back to where one was. Whoever sent a
/// form is told there that nothing of it was kept; the browser's script puts back what was typed.
struct EndedSession {
    private let request: Request

    init(_ request: Request) { self.request = request }

    var answer: Response {
        guard request.isPartOfAPage else { return .redirect(to: signIn(from: page), type: .normal) }
        guard request.method == .get else {
            let text = Catalogue.french.text("signIn", "endedDraft")
            var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
            response.headers[.contentType] = "text/html; charset=utf-8"
            return response
        }
        var response = Response(status: .ok)
        if let name = HTTPField.Name("HX-Redirect") { response.headers[name] = signIn(from: page) }
        return response
    }

    private func signIn(from page: String) -> String {
        "/connexion?retour=\(page.formEncoded)" + (request.method == .get ? "" : "&fin=formulaire")
    }

    /// The page that one looked at: what was asked for, or where the form stood.
    private var page: String {
        if request.method == .get, !request.isPartOfAPage { return request.uri.description }
        let name = request.isPartOfAPage ? HTTPField.Name("HX-Current-URL") : .referer
        let address = name.flatMap { request.headers[$0] } ?? ""
        guard let scheme = address.firstRange(of: "://"), let slash = address[scheme.upperBound...].firstIndex(of: "/")
        else { return "/" }
        return SignInPages.ownAddress(String(address[slash...]))
    }
}

extension Request {
    /// Asked for by htmx, which puts the answer into a page that stands.
    var isPartOfAPage: Bool { HTTPField.Name("HX-Request").flatMap { headers[$0] } != nil }
}
