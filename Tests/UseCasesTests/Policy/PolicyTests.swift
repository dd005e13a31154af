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

    @Test("PRO-281: only the national authority closes by force")
    func forcedClosing() {
        #expect(Policy.roles(for: .campaignForceClose) == [.nationalAuthority])
    }

    @Test("PRO-03: laboratories, vets and keepers may do nothing but what is theirs")
    func outsiders() {
        func intentions(of role: Role) -> Set<Intention> {
            Set(Intention.allCases.filter { Policy.allows($0, to: role) })
        }
        #expect(
            intentions(of: .laboratory) == [
                .passwordSet, .secondFactorSet, .apiTokenManage, .webhookManage, .importRead, .resultsImport,
                .analysisRead, .jobRead,
            ])
        #expect(
            intentions(of: .dairyLaboratory) == [
                .passwordSet, .secondFactorSet, .apiTokenManage, .webhookManage, .importRead, .milkResultsImport,
                .analysisRead,
                .jobRead,
            ])
        #expect(
            intentions(of: .veterinarian) == [
                .passwordSet, .secondFactorSet, .apiTokenManage, .webhookManage, .herdRead, .interventionRead,
                .documentPrint,
                .reeditionRequest,
                .tuberculinReport, .jobRead,
            ])
        #expect(
            intentions(of: .keeper) == [
                .passwordSet, .secondFactorSet, .apiTokenManage, .webhookManage, .herdRead, .interventionRead,
                .documentPrint,
                .jobRead,
            ])
        #expect(
            intentions(of: .administrator) == [
                .accountAdd, .passwordSet, .secondFactorSet, .apiTokenManage, .systemRead, .databaseMaintain,
                .auditVerify, .jobRead,
            ])
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
