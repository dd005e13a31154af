import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The laboratories of a department: their cards and approvals, what the convention names them for, and the plans of a
/// campaign that are given to one (PRO-88, PRO-90, PRO-92, PRO-97).
enum LaboratoryPages {
    static let templates = [
        LaboratoriesPage.template, LaboratoryPage.template, LaboratoryPage.fieldsTemplate, AssignmentPage.template,
    ]

    private static let root = "/parametres/:department/laboratoires"
    private static let plans = "/campagnes/:department/:year/laboratoires"

    static let endpoints = [
        Endpoint(.get, root, .may(.campaignRead)) { try await list($0, notices: $0.doneNotices) },
        Endpoint(.post, root, .may(.laboratoryMaintain), add),
        Endpoint(.post, "/parametres/:department/convention/laboratoires", .may(.settingSet), agree),
        Endpoint(.get, root + "/:code", .may(.campaignRead)) { try await card($0, notices: $0.doneNotices) },
        Endpoint(.post, root + "/:code", .may(.laboratoryMaintain), set),
        Endpoint(.get, plans, .may(.campaignRead)) { try await plans($0, notices: $0.doneNotices) },
        Endpoint(.post, plans, .may(.laboratoryAssign), assign),
    ]

    // MARK: The list, and the convention

    private static func list(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, refused: [Finding] = []
    ) async throws -> Response {
        let department = try call.part("department")
        let context = try call.useCase(in: department)
        let lines = try await ListLaboratories(department: department).perform(context)
        let read = try await ReadConvention(department: department).perform(context)
        return try call.page(
            LaboratoriesPage(
                department, lines, read, context.actor.role,
                notices: notices + refused.map { Notice($0) }, entered: entered, refused: refused),
            .settings, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    /// What the convention says of blood analyses: code and printed name by disease.
    private static func agree(_ call: Call) async throws -> Response {
        let (form, department) = (try await call.form(), try call.part("department"))
        let context = try call.useCase(in: department)
        let cards = try await ListLaboratories(department: department).perform(context).map(\.card)
        var fields: [String: JSONValue] = [:]
        for disease in Disease.allCases {
            guard let code = form.text("code-\(disease.rawValue)") else {
                fields[disease.rawValue] = .null
                continue
            }
            let printed = form.text("libelle-\(disease.rawValue)")
            let name = printed ?? cards.first { $0.code == code }?.name ?? code
            fields[disease.rawValue] = .object(["code": .string(code), "name": .string(name)])
        }
        let useCase = SetConvention(
            department: department, tree: .object(["laboratories": .object(fields)]),
            justification: form.text("motif") ?? "", seen: try form.require("vu"))
        return try await call.act(
            "convention", then: "/parametres/\(department.formEncoded)/laboratoires",
            again: { try await list(call, entered: form, refused: $0.findings) },
            { _ = try await useCase.perform(context) })
    }

    private static func add(_ call: Call) async throws -> Response {
        let (form, department) = (try await call.form(), try call.part("department"))
        let code = (form.text("code") ?? "").uppercased()
        return try await call.act(
            "laboratory", then: "/parametres/\(department.formEncoded)/laboratoires",
            again: { try await list(call, entered: form, refused: $0.findings) },
            {
                _ = try await SetLaboratory(
                    adding: code, to: department, form.laboratory, isDairyLaboratory: form.value("lait") != nil
                ).perform(call.useCase(in: department))
            })
    }

    // MARK: One card

    private static func card(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, refused: [Finding] = []
    ) async throws -> Response {
        let (department, code) = (try call.part("department"), try call.part("code"))
        let context = try call.useCase(in: department)
        let lines = try await ListLaboratories(department: department).perform(context)
        guard let line = lines.first(where: { $0.card.code == code }) else { throw WebFault.notFound }
        return try call.page(
            LaboratoryPage(
                line, department, context.actor.role, notices: notices + refused.map { Notice($0) },
                entered: entered, refused: refused),
            .settings, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    private static func set(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (department, code) = (try call.part("department"), try call.part("code"))
        do {
            let warnings = try await SetLaboratory(
                code, in: department, form.laboratory, seen: try form.require("vu")
            ).perform(call.useCase(in: department))
            guard warnings.isEmpty else {
                let done = Notice(.done, Catalogue.french.text("done", "laboratory"))
                return try await card(call, notices: [done] + warnings.map { Notice($0) })
            }
            return call.seeOther(
                "/parametres/\(department.formEncoded)/laboratoires/\(code.formEncoded)?fait=laboratory")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await card(call, entered: form, refused: refused.findings)
        }
    }

    // MARK: The plans of a campaign

    private static func plans(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, refused: [Finding] = []
    ) async throws -> Response {
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        let lines = try await ListLaboratories(department: campaign.selector.department).perform(context)
        let checks = try await CheckCampaign(selector: campaign.selector, steps: [.laboratories]).perform(context)
        return try call.page(
            AssignmentPage(
                campaign, lines, checks, context.actor.role, notices: notices + refused.map { Notice($0) },
                entered: entered, refused: refused),
            .followUp, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    private static func assign(_ call: Call) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        guard let disease = Disease(rawValue: try form.require("maladie")) else { throw WebFault.formUnreadable }
        do {
            let outcome = try await AssignLaboratory(
                selector: campaign.selector, disease: disease, code: try form.require("laboratoire"),
                number: form.text("intervention"), reason: form.text("motif") ?? ""
            ).perform(call.useCase(in: campaign.selector.department))
            let words = Catalogue.french.text("laboratory", "changed")
            let done = Notice(.done, "\(words) \(outcome.changed)")
            return try await plans(call, notices: [done] + outcome.findings.prefix(20).map { Notice($0) })
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await plans(call, entered: form, refused: refused.findings)
        }
    }
}

extension Form {
    /// The card as it was typed.
    fileprivate var laboratory: SetLaboratory.Fields {
        var fields = SetLaboratory.Fields()
        fields.name = text("nom") ?? ""
        (fields.address, fields.town) = (text("adresse"), text("commune"))
        fields.postcode = text("codepostal")?.filter { !$0.isWhitespace }
        fields.email = text("courriel")
        let approved = Set(values("agrement"))
        fields.approvedDiseases = Disease.allCases.filter { approved.contains($0.rawValue) }
        return fields
    }
}
