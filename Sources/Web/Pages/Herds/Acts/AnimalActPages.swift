import Hummingbird
import Kernel
import Register
import UseCases

/// The production type of an animal, set by hand (PRO-39).
enum AnimalActPages {
    static let endpoints = [
        Endpoint(.post, "/bovins/:number/type", .may(.productionTypeSet), setType)
    ]

    static func forms(_ animal: AnimalIdentity, _ offered: Set<Intention>, _ maker: ActFormMaker) -> [ActForm] {
        guard offered.contains(.productionTypeSet) else { return [] }
        let id = "type"
        let types = ProductionType.allCases.map {
            Choice($0.rawValue, Catalogue.french.text("productionType", $0.rawValue))
        }
        return [
            maker.form(
                id, to: "type", (maker.word("productionType"), "save", "productionTypeHint"),
                [
                    ActField(
                        "type", in: id, maker.word("productionTypeField"),
                        .choice(
                            [Choice("", maker.word("choose"))] + types
                                + [Choice("none", Catalogue.french.text("productionType", "none"))]))
                ])
        ]
    }

    private static func setType(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let animal = try await HerdPages.found(call)
        var context = try call.useCase(in: animal.department)
        var basis = FormBasis(stamps: [:], seenAt: try form.require("vu"))
        basis.subject = "animal:\(animal.number)"
        context.basis = basis
        let current = context
        return try await call.act(
            "typeSet", then: "/bovins/\(animal.number)",
            again: { refused in
                try await HerdPages.page(
                    of: animal, call, notices: refused.findings.map { Notice($0) },
                    echo: FormEcho(form: form, findings: refused.findings), status: .unprocessableContent)
            },
            {
                let text = try form.needed("type", "productionTypeField")
                let type = ProductionType(rawValue: text)
                guard type != nil || text == "none" else { throw WebFault.formUnreadable }
                try await SetProductionType(animal.number, type: type, department: animal.department).perform(current)
            })
    }
}
