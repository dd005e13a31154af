import Hummingbird
import Kernel
import Register
import UseCases

/// What opens, closes, places and links herds.
enum HerdLifePages {
    static let endpoints = [
        Endpoint(.post, "/elevages/:number/ateliers", .may(.herdMaintain), open),
        Endpoint(.post, HerdActPages.root + "/fermeture", .may(.herdMaintain)) {
            try await HerdActPages.act($0, "herdClosed", close)
        },
        Endpoint(.post, HerdActPages.root + "/reouverture", .may(.herdMaintain)) {
            try await HerdActPages.act($0, "herdReopened", reopen)
        },
        Endpoint(.post, HerdActPages.root + "/bovins", .may(.productionTypeSet), place),
        Endpoint(.post, HerdActPages.root + "/liens", .may(.herdLink)) {
            try await HerdActPages.act($0, "herdLinked", link)
        },
        Endpoint(.post, HerdActPages.root + "/liens/fin", .may(.herdLink)) {
            try await HerdActPages.act($0, "herdUnlinked", unlink)
        },
        Endpoint(.post, HerdActPages.root + "/position", .may(.herdLocate)) {
            try await HerdActPages.act($0, "herdLocated", locate)
        },
    ]

    /// The new herd's page is the next; what was refused stays on the holding's.
    private static func open(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let holding = try await HerdPages.holding(call)
        do {
            guard let herdClass = HerdClass(rawValue: try form.require("classe")),
                let milk = MilkDelivery(rawValue: try form.require("lait"))
            else { throw WebFault.formUnreadable }
            var opening = OpenHerd(
                in: holding, code: (form.text("code") ?? "").uppercased(), herdClass,
                on: try form.neededDay("jour", "openedOn"), reason: form.text("motif") ?? "")
            if let text = form.text("orientation") {
                guard let orientation = HerdOrientationCode(rawValue: text) else { throw WebFault.formUnreadable }
                opening.orientation = orientation
            }
            (opening.milkDelivery, opening.name) = (milk, form.text("libelle"))
            let (herd, warnings) = try await opening.perform(call.useCase(in: holding.department))
            guard warnings.isEmpty else {
                let done = Notice(.done, Catalogue.french.text("done", "herdOpened"))
                return try await HerdPages.page(of: herd, call, notices: [done] + warnings.map { Notice($0) })
            }
            return call.seeOther("/elevages/\(herd.holding)/\(herd.code.formEncoded)?fait=herdOpened")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await HerdPages.page(
                of: holding, call, echo: FormEcho(form: form, findings: refused.findings), refused: refused.findings)
        }
    }

    private static func close(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        try await CloseHerd(
            herd, on: try form.neededDay("jour", "closedOn"), reason: form.text("motif") ?? "",
            isForced: form.value("malgre") != nil
        ).perform(context)
        return []
    }

    private static func reopen(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        try await CloseHerd(herd, on: nil, reason: form.text("motif") ?? "").perform(context)
        return []
    }

    private static func place(_ call: Call) async throws -> Response {
        let takesFictitious = call.configuration.takesFictitious
        return try await HerdActPages.act(call, "animalsPlaced") { herd, form, context in
            let choice: PlaceAnimals.Choice
            if let text = form.text("lesquels") {
                guard let type = ProductionType(rawValue: text) else { throw WebFault.formUnreadable }
                choice = .type(type)
            } else {
                let texts = try form.needed("bovins", "animals").split { $0.isWhitespace || ",;".contains($0) }
                choice = .numbers(try texts.map { try number(String($0), takesFictitious) })
            }
            _ = try await PlaceAnimals(choice, in: herd, on: try form.neededDay("jour", "since")).perform(context)
            return []
        }
    }

    /// - Throws: `Refused` for what is no number of an animal, at the field.
    private static func number(_ text: String, _ fictitious: Bool) throws -> AnimalNumber {
        do throws(NumberFault) {
            return try AnimalNumber(parsing: text, country: "FR", fictitious: fictitious)
        } catch {
            throw Refused(error, ["value": text, "name": "bovins"])
        }
    }

    private static func link(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        let other = try await FindHerd(try form.needed("autre", "otherHerd")).run(context)
        try await LinkHerds(
            herd, with: other, on: try form.neededDay("jour", "since"), .link(reason: form.text("motif") ?? "")
        ).perform(context)
        return []
    }

    private static func unlink(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        let other = try await FindHerd(try form.require("autre")).run(context)
        try await LinkHerds(herd, with: other, on: try form.neededDay("jour", "endsOn"), .end).perform(context)
        return []
    }

    private static func locate(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        let text = try form.needed("position", "position").filter { !$0.isWhitespace }
        guard let point = MapPoint(text) else {
            throw Refused(RegisterEditFinding.positionInvalid, ["value": String(text.prefix(60))])
        }
        try await LocateHerd(herd, at: point, on: context.today, source: form.text("source") ?? "").perform(context)
        return []
    }
}
