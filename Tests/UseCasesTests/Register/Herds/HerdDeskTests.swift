import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Herds by hand")
struct HerdDeskTests {
    @Test(
        "PRO-20, PRO-21: a herd is opened in a holding that is known, changed, never made with its holding",
        arguments: Engine.allCases)
    func opens(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            register.role = .inspector
            let context = register.context
            let holding = try await FindHolding("99 001 002").run(context)
            func opening(_ code: String, _ kind: HerdClass = .dairy) -> OpenHerd {
                OpenHerd(in: holding, code: code, kind, on: register.today, reason: "Reprise du lait")
            }
            let opened = try await opening("L").perform(context)
            #expect(opened.herd.herdClass == "dairy")
            #expect(opened.findings.isEmpty)
            #expect(try await refusals { _ = try await opening("L").perform(context) } == ["register-herd-exists"])
            let wrong = ["", "a b", "a/b", "a:b", "É", "A\u{202e}", String(repeating: "A", count: 33)]
            for code in wrong {
                #expect(try await refusals { _ = try await opening(code).perform(context) } == ["register-herd-code"])
            }
            #expect(
                try await refusals { _ = try await FindHolding("99001009").run(context) }
                    == ["register-holding-unknown"])
            var change = HerdChange()
            change.milkDelivery = .direct
            change.herdClass = .beef
            let remarks = try await ChangeHerd(opened.herd, change, reason: "Vente directe").perform(context)
            #expect(remarks.map(\.code) == ["review-direct-sale-reclassed"])
            #expect(
                try await register.texts("SELECT class || ' ' || milk_delivery FROM herd WHERE code = 'L'")
                    == ["beef direct"])
            #expect(
                try await refusals {
                    _ = try await ChangeHerd(opened.herd, HerdChange(), reason: "x").perform(context)
                } == ["register-nothing-to-change"])
            let audited = try await register.texts(
                "SELECT intention FROM audit_entry WHERE subject = 'herd:99001002/L' ORDER BY id")
            #expect(audited == ["herd.maintain", "herd.maintain"])
        }
    }

    @Test(
        "PRO-04: holding, establishment and herd are distinct, and the herd carries the qualification",
        arguments: Engine.allCases)
    func distinct(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["herds"]?.append("99001001;B;beef;beef;none;2001-01-01;")
            tables["establishments"] = ["siret;numagrit;holding;name", "73282932000074;;99001001;GAEC"]
            try await register.importing(tables)
            let context = register.context
            let dairy = try await FindHerd("99001001/A").run(context)
            try await SetAuthorisation(
                dairy, .suspension, disease: .brucellosis, period: (register.today, nil), reference: "AP 12"
            ).perform(context)
            let shown = try await ShowHerd(dairy).perform(context)
            let other = try await ShowHerd(try await FindHerd("99001001/B").run(context)).perform(context)
            #expect(shown.sections.contains { $0.rows.contains { $0.contains("AP 12") } })
            #expect(!other.sections.contains { $0.rows.contains { $0.contains("AP 12") } })
            for dossier in [shown, other] {
                #expect(dossier.sections.contains { $0.rows.contains { $0.contains("73282932000074") } })
            }
        }
    }

    @Test("PRO-22: links and places are the authority's, the delegate's by local agreement", arguments: Engine.allCases)
    func linksAndPlaces(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let authority = register.context
            let (one, two) = (
                try await FindHerd("99001001").run(authority), try await FindHerd("99001002").run(authority)
            )
            register.role = .delegateRegion
            let delegate = register.context
            let link = LinkHerds(two, with: one, on: register.today, .link(reason: "pâture commune"))
            let point = try #require(MapPoint("45.777222,3.087025"))
            let place = LocateHerd(one, at: point, on: register.today, source: "visite")
            #expect(try await refusals { try await link.perform(delegate) } == ["not-delegated"])
            #expect(try await refusals { try await place.perform(delegate) } == ["not-delegated"])
            _ = try await SetConvention(
                department: "63", tree: .object(["mapDelegated": .bool(true), "linksDelegated": .bool(true)]),
                justification: "convention cartographique"
            ).perform(authority)
            try await link.perform(delegate)
            try await place.perform(delegate)
            #expect(try await refusals { try await link.perform(delegate) } == ["register-link-stands"])
            let shown = try await ShowHerd(one).perform(authority)
            let section = try #require(shown.sections.first { $0.title == "En lien épidémiologique avec" })
            #expect(section.rows.first?.first == "99001002")
            try await LinkHerds(one, with: two, on: register.today.adding(days: 3), .end).perform(delegate)
            #expect(
                try await refusals {
                    try await LinkHerds(one, with: two, on: register.today, .end).perform(delegate)
                } == ["register-link-not-standing"])
            #expect(
                try await refusals {
                    try await LinkHerds(one, with: one, on: register.today, .link(reason: "x")).perform(delegate)
                } == ["register-link-with-itself"])
        }
    }

    @Test("PRO-207: an epidemiological enquiry is noted by the authority alone", arguments: Engine.allCases)
    func enquiries(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let herd = try await FindHerd("99001001").run(register.context)
            let enquiry = NoteHerd(
                herd, .enquiry, told: .init(on: register.today, by: .authority), text: "achat du 3 mars")
            let word = NoteHerd(
                herd, .partYear, told: .init(on: register.today, by: .veterinarian), text: "vide l'hiver")
            register.role = .inspector
            let inspector = register.context
            #expect(try await refusals { try await enquiry.perform(inspector) } == ["role-may-not"])
            try await word.perform(inspector)
            register.role = .authority
            try await enquiry.perform(register.context)
            let shown = try await ShowHerd(herd).perform(register.context)
            let notes = try #require(shown.sections.first { $0.title == "Informations reçues" })
            #expect(notes.rows.map(\.first) == ["part-year", "enquiry"])
        }
    }

    @Test("PRO-36: herds by commune, department or region with their establishment", arguments: Engine.allCases)
    func byZone(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["communes"] = ["code;name;department", "63001;Aigueperse;63", "63002;Aix;63"]
            tables["establishments"] = [
                "siret;numagrit;holding;name", "73282932000074;;99001001;GAEC des Prés SIREN",
            ]
            try await register.importing(tables)
            let context = register.context
            let all = try await ListHerds(.department("63")).perform(context)
            #expect(all.map { $0.fields[3] } == ["99001001", "99001002"])
            #expect(all.allSatisfy { $0.fields.count == HerdExtractRow.columns.count })
            let text = String(decoding: try all.csv(), as: UTF8.self)
            let lines = text.split(whereSeparator: \.isNewline)
            #expect(lines.first?.hasPrefix("departement;commune;nom_commune;ede;") == true)
            #expect(lines.count == 3)
            for word in ["Aigueperse", "73282932000074", "GAEC des Prés SIREN", "dairy"] {
                #expect(lines[1].contains(word), "\(word)")
            }
            let commune = try await ListHerds(.commune("63002", department: "63")).perform(context)
            #expect(commune.map { $0.fields[3] } == ["99001002"])
            var beef = ListHerds(.department("63"))
            beef.herdClass = .dairy
            #expect(try await beef.perform(context).map { $0.fields[3] } == ["99001001"])
            #expect(
                try await refusals { _ = try await ListHerds(.commune("63999", department: "63")).perform(context) }
                    == ["register-commune-unknown"])
            #expect(
                try await refusals { _ = try await ListHerds(.region("84")).perform(context) } == ["outside-scope"])
            let national = Context(
                database: register.database,
                actor: Actor(login: "dgal", name: "DGAL", role: .nationalAuthority, scope: .national),
                today: register.today, now: context.now)
            #expect(try await ListHerds(.region("84")).perform(national).count == 2)
            #expect(
                try await refusals { _ = try await ListHerds(.region("85")).perform(national) }
                    == ["register-region-unknown"])
        }
    }
}
