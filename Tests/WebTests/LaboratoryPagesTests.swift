import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: laboratories in the browser") struct LaboratoryPagesTests {
    private static let list = "/parametres/63/laboratoires"
    private static let card = list + "/LDA99"
    private static let good = [
        ("nom", "Laboratoire du test"), ("adresse", "1 rue fictive"), ("codepostal", "63 000"), ("commune", "Ville"),
        ("courriel", "labo@exemple.fr"), ("agrement", "BRU"), ("agrement", "TUB"),
    ]

    private static func run(
        _ engine: Engine, _ body: @escaping @Sendable (WebScene, WebCampaign) async throws -> Void
    ) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            try await scene.installation.database.write { connection in
                let fixture = Fixture(connection, from: 800_000)
                _ = try fixture.laboratory()
                _ = try fixture.laboratory("LDA15")
                try connection.execute("UPDATE organisation SET department = '15' WHERE code = 'LDA15'")
            }
            try await body(scene, campaign)
        }
    }

    @Test(
        "CAL-45, PRO-88, PRO-95: the authority keeps its own laboratories' cards; each change is traced",
        arguments: Engine.allCases)
    func cards(engine: Engine) async throws {
        try await Self.run(engine) { scene, _ in
            var authority = try await scene.browser(.authority)
            try await authority.get(Self.list)
            #expect(authority.text.contains("LDA99") && authority.text.contains("Brucellose, Leucose"))
            try await authority.get(Self.card)
            try await authority.submit(Self.card, [("vu", authority.value(of: "vu") ?? "")] + Self.good)
            #expect(authority.location == Self.card + "?fait=laboratory")
            try await authority.get(Self.card)
            for words in ["Laboratoire du test", "63000", "labo@exemple.fr", "Brucellose, Tuberculose"] {
                #expect(authority.text.contains(words), Comment(rawValue: words))
            }
            try await authority.get(Self.list)
            try await authority.submit(Self.list, [("code", "lda63")] + Self.good)
            #expect(authority.location == Self.list + "?fait=laboratory")
            try await authority.get(Self.list)
            #expect(authority.text.contains("LDA63"))
            let acts = try await scene.installation.database.read { connection in
                try connection.all(
                    "SELECT subject FROM audit_entry WHERE intention = 'laboratory.maintain' ORDER BY id"
                ) { $0.text(0) }
            }
            #expect(acts == ["laboratory:LDA99", "laboratory:LDA63"])
        }
    }

    @Test(
        "what cannot be is told at its field, and what was typed stays",
        arguments: [
            ("nom", ""), ("nom", String(repeating: "x", count: 61)), ("codepostal", "6300"), ("courriel", "personne"),
            ("adresse", String(repeating: "x", count: 121)), ("code", "é"), ("code", "LDA15"),
        ])
    func faults(_ field: String, _ value: String) async throws {
        try await Self.run(.sqlite) { scene, _ in
            var authority = try await scene.browser(.authority)
            try await authority.get(Self.list)
            let others = ([("code", "LDA63")] + Self.good).filter { $0.0 != field }
            try await authority.submit(Self.list, others + [(field, value)])
            #expect(authority.status == .unprocessableContent)
            #expect(authority.text.contains("id=\"faute-\(field)\""))
            #expect(authority.text.contains("1 rue fictive") || field == "adresse")
        }
    }

    @Test("two people on one card, and on the convention: the second is told", arguments: Engine.allCases)
    func second(engine: Engine) async throws {
        try await Self.run(engine) { scene, _ in
            var (first, second) = (try await scene.browser(.authority), try await scene.browser(.authority))
            try await first.get(Self.card)
            try await second.get(Self.card)
            try await first.submit(Self.card, [("vu", first.value(of: "vu") ?? "")] + Self.good)
            let late = Self.good.map { $0.0 == "nom" ? ("nom", "Un autre nom") : $0 }
            try await second.submit(Self.card, [("vu", second.value(of: "vu") ?? "")] + late)
            #expect(second.status == .unprocessableContent && second.text.contains("a changé depuis"))
            let agreement = [("code-BRU", "LDA99"), ("libelle-BRU", ""), ("motif", "Convention 2021-4")]
            try await first.get(Self.list)
            try await second.get(Self.list)
            let path = "/parametres/63/convention/laboratoires"
            try await first.submit(path, [("vu", first.value(of: "vu") ?? "")] + agreement)
            #expect(first.location == Self.list + "?fait=convention")
            try await second.submit(path, [("vu", second.value(of: "vu") ?? "")] + agreement)
            #expect(second.status == .unprocessableContent && second.text.contains("la convention technique"))
            let convention = try await ShowConvention(department: "63").perform(scene.context(.authority))
            let agreed = try #require(convention?.laboratories)
            #expect(agreed.mapValues(\.code) == ["BRU": "LDA99"])
            #expect(agreed["BRU"]?.name == "Laboratoire du test")
        }
    }

    @Test("another department's card is seen, not changed; delegates only look")
    func rights() async throws {
        try await Self.run(.sqlite) { scene, _ in
            let foreign = Self.list + "/LDA15"
            var authority = try await scene.browser(.authority)
            try await authority.get(foreign)
            #expect(authority.status == .ok && authority.text.contains("tenue par le département 15"))
            try await authority.get(Self.card)
            try await authority.submit(foreign, [("vu", "x")] + Self.good)
            #expect(authority.status == .unprocessableContent || authority.status == .notFound)
            try await authority.get(Self.list + "/RIEN")
            #expect(authority.status == .notFound)
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(Self.card)
            #expect(inspector.status == .ok && !inspector.text.contains("name=\"nom\""))
            try await inspector.get(WebCampaign.path + "/parametres/startsOn")
            try await inspector.submit(Self.card, [("vu", "x")] + Self.good)
            #expect(inspector.status == .forbidden)
            let name = try await scene.installation.database.read { connection in
                try connection.first("SELECT name FROM organisation WHERE code = 'LDA15'") { $0.text(0) }
            }
            #expect(name == "Laboratoire fictif")
        }
    }

    @Test("PRO-90, PRO-97: plans without a laboratory get one from the campaign's page", arguments: Engine.allCases)
    func assign(engine: Engine) async throws {
        try await Self.run(engine) { scene, campaign in
            let path = WebCampaign.path + "/laboratoires"
            var authority = try await scene.browser(.authority)
            try await authority.get(path)
            #expect(authority.text.contains("plan sur sang sans laboratoire"))
            let fields = [("maladie", "BRU"), ("laboratoire", "LDA99")]
            try await authority.submit(path, fields + [("intervention", ""), ("motif", "")])
            #expect(authority.text.contains("id=\"faute-motif\""))
            try await authority.submit(path, fields + [("intervention", "4"), ("motif", "Oubli")])
            #expect(authority.text.contains("id=\"faute-intervention\""))
            try await authority.submit(path, fields + [("intervention", campaign.number), ("motif", "Oubli")])
            #expect(authority.status == .ok && authority.text.contains("Plans modifiés : 1"))
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(path)
            #expect(inspector.status == .ok && !inspector.text.contains("name=\"motif\""))
        }
    }
}
