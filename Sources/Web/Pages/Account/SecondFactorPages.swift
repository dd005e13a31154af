import Hummingbird
import Kernel
import UseCases

/// Setting up, renewing and removing one's second factor.
enum SecondFactorPages {
    static let path = "/compte/second-facteur"

    static let endpoints = [
        Endpoint(.get, path, .ownAccount, provesAnewFor: path) { try await page($0) },
        Endpoint(.get, path + "/code.svg", .ownAccount, provesAnewFor: path, picture),
        Endpoint(.post, path, .ownAccount, provesAnewFor: path) { call in
            let form = try await call.form()
            return try await change(call, .setUp(code: try form.require("code")))
        },
        Endpoint(.post, path + "/codes", .ownAccount, provesAnewFor: path) { call in
            let form = try await call.form()
            return try await change(call, .renewRecovery(code: try form.require("code")))
        },
        Endpoint(.post, path + "/retirer", .ownAccount, provesAnewFor: path) { call in
            let form = try await call.form()
            return try await change(call, .remove(code: try form.require("code")))
        },
    ]

    private static func page(
        _ call: Call, fault: FaultPage.Line? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let visit = try call.visit
        let own = try await OwnAccount.of(visit, call.installation)
        // Who signs in elsewhere has the second factor there.
        guard own.listing.hasPassword else { return call.seeOther("/compte") }
        var page = SecondFactorPage(
            isSet: own.listing.hasSecondFactor, codesLeft: own.recoveryCodes, isOwed: visit.owes == .secondFactor)
        page.fault = fault
        if !page.isSet { page.secret = try await SecondFactor.offer(to: visit, call.installation).secret.grouped }
        return try call.page(page, .account, status: status)
    }

    private static func picture(_ call: Call) async throws -> Response {
        let visit = try call.visit
        let own = try await OwnAccount.of(visit, call.installation)
        guard own.listing.hasPassword, !own.listing.hasSecondFactor else { throw WebFault.notFound }
        let svg = try EnrolmentPicture.svg(await SecondFactor.offer(to: visit, call.installation))
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: svg)))
        response.headers[.contentType] = "image/svg+xml"
        return response
    }

    private static func change(_ call: Call, _ change: ChangeSecondFactor.Change) async throws -> Response {
        do {
            let outcome = try await ChangeSecondFactor(call.visit, change).perform(on: call.installation)
            var response = call.seeOther("/compte")
            if !outcome.recovery.isEmpty {
                // Not asked for anew: they are shown once.
                response = try call.page(SecretsPage.recovery(outcome.recovery), .account)
            }
            response.setCookie(call.cookie.setting(outcome.token))
            return response
        } catch let refused as Refused {
            return try await page(
                call, fault: FaultPage(refused).lines.first, status: Refusal.status(of: refused.findings)
            ).retrying(refused)
        }
    }
}

extension String {
    /// In groups of four, for who types it.
    fileprivate var grouped: String {
        enumerated().map { $0.offset > 0 && $0.offset % 4 == 0 ? " \($0.element)" : String($0.element) }.joined()
    }
}
