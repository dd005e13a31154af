import HTTPTypes
import Hummingbird
import NIOCore
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// Every form of the route table, with what nobody should send.
@Suite("Issue 3, bad input: every form answers with the right status and a sentence", .serialized)
struct HostileFormsTests {
    private static let forms = Routes.all.filter { $0.method == .post }
    private static let refusals: Set<Int> = [400, 403, 404, 409, 410, 413, 415, 422, 429]

    /// Of those who may, one who is not needed by the others' sign-in.
    private static func role(for endpoint: Endpoint) -> Role? {
        [Role.authority, .inspector, .administrator, .laboratory, .veterinarian, .keeper, .nationalAuthority]
            .first { endpoint.access.allows($0) }
    }

    /// Runs `body` for every form with a browser that may send it and has a token; it is signed in anew where the form
    /// before signed it out.
    private func everyForm(
        _ examples: @escaping @Sendable (WebCampaign) -> RouteExamples,
        _ body: @escaping @Sendable (inout WebBrowser, String, _ token: String) async throws -> Void
    ) async throws {
        try await WebCampaign.run(.sqlite) { scene, made in
            let examples = examples(made)
            for endpoint in Self.forms {
                let role = try #require(Self.role(for: endpoint), "\(endpoint.path): nobody may")
                scene.clock.advance(3600)
                var browser = try await scene.browser(role)
                try await browser.get("/compte")
                let token = browser.formToken
                #expect(browser.status == .ok && !token.isEmpty, "\(role) before \(endpoint.path)")
                try await body(&browser, examples.path(of: endpoint), token)
            }
        }
    }

    /// What was sent is done, or refused in a sentence with a way out; it is never executed, and nothing breaks.
    private static func judge(_ browser: WebBrowser, _ path: String, _ what: String) {
        let (code, text) = (browser.status.code, browser.text)
        let place = Comment(rawValue: "\(path), \(what): \(code) \(text.mainPart)")
        guard code >= 400 else {
            #expect((200...303).contains(code), place)
            #expect(!text.contains("<script>\(Hostile.mark)") && !text.contains("\" onfocus=\"alert"), place)
            #expect(browser.location?.contains("\r") != true, place)
            return
        }
        let isPage = text.contains("<html lang=\"fr\"") && text.contains("href=\"")
        let saysWhy = text.contains("class=\"sentence\"") || text.contains("class=\"notice refused")
        let saysHow = text.contains("class=\"way\"") || text.contains("role=\"alert\"><p>")
        let isLive = text.contains("<script>\(Hostile.mark)") || text.contains("\" onfocus=\"alert")
        // Random tokens may spell anything.
        let words = text.replacing(/value="[\w-]{43}"/, with: "")
        let isTalkative = words.contains("SQL") || words.contains("Swift")
        #expect(refusals.contains(code) && isPage && saysWhy && saysHow && !isLive && !isTalkative, place)
    }

    @Test("hostile, missing, wrong and doubled fields, of things that are there") func hostile() async throws {
        try await everyForm({ RouteExamples($0) }) { browser, path, token in
            for (what, value) in Hostile.values {
                // What is long would be refused by the limit of all fields together.
                let fields = value.utf8.count > 1000 ? Hostile.fields.chunks(of: 60) : [Hostile.fields]
                for part in fields {
                    try await browser.send(fields: part.map { ($0, value) } + [("_form", token)], to: path)
                    Self.judge(browser, path, what)
                }
            }
            for value in ["a", "1"] {
                let fields = Hostile.fields.flatMap { [($0, value), ($0, "<b>")] }
                try await browser.send(fields: fields + [("_form", token), ("_form", token)], to: path)
                Self.judge(browser, path, "everything twice")
            }
            try await browser.send(fields: [("_form", token)], to: path)
            Self.judge(browser, path, "no field")
        }
    }

