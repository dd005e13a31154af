import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("CAL-30: what keepers and veterinarians see of their own herds") struct OwnTests {
    @Test("CAL-30: their interventions, and nobody else's", arguments: Engine.allCases)
    func interventions(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            for role in [Role.veterinarian, .keeper] {
                let outcome = try await ListOwnInterventions(withReasons: true).perform(farm.context(role))
                #expect(outcome.lines.map(\.intervention.identity) == [farm.intervention])
                let line = try #require(outcome.lines.first?.intervention)
                #expect(line.hasSkinPlan && line.edition == 1 && line.injectedOn == nil && line.isOpen)
                #expect(line.statuses.map(\.disease) == [.tuberculosis])
            }
            let all = try await ListOwnInterventions().perform(farm.context(.authority))
            #expect(all.lines.count == 2)
        }
    }

    @Test(
        "PRO-132: the veterinarian's request is traced, waits once, and the new edition names it",
        arguments: Engine.allCases)
    func reedition(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let (vet, inspector) = (try farm.context(), try farm.context(.inspector))
            let request = RequestReedition(farm.intervention, reason: "trois bovins achetés")
            try await request.perform(vet)
            #expect(try await farm.refusal { try await request.perform(vet) } == "own-re-edition-asked-already")
            let blank = RequestReedition(farm.intervention, reason: " ")
            #expect(try await farm.refusal { try await blank.perform(vet) } == "own-re-edition-reason-missing")
            let foreign = RequestReedition(farm.foreign, reason: "x")
            #expect(try await farm.refusal { try await foreign.perform(vet) } == "outside-scope")
            let campaign = CampaignSelector(department: Fixture.department, year: 2021)
            let waiting = try await ListReeditionRequests(campaign: campaign).perform(inspector)
            #expect(waiting.map(\.reason) == ["trois bovins achetés"])
            let item = try #require(waiting.first?.item)
            let outcome = try await AnswerReedition(campaign: campaign, item: item, validates: true).perform(inspector)
            #expect(!outcome.isRefused && outcome.documents == 1, "\(outcome.findings)")
            let editions = try await farm.database.read { connection in
                try connection.all("SELECT number, requested_by, request_trace FROM edition ORDER BY number DESC") {
                    "\($0.int(0)) \($0.textOrNil(1) ?? "") \($0.textOrNil(2) ?? "")"
                }
            }
            #expect(editions.first?.hasPrefix("2 99001 demande dans Vigie") == true, "\(editions)")
            #expect(try await ListReeditionRequests(campaign: campaign).perform(inspector).isEmpty)
        }
    }

    @Test("CAL-43: letters of their own herds that were sent to them, and no others", arguments: Engine.allCases)
    func letters(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            try await farm.database.write { connection in
                let fixture = Fixture(connection, from: 500)
                let digest = try connection.putBlob([37, 80], mediaType: "application/pdf", at: "2021-01-04T08:00:00Z")
                let letters: [(String, InterventionIdentity, String?)] = [
                    ("relance-non-commencee", farm.intervention, "2021-01-04"),
                    ("relance-rapport-tuberculination", farm.intervention, "2021-01-05"),
                    ("avertissement", farm.intervention, nil), ("avertissement", farm.foreign, "2021-01-04"),
                ]
                for (kind, intervention, sentOn) in letters {
                    try fixture.insert(
                        "letter",
                        [
                            "department": "63", "kind": .text(kind), "campaign_id": .int(intervention.campaign),
                            "intervention_id": .int(intervention.id), "recipient": "x", "written_on": "2021-01-04",
                            "written_by": "essai", "facts": "{}", "document_digest": .text(digest.hex),
                            "sent_on": .textOrNull(sentOn),
                        ])
                }
            }
            for (role, kind) in [
                (Role.keeper, "Rappel : prophylaxie non commencée"),
                (.veterinarian, "Rapport de tuberculination non reçu"),
            ] {
                let context = try farm.context(role)
                let own = try await ListOwnLetters().perform(context)
                #expect(own.map(\.title) == [kind])
                #expect(try await ReadOwnLetter(own[0].id).perform(context).bytes == [37, 80])
                for id in Int64(501)...504 where id != own[0].id {
                    #expect(try await farm.refusal { _ = try await ReadOwnLetter(id).perform(context) } != nil)
                }
            }
        }
    }
}
