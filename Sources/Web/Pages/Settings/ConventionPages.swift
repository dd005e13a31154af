import Hummingbird
import Kernel
import Prophylaxis
import Register
import UseCases

/// The convention of a department: what is delegated, what is kept, what it refers to.
enum ConventionPages {
    static let templates = [ConventionPage.template]

    static let endpoints = [
        Endpoint(.get, "/parametres/:department/convention", .may(.settingSet)) { try await page($0) },
        Endpoint(.post, "/parametres/:department/convention", .may(.settingSet), set),
    ]

    private static let steps = 1...11
    /// Rules of the classes that the instruction treats apart (PRO-70).
    private static let classes: [HerdClass] = [.bullRanch, .summerPasture, .vealSelection]

    private static func page(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (department, texts) = (try call.part("department"), Catalogue.french)
        let read = try await ReadConvention(department: department).perform(call.useCase(in: department))
        let convention = read.convention
        func isChosen(_ field: String, _ value: String, _ stored: Bool) -> Bool {
            entered.map { $0.values(field).contains(value) } ?? stored
        }
        let back = "/parametres/\(department.formEncoded)"
        return try call.page(
            ConventionPage(
                title: "\(texts.text("settings", "convention")), \(department)", back: back, path: back + "/convention",
                notices: notices, isRefused: status != .ok, stamp: read.stamp,
                diseases: Disease.allCases.map {
                    Choice(
                        $0.rawValue, texts.text("disease", $0.rawValue),
                        isChosen: isChosen("maladie", $0.rawValue, convention.delegatedDiseases.contains($0)))
                },
                steps: steps.map { step($0, convention, entered) },
                withheld: Intention.allCases.filter { $0.step != nil }.map {
                    Choice(
                        $0.rawValue, ActWords.french($0.rawValue),
                        isChosen: isChosen("garde", $0.rawValue, convention.withheld.contains($0)))
                },
                texts: fields(convention).map { field in
                    ConventionPage.Text(
                        name: field.name, title: field.title, value: entered?.value(field.name) ?? field.value)
                },
                flags: ConventionFlag.allCases.map {
                    Choice(
                        $0.rawValue, texts.text("convention", $0.rawValue),
                        isChosen: isChosen("accord", $0.rawValue, $0.value(convention)))
                }, reason: entered?.value("motif") ?? ""),
            .settings, status: status)
    }

    private static func step(_ number: Int, _ convention: Convention, _ entered: Form?) -> ConventionPage.Step {
        let texts = Catalogue.french
        let stored = convention.delegation[String(number)]?.rawValue ?? ""
        let chosen = entered?.value("etape-\(number)") ?? stored
        // What was said once can be said otherwise, and not be unsaid.
        let unsaid = stored.isEmpty ? [Choice("", texts.text("convention", "unsaid"), isChosen: chosen.isEmpty)] : []
        return ConventionPage.Step(
            number: number, title: texts.text("convention", "step-\(number)"),
            choices: unsaid
                + Convention.Delegation.allCases.map {
                    Choice(
                        $0.rawValue, texts.text("settings", "delegation-\($0.rawValue)"),
                        isChosen: chosen == $0.rawValue)
                })
    }

    private static func fields(_ convention: Convention) -> [ConventionPage.Text] {
        let texts = Catalogue.french
        return [
            .init(
                name: "quadripartite", title: texts.text("settings", "quadripartite"),
                value: convention.quadripartite ?? ""),
            .init(name: "tripartite", title: texts.text("settings", "tripartite"), value: convention.tripartite ?? ""),
            .init(
                name: "delai", title: texts.text("convention", "days"),
                value: convention.orderTransmissionDays.map(String.init) ?? ""),
        ]
            + Disease.allCases.map {
                .init(
                    name: "ordre-\($0.rawValue)",
                    title: "\(texts.text("convention", "order")) \(texts.text("disease", $0.rawValue))",
                    value: convention.orders[$0.rawValue] ?? "")
            }
            + classes.map {
                .init(
                    name: "classe-\($0.rawValue)", title: "\(texts.text("convention", "class")) \($0.french)",
                    value: convention.classRules[$0.rawValue] ?? "")
            } + [
                .init(
                    name: "campagnes", title: texts.text("convention", "campaigns"),
                    value: convention.extraCampaigns.joined(separator: ", "))
            ]
    }

    private static func set(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let department = try call.part("department")
        let back = "/parametres/\(department.formEncoded)"
        return try await call.act(
            "convention", then: back,
            again: { refused in
                try await page(
                    call, notices: refused.findings.map { Notice($0) }, entered: form, status: .unprocessableContent)
            },
            {
                _ = try await SetConvention(
                    department: department, tree: try tree(form), justification: form.text("motif") ?? "",
                    seen: try form.require("etat")
                ).perform(call.useCase(in: department))
            })
    }

    /// What the form says, as the file of the command line would.
    private static func tree(_ form: Form) throws -> JSONValue {
        func text(_ name: String) -> JSONValue { form.text(name).map { .string($0) } ?? .null }
        func list(_ values: [String]) -> JSONValue { .array(Set(values).sorted().map { .string($0) }) }
        var fields: [String: JSONValue] = [
            "delegatedDiseases": list(form.values("maladie")), "withheld": list(form.values("garde")),
            "quadripartite": text("quadripartite"), "tripartite": text("tripartite"),
        ]
        let days = form.text("delai")
        fields["orderTransmissionDays"] = days.map { Int64($0).map { .integer($0) } ?? .string($0) } ?? .null
        let delegation = steps.compactMap { step in
            form.text("etape-\(step)").map { (String(step), JSONValue.string($0)) }
        }
        fields["delegation"] = .object(Dictionary(uniqueKeysWithValues: delegation))
        fields["orders"] = .object(
            Dictionary(
                uniqueKeysWithValues: Disease.allCases.map {
                    ($0.rawValue, .string(form.text("ordre-\($0.rawValue)") ?? ""))
                }))
        fields["classRules"] = .object(
            Dictionary(
                uniqueKeysWithValues: classes.map {
                    ($0.rawValue, .string(form.text("classe-\($0.rawValue)") ?? ""))
                }))
        let names = (form.text("campagnes") ?? "").split(separator: ",").compactMap { part in
            part.split(separator: " ").joined(separator: " ").nilIfEmpty
        }
        fields["extraCampaigns"] = .array(names.map { .string($0) })
        for flag in ConventionFlag.allCases {
            fields[flag.rawValue] = .bool(form.values("accord").contains(flag.rawValue))
        }
        return .object(fields)
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
