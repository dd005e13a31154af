import Hummingbird
import Kernel
import Prophylaxis
import Register
import UseCases

/// The settings of a department.
enum SettingsPages {
    static let templates = [SettingsPage.template, LetterTextPage.template]

    private static let root = "/parametres/:department"

    static let endpoints = [
        Endpoint(.get, "/parametres", .may(.letterSettle)) { call in
            let departments = try await departments(call)
            guard let first = departments.first else { return call.seeOther("/") }
            return call.seeOther("/parametres/\(first)")
        },
        Endpoint(.get, root, .may(.campaignRead)) { try await settings($0, notices: $0.doneNotices) },
        Endpoint(.post, root + "/expediteurs/:side", .may(.letterSettle), setSender),
        Endpoint(.get, root + "/courriers/:kind", .may(.campaignRead)) {
            try await letter($0, notices: $0.doneNotices)
        },
        Endpoint(.get, root + "/courriers/:kind/apercu.pdf", .may(.campaignRead), preview),
        Endpoint(.post, root + "/courriers/:kind", .may(.letterSettle), setLetter),
    ]

    /// Where one has campaigns.
    private static func departments(_ call: Call) async throws -> [String] {
        if case .departments(let codes) = try call.visit.actor.scope { return codes.sorted() }
        return Set(try await ListCampaigns().perform(call.useCase()).map(\.department)).sorted()
    }

    /// - Parameter sent: how a side would sign, refused.
    private static func settings(
        _ call: Call, notices: [Notice] = [], sent: (side: LetterSide, form: Form)? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (department, texts) = (try call.part("department"), Catalogue.french)
        let context = try call.useCase(in: department)
        let convention = try await ShowConvention(department: department).perform(context)
        let path = "/parametres/\(department.formEncoded)"
        var senders: [SettingsPage.Sender] = []
        for side in LetterSide.allCases {
            let setting = try await ReadLetterSender(department: department, side).perform(context)
            let intention = side == .authority ? Intention.letterWriteAuthority : .letterSettle
            let typed = sent?.side == side ? sent?.form : nil
            senders.append(
                SettingsPage.Sender(
                    path: "\(path)/expediteurs/\(side.rawValue)", side: side.french, code: side.rawValue,
                    signatory: typed?.value("signataire") ?? setting.signatory,
                    function: typed?.value("fonction") ?? setting.function,
                    contact: typed?.value("contact") ?? setting.contact,
                    place: typed?.value("lieu") ?? setting.place, reason: typed?.value("motif") ?? "",
                    mayChange: Access.may(intention).allows(context.actor.role)))
        }
        var letters: [SettingsPage.Letter] = []
        for kind in LetterChoice.allCases {
            let text = try await ReadLetterTemplate(department: department, kind).perform(context)
            letters.append(
                SettingsPage.Letter(
                    title: kind.title, path: "\(path)/courriers/\(kind.rawValue)",
                    origin: texts.text("settings", text.isOwn ? "own" : "national")))
        }
        let all = try await departments(call)
        let campaigns = try await ListCampaigns(department: department).perform(context).filter { $0.state != "closed" }
        return try call.page(
            SettingsPage(
                title: "\(texts.text("settings", "title")) \(department)",
                conventionForm: Access.may(.settingSet).allows(context.actor.role) ? path + "/convention" : nil,
                notices: notices, isRefused: status != .ok,
                departments: all.map { HomePage.Work(title: $0, count: 0, path: "/parametres/\($0)") },
                hasSeveral: all.count > 1,
                convention: convention.map(words) ?? [], senders: senders, letters: letters,
                laboratories: path + "/laboratoires", verification: path + "/verification",
                region: Region.code(of: department).map { "/regions/\($0)" },
                campaigns: campaigns.map { summary in
                    let address = CampaignAddress(summary.department, summary.year, summary.name)
                    return HomePage.Work(
                        title: address.title, count: summary.interventions,
                        path: address.path("parametres") + "#" + SetupCriterion.assessment.rawValue)
                }),
            .settings, status: status)
    }

