import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import UseCases

@testable import Web

/// A small campaign behind the pages: one beef herd of twelve cattle, blood tested for brucellosis and leukosis.
struct WebCampaign: Sendable {
    let campaign: Int64
    let intervention: Int64
    let number: String

    static let selector = CampaignSelector(department: Fixture.department, year: 2021)
    static let path = "/campagnes/63/2021"

    /// - Parameters:
    ///   - herds: how many herds, each with its intervention; the first one is `number`.
    ///   - brucellosis: the interpretation of each cow's result in the first herd.
    static func run(
        _ engine: Engine, herds: Int = 1, name: String = "Ferme fictive",
        brucellosis: [String] = Array(repeating: "NEG", count: 12),
        _ body: @escaping @Sendable (WebScene, WebCampaign) async throws -> Void
    ) async throws {
        try await WebScene.run(engine) { scene in
            let made = try await scene.installation.database.write { connection in
                let fixture = Fixture(connection, from: 1000)
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                var first: (Int64, String)?
                for herd in 0..<herds {
                    let id = try add(
                        herd, to: campaign, fixture, herd == 0 ? brucellosis : brucellosis.map { _ in "NEG" })
                    if first == nil { first = (id, try connection.number(of: id)) }
                }
                try connection.execute("UPDATE holding SET name = ?", [.text(name)])
                return (campaign, first)
            }
            _ = try await scene.installation.database.ids(20_000)
            let selector = WebCampaign.selector
            _ = try await RecomputeStatus(selector: selector, extent: .all).perform(scene.context(.inspector))
            try await body(
                scene, WebCampaign(campaign: made.0, intervention: made.1?.0 ?? 0, number: made.1?.1 ?? ""))
        }
    }

    private static func add(
        _ herd: Int, to campaign: Int64, _ fixture: Fixture, _ brucellosis: [String]
    ) throws -> Int64 {
        let digits = String(herd + 1)
        let holding = try fixture.holding("99" + String(repeating: "0", count: 6 - digits.count) + digits)
        let herdID = try fixture.herd(in: holding)
        let intervention = try fixture.intervention(in: campaign, of: herdID)
        for disease in [Disease.brucellosis, .leukosis] {
            try fixture.plan(disease, .blood, in: campaign, intervention)
        }
        let cows = try brucellosis.indices.map { try fixture.animal("FR99\(1000 + herd)\(1000 + $0)", in: herdID) }
        try fixture.document(
            in: campaign, intervention, animals: cows, for: [.brucellosis, .leukosis], on: "2020-11-01")
        try fixture.visit(in: campaign, intervention, on: "2020-11-02")
        for (cow, code) in zip(cows, brucellosis) {
            try fixture.blood(.brucellosis, in: campaign, intervention, cow, code)
            try fixture.blood(.leukosis, in: campaign, intervention, cow, "NEG")
        }
        return intervention
    }
}

extension Connection {
    fileprivate func number(of intervention: Int64) throws -> String {
        try first("SELECT number FROM intervention WHERE id = ?", [.int(intervention)]) { $0.text(0) } ?? ""
    }
}

extension WebScene {
    /// As the account of a role sees the world.
    func context(_ role: Role) -> Context {
        installation.context(
            for: Actor(
                login: role.rawValue, name: "Personne fictive", role: role,
                scope: .departments([Fixture.department])), department: Fixture.department)
    }
}
