import Register
import Testing
import UseCases

@Suite struct PolicyTests {
    @Test(
        "PRO-02, PRO-11, PRO-23, PRO-53, PRO-59, PRO-63, PRO-288: what is never delegated is the authority's alone",
        arguments: [
            Intention.authorisationSet, .settingSet, .rawMilkRead, .followUpRecord, .retestOrder, .letterWriteAuthority,
            .workItemCloseAuthority, .laboratoryAssign,
        ])
    func neverDelegated(intention: Intention) {
        #expect(Policy.roles(for: intention) == [.authority])
    }

    @Test("every intention has its words") func words() {
        for intention in Intention.allCases { #expect(IntentionWords.of(intention) != intention.rawValue) }
    }

    @Test("PRO-281: only the national authority closes by force")
    func forcedClosing() {
        #expect(Policy.roles(for: .campaignForceClose) == [.nationalAuthority])
    }

    @Test("PRO-03: laboratories, vets and keepers may do nothing but what is theirs")
    func outsiders() {
        func intentions(of role: Role) -> Set<Intention> {
            Set(Intention.allCases.filter { Policy.allows($0, to: role) })
        }
        let own: Set<Intention> = [.passwordSet, .secondFactorSet, .apiTokenManage, .noticeRead, .noticeSet]
        let told = own.union([.webhookManage])
        #expect(
            intentions(of: .laboratory)
                == told.union([.importRead, .resultsImport, .analysisRead, .analysisFetch, .jobRead]))
        #expect(
            intentions(of: .dairyLaboratory) == told.union([.importRead, .milkResultsImport, .analysisRead, .jobRead]))
        #expect(
            intentions(of: .veterinarian)
                == told.union([
                    .herdRead, .interventionRead, .documentPrint, .reeditionRequest, .tuberculinReport, .jobRead,
                    .paperAdd, .paperRead,
                ]))
        #expect(intentions(of: .keeper) == told.union([.herdRead, .interventionRead, .documentPrint, .jobRead]))
        #expect(
            intentions(of: .administrator)
                == own.union([.accountAdd, .systemRead, .databaseMaintain, .auditVerify, .readsRead, .jobRead]))
    }

    @Test(
        "PRO-239: evaluating and reporting are the inspector's and the authority's",
        arguments: [
            Intention.evaluationSet, .reportIssue, .reportInvalidate, .nonCompletionDecide,
        ])
    func inspection(intention: Intention) {
        #expect(Policy.roles(for: intention) == [.authority, .inspector])
    }
}