    private static func words(_ convention: Convention) -> [HomePage.Figure] {
        let texts = Catalogue.french
        func figure(_ key: String, _ value: String?) -> HomePage.Figure? {
            value.flatMap { $0.isEmpty ? nil : HomePage.Figure(label: texts.text("settings", key), value: $0) }
        }
        func flag(_ isTrue: Bool) -> String { texts.text("settings", isTrue ? "yes" : "no") }
        // `totale : 1, 2, 5 ; partielle : 3`
        let steps = Dictionary(grouping: convention.delegation.keys) { convention.delegation[$0]?.rawValue ?? "" }
            .sorted { $0.key > $1.key }.map { extent, steps in
                let numbers = steps.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }.joined(separator: ", ")
                return "\(texts.text("settings", "delegation-\(extent)")) : \(numbers)"
            }
        return [
            figure(
                "diseases",
                convention.delegatedDiseases.map { texts.text("disease", $0.rawValue) }.joined(separator: ", ")),
            figure("steps", steps.joined(separator: " ; ")),
            figure("withheld", convention.withheld.map { ActWords.french($0.rawValue) }.joined(separator: ", ")),
            figure(
                "laboratories",
                convention.laboratories.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.name)" }
                    .joined(separator: ", ")),
            figure("quadripartite", convention.quadripartite), figure("tripartite", convention.tripartite),
            figure(
                "orders",
                convention.orders.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")),
            figure("rawMilk", flag(convention.rawMilkAccess)), figure("map", flag(convention.mapDelegated)),
            figure("links", flag(convention.linksDelegated)),
            figure("retests", flag(convention.retestPlanningDelegated)),
        ].compactMap(\.self)
    }

    private static func setSender(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let department = try call.part("department")
        guard let side = LetterSide(rawValue: try call.part("side")) else { throw WebFault.notFound }
        var change = LetterSenderSetting()
        (change.signatory, change.function) = (form.value("signataire"), form.value("fonction"))
        (change.contact, change.place) = (form.value("contact"), form.value("lieu"))
        let setting = SetLetterSender(
            department: department, side, change, logo: nil, justification: form.text("motif") ?? "")
        return try await call.act(
            "setting", then: "/parametres/\(department.formEncoded)",
            again: { refused in
                try await settings(
                    call, notices: refused.findings.map { Notice($0) }, sent: (side, form),
                    status: .unprocessableContent)
            }, { _ = try await setting.perform(call.useCase(in: department)) })
    }

    /// - Throws: `WebFault.notFound` for a letter that is none.
    private static func kind(_ call: Call) throws -> LetterChoice {
        guard let kind = LetterChoice(rawValue: try call.part("kind")) else { throw WebFault.notFound }
        return kind
    }

    private static func letter(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (department, kind) = (try call.part("department"), try kind(call))
        let context = try call.useCase(in: department)
        let text = try await ReadLetterTemplate(department: department, kind).perform(context)
        let path = "/parametres/\(department.formEncoded)/courriers/\(kind.rawValue)"
        let intention = kind.author == .authority ? Intention.letterWriteAuthority : .letterSettle
        return try call.page(
            LetterTextPage(
                title: kind.title, back: "/parametres/\(department.formEncoded)", path: path,
                preview: path + "/apercu.pdf",
                notices: notices, isRefused: status != .ok, text: entered?.value("texte") ?? text.text,
                reason: entered?.value("motif") ?? "", mayChange: Access.may(intention).allows(context.actor.role)),
            .settings, status: status)
    }

    private static func preview(_ call: Call) async throws -> Response {
        let (department, kind) = (try call.part("department"), try kind(call))
        let context = try call.useCase(in: department)
        let text = try await ReadLetterTemplate(department: department, kind).perform(context)
        return try call.inline(
            LetterPreview.pdf(kind, text.text, on: context.today), "apercu-\(kind.rawValue).pdf", .pdf)
    }

    private static func setLetter(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (department, kind) = (try call.part("department"), try kind(call))
        // Browsers end lines with a carriage return, which templates do not know.
        let text = try form.require("texte").replacing("\r\n", with: "\n")
        return try await call.act(
            "setting", then: "/parametres/\(department.formEncoded)/courriers/\(kind.rawValue)",
            again: { refused in
                try await letter(
                    call, notices: refused.findings.map { Notice($0) }, entered: form, status: .unprocessableContent)
            },
            {
                try await SetLetterTemplate(
                    department: department, kind, text: text, justification: form.text("motif") ?? ""
                ).perform(call.useCase(in: department))
            })
    }
}
