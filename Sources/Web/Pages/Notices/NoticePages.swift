import Hummingbird
import Kernel
import UseCases

/// What one is told: the list behind the bell, the way from a notice to what it is about, and what one chose.
enum NoticePages {
    static let templates = [NoticesPage.template, NoticeSettingsPage.template, MailConfirmationPage.template]

    private static let settings = "/compte/avertissements"

    static let endpoints = [
        Endpoint(.get, "/avertissements", .may(.noticeRead), list),
        Endpoint(.get, "/avertissements/:id", .may(.noticeRead)) { call in
            let id = Int64(try call.part("id")) ?? 0
            return call.seeOther(try await OpenNotice(id).perform(call.useCase()).target)
        },
        Endpoint(.post, "/avertissements/lu", .may(.noticeRead), mark),
        Endpoint(.get, settings, .may(.noticeRead)) { try await show($0) },
        Endpoint(.post, settings, .may(.noticeSet), choose),
        Endpoint(.post, settings + "/adresse", .may(.noticeSet), changeMail),
        Endpoint(.get, settings + "/adresse/:token", .may(.noticeSet)) { call in
            let token = try call.part("token")
            let mail = try await ChangeOwnMail.awaited(token, call.useCase())
            return try call.page(MailConfirmationPage(mail: mail, token: token), .account)
        },
        Endpoint(.post, settings + "/adresse/confirmer", .may(.noticeSet)) { call in
            let form = try await call.form()
            try await ChangeOwnMail(.confirm(try form.require("token"))).perform(call.useCase())
            return call.seeOther("\(settings)?fait=mailSet")
        },
    ]

    private static func list(_ call: Call) async throws -> Response {
        let before = try call.position("avant") { Int64($0) }
        let outcome = try await ListNotices(before: before).perform(call.useCase())
        return try call.page(NoticesPage(outcome, notices: call.doneNotices), .notices)
    }

    /// One, or all up to the latest that the page showed.
    private static func mark(_ call: Call) async throws -> Response {
        let form = try await call.form()
        guard let id = Int64(try form.require("jusqua")) else { throw WebFault.formUnreadable }
        let isOne = form.value("un") != nil
        try await MarkNotices(isOne ? .one(id) : .upTo(id)).perform(call.useCase())
        return call.seeOther("/avertissements")
    }

    private static func show(_ call: Call, _ refused: Refused? = nil, typed: String? = nil) async throws -> Response {
        let outcome = try await ReadNoticeSettings().perform(call.useCase())
        var page = NoticeSettingsPage(outcome, sends: call.installation.mail != nil)
        page.typed = typed ?? ""
        page.notices = refused.map { $0.findings.map { Notice($0) } } ?? call.doneNotices
        page.isRefused = refused != nil
        return try call.page(page, .account, status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func choose(_ call: Call) async throws -> Response {
        let form = try await call.form()
        func kinds(_ name: String) -> Set<NoticeKind> { Set(form.values(name).compactMap(NoticeKind.init(rawValue:))) }
        try await ChooseNotices(inApp: kinds("ici"), byMail: kinds("courriel")).perform(call.useCase())
        return call.seeOther("\(settings)?fait=notices")
    }

    private static func changeMail(_ call: Call) async throws -> Response {
        let form = try await call.form()
        do {
            if form.value("retirer") != nil {
                try await ChangeOwnMail(.remove).perform(call.useCase())
                return call.seeOther("\(settings)?fait=mailGone")
            }
            try await ChangeOwnMail(.ask(try form.require("adresse"))).perform(call.useCase())
            return call.seeOther("\(settings)?fait=mailAsked")
        } catch let refused as Refused where refused.findings.first?.code == NoticeFinding.mailUnfit.rawValue {
            return try await show(call, refused, typed: form.value("adresse"))
        }
    }
}

extension ShownNotice {
    /// The page that it is about. Whether it opens is decided there.
    var target: String {
        let address = campaign.flatMap { campaign in
            event.department.map { CampaignAddress($0, campaign.year, campaign.name) }
        }
        switch topic {
        case .nonNegativeResult, .changedResult:
            if let number = event.intervention { return "/interventions/\(number)" }
            if let address { return address.path("travail/alerts") }
            return event.importID.map { "/fichiers/\($0)" } ?? "/"
        case .authorityWork, .delegateWork: return "/"
        case .fileRefused: return event.importID.map { "/fichiers/\($0)" } ?? "/fichiers"
        case .fileFailed: return event.job.map { "/travaux/\($0)" } ?? "/travaux"
        case .mailChanged, .mailToConfirm: return "/compte/avertissements"
        case .tokenCreated: return "/compte/jetons"
        default: return "/compte"
        }
    }
}
