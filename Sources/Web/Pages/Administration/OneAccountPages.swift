import Hummingbird
import Kernel
import Register
import UseCases

/// One account and what an administrator does to it.
enum OneAccountPages {
    private static let path = "/administration/comptes/:login"

    static let endpoints = [
        post("droits") { call, login, form in
            guard let role = Role(rawValue: try form.require("role")) else { throw WebFault.formUnreadable }
            let scope = Scope(typed: try form.require("departments"))
            try await ChangeAccount(login: login, .rights(role: role, scope: scope)).perform(call.useCase())
        },
        post("organisme") { call, login, form in
            let code = try form.require("organisation")
            try await ChangeAccount(login: login, .attach(organisation: code.isEmpty ? nil : code))
                .perform(call.useCase())
        },
        post("courriel") { call, login, form in
            let mail = try form.require("mail")
            try await ChangeAccount(login: login, .mail(mail.isEmpty ? nil : mail)).perform(call.useCase())
        },
        post("lien") { call, login, form in
            let tie: AccountTie
            if let number = form.text("exploitation") {
                tie = .holding(number)
            } else {
                tie = .veterinarian(orderNumber: form.value("ordre").flatMap { $0.isEmpty ? nil : $0 })
            }
            try await ChangeAccount(login: login, .tie(tie)).perform(call.useCase())
        },
        post("lien/retirer") { call, login, form in
            try await ChangeAccount(login: login, .tie(.noMore(holding: try form.require("exploitation"))))
                .perform(call.useCase())
        },
        post("etat") { call, login, form in
            let isEnabled = try form.require("actif") == "oui"
            try await ChangeAccount(login: login, isEnabled ? .enable : .disable).perform(call.useCase())
        },
        post("second-facteur", provesAnewFor: path) { call, login, _ in
            try await ResetSecondFactor(of: login).perform(call.useCase())
        },
        post("sessions") { call, login, _ in
            try await EndSessions.all(of: login, by: call.visit.actor, call.installation)
        },
        post("invitation/retirer") { call, login, _ in
            try await WithdrawInvitation(login).perform(call.useCase())
        },
        Endpoint(.post, "\(path)/mot-de-passe", .may(.accountAdd), provesAnewFor: path) { call in
            _ = try await call.form()
            let (login, password) = (try call.part("login"), InitialPassword.make())
            return try await shown(call) {
                try await SetPassword(of: login, to: password, .administrator(call.visit.actor))
                    .perform(on: call.installation)
                return .once("passwordOnce", [.init(label: login, secret: password)], back: login)
            }
        },
        Endpoint(.post, "\(path)/invitation", .may(.accountAdd), provesAnewFor: path) { call in
            _ = try await call.form()
            let login = try call.part("login")
            return try await shown(call) {
                let token = try await InviteAgain(login, until: call.invitationEnd).perform(call.useCase())
                return .once("linksOnce", [.init(label: login, secret: call.invitationLink(token))], back: login)
            }
        },
    ]

    /// A change after which the account's page is shown again.
    private static func post(
        _ name: String, provesAnewFor origin: String? = nil,
        _ change: @escaping @Sendable (Call, String, Form) async throws -> Void
    ) -> Endpoint {
        Endpoint(.post, "\(path)/\(name)", .may(.accountAdd), provesAnewFor: origin) { call in
            let (form, login) = (try await call.form(), try call.part("login"))
            do {
                try await change(call, login, form)
                return call.seeOther("/administration/comptes/\(login.formEncoded)?fait=account")
            } catch let refused as Refused {
                return try await page(call, refused, entered: form)
            }
        }
    }

    private static func shown(_ call: Call, _ work: () async throws -> SecretsPage) async throws -> Response {
        do {
            return try call.page(try await work(), .administration)
        } catch let refused as Refused {
            return try await page(call, refused)
        }
    }

    static func page(_ call: Call, _ refused: Refused? = nil, entered: Form? = nil) async throws -> Response {
        let login = try call.part("login")
        let listing = try await ShowAccount(login).perform(call.useCase())
        let own = try await OwnAccount.of(login, for: call.visit.actor, call.installation)
        let ties = try await ShowAccountTies(login).perform(call.useCase())
        let state = AccountState.text(listing, now: call.installation.clock())
        var page = OneAccountPage(own, ties, state: state, entered: entered)
        page.notices = call.doneNotices
        page.faults = refused.map { FaultPage.Line.lines(of: $0.findings) } ?? []
        return try call.page(page, .administration, status: refused == nil ? .ok : .unprocessableContent)
    }
}

extension Call {
    /// When a link that is made now stops opening.
    var invitationEnd: Int { installation.clock() + installation.rules.invitationSeconds }

    func invitationLink(_ token: String) -> String { "\(configuration.publicAddress)/invitation/\(token)" }
}

extension SecretsPage {
    /// - Parameter login: whose page comes next; nil: the list.
    static func once(_ hint: String, _ lines: [Line], back login: String?) -> SecretsPage {
        SecretsPage(
            title: Catalogue.french.text("admin", "shownOnce"), hint: Catalogue.french.text("admin", hint),
            lines: lines, next: "/administration/comptes" + (login.map { "/\($0.formEncoded)" } ?? ""))
    }
}