    @Test("hostile fields for things that are not there") func missing() async throws {
        try await everyForm({ _ in RouteExamples.missing }) { browser, path, token in
            for (what, value) in Hostile.values where ["nothing", "a script", "a large number"].contains(what) {
                try await browser.send(fields: Hostile.fields.map { ($0, value) } + [("_form", token)], to: path)
                Self.judge(browser, path, what)
            }
        }
    }

    @Test("bodies that are no form, of each kind that browsers and programs send") func bodies() async throws {
        try await everyForm({ RouteExamples($0) }) { browser, path, token in
            for (what, body) in Hostile.bodies {
                for type in [
                    "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=v", "",
                ] {
                    let text = type.hasPrefix("application/x") ? "_form=\(token.formEncoded)&\(body)" : body
                    try await browser.send(
                        .post, path, type.isEmpty ? [:] : [.contentType: type], ByteBuffer(string: text))
                    Self.judge(browser, path, "\(what) as \(type)")
                }
            }
            let large = "_form=\(token.formEncoded)&x=" + String(repeating: "x", count: 1 << 20)
            try await browser.send(
                .post, path, [.contentType: "application/x-www-form-urlencoded"], ByteBuffer(string: large))
            Self.judge(browser, path, "too large")
            // Uploads take more than a form may hold.
            let isUpload = path == "/fichiers" || path.hasSuffix("/pieces")
            #expect(browser.status == .contentTooLarge || isUpload, "\(path)")
        }
    }

    @Test("a stale, doubled, foreign or missing token, and other methods: nothing is done") func tokens() async throws {
        try await everyForm({ RouteExamples($0) }) { browser, path, token in
            for body in [
                "_form=x", "_form=", "x=\(token.formEncoded)", "_form=x&_form=\(token.formEncoded)", "",
                "_form=\(String(token.reversed()).formEncoded)",
            ] {
                try await browser.send(
                    .post, path, [.contentType: "application/x-www-form-urlencoded"],
                    ByteBuffer(string: body + "&motif=x"))
                Self.judge(browser, path, "the token of \(body)")
                #expect(browser.status == .forbidden, "\(path)")
            }
            for method in [HTTPRequest.Method.put, .delete, .patch, .options, .trace] {
                try await browser.send(method, path, [:], ByteBuffer(string: "_form=\(token.formEncoded)"))
                Self.judge(browser, path, "\(method)")
                #expect(browser.status == .notFound || browser.status == .methodNotAllowed, "\(method) \(path)")
            }
        }
    }

    @Test("addresses with hostile parameters and parts: every page answers") func addresses() async throws {
        try await WebCampaign.run(.sqlite) { scene, made in
            let names = [
                "q", "page", "apres", "avant", "tri", "colonnes", "departement", "fait", "retour", "vue", "campagne",
                "etat", "maladie", "depuis", "jusqu", "qui", "quoi",
            ]
            var browser = try await scene.browser(.authority)
            var administrator = try await scene.browser(.administrator)
            for endpoint in Routes.all where endpoint.method == .get && endpoint.access != .everyone {
                let path = RouteExamples(made).path(of: endpoint)
                let isAdministrators = !endpoint.access.allows(.authority)
                for (what, value) in Hostile.values {
                    let address = path + "?" + names.map { "\($0)=\(value.formEncoded)" }.joined(separator: "&")
                    let part =
                        path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/\(value.formEncoded)"
                    for uri in [address, part] where uri.utf8.count < 60_000 {
                        if isAdministrators { try await administrator.get(uri) } else { try await browser.get(uri) }
                        Self.judge(isAdministrators ? administrator : browser, "\(path)", "\(what) in the address")
                    }
                }
            }
        }
    }
}

extension String {
    /// What a page says, for who reads of a failure.
    fileprivate var mainPart: Substring {
        firstRange(of: "<main").map { self[$0.lowerBound...].prefix(400) } ?? prefix(400)
    }
}

extension Array {
    fileprivate func chunks(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
